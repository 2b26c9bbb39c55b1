"""Proofs of Links: kept, looked at again, and what the Link's level is by them.

`prove` and `checked` move the level within `derived.changing`; whoever takes a Link away calls `forget`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.proof import SELF_CLAIM, Due, Method, Proof, State, best, method_of, source_of
from bot.errors import InputError
from bot.storage.sqlite import derived
from bot.storage.sqlite.accounts import AccountRows, Row
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, micros, moment, moment_or_none

_COLUMNS = "method, level, at, evidence, expires_at, state, due_at, checked_at, failures, failed_at"
_OF = f"SELECT {_COLUMNS} FROM proof WHERE account = ? ORDER BY level DESC, method"  # noqa: S608
_KEEP = f"""
INSERT OR REPLACE INTO proof (account, person, batch, {_COLUMNS})
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""  # noqa: S608
_DUE = f"""
SELECT account, person, {_COLUMNS} FROM proof WHERE due_at <= ? ORDER BY due_at, account LIMIT ?
"""  # noqa: S608
_WRITTEN = f"SELECT batch, {_COLUMNS} FROM proof WHERE account = ? AND person IS NOT NULL"  # noqa: S608
_AWAITED = "SELECT count(*) FROM proof WHERE person IS NULL AND state = 'pending'"
_THERE = "SELECT state, evidence, person FROM proof WHERE account = ? AND method = ?"
_CHECKED = """
UPDATE proof SET level = ?, at = ?, evidence = ?, expires_at = ?, state = ?, due_at = ?, checked_at = ?, failures = ?,
  failed_at = ? WHERE account = ? AND method = ?
"""
_ON = "UPDATE account SET person = ?, level = ?, source = ?, linked_at = ?, batch = ? WHERE id = ?"
_FORGET = "DELETE FROM proof WHERE account = ? AND person IS NOT NULL"
_RECHECK = "UPDATE proof SET due_at = ? WHERE account = ? AND due_at IS NOT NULL"
_BATCH = "SELECT batch FROM account WHERE id = ?"


class Proofs:
    """The part of `ports.People` that deals with proofs."""

    _session: Session
    _rows: AccountRows
    _execute: Callable[..., Any]
    _same_link: Callable[[int, Account], Row | None]

    def prove(self, person: int, account: Account, proof: Proof, now: datetime) -> bool:
        """See the port."""
        if account.platform is Platform.X:
            raise InputError("an X account is not linked: it is the Person's number")
        row = self._same_link(person, account) or self._rows.ensure(account)
        if row.person != person and row.proof is not None and row.proof >= proof.level:
            return False
        with derived.changing(self._session, (person, row.person), (row.id,)):
            if row.person != person:
                forget(self._session, row.id)
            else:
                found_on(self._session, row)
            keep(self._session, row.id, person, proof)
            stand(self._session, row, person, now)
        return True

    def await_proof(self, account: Account, proof: Proof) -> None:
        """See the port."""
        row = self._rows.ensure(account)
        known = self._execute(_THERE, (row.id, proof.method.value)).fetchone()
        if known is not None:
            state, evidence, person = known
            newer = proof.state is State.STANDS or (evidence != proof.evidence and state != State.STANDS)
            if not newer or (state == State.STANDS and person is not None):
                return
        # What stands already is of somebody yet unknown: it carries no Link there may be.
        keep(self._session, row.id, row.person if proof.state is State.PENDING else None, proof)

    def awaited(self) -> int:
        """See the port."""
        return int(self._execute(_AWAITED).fetchone()[0])

    def proofs(self, account: Account) -> list[Proof]:
        """See the port."""
        row = self._rows.find_named(account)
        if row is None:
            return []
        kept = of(self._session, row.id)
        return kept or ([_of_link(row)] if row.person is not None else [])

    def due_proofs(self, now: datetime, limit: int) -> list[Due]:
        """See the port."""
        rows = self._execute(_DUE, (micros(now), limit)).fetchall()
        return [Due(self._rows.get(row).account, person, _proof(*values)) for row, person, *values in rows]

    def checked(self, account: Account, proof: Proof, now: datetime) -> None:
        """See the port."""
        row = self._rows.find(account)
        if row is None or not self._execute(_THERE, (row.id, proof.method.value)).fetchone():
            return
        with derived.changing(self._session, (row.person,), (row.id,)):
            if row.person is not None:
                found_on(self._session, row)
            self._execute(_CHECKED, (*_values(proof)[1:], row.id, proof.method.value))
            if row.person is not None:
                stand(self._session, row, row.person, now)

    def drop_proof(self, account: Account, method: Method, now: datetime) -> None:
        """See the port."""
        row = self._rows.find(account)
        if row is None:
            return
        with derived.changing(self._session, (row.person,), (row.id,)):
            if row.person is not None:
                found_on(self._session, row)
            self._execute("DELETE FROM proof WHERE account = ? AND method = ?", (row.id, method.value))
            if row.person is not None:
                stand(self._session, row, row.person, now)
        self._rows.drop_if_bare(row.id)

    def recheck(self, account: Account, now: datetime) -> bool:
        """See the port."""
        row = self._rows.find(account)
        return row is not None and self._execute(_RECHECK, (micros(now), row.id)).rowcount > 0


def of(session: Session, row: int) -> list[Proof]:
    """The proofs that are kept of an account row, the strongest first."""
    return [_proof(*values) for values in session.execute(_OF, (row,))]


def _theirs(session: Session, row: int, person: int) -> list[Proof]:
    """Those that say whose the Account is, and say it is theirs."""
    return [_proof(*values) for values in session.execute(_OF.replace("ORDER", "AND person = ? ORDER"), (row, person))]


def keep(session: Session, row: int, person: int | None, proof: Proof, batch: int | None = None) -> None:
    """Put a proof down in place of the one of the same method."""
    session.execute(_KEEP, (row, person, batch, *_values(proof)))


def found_on(session: Session, row: Row) -> None:
    """Make a proof of what a Link stands on that came without one, before another comes on top."""
    proof = _of_link(row)
    if row.proof and proof.method not in {kept.method for kept in of(session, row.id)}:
        ((batch,),) = session.execute(_BATCH, (row.id,)).fetchall()
        keep(session, row.id, row.person, proof, batch)


def add(session: Session, row: Row, person: int, proof: Proof) -> None:
    """Put a proof down beside those the Link stands on, unless there is one of its method; the level stays."""
    found_on(session, row)
    if proof.method not in {kept.method for kept in of(session, row.id)}:
        keep(session, row.id, person, proof)


def stand(session: Session, row: Row, person: int, now: datetime) -> None:
    """Put the Link on its best proof; within `changing`. Without one it keeps whose it was, believed by nobody."""
    top = best(_theirs(session, row.id, person), now)
    values: tuple[Any, ...] = (SELF_CLAIM, row.source, row.linked_at or micros(now), None)
    if top is not None:
        values = (top.level, clean(source_of(top)), micros(top.at), _batch_of(session, row.id, top.method))
    session.execute(_ON, (person, *values, row.id))
    AccountRows(session).settle_hold(row.id)


def take_back(session: Session, row: Row, batch: int, now: datetime) -> bool:
    """Forget what an import said of a Link; False if nothing else carries it. Within `changing`."""
    session.execute("DELETE FROM proof WHERE account = ? AND batch = ?", (row.id, batch))
    if row.person is None or best(_theirs(session, row.id, row.person), now) is None:
        return False
    stand(session, row, row.person, now)
    return True


def written(session: Session, row: int) -> list[list[Any]]:
    """What is kept of an account row, as JSON holds it."""
    return [list(values) for values in session.execute(_WRITTEN, (row,))]


def put_back(session: Session, row: int, person: int, rows: Iterable[list[Any]]) -> None:
    """What was `written` is theirs again."""
    session.connection.executemany(_KEEP, [(row, person, *values) for values in rows])


def _batch_of(session: Session, row: int, method: Method) -> int | None:
    sql = "SELECT batch FROM proof WHERE account = ? AND method = ?"
    ((batch,),) = session.execute(sql, (row, method.value)).fetchall()
    return None if batch is None else int(batch)


def forget(session: Session, row: int) -> None:
    """The Link is gone, and with it what it stood on; what was seen of the Account alone may stay."""
    session.execute(_FORGET, (row,))


def _values(proof: Proof) -> tuple[Any, ...]:
    """In the order of the columns."""
    moments = (proof.expires_at, proof.due_at, proof.checked_at, proof.failed_at)
    expires, due, checked, failed = (None if at is None else micros(at) for at in moments)
    known = (proof.method.value, proof.level, micros(proof.at), clean(proof.evidence), expires, proof.state.value)
    return (*known, due, checked, proof.failures, failed)


def _of_link(row: Row) -> Proof:
    level = row.proof or SELF_CLAIM
    method = method_of(row.source, level)
    evidence = row.source if method is Method.REGISTRY else ""
    return Proof(method, level, moment(row.linked_at or 0), evidence)


def _proof(
    method: str, level: int, at: int, evidence: str, expires: int | None, state: str, due: int | None,
    checked: int | None, failures: int, failed: int | None,
) -> Proof:  # fmt: skip
    return Proof(
        Method(method), level, moment(at), evidence, moment_or_none(expires), State(state), moment_or_none(due),
        moment_or_none(checked), failures, moment_or_none(failed),
    )  # fmt: skip
