"""What people choose, in Swedish."""

from bot.domain.grammar.swedish import SWEDISH
from tests.domain.grammar.tables import faults_of_choices


def test_every_choice_has_words() -> None:
    assert faults_of_choices(SWEDISH) == []
