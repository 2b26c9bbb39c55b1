"""Everything by which somebody can be recognised in the database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from bot.domain.accounts import Account, Platform
from bot.storage.sqlite.accounts import AccountRows, Row
from bot.storage.sqlite.tombstones import mark_of
from bot.storage.sqlite.values import clean

if TYPE_CHECKING:
    from bot.storage.sqlite.session import Session

SHORTEST_NAME = 3
SMALLEST_NUMBER = 100_000
"""A shorter name, or a smaller X number, stands in everything."""

_SAME_HANDLE = """
SELECT id FROM account WHERE platform = ? AND handle = ? AND handle <> '' AND (person IS NULL OR person = ?)
"""
_PERSON = "SELECT x_id, x_handle FROM person WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Whose:
    """One somebody: a Person with all their Accounts, an Account of nobody, or an X number alone."""

    person: int | None = None
    x_id: int | None = None
    x_handle: str = ""
    accounts: tuple[Account, ...] = ()
    rows: tuple[int, ...] = ()  # of `account`
    former: tuple[str, ...] = ()  # handles and ids they wrote to us under, their own and those of their copies

    @property
    def ids(self) -> list[str]:
        """Stable ids, and the profile URLs that stand in for them."""
        return _each(name for account in self.accounts for name in (account.id, account.url))

    @property
    def handles(self) -> list[str]:
        """On the networks."""
        return _each(account.handle for account in self.accounts)

    @property
    def values(self) -> Mapping[str, Any]:
        """What the conditions of `personal` need."""
        return {
            "person": self.person,
            "accounts": json.dumps(self.rows),
            "ids": json.dumps(self.ids),
            "x_id": self.x_id,
            "x_handle": self.x_handle.casefold(),
        }

    @property
    def names(self) -> list[str]:
        """Every way to write one of their names, in small letters: what no text may hold when they are gone."""
        found = [name for name in (*self.ids, *self.handles, self.x_handle, *self.former) if len(name) >= SHORTEST_NAME]
        found += [str(self.x_id)] if (self.x_id or 0) >= SMALLEST_NUMBER else []
        plain = [name.casefold() for name in found]
        return _each([*plain, *(quote(name, safe="").casefold() for name in plain)])

    def marks(self, secret: bytes, *, surely: bool = False) -> list[bytes]:
        """What their tombstones say; with `surely` no handle of an Account whose stable id tells who it is."""
        said = [("account", account.platform.value, account.id) for account in self.accounts if account.id]
        named = [account for account in self.accounts if account.handle and not (surely and account.id)]
        said += [("handle", account.platform.value, account.handle) for account in named]
        if self.x_id is not None:
            said.append(("x", str(self.x_id), ""))
        if self.x_handle:
            said.append(("x-handle", self.x_handle.casefold(), ""))
        if self.x_id is not None and not surely:
            said += [together(account, self.x_id) for account in self.accounts if account.id]
        return [mark_of(secret, *words) for words in said]


def together(account: Account, x_id: int) -> tuple[str, str, str]:
    """That an Account and an X number were one somebody, as a tombstone says it."""
    return (f"together {x_id}", account.platform.value, account.id)


def of_person(session: Session, person: int) -> Whose:
    """A Person, whole."""
    rows = AccountRows(session).of_person(person)
    (x_id, x_handle) = session.execute(_PERSON, (person,)).fetchone()
    return _whose(session, rows, person, x_id, x_handle)


def of_account(session: Session, account: Account, *, whole: bool) -> Whose:
    """Whoever has this Account. With `whole` its Person, however weak the proof; else only if the Link is believed,
    and no other of the Person's is stronger, held or not.

    Any other Account stands for itself alone: nobody erases somebody else by a weak claim.
    """
    finder = AccountRows(session)
    row = finder.find_named(account) if whole else finder.find(account)
    if row and row.person is not None and (whole or _speaks_for_all(session, row, finder.of_person(row.person))):
        return of_person(session, row.person)
    found = _whose(session, [row] if row else [], None, None, "")
    same = account if not row else _fuller(account, row)
    return Whose(accounts=(same, *found.accounts), rows=found.rows)


def _speaks_for_all(session: Session, row: Row, theirs: Iterable[Row]) -> bool:
    best = max((other.proof or 0 for other in theirs), default=0)
    return (row.level or 0) >= max(session.minimum, best)


def of_x(session: Session, x_id: int) -> Whose:
    """Whoever has this X number, registered or not."""
    row = session.execute("SELECT id FROM person WHERE x_id = ?", (x_id,)).fetchone()
    return of_person(session, row[0]) if row else Whose(x_id=x_id)


def _whose(session: Session, rows: Iterable[Row], person: int | None, x_id: int | None, x_handle: str) -> Whose:
    rows = list(rows)
    numbers = {row.id for row in rows}
    for row in rows:
        numbers |= {other for (other,) in session.execute(_SAME_HANDLE, (row.platform, row.handle, person or -1))}
    whole = [AccountRows(session).get(number) for number in sorted(numbers)]
    return Whose(person, x_id, x_handle, tuple(row.account for row in whole), tuple(sorted(numbers)))


def _fuller(account: Account, row: Row) -> Account:
    """As it was given, with the stable id we know."""
    known = row.account
    return Account(
        Platform(row.platform), clean(account.id) or known.id, clean(account.handle) or known.handle,
        clean(account.url) or known.url,
    )  # fmt: skip


def _each(names: Iterable[str]) -> list[str]:
    return list(_once(names))


def _once(names: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys(name for name in names if name)
