"""Claims: what people say of themselves, believed by nobody yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account
from bot.domain.people import Claim
from bot.storage.sqlite.accounts import AccountRows
from bot.storage.sqlite.values import clean, micros, moment

_CLAIM = "SELECT id, account, x_handle, source, at, state FROM claim WHERE {} ORDER BY id DESC"
_ADD = "INSERT INTO claim (account, x_handle, source, at, state) VALUES (?, ?, ?, ?, 'waiting') RETURNING id"
_SETTLE = "UPDATE claim SET state = ?, settled_at = ? WHERE id = ? AND state = 'waiting'"


class Claims:
    """The part of `ports.People` that deals with Claims."""

    _rows: AccountRows
    _execute: Callable[..., Any]

    def claim(self, account: Account, x_handle: str, source: str, now: datetime) -> Claim:
        """See the port. A replaced Claim gets a new number: an admin accepts what they have seen, nothing else."""
        row, handle = self._rows.ensure(account), clean(x_handle)
        waiting = self._claims("account = ? AND state = 'waiting'", row.id)
        if waiting and waiting[0].x_handle == handle:
            return waiting[0]
        self._execute("DELETE FROM claim WHERE account = ? AND state = 'waiting'", (row.id,))
        ((claim,),) = self._execute(_ADD, (row.id, handle, clean(source), micros(now))).fetchall()
        return self._claims("id = ?", claim)[0]

    def waiting_claim(self, account: Account) -> Claim | None:
        """See the port."""
        row = self._rows.find(account)
        claims = self._claims("account = ? AND state = 'waiting'", row.id) if row else []
        return claims[0] if claims else None

    def claims(self, state: str | None = None, limit: int = 100) -> list[Claim]:
        """See the port."""
        return self._claims("state = coalesce(?, state)", state, limit=limit)

    def settle_claim(self, claim_id: int, state: str, now: datetime) -> bool:
        """See the port."""
        return bool(self._execute(_SETTLE, (state, micros(now), claim_id)).rowcount == 1)

    def _claims(self, where: str, *values: Any, limit: int = 1) -> list[Claim]:
        rows = self._execute(f"{_CLAIM.format(where)} LIMIT ?", (*values, limit)).fetchall()
        return [
            Claim(id_, self._rows.get(account).account, x_handle, source, moment(at), state)
            for id_, account, x_handle, source, at, state in rows
        ]
