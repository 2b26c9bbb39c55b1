"""Counts, exact, changed in the transaction of what they count, and their history by day.

Somebody who does not want to be counted is in none of them. `people`: Persons with a Link at the threshold;
`accounts:PLATFORM`: their Links; `edges`: entries of the lists people brought, each once per Person and direction;
`matches`: pairs (asker, followed) both here, whoever of them brought the list; `reunited`: people in at least one of
these pairs; `reconnected`: those of these pairs whose follow was seen to exist again; `arrivals`
and `voices`: Accounts, each once.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.storage.sqlite.session import Session

NAMES = (
    "people", "accounts:bluesky", "accounts:mastodon", "arrivals", "voices", "edges", "matches", "reunited",
    "reconnected",
)  # fmt: skip
_KEEP = """
INSERT INTO tally_day (name, day, value) VALUES (?, ?, ?)
ON CONFLICT (name, day) DO UPDATE SET value = excluded.value
"""
_SINCE = "SELECT day, value FROM tally_day WHERE name = ? AND day >= ? AND day < ? ORDER BY day"
_BEFORE = "SELECT value FROM tally_day WHERE name = ? AND day < ? ORDER BY day DESC LIMIT 1"


class SqliteTallies:
    """`ports.Tallies`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def now(self) -> dict[str, int]:
        """See the port."""
        if self._session.writable:
            self._session.flush()
        return dict.fromkeys(NAMES, 0) | dict(self._execute("SELECT name, value FROM tally").fetchall())

    def history(self, name: str, days: int, today: str) -> list[tuple[str, int]]:
        """See the port. A day without an entry has the value of the day before; today has the present one."""
        last = date.fromisoformat(today)
        first = last - timedelta(days=days - 1)
        kept = dict(self._execute(_SINCE, (name, first.isoformat(), today)).fetchall())
        before = self._execute(_BEFORE, (name, first.isoformat())).fetchone()
        value, values = before[0] if before else 0, []
        for day in ((first + timedelta(days=n)).isoformat() for n in range(days - 1)):
            value = kept.get(day, value)
            values.append((day, value))
        return [*values, (today, self.now().get(name, 0))]

    def keep_day(self, day: str) -> None:
        """See the port."""
        self._session.connection.executemany(_KEEP, ((name, day, value) for name, value in self.now().items()))

    def recount(self) -> dict[str, int]:
        """See the port."""
        from bot.storage.sqlite import derived

        return derived.recount(self._session)
