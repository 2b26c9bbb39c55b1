"""Edges of Persons who were erased, on their way out of the index.

A list of 600,000 stands in as many places of it: 3.6 seconds to take out (measured). So what they named is put aside
when all else of theirs goes, nobody is answered with it from then on, and the writer of each process takes it out a
little at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING

from bot.storage.sqlite import building
from bot.storage.sqlite.all_lists import Keys, at_epoch
from bot.storage.sqlite.pseudonyms import pack

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.pseudonyms import Numbers
    from bot.storage.sqlite.session import Session
    from bot.storage.sqlite.steps import Enough, Step

EDGES_AT_ONCE = 2_000
"""Of one row: 12 ms."""

ROWS_AT_FIRST = 2
"""Taken out in the transaction of the erasure itself: all that most people have."""

_KEEP = "INSERT INTO graph.erased (who, epoch, pseudonyms) VALUES (?, ?, ?)"
_OLDEST = "SELECT id, who, epoch, pseudonyms FROM graph.erased ORDER BY id LIMIT 1"
_DONE = "DELETE FROM graph.erased WHERE id = ?"
_WAITING = "SELECT 1 FROM graph.erased LIMIT 1"
_WHOS = "SELECT DISTINCT who FROM graph.erased"


def leave(session: Session, targets: Mapping[int, Numbers]) -> None:
    """These edges are gone: per who, pseudonyms of the present epoch. No list may name them any more."""
    epoch = session.pseudonyms.epoch
    for who, numbers in targets.items():
        for start in range(0, len(numbers), EDGES_AT_ONCE):
            session.execute(_KEEP, (who, epoch, pack(numbers[start : start + EDGES_AT_ONCE])))
    rows = count(1)
    erasing(lambda: session.pseudonyms)(session.connection, lambda: next(rows) >= ROWS_AT_FIRST)


def whos(connection: Connection) -> set[int]:
    """Whose edges may still stand in the index; they count as gone."""
    return {who for (who,) in connection.execute(_WHOS)}


def erasing(keys: Keys) -> Step:
    """A step that takes out what waits: of the index in use, of one being made and of one that was replaced."""

    def step(connection: Connection, enough: Enough) -> bool:
        while row := connection.execute(_OLDEST).fetchone():
            _take_out(connection, keys, *row)
            if enough():
                break
        return connection.execute(_WAITING).fetchone() is not None

    return step


def _take_out(connection: Connection, keys: Keys, row: int, who: int, since: int, blob: bytes) -> None:
    for table, epoch in building.epochs(connection).items():
        targets = at_epoch(keys, blob, since, epoch).tolist()
        sql = f"DELETE FROM graph.{table} WHERE target = ? AND who = ?"  # noqa: S608
        connection.executemany(sql, ((target, who) for target in targets))
    connection.execute(_DONE, (row,))
