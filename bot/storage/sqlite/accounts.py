"""The rows of Accounts: finding the one an Account is, and completing it as more becomes known.

An Account has up to three names: its stable id, its profile URL, and its id on one server. A row may begin with
only a handle or a server's id, and is completed when the Account is first seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.bridges import at_home
from bot.domain.lives import AWAY
from bot.storage.sqlite import shown
from bot.storage.sqlite.derived import changing
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean

COLUMNS = """
id, platform, stable_id, url, handle, local_id, local_host, person, level, source, linked_at,
(SELECT p.expires_at FROM proof p WHERE p.account = account.id AND p.method = account.source AND p.person IS NOT NULL)
"""

BY_ID = "platform = ? AND stable_id IN (?, ?)"
BY_URL = "platform = ? AND url = ? AND url <> ''"
BY_LOCAL = "local_host = ? AND local_id = ? AND local_id <> ''"
BY_HANDLE = "platform = ? AND handle = ? AND handle <> ''"
_INSERT = """
INSERT INTO account (platform, stable_id, url, handle, local_id, local_host) VALUES (?, ?, ?, ?, ?, ?) RETURNING id
"""
_COMPLETE = "UPDATE account SET stable_id = ?, url = ?, handle = ?, local_id = ?, local_host = ? WHERE id = ?"
_MOVE_LINK = """
UPDATE account SET person = w.person, level = w.level, source = w.source, linked_at = w.linked_at, batch = w.batch
FROM (SELECT person, level, source, linked_at, batch FROM account WHERE id = ?) AS w
WHERE account.id = ?
  AND coalesce(w.level + 10 * (w.level < 0), -1) > coalesce(account.level + 10 * (account.level < 0), -1)
"""
# `+` keeps SQLite from searching by `stable_id IS NULL`, true of every row of a registry that brings handles only
# (1.8 ms instead of 6 us at 10,000 people).
# Someone else's name now: showing it would point to the wrong person.
_TAKE_HANDLE = f"""
UPDATE account SET handle = '' WHERE {BY_HANDLE} AND id <> ? AND +stable_id IS NOT NULL RETURNING person
"""  # noqa: S608

HELD = 10
"""What the stored level of a held Link is lowered by."""

_SETTLE_HOLD = """
UPDATE account SET level = level + CASE WHEN level < 0 THEN :held ELSE -:held END
WHERE id = :row AND (level < 0) <> EXISTS (SELECT 1 FROM hold WHERE account = :row)
"""
_DOUBTED = f"SELECT 1 FROM hold WHERE account = ? AND reason NOT LIKE '{AWAY}%'"  # noqa: S608
_STRANGE_PROOFS = """
DELETE FROM proof WHERE account = :row AND person IS NOT NULL
  AND person IS NOT (SELECT person FROM account WHERE id = :row)
"""
REFERENCES = (
    *("claim", "silence", "arrival", "voice", "hold", "question", "mark", "proof"),
    *("code", "proof_check", "notice", "server_check"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `account`."""

    id: int
    platform: str
    stable_id: str | None
    url: str
    handle: str
    local_id: str
    local_host: str
    person: int | None
    level: int | None
    source: str
    linked_at: int | None
    expires_at: int | None = None

    @property
    def held(self) -> bool:
        """Whether the Link may not be told for now."""
        return self.level is not None and self.level < 0

    @property
    def proof(self) -> int | None:
        """The level of the Link, held or not."""
        return None if self.level is None else self.level + HELD * self.held

    @property
    def account(self) -> Account:
        """As the domain knows it."""
        return Account(
            Platform(self.platform), self.stable_id or "", self.handle, self.url, self.local_id, self.local_host
        )


class AccountRows:
    """Finds, completes and makes rows of `account`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def find(self, account: Account) -> Row | None:
        """The row of an Account a network showed us: by its names, then by handle among rows not seen yet.

        A bridge's copy has no row: here, and wherever rows are made, it stands for whom it copies.
        """
        account = at_home(account)
        seen = self._seen(account)
        if seen and seen.person is not None:
            return seen
        waiting = self._waiting(account)
        return waiting if waiting and (seen is None or waiting.person is not None) else seen

    def find_named(self, account: Account) -> Row | None:
        """The row of an Account somebody typed: a handle may be that of any row; one with a Person first."""
        account = at_home(account)
        if row := self.find(account):
            return row
        rows = self._rows(f"{BY_HANDLE} ORDER BY person IS NULL, id DESC", account.platform.value, account.handle)
        return rows[0] if rows and not account.id else None

    def ensure(self, account: Account) -> Row:
        """The row of an Account, completed with what is new in it; made if there is none."""
        account = at_home(account)
        row = self.complete(account)
        if row is None:
            ((made,),) = self._execute(
                _INSERT,
                names_of(account),
            ).fetchall()
            row = self.get(made)
            self._take_handle(row)
        return row

    def complete(self, account: Account) -> Row | None:
        """The row of an Account, after it was brought up to date and a waiting one for it was merged into it."""
        account = at_home(account)
        if not self._session.writable:
            return self.find(account)
        seen, waiting = self._seen(account), self._waiting(account)
        row = seen or waiting
        if row is None:
            return None
        if seen and waiting:
            self._merge(waiting, seen)
        known = (
            _better_id(row, account), clean(account.url) or row.url, clean(account.handle) or row.handle,
            *_local(row, account),
        )  # fmt: skip
        if known != (row.stable_id, row.url, row.handle, row.local_id, row.local_host):
            self._execute(_COMPLETE, (*known, row.id))
            self._settle(row.person)
        row = self.get(row.id)
        self._take_handle(row)
        return row

    def adopt(self, waiting: list[Row], account: Account) -> None:
        """Complete rows that were found to be this Account, whatever their handle was."""
        same = [row for row in waiting if not _contradicts(row, account)]
        if not same:
            return
        seen = self._seen(account)
        for row in same:
            if seen is None:
                self._execute("UPDATE account SET stable_id = ? WHERE id = ?", (clean(account.id), row.id))
                seen = self.get(row.id)
            else:
                self._merge(row, self.get(seen.id))
        self.complete(account)

    def get(self, row_id: int) -> Row:
        """A row that is known to be there."""
        return self._rows("id = ?", row_id)[0]

    def of_person(self, person: int) -> list[Row]:
        """Their Links, oldest first."""
        return self._rows("person = ? ORDER BY id", person)

    def speaks(self, row: Row) -> bool:
        """Whether its Link is believed: proven well enough, and held by nothing but that the Account is away."""
        if (row.proof or 0) < self._session.minimum:
            return False
        return not row.held or self._execute(_DOUBTED, (row.id,)).fetchone() is None

    def waiting_with(self, platform: Platform, handle: str) -> list[Row]:
        """Rows that hold this handle and no stable id."""
        return self._rows(f"{BY_HANDLE} AND +stable_id IS NULL", platform.value, clean(handle))

    def nameless(self, platform: Platform, stable_id: str) -> list[Row]:
        """The row with this stable id, when it has no handle."""
        return self._rows("platform = ? AND stable_id = ? AND handle = ''", platform.value, clean(stable_id))

    def settle_hold(self, row_id: int) -> None:
        """Lower the level of a Link that is held, raise that of one that is not any more; within `changing`."""
        self._execute(_SETTLE_HOLD, {"row": row_id, "held": HELD})

    def drop_if_bare(self, row_id: int) -> None:
        """Delete a row that nothing refers to any more."""
        used = [self._execute(f"SELECT 1 FROM {t} WHERE account = ?", (row_id,)).fetchone() for t in REFERENCES]  # noqa: S608
        if not any(used):
            self._execute("DELETE FROM account WHERE id = ? AND person IS NULL", (row_id,))

    def _seen(self, account: Account) -> Row | None:
        """By stable id; a profile URL stands in for one, in the row or in what is asked for."""
        platform, id_, url = account.platform.value, clean(account.id), clean(account.url)
        if not id_ and not url:
            return None
        rows = self._rows(f"{BY_ID} ORDER BY stable_id <> ?", platform, id_ or url, url or id_, id_)
        rows = rows or [row for row in self._rows(BY_URL, platform, id_ or url) if row.stable_id]
        same = [row for row in rows if id_ or not _contradicts(row, account)]
        return same[0] if same else None

    def _waiting(self, account: Account) -> Row | None:
        """Among rows without a stable id: by profile URL, by id on a server, by handle."""
        platform, url = account.platform.value, clean(account.url or account.id)
        for where, names in (
            (BY_URL, (platform, url)),
            (BY_LOCAL, (account.local_host, account.local_id)),
            (BY_HANDLE, (platform, clean(account.handle))),
        ):
            if not names[-1]:
                continue
            rows = self._rows(f"{where} AND +stable_id IS NULL ORDER BY person IS NULL, id", *names)
            same = [row for row in rows if row.platform == platform and not _contradicts(row, account)]
            if same:
                return same[0]
        return None

    def _merge(self, waiting: Row, seen: Row) -> None:
        """One Account, two rows: what hangs on the waiting one moves over. Two Persons: the stronger proof wins."""
        with changing(self._session, (waiting.person, seen.person), (waiting.id, seen.id)):
            for table in REFERENCES:
                self._execute(f"UPDATE OR IGNORE {table} SET account = ? WHERE account = ?", (seen.id, waiting.id))  # noqa: S608
                self._execute(f"DELETE FROM {table} WHERE account = ?", (waiting.id,))  # noqa: S608
            self._execute(_MOVE_LINK, (waiting.id, seen.id))
            self._execute(_STRANGE_PROOFS, {"row": seen.id})
            self.settle_hold(seen.id)
            self._execute("DELETE FROM account WHERE id = ?", (waiting.id,))

    def _take_handle(self, row: Row) -> None:
        if row.handle and row.stable_id:
            for (person,) in self._execute(_TAKE_HANDLE, (row.platform, row.handle, row.id)).fetchall():
                self._settle(person)

    def _settle(self, person: int | None) -> None:
        """A name of theirs is another."""
        if person is not None:
            shown.settle(self._session, [person])

    def _rows(self, where: str, *values: Any) -> list[Row]:
        return [Row(*row) for row in self._execute(f"SELECT {COLUMNS} FROM account WHERE {where}", values)]  # noqa: S608


def names_of(account: Account) -> tuple[str, str | None, str, str, str, str]:
    """The columns that name an Account: platform, stable_id, url, handle, local_id, local_host."""
    return (
        account.platform.value, clean(account.id) or None, clean(account.url), clean(account.handle),
        clean(account.local_id), clean(account.local_host),
    )  # fmt: skip


def _better_id(row: Row, account: Account) -> str | None:
    """An actor URI is better than a profile URL that stood in for it; what is known is never lost."""
    given = clean(account.id) or None
    if row.stable_id is None or (given and row.stable_id == account.url):
        return given or row.stable_id
    return row.stable_id


def _local(row: Row, account: Account) -> tuple[str, str]:
    """The id on a server: the first that was known stays, being what a registry may be compared with."""
    if row.local_id or not account.local_id:
        return row.local_id, row.local_host
    return clean(account.local_id), clean(account.local_host)


def _contradicts(row: Row, account: Account) -> bool:
    """The same server knows them by different ids: one handle or URL, two people."""
    both = row.local_id and account.local_id and row.local_host == account.local_host
    return bool(both) and row.local_id != account.local_id
