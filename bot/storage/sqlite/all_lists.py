"""All lists, in the order of their people, a portion at a time: what the index and the pairs are made from.

The lists of one Person are read at one moment: what moves from one of their sources to another is in one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from bot.storage.sqlite.pseudonyms import Numbers, Pseudonyms, unpack
from bot.storage.sqlite.sets import NOTHING, union

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection

Keys = Callable[[], Pseudonyms]
"""The keys, read when they are first needed."""

EDGES_AT_ONCE = 1_000_000

_LISTS = """
SELECT person * 2 + direction, epoch, pseudonyms FROM graph.archive
WHERE person > ? AND person <= ? ORDER BY person, direction
"""
_TOTAL = "SELECT coalesce(sum(length(pseudonyms)), 0) / 8 FROM graph.archive"


@dataclass(frozen=True, slots=True)
class Whole:
    """Everybody a Person names in one direction, whatever the source; `who` is person * 2 + direction."""

    who: int
    targets: Numbers


def total_edges(connection: Connection) -> int:
    """About how many edges all lists hold; one that stands in two counts twice."""
    (total,) = connection.execute(_TOTAL).fetchone()
    return int(total)


def portions(
    connection: Connection, keys: Keys, epoch: int, after: int = 0, until: int = 2**62
) -> Iterator[list[Whole]]:
    """The lists of the Persons after `after` up to `until`, as of an epoch, in portions of whole Persons."""
    while portion := _portion(connection, keys, epoch, after, until):
        after = portion[-1].who >> 1
        yield portion


def _portion(connection: Connection, keys: Keys, epoch: int, after: int, until: int) -> list[Whole]:
    rows = connection.execute(_LISTS, (after, until))
    portion: list[Whole] = []
    edges = 0
    for who, some in groupby(rows, key=lambda row: int(row[0])):
        if edges >= EDGES_AT_ONCE and who >> 1 != portion[-1].who >> 1:
            break
        targets = union(*(at_epoch(keys, blob, since, epoch) for _, since, blob in some))
        portion.append(Whole(who, targets))
        edges += len(targets)
    rows.close()  # or this reading view would hold everything that is written from now on
    return portion


def rows_of(portion: list[Whole]) -> Numbers:
    """Their edges as rows (target, who), list by list."""
    targets = np.concatenate([NOTHING, *(whole.targets for whole in portion)])
    whos = np.repeat(np.array([whole.who for whole in portion]), [len(whole.targets) for whole in portion])
    return np.column_stack((targets, whos))


def at_epoch(keys: Keys, blob: bytes, since: int, epoch: int) -> Numbers:
    """A kept list as of an epoch, sorted; the keys are only needed if it was kept in another."""
    if since == epoch:
        return unpack(blob)
    return np.sort(keys().move(unpack(blob), since, epoch))
