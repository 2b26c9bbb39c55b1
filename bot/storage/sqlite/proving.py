"""Codes that were given, looks at posts on X that are owed, and what people are to be told."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.encounters import Visibility
from bot.domain.people import Claim
from bot.domain.proving import Check, Code
from bot.ports.proving import Asked, Notice
from bot.storage.sqlite.accounts import AccountRows
from bot.storage.sqlite.people import SqlitePeople
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, from_json, micros, moment, moment_or_none, to_json

if TYPE_CHECKING:
    from bot.domain.accounts import Account, Platform
    from bot.domain.effects import Look
    from bot.domain.encounters import Encounter

LOOKS_KEPT, NOTICES_KEPT = timedelta(days=1), timedelta(days=30)

_GIVE = "INSERT OR REPLACE INTO code (account, x_handle, code, made_at, expires_at) VALUES (?, ?, ?, ?, ?)"
_LOOK = """
INSERT INTO proof_check (account, network, trigger, thread, reply, visibility, language, post, asked_at, due_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_DUE = """
SELECT id, account, network, trigger, post, asked_at, tries FROM proof_check
WHERE outcome = '' AND due_at <= ? AND network IN (SELECT value FROM json_each(?)) ORDER BY due_at, id LIMIT ?
"""
_NEXT = "SELECT min(due_at) FROM proof_check WHERE outcome = '' AND network IN (SELECT value FROM json_each(?))"
_ASKED = "SELECT account, thread, reply, visibility, language FROM proof_check WHERE id = ? AND outcome = ''"
_SETTLE = """
UPDATE proof_check SET outcome = ?, trigger = id, post = '', thread = '', reply = '{}' WHERE id = ? AND outcome = ''
"""
_NOTIFY = "INSERT INTO notice (account, kind, origin, about, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_ABOUT = """
SELECT about FROM notice WHERE account = ? AND kind = ? AND at >= ? AND about IS NOT NULL
  AND about IN (SELECT id FROM account) ORDER BY id DESC LIMIT 1
"""
_NOTICES = """
SELECT n.id, n.account, n.kind, n.origin FROM notice n JOIN account a ON a.id = n.account
WHERE n.said_at IS NULL AND a.platform IN (SELECT value FROM json_each(?))
  AND (a.stable_id IS NOT NULL OR a.platform <> 'bluesky')  -- nobody is written to there by a handle alone
ORDER BY n.id LIMIT ?
"""
_OLD_CODES = """
DELETE FROM code WHERE expires_at <= ?
  AND account NOT IN (SELECT account FROM proof_check WHERE outcome = '')
"""
_OLD_LOOKS = "DELETE FROM proof_check WHERE outcome <> '' AND asked_at < ?"
_OLD_NOTICES = "DELETE FROM notice WHERE at < ?"


class SqliteProving:
    """`ports.Codes`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute
        self._rows = AccountRows(session)

    def code(self, account: Account, now: datetime) -> Code | None:
        """See the port."""
        row = self._rows.find(account)
        sql = "SELECT code, x_handle, expires_at FROM code WHERE account = ? AND expires_at > ?"
        found = self._execute(sql, (row.id, micros(now))).fetchone() if row else None
        return Code(found[0], found[1], moment(found[2]), given=True) if found else None

    def give_code(self, account: Account, code: Code, now: datetime) -> None:
        """See the port."""
        row = self._rows.ensure(account)
        self._execute(_GIVE, (row.id, clean(code.x_handle), code.text, micros(now), micros(code.expires_at)))

    def drop_code(self, account: Account) -> None:
        """See the port."""
        if row := self._rows.find(account):
            self._execute("DELETE FROM code WHERE account = ?", (row.id,))

    def look(self, encounter: Encounter, look: Look, reply: Mapping[str, object], now: datetime) -> None:
        """See the port."""
        row, thread = self._rows.ensure(encounter.account), encounter.thread or encounter.uri
        place = to_json({"recipient": encounter.address.handle, "reply": reply})
        origin = (row.id, encounter.network, clean(encounter.uri), clean(thread), place)
        self._execute(_LOOK, (*origin, look.visibility.value, look.language, look.post, micros(now), micros(now)))

    def looks_since(self, account: Account, moment: datetime) -> int:
        """See the port."""
        row = self._rows.find(account)
        sql = "SELECT count(*) FROM proof_check WHERE account = ? AND asked_at > ?"
        return int(self._execute(sql, (row.id, micros(moment))).fetchone()[0]) if row else 0

    def due(self, now: datetime, limit: int, networks: Sequence[str]) -> list[Check]:
        """See the port."""
        rows = self._execute(_DUE, (micros(now), json.dumps(list(networks)), limit)).fetchall()
        return [
            Check(id_, account, network, trigger, post, moment(asked), tries)
            for id_, account, network, trigger, post, asked, tries in rows
        ]

    def next_due(self, networks: Sequence[str]) -> datetime | None:
        """See the port."""
        (due,) = self._execute(_NEXT, (json.dumps(list(networks)),)).fetchone()
        return moment_or_none(due)

    def asked(self, check: Check) -> Asked | None:
        """See the port."""
        found = self._execute(_ASKED, (check.id,)).fetchone()
        if found is None:
            return None
        account, thread, place, visibility, language = found
        told, whose = from_json(place), self._rows.get(account).account
        return Asked(whose, told["recipient"], thread, told["reply"], Visibility(visibility), language)

    def postpone(self, check: Check, until: datetime) -> None:
        """See the port."""
        sql = "UPDATE proof_check SET due_at = ?, tries = tries + 1 WHERE id = ? AND outcome = ''"
        self._execute(sql, (micros(until), check.id))

    def settle(self, check: Check, outcome: str) -> None:
        """See the port. The inbox knows that the Encounter was seen."""
        self._execute(_SETTLE, (outcome, check.id))

    def drop_old(self, now: datetime) -> int:
        """See the port."""
        spans = ((_OLD_CODES, timedelta(0)), (_OLD_LOOKS, LOOKS_KEPT), (_OLD_NOTICES, NOTICES_KEPT))
        return sum(self._execute(sql, (micros(now - kept),)).rowcount for sql, kept in spans)

    def notify(self, account: Account, kind: str, origin: str, now: datetime, *, about: Account | None = None) -> bool:
        """See the port."""
        other = None if about is None else self._rows.ensure(about).id
        values = (self._rows.ensure(account).id, kind, clean(origin or str(other)), other, micros(now))
        return bool(self._execute(_NOTIFY, values).rowcount == 1)

    def notices(self, limit: int, platforms: Sequence[Platform]) -> list[Notice]:
        """See the port."""
        rows = self._execute(_NOTICES, (json.dumps([platform.value for platform in platforms]), limit)).fetchall()
        return [Notice(id_, self._rows.get(account).account, kind, origin) for id_, account, kind, origin in rows]

    def said(self, notice: Notice, now: datetime) -> bool:
        """See the port."""
        sql = "UPDATE notice SET said_at = ? WHERE id = ? AND said_at IS NULL"
        return bool(self._execute(sql, (micros(now), notice.id)).rowcount == 1)

    def told_about(self, account: Account, kind: str, since: datetime) -> Account | None:
        """See the port."""
        row = self._rows.find(account)
        found = self._execute(_ABOUT, (row.id, kind, micros(since))).fetchone() if row else None
        return self._rows.get(found[0]).account if found else None

    def any_ripe(self) -> bool:
        """See the port."""
        return self._execute("SELECT 1 FROM ripe LIMIT 1").fetchone() is not None

    def ripe(self, limit: int) -> list[Claim]:
        """See the port."""
        people = SqlitePeople(self._session)
        numbers = self._execute("SELECT claim FROM ripe ORDER BY claim LIMIT ?", (limit,)).fetchall()
        found = {number: people.get_claim(number) for (number,) in numbers}
        for number in [number for number, claim in found.items() if claim is None or not claim.is_open]:
            self.looked_at(number)
        return [claim for claim in found.values() if claim and claim.is_open]

    def looked_at(self, claim_id: int) -> None:
        """See the port."""
        self._execute("DELETE FROM ripe WHERE claim = ?", (claim_id,))
