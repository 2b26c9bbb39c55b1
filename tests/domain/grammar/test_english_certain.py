"""The English words that leave no doubt."""

from bot.domain.grammar.english import ENGLISH
from bot.domain.grammar.english_certain import WHOLE
from tests.domain.grammar.tables import faults_of_certain


def test_no_bare_negation_or_pointing_word_is_certain() -> None:
    assert ENGLISH.whole is WHOLE
    assert faults_of_certain(ENGLISH) == []
