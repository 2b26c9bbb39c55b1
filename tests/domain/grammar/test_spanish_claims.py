"""How one says in Spanish who one is on X."""

from bot.domain.grammar.spanish_claims import CLAIMS
from tests.domain.grammar.tables import faults_of_claims


def test_the_words_of_a_claim_are_in_order() -> None:
    assert faults_of_claims(CLAIMS) == []
