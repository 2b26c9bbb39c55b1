"""What Italian posts hold besides requests."""

from bot.domain.grammar.italian import ITALIAN
from bot.domain.grammar.italian_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(ITALIAN) == []


def test_all_of_them_are_used() -> None:
    assert (ITALIAN.chat, ITALIAN.complaint, ITALIAN.courtesy) == (CHAT, COMPLAINT, COURTESY)
    assert (ITALIAN.padding, ITALIAN.talk, ITALIAN.words) == (PADDING, TALK, WORDS)
