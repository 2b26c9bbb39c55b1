"""Wording -> Text: values in their places, as many items as fit, and the truth about the rest."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import text
from bot.domain.text import Limits, Link, Tag
from bot.domain.wording import Wording, render, with_question
from tests.domain.test_text import hostile_words

WIDE = Limits(graphemes=300, utf8_bytes=3000)


class Shouting:
    """A catalogue of six messages."""

    def say(self, message: str, language: str, values: Mapping[str, str | int]) -> str:
        said = {
            "whole": "May I? Everybody may be told.",
            "ask": "May I?",
            "head": "Hello {who}!",
            "line": "- {who}",
            "more": "and {count} more",
            "foot": "Bye {who}",
        }
        return said[message].format(**values)


def people(*names: str) -> tuple[Wording, ...]:
    return tuple(Wording("line", {"who": name}) for name in names)


def said(wording: Wording, limits: Limits = WIDE) -> str:
    return text.plain(render(wording, Shouting(), "en", limits))


def test_a_link_stands_at_its_place_in_the_sentence() -> None:
    link = Link("alice", "https://bsky.app/profile/alice.bsky.social")
    rendered = render(Wording("head", {"who": (link, ".bsky.social ", Tag("X"))}), Shouting(), "en", WIDE)
    assert rendered == ("Hello ", link, ".bsky.social ", Tag("X"), "!")


def test_all_items_are_kept_when_they_fit() -> None:
    assert said(Wording("head", {"who": "you"}, people("a", "b"), more="more")) == "Hello you!\n- a\n- b"


def test_items_left_out_are_told_as_a_number() -> None:
    wording = Wording("head", {"who": "you"}, people("a", "b", "c" * 20), more="more", others=5)
    assert said(wording, Limits(graphemes=30)) == "Hello you!\n- a\n- b\nand 6 more"


def test_a_foot_stays_whatever_is_left_out() -> None:
    wording = Wording("head", {"who": "you"}, people("a", "b" * 20), more="more", foot="foot")
    assert said(wording) == "Hello you!\n- a\n- " + "b" * 20 + "\nBye you"
    assert said(wording, Limits(graphemes=40)) == "Hello you!\n- a\nand 1 more\nBye you"
    assert said(wording, Limits(graphemes=18)) == "Hello you!\nBye you"


def test_people_without_an_item_are_told_as_a_number() -> None:
    assert said(Wording("head", {"who": "you"}, more="more", others=3)) == "Hello you!\nand 3 more"


def test_an_item_too_long_does_not_keep_the_next_from_being_told() -> None:
    wording = Wording("head", {"who": "you"}, people("a" * 290, "b"), more="more")
    assert said(wording) == "Hello you!\n- b\nand 1 more"


def test_a_last_item_may_take_the_place_of_the_number() -> None:
    wording = Wording("head", {"who": "you"}, people("a", "b"), more="more")
    assert said(wording, Limits(graphemes=18)) == "Hello you!\n- a\n- b"


def test_a_head_too_long_is_cut() -> None:
    assert said(Wording("head", {"who": "a" * 50}), Limits(graphemes=10)) == "Hello aaa…"


def test_nothing_unseen_comes_in_with_a_value() -> None:
    assert said(Wording("head", {"who": "a\u202e\U000f0000\x00b"})) == "Hello ab!"


@given(
    st.lists(hostile_words, max_size=12), hostile_words, st.integers(0, 10**9), st.integers(1, 300),
    st.sampled_from([None, 23]), st.sampled_from([None, 3000, 100]),
)  # fmt: skip
def test_it_always_fits(
    names: list[str], who: str, others: int, graphemes: int, url: int | None, size: int | None
) -> None:
    limits = Limits(graphemes=graphemes, utf8_bytes=size, url_length=url)
    wording = Wording("head", {"who": who}, people(*names), more="more", others=others)
    assert text.fits(render(wording, Shouting(), "en", limits), limits)


@given(st.integers(0, 40), st.integers(0, 50), st.integers(40, 300))
def test_named_and_counted_people_are_all_of_them(names: int, others: int, graphemes: int) -> None:
    wording = Wording("head", {"who": "you"}, people(*("p" * n for n in range(names))), more="more", others=others)
    lines = said(wording, Limits(graphemes=graphemes)).splitlines()[1:]
    counted = [int(line.split()[1]) for line in lines if line.startswith("and")]
    assert len([line for line in lines if line.startswith("-")]) + sum(counted) == names + others


def tried_in_full(wording: Wording, limits: Limits) -> str:
    """The same by saying every line and measuring every post they make, which takes ten times as long."""
    words = Shouting()
    head = words.say("head", "en", {"who": str(wording.values["who"])})
    lines = [words.say("line", "en", {"who": text.plain(item.values["who"])}) for item in wording.items]  # type: ignore[arg-type]

    def post(kept: list[str]) -> str:
        count = wording.others + len(lines) - len(kept)
        return "\n".join([head, *kept, *([f"and {count} more"] if wording.more and count else [])])

    def fit(words: str) -> bool:
        return text.fits((words,), limits)

    if fit(post(lines)):
        return post(lines)
    best, kept = head, list[str]()
    best = post([]) if fit(post([])) else best
    for line in lines:
        if fit(post([*kept, line])):
            kept.append(line)
            best = post(kept)
    return best


@given(st.lists(st.text("abé👍\u0301 .", min_size=1), max_size=20), st.integers(0, 99), st.integers(12, 200))
def test_what_is_kept_is_what_trying_everything_keeps(names: list[str], others: int, graphemes: int) -> None:
    items = tuple(Wording("line", {"who": (name,)}) for name in names)
    wording, limits = Wording("head", {"who": "you"}, items, more="more", others=others), Limits(graphemes=graphemes)
    assert said(wording, limits) == tried_in_full(wording, limits)


def test_no_post_is_that_short() -> None:
    with pytest.raises(ValueError, match="short"):
        said(Wording("head", {"who": "you"}), Limits(graphemes=0))


def questioned(wording: Wording, graphemes: int) -> str:
    limits = Limits(graphemes=graphemes)
    return said(with_question(wording, ("whole", "ask"), Shouting(), "en", limits), limits)


def test_a_question_stands_below_an_answer_where_there_is_room() -> None:
    wording = Wording("head", {"who": "you"}, people("a", "b" * 20), more="more")
    assert questioned(wording, 80).endswith("b\nMay I? Everybody may be told.")
    assert questioned(wording, 45) == "Hello you!\n- a\n- bbbbbbbbbbbbbbbbbbbb\nMay I?"
    assert questioned(wording, 40) == "Hello you!\n- a\nand 1 more\nMay I?"


def test_a_question_takes_the_place_of_nothing_that_must_be_said() -> None:
    wording = Wording("head", {"who": "you"}, people("b" * 20), more="more")
    assert questioned(wording, 28) == "Hello you!\nand 1 more\nMay I?"
    assert questioned(wording, 27) == "Hello you!\nand 1 more"
    assert questioned(Wording("head", {"who": "you"}, foot="foot"), 80) == "Hello you!\nBye you"
