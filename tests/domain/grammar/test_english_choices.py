"""What people choose, in English."""

from bot.domain.grammar.english import ENGLISH
from tests.domain.grammar.tables import faults_of_choices


def test_every_choice_has_words() -> None:
    assert faults_of_choices(ENGLISH) == []
