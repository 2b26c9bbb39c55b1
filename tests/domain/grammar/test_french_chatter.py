"""What French posts hold besides requests."""

from bot.domain.grammar.french import FRENCH
from bot.domain.grammar.french_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(FRENCH) == []


def test_all_of_them_are_used() -> None:
    assert (FRENCH.chat, FRENCH.complaint, FRENCH.courtesy) == (CHAT, COMPLAINT, COURTESY)
    assert (FRENCH.padding, FRENCH.talk, FRENCH.words) == (PADDING, TALK, WORDS)
