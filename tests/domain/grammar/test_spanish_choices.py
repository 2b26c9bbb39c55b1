"""What people choose, in Spanish."""

from bot.domain.grammar.spanish import SPANISH
from tests.domain.grammar.tables import faults_of_choices


def test_every_choice_has_words() -> None:
    assert faults_of_choices(SPANISH) == []
