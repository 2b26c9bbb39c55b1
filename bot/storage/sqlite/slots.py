"""Which slots of which announcement have been dealt with."""

from __future__ import annotations

from datetime import datetime

from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import micros

_TAKE = "INSERT INTO slot (announcement, slot, network, outcome, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_TAKEN = "SELECT slot, outcome FROM slot WHERE announcement = ? AND network = ? ORDER BY slot DESC"


class SqliteSlots:
    """`ports.Slots`."""

    def __init__(self, session: Session) -> None:
        self._execute = session.execute

    def take(self, announcement: str, slot: str, network: str, outcome: str, now: datetime) -> bool:
        """See the port."""
        return self._execute(_TAKE, (announcement, slot, network, outcome, micros(now))).rowcount == 1

    def taken(self, announcement: str, network: str) -> list[tuple[str, str]]:
        """See the port."""
        return [(slot, outcome) for slot, outcome in self._execute(_TAKEN, (announcement, network))]
