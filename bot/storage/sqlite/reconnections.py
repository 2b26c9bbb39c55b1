"""Pairs whose follow exists again, and whose turn it is to be looked at. The Tally follows by itself: see main-0010."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.accounts import Account, Platform
from bot.domain.reconnecting import Look, Neighbour, Verdict, next_look
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import micros, moment

_DUE = """
SELECT l.person, l.since, l.after, p.here FROM follow_look l CROSS JOIN person p ON p.id = l.person
WHERE l.platform = ? AND l.due <= ? ORDER BY l.due LIMIT ?
"""
_AROUND = """
SELECT m.other, m.support & 3 <> 0, m.support & 12 <> 0
FROM graph.match m CROSS JOIN person p ON p.id = m.other
WHERE m.person = ? AND m.other > ? AND p.here = 1 ORDER BY m.other LIMIT ?
"""
_ACCOUNTS = """
SELECT person, stable_id, handle, url, local_id, local_host FROM account
WHERE person IN ({}) AND platform = ? AND level >= ? AND stable_id IS NOT NULL ORDER BY id
"""
_THERE = """
EXISTS (
  SELECT 1 FROM account WHERE person = {} AND platform = {} AND level >= :minimum AND stable_id IS NOT NULL
)
"""
_STANDS = """
EXISTS (SELECT 1 FROM graph.match WHERE person = {person} AND other = {other} AND support & 3 <> 0)
AND EXISTS (SELECT 1 FROM person WHERE id = {person} AND here = 1)
AND EXISTS (SELECT 1 FROM person WHERE id = {other} AND here = 1)
"""
_HOLDS = f"""
INSERT INTO reconnected (person, other, platform, at) SELECT :person, :other, :platform, :at
WHERE {_STANDS.format(person=":person", other=":other")}
AND {_THERE.format(":person", ":platform")} AND {_THERE.format(":other", ":platform")}
ON CONFLICT (person, other) DO NOTHING
"""
_HOLDS_NOT = "DELETE FROM reconnected WHERE person = :person AND other = :other AND platform = :platform"
_LOOKED = "UPDATE follow_look SET since = ?, due = ?, after = ? WHERE platform = ? AND person = ?"
_LOST = f"""
DELETE FROM reconnected AS r WHERE NOT (
  {_STANDS.format(person="r.person", other="r.other")}
  AND {_THERE.format("r.person", "r.platform")} AND {_THERE.format("r.other", "r.platform")}
)
"""  # noqa: S608


class SqliteReconnections:
    """`ports.Reconnections`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def due(self, platform: Platform, now: datetime, limit: int, around: int) -> list[Look]:
        """See the port. Whoever is no longer here has nobody around them."""
        rows = self._execute(_DUE, (platform.value, micros(now), limit)).fetchall()
        return [
            self._look(platform, person, since, after, around if here else 0) for person, since, after, here in rows
        ]

    def keep(self, platform: Platform, verdicts: Iterable[Verdict], now: datetime) -> None:
        """See the port."""
        known = {"platform": platform.value, "minimum": self._session.minimum, "at": micros(now)}
        for verdict in verdicts:
            values = {**known, "person": verdict.person, "other": verdict.other}
            self._execute(_HOLDS if verdict.holds else _HOLDS_NOT, values)

    def looked(self, platform: Platform, look: Look, now: datetime) -> None:
        """See the port."""
        due = next_look(look.since, now)
        self._execute(_LOOKED, (micros(look.since or now), micros(due), look.after, platform.value, look.person))

    def _look(self, platform: Platform, person: int, since: int, after: int, around: int) -> Look:
        rows = self._execute(_AROUND, (person, after, around)).fetchall()
        accounts = self._accounts([person, *(row[0] for row in rows)], platform)
        neighbours = (
            Neighbour(other, tuple(accounts[other]), bool(followed), bool(follower))
            for other, followed, follower in rows
            if other in accounts
        )
        return Look(
            person=person,
            accounts=tuple(accounts.get(person, ())),
            since=moment(since) if since else None,
            around=tuple(neighbours),
            after=rows[-1][0] if around and len(rows) == around else 0,
        )

    def _accounts(self, persons: list[int], platform: Platform) -> dict[int, list[Account]]:
        found: dict[int, list[Account]] = {}
        asked = _ACCOUNTS.format(",".join(map(str, persons)))
        for person, *names in self._execute(asked, (platform.value, self._session.minimum)):
            found.setdefault(person, []).append(Account(platform, *names))
        return found


def forget_pairs(session: Session, pairs: Iterable[tuple[int, int]]) -> None:
    """No list says any more that the first followed the second."""
    session.connection.executemany("DELETE FROM reconnected WHERE person = ? AND other = ?", pairs)


def forget_lost(session: Session) -> None:
    """After everything was made again: rows that stand on nothing any more."""
    session.execute(_LOST, {"minimum": session.minimum})
