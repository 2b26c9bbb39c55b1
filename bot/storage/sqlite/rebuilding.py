"""Index and pairs made again from the lists, beside a running bot; or only compared with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.storage.sqlite import building, derived, engine, pairs, rekeying, steps
from bot.storage.sqlite.checking import Edges, compare_edges
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.rekeying import Progress, both_files, keys_of
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.snapshot import open_readonly, snapshot_of

if TYPE_CHECKING:
    from bot.ports import Clock
    from bot.storage.sqlite.engine import Connection


@dataclass(slots=True)
class Pairs:
    """Pairs of registered people: right, that lists support and are not kept, that are kept and nothing supports.

    Half of one is kept where it stands in one of its two rows only.
    """

    right: int = 0
    missing: int = 0
    extra: int = 0
    half: int = 0

    @property
    def wrong(self) -> bool:
        """Whether any was."""
        return bool(self.missing or self.extra or self.half)

    def note(self, found: pairs.Difference) -> None:
        """Count what was found."""
        self.right += found.right
        self.missing += len(found.missing)
        self.extra += len(found.extra)
        self.half += len(found.half) + len(found.stray)


@dataclass(slots=True)
class Compared:
    """What a check found. A pair that two lists support counts twice."""

    edges: Edges = field(default_factory=Edges)
    pairs: Pairs = field(default_factory=Pairs)

    @property
    def same(self) -> bool:
        """Whether nothing is missing and nothing too much."""
        return not (self.edges.missing or self.edges.extra or self.pairs.wrong)


def check(path: Path, key_file: Path, clock: Clock, told: Progress = lambda _, __: None) -> Compared:
    """Compare the index and the pairs with the lists; nothing is written. Call it under `index_lock`.

    StorageError, WrongKey.
    """
    found = Compared()
    connection = engine.connect_graph(path, readonly=True)
    with _closing(connection, engine.graph_path(path)):
        keys = keys_of(connection, key_file)
        found.edges = compare_edges(connection, path, keys, partial(told, "comparing edges"))
    connection = open_readonly(path)
    with _closing(connection, path):
        memory, last = Memory(key_file), pairs.newest(connection)
        for after, until in pairs.ranges(connection):
            with snapshot_of(connection, path, clock):
                found.pairs.note(pairs.compare(Session(connection, memory=memory, clock=clock), after, until))
            told("comparing pairs", min(until / last, 1.0))
    return found


def rebuild(path: Path, key_file: Path, clock: Clock, told: Progress = lambda _, __: None) -> Pairs:
    """Build the index anew, and put right the pairs that are wrong; how they were. Call it under `index_lock`.

    In short transactions, but for the Tallies: if a pair was wrong, they are all counted again. StorageError, WrongKey.
    """
    rekeying.resume(path, key_file, told)
    with steps.index_connection(path) as connection:
        work = building.build(connection, path, keys_of(connection, key_file), partial(told, "building"))
        steps.drive(connection, work, partial(steps.pace_beside, path))
    found, memory = Pairs(), Memory(key_file)
    with both_files(path) as connection:
        last = pairs.newest(connection)
        for after, until in pairs.ranges(connection):
            found.note(_put_right(connection, Session(connection, memory=memory, clock=clock), after, until))
            told("comparing pairs", min(until / last, 1.0))
        if found.wrong:
            with steps.immediate(connection):
                session = Session(connection, memory=memory, clock=clock)
                derived.recount_people(session)
                session.finish()
    return found


def _put_right(connection: Connection, session: Session, after: int, until: int) -> pairs.Difference:
    """Look first, where nobody has to wait; where something is wrong, look again with the lock held."""
    connection.execute("BEGIN")
    found = pairs.compare(session, after, until)
    connection.execute("ROLLBACK")
    if not found:
        return found
    with steps.immediate(connection):
        session.forget_epochs()
        found = pairs.compare(session, after, until)
        pairs.put_right(connection, found)
        session.graph_changed = True
        session.finish()
    return found


@contextmanager
def _closing(connection: Connection, path: Path) -> Iterator[None]:
    try:
        yield
    except engine.Fault as fault:
        raise engine.translated(fault, path) from fault
    finally:
        connection.close()
