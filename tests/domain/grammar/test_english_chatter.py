"""What English posts hold besides requests."""

from bot.domain.grammar.english import ENGLISH
from bot.domain.grammar.english_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from bot.domain.grammar.patterns import is_one, vocabulary
from bot.domain.grammar.reading import plain

PHRASES = (*COURTESY, *PADDING, *COMPLAINT, *TALK, *CHAT)


def test_phrases_are_written_as_clauses_are_read() -> None:
    for word in (*vocabulary(PHRASES), *WORDS):
        assert word == plain(word), word


def test_brackets_are_closed() -> None:
    for phrase in PHRASES:
        assert phrase.count("[") == phrase.count("]") and phrase.count("(") == phrase.count(")"), phrase


def test_no_phrase_matches_nothing_at_all() -> None:
    for phrase in PHRASES:
        assert not is_one((phrase,), ""), phrase


def test_courtesy_never_takes_a_certain_request_away() -> None:
    for word in (word for phrases in ENGLISH.whole.values() for word in vocabulary(phrases)):
        if is_one(COURTESY, word):
            assert not any(is_one(phrases, word) for phrases in ENGLISH.whole.values()), word
