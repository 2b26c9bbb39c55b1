"""The Spanish words that leave no doubt."""

from bot.domain.grammar.spanish import SPANISH
from bot.domain.grammar.spanish_certain import WHOLE
from tests.domain.grammar.tables import faults_of_certain


def test_no_bare_negation_or_pointing_word_is_certain() -> None:
    assert SPANISH.whole is WHOLE
    assert faults_of_certain(SPANISH) == []
