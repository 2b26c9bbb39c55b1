"""Our questions and their answers, and marks: small facts that hold for all Accounts of a Person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account
from bot.storage.sqlite.accounts import AccountRows
from bot.storage.sqlite.values import clean, micros

ANSWERS: Mapping[str, bool] = {"yes": True, "no": False}

_ASK = """
INSERT INTO question (account, kind, asked_at, post) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at, answered_at = NULL, answer = NULL, post = excluded.post
"""
_LAST = """
SELECT kind, answered_at IS NULL AND asked_at >= ?
  AND (post IS NULL OR EXISTS (SELECT 1 FROM outbox WHERE id = question.post AND state = 'sent'))
FROM question WHERE account = ? ORDER BY asked_at DESC, answered_at IS NULL DESC LIMIT 1
"""
_LAST_UNANSWERED = """
SELECT kind FROM question WHERE account = ? AND answered_at IS NULL ORDER BY asked_at DESC LIMIT 1
"""
_ANSWER = "UPDATE question SET answered_at = ?, answer = ? WHERE account = ? AND kind = ?"
_MARK = "INSERT INTO mark (account, kind, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"


class Asking:
    """`ports.Asking`, a part of `ports.People`."""

    _rows: AccountRows
    _execute: Callable[..., Any]

    def ask(
        self, account: Account, kind: str, now: datetime, *, again: bool = False, post: int | None = None
    ) -> bool:
        """See the port."""
        if not again and clean(kind) in self.questions(account):
            return False
        self._execute(_ASK, (self._rows.ensure(account).id, clean(kind), micros(now), post))
        return True

    def answer(self, account: Account, agrees: bool, now: datetime) -> str | None:
        """See the port."""
        row = self._rows.find(account)
        found = self._execute(_LAST_UNANSWERED, (row.id,)).fetchone() if row else None
        kind = str(found[0]) if found else None
        if row and kind is not None:
            said = next(word for word, meant in ANSWERS.items() if meant is agrees)
            self._execute(_ANSWER, (micros(now), said, row.id, kind))
        return kind

    def question(self, account: Account, since: datetime) -> str | None:
        """See the port."""
        row = self._rows.find(account)
        found = self._execute(_LAST, (micros(since), row.id)).fetchone() if row else None
        return str(found[0]) if found and found[1] else None

    def close(self, account: Account, kind: str, now: datetime) -> None:
        """See the port."""
        sql = f"UPDATE question SET answered_at = ? WHERE account IN ({self._accounts(account)}) AND kind = ? AND answered_at IS NULL"  # noqa: S608, E501
        self._execute(sql, (micros(now), clean(kind)))

    def questions(self, account: Account) -> Mapping[str, bool | None]:
        """See the port."""
        sql = f"SELECT kind, answer FROM question WHERE account IN ({self._accounts(account)}) ORDER BY asked_at"  # noqa: S608
        return {kind: ANSWERS.get(answer or "") for kind, answer in self._execute(sql)}

    def mark(self, account: Account, kind: str, now: datetime) -> bool:
        """See the port."""
        if clean(kind) in self.marks(account):
            return False
        self._execute(_MARK, (self._rows.ensure(account).id, clean(kind), micros(now)))
        return True

    def unmark(self, account: Account, kind: str) -> None:
        """See the port."""
        self._execute(f"DELETE FROM mark WHERE account IN ({self._accounts(account)}) AND kind = ?", (clean(kind),))  # noqa: S608

    def marks(self, account: Account) -> frozenset[str]:
        """See the port."""
        sql = f"SELECT kind FROM mark WHERE account IN ({self._accounts(account)})"  # noqa: S608
        return frozenset(kind for (kind,) in self._execute(sql))

    def _accounts(self, account: Account) -> str:
        """The rows of all Accounts of their Person, for an IN (...)."""
        row = self._rows.find(account)
        if row is None:
            return ""
        rows = [row] if row.person is None else self._rows.of_person(row.person)
        return ",".join(str(each.id) for each in rows)
