"""What Spanish posts hold besides requests."""

from bot.domain.grammar.spanish import SPANISH
from bot.domain.grammar.spanish_chatter import CHAT, COMPLAINT, COURTESY, PADDING, TALK, WORDS
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(SPANISH) == []


def test_all_of_them_are_used() -> None:
    assert (SPANISH.chat, SPANISH.complaint, SPANISH.courtesy) == (CHAT, COMPLAINT, COURTESY)
    assert (SPANISH.padding, SPANISH.talk, SPANISH.words) == (PADDING, TALK, WORDS)
