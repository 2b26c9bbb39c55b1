"""Rows by column, many in one statement."""

from pathlib import Path

import pytest

from bot.bench.graph.rows import AT_ONCE, insert, settle, transaction
from bot.storage.sqlite import engine


@pytest.fixture
def connection(tmp_path: Path) -> engine.Connection:
    engine.create_file(tmp_path / "some.db")
    return engine.connect(tmp_path / "some.db")


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE - 1])
def test_every_row_goes_in(count: int, connection: engine.Connection) -> None:
    connection.execute("CREATE TABLE pair (a INTEGER PRIMARY KEY, b TEXT)")
    with transaction(connection):
        insert(connection, "pair (a, b)", [list(range(count)), [f"b{n}" for n in range(count)]])
        insert(connection, "pair (a, b)", [[0], ["again"]], "OR REPLACE")
    assert connection.execute("SELECT count(*) FROM pair WHERE b = 'b' || a").fetchone()[0] == max(count - 1, 0)
    assert not connection.in_transaction
    connection.close()


def test_settled_is_in_the_file(tmp_path: Path, connection: engine.Connection) -> None:
    connection.execute("CREATE TABLE one (a)")
    assert (tmp_path / "some.db-wal").stat().st_size > 0
    settle(connection)
    assert (tmp_path / "some.db-wal").stat().st_size == 0
    connection.close()
