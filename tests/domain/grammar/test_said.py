"""The clauses of a post with what they say."""

import pytest

from bot.domain.grammar.book import EVERY, marks
from bot.domain.grammar.reading import read
from bot.domain.grammar.said import ORDERS, Said, language_of, pieces_of, said_in, sentences_in


def said(text: str) -> list[Said]:
    return said_in(read(text, frozenset()))


def test_courtesy_and_padding_leave_the_rest() -> None:
    (only,) = said("please stop now")
    assert (only.words, only.rest) == (["please", "stop", "now"], ["stop"])
    assert only.has(ORDERS) and not only.has(marks("chat"))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("please stop and forget me", [["stop"], ["forget", "me"]]),
        ("arrête et supprime", [["arrete"], ["supprime"]]),
        ("please", []),
        ("no soy yo", [["no", "soy", "yo"]]),
    ],
)
def test_two_orders_are_two_pieces_without_courtesy(text: str, pieces: list[list[str]]) -> None:
    assert [piece.words for each in said(text) for piece in pieces_of(each)] == pieces


def test_clauses_between_commas_are_one_sentence() -> None:
    together = sentences_in(read("I leave, if ten leave. Good night", frozenset()))
    assert together[0].words == ["i", "leave", "if", "ten", "leave"]
    assert sentences_in(read("Who is here? Good night", frozenset())) == []


def test_the_language_is_the_only_one_or_that_of_most_words() -> None:
    assert language_of(read("stop s'il te plaît", frozenset()), EVERY) == "fr"
    assert language_of(read("stop", frozenset()), EVERY) == ""
    assert language_of(read("stop", frozenset()), 2) == "en"
