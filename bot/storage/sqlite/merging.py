"""Merging: what the lists say and the index does not know yet enters it, sorted, with that of a thousand others.

One archive at a time writes 8,300 bytes per edge, a thousand together 333 (10 million edges, measured). While a merge
is under way, and after one that was killed, every answer stays right: rows of `unmerged` overlay the index until the
last of their edges is in it, and leave oldest first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.storage.sqlite.all_lists import Keys, at_epoch
from bot.storage.sqlite.sets import NOTHING
from bot.storage.sqlite.steps import Enough, Living, Step, Work, get, writing

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.pseudonyms import Numbers

EDGES_AT_ONCE = 2_000_000
"""Sorted together: 150 MB of memory. The more enter the tree together, the fewer of its pages are written."""

_WAITING = """
SELECT id, who, epoch, added, removed FROM graph.unmerged WHERE id > ? AND id <= ? ORDER BY id
"""
_ADD = "INSERT OR IGNORE INTO graph.edge (target, who) VALUES {}"
_REMOVE = "DELETE FROM graph.edge WHERE (target, who) IN (VALUES {})"
_PRESENT = "SELECT who FROM graph.unmerged WHERE id <= ?"
_FORGET = "DELETE FROM graph.unmerged WHERE id = (SELECT min(id) FROM graph.unmerged) AND id <= ?"
_LEFT = "SELECT 1 FROM graph.unmerged WHERE id <= ? LIMIT 1"


@dataclass(frozen=True, slots=True)
class Change:
    """A row of `unmerged`."""

    id: int
    who: int
    added: Numbers
    removed: Numbers

    def __len__(self) -> int:
        return len(self.added) + len(self.removed)


@dataclass(frozen=True, slots=True)
class NetEffect:
    """What many Changes come to: rows (target, who), sorted."""

    added: Numbers
    removed: Numbers


def merge(connection: Connection, keys: Keys, told: Callable[[int], object]) -> Work:
    """Bring the index up to the newest row there is now. Call it under `index_lock`, `edge` being of this epoch.

    `told` hears how many edges have been merged, portion by portion.
    """
    newest = newest_row(connection)
    while True:
        living = Living(connection, _PRESENT, (newest,))
        changes = take(connection, keys, 0, newest)
        if not changes:
            return
        net = net_effect(changes)
        yield writing(_REMOVE, net.removed, living)
        yield writing(_ADD, net.added, living)
        yield forgetting(changes[-1].id)
        told(sum(map(len, changes)))


def newest_row(connection: Connection) -> int:
    """The newest row of `unmerged`; 0 if there is none."""
    (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM graph.unmerged").fetchone()
    return int(newest)


def take(connection: Connection, keys: Keys, after: int, until: int) -> list[Change]:
    """The oldest rows, as of the epoch of the index, as many as are sorted together."""
    epoch = int(get(connection, "edge_epoch") or 1)
    rows = connection.execute(_WAITING, (after, until))
    changes: list[Change] = []
    edges = 0
    for number, who, since, *blobs in rows:
        changes.append(Change(number, who, *(at_epoch(keys, blob, since, epoch) for blob in blobs)))
        edges += len(changes[-1])
        if edges >= EDGES_AT_ONCE:
            break
    rows.close()  # or this reading view would hold everything that is written from now on
    return changes


def net_effect(changes: list[Change]) -> NetEffect:
    """What is true after the last of them, of everything any of them names."""
    ordered = sorted(changes, key=lambda change: (change.who, change.id))
    targets = np.concatenate([NOTHING, *(part for each in ordered for part in (each.added, each.removed))])
    whos = np.repeat(np.array([each.who for each in ordered], np.int64), [len(each) for each in ordered])
    parts = np.array([len(part) for each in ordered for part in (each.added, each.removed)], np.int64)
    signs = np.repeat(np.tile([True, False], len(ordered)), parts)
    # Stable: for one target the whos stand in order, and for one of them the newest word last.
    order = np.argsort(targets, kind="stable")
    targets, whos, signs = targets[order], whos[order], signs[order]
    last = np.ones(len(targets), np.bool_)
    last[:-1] = (targets[1:] != targets[:-1]) | (whos[1:] != whos[:-1])
    rows = np.column_stack((targets, whos))
    return NetEffect(*(rows.compress(last & sign, axis=0) for sign in (signs, ~signs)))


def forgetting(until: int) -> Step:
    """A step that drops the rows up to that one, which `edge` has now; oldest first, or an older would overlay it."""

    def step(connection: Connection, enough: Enough) -> bool:
        connection.execute(_FORGET, (until,))
        while more := connection.execute(_LEFT, (until,)).fetchone() is not None:
            if enough():
                break
            connection.execute(_FORGET, (until,))  # one after the other: each may weigh megabytes
        return more

    return step


def main() -> int:
    """The process beside the bot; the exit code."""
    from bot.storage.sqlite.tidying import main as tidy  # which imports us

    return tidy(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
