"""What was seen, once each; how far we have come; what we may have missed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.storage.sqlite import tombstones
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, micros, moment

if TYPE_CHECKING:
    from bot.domain.encounters import Encounter, Gap

_ADD = """
INSERT INTO inbox (network, uri, kind, account, handle, text, language, visibility, thread, at, seen_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (network, uri) DO NOTHING
"""
_SETTLE = "UPDATE inbox SET outcome = ? WHERE network = ? AND uri = ?"
_THERE = "SELECT 1 FROM inbox WHERE network = ? AND uri = ?"
_OUTCOMES = """
SELECT CASE WHEN outcome LIKE 'fault:%' THEN 'fault' ELSE outcome END, count(*) FROM inbox
WHERE network = ? AND outcome <> '' GROUP BY 1
"""
_MOVE_CURSOR = """
INSERT INTO cursor (network, source, value) VALUES (?, ?, ?)
ON CONFLICT (network, source) DO UPDATE SET value = excluded.value
"""
_TOUCHING = """
SELECT id, since, until, missed FROM gap
WHERE network = ? AND source = ? AND reason = ? AND since <= ? AND until >= ?
"""
_GAPS = """
SELECT network, source, since, until, reason, missed FROM gap
WHERE network = coalesce(?, network) ORDER BY until DESC, id DESC
"""
_LATEST = """
SELECT language FROM inbox WHERE account = ? AND account <> '' AND language <> '' ORDER BY id DESC LIMIT 1
"""
_FORGET = """
UPDATE inbox SET account = '', handle = '', text = '', language = '', thread = ''
WHERE seen_at < ? AND account <> ''
"""
_TAKEN = "SELECT 1 FROM origin WHERE digest = ?"
_TAKE = "INSERT INTO origin (digest, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
_LET_GO = "DELETE FROM origin WHERE at < ?"


class SqliteInbox:
    """`ports.Inbox`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def add(self, encounter: Encounter, now: datetime) -> bool:
        """See the port."""
        row = (
            encounter.network, clean(encounter.uri), encounter.kind.value, clean(encounter.account.id),
            clean(encounter.account.handle), clean(encounter.text), clean(" ".join(encounter.languages)),
            encounter.visibility.value, clean(encounter.thread), micros(encounter.at), micros(now),
        )  # fmt: skip
        return not self._forgotten(encounter) and self._execute(_ADD, row).rowcount == 1

    def _forgotten(self, encounter: Encounter) -> bool:
        """Whether it was seen before its author was erased: then only a keyed hash of its address is there."""
        if not tombstones.any_buried(self._session):
            return False
        hashed = tombstones.hashed(self._session, encounter.network, clean(encounter.uri))
        return self._execute(_THERE, (encounter.network, hashed)).fetchone() is not None

    def is_taken(self, names: Iterable[str]) -> bool:
        """See the port."""
        return any(self._execute(_TAKEN, (_digest(name),)).fetchone() for name in names if name)

    def take(self, names: Iterable[str], now: datetime) -> None:
        """See the port."""
        for name in names:
            if name:
                self._execute(_TAKE, (_digest(name), micros(now)))

    def settle(self, network: str, uri: str, outcome: str) -> None:
        """See the port. One whose author was erased by it has only a keyed hash for an address by now."""
        if self._execute(_SETTLE, (outcome, network, clean(uri))).rowcount == 0:
            self._execute(_SETTLE, (outcome, network, tombstones.hashed(self._session, network, clean(uri))))

    def languages(self, account: str) -> tuple[str, ...]:
        """See the port."""
        found = self._execute(_LATEST, (account,)).fetchone()
        return tuple(found[0].split()) if found else ()

    def kind_of(self, network: str, uri: str) -> str:
        """See the port."""
        found = self._execute("SELECT kind FROM inbox WHERE network = ? AND uri = ?", (network, clean(uri))).fetchone()
        return str(found[0]) if found else ""

    def outcomes(self, network: str) -> dict[str, int]:
        """See the port."""
        return dict(self._execute(_OUTCOMES, (network,)).fetchall())

    def cursors(self, network: str) -> dict[str, str]:
        """See the port."""
        return dict(self._execute("SELECT source, value FROM cursor WHERE network = ?", (network,)).fetchall())

    def move_cursor(self, network: str, source: str, value: str) -> None:
        """See the port."""
        self._execute(_MOVE_CURSOR, (network, clean(source), clean(value)))

    def first_start(self, network: str, now: datetime) -> datetime:
        """See the port."""
        self._execute(
            "INSERT INTO first_start (network, at) VALUES (?, ?) ON CONFLICT DO NOTHING", (network, micros(now))
        )
        (at,) = self._execute("SELECT at FROM first_start WHERE network = ?", (network,)).fetchone()
        return moment(at)

    def add_gap(self, gap: Gap, now: datetime) -> None:
        """See the port."""
        since, until, missed = micros(gap.since), micros(gap.until), gap.missed
        same = (gap.network, gap.source, gap.reason)
        for row, from_, to, count in self._execute(_TOUCHING, (*same, until, since)).fetchall():
            since, until, missed = min(since, from_), max(until, to), missed + count
            self._execute("DELETE FROM gap WHERE id = ?", (row,))
        self._execute(
            "INSERT INTO gap (network, source, reason, since, until, missed, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*same, since, until, missed, micros(now)),
        )

    def gaps(self, network: str | None = None) -> list[Gap]:
        """See the port."""
        return [_gap(row) for row in self._execute(_GAPS, (network,))]

    def drop_before(self, moment: datetime) -> int:
        """See the port."""
        self._execute(_LET_GO, (micros(moment),))
        return self._execute(_FORGET, (micros(moment),)).rowcount


def _digest(name: str) -> bytes:
    """Sixteen bytes in which nobody's name can be read."""
    import hashlib  # here: it loads a library of 5 MB that `status` does without

    return hashlib.sha256(clean(name).encode()).digest()[:16]


def _gap(row: tuple[Any, ...]) -> Gap:
    from bot.domain.encounters import Gap  # here: where nothing was missed, `status` does without

    network, source, since, until, reason, missed = row
    return Gap(network, source, moment(since), moment(until), reason, missed)
