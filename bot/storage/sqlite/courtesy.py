"""Servers whose people get nothing, and servers that have still to be asked who speaks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account
from bot.ports import ServerCheck
from bot.storage.sqlite.accounts import AccountRows
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, from_json, micros, moment, to_json

_DENY = "INSERT INTO denied (host, source, at) VALUES (?, ?, ?) ON CONFLICT (host) DO NOTHING"
_ASKED = "SELECT 1 FROM server_check WHERE uri = ? OR account = ?"
_ASK = "INSERT INTO server_check (account, network, uri, answer, at) VALUES (?, ?, ?, ?, ?)"
_NEXT = """
SELECT id, account, network, uri, answer, at, tries FROM server_check
WHERE network = ? AND not_before <= ? ORDER BY id LIMIT 1
"""
_POSTPONE = "UPDATE server_check SET tries = tries + 1, not_before = ? WHERE id = ?"


class SqliteCourtesy:
    """`ports.Courtesies`."""

    def __init__(self, session: Session) -> None:
        self._rows = AccountRows(session)
        self._execute = session.execute

    def deny(self, host: str, source: str, now: datetime) -> bool:
        """See the port."""
        return bool(self._execute(_DENY, (clean(host), source, micros(now))).rowcount == 1)

    def allow(self, host: str) -> bool:
        """See the port."""
        return bool(self._execute("DELETE FROM denied WHERE host = ?", (clean(host),)).rowcount)

    def denied(self) -> list[tuple[str, str, datetime]]:
        """See the port."""
        rows = self._execute("SELECT host, source, at FROM denied ORDER BY host")
        return [(host, source, moment(at)) for host, source, at in rows]

    def denies(self, hosts: Iterable[str]) -> bool:
        """See the port."""
        names = tuple(clean(host) for host in hosts)
        marks = ", ".join("?" * len(names))
        return self._execute(f"SELECT 1 FROM denied WHERE host IN ({marks})", names).fetchone() is not None  # noqa: S608

    def ask(self, account: Account, network: str, uri: str, answer: Mapping[str, Any], now: datetime) -> bool:
        """See the port."""
        row = self._rows.ensure(account)
        if self._execute(_ASKED, (clean(uri), row.id)).fetchone():
            return False
        self._execute(_ASK, (row.id, network, clean(uri), to_json(answer), micros(now)))
        return True

    def next_check(self, network: str, now: datetime) -> ServerCheck | None:
        """See the port."""
        found = self._execute(_NEXT, (network, micros(now))).fetchone()
        if found is None:
            return None
        id_, account, name, uri, answer, at, tries = found
        return ServerCheck(id_, self._rows.get(account).account, name, uri, from_json(answer), moment(at), tries)

    def postpone(self, check: int, until: datetime) -> None:
        """See the port."""
        self._execute(_POSTPONE, (micros(until), check))

    def done(self, check: int) -> bool:
        """See the port."""
        found = self._execute("SELECT account FROM server_check WHERE id = ?", (check,)).fetchone()
        self._execute("DELETE FROM server_check WHERE id = ?", (check,))
        if found:
            self._rows.drop_if_bare(found[0])
        return found is not None
