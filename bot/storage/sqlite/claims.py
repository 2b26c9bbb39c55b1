"""Claims: what people say of themselves, believed by nobody yet; their proofs, disputes and audit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.people import OPEN, SELF_CLAIM, Act, Claim
from bot.errors import InputError
from bot.storage.sqlite.accounts import AccountRows
from bot.storage.sqlite.values import clean, micros, moment, moment_or_none

_OPEN = f"state IN ({', '.join(repr(state) for state in OPEN)})"
_CLAIM = """
SELECT id, account, x_handle, source, at, state, x_id, level, method, dispute, flag, settled_at, decided_by, reason
FROM claim WHERE {} ORDER BY id DESC
"""
_ADD = """
INSERT INTO claim (account, x_handle, source, at, state, flag, x_id, level, method)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
_CHANGE = """
UPDATE claim SET state = ?, level = coalesce(?, level), method = coalesce(?, method), dispute = coalesce(?, dispute),
  x_id = coalesce(?, x_id), flag = coalesce(?, flag), settled_at = ?, decided_by = ?, reason = ? WHERE id = ?
"""
_NAMED = "SELECT id FROM account WHERE platform = ? AND handle = ? AND handle <> ''"
_NOTE = "INSERT INTO audit (claim, act, by, reason, at) VALUES (?, ?, ?, ?, ?)"


class Claims:
    """The part of `ports.People` that deals with Claims."""

    _rows: AccountRows
    _execute: Callable[..., Any]
    release: Callable[[Account, str], bool]

    def claim(self, account: Account, x_handle: str, source: str, now: datetime, *, flag: str = "") -> Claim:
        """See the port. A replaced Claim gets a new number: an admin accepts what they have seen, nothing else."""
        row, handle = self._rows.ensure(account), clean(x_handle).lower()
        undecided = self._claims(f"account = ? AND {_OPEN}", row.id, limit=-1)
        for claim in undecided:
            if claim.x_handle == handle:
                return claim
        for claim in undecided:
            if claim.state == "waiting":
                self._drop(claim.id)
            elif claim.level == SELF_CLAIM and claim.x_handle:
                self.change_claim(claim.id, "rejected", now, by="author", reason="they named another X account")
        return self._put(row.id, handle, source, now, "waiting", flag, None, SELF_CLAIM, "")

    def contend(self, account: Account, x_handle: str, x_id: int, level: int, method: str, now: datetime) -> Claim:
        """See the port."""
        row, handle = self._rows.ensure(account), clean(x_handle).lower()
        same = f"account = ? AND {_OPEN} AND (x_id = ? OR (x_handle = ? AND x_handle <> ''))"
        for claim in self._claims(same, row.id, x_id, handle):
            return self.change_claim(
                claim.id, claim.state, now, by="bot", level=max(level, claim.level), method=method, x_id=x_id
            )
        return self._put(row.id, handle, "", now, "waiting", "", x_id, level, method)

    def waiting_claim(self, account: Account) -> Claim | None:
        """See the port."""
        row = self._rows.find(account)
        claims = self._claims(f"account = ? AND {_OPEN}", row.id) if row else []
        return claims[0] if claims else None

    def claim_by_handle(self, platform: Platform, handle: str) -> Claim | None:
        """See the port."""
        rows = self._execute(_NAMED, (platform.value, clean(handle))).fetchall()
        found = [claim for (row,) in rows for claim in self._claims(f"account = ? AND {_OPEN}", row)]
        return max(found, key=lambda claim: claim.id, default=None)

    def get_claim(self, claim_id: int) -> Claim | None:
        """See the port."""
        found = self._claims("id = ?", claim_id)
        return found[0] if found else None

    def claims(self, state: str | None = None, limit: int = 100) -> list[Claim]:
        """See the port."""
        if state == "open":
            return self._claims(_OPEN, limit=limit)
        return self._claims("state = ?", state, limit=limit) if state else self._claims("true", limit=limit)

    def claims_on(self, x_handle: str) -> list[Claim]:
        """See the port."""
        return self._claims(f"x_handle = ? AND {_OPEN}", clean(x_handle).lower(), limit=-1) if x_handle else []

    def claims_to(self, x_id: int) -> list[Claim]:
        """See the port."""
        return self._claims(f"x_id = ? AND {_OPEN}", x_id, limit=-1)

    def disputed(self, dispute: int) -> list[Claim]:
        """See the port."""
        return self._claims("dispute = ? AND state = 'frozen'", dispute, limit=-1)

    def was_upheld(self, account: Account, x_id: int, by: str) -> bool:
        """See the port."""
        row = self._rows.find(account)
        won = "account = ? AND x_id = ? AND dispute IS NOT NULL AND flag = '' AND state = 'accepted' AND decided_by = ?"
        return row is not None and bool(self._claims(won, row.id, x_id, by))

    def settle_claim(self, claim_id: int, state: str, now: datetime, *, by: str = "", reason: str = "") -> bool:
        """See the port."""
        claim = self.get_claim(claim_id)
        if claim is None or not claim.is_open:
            return False
        self.change_claim(claim_id, state, now, by=by, reason=reason)
        return True

    def change_claim(
        self,
        claim_id: int,
        state: str,
        now: datetime,
        *,
        by: str,
        reason: str = "",
        level: int | None = None,
        method: str | None = None,
        dispute: int | None = None,
        x_id: int | None = None,
        flag: str | None = None,
    ) -> Claim:
        """See the port."""
        before = self.get_claim(claim_id)
        if before is None:
            raise InputError(f"there is no claim {claim_id}")
        decided = state not in OPEN
        who, why = (clean(by), clean(reason)) if decided else ("", "")
        settled = micros(now) if decided else None
        self._execute(_CHANGE, (state, level, method, dispute, x_id, flag, settled, who, why, claim_id))
        if state != before.state or reason:
            self._execute(_NOTE, (claim_id, state, clean(by), clean(reason), micros(now)))
        return self._claims("id = ?", claim_id)[0]

    def audit(self, claim_id: int) -> list[Act]:
        """See the port."""
        rows = self._execute("SELECT at, act, by, reason FROM audit WHERE claim = ? ORDER BY id", (claim_id,))
        return [Act(moment(at), act, by, reason) for at, act, by, reason in rows]

    def _put(
        self, account: int, handle: str, source: str, now: datetime, state: str, flag: str, x_id: int | None,
        level: int, method: str,
    ) -> Claim:  # fmt: skip
        values = (account, handle, clean(source), micros(now), state, clean(flag), x_id, level, clean(method))
        ((claim,),) = self._execute(_ADD, values).fetchall()
        self._execute(_NOTE, (claim, "claimed", "author" if source else "bot", clean(flag), micros(now)))
        return self._claims("id = ?", claim)[0]

    def _drop(self, claim: int) -> None:
        for table, column in (("claim", "id"), ("audit", "claim"), ("ripe", "claim")):
            self._execute(f"DELETE FROM {table} WHERE {column} = ?", (claim,))  # noqa: S608

    def drop_claims(self, rows: Iterable[int], x_id: int | None = None, x_handle: str = "") -> None:
        """Erase every Claim of these account rows, to this number, or to this handle (small letters).

        Nobody stays held by a dispute that is gone, and whoever is alone in one is in none any more.
        """
        theirs = "x_id = ? OR (lower(x_handle) = ? AND x_handle <> '')"
        found = self._claims(theirs, x_id, x_handle, limit=-1)
        for row in rows:
            found += self._claims("account = ?", row, limit=-1)
        for claim in found:
            self._execute("DELETE FROM claim WHERE id = ?", (claim.id,))
            self._execute("DELETE FROM ripe WHERE claim = ?", (claim.id,))
            self._execute("UPDATE audit SET reason = '' WHERE claim = ?", (claim.id,))
        for claim in found:
            if claim.dispute is None or claim.state != "frozen":
                continue
            self.release(claim.account, f"dispute:{claim.dispute}")
            rest = self.disputed(claim.dispute)
            if len(rest) == 1:
                self._thaw(rest[0])

    def _thaw(self, claim: Claim) -> None:
        self._execute("UPDATE claim SET state = 'waiting', dispute = NULL WHERE id = ?", (claim.id,))
        self._execute("INSERT OR IGNORE INTO ripe (claim) VALUES (?)", (claim.id,))
        self.release(claim.account, f"dispute:{claim.dispute}")

    def _claims(self, where: str, *values: Any, limit: int = 1) -> list[Claim]:
        rows = self._execute(f"{_CLAIM.format(where)} LIMIT ?", (*values, limit)).fetchall()
        return [
            Claim(
                id_, self._rows.get(account).account, handle, source, moment(at), state, x_id, level, method, dispute,
                flag, moment_or_none(settled), by, reason,
            )
            for id_, account, handle, source, at, state, x_id, level, method, dispute, flag, settled, by, reason in rows
        ]  # fmt: skip
