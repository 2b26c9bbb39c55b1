"""A Transaction, or a Snapshot where the connection can only read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.storage.sqlite.values import clean

if TYPE_CHECKING:
    from bot.ports import (
        Codes,
        Courtesies,
        Digests,
        Graph,
        Imports,
        Inbox,
        Listed,
        Lives,
        Outbox,
        People,
        Reconnections,
        Rights,
        Slots,
        Tallies,
    )  # fmt: skip
    from bot.storage.sqlite.session import Session

_SET = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"

# Each is loaded when it is first asked for: `status` starts twice as fast without the registry.
_PARTS = {
    "inbox": "SqliteInbox",
    "outbox": "SqliteOutbox",
    "people": "SqlitePeople",
    "graph": "SqliteGraph",
    "imports": "SqliteImports",
    "listed": "SqliteListed",
    "lives": "SqliteLives",
    "proving": "SqliteProving",
    "reconnections": "SqliteReconnections",
    "tallies": "SqliteTallies",
    "slots": "SqliteSlots",
    "digests": "SqliteDigests",
    "rights": "SqliteRights",
    "courtesy": "SqliteCourtesy",
}


class SqliteTransaction:
    """`ports.Transaction`; its parts share one Session."""

    inbox: Inbox
    outbox: Outbox
    people: People
    graph: Graph
    imports: Imports
    listed: Listed
    lives: Lives
    proving: Codes
    reconnections: Reconnections
    tallies: Tallies
    slots: Slots
    digests: Digests
    rights: Rights
    courtesy: Courtesies

    def __init__(self, session: Session) -> None:
        self.session = session

    def __getattr__(self, name: str) -> Any:
        if name not in _PARTS:
            raise AttributeError(name)
        part = getattr(import_module(f"bot.storage.sqlite.{name}"), _PARTS[name])(self.session)
        setattr(self, name, part)
        return part

    def get_meta(self, key: str) -> str | None:
        """See the port."""
        row = self.session.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def set_meta(self, key: str, value: str) -> None:
        """See the port."""
        self.session.execute(_SET, (clean(key), clean(value)))
