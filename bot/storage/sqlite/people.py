"""The registry: Persons, their Links, their consents; and what we keep about Accounts of nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.consent import consent_of
from bot.domain.people import Link, Person, Said
from bot.domain.proof import Method, fresh, method_of
from bot.errors import InputError
from bot.storage.sqlite import derived, naming, proofs, returning
from bot.storage.sqlite.accounts import COLUMNS, AccountRows, Row
from bot.storage.sqlite.asking import Asking
from bot.storage.sqlite.claims import Claims
from bot.storage.sqlite.officials import Officials
from bot.storage.sqlite.personal import DELETED_WITH_PERSON
from bot.storage.sqlite.proofs import Proofs
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, micros, moment, moment_or_none

ASK_AGAIN = timedelta(days=1)
"""How long a handle that nobody answers to is left alone."""

_PERSON = "SELECT id, x_id, x_handle, language, x_heard FROM person WHERE {}"
BY_X_HANDLE = _PERSON.format("""x_handle = ? AND x_handle <> ''
ORDER BY x_heard, (
  SELECT max(a.level + 10 * (a.level < 0)) FROM account a WHERE a.person = person.id
) DESC, id DESC""")
"""Of those who have an X handle, the best proven first, held or not; then the newest."""

_REGISTER = """
INSERT INTO person (x_id, x_handle, language, created_at, batch) VALUES (?, ?, ?, ?, ?) RETURNING id
"""
_LINK = "UPDATE account SET person = ?, level = ?, source = ?, linked_at = ?, batch = ? WHERE id = ?"
_UNLINK = "UPDATE account SET person = NULL, level = NULL, source = '', linked_at = NULL, batch = NULL WHERE id = ?"
_HOLD = "INSERT INTO hold (account, reason, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_SAY = """
INSERT INTO consent (person, purpose, value, at, batch, source) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (person, purpose) DO UPDATE
SET value = excluded.value, at = excluded.at, batch = excluded.batch, source = excluded.source
"""
_SAID = """
SELECT c.purpose, c.value, c.at, coalesce(nullif(c.source, ''), b.source, '')
FROM consent c LEFT JOIN import_batch b ON b.id = c.batch WHERE c.person = ? ORDER BY c.purpose
"""
_SILENCE = """
INSERT INTO silence (account, at) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET at = max(at, excluded.at)
"""
_UNRESOLVED = """
SELECT DISTINCT handle FROM account
WHERE platform = ? AND stable_id IS NULL AND handle <> '' AND person IS NOT NULL AND coalesce(asked_at, 0) < ?
ORDER BY id LIMIT ?
"""
_NAMELESS = """
SELECT stable_id FROM account
WHERE platform = ? AND stable_id IS NOT NULL AND handle = '' AND person IS NOT NULL AND coalesce(asked_at, 0) < ?
ORDER BY id LIMIT ?
"""

_NAMELESS_X = "SELECT x_id FROM person WHERE x_handle = '' AND x_id IN"
_NAME_X = "UPDATE person SET x_handle = ?, x_heard = 1 WHERE x_id = ?"
_SET_X_HANDLE = "UPDATE person SET x_heard = (x_heard = 1 AND x_handle = ?), x_handle = ? WHERE id = ?"
_RENAME = "UPDATE person SET x_handle = ?, language = ?, x_heard = ? WHERE id = ?"
_BEREFT = "INSERT OR IGNORE INTO bereft (person, since) VALUES (?, ?)"
_SOME = 500  # numbers in one IN (...)

TOLD = "told"  # the one purpose that nothing derived depends on


class SqlitePeople(Claims, Asking, Proofs, Officials):
    """`ports.People`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute
        self._rows = AccountRows(session)

    def by_account(self, account: Account, minimum: int) -> Person | None:
        """See the port. A Snapshot completes nothing."""
        row = self._rows.complete(account)
        if row is None or row.person is None or row.level is None or row.level < minimum:
            return None
        return self.get(row.person)

    def by_x(self, x_id: int) -> Person | None:
        """See the port."""
        return self._one(_PERSON.format("x_id = ?"), x_id)

    def find(self, account: Account) -> Person | None:
        """See the port."""
        if account.platform is Platform.X:
            if account.id:
                return self.by_x(int(account.id))
            return self._one(BY_X_HANDLE, account.handle)
        row = self._rows.find_named(account)
        return None if row is None or row.person is None else self.get(row.person)

    def get(self, person: int) -> Person | None:
        """See the port."""
        return self._one(_PERSON.format("id = ?"), person)

    def page(self, after: int, limit: int) -> list[Person]:
        """See the port."""
        return self._load(_PERSON.format("id > ? ORDER BY id LIMIT ?"), after, limit)

    def register(
        self, x_id: int | None, x_handle: str, language: str, now: datetime, batch: int | None = None
    ) -> Person:
        """See the port."""
        known = None if x_id is None else self.by_x(x_id)
        if known is None:
            values = (x_id, clean(x_handle), clean(language), micros(now), batch)
            ((person,),) = self._execute(_REGISTER, values).fetchall()
            if x_id is not None:
                derived.learn_x(self._session, person, x_id)
            return Person(person, x_id, x_handle, language)
        changed = (clean(x_handle) or known.x_handle, clean(language) or known.language)
        heard = known.x_heard and not x_handle
        if (*changed, heard) != (known.x_handle, known.language, known.x_heard):
            self._execute(_RENAME, (*changed, heard, known.id))
            return self._known(known.id)
        return known

    def nameless_x(self, x_ids: Iterable[int]) -> list[int]:
        """See the port. Most are of people nobody knows here: they are looked up many at a time."""
        numbers, found = sorted(x_ids), list[int]()
        for start in range(0, len(numbers), _SOME):
            some = numbers[start : start + _SOME]
            marks = ",".join("?" * len(some))
            found += (x_id for (x_id,) in self._execute(f"{_NAMELESS_X} ({marks})", some))
        return found

    def name_x(self, handles: Mapping[int, str]) -> int:
        """See the port."""
        nameless = self.nameless_x(handles)
        self._session.connection.executemany(_NAME_X, [(clean(handles[x_id]), x_id) for x_id in nameless])
        return len(nameless)

    def set_x(self, person: int, x_id: int | None, x_handle: str) -> bool:
        """See the port."""
        known = self._known(person)
        if x_id != known.x_id:
            if x_id is not None and self.by_x(x_id) is not None:
                return False
            derived.forget_x(self._session, person)
            self._execute("UPDATE person SET x_id = ? WHERE id = ?", (x_id, person))
            if x_id is not None:
                derived.learn_x(self._session, person, x_id)
        self._execute(_SET_X_HANDLE, (clean(x_handle), clean(x_handle), person))
        return True

    def link(
        self, person: int, account: Account, level: int, source: str, now: datetime, batch: int | None = None
    ) -> bool:
        """See the port."""
        if account.platform is Platform.X:
            raise InputError("an X account is not linked: it is the Person's number")
        row = self._same_link(person, account) or self._rows.ensure(account)
        method = method_of(source, level)
        proof = fresh(method, now, source if method is Method.REGISTRY else "", level=level)
        if row.proof is not None and row.proof >= level:
            if row.person == person and batch is None:
                proofs.add(self._session, row, person, proof)
            return row.person == person
        if row.person != person:
            proofs.forget(self._session, row.id)
        with derived.changing(self._session, (person, row.person), (row.id,)):
            if row.person == person:
                proofs.found_on(self._session, row)
            self._execute(_LINK, (person, level, clean(source), micros(now), batch, row.id))
            if batch is None:
                proofs.keep(self._session, row.id, person, proof)
            self._rows.settle_hold(row.id)
        return True

    def hold(self, account: Account, reason: str, now: datetime) -> bool:
        """See the port."""
        row = self._rows.ensure(account)
        with derived.changing(self._session, (row.person,), (row.id,)):
            held = bool(self._execute(_HOLD, (row.id, clean(reason), micros(now))).rowcount == 1)
            self._rows.settle_hold(row.id)
        return held

    def release(self, account: Account, reason: str) -> bool:
        """See the port."""
        row = self._rows.find(account)
        if row is None:
            return False
        with derived.changing(self._session, (row.person,), (row.id,)):
            gone = self._execute("DELETE FROM hold WHERE account = ? AND reason = ?", (row.id, clean(reason))).rowcount
            self._rows.settle_hold(row.id)
        self._rows.drop_if_bare(row.id)
        return bool(gone == 1)

    def holds(self, account: Account) -> list[str]:
        """See the port."""
        row = self._rows.find(account)
        rows = self._execute("SELECT reason FROM hold WHERE account = ? ORDER BY at", (row.id,)) if row else ()
        return [reason for (reason,) in rows]

    def unlink(self, account: Account) -> int | None:
        """See the port."""
        row = self._rows.find_named(account)
        if row is None or row.person is None:
            return None
        self._unlink(row)
        bereave(self._session, row.person, self._session.clock.now())
        return row.person

    def set_consent(
        self, person: int, purpose: str, value: str, now: datetime, batch: int | None = None, source: str = ""
    ) -> str | None:
        """See the port."""
        where = "WHERE person = ? AND purpose = ?"
        row = self._execute(f"SELECT value FROM consent {where}", (person, purpose)).fetchone()  # noqa: S608
        with derived.changing(self._session, () if purpose == TOLD else (person,)):
            self._execute(_SAY, (person, purpose, value, micros(now), batch, source))
        return row and str(row[0])

    def consents(self, person: int) -> dict[str, Said]:
        """See the port."""
        rows = self._execute(_SAID, (person,))
        return {purpose: Said(value, moment(at), source) for purpose, value, at, source in rows}

    def withdraw_consent(self, person: int, purpose: str) -> None:
        """See the port."""
        with derived.changing(self._session, (person,)):
            self._execute("DELETE FROM consent WHERE person = ? AND purpose = ?", (person, purpose))

    def remove(self, person: int) -> None:
        """See the port."""
        rows = self._rows.of_person(person)
        names = {name for row in rows for name in (row.account.id, row.account.handle) if name}
        naming.forget(self._session, person, sorted(names), self._session.clock.now())
        for row in rows:
            self.drop_claims([row.id])
            for table in ("question", "mark", "proof", "code", "proof_check", "notice"):
                self._execute(f"DELETE FROM {table} WHERE account = ?", (row.id,))  # noqa: S608
            self._unlink(row)
        derived.leave_graph(self._session, person)
        self._execute("DELETE FROM import_row WHERE x_id = (SELECT x_id FROM person WHERE id = ?)", (person,))
        for entry in DELETED_WITH_PERSON:
            self._execute(f"DELETE FROM {entry.table} WHERE {entry.of}", {"person": person})  # noqa: S608
        self._execute("DELETE FROM person WHERE id = ?", (person,))

    def silence(self, account: Account, silent: bool, at: datetime) -> None:
        """See the port."""
        row = self._rows.ensure(account)
        if silent:
            self._execute(_SILENCE, (row.id, micros(at)))
            return
        returning.speak_again(self._session, account)
        for other in self._all_of(row):
            self._execute("DELETE FROM silence WHERE account = ? AND at <= ?", (other.id, micros(at)))

    def is_silent(self, account: Account) -> bool:
        """See the port."""
        row = self._rows.find(account)
        if row is not None and any(self._has("silence", other) for other in self._all_of(row)):
            return True
        return returning.was_silent(self._session, account)

    def handle_of(self, account: Account) -> str:
        """See the port."""
        row = self._rows.find(account)
        return row.handle if row else ""

    def arrive(self, account: Account, network: str, how: str, now: datetime) -> bool:
        """See the port."""
        return self._keep("arrival", account, {"network": network, "how": clean(how), "at": micros(now)})

    def has_arrived(self, account: Account) -> bool:
        """See the port."""
        row = self._rows.find(account)
        return row is not None and self._has("arrival", row)

    def voice(self, account: Account, now: datetime) -> bool:
        """See the port."""
        return self._keep("voice", account, {"at": micros(now)})

    def unresolved_handles(self, platform: Platform, limit: int) -> list[str]:
        """See the port. One that nobody answered to is asked for again a day later."""
        before = micros(self._session.clock.now() - ASK_AGAIN)
        found = self._execute(_UNRESOLVED, (platform.value, before, limit)).fetchall()
        found += self._execute(_NAMELESS, (platform.value, before, limit - len(found))).fetchall()
        return [name for (name,) in found]

    def resolve(self, platform: Platform, handle: str, account: Account | None, now: datetime) -> None:
        """See the port."""
        if account is not None and account.id:
            self._rows.adopt(self._rows.waiting_with(platform, handle), account)
            if account.id == handle:
                self._rows.complete(account)
        for row in (*self._rows.waiting_with(platform, handle), *self._rows.nameless(platform, handle)):
            self._execute("UPDATE account SET asked_at = ? WHERE id = ?", (micros(now), row.id))

    def _same_link(self, person: int, account: Account) -> Row | None:
        """A handle alone does not make a second Link beside the one the Person has under that handle."""
        if account.id:
            return None
        links = self._rows.of_person(person)
        handle, platform = clean(account.handle), account.platform.value
        return next((r for r in links if handle and (r.platform, r.handle) == (platform, handle)), None)

    def _unlink(self, row: Row) -> None:
        with derived.changing(self._session, (row.person,), (row.id,)):
            self._execute(_UNLINK, (row.id,))
            proofs.forget(self._session, row.id)
            self._rows.drop_if_bare(row.id)

    def _keep(self, table: str, account: Account, values: dict[str, Any]) -> bool:
        row = self._rows.ensure(account)
        if self._has(table, row):
            return False
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        with derived.changing(self._session, (row.person,), (row.id,)):
            sql = f"INSERT INTO {table} (account, {names}) VALUES (?, {marks})"  # noqa: S608
            self._execute(sql, (row.id, *values.values()))
        return True

    def _has(self, table: str, row: Row) -> bool:
        return self._execute(f"SELECT 1 FROM {table} WHERE account = ?", (row.id,)).fetchone() is not None  # noqa: S608

    def _all_of(self, row: Row) -> list[Row]:
        """Whose word is the same: those of their Person that are believed, or this one alone if it is not."""
        if row.person is None or not self._rows.speaks(row):
            return [row]
        return [other for other in self._rows.of_person(row.person) if self._rows.speaks(other)]

    def _known(self, person: int) -> Person:
        found = self.get(person)
        if found is None:
            raise InputError("there is no such person")
        return found

    def _one(self, sql: str, *values: Any) -> Person | None:
        found = self._load(f"{sql} LIMIT 1", *values)
        return found[0] if found else None

    def _load(self, sql: str, *values: Any) -> list[Person]:
        """Persons, each with their Links and consents."""
        rows = self._execute(sql, values).fetchall()
        if not rows:
            return []
        marks = ",".join(str(int(row[0])) for row in rows)
        links: dict[int, list[Link]] = {}
        for values_ in self._execute(f"SELECT {COLUMNS} FROM account WHERE person IN ({marks}) ORDER BY id"):  # noqa: S608
            row = Row(*values_)
            links.setdefault(row.person or 0, []).append(_link(row))
        said: dict[int, dict[str, str]] = {}
        decided: set[int] = set()
        for person, purpose, value, batch in self._execute(
            f"SELECT person, purpose, value, batch FROM consent WHERE person IN ({marks})"  # noqa: S608
        ):
            said.setdefault(person, {})[purpose] = value
            if purpose == TOLD or batch is not None:
                decided.add(person)
        return [
            Person(
                id_,
                x_id,
                handle,
                language,
                tuple(links.get(id_, ())),
                consent_of(said.get(id_, {})),
                bool(heard),
                id_ in decided,
            )
            for id_, x_id, handle, language, heard in rows
        ]


def bereave(session: Session, person: int, now: datetime) -> None:
    """Put a Person down who has no Account any more: whoever has none for a month can ask for nothing."""
    if not AccountRows(session).of_person(person):
        session.execute(_BEREFT, (person, micros(now)))


def _link(row: Row) -> Link:
    return Link(
        row.account, row.proof or 0, row.source, moment(row.linked_at or 0), row.held, moment_or_none(row.expires_at)
    )
