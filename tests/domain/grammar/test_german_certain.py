"""The German words that leave no doubt."""

from bot.domain.grammar.german import GERMAN
from bot.domain.grammar.german_certain import WHOLE
from tests.domain.grammar.tables import faults_of_certain


def test_no_bare_negation_or_pointing_word_is_certain() -> None:
    assert GERMAN.whole is WHOLE
    assert faults_of_certain(GERMAN) == []
