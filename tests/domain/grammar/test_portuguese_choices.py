"""What people choose, in Portuguese."""

from bot.domain.grammar.portuguese import PORTUGUESE
from tests.domain.grammar.tables import faults_of_choices


def test_every_choice_has_words() -> None:
    assert faults_of_choices(PORTUGUESE) == []
