"""The store: transactions over the work and the registry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.ports.courtesy import Courtesies
from bot.ports.listing import Listed
from bot.ports.lives import Lives
from bot.ports.people import Graph, Imports, People
from bot.ports.proving import Codes
from bot.ports.reconnecting import Reconnections
from bot.ports.rights import Rights
from bot.ports.work import Digests, Inbox, Outbox, Slots, Tallies

T = TypeVar("T")


class Transaction(Protocol):
    """One `BEGIN IMMEDIATE`: everything in it commits together or not at all. Never call a network inside it."""

    inbox: Inbox
    outbox: Outbox
    people: People
    graph: Graph
    tallies: Tallies
    slots: Slots
    digests: Digests

    @property
    def rights(self) -> Rights:
        """What people may ask by right."""

    @property
    def reconnections(self) -> Reconnections:
        """Which matches follow each other again."""

    @property
    def listed(self) -> Listed:
        """Who is on the campaign's public list."""

    @property
    def courtesy(self) -> Courtesies:
        """What servers asked of us."""

    @property
    def lives(self) -> Lives:
        """How Accounts live."""

    @property
    def proving(self) -> Codes:
        """Codes in posts on X, and what people are to be told."""

    @property
    def imports(self) -> Imports:
        """Registry files on their way in."""

    def get_meta(self, key: str) -> str | None:
        """A small value about the database itself."""

    def set_meta(self, key: str, value: str) -> None:
        """Keep it."""


Snapshot = Transaction
"""A read-only view of one moment; its writing methods raise StorageError."""


class Store(Protocol):
    """Where we remember."""

    restored: bool  # this start found an older database than the one last run (epoch file beside it)

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction on the writer thread; returns after the commit is durable.

        Concurrent calls share one fsync (group commit); a failure rolls back only its own.
        """

    async def read(self, work: Callable[[Snapshot], T]) -> T:
        """Run `work` on a read-only connection, in a thread."""

    @property
    def version(self) -> int:
        """Grows with every commit noticed, by this process or another."""

    async def changed(self, since: int) -> int:
        """Wait until `version` is no longer `since`; the new version. The doorbell of everybody who rests."""

    async def close(self) -> None:
        """Finish what is queued, then let go."""
