"""Read-only views of one moment: for the bot's reading, and for commands that only look."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from bot.storage.sqlite import engine
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction

if TYPE_CHECKING:
    from bot.ports import Clock, Snapshot

T = TypeVar("T")

_SAME = """
SELECT (SELECT value FROM main.meta WHERE key = 'generation') = (SELECT value FROM graph.meta WHERE key = 'generation')
"""
_TRIES, _PAUSE_SECONDS = 20, 0.001  # 0.2 s in all


class Readers:
    """Read-only connections, as many as read at once, kept for the next."""

    def __init__(self, path: Path, clock: Clock, key_file: Path | None = None) -> None:
        self._path = path
        self._key_file = key_file
        self._clock = clock
        self._idle: deque[engine.Connection] = deque()

    def read(self, work: Callable[[Snapshot], T]) -> T:
        """Run `work` on a Snapshot, in this thread. What it tries to write raises StorageError."""
        connection = self._take()
        try:
            # What a reader knows by heart is of its own moment, and goes with it.
            memory = Memory(self._key_file) if self._key_file else None
            with snapshot_of(connection, self._path, self._clock, memory) as snapshot:
                return work(snapshot)
        finally:
            self._idle.append(connection)

    def close(self) -> None:
        """Let go of what is idle."""
        while self._idle:
            self._idle.pop().close()

    def _take(self) -> engine.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return open_readonly(self._path)


def open_readonly(path: Path) -> engine.Connection:
    """A connection to both files that cannot write."""
    connection = engine.open_existing(path)
    engine.attach_graph(connection, path, readonly=True)
    return connection


@contextmanager
def snapshot_of(
    connection: engine.Connection, path: Path, clock: Clock, memory: Memory | None = None
) -> Iterator[Snapshot]:
    """Both files as of one moment; with a memory it has the key."""
    try:
        _begin(connection)
        try:
            yield SqliteTransaction(Session(connection, memory=memory, clock=clock, writable=False))
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    except engine.Fault as fault:
        raise engine.translated(fault, path) from fault


def _begin(connection: engine.Connection) -> None:
    """Begin where neither file is ahead of the other: between the commits of both lies a write to the disk."""
    for number in range(_TRIES):
        connection.execute("BEGIN")
        if same_moment(connection):
            return
        connection.execute("ROLLBACK")
        Event().wait(_PAUSE_SECONDS * number)
    connection.execute("BEGIN")  # one file was put back from a backup: the next writer to open them mends it


def same_moment(connection: engine.Connection) -> bool:
    """Whether neither file is ahead of the other."""
    return bool(connection.execute(_SAME).fetchone()[0])
