"""Whom a Person follows on X and who follows them: a list goes in whole, and what changes is what is new or gone.

The list itself is kept at once, with the pairs of registered people it tells of; its edges wait for the merge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.registry import Blind, ListChange
from bot.errors import StorageError, WrongKey
from bot.storage.sqlite import derived, edges
from bot.storage.sqlite.pseudonyms import Numbers, pack, unpack
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.sets import NOTHING, in_place, union, without
from bot.storage.sqlite.values import clean

FOLLOWS, FOLLOWERS = 0, 1
"""The direction of a list: whom the Person follows, who follows them."""

_LIST = "SELECT epoch, pseudonyms FROM graph.archive WHERE person = ? AND direction = ? AND source {} ?"
_KEEP = """
INSERT INTO graph.archive (person, direction, source, at, pseudonyms, batch, epoch, made_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (person, direction, source) DO UPDATE SET
  at = excluded.at, pseudonyms = excluded.pseudonyms, batch = excluded.batch,
  epoch = excluded.epoch, made_at = excluded.made_at
"""
_DROP_REDO = "DELETE FROM main.list_redo WHERE person = ? AND direction = ? AND source = ?"
_LISTS = "SELECT direction, source FROM graph.archive WHERE person = ?"


@dataclass(frozen=True, slots=True)
class NewList:
    """A list of a Person: `pseudonyms` of the present epoch, sorted and each once; moments in microseconds."""

    person: int
    direction: int
    source: str
    pseudonyms: Numbers
    at: int
    batch: int | None = None
    made_at: int | None = None


@dataclass(frozen=True, slots=True)
class BlindList(Blind):
    """X ids as a list holds them, made with those keys of the key file."""

    pseudonyms: Numbers
    keys: tuple[int, str]  # how many, and the check of them

    def __len__(self) -> int:
        return len(self.pseudonyms)


def blind(session: Session, x_ids: Iterable[int] | Blind) -> BlindList:
    """X ids as `pseudonyms_of` takes them later. InputError for a number that is none."""
    keys = session.pseudonyms
    return BlindList(pseudonyms_of(session, x_ids), (keys.epoch, keys.check))


def pseudonyms_of(session: Session, x_ids: Iterable[int] | Blind) -> Numbers:
    """X ids as a list holds them. InputError for a number that is none, WrongKey if keys have been replaced."""
    keys = session.pseudonyms
    if not isinstance(x_ids, Blind):
        return in_place(keys.of(x_ids))
    if not isinstance(x_ids, BlindList):
        raise StorageError("another store made these pseudonyms")
    epoch, check = x_ids.keys
    if check == keys.check:
        return x_ids.pseudonyms
    if not keys.began_with(epoch, check):
        raise WrongKey("the key file is not the one it was a moment ago: nothing was done, try again")
    return in_place(keys.lift(x_ids.pseudonyms, epoch))


def keep_list(session: Session, new: NewList, before: Numbers | None = None) -> ListChange:
    """Put a list in the place of the same Person's of that direction and source; what that changed in it.

    `before` is that list, for those who have read it.
    """
    if before is None:
        before = list_at(session, new.person, new.direction, new.source)
    write_archives(session, (new,))
    return _move_edges(session, new, before)


def write_archives(session: Session, lists: Iterable[NewList]) -> None:
    """The lists alone, without what follows from them."""
    epoch = session.pseudonyms.epoch
    session.graph_changed = True
    session.connection.executemany(
        _KEEP,
        (
            (new.person, new.direction, clean(new.source), new.at, pack(new.pseudonyms), new.batch, epoch, new.made_at)
            for new in lists
        ),
    )


def change(before: Numbers, after: Numbers) -> ListChange:
    """What a list becomes, beside what it was."""
    return ListChange(len(after), len(without(after, before)), len(without(before, after)))


def drop_lists(session: Session, person: int) -> None:
    """Forget every list a Person brought. Who named them in another list stays connected to them."""
    for direction, source in session.execute(_LISTS, (person,)).fetchall():
        drop_list(session, person, direction, source)


def drop_list(session: Session, person: int, direction: int, source: str) -> None:
    """Forget one list."""
    before = list_at(session, person, direction, source)
    session.execute(
        "DELETE FROM graph.archive WHERE person = ? AND direction = ? AND source = ?",
        (person, direction, clean(source)),
    )
    session.execute(_DROP_REDO, (person, direction, clean(source)))
    session.graph_changed = True
    _move_edges(session, NewList(person, direction, source, NOTHING, 0), before)


def list_at(session: Session, person: int, direction: int, source: str, sign: str = "=") -> Numbers:
    """The pseudonyms of a list; with sign '<>' those of the same list from all other sources."""
    rows = session.execute(_LIST.format(sign), (person, direction, clean(source))).fetchall()
    return union_of(session, rows)


def union_of(session: Session, lists: Sequence[tuple[int, bytes]]) -> Numbers:
    """What any of these kept lists (epoch, blob) holds; who only reads has no key, and needs none for one epoch."""
    if len({epoch for epoch, _ in lists}) < 2 and not session.keyed:
        return union(*(unpack(blob) for _, blob in lists))
    return union(*(session.pseudonyms.listed(blob, epoch) for epoch, blob in lists))


def _move_edges(session: Session, new: NewList, before: Numbers) -> ListChange:
    """Edges and pairs follow the lists; what another source of the same list says stays."""
    added, removed = without(new.pseudonyms, before), without(before, new.pseudonyms)
    come, gone = moved(session, new, added, removed)
    edges.note(session, new.person * 2 + new.direction, come, gone)
    derived.count_edges(session, Counter({new.person: len(come) - len(gone)}))
    derived.drop_pairs(session, pairs(new.person, new.direction, known_among(session, gone)))
    derived.add_pairs(session, pairs(new.person, new.direction, known_among(session, come)))
    return ListChange(len(new.pseudonyms), len(added), len(removed))


def moved(session: Session, new: NewList, added: Numbers, removed: Numbers) -> tuple[Numbers, Numbers]:
    """The edges that come and go with what a list gets and loses: not those that other sources of it tell of."""
    others = list_at(session, new.person, new.direction, new.source, "<>")
    return without(added, others), without(removed, others)


def pairs(person: int, direction: int, others: Iterable[int]) -> list[derived.Pair]:
    """What a list of `person` that names these Persons supports."""
    if direction == FOLLOWERS:
        return [(other, person, derived.THEIR_LIST) for other in others]
    return [(person, other, derived.OWN_LIST) for other in others]


def known_among(session: Session, pseudonyms: Numbers) -> list[int]:
    """The registered Persons among them."""
    found: list[int] = session.registered(pseudonyms)[1].tolist()
    return found
