"""What people choose, in German."""

from bot.domain.grammar.german import GERMAN
from tests.domain.grammar.tables import faults_of_choices


def test_every_choice_has_words() -> None:
    assert faults_of_choices(GERMAN) == []
