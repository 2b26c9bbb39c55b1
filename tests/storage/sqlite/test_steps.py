"""Steps run in transactions of their own; what one that failed did is gone; the erased are let through by none."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bot.errors import StorageError
from bot.storage.sqlite import engine, steps
from bot.storage.sqlite.engine import Connection
from bot.storage.sqlite.locks import RunLock
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.steps import (
    ALONE,
    ERASURES,
    GENTLE,
    Enough,
    Living,
    Step,
    Work,
    drive,
    drop,
    get,
    once,
    put,
    writing,
)
from tests.storage.conftest import Opener

_PUT = "INSERT OR IGNORE INTO graph.edge (target, who) VALUES {}"


@pytest.fixture
async def connection(opener: Opener, database: Path) -> Connection:
    await (await opener(role="command")).close()
    return engine.connect_graph(database)


def edges(connection: Connection) -> list[tuple[int, int]]:
    return connection.execute("SELECT target, who FROM graph.edge").fetchall()


def test_each_call_is_a_transaction(connection: Connection, database: Path) -> None:
    other, seen = engine.connect_graph(database, readonly=True), []

    def work() -> Work:
        def step(on: Connection, enough: Enough) -> bool:
            assert on.in_transaction and not enough()
            on.execute("INSERT INTO graph.edge VALUES (?, 2)", (len(edges(on)),))
            return len(edges(on)) < 3

        yield step
        seen.append(edges(other))

    drive(connection, work())
    assert seen == [[(0, 2), (1, 2), (2, 2)]]
    connection.close()
    other.close()


def test_a_step_that_fails_leaves_nothing_of_its_transaction(connection: Connection) -> None:
    def bad(on: Connection, _: Enough) -> bool:
        on.execute("INSERT INTO graph.edge VALUES (2, 2)")
        raise StorageError("no")

    def work() -> Iterator[Step]:
        yield once(lambda on: on.execute("INSERT INTO graph.edge VALUES (1, 2)"))
        yield bad

    with pytest.raises(StorageError, match="no"):
        drive(connection, work())
    assert edges(connection) == [(1, 2)] and not connection.in_transaction
    connection.close()


def test_rows_are_written_in_their_order_and_in_portions(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ROWS_AT_ONCE", 2)
    rows = np.array([(n, 2) for n in range(5)], np.int64)
    step = writing(_PUT, rows, Living(session.connection, "SELECT 2"))
    sizes = []
    while step(session.connection, lambda: True):
        sizes.append(len(edges(session.connection)))
    assert sizes == [2, 4] and edges(session.connection) == [(n, 2) for n in range(5)]
    assert not writing(_PUT, rows[:0], Living(session.connection, "SELECT 2"))(session.connection, lambda: False)


def test_nothing_is_written_of_the_erased(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ROWS_AT_ONCE", 2)
    rows = np.array([(n, who) for n in range(4) for who in (2, 4)], np.int64)
    step = writing(_PUT, rows, Living(session.connection, "SELECT 4"))
    assert step(session.connection, lambda: True)
    put(session.connection, ERASURES, "1")
    assert not step(session.connection, lambda: False)
    assert edges(session.connection) == [(0, 2), (0, 4), (1, 4), (2, 4), (3, 4)]


def test_values_are_kept_and_dropped(session: Session) -> None:
    assert get(session.connection, "thing") is None
    put(session.connection, "thing", "a")
    put(session.connection, "thing", "b")
    assert get(session.connection, "thing") == "b"
    drop(session.connection, "thing")
    assert get(session.connection, "thing") is None


def test_beside_a_bot_it_leaves_pauses(database: Path) -> None:
    assert steps.pace_beside(database) == ALONE
    lock = RunLock.take(database)
    assert steps.pace_beside(database) == GENTLE
    lock.release()


def test_the_log_is_short_afterwards(connection: Connection, database: Path) -> None:
    connection.close()
    with steps.index_connection(database) as own:
        drive(own, iter([once(lambda on: on.execute("INSERT INTO graph.edge VALUES (1, 2)"))]))
        assert own.execute("PRAGMA graph.synchronous").fetchone() == (1,)
        (log,) = database.parent.glob("quittex-graph.db-wal")
        assert log.stat().st_size > 0
        steps.tidy_log(own)
        assert log.stat().st_size == 0
    with pytest.raises(StorageError), steps.index_connection(database) as own:
        own.execute("SELECT nothing FROM nowhere")
