"""The Portuguese words that leave no doubt."""

from bot.domain.grammar.portuguese import PORTUGUESE
from bot.domain.grammar.portuguese_certain import WHOLE
from tests.domain.grammar.tables import faults_of_certain


def test_no_bare_negation_or_pointing_word_is_certain() -> None:
    assert PORTUGUESE.whole is WHOLE
    assert faults_of_certain(PORTUGUESE) == []
