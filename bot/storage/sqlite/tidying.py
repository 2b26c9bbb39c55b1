"""Keeping the index up: merging what waits, and going on with whatever index work was killed.

Beside a running bot it is a process of its own, `python -m bot.storage.sqlite.merging DATABASE KEYFILE`: in a thread of
the bot it would make answers 7 times slower (100 million edges, measured).
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import BotError
from bot.storage.sqlite import building, engine, merging, rekeying, steps
from bot.storage.sqlite.all_lists import Keys, total_edges
from bot.storage.sqlite.index_lock import index_lock
from bot.storage.sqlite.parts import clear_away, folder_of

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.steps import Work

MANY = 1000
"""So many rows waiting are worth a merge."""

_WAITING = "SELECT count(*) FROM (SELECT 1 FROM graph.unmerged LIMIT ?)"
_EDGES = "SELECT coalesce(sum(length(added) + length(removed)), 0) / 8 FROM graph.unmerged"


@dataclass(slots=True)
class Tidied:
    """What was done: edges that entered the index in merges, whether it was built anew."""

    merged: int = 0
    built: bool = False


def due(path: Path, at_least: int = MANY) -> bool:
    """Whether `tidy` would do something: a quick look. StorageError."""
    connection = engine.connect_graph(path, readonly=True)
    try:
        return folder_of(path).exists() or _due(connection, at_least)
    except engine.Fault as fault:
        raise engine.translated(fault, engine.graph_path(path)) from fault
    finally:
        connection.close()


def tidy(path: Path, key_file: Path, at_least: int = MANY) -> Tidied:
    """Do it, in this process on a connection of its own, unless another is at it. StorageError, WrongKey."""
    done = Tidied()
    with index_lock(path) as alone:
        if not alone:
            return done
        clear_away(path)
        rekeying.resume(path, key_file)
        with steps.index_connection(path) as connection:
            work = tidying(connection, path, rekeying.keys_of(connection, key_file), at_least, done)
            steps.drive(connection, work, partial(steps.pace_beside, path))
    return done


def everything(connection: Connection, path: Path, keys: Keys, at_least: int, done: Tidied) -> Work:
    """The steps of `tidy`, those of a rekey that was killed included: they need both files."""
    if rekeying.unfinished(connection):
        yield from rekeying.lifting(connection, keys)
        yield from rekeying.indexing(connection, path, keys)
    yield from tidying(connection, path, keys, at_least, done)


def tidying(connection: Connection, path: Path, keys: Keys, at_least: int, done: Tidied) -> Work:
    """The steps of `tidy`, but for a rekey's; `done` is kept up to date."""

    def merged(edges: int) -> None:
        done.merged += edges

    if building.unfinished(connection) is not None or _worth_building(connection, at_least):
        yield from building.build(connection, path, keys, lambda _: None)
        done.built = True
    yield from building.clear(connection)
    if _waiting(connection, at_least):
        yield from merging.merge(connection, keys, merged)


def _due(connection: Connection, at_least: int) -> bool:
    return building.leftover(connection) or rekeying.unfinished(connection) or _waiting(connection, at_least)


def _waiting(connection: Connection, at_least: int) -> bool:
    (rows,) = connection.execute(_WAITING, (at_least,)).fetchone()
    return bool(rows >= at_least)


def _worth_building(connection: Connection, at_least: int) -> bool:
    """Where most of all edges wait, as after a first import: building takes a third of the time of merging."""
    if not _waiting(connection, max(at_least, MANY)):
        return False
    (waiting,) = connection.execute(_EDGES).fetchone()
    return bool(waiting * 2 > total_edges(connection))


def main(words: list[str]) -> int:
    """The process: DATABASE KEYFILE AT_LEAST; what was done as JSON on stdout, a fault as one line on stderr."""
    path, key_file, at_least = Path(words[0]), Path(words[1]), int(words[2])
    try:
        done = tidy(path, key_file, at_least)
    except BotError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write(json.dumps(asdict(done)) + "\n")
    return 0
