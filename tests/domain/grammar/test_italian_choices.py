"""What people choose, in Italian."""

from bot.domain.grammar.italian import ITALIAN
from tests.domain.grammar.tables import faults_of_choices


def test_every_choice_has_words() -> None:
    assert faults_of_choices(ITALIAN) == []
