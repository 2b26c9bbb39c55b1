"""Who wants to hear of arrivals, and what they heard."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.outbox import Post, Priority, State
from bot.storage.sqlite.outbox import RESTORED, SqliteOutbox
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import micros, moment, moment_or_none

if TYPE_CHECKING:
    from bot.domain.consent import Told

# The words of the partial index consent_told.
_AGREED = """
SELECT person, at FROM consent
WHERE purpose = 'told' AND value <> 'never' AND value = ? AND person > ? ORDER BY person LIMIT ?
"""
_PAST = "SELECT post, since FROM digest WHERE person = ?"
_KEEP = """
INSERT INTO digest (person, post, since) VALUES (?, ?, ?)
ON CONFLICT (person) DO UPDATE SET post = excluded.post, since = excluded.since
"""
_WAITING = "SELECT count(*) FROM outbox WHERE network = ? AND state IN ('ready', 'unknown') AND priority = ?"
_RESTORED = "SELECT value FROM meta WHERE key = ?"


class SqliteDigests:
    """`ports.Digests`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def agreed(self, often: Told, after: int, limit: int) -> list[tuple[int, datetime]]:
        """See the port."""
        return [(person, moment(at)) for person, at in self._execute(_AGREED, (often.value, after, limit))]

    def highest(self) -> int:
        """See the port."""
        (highest,) = self._execute("SELECT coalesce(max(id), 0) FROM person").fetchone()
        return int(highest)

    def past(self, person: int) -> tuple[Post | None, datetime | None]:
        """See the port."""
        row = self._execute(_PAST, (person,)).fetchone()
        if row is None:
            return None, None
        last = SqliteOutbox(self._session).get(row[0])
        sent = last.sent_at if last and last.state is State.SENT else None
        return last, sent or moment_or_none(row[1])

    def keep(self, person: int, post: int) -> None:
        """See the port."""
        _, sent = self.past(person)
        self._execute(_KEEP, (person, post, sent and micros(sent)))

    def waiting(self, network: str) -> int:
        """See the port."""
        (count,) = self._execute(_WAITING, (network, int(Priority.DIGEST))).fetchone()
        return int(count)

    def restored(self) -> datetime | None:
        """See the port."""
        row = self._execute(_RESTORED, (RESTORED,)).fetchone()
        return moment(int(row[0])) if row else None
