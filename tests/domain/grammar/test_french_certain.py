"""The French words that leave no doubt."""

from bot.domain.grammar.french import FRENCH
from bot.domain.grammar.french_certain import WHOLE
from tests.domain.grammar.tables import faults_of_certain


def test_no_bare_negation_or_pointing_word_is_certain() -> None:
    assert FRENCH.whole is WHOLE
    assert faults_of_certain(FRENCH) == []
