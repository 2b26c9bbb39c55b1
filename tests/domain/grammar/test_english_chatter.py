"""What English posts hold besides requests."""

from bot.domain.grammar.english import ENGLISH
from bot.domain.grammar.english_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(ENGLISH) == []


def test_all_of_them_are_used() -> None:
    assert (ENGLISH.chat, ENGLISH.complaint, ENGLISH.courtesy) == (CHAT, COMPLAINT, COURTESY)
    assert (ENGLISH.padding, ENGLISH.talk, ENGLISH.words) == (PADDING, TALK, WORDS)
