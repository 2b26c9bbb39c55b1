"""An answer that is wrong in any one way is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.demo.checks import Answer, Expected, calls_in, faults, figures_in, language_of, listed, numbers_in, seen

TEXT = "4 personnes que vous suiviez sur X sont ici, dont 2 qui vous suivaient aussi.\n→ radio.sky.test\nEt 3 autres."
GOOD = Answer("bluesky", TEXT, "fr", "public")
EXPECTED = Expected(
    1, "camille.sky.test", "fr", "public", (4, 2), total=4, among=frozenset({"radio.sky.test"}),
    names=frozenset({"radio.sky.test"}), never=("yael",),
)  # fmt: skip


def test_the_right_answer_has_no_fault():
    assert faults(EXPECTED, [GOOD]) == []
    assert seen(EXPECTED, [GOOD]) == str(EXPECTED) == "one answer in French; public; says 4, 2; names 1"


@pytest.mark.parametrize(
    "answers",
    [
        [],
        [GOOD, GOOD],
        [replace(GOOD, language="en")],
        [replace(GOOD, text="You followed 4 of the people who are here, 2 of whom followed you.")],
        [replace(GOOD, visibility="unlisted")],
        [replace(GOOD, text=TEXT.replace("4 ", "5 "))],
        [replace(GOOD, text=TEXT.replace("3 autres", "2 autres"))],
        [replace(GOOD, calls=frozenset({"yael.sky.test"}))],
        [replace(GOOD, text=TEXT.replace("radio", "hugo"))],
        [replace(GOOD, text=TEXT.replace("→ radio.sky.test", "→ yael.sky.test"))],
    ],
)
def test_every_fault_is_found(answers: list[Answer]):
    assert faults(EXPECTED, answers)
    assert seen(EXPECTED, answers) != str(EXPECTED)


def test_the_author_may_be_called():
    assert not faults(EXPECTED, [replace(GOOD, calls=frozenset({"camille.sky.test"}))])


def test_silence_is_broken_by_any_word():
    assert str(Expected(0)) == "silence"
    assert faults(Expected(0), []) == []
    assert faults(Expected(0), [GOOD]) == ["one answer instead of 0"]


def test_numbers_of_a_text():
    assert numbers_in("12 of them, 3 more; x.com/a1b2 and 2026-11-23") == (12, 3, 2026, 11, 23)
    assert figures_in("QuitteX · 23 November\n68 people (+12 in a week)\n\n55 accounts\n#QuitteX") == (68, 55)
    assert figures_in("68 people") == ()


def test_lists():
    assert listed("Nobody") == (frozenset(), 0)
    assert listed("3 people\n→ a.test (you)\n→ b.test\nAnd 1 more.") == (frozenset({"a.test", "b.test"}), 1)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Thank you, noted!", "en"), ("Merci, c’est noté, vous avez le temps.", "fr"), ("404", ""), ("→ radio.test", "")],
)
def test_language(text: str, language: str):
    assert language_of(text) == language


def test_calls():
    assert calls_in("@Tom hello @ada@piaf.test, write to admin@piaf.test") == {"tom", "ada@piaf.test"}
