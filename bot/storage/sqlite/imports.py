"""Imports on their way in: staged rows, and what a batch replaces.

What a batch makes carries its number in the `batch` of the row; what it replaces is kept in `import_before`. Whoever
changes such a row later puts another number or none there: so an undo can tell, and leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from itertools import combinations
from typing import Any

from bot.domain.accounts import Account
from bot.domain.bridges import at_home
from bot.domain.people import Person
from bot.domain.registry import Import, ListsRow, PersonRow, Staged, same_account
from bot.storage.sqlite import derived, proofs, undo
from bot.storage.sqlite.accounts import BY_HANDLE, BY_ID, BY_LOCAL, BY_URL, AccountRows, names_of
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.shown import shown
from bot.storage.sqlite.values import clean, micros, moment

PERSON, LISTS = 0, 1
"""The turn of a staged row: lists need their people."""

_BEGIN = "INSERT INTO import_batch (source, state, at) VALUES (?, 'staging', ?) RETURNING id"
_STAGE = "INSERT INTO import_row (batch, turn, x_id, person, follows, followers, epoch) VALUES (?, ?, ?, ?, ?, ?, ?)"
_COUNT = "UPDATE import_batch SET people = people + ?, lists = lists + ? WHERE id = ?"
_SEAL = "UPDATE import_batch SET state = 'applying', bad = ? WHERE id = ? AND state = 'staging'"
_STAGED = """
SELECT r.id, r.batch, b.source, r.x_id, r.person, (coalesce(length(follows), 0) + coalesce(length(followers), 0)) / 8
FROM (SELECT min(id) AS id FROM import_batch WHERE state = 'applying') AS first
JOIN import_batch b ON b.id = first.id JOIN import_row r ON r.batch = b.id
ORDER BY r.turn, r.id LIMIT ?
"""
_CLOSE = """
UPDATE import_batch SET state = 'done'
WHERE state = 'applying' AND NOT EXISTS (SELECT 1 FROM import_row WHERE batch = import_batch.id)
"""
_ABANDONED = "SELECT r.id FROM import_batch b JOIN import_row r ON r.batch = b.id WHERE b.state = 'staging' LIMIT ?"
_REMEMBER = "INSERT INTO import_before (batch, kind, person, before, pseudonyms, epoch) VALUES (?, ?, ?, ?, ?, ?)"
_GIVEN_AGAIN = """
UPDATE import_before SET before = json_set(before, '$.given', json(?)) WHERE batch = ? AND kind = 'names' AND person = ?
"""
_SAY = """
INSERT INTO consent (person, purpose, value, at, batch) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (person, purpose) DO UPDATE SET value = excluded.value, at = excluded.at, batch = excluded.batch
"""
_LIST = """
SELECT at, batch, made_at, pseudonyms, epoch FROM graph.archive WHERE person = ? AND direction = ? AND source = ?
"""

_KNOWN_X = "SELECT 1 FROM person WHERE x_id = ?"
_KNOWN = f"""
SELECT 1 FROM account WHERE {BY_ID} UNION ALL SELECT 1 FROM account WHERE {BY_URL}
UNION ALL SELECT 1 FROM account WHERE {BY_HANDLE} UNION ALL SELECT 1 FROM account WHERE {BY_LOCAL}
"""  # noqa: S608
_PERSON = """
INSERT INTO person (x_id, x_handle, language, created_at, batch, here, shows, name_bluesky, name_mastodon)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
_ACCOUNT = """
INSERT INTO account (platform, stable_id, url, handle, local_id, local_host, person, level, source, linked_at, batch)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_COLUMNS = ", ".join(field.name for field in fields(Import))


class _Json:
    """Staged people as JSON."""

    def __init__(self) -> None:
        import msgspec  # here: commands that only look do without it

        self.encode = msgspec.json.Encoder().encode
        self.decode = msgspec.json.Decoder(PersonRow).decode


_json = cache(_Json)


class SqliteImports:
    """`ports.Imports`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute
        self._rows = AccountRows(session)

    def begin(self, source: str, now: datetime) -> int:
        """See the port."""
        ((batch,),) = self._execute(_BEGIN, (clean(source), micros(now))).fetchall()
        return int(batch)

    def stage(self, batch: int, rows: Iterable[PersonRow | ListsRow]) -> None:
        """See the port."""
        values = [self._staged_values(batch, row) for row in rows]
        self._session.connection.executemany(_STAGE, values)
        lists = sum(value[1] for value in values)
        self._execute(_COUNT, (len(values) - lists, lists, batch))

    def seal(self, batch: int, bad: int) -> None:
        """See the port."""
        self._execute(_SEAL, (bad, batch))

    def throw_away(self, limit: int) -> bool:
        """See the port."""
        ids = self._execute(_ABANDONED, (limit,)).fetchall()
        if ids:
            self._session.connection.executemany("DELETE FROM import_row WHERE id = ?", ids)
            return True
        self._execute("DELETE FROM import_batch WHERE state = 'staging'")
        return False

    def staged(self, limit: int) -> list[Staged]:
        """See the port."""
        rows = self._execute(_STAGED, (limit,)).fetchall()
        if not rows and self._execute(_CLOSE).rowcount > 0:
            return self.staged(limit)  # another batch may wait behind it
        return [
            Staged(number, batch, source, x_id, _json().decode(person) if person else None, far_ends)
            for number, batch, source, x_id, person, far_ends in rows
        ]

    def settle(self, done: Sequence[Staged], left_out: Sequence[Staged]) -> None:
        """See the port."""
        self._session.connection.executemany("DELETE FROM import_row WHERE id = ?", ((staged.id,) for staged in done))
        for staged in left_out:
            self._execute("UPDATE import_batch SET left_out = left_out + 1 WHERE id = ?", (staged.batch,))

    def make(self, staged: Staged, row: PersonRow, now: datetime) -> bool:
        """See the port. A dozen statements where the parts of `ports.People` need forty."""
        if self._execute(_KNOWN_X, (row.x_id,)).fetchone() or any(map(self._known, row.accounts)) or _repeats(row):
            return False
        at, batch, said = micros(now), staged.batch, dict((*row.consent, *row.assumed))
        links = [(account.platform.value, level or 0) for account, level in zip(row.accounts, row.levels, strict=True)]
        here = derived.count_newcomer(self._session, links, counted=said.get("counted") != "no")
        sayable = [
            (account.platform.value, clean(account.handle))
            for account, (_, level) in zip(row.accounts, links, strict=True)
            if level >= self._session.minimum and (account.handle or account.url)
        ]
        values = (row.x_id, clean(row.x_handle), clean(row.language), at, batch, int(here), *shown(sayable, said))
        ((person,),) = self._execute(_PERSON, values).fetchall()
        for account, (_, level) in zip(row.accounts, links, strict=True):
            self._execute(_ACCOUNT, (*names_of(account), person, level, staged.source, at, batch))
        for purpose, value in said.items():
            self._execute(_SAY, (person, purpose, value, at, batch))
        derived.learn_x(self._session, person, row.x_id)
        return True

    def before_names(self, batch: int, person: Person, x_handle: str, language: str) -> None:
        """See the port. A Person the batch made needs none; of several rows the last is what an undo will find."""
        if self._execute("SELECT 1 FROM person WHERE id = ? AND batch = ?", (person.id, batch)).fetchone():
            return
        given = json.dumps([x_handle, language])
        if self._execute(_GIVEN_AGAIN, (given, batch, person.id)).rowcount == 0:
            names = {"x_handle": person.x_handle, "language": person.language, "heard": int(person.x_heard)}
            self._remember(batch, "names", person.id, {**names, "given": [x_handle, language]})

    def before_link(self, batch: int, person: int, account: Account) -> None:
        """See the port."""
        row = self._rows.find_named(account)
        if row is None or row.person != person:
            return
        (made_by,) = self._execute("SELECT batch FROM account WHERE id = ?", (row.id,)).fetchone()
        if made_by == batch:
            return
        names = ("platform", "stable_id", "url", "handle", "local_id", "local_host", "level", "source", "linked_at")
        before = {name: getattr(row, name) for name in names} | {"batch": made_by}
        self._remember(batch, "link", person, before | {"proofs": proofs.written(self._session, row.id)})

    def consent(self, batch: int, person: int, purpose: str, value: str, now: datetime, *, assumed: bool) -> None:
        """See the port."""
        where = "WHERE person = ? AND purpose = ?"
        said = self._execute(f"SELECT value, at, batch FROM consent {where}", (person, purpose)).fetchone()  # noqa: S608
        if said is not None and (assumed or said[2] is None or said[0] == value):
            return
        if said is not None and said[2] != batch:
            before = {"purpose": purpose, "value": said[0], "at": said[1], "batch": said[2]}
            self._remember(batch, "consent", person, before)
        with derived.changing(self._session, (person,)):
            self._execute(_SAY, (person, purpose, value, micros(now), batch))

    def lists(self, staged: Sequence[tuple[Staged, int]], now: datetime) -> None:
        """See the port."""
        from bot.storage.sqlite.bulk import keep_lists  # here and below: people come in without arrays
        from bot.storage.sqlite.lists import NewList

        sql, new = "SELECT epoch, follows, followers FROM import_row WHERE id = ?", []
        for row, person in staged:
            epoch, *blobs = self._execute(sql, (row.id,)).fetchone()
            for direction, blob in enumerate(blobs):
                if blob is not None:
                    self._before_list(row, person, direction)
                    pseudonyms = self._session.pseudonyms.listed(blob, epoch)
                    new.append(NewList(person, direction, row.source, pseudonyms, micros(now), row.batch))
        keep_lists(self._session, new)

    def undo(self, batch: int, enough: Callable[[], bool]) -> bool:
        """See the port."""
        return undo.undo_some(self._session, batch, enough)

    def get(self, batch: int) -> Import | None:
        """See the port."""
        found = self._load("WHERE id = ?", batch)
        return found[0] if found else None

    def all(self, *states: str) -> list[Import]:
        """See the port."""
        marks = ",".join("?" * len(states))
        return self._load(f"WHERE state IN ({marks}) ORDER BY id DESC" if states else "ORDER BY id DESC", *states)

    def _before_list(self, row: Staged, person: int, direction: int) -> None:
        before = self._execute(_LIST, (person, direction, row.source)).fetchone()
        if before and before[1] != row.batch:
            at, made_by, made_at, *pseudonyms = before
            what = {"direction": direction, "source": row.source, "at": at, "batch": made_by, "made_at": made_at}
            self._remember(row.batch, "list", person, what, *pseudonyms)

    def _known(self, account: Account) -> bool:
        platform, stable_id, url, handle, local_id, local_host = names_of(account)
        names = (
            platform,
            stable_id,
            url or stable_id,
            platform,
            url or stable_id,
            platform,
            handle,
            local_host,
            local_id,
        )
        return self._execute(_KNOWN, names).fetchone() is not None

    def _staged_values(self, batch: int, row: PersonRow | ListsRow) -> tuple[Any, ...]:
        if isinstance(row, PersonRow):
            return batch, PERSON, row.x_id, clean(_json().encode(row).decode()), None, None, 1
        blobs = (self._pseudonyms(row.follows), self._pseudonyms(row.followers))
        return batch, LISTS, row.x_id, None, *blobs, self._session.pseudonyms.epoch

    def _pseudonyms(self, x_ids: Iterable[int] | None) -> memoryview | None:
        """Never the numbers themselves: the far ends may be anybody."""
        if x_ids is None:
            return None
        from bot.storage.sqlite.lists import pseudonyms_of
        from bot.storage.sqlite.pseudonyms import pack

        return pack(pseudonyms_of(self._session, x_ids))

    def _remember(
        self, batch: int, kind: str, person: int, before: Mapping[str, Any], blob: bytes | None = None, epoch: int = 1
    ) -> None:
        self._execute(_REMEMBER, (batch, kind, person, json.dumps(before), blob, epoch))

    def _load(self, where: str, *values: Any) -> list[Import]:
        rows = self._execute(f"SELECT {_COLUMNS} FROM import_batch {where}", values)  # noqa: S608
        return [Import(id_, source, state, moment(at), *counts) for id_, source, state, at, *counts in rows]


def _repeats(row: PersonRow) -> bool:
    """Whether two of its Accounts may be one; a bridge's copy may stand for any beside it."""
    if any(at_home(account) != account for account in row.accounts):
        return True
    return any(same_account(one, other) for one, other in combinations(row.accounts, 2))
