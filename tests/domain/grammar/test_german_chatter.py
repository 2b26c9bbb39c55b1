"""What German posts hold besides requests."""

from bot.domain.grammar.german import GERMAN
from bot.domain.grammar.german_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(GERMAN) == []


def test_all_of_them_are_used() -> None:
    assert (GERMAN.chat, GERMAN.complaint, GERMAN.courtesy) == (CHAT, COMPLAINT, COURTESY)
    assert (GERMAN.padding, GERMAN.talk, GERMAN.words) == (PADDING, TALK, WORDS)
