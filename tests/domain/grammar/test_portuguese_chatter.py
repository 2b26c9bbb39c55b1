"""What Portuguese posts hold besides requests."""

from bot.domain.grammar.portuguese import PORTUGUESE
from bot.domain.grammar.portuguese_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(PORTUGUESE) == []


def test_all_of_them_are_used() -> None:
    assert (PORTUGUESE.chat, PORTUGUESE.complaint, PORTUGUESE.courtesy) == (CHAT, COMPLAINT, COURTESY)
    assert (PORTUGUESE.padding, PORTUGUESE.talk, PORTUGUESE.words) == (PADDING, TALK, WORDS)
