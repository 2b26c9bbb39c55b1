"""The words of Spanish: written as clauses are read, whole, and each request in the table that suits it."""

from bot.domain.grammar.spanish import SPANISH
from tests.domain.grammar.tables import faults


def test_the_table_is_in_order() -> None:
    assert faults(SPANISH) == []
