"""Building: the index made anew from all lists, beside the one in use, which it then replaces at once.

While it is built no merge happens, so `unmerged` holds all that has changed since it began, and overlays the new index
as it overlays the old one. What was there when it began is in the lists already, and can go when the new one is in use.

The edges go through files, one for each range of pseudonyms, so that each is sorted in memory and enters the tree in
its order: 3 million edges a second of CPU time where their own order gives 60,000.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.storage.sqlite.all_lists import Keys, portions, rows_of, total_edges
from bot.storage.sqlite.merging import forgetting, newest_row
from bot.storage.sqlite.parts import Parts, bits_for
from bot.storage.sqlite.steps import Enough, Living, Step, Work, drop, get, once, put, writing

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection

EMPTIED_AT_ONCE = 2_000  # rows

PRESENT = "SELECT DISTINCT person * 2 + direction FROM graph.archive"
"""Every who (person * 2 + direction) with a list."""

_BUILDING = "building"  # meta: how far, as JSON of `Build`
_OLD_EPOCH = "old_edge_epoch"  # meta: that of `edge_old`
_FILL = "INSERT OR IGNORE INTO graph.edge_next (target, who) VALUES {}"
_MAKE = """
CREATE TABLE IF NOT EXISTS graph.edge_next (
  target INTEGER NOT NULL, who INTEGER NOT NULL, PRIMARY KEY (target, who)
) STRICT, WITHOUT ROWID
"""
_EMPTY = """
DELETE FROM graph.{table}
WHERE (target, who) <= (SELECT target, who FROM graph.{table} ORDER BY target, who LIMIT 1 OFFSET ?)
"""
_THERE = "SELECT 1 FROM graph.sqlite_schema WHERE type = 'table' AND name = ?"


@dataclass(frozen=True, slots=True)
class Build:
    """How far: `done` of 2**bits ranges, of pseudonyms of that epoch; `until` is the newest row of `unmerged` then."""

    epoch: int
    until: int
    bits: int
    done: int = 0


def build(connection: Connection, path: Path, keys: Keys, told: Callable[[float], object]) -> Work:
    """Make the index anew, or go on where that was left. Call it under `index_lock`, `path` being the main file.

    `told` hears how much of it is done, from 0 to 1.
    """
    yield from clear(connection)
    at = unfinished(connection)
    if at is None:
        bits = bits_for(total_edges(connection))
        at = Build(int(get(connection, "epoch") or 1), newest_row(connection), bits)
        yield once(partial(_begin, at=at))
    living = Living(connection, PRESENT)
    with Parts(path, at.bits, at.done) as parts:
        for portion in portions(connection, keys, at.epoch):
            parts.add(rows_of(portion))
        for number in range(at.done, 2**at.bits):
            yield writing(_FILL, parts.sorted(number), living)
            at = replace(at, done=number + 1)
            yield once(partial(_note, at=at))
            told(at.done / 2**at.bits)
    yield once(partial(_swap, at=at))
    yield from clear(connection)
    yield forgetting(at.until)  # last: an erasure finds by them what the replaced index still has


def unfinished(connection: Connection) -> Build | None:
    """The build that was begun, if it is of the present epoch."""
    noted = get(connection, _BUILDING)
    build = Build(**json.loads(noted)) if noted else None
    return build if build and build.epoch == int(get(connection, "epoch") or 1) else None


def epochs(connection: Connection) -> dict[str, int]:
    """The tables that hold edges, each with the epoch of its pseudonyms."""
    edge = get(connection, "edge_epoch") or "1"
    found = {"edge": int(edge)}
    if _there(connection, "edge_next"):
        noted = get(connection, _BUILDING)
        found["edge_next"] = Build(**json.loads(noted)).epoch if noted else int(get(connection, "epoch") or 1)
    if _there(connection, "edge_old"):
        found["edge_old"] = int(get(connection, _OLD_EPOCH) or edge)
    return found


def leftover(connection: Connection) -> bool:
    """Whether something killed waits to be gone on with."""
    return get(connection, _BUILDING) is not None or any(_there(connection, name) for name in ("edge_next", "edge_old"))


def clear(connection: Connection) -> Work:
    """Empty and drop the index that was replaced, and one that was begun for another epoch."""
    if _there(connection, "edge_old"):
        yield _emptying("edge_old")
    if unfinished(connection) is None:
        if _there(connection, "edge_next"):
            yield _emptying("edge_next")
        if get(connection, _BUILDING) is not None:
            yield once(partial(drop, key=_BUILDING))


def _there(connection: Connection, table: str) -> bool:
    return connection.execute(_THERE, (table,)).fetchone() is not None


def _begin(connection: Connection, at: Build) -> None:
    connection.execute(_MAKE)
    _note(connection, at)


def _note(connection: Connection, at: Build) -> None:
    put(connection, _BUILDING, json.dumps(asdict(at)))


def _swap(connection: Connection, at: Build) -> None:
    connection.execute("ALTER TABLE graph.edge RENAME TO edge_old")
    connection.execute("ALTER TABLE graph.edge_next RENAME TO edge")
    put(connection, _OLD_EPOCH, get(connection, "edge_epoch") or "1")
    put(connection, "edge_epoch", str(at.epoch))
    drop(connection, _BUILDING)


def _emptying(table: str) -> Step:
    """A step that drops a table; what it held is overwritten, a little at a time."""
    some = _EMPTY.format(table=table)

    def step(connection: Connection, enough: Enough) -> bool:
        while connection.execute(some, (EMPTIED_AT_ONCE,)).rowcount:
            if enough():
                return True
        connection.execute(f"DROP TABLE graph.{table}")
        return False

    return step
