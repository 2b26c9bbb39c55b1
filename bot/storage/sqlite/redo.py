"""Lists that are wholly there or not at all, with the Link they came with, wherever a crash falls.

People are in one file and lists in another, and a commit is atomic in each, not across: SIGKILL between the two left a
Link without its lists in one of twenty kills. So the lists go into the people's file as well, in the same transaction,
and whoever opens the database next puts those back that the graph's file does not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from bot.storage.sqlite import derived, edges
from bot.storage.sqlite.lists import NewList, keep_list, known_among, list_at, moved, pairs, write_archives
from bot.storage.sqlite.pseudonyms import pack
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.sets import NOTHING, union, without
from bot.storage.sqlite.values import clean, micros

_PART = 1 << 16  # pseudonyms in one row: half a megabyte
_TOGETHER = 4  # rows dropped in one transaction: what is dropped is overwritten

_FORGET = "DELETE FROM main.list_redo WHERE person = ? AND direction = ? AND source = ?"
_NOTE = """
INSERT INTO main.list_redo (person, direction, source, part, at, made_at, generation, epoch, pseudonyms)
SELECT ?, ?, ?, ?, ?, ?, CAST(value AS INTEGER) + 1, ?, ? FROM main.meta WHERE key = 'generation'
"""
_SETTLE = "DELETE FROM main.list_redo WHERE rowid IN (SELECT rowid FROM main.list_redo WHERE at = ? LIMIT ?)"
_LOST = """
SELECT DISTINCT r.person, r.direction, r.source, r.at, r.made_at FROM main.list_redo r
LEFT JOIN graph.archive a ON a.person = r.person AND a.direction = r.direction AND a.source = r.source
WHERE a.at IS NULL OR a.at < r.at
"""
_PARTS = "SELECT epoch, pseudonyms FROM main.list_redo WHERE person = ? AND direction = ? AND source = ? ORDER BY part"
_THERE = """
DELETE FROM main.list_redo WHERE EXISTS (
  SELECT 1 FROM graph.archive a
  WHERE a.person = list_redo.person AND a.direction = list_redo.direction AND a.source = list_redo.source
    AND a.at >= list_redo.at
)
"""
_GENERATIONS = "SELECT DISTINCT generation FROM main.list_redo WHERE generation > ? AND generation <= ?"
_X_ID = "SELECT x_id FROM main.person WHERE id = ? AND x_id IS NOT NULL"


def note(session: Session, new: NewList) -> None:
    """Keep a list, which the graph got in this transaction, in the people's file too."""
    source, epoch = clean(new.source), session.pseudonyms.epoch
    session.execute(_FORGET, (new.person, new.direction, source))
    for part, start in enumerate(range(0, max(len(new.pseudonyms), 1), _PART)):
        blob = pack(new.pseudonyms[start : start + _PART])
        session.execute(_NOTE, (new.person, new.direction, source, part, new.at, new.made_at, epoch, blob))


def settle(session: Session, at: datetime) -> bool:
    """The lists brought at that moment are committed in both files; whether there is more of them to drop."""
    return session.execute(_SETTLE, (micros(at), _TOGETHER)).rowcount == _TOGETHER


def tells_all(session: Session, since: int, until: int) -> bool:
    """Whether the transactions between those generations brought such lists, all of them: nothing else was lost."""
    (found,) = session.execute(f"SELECT count(*) FROM ({_GENERATIONS})", (since, until)).fetchone()  # noqa: S608
    return bool(found == until - since)


def replay(session: Session) -> int:
    """Put back what the graph's file lost, while nobody else writes; how many lists. What it has is forgotten here."""
    session.execute(_THERE)
    lost = list(_lost(session))
    for one in lost:
        keep_list(session, _read(session, one))
    return len(lost)


def repair(session: Session) -> None:
    """The same where the graph's file lacks nothing but transactions with such lists; the people's file is right.

    What is counted is there, so that this takes as long as an import, however many people there are.
    """
    session.execute(_THERE)
    lost = list(_lost(session))
    for new in (_read(session, one) for one in lost):
        before = list_at(session, new.person, new.direction, new.source)
        write_archives(session, (new,))
        added, removed = without(new.pseudonyms, before), without(before, new.pseudonyms)
        come, gone = moved(session, new, added, removed)
        edges.note(session, new.person * 2 + new.direction, come, gone)
        for some in derived.portions(pairs(new.person, new.direction, known_among(session, gone))):
            derived.unsupport(session.connection, some)
        _support(session, pairs(new.person, new.direction, known_among(session, come)))
    for person in sorted({one.person for one in lost}):
        for (x_id,) in session.execute(_X_ID, (person,)).fetchall():
            _support(session, derived.named_by(session, person, x_id))


def _support(session: Session, pairs: Iterable[derived.Pair]) -> None:
    for some in derived.portions(pairs):
        derived.support(session.connection, some)


def _lost(session: Session) -> Iterator[NewList]:
    """Those that the graph's file does not have, without what is in them."""
    for person, direction, source, at, made_at in session.execute(_LOST).fetchall():
        yield NewList(person, direction, source, NOTHING, at, None, made_at)


def _read(session: Session, lost: NewList) -> NewList:
    """The whole of it."""
    parts = session.execute(_PARTS, (lost.person, lost.direction, lost.source))
    keys = session.pseudonyms
    return replace(lost, pseudonyms=union(*(keys.listed(blob, epoch) for epoch, blob in parts)))
