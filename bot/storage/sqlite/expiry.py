"""Entries of lists whose far end never registers: they go when the list is old, in small steps.

Each list is looked through once in a round, whether it is in use or was replaced by an Import which may be undone: a
list keeps the moment it was brought, and a new one is brought later. So a round never ends, it waits for lists to grow
old. Another begins, from the oldest list on, when somebody was registered and is no longer, or when an old list came
back: the number `strangers` counts both.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.storage.sqlite.lists import NewList, keep_list, list_at
from bot.storage.sqlite.pseudonyms import pack
from bot.storage.sqlite.sets import unique
from bot.storage.sqlite.values import micros

if TYPE_CHECKING:
    from bot.storage.sqlite.pseudonyms import Numbers
    from bot.storage.sqlite.session import Session

IDS_AT_ONCE = 100_000
"""After so many entries a step ends, whatever the number of lists; one list is always looked through whole.

Less than 0.1 s when nearly all of them go (measured, a busy machine).
"""

_STRANGERS = "strangers"  # meta of the people's file; triggers there count too
_ROUND = "expiry"  # meta of the graph's file

_AGED = """
SELECT at, person, direction, source, batch, made_at, length(pseudonyms) / 8 FROM graph.archive
WHERE (at, person, direction, source) > (?, ?, ?, ?) AND at < ? ORDER BY at, person, direction, source LIMIT ?
"""
_REPLACED = """
SELECT json_extract(before, '$.at') AS brought, id, length(pseudonyms) / 8 FROM main.import_before
WHERE kind = 'list' AND json_extract(before, '$.at') >= ? AND (json_extract(before, '$.at'), id) > (?, ?)
  AND json_extract(before, '$.at') < ?
ORDER BY json_extract(before, '$.at'), id LIMIT ?
"""
_GET = "SELECT value FROM {}.meta WHERE key = ?"
_SET = "INSERT INTO graph.meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_COUNT = """
INSERT INTO main.meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1
"""


@dataclass(frozen=True, slots=True)
class _Round:
    """How far everything was looked through."""

    limit: int  # the age asked for when it began, as a moment
    strangers: int  # counted when it began
    used: tuple[int, int, int, str] = (-1, -1, -1, "")  # the last list in use: at, person, direction, source
    replaced: tuple[int, int] = (-1, -1)  # the last that was replaced: at, id


def expire(session: Session, before: datetime, at_most: int) -> int:
    """Look through up to `at_most` lists brought before that moment and drop who is not here; how many it were.

    0 when nothing of that age is left to look through. A new round never begins twice with the same moment.
    """
    limit, strangers = micros(before), _value(session, "main", _STRANGERS) or 0
    now = _round(session) or _Round(limit, strangers)
    looked, then = _look(session, now, limit, at_most)
    if not looked and strangers != now.strangers and limit > now.limit:
        looked, then = _look(session, _Round(limit, strangers), limit, at_most)
    if then != now:
        session.execute(_SET, (_ROUND, json.dumps(astuple(then))))
        session.graph_changed = True
    return looked


def again(session: Session) -> None:
    """A list has come back that may be older than those looked through: a new round is due."""
    session.execute(_COUNT, (_STRANGERS,))


def _look(session: Session, now: _Round, limit: int, at_most: int) -> tuple[int, _Round]:
    """The next lists; how many, and the round after them."""
    looked = entries = 0
    for *used, batch, made_at, length in session.execute(_AGED, (*now.used, limit, at_most)).fetchall():
        if entries >= IDS_AT_ONCE:
            break
        _thin_used(session, used, batch, made_at)
        now = replace(now, used=tuple(used))
        looked, entries = looked + 1, entries + length
    if looked:
        return looked, now
    for at, number, length in session.execute(_REPLACED, (now.replaced[0], *now.replaced, limit, at_most)).fetchall():
        if entries >= IDS_AT_ONCE:
            break
        _thin_replaced(session, number)
        now = replace(now, replaced=(at, number))
        looked, entries = looked + 1, entries + length
    return looked, now


def _thin_used(session: Session, used: Sequence[Any], batch: int | None, made_at: int | None) -> None:
    at, person, direction, source = used
    whole = list_at(session, person, direction, source)
    kept = _registered(session, whole)
    if len(kept) < len(whole):
        keep_list(session, NewList(person, direction, source, kept, at, batch, made_at), whole)


def _thin_replaced(session: Session, number: int) -> None:
    sql = "SELECT pseudonyms, epoch FROM main.import_before WHERE id = ?"
    whole = session.pseudonyms.listed(*session.execute(sql, (number,)).fetchone())
    kept = _registered(session, whole)
    if len(kept) < len(whole):
        values = (pack(kept), session.pseudonyms.epoch, number)
        session.execute("UPDATE main.import_before SET pseudonyms = ?, epoch = ? WHERE id = ?", values)


def _registered(session: Session, whole: Numbers) -> Numbers:
    places, _ = session.registered(whole)
    return unique(whole[places])


def _round(session: Session) -> _Round | None:
    found = _value(session, "graph", _ROUND)
    if found is None:
        return None
    limit, strangers, used, replaced = found
    return _Round(limit, strangers, tuple(used), tuple(replaced))


def _value(session: Session, schema: str, key: str) -> Any:
    row = session.execute(_GET.format(schema), (key,)).fetchone()
    return None if row is None else json.loads(row[0])
