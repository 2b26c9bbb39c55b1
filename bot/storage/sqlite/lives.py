"""How Accounts live: when the network is asked, since when something is open, and what a move or an end does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.accounts import Account, Platform
from bot.domain.lives import AWAY, Course, Kept
from bot.domain.proof import REGISTRY, Method, Proof, best, fresh
from bot.storage.sqlite import shown
from bot.storage.sqlite.accounts import COLUMNS, AccountRows, Row
from bot.storage.sqlite.derived import changing
from bot.storage.sqlite.people import SqlitePeople, bereave
from bot.storage.sqlite.personal import DELETED_WITH_ACCOUNT
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, micros, moment_or_none

OF_WHOLE_PERSON = ("mark", "question")
"""Tables of what holds for a Person, though it hangs on one of their Accounts."""

_ASK = "INSERT INTO life (account, due) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET due = min(due, excluded.due)"
_HEAR = """
INSERT INTO life (account, due, heard_at) VALUES (?1, ?2, ?2) ON CONFLICT (account) DO UPDATE
SET due = min(due, excluded.due), heard_at = excluded.heard_at
"""
_KEEP = """
INSERT INTO life (account, due, nameless_since, gone_since) VALUES (?, ?, ?, ?) ON CONFLICT (account) DO UPDATE
SET due = excluded.due, nameless_since = excluded.nameless_since, gone_since = excluded.gone_since
"""
_UNWATCHED = f"""
SELECT {COLUMNS} FROM account
WHERE platform = ? AND person IS NOT NULL AND stable_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM life l WHERE l.account = id)
LIMIT ?
"""  # noqa: S608
_DUE = f"""
SELECT l.heard_at, l.nameless_since, l.gone_since, {COLUMNS} FROM life l CROSS JOIN account ON id = l.account
WHERE l.due <= ? AND platform = ? AND stable_id IS NOT NULL AND (? = '' OR local_host IN ('', ?))
ORDER BY l.due LIMIT ?
"""  # noqa: S608
# Of somebody who is not registered nothing is asked without need.
_SETTLED = f"""
DELETE FROM life WHERE account = ? AND nameless_since IS NULL AND gone_since IS NULL
  AND (SELECT person FROM account a WHERE a.id = life.account) IS NULL
  AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.account = life.account AND h.reason LIKE '{AWAY}%')
"""  # noqa: S608
_TIMES = "SELECT heard_at, nameless_since, gone_since FROM life WHERE account = ?"
_HOLDS = "SELECT reason FROM hold WHERE account = ? ORDER BY at"
_AWAY_SINCE = f"SELECT max(at) FROM hold WHERE account = ? AND reason LIKE '{AWAY}%'"  # noqa: S608
_ALONE = """
SELECT person FROM bereft b WHERE since < ? AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = b.person)
"""
_KEPT_SILENT = """
INSERT INTO silence (account, at) SELECT ?, at FROM silence WHERE account = ?
ON CONFLICT (account) DO UPDATE SET at = max(at, excluded.at)
"""
_SOME = 500  # ids in one IN (...)


class SqliteLives:
    """`ports.Lives`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute
        self._rows = AccountRows(session)
        self._people = SqlitePeople(session)

    def known(self, platform: Platform, ids: Iterable[str]) -> list[Account]:
        """See the port."""
        wanted, found = sorted(set(ids)), list[Account]()
        for start in range(0, len(wanted), _SOME):
            some = wanted[start : start + _SOME]
            marks = ",".join("?" * len(some))
            sql = f"SELECT {COLUMNS} FROM account WHERE platform = ? AND stable_id IN ({marks})"  # noqa: S608
            found += (Row(*row).account for row in self._execute(sql, (platform.value, *some)))
        return found

    def of(self, account: Account) -> Kept | None:
        """See the port."""
        row = self._rows.find(account)
        if row is None:
            return None
        times = self._execute(_TIMES, (row.id,)).fetchone()
        return self._kept(row, *(times or (None, None, None)))

    def away_since(self, account: Account) -> datetime | None:
        """See the port."""
        row = self._rows.find(account)
        return moment_or_none(self._execute(_AWAY_SINCE, (row.id,)).fetchone()[0]) if row else None

    def ask(self, account: Account, due: datetime) -> None:
        """See the port."""
        if row := self._rows.find(account):
            self._execute(_ASK, (row.id, micros(due)))

    def hear(self, account: Account, now: datetime) -> None:
        """See the port."""
        if row := self._rows.find(account):
            self._execute(_HEAR, (row.id, micros(now)))

    def unwatched(self, platform: Platform, limit: int) -> list[Account]:
        """See the port."""
        return [Row(*row).account for row in self._execute(_UNWATCHED, (platform.value, limit))]

    def due(self, platform: Platform, home: str, now: datetime, limit: int) -> list[Kept]:
        """See the port."""
        rows = self._execute(_DUE, (micros(now), platform.value, home, home, limit)).fetchall()
        return [self._kept(Row(*rest), heard, nameless, gone) for heard, nameless, gone, *rest in rows]

    def keep(self, account: Account, course: Course) -> None:
        """See the port."""
        if row := self._rows.find(account):
            since = (course.nameless_since, course.gone_since)
            self._execute(_KEEP, (row.id, micros(course.due), *(at and micros(at) for at in since)))
            self._execute(_SETTLED, (row.id,))

    def rename(self, account: Account) -> None:
        """See the port."""
        if self._rows.find(account):
            self._rows.complete(account)

    def drop_handle(self, account: Account) -> None:
        """See the port."""
        if row := self._rows.find(account):
            self._execute("UPDATE account SET handle = '' WHERE id = ?", (row.id,))
            if row.person is not None:
                shown.settle(self._session, [row.person])

    def move(self, old: Account, new: Account, now: datetime) -> bool:
        """See the port."""
        left = self._rows.find(old)
        if left is None:
            return False
        to = self._rows.ensure(new)
        if to.id == left.id or to.person not in (None, left.person):
            return False
        if left.person is not None and not self._people.prove(left.person, new, self._handed_on(left, now), now):
            self._rows.drop_if_bare(to.id)
            return False
        self._carry_over(left, self._rows.get(to.id))
        return True

    def forget(self, account: Account, now: datetime) -> None:
        """See the port."""
        row = self._rows.find(account)
        if row is None:
            return
        with changing(self._session, (row.person,), (row.id,)):
            others = [] if row.person is None else self._rows.of_person(row.person)
            for other in others:
                if other.id != row.id and self._rows.speaks(row):
                    self._hand_on(row, other)
            self._take_out(row)
        if row.person is not None:
            bereave(self._session, row.person, now)

    def alone(self, before: datetime) -> list[int]:
        """See the port. Whoever has an Account again is taken off the list."""
        if self._session.writable:
            self._execute("DELETE FROM bereft WHERE person IN (SELECT person FROM account WHERE person IS NOT NULL)")
        return [person for (person,) in self._execute(_ALONE, (micros(before),)).fetchall()]

    def _handed_on(self, left: Row, now: datetime) -> Proof:
        """What the new Link stands on: as much as the old one, and as long; a domain has to be seen at the new one."""
        carrying = best(self._people.proofs(left.account), now)
        moved = fresh(Method.MOVE, now, level=min(left.proof or 0, REGISTRY))
        return replace(moved, expires_at=carrying.expires_at if carrying else None)

    def _carry_over(self, left: Row, to: Row) -> None:
        """What hangs on the old row hangs on the new one, but its proofs, and why the old one was away."""
        with changing(self._session, (left.person, to.person), (left.id, to.id)):
            self._execute("DELETE FROM proof WHERE account = ?", (left.id,))
            self._execute(f"DELETE FROM hold WHERE account = ? AND reason LIKE '{AWAY}%'", (left.id,))  # noqa: S608
            for entry in DELETED_WITH_ACCOUNT:
                sql = f"UPDATE OR IGNORE {entry.table} SET account = ? WHERE account = ?"  # noqa: S608
                self._execute(sql, (to.id, left.id))
            self._take_out(left)
            self._rows.settle_hold(to.id)

    def _hand_on(self, row: Row, other: Row) -> None:
        """What was said by, or to, the Person wherever they are."""
        self._execute(_KEPT_SILENT, (other.id, row.id))
        for table in OF_WHOLE_PERSON:
            self._execute(f"UPDATE OR IGNORE {table} SET account = ? WHERE account = ?", (other.id, row.id))  # noqa: S608

    def _take_out(self, row: Row) -> None:
        for entry in DELETED_WITH_ACCOUNT:
            self._execute(f"DELETE FROM {entry.table} WHERE account = ?", (row.id,))  # noqa: S608
        self._execute("DELETE FROM account WHERE id = ?", (row.id,))

    def _kept(self, row: Row, heard: int | None, nameless: int | None, gone: int | None) -> Kept:
        holds = [clean(reason) for (reason,) in self._execute(_HOLDS, (row.id,))]
        return Kept(row.account, holds, *map(moment_or_none, (nameless, gone, heard)))
