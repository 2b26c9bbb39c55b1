"""The Posts we owe. Which state may follow which is decided in `domain.outbox`, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.domain.outbox import ERASED, SENT_BY_ADMIN, TAKEN_BACK, Draft, Post, Priority, State, allowed, tells
from bot.storage.sqlite import tombstones
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, from_json, micros, moment, moment_or_none, to_json

if TYPE_CHECKING:
    from bot.domain.accounts import Platform
    from bot.ports import OutboxRow

FAR = 2**62
"""`not_before` of a Post found in a restored database, until `recover` says when it may be looked for."""

_COLUMNS = """
SELECT id, key, network, kind, state, trigger, record, created_at, recipient, thread, attempts, first_try, last_try,
       not_before, sent_at, receipt, reason, ticket, image, priority
FROM outbox
"""
_ROWS = """
SELECT id, key, network, kind, state, trigger, created_at, sent_at, receipt, reason FROM outbox
WHERE network = coalesce(?, network) AND state = coalesce(?, state) ORDER BY id DESC LIMIT ?
"""
_ADD = """
INSERT INTO outbox (key, network, kind, state, trigger, thread, recipient, counts, record, image, created_at, reason,
  priority)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING id
"""
# The words of the partial index outbox_due.
_WAITING = "network = ? AND state IN ('ready', 'unknown')"
_NEXT_DUE = f"SELECT min(max(not_before, created_at)) FROM outbox WHERE {_WAITING} AND priority <= ?"  # noqa: S608
_MARK = """
UPDATE outbox SET state = 'sending', attempts = attempts + 1, first_try = coalesce(first_try, ?), last_try = ?
WHERE id = ?
"""
_SETTLE = """
UPDATE outbox SET state = ?, receipt = coalesce(?, receipt), reason = ?, not_before = ?, sent_at = coalesce(sent_at, ?)
WHERE id = ?
"""
ENDS = (State.SENT, State.REFUSED, State.WITHDRAWN)
_SCRUB = """
UPDATE outbox SET recipient = ?, trigger = '', thread = '', record = '{}', ticket = '{}', image = NULL,
  reason = CASE WHEN state = 'sent' THEN NULL ELSE ? END
WHERE id = ?
"""
_SCRUBS = "DELETE FROM ending WHERE post = ? AND what = 'scrub'"
_KNOWS = "UPDATE telling SET void = ? WHERE post = ?"
_INTERRUPTED = "UPDATE outbox SET state = 'unknown', not_before = last_try + ? WHERE network = ? AND state = 'sending'"
_SUSPECT = "UPDATE outbox SET state = 'unknown', not_before = ? WHERE network = ? AND state = 'ready'"
_SUSPECTED = f"UPDATE outbox SET not_before = ? WHERE network = ? AND state = 'unknown' AND not_before = {FAR}"  # noqa: S608
_ANSWERS = "SELECT count(*) FROM outbox WHERE {} AND counts = 1 AND state <> 'withdrawn'"

_IS_OWED = """
SELECT 1 FROM outbox
WHERE recipient = ? AND recipient <> '' AND trigger = ? AND id <> ? AND state IN ('ready', 'sending', 'unknown', 'held')
"""
_LATEST = f"""
SELECT created_at, network FROM outbox
WHERE recipient = ? AND recipient <> '' AND state = 'sent' AND priority <= {int(Priority.ANSWER)}
ORDER BY 1 DESC LIMIT 1
"""  # noqa: S608
_SET_META = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
RESTORED = "restored at"  # meta: microseconds


class SqliteOutbox:
    """`ports.Outbox`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def add(
        self,
        draft: Draft,
        record: Mapping[str, Any],
        *,
        network: str,
        kind: str,
        state: State,
        thread: str,
        counts: bool,
        reason: str | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> int | None:
        """See the port."""
        row = (
            draft.key, network, kind, state.value, clean(draft.trigger), clean(thread), clean(draft.recipient_id),
            int(counts), to_json(record), draft.image, micros(draft.created_at), reason and clean(reason),
            int(priority),
        )  # fmt: skip
        added = self._execute(_ADD, row).fetchall()
        return added[0][0] if added else None

    def next_ready(
        self, network: str, now: datetime, up_to: Priority = Priority.DIGEST, favoured: Priority | None = None
    ) -> Post | None:
        """See the port."""
        where = f"WHERE {_WAITING} AND priority BETWEEN ? AND ? AND not_before <= ? ORDER BY priority, id LIMIT 1"
        first = self._one(where, network, 0, int(up_to), micros(now))
        if first is None or favoured is None or first.priority <= Priority.NOTICE or favoured > up_to:
            return first
        return self._one(where, network, int(favoured), int(favoured), micros(now)) or first

    def next_due(self, network: str, up_to: Priority = Priority.DIGEST) -> datetime | None:
        """See the port."""
        (due,) = self._execute(_NEXT_DUE, (network, int(up_to))).fetchone()
        return None if due is None or due >= FAR else moment(due)

    def mark_sending(self, post_id: int, now: datetime) -> bool:
        """See the port."""
        if not self._may(post_id, State.SENDING):
            return False
        self._execute(_MARK, (micros(now), micros(now), post_id))
        self._session.tries += 1
        return True

    def settle(
        self,
        post_id: int,
        state: State,
        now: datetime,
        *,
        receipt: str | None = None,
        reason: str | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """See the port."""
        if not self._may(post_id, state):
            return False
        self._settle(post_id, state, now, receipt, reason, not_before)
        return True

    def _settle(
        self,
        post_id: int,
        state: State,
        now: datetime,
        receipt: str | None = None,
        reason: str | None = None,
        not_before: datetime | None = None,
    ) -> None:
        due = 0 if not_before is None else micros(not_before)
        sent_at = micros(now) if state is State.SENT else None
        words = None if reason is None else clean(reason)
        if (knows := tells(self._state(post_id), state)) is not None:
            self._execute(_KNOWS, (int(not knows), post_id))
        self._execute(_SETTLE, (state.value, receipt and clean(receipt), words, due, sent_at, post_id))
        if state in ENDS and self._execute(_SCRUBS, (post_id,)).rowcount:
            scrub(self._session, post_id)

    def keep_ticket(self, post_id: int, ticket: Mapping[str, Any]) -> None:
        """See the port."""
        self._execute("UPDATE outbox SET ticket = ? WHERE id = ?", (to_json(ticket), post_id))

    def recover(self, network: str, now: datetime, *, restored: bool, wait: float) -> int:
        """See the port."""
        later = timedelta(seconds=wait)
        moved = self._execute(_INTERRUPTED, (later // timedelta(microseconds=1), network)).rowcount
        if restored:
            moved += self._execute(_SUSPECT, (FAR, network)).rowcount
        # Their last try is in the lost part of history: it may have been a moment ago.
        self._execute(_SUSPECTED, (micros(now + later), network))
        return moved

    def get(self, post_id: int) -> Post | None:
        """See the port."""
        return self._one("WHERE id = ?", post_id)

    def rows(self, *, network: str | None = None, state: State | None = None, limit: int = 100) -> list[OutboxRow]:
        """See the port."""
        return [_row(values) for values in self._execute(_ROWS, (network, state and state.value, limit))]

    def retry(self, post_id: int, now: datetime) -> bool:
        """See the port."""
        post = self.get(post_id)
        state = State.UNKNOWN if post and post.attempts else State.READY
        if (post and post.reason in (ERASED, TAKEN_BACK)) or not self._may(post_id, state, by_admin=True):
            return False
        self._settle(post_id, state, now, reason=SENT_BY_ADMIN)
        return True

    def withdraw(self, post_id: int, now: datetime, reason: str = "withdrawn by the admin") -> bool:
        """See the port."""
        if not self._may(post_id, State.WITHDRAWN, by_admin=True):
            return False
        self._settle(post_id, State.WITHDRAWN, now, reason=reason)
        return True

    def receipts(self, network: str, recipient_id: str, limit: int = 50) -> frozenset[str]:
        """See the port."""
        where = "network = ? AND recipient = ? AND receipt IS NOT NULL ORDER BY sent_at DESC LIMIT ?"
        rows = self._execute(f"SELECT receipt FROM outbox WHERE {where}", (network, recipient_id, limit))  # noqa: S608
        return frozenset(receipt for (receipt,) in rows)

    def sent_since(self, network: str, moment: datetime) -> list[datetime]:
        """See the port."""
        sql = "SELECT last_try FROM outbox WHERE network = ? AND last_try >= ? ORDER BY last_try"
        return [_moment(at) for (at,) in self._execute(sql, (network, micros(moment)))]

    def answers(self, platform: Platform, recipient_id: str, since: datetime, *, kind: str | None = None) -> int:
        """See the port. Ids of two platforms are never alike: DIDs here, URLs there."""
        where = "recipient = ? AND recipient <> '' AND created_at >= ? AND kind = coalesce(?, kind)"
        found = self._count(where, recipient_id, micros(since), kind)
        if recipient_id and self._session.keyed and tombstones.any_buried(self._session):
            found += self._count(where, _unreadable(self._session, recipient_id), micros(since), kind)
        return found

    def tried(self, network: str, since: datetime) -> int:
        """See the port."""
        where = "network = ? AND last_try >= ? AND priority > ?"
        values = (network, micros(since), int(Priority.RIGHTS))
        return int(self._execute(f"SELECT count(*) FROM outbox WHERE {where}", values).fetchone()[0])  # noqa: S608

    def ahead(self, network: str, priority: Priority) -> int:
        """See the port."""
        sql = f"SELECT count(*) FROM outbox WHERE {_WAITING} AND priority <= ?"  # noqa: S608
        return int(self._execute(sql, (network, int(priority))).fetchone()[0])

    def notices(self, network: str, since: datetime) -> int:
        """See the port."""
        sql = "SELECT count(*) FROM outbox WHERE network = ? AND created_at >= ? AND kind = 'waiting'"
        return int(self._execute(sql, (network, micros(since))).fetchone()[0])

    def is_owed(self, recipient_id: str, trigger: str, besides: int) -> bool:
        """See the port."""
        values = (recipient_id, trigger, besides)
        return self._execute(_IS_OWED, values).fetchone() is not None

    def latest_network(self, recipients: Sequence[str]) -> str | None:
        """See the port."""
        found = [row for name in recipients if name and (row := self._execute(_LATEST, (name,)).fetchone())]
        return max(found)[1] if found else None

    def answers_in_thread(self, network: str, thread: str) -> int:
        """See the port."""
        return self._count("thread = ? AND thread <> '' AND network = ?", clean(thread), network)

    def counts(self) -> dict[tuple[str, State], int]:
        """See the port."""
        rows = self._execute("SELECT network, state, count(*) FROM outbox GROUP BY network, state")
        return {(network, State(state)): count for network, state, count in rows}

    def _count(self, where: str, *values: Any) -> int:
        (count,) = self._execute(_ANSWERS.format(where), values).fetchone()
        return int(count)

    def _may(self, post_id: int, state: State, *, by_admin: bool = False) -> bool:
        present = self._state(post_id)
        return present is not None and allowed(present, state, by_admin=by_admin)

    def _state(self, post_id: int) -> State | None:
        row = self._execute("SELECT state FROM outbox WHERE id = ?", (post_id,)).fetchone()
        return None if row is None else State(row[0])

    def _one(self, where: str, *values: Any) -> Post | None:
        row = self._execute(f"{_COLUMNS} {where}", values).fetchone()
        return None if row is None else _post(row)


_moment = moment


def scrub(session: Session, post: int) -> None:
    """Forget whom a Post was for and what it said; its key and its receipt stay.

    Of whom it was for a keyed hash: nobody has more answers than others by asking to be forgotten in between.
    """
    row = session.execute("SELECT recipient FROM outbox WHERE id = ?", (post,)).fetchone()
    session.execute(_SCRUB, (_unreadable(session, row[0]) if row else "", ERASED, post))


def _unreadable(session: Session, recipient: str) -> str:
    known = not recipient or recipient.startswith(tombstones.FORGOTTEN)
    return recipient if known else tombstones.hashed(session, "recipient", recipient)


def mark_all_suspect(session: Session) -> None:
    """After a restore: no unsent Post is sent before it was looked for. Committed with the new epoch."""
    session.execute("UPDATE outbox SET state = 'unknown', not_before = ? WHERE state = 'ready'", (FAR,))
    session.execute(_SET_META, (RESTORED, str(micros(session.clock.now()))))


def _post(row: tuple[Any, ...]) -> Post:
    (id_, key, network, kind, state, trigger, record, created_at, recipient, thread, attempts, first_try, last_try,
     not_before, sent_at, receipt, reason, ticket, image, priority) = row  # fmt: skip
    return Post(
        id=id_, key=key, network=network, kind=kind, state=State(state), trigger=trigger, record=from_json(record),
        created_at=moment(created_at), recipient_id=recipient, thread=thread, attempts=attempts,
        first_try=moment_or_none(first_try), last_try=moment_or_none(last_try),
        not_before=None if not_before in (0, FAR) else moment(not_before), sent_at=moment_or_none(sent_at),
        receipt=receipt, reason=reason, ticket=from_json(ticket), image=image,
        priority=Priority(priority),
    )  # fmt: skip


def _row(values: tuple[Any, ...]) -> OutboxRow:
    from bot.ports import OutboxRow  # here: `status` counts Posts and shows none

    id_, key, network, kind, state, trigger, created_at, sent_at, receipt, reason = values
    return OutboxRow(
        id_, key, network, kind, State(state), trigger, moment(created_at), moment_or_none(sent_at), receipt, reason
    )
