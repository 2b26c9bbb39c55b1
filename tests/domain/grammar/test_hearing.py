"""Which languages are heard, and quick writing."""

import pytest

from bot.domain.grammar.hearing import heard, likeliest, written_out
from bot.domain.grammar.languages import LANGUAGES

EVERY = frozenset(language.code for language in LANGUAGES)


@pytest.mark.parametrize(
    ("words", "language"),
    [("qui est la parmi mes amis", "fr"), ("who is here of my friends", "en")],
)
def test_the_likely_languages_are_heard(words: str, language: str) -> None:
    assert language in heard(words.split()) < EVERY


def test_every_language_may_be_meant_where_no_word_is_known() -> None:
    assert heard(["xyzzy"]) == heard([]) == EVERY


def test_quick_writing_is_made_long() -> None:
    said = ["i", "don", "t", "know", "who", "s", "here"]
    assert written_out(said, frozenset({"en"})) == ["i", "do", "not", "know", "who", "is", "here"]
    assert written_out(["slt", "cb"], frozenset({"fr"})) == ["salut", "combien"]


def test_a_short_form_of_a_language_that_is_not_heard_counts_where_it_is_no_word() -> None:
    assert written_out(["how", "many", "stp"], frozenset({"en"})) == ["how", "many", "s", "il", "te", "plait"]


def test_the_language_most_words_belong_to() -> None:
    assert likeliest(["stop", "s", "il", "te", "plait"], list(EVERY)) == "fr"
    assert likeliest(["stop"], list(EVERY)) == ""
