"""What people may ask by right, on SQLite."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.outbox import DELETION, Post
from bot.domain.rights import Gone, Kept
from bot.storage.sqlite import forgetting, returning, showing, whose
from bot.storage.sqlite.outbox import SqliteOutbox
from bot.storage.sqlite.people import BY_X_HANDLE
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, micros
from bot.storage.sqlite.whose import Whose

_AT = "SELECT id FROM outbox WHERE receipt = ? AND network = ? AND kind <> ? LIMIT 1"
# Those of the priority of rights are about rights: a deletion, the receipt of an erasure.
_LATEST = """
SELECT id FROM outbox o
WHERE recipient = ? AND recipient <> '' AND network = ? AND priority > 0
  AND state IN ('ready', 'sending', 'sent', 'unknown', 'held')
  AND NOT EXISTS (SELECT 1 FROM ending WHERE post = o.id AND what = 'retract')
ORDER BY created_at DESC, id DESC LIMIT 1
"""
_UNDELETED = """
SELECT o.id FROM ending e CROSS JOIN outbox o ON o.id = e.post
WHERE e.what = 'retract' AND o.network = :network AND o.state = 'sent' AND o.receipt IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM outbox d WHERE d.trigger = :deletion || ':' || o.key AND d.trigger <> '')
"""
_END = "INSERT INTO ending (post, what) VALUES (?, ?) ON CONFLICT DO NOTHING"
_ENDS = "SELECT 1 FROM ending WHERE post = ? AND what = ?"
_WORDED = """
SELECT id FROM outbox
WHERE record <> '{}' AND state IN ('sent', 'refused', 'withdrawn') AND created_at < ? ORDER BY created_at LIMIT ?
"""
_UNWORD = "UPDATE outbox SET record = '{}', ticket = '{}', image = NULL WHERE id = ?"
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

    def undeleted(self, network: str) -> list[int]:
        """See the port."""
        rows = self._execute(_UNDELETED, {"network": network, "deletion": DELETION})
        return [post for (post,) in rows.fetchall()]

    def scrub_at_end(self, post: int) -> None:
        """See the port."""
        self._execute(_END, (post, SCRUB))

    def erase(self, account: Account, now: datetime, *, whole: bool) -> Gone:
        """See the port."""
        return forgetting.erase(self._session, self._whose(account, whole=whole), now)

    def come_back(self, account: Account, now: datetime, *, x_handle: str = "", x_id: int | None = None) -> None:
        """See the port."""
        returning.come_back(self._session, now, account, clean(x_handle), x_id)

    def is_erased(self, accounts: Iterable[Account], x_id: int | None = None) -> bool:
        """See the port."""
        return returning.is_erased(self._session, accounts, x_id)

    def were_one(self, account: Account, x_id: int) -> bool:
        """See the port."""
        return returning.were_one(self._session, account, x_id)

    def kept(self, account: Account, *, whole: bool) -> Kept:
        """See the port."""
        return showing.kept(self._session, self._whose(account, whole=whole))

    def names(self, account: Account, *, whole: bool) -> tuple[list[str], list[int]]:
        """See the port."""
        meant = self._whose(account, whole=whole)
        if meant.x_id is None:
            return meant.names, []
        keys = self._session.pseudonyms
        epochs = range(1, keys.epoch + 1)
        return meant.names, [meant.x_id, *(int(keys.at((meant.x_id,), epoch)[0]) for epoch in epochs)]

    def knows_number(self, x_id: int) -> bool:
        """See the port."""
        from bot.storage.sqlite import edges  # it loads numpy

        meant = whose.of_x(self._session, x_id)
        return meant.person is not None or bool(edges.named_by(self._session, x_id))

    def unword(self, before: datetime, at_most: int) -> int:
        """See the port."""
        posts = self._execute(_WORDED, (micros(before), at_most)).fetchall()
        self._session.connection.executemany(_UNWORD, posts)
        self._session.connection.executemany("DELETE FROM naming WHERE post = ? AND public = 0", posts)
        return len(posts)

    def _whose(self, account: Account, *, whole: bool) -> Whose:
        if account.platform is not Platform.X:
            return whose.of_account(self._session, account, whole=whole)
        if account.id:
            return whose.of_x(self._session, int(account.id))
        row = self._execute(f"{BY_X_HANDLE} LIMIT 1", (account.handle,)).fetchone()
        return whose.of_person(self._session, row[0]) if row else Whose(x_handle=account.handle)

    def _post(self, sql: str, *values: Any) -> Post | None:
        row = self._execute(sql, values).fetchone()
        return None if row is None else SqliteOutbox(self._session).get(row[0])
