"""What people may ask by right, on SQLite."""

from __future__ import annotations

from typing import Any

from bot.domain.outbox import DELETION, Post
from bot.storage.sqlite.outbox import SqliteOutbox
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean

_AT = "SELECT id FROM outbox WHERE receipt = ? AND network = ? AND kind <> ? LIMIT 1"
# Those of the priority of rights are about rights: a deletion, the receipt of an erasure.
_LATEST = """
SELECT id FROM outbox o
WHERE recipient = ? AND recipient <> '' AND network = ? AND priority > 0
  AND state IN ('ready', 'sending', 'sent', 'unknown', 'held')
  AND NOT EXISTS (SELECT 1 FROM ending WHERE post = o.id AND what = 'retract')
ORDER BY created_at DESC, id DESC LIMIT 1
"""
_END = "INSERT INTO ending (post, what) VALUES (?, ?) ON CONFLICT DO NOTHING"
_ENDS = "SELECT 1 FROM ending WHERE post = ? AND what = ?"
RETRACT, SCRUB = "retract", "scrub"


class SqliteRights:
    """`ports.Rights`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def answer_at(self, network: str, receipt: str) -> Post | None:
        """See the port."""
        return self._post(_AT, clean(receipt), network, DELETION)

    def latest_answer(self, network: str, recipient_id: str) -> Post | None:
        """See the port."""
        return self._post(_LATEST, clean(recipient_id), network)

    def take_back(self, post: int) -> None:
        """See the port."""
        self._execute(_END, (post, RETRACT))

    def is_taken_back(self, post: int) -> bool:
        """See the port."""
        return self._execute(_ENDS, (post, RETRACT)).fetchone() is not None

    def _post(self, sql: str, *values: Any) -> Post | None:
        row = self._execute(sql, values).fetchone()
        return None if row is None else SqliteOutbox(self._session).get(row[0])
