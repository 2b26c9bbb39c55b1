"""What people choose, in French."""

from bot.domain.grammar.french import FRENCH
from tests.domain.grammar.tables import faults_of_choices


def test_every_choice_has_words() -> None:
    assert faults_of_choices(FRENCH) == []
