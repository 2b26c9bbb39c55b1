"""The campaign's public list, as decided; what the network holds follows through the outbox."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.accounts import Platform
from bot.domain.listing import COMING, GOING, KINDS, Place
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import micros

# The words of the partial index consent_named.
_NAMED = "n.purpose = 'named' AND n.value = 'yes'"
_BELONGS = """
a.platform = :platform AND a.stable_id IS NOT NULL AND a.level >= :minimum
AND coalesce((SELECT value FROM consent f WHERE f.person = a.person AND f.purpose = 'found'), 'network') <> 'nobody'
AND NOT EXISTS (SELECT 1 FROM account o JOIN silence s ON s.account = o.id WHERE o.person = a.person)
"""
_WILLING = f"consent n CROSS JOIN account a ON a.person = n.person WHERE {_NAMED} AND {_BELONGS}"
_JOINING = f"""
SELECT a.stable_id FROM {_WILLING} AND NOT EXISTS (
  SELECT 1 FROM listed l
  WHERE l.account = a.stable_id AND l.account <> '' AND l.network = :network AND (l.present OR l.away)
) LIMIT :limit
"""  # noqa: S608
_IS_WILLING = f"""
EXISTS (
  SELECT 1 FROM account a JOIN consent n ON n.person = a.person
  WHERE a.stable_id = l.account AND l.account <> '' AND {_NAMED} AND {_BELONGS}
)
"""  # noqa: S608
_BELONGS_NOW = f"""
SELECT 1 FROM account a JOIN consent n ON n.person = a.person WHERE a.stable_id = :account AND {_NAMED} AND {_BELONGS}
"""  # noqa: S608
_LEAVING = f"""
SELECT place, account, present, away FROM listed l
WHERE network = :network AND ((present AND away) OR ((present OR away) AND NOT {_IS_WILLING})) LIMIT :limit
"""  # noqa: S608
_TURN = """
INSERT INTO listed (network, place, account, present, away, generation) VALUES (?, ?, ?, ?, ?, 1)
ON CONFLICT (network, place) DO UPDATE
SET account = excluded.account, present = excluded.present, away = excluded.away, generation = generation + 1, post = 0
RETURNING generation
"""
_STANDS = f"SELECT 1 FROM listed l WHERE l.post = :post AND (NOT l.present OR (NOT l.away AND {_IS_WILLING}))"  # noqa: S608
_AWAY = "UPDATE listed SET away = 1 WHERE network = ? AND account = ? AND account <> ''"
# Somebody who was taken off while away is forgotten with it: if they are willing, they join like anybody.
_BACK = """
UPDATE listed SET away = 0, account = CASE WHEN present THEN account ELSE '' END
WHERE network = ? AND account = ? AND account <> '' AND away
"""
_SETTLED = """
SELECT l.place, l.account, l.present, l.away FROM listed l LEFT JOIN outbox o ON o.id = l.post
WHERE l.network = ? AND (l.post = 0 OR o.state IN ('refused', 'withdrawn') OR (o.state = 'sent' AND o.sent_at < ?))
"""
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(KINDS))
_PENDING = f"""
SELECT count(*) FROM outbox
WHERE network = ? AND state IN ('ready', 'unknown') AND priority IN (?, ?) AND kind IN ({_KINDS})
"""  # noqa: S608


class SqliteListed:
    """`ports.Listed`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def willing(self, platform: Platform) -> int:
        """See the port."""
        values = {"platform": platform.value, "minimum": self._session.minimum}
        return int(self._execute(f"SELECT count(DISTINCT n.person) FROM {_WILLING}", values).fetchone()[0])  # noqa: S608

    def joining(self, network: str, platform: Platform, limit: int) -> list[str]:
        """See the port."""
        return [account for (account,) in self._execute(_JOINING, self._values(network, platform, limit))]

    def belongs(self, account: str, platform: Platform) -> bool:
        """See the port."""
        values = {"account": account, "platform": platform.value, "minimum": self._session.minimum}
        return self._execute(_BELONGS_NOW, values).fetchone() is not None

    def leaving(self, network: str, platform: Platform, limit: int) -> list[Place]:
        """See the port."""
        return [_place(*row) for row in self._execute(_LEAVING, self._values(network, platform, limit))]

    def turn(self, network: str, place: Place) -> int:
        """See the port."""
        values = (network, place.key, place.account, int(place.present), int(place.away))
        ((generation,),) = self._execute(_TURN, values).fetchall()
        return int(generation)

    def owe(self, network: str, place: str, post: int) -> None:
        """See the port."""
        self._execute("UPDATE listed SET post = ? WHERE network = ? AND place = ?", (post, network, place))

    def stands(self, post: int) -> bool:
        """See the port."""
        platforms = [platform.value for platform in Platform if platform is not Platform.X]
        asked = ({"post": post, "platform": platform, "minimum": self._session.minimum} for platform in platforms)
        return any(self._execute(_STANDS, values).fetchone() for values in asked)

    def pending(self, network: str) -> int:
        """See the port."""
        return int(self._execute(_PENDING, (network, GOING, COMING)).fetchone()[0])

    def settled(self, network: str, before: datetime) -> list[Place]:
        """See the port."""
        return [_place(*row) for row in self._execute(_SETTLED, (network, micros(before)))]

    def knows(self, network: str, place: str) -> bool:
        """See the port."""
        sql = "SELECT 1 FROM listed WHERE network = ? AND place = ?"
        return self._execute(sql, (network, place)).fetchone() is not None

    def accounts(self, network: str, after: str, limit: int) -> list[str]:
        """See the port."""
        where = "account > ? AND account <> '' AND network = ? ORDER BY account LIMIT ?"
        rows = self._execute(f"SELECT account FROM listed WHERE {where}", (after, network, limit))  # noqa: S608
        return [account for (account,) in rows]

    def mark_away(self, network: str, accounts: Iterable[str], *, away: bool) -> None:
        """See the port."""
        self._session.connection.executemany(_AWAY if away else _BACK, [(network, account) for account in accounts])

    def size(self, network: str) -> int:
        """See the port."""
        return int(self._execute("SELECT count(*) FROM listed WHERE network = ? AND present", (network,)).fetchone()[0])

    def _values(self, network: str, platform: Platform, limit: int) -> dict[str, str | int]:
        return {"network": network, "platform": platform.value, "minimum": self._session.minimum, "limit": limit}


def _place(key: str, account: str, present: int, away: int) -> Place:
    return Place(key, account, bool(present), bool(away))
