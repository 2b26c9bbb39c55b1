"""`bench understand`: the messages are the same each time, and asked in every language."""

from itertools import islice
from random import Random

import pytest

from bot.bench import understand
from bot.domain.grammar.languages import LANGUAGES
from bot.domain.requests import Request
from bot.domain.requests import understand as read_post


def test_the_same_seed_makes_the_same_messages() -> None:
    first, again = (list(islice(understand.messages(Random(7)), 50)) for _ in range(2))
    assert first == again and len(set(first)) > 40


def test_most_messages_are_understood_and_in_every_language() -> None:
    found = [read_post(message) for message in islice(understand.messages(Random(7)), 1500)]
    assert {each.language for each in found} >= {language.code for language in LANGUAGES}
    assert {each.request for each in found} >= set(Request) - {Request.INSTANCE_STOP}


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("find (my|the [old]) friends", {"find my friends", "find the friends", "find the old friends"}),
        ("^ stop [now]", {"stop", "stop now"}),
        ("merci~", {"merci", "mercis", "mercien"}),
    ],
)
def test_a_phrase_is_spelt_out(phrase: str, forms: set[str]) -> None:
    dice = Random(1)
    assert {understand.spelt(phrase, dice) for _ in range(80)} == forms


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(understand.MESSAGES, "S", 40)
    monkeypatch.setattr(understand, "WARM_UP", 20)
    document = understand.bench("S").document()
    assert document["languages"] == len(LANGUAGES)
    figures = {figure["id"]: figure for figure in document["results"]}
    assert set(figures) == {"understand.median", "understand.cpu"}
    assert figures["understand.cpu"]["ratio"] > 0 < figures["understand.median"]["ours"]
