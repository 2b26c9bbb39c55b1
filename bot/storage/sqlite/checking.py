"""The index compared with the lists it follows from, range by range in bounded memory; nothing is written to it.

Call it under `index_lock`: then `edge` stands still, and what comes in meanwhile is told by new rows of `unmerged`;
what those name is left out. Whoever is erased meanwhile is too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.storage.sqlite import erased
from bot.storage.sqlite.all_lists import Keys, portions, rows_of, total_edges
from bot.storage.sqlite.building import PRESENT
from bot.storage.sqlite.merging import Change, newest_row, take
from bot.storage.sqlite.parts import Parts, bits_for
from bot.storage.sqlite.sets import within
from bot.storage.sqlite.steps import Living, get

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.pseudonyms import Numbers

_EDGES = "SELECT target, who FROM graph.edge WHERE target >= ? AND target <= ?"
_ROWS = 100_000  # of the index in one go

LISTED, ADDED, REMOVED, SINCE, INDEXED = range(5)
"""What is known of an edge. LISTED is 0: where nothing else is there, the order alone tells."""


@dataclass(slots=True)
class Edges:
    """Edges that are right, that the lists have and the index has not, that the index has and the lists have not."""

    right: int = 0
    missing: int = 0
    extra: int = 0


def compare_edges(connection: Connection, path: Path, keys: Keys, told: Callable[[float], object]) -> Edges:
    """The index, with what waits for it, beside the lists. `told` hears how much of it is done, from 0 to 1."""
    epoch, found = int(get(connection, "edge_epoch") or 1), Edges()
    living = Living(connection, PRESENT)
    gone = np.array(sorted(erased.whos(connection)), np.int64)
    newest = newest_row(connection)
    bits = bits_for(total_edges(connection), 4)  # as an edge is held several times here
    with Parts(path, bits, columns=3) as parts:
        for portion in portions(connection, keys, epoch):
            parts.add(_marked(rows_of(portion), LISTED))
        for changes in _all(connection, keys):
            parts.add(_rows(changes, newest))
        for number in range(2**bits):
            listed, indexed = parts.sorted(number), _indexed(connection, gone, *parts.range(number))
            living.look(connection)
            if np.array_equal(listed[:, :2], indexed[:, :2]) and not listed[:, 2].any():
                found.right += len(listed)
            else:
                _count(living.among(np.concatenate((listed, indexed))), found)
            told((number + 1) / 2**bits)
    return found


def _all(connection: Connection, keys: Keys) -> Iterator[list[Change]]:
    after = 0
    while changes := take(connection, keys, after, 2**62):
        after = changes[-1].id
        yield changes


def _rows(changes: list[Change], newest: int) -> Numbers:
    """What rows of `unmerged` say, oldest first; of those after `newest` only whom they name."""
    portions = [
        _marked(np.column_stack((targets, np.full(len(targets), each.who))), mark if each.id <= newest else SINCE)
        for each in changes
        for targets, mark in ((each.added, ADDED), (each.removed, REMOVED))
    ]
    return np.concatenate(portions)


def _marked(rows: Numbers, mark: int) -> Numbers:
    return np.column_stack((rows, np.full(len(rows), mark)))


def _indexed(connection: Connection, gone: Numbers, first: int, last: int) -> Numbers:
    """What `edge` has of a range, of others than these who."""
    rows = connection.execute(_EDGES, (first, last))
    portions = [np.empty(0, np.int64)]
    while some := rows.fetchmany(_ROWS):
        portions.append(np.fromiter(chain.from_iterable(some), np.int64, 2 * len(some)))
    edges = np.concatenate(portions).reshape(-1, 2)
    return _marked(edges[~within(edges[:, 1], gone)] if len(gone) else edges, INDEXED)


def _count(rows: Numbers, found: Edges) -> None:
    """All that is known of the edges of a range."""
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    if not len(rows):
        return
    first = np.ones(len(rows), np.bool_)
    first[1:] = (rows[1:, :2] != rows[:-1, :2]).any(axis=1)
    starts, marks = np.flatnonzero(first), rows[:, 2]
    known = np.bitwise_or.reduceat(1 << marks, starts)
    change = np.where((marks == ADDED) | (marks == REMOVED), np.arange(len(rows)) * 2 + (marks == ADDED), -1)
    newest = np.maximum.reduceat(change, starts)  # the last word on each edge
    there = np.where(newest >= 0, newest & 1, known >> INDEXED & 1) == 1
    listed, settled = known & 1 << LISTED > 0, known & 1 << SINCE == 0
    found.right += int(np.count_nonzero(listed & there & settled))
    found.missing += int(np.count_nonzero(listed & ~there & settled))
    found.extra += int(np.count_nonzero(there & ~listed & settled))
