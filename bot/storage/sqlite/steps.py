"""Long work on the graph's file in short transactions, whoever runs it: a process of its own, a command, the writer.

Work is an iterator of steps. Between two of them it reads and computes, outside of any transaction; a step writes, and
is called again, each time in a transaction of its own, until it has nothing left to do. Killed at any moment it leaves
what the last commit left, and whoever works next goes on from there.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.storage.sqlite import engine
from bot.storage.sqlite.locks import running_pid
from bot.storage.sqlite.sets import unique, within

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.pseudonyms import Numbers

Enough = Callable[[], bool]
"""Whether a transaction has lasted long enough."""

Step = Callable[["Connection", Enough], bool]
"""Does some of its work inside a transaction; whether there is more."""

Work = Iterator[Step]

ROWS_AT_ONCE = 400  # of one INSERT: 2.6x faster than executemany
CHECKPOINT_MILLISECONDS = 100  # how long the last checkpoint waits for readers, and writers for it

ERASURES = "erasures"
"""meta: how many Persons were erased; counted by `edges.erase`."""

_GET = "SELECT value FROM graph.meta WHERE key = ?"
_PUT = "INSERT INTO graph.meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_DROP = "DELETE FROM graph.meta WHERE key = ?"


@dataclass(frozen=True, slots=True)
class Pace:
    """How long one transaction holds the lock, and for how long it leaves others alone; seconds."""

    hold: float
    pause: float


GENTLE = Pace(0.007, 0.02)
"""Beside a running bot. SQLite's lock is not fair: without the pause the bot could wait for long.

Beside imports and merges at 0.03 and 0.03 its answers took 2.4 times as long as in quiet, at 0.007 and 0.02 1.6 times.
"""

ALONE = Pace(0.04, 0.0)


def pace_beside(path: Path) -> Pace:
    """What suits the moment: a bot may start or end at any time."""
    return ALONE if running_pid(path) is None else GENTLE


def drive(connection: Connection, work: Work, pace: Callable[[], Pace] = lambda: ALONE) -> None:
    """Do all of it on this connection. StorageError."""
    rest = threading.Event()
    for step in work:
        more = True
        while more:
            speed = pace()
            with immediate(connection):
                more = step(connection, timer(speed.hold))
            if speed.pause:
                rest.wait(speed.pause)


@contextmanager
def immediate(connection: Connection) -> Iterator[None]:
    """One writing transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def timer(seconds: float) -> Enough:
    """Says when so much time is over."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


@contextmanager
def index_connection(path: Path) -> Iterator[Connection]:
    """A connection that writes the graph's file alone, so that nobody's other work waits. StorageError.

    A lost power may cost its last commits, never their order: `synchronous` is NORMAL, as all it writes is derived.
    """
    connection = engine.connect_graph(path)
    try:
        connection.execute("PRAGMA graph.synchronous = NORMAL")
        yield connection
        tidy_log(connection)
    except engine.Fault as fault:
        raise engine.translated(fault, engine.graph_path(path)) from fault
    finally:
        connection.close()


def tidy_log(connection: Connection, schema: str = "graph") -> None:
    """Write back what the -wal file holds and cut it, unless somebody reads it for long."""
    engine.tidy_log(connection, schema, CHECKPOINT_MILLISECONDS)


def get(connection: Connection, key: str) -> str | None:
    """A value about the graph's file itself."""
    row = connection.execute(_GET, (key,)).fetchone()
    return None if row is None else row[0]


def put(connection: Connection, key: str, value: str) -> None:
    """Keep it."""
    connection.execute(_PUT, (key, value))


def drop(connection: Connection, key: str) -> None:
    """Keep it no longer."""
    connection.execute(_DROP, (key,))


class Living:
    """Lets through what is of somebody still there: an erasure must not be undone by what was read before it.

    To be made before that is read. `present` selects every `who` there is something to read of.
    """

    def __init__(self, connection: Connection, present: str, values: tuple[int, ...] = ()) -> None:
        self._present = present
        self._values = values
        self._erasures = get(connection, ERASURES)
        self._whos: Numbers | None = None

    def look(self, connection: Connection) -> None:
        """See who is there in this transaction, if anybody has been erased."""
        erasures = get(connection, ERASURES)
        if erasures != self._erasures:
            self._erasures = erasures
            rows = connection.execute(self._present, self._values)
            self._whos = unique(np.fromiter((who for (who,) in rows), np.int64))

    def among(self, rows: Numbers) -> Numbers:
        """Those rows (target, who) whose who was there at the last look."""
        return rows if self._whos is None else rows[within(rows[:, 1], self._whos)]


def writing(sql: str, rows: Numbers, living: Living) -> Step:
    """A step that runs `sql` on rows (target, who), in their order; `{}` stands for `(?,?),(?,?)...`."""
    done = 0
    statement = cache(lambda count: sql.format(",".join(["(?,?)"] * count)))  # nearly all are of one length

    def step(connection: Connection, enough: Enough) -> bool:
        nonlocal done
        living.look(connection)
        while done < len(rows):
            some = living.among(rows[done : done + ROWS_AT_ONCE])
            if len(some):
                connection.execute(statement(len(some)), some.ravel().tolist())
            done += ROWS_AT_ONCE
            if enough():
                break
        return done < len(rows)

    return step


def once(work: Callable[[Connection], object]) -> Step:
    """A step that is done at once."""

    def step(connection: Connection, _: Enough) -> bool:
        work(connection)
        return False

    return step
