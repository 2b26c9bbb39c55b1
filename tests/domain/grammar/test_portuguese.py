"""The words of Portuguese: written as clauses are read, whole, and each request in the table that suits it."""

from bot.domain.grammar.portuguese import PORTUGUESE
from tests.domain.grammar.tables import faults


def test_the_table_is_in_order() -> None:
    assert faults(PORTUGUESE) == []
