"""What Portuguese posts hold besides requests."""

from bot.domain.grammar.portuguese import PORTUGUESE
from tests.domain.grammar.tables import faults_of_chatter


def test_the_words_around_requests_are_in_order() -> None:
    assert faults_of_chatter(PORTUGUESE) == []
