"""The index of the lists: who names somebody. It is behind by what stands in `unmerged`, and is asked with it.

`edge` holds pseudonyms of the epoch `edge_epoch`; every row of `unmerged` has its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bot.storage.sqlite import erased
from bot.storage.sqlite.pseudonyms import Numbers, pack
from bot.storage.sqlite.sets import union

if TYPE_CHECKING:
    from bot.storage.sqlite.session import Session

_SOME = 400  # numbers in one IN (...)
_PART = 1 << 16  # edges in one row: half a megabyte, where one of a million would be held three times

_NOTE = "INSERT INTO graph.unmerged (who, epoch, added, removed) VALUES (?, ?, ?, ?)"
_NAMED_BY = "SELECT who FROM graph.edge WHERE target = ?"
_LISTS = "SELECT direction, epoch, pseudonyms FROM graph.archive WHERE person = ?"
_WAITING = "SELECT who & 1, epoch, added, removed FROM graph.unmerged WHERE who IN (?, ?)"
_COUNT = """
INSERT INTO graph.meta (key, value) VALUES ('erasures', '1')
ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1
"""


def note(session: Session, who: int, added: Numbers, removed: Numbers) -> None:
    """Edges of `who` (person * 2 + direction) have come and gone; pseudonyms of the present epoch, each set sorted.

    Few rows, whatever their number: the merge brings them into `edge` with those of many others.
    """
    epoch = session.pseudonyms.epoch
    for start in range(0, max(len(added), len(removed)), _PART):
        some = slice(start, start + _PART)
        session.execute(_NOTE, (who, epoch, pack(added[some]), pack(removed[some])))
        session.graph_changed = True


def named_by(session: Session, x_id: int) -> list[int]:
    """Every who (person * 2 + direction) with a list that names this X id, as of now, sorted."""
    pseudonyms = session.pseudonyms
    target = pseudonyms.one(x_id)
    edge_epoch = session.edge_epoch
    indexed = target if edge_epoch == pseudonyms.epoch else int(pseudonyms.at((x_id,), edge_epoch)[0])
    found = {who for (who,) in session.execute(_NAMED_BY, (indexed,))}
    changed = session.unmerged(target)
    found -= changed.keys()
    if found:
        found -= erased.whos(session.connection)
    alive = set(_alive(session, {who >> 1 for who, there in changed.items() if there}))
    return sorted(found.union(who for who, there in changed.items() if there and who >> 1 in alive))


def erase(session: Session, person: int) -> None:
    """Leave no edge of a Person in any answer, and none anywhere, be the index in use, made or replaced.

    Those of long lists leave the index in the transactions that follow (see `erased`). Reads their lists: to be called
    before those are dropped.
    """
    targets = _targets(session, person)
    session.execute("DELETE FROM graph.unmerged WHERE who IN (?, ?)", (person * 2, person * 2 + 1))
    erased.leave(session, targets)
    session.execute(_COUNT)  # a merge under way must not bring back what it has read before
    session.graph_changed = True


def _targets(session: Session, person: int) -> dict[int, Numbers]:
    """Per who, all that `edge` may hold: what their lists say, what waits, and what is gone but not merged yet."""
    found: dict[int, list[Numbers]] = {}
    listed = session.pseudonyms.listed
    for direction, epoch, blob in session.execute(_LISTS, (person,)):
        found.setdefault(person * 2 + direction, []).append(listed(blob, epoch))
    for direction, epoch, *blobs in session.execute(_WAITING, (person * 2, person * 2 + 1)):
        found.setdefault(person * 2 + direction, []).extend(listed(blob, epoch) for blob in blobs)
    return {who: union(*lists) for who, lists in found.items()}


def _alive(session: Session, persons: Iterable[int]) -> Iterator[int]:
    """Those who are still registered: what is in memory may be older than somebody's erasure."""
    numbers = sorted(persons)
    for start in range(0, len(numbers), _SOME):
        some = numbers[start : start + _SOME]
        marks = ",".join("?" * len(some))
        yield from (person for (person,) in session.execute(f"SELECT id FROM person WHERE id IN ({marks})", some))  # noqa: S608
