"""The table of French: written as clauses are read, whole, and without a phrase that can never match."""

from bot.domain.grammar import Request
from bot.domain.grammar.french import FRENCH
from bot.domain.grammar.patterns import vocabulary
from bot.domain.grammar.reading import plain
from bot.domain.requests import REQUESTS

TABLES = (FRENCH.whole, FRENCH.clause, FRENCH.inside)
PHRASES = tuple(phrase for table in TABLES for phrases in table.values() for phrase in phrases)


def test_requests_stand_in_the_table_that_suits_them() -> None:
    certain = {entry.request for entry in REQUESTS if entry.certain}
    assert set(FRENCH.whole) == certain
    assert not certain & {*FRENCH.clause, *FRENCH.inside}
    others = {entry.request for entry in REQUESTS} - certain - {Request.LINK}
    assert {*FRENCH.clause, *FRENCH.inside} == others


def test_phrases_are_written_as_clauses_are_read() -> None:
    for word in vocabulary(PHRASES):
        assert word == plain(word), word


def test_brackets_are_closed() -> None:
    for phrase in PHRASES:
        assert phrase.count("[") == phrase.count("]") and phrase.count("(") == phrase.count(")"), phrase
        assert phrase == phrase.strip() and "{" not in phrase, phrase


def test_no_phrase_is_empty_words() -> None:
    for phrase in PHRASES:
        assert phrase.replace("*", "").replace("_", "").split(), phrase
