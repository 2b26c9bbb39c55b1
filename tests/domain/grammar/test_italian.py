"""The words of Italian: written as clauses are read, whole, and each request in the table that suits it."""

from bot.domain.grammar.italian import ITALIAN
from tests.domain.grammar.tables import faults


def test_the_table_is_in_order() -> None:
    assert faults(ITALIAN) == []
