"""What Swedish posts hold besides requests."""

from bot.domain.grammar.swedish import SWEDISH
from bot.domain.grammar.swedish_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(SWEDISH) == []


def test_all_of_them_are_used() -> None:
    assert (SWEDISH.chat, SWEDISH.complaint, SWEDISH.courtesy) == (CHAT, COMPLAINT, COURTESY)
    assert (SWEDISH.padding, SWEDISH.talk, SWEDISH.words) == (PADDING, TALK, WORDS)
