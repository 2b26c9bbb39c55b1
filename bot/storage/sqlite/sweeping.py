"""What an erasure leaves to do, in short steps: names in the words of others, pseudonyms in the lists of others.

The row of `erasure` holds the names until everything was looked through; killed at any point, whoever writes next goes
on from there. All erasures that wait are done in one pass.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.domain.names import holds_any, pattern_of
from bot.storage.sqlite import building, derived, edges
from bot.storage.sqlite.outbox import scrub
from bot.storage.sqlite.pseudonyms import pack

if TYPE_CHECKING:
    from bot.storage.sqlite.pseudonyms import Numbers
    from bot.storage.sqlite.session import Session
    from bot.storage.sqlite.steps import Enough

ROWS_AT_ONCE: Final = 500
"""Some 5 ms of looking at words."""

LISTS_AT_ONCE: Final = 20

# Those of one pass stand at one place; whoever came meanwhile stands at none, and goes with the next.
_WAITING = """
SELECT id, names, x_id FROM erasure WHERE names <> ''
  AND place = (SELECT place FROM erasure WHERE names <> '' ORDER BY id LIMIT 1) ORDER BY id
"""
_PLACE = "SELECT place FROM erasure WHERE names <> '' ORDER BY id LIMIT 1"
_SET_PLACE = "UPDATE erasure SET place = ? WHERE id = ?"
_SWEPT = "UPDATE erasure SET names = '', x_id = NULL, place = '' WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Words:
    """A table whose words may hold somebody's names: its columns, and what is done with a row that does."""

    table: str
    columns: tuple[str, ...]
    clear: Callable[[Session, int], object]
    quoted: bool = False  # JSON that must stay whole: only a whole string counts


def _emptied(table: str, *columns: str) -> Callable[[Session, int], object]:
    values = ", ".join(f"{column} = ''" for column in columns)
    sql = f"UPDATE {table} SET {values} WHERE id = ?"  # noqa: S608
    return lambda session, row: session.execute(sql, (row,))


def _deleted(table: str) -> Callable[[Session, int], object]:
    sql = f"DELETE FROM {table} WHERE id = ?"  # noqa: S608
    return lambda session, row: session.execute(sql, (row,))


def _unworded(session: Session, post: int) -> None:
    """What is still owed is said first; a Post of somebody else's that is over loses its words."""
    (state,) = session.execute("SELECT state FROM outbox WHERE id = ?", (post,)).fetchone()
    if state in ("sent", "refused", "withdrawn"):
        scrub(session, post)
    else:
        session.execute("INSERT INTO ending (post, what) VALUES (?, 'scrub') ON CONFLICT DO NOTHING", (post,))


SWEPT: Final = (
    Words("inbox", ("text", "thread"), _emptied("inbox", "text", "thread")),
    Words("outbox", ("record", "trigger", "thread", "ticket", "reason"), _unworded),
    Words("import_before", ("before",), _deleted("import_before"), quoted=True),
    Words("import_row", ("person",), _deleted("import_row"), quoted=True),
    Words("claim", ("source", "reason"), _emptied("claim", "source", "reason")),
    Words("audit", ("reason",), _emptied("audit", "reason")),
    Words("notice", ("origin",), _deleted("notice")),
    Words("proof_check", ("trigger", "thread", "reply"), _deleted("proof_check")),
    Words("server_check", ("uri", "answer"), _deleted("server_check")),
)
"""Every table with words that others wrote, or that are about others too."""

BLOBS: Final = (
    ("main.import_before", "id", "pseudonyms"),
    ("main.import_row", "id", "follows"),
    ("main.import_row", "id", "followers"),
    ("main.list_redo", "rowid", "pseudonyms"),
    ("graph.unmerged", "id", "added"),
    ("graph.unmerged", "id", "removed"),
)
"""Lists that no index tells to name somebody."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that is looked for in this pass."""

    rows: tuple[int, ...]
    names: tuple[str, ...]
    x_ids: tuple[int, ...]


def waiting(session: Session) -> bool:
    """Whether anything is to be looked through."""
    return session.execute(_PLACE).fetchone() is not None


def step(session: Session, enough: Enough) -> bool:
    """Some of it, inside a transaction; whether there is more. An erasure that came meanwhile begins a new pass."""
    wanted = _wanted(session)
    if not wanted.rows:
        return False
    stage, after = json.loads(session.execute(_PLACE).fetchone()[0] or "[0, 0]")
    while stage < len(_STAGES):
        last = _STAGES[stage](session, wanted, after)
        stage, after = (stage, last) if last is not None else (stage + 1, 0)
        if enough():
            break
    if stage < len(_STAGES):
        _set_place(session, wanted, stage, after)
        return True
    if wanted.x_ids and building.leftover(session.connection):
        # An index that is being made was read from the lists as they were: it is looked through when it is in use.
        _set_place(session, wanted, len(SWEPT), 0)
        return False
    session.connection.executemany(_SWEPT, [(row,) for row in wanted.rows])
    pattern_of.cache_clear()  # nothing of them stays in memory either
    return waiting(session)


def _set_place(session: Session, wanted: Wanted, stage: int, after: int) -> None:
    place = json.dumps([stage, after])
    session.connection.executemany(_SET_PLACE, [(place, row) for row in wanted.rows])


def _wanted(session: Session) -> Wanted:
    rows = session.execute(_WAITING).fetchall()
    names = {name for _, said, _ in rows for name in json.loads(said)}
    return Wanted(tuple(row for row, *_ in rows), tuple(sorted(names)), tuple(x for *_, x in rows if x is not None))


Stage = Callable[["Session", Wanted, int], "int | None"]
"""Looks at some rows after that one; the last of them, None when there are no more."""


def _stage_of(words: Words) -> Stage:
    columns = ", ".join(words.columns)
    sql = f"SELECT id, {columns} FROM main.{words.table} WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608

    def stage(session: Session, wanted: Wanted, after: int) -> int | None:
        rows = session.execute(sql, (after, ROWS_AT_ONCE)).fetchall()
        names = tuple(f'"{name}"' for name in wanted.names) if words.quoted else wanted.names
        for row, *texts in rows:
            if any(holds_any(text, names) for text in texts if text):
                words.clear(session, row)
        return rows[-1][0] if rows else None

    return stage


def _blobs_of(table: str, key: str, column: str) -> Stage:
    sql = f"SELECT {key}, epoch, {column} FROM {table} WHERE {key} > ? AND {column} IS NOT NULL ORDER BY {key} LIMIT ?"  # noqa: S608
    keep = f"UPDATE {table} SET {column} = ? WHERE {key} = ?"  # noqa: S608

    def stage(session: Session, wanted: Wanted, after: int) -> int | None:
        if not wanted.x_ids:
            return None
        rows = session.execute(sql, (after, LISTS_AT_ONCE)).fetchall()
        for row, epoch, blob in rows:
            if (thinner := _thinner(session, wanted.x_ids, epoch, blob)) is not None:
                session.execute(keep, (pack(thinner), row))
                session.execute(_THINNED)
                session.graph_changed = True
        return rows[-1][0] if rows else None

    return stage


def _thinner(session: Session, x_ids: Sequence[int], epoch: int, blob: bytes) -> Numbers | None:
    """A kept list without them, as of its epoch; None if it does not name them."""
    whole = np.frombuffer(blob, "<i8").astype(np.int64, copy=False)
    targets = np.sort(session.pseudonyms.at(x_ids, epoch))
    kept = whole[~np.isin(whole, targets)]
    return kept if len(kept) < len(whole) else None


def _lists(session: Session, wanted: Wanted, after: int) -> int | None:
    """Lists in use that name an X number, by the index; `after` is the number's place and the last list done."""
    place, last = divmod(after, _WHOS)
    if place >= len(wanted.x_ids):
        return None
    x_id = wanted.x_ids[place]
    there = session.execute("SELECT 1 FROM person WHERE x_id = ?", (x_id,)).fetchone()
    left = [] if there else [who for who in edges.named_by(session, x_id) if who >= last]  # or they are back already
    for who in left[:LISTS_AT_ONCE]:
        _thin(session, x_id, who)
    if len(left) > LISTS_AT_ONCE:
        return place * _WHOS + left[LISTS_AT_ONCE]
    return (place + 1) * _WHOS


_WHOS: Final = 1 << 40
_THINNED = """
INSERT INTO graph.meta (key, value) VALUES ('thinned', '1')
ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1
"""
_ARCHIVES = "SELECT source, epoch, pseudonyms FROM graph.archive WHERE person = ? AND direction = ?"
_KEEP = "UPDATE graph.archive SET pseudonyms = ? WHERE person = ? AND direction = ? AND source = ?"


def _thin(session: Session, x_id: int, who: int) -> None:
    """Take an X number out of the lists of one Person, and out of the index."""
    person, direction, named = who >> 1, who & 1, False
    for source, epoch, blob in session.execute(_ARCHIVES, (person, direction)).fetchall():
        thinner = _thinner(session, (x_id,), epoch, blob)
        if thinner is not None:
            session.execute(_KEEP, (pack(thinner), person, direction, source))
            named = True
    for table, epoch in building.epochs(session.connection).items():
        (target,) = session.pseudonyms.at((x_id,), epoch).tolist()
        session.execute(f"DELETE FROM graph.{table} WHERE target = ? AND who = ?", (target, who))  # noqa: S608
    if named:
        derived.count_edges(session, Counter({person: -1}))
    session.graph_changed = True


_STAGES: Final[tuple[Stage, ...]] = (
    *(_stage_of(words) for words in SWEPT),
    _lists,  # before `unmerged`, which tells of them too
    *(_blobs_of(*where) for where in BLOBS),
)
