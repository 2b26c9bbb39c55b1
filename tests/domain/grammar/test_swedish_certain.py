"""The Swedish words that leave no doubt."""

from bot.domain.grammar.swedish import SWEDISH
from bot.domain.grammar.swedish_certain import WHOLE
from tests.domain.grammar.tables import faults_of_certain


def test_no_bare_negation_or_pointing_word_is_certain() -> None:
    assert SWEDISH.whole is WHOLE
    assert faults_of_certain(SWEDISH) == []
