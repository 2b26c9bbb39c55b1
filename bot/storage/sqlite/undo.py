"""Taking back what one Import did, in short steps; what others changed since stays.

Where a later Import has replaced what this one brought, it remembers it, to be put back one day. That memory takes over
what this Import had remembered in its turn, or is dropped: nothing that was taken back ever comes again.

What is remembered is in the people's file, lists in the graph's, and a commit is atomic in each, not across. So a list
is forgotten in the transaction after the one that put it back, and the one that finds nothing to do says `undone`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from bot.domain.accounts import Account, Platform
from bot.domain.registry import same_account
from bot.storage.sqlite import derived, proofs
from bot.storage.sqlite.accounts import AccountRows
from bot.storage.sqlite.people import SqlitePeople
from bot.storage.sqlite.session import Session

_SOME, _SOME_LISTS = 500, 20  # rows read together
_NO_END = 1 << 62
_BEGIN = "UPDATE import_batch SET state = 'undoing' WHERE id = ? AND state IN ('done', 'undoing')"
_BEFORE = """
SELECT id, kind, person, before FROM import_before WHERE batch = :batch AND kind <> 'list' ORDER BY id DESC LIMIT :some
"""
_LISTS_BEFORE = """
SELECT id, person, before, pseudonyms, epoch FROM import_before
WHERE batch = ? AND kind = 'list' AND id < ? ORDER BY id DESC LIMIT ?
"""
_FORGET = "DELETE FROM import_before WHERE id = ?"
_LINK = "UPDATE account SET person = ?, level = ?, source = ?, linked_at = ?, batch = ? WHERE id = ?"
_LOCAL = "UPDATE account SET local_id = ?, local_host = ? WHERE id = ? AND batch = ?"
_UNLINK = "UPDATE account SET person = NULL, level = NULL, source = '', linked_at = NULL, batch = NULL WHERE id = ?"
_NAMES = "UPDATE person SET x_handle = ?, language = ?, x_heard = ? WHERE id = ? AND x_handle = ? AND language = ?"
_SAY = "UPDATE consent SET value = ?, at = ?, batch = ? WHERE person = ? AND purpose = ? AND batch = ?"
_REMEMBERED = "SELECT id, person, before FROM import_before WHERE json_extract(before, '$.batch') = ? AND kind = ?"
_HAND_DOWN = "UPDATE import_before SET person = ?, before = ?, pseudonyms = ?, epoch = ? WHERE id = ?"
_NAMED_SINCE = """
UPDATE import_before SET before = json_set(before, '$.x_handle', ?, '$.language', ?, '$.heard', ?)
WHERE person = ? AND kind = 'names' AND batch > ?
  AND json_extract(before, '$.x_handle') = ? AND json_extract(before, '$.language') = ?
"""
_HEIR = """
UPDATE person SET batch = (
  SELECT min(batch) FROM (
    SELECT batch FROM account WHERE person = :person UNION ALL SELECT batch FROM consent WHERE person = :person
    UNION ALL SELECT batch FROM graph.archive WHERE person = :person
  )
) WHERE id = :person
"""
# Somebody the batch made and nobody has anything else of: no Link, no word of theirs, no list.
_USED = """
SELECT EXISTS (SELECT 1 FROM account WHERE person = :person) OR EXISTS (SELECT 1 FROM consent WHERE person = :person)
  OR EXISTS (SELECT 1 FROM graph.archive WHERE person = :person)
"""


class Blob(NamedTuple):
    """A list as it was kept."""

    pseudonyms: bytes | None
    epoch: int


NO_LIST = Blob(None, 1)


def undo_some(session: Session, batch: int, enough: Callable[[], bool]) -> bool:
    """See `ports.Imports.undo`."""
    began = session.execute(_BEGIN, (batch,))
    if began.rowcount == 0:
        return False
    worked = False
    for sql, take_back in _STEPS:
        while rows := session.execute(sql, {"batch": batch, "some": _SOME}).fetchall():
            worked = True
            for row in rows:
                take_back(session, batch, row)
                if enough():
                    return True
        if sql is _BEFORE and _put_lists_back(session, batch, enough):
            return True
    if not worked:
        session.execute("UPDATE import_batch SET state = 'undone' WHERE id = ?", (batch,))
    return worked


def _put_back(session: Session, batch: int, row: tuple[Any, ...]) -> None:
    number, kind, person, before = row
    if session.execute("SELECT 1 FROM person WHERE id = ?", (person,)).fetchone():
        _RESTORE[kind](session, batch, person, json.loads(before))
    session.execute(_FORGET, (number,))


def _put_lists_back(session: Session, batch: int, enough: Callable[[], bool]) -> bool:
    """Put back lists, forget those that were back before; whether another transaction must see to them."""
    again, last = False, _NO_END
    while rows := session.execute(_LISTS_BEFORE, (batch, last, _SOME_LISTS)).fetchall():
        for last, person, before, *blob in rows:
            if _list(session, batch, person, json.loads(before), Blob(*blob)):
                again = True
            else:
                session.execute(_FORGET, (last,))
            if enough():
                return True
    return again


def _hand_down(
    session: Session, batch: int, kind: str, person: int, before: dict[str, Any], blob: Blob = NO_LIST
) -> None:
    """Another Import has replaced it since: it is theirs to put back."""
    for number, theirs, text in session.execute(_REMEMBERED, (batch, kind)).fetchall():
        # A Link may have gone from one Person to another.
        if (kind == "link" or theirs == person) and _same[kind](json.loads(text), before):
            session.execute(_HAND_DOWN, (person, json.dumps(before), *blob, number))


def _names(session: Session, batch: int, person: int, before: dict[str, Any]) -> None:
    names = (before["x_handle"], before["language"], int(before.get("heard", 0)))
    if session.execute(_NAMES, (*names, person, *before["given"])).rowcount == 0:
        session.execute(_NAMED_SINCE, (*names, person, batch, *before["given"]))


def _link(session: Session, batch: int, person: int, before: dict[str, Any]) -> None:
    """The row may be gone: an Account nobody spoke of any more."""
    account, rows = _account(before), AccountRows(session)
    row = rows.complete(account) or rows.ensure(account)
    (made_by,) = session.execute("SELECT batch FROM account WHERE id = ?", (row.id,)).fetchone()
    if row.person is not None and made_by != batch:
        _hand_down(session, batch, "link", person, before)
        return
    values = (person, before["level"], before["source"], before["linked_at"], before["batch"], row.id)
    with derived.changing(session, (person, row.person), (row.id,)):
        session.execute(_LOCAL, (account.local_id, account.local_host, row.id, batch))  # what only the batch knew
        session.execute(_LINK, values)
        proofs.forget(session, row.id)
        proofs.put_back(session, row.id, person, before.get("proofs", ()))
        rows.settle_hold(row.id)


def _consent(session: Session, batch: int, person: int, before: dict[str, Any]) -> None:
    with derived.changing(session, (person,)):
        values = (before["value"], before["at"], before["batch"], person, before["purpose"], batch)
        said = session.execute(_SAY, values).rowcount
    if said == 0:
        _hand_down(session, batch, "consent", person, before)


def _list(session: Session, batch: int, person: int, before: dict[str, Any], blob: Blob) -> bool:
    """Whether it has been put back just now."""
    from bot.storage.sqlite import expiry  # here and below: people go without arrays
    from bot.storage.sqlite.lists import NewList, keep_list

    expiry.again(session)
    direction, source = before["direction"], before["source"]
    made_by = session.execute(
        "SELECT batch FROM graph.archive WHERE person = ? AND direction = ? AND source = ?", (person, direction, source)
    ).fetchone()
    if made_by != (batch,):
        _hand_down(session, batch, "list", person, before, blob)
        return False
    pseudonyms = session.pseudonyms.listed(blob.pseudonyms or b"", blob.epoch)
    more = (before["at"], before["batch"], before.get("made_at"))
    keep_list(session, NewList(person, direction, source, pseudonyms, *more))
    return True


def _account(before: dict[str, Any]) -> Account:
    names = [before[name] or "" for name in ("stable_id", "handle", "url", "local_id", "local_host")]
    return Account(Platform(before["platform"]), *names)


_RESTORE: dict[str, Callable[[Session, int, int, dict[str, Any]], None]] = {
    "names": _names,
    "link": _link,
    "consent": _consent,
}


_same: dict[str, Callable[[dict[str, Any], dict[str, Any]], bool]] = {
    "link": lambda theirs, ours: same_account(_account(theirs), _account(ours)),
    "consent": lambda theirs, ours: bool(theirs["purpose"] == ours["purpose"]),
    "list": lambda theirs, ours: (theirs["direction"], theirs["source"]) == (ours["direction"], ours["source"]),
}


def _drop(session: Session, _: int, row: tuple[Any, ...]) -> None:
    session.execute("DELETE FROM import_before WHERE id = ?", row)


def _unlink(session: Session, batch: int, found: tuple[Any, ...]) -> None:
    row, person = found
    with derived.changing(session, (person,), (row,)):
        if proofs.take_back(session, AccountRows(session).get(row), batch, session.clock.now()):
            return
        session.execute(_UNLINK, (row,))
        proofs.forget(session, row)
        AccountRows(session).drop_if_bare(row)


def _unprove(session: Session, batch: int, found: tuple[Any, ...]) -> None:
    (number,) = found
    row = AccountRows(session).get(number)
    with derived.changing(session, (row.person,), (number,)):
        proofs.take_back(session, row, batch, session.clock.now())


def _unsay(session: Session, _: int, row: tuple[Any, ...]) -> None:
    with derived.changing(session, (row[0],)):
        session.execute("DELETE FROM consent WHERE person = ? AND purpose = ?", row)


def _forget_list(session: Session, _: int, row: tuple[Any, ...]) -> None:
    from bot.storage.sqlite.lists import drop_list

    drop_list(session, *row)


def _remove(session: Session, _: int, row: tuple[Any, ...]) -> None:
    (person,) = row
    (used,) = session.execute(_USED, {"person": person}).fetchone()
    if used:
        session.execute(_HEIR, {"person": person})
    else:
        SqlitePeople(session).remove(person)


# In this order: what was replaced first, then what the batch made, a Person last. Each empties its own query.
_STEPS: tuple[tuple[str, Callable[[Session, int, tuple[Any, ...]], None]], ...] = (
    (_BEFORE, _put_back),
    ("SELECT id FROM import_before WHERE json_extract(before, '$.batch') = :batch LIMIT :some", _drop),
    ("SELECT DISTINCT account FROM proof WHERE batch = :batch LIMIT :some", _unprove),
    ("SELECT id, person FROM account WHERE batch = :batch AND person IS NOT NULL LIMIT :some", _unlink),
    ("SELECT person, purpose FROM consent WHERE batch = :batch LIMIT :some", _unsay),
    ("SELECT person, direction, source FROM graph.archive WHERE batch = :batch LIMIT :some", _forget_list),
    ("SELECT id FROM person WHERE batch = :batch LIMIT :some", _remove),
)
