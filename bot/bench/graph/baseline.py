"""The layout we compare with: OpenPortability's tables, on SQLite, built and asked as favourably as they allow.

A source is a uuid in text, an edge a row with its state, found by source or by node. Rows come in sorted, 400 in one
statement, and the second index is made at the end; handles stand in one table beside the X id, where production joins
three. https://github.com/OpenPortability (supabase/migrations) for the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.bench.graph.made import INSTANCE, Lists, MadeUp, Numbers, Portion, did_of, handle_of
from bot.bench.graph.oracle import FORWARD, REVERSE, rows
from bot.bench.graph.rows import insert, settle, transaction
from bot.storage.sqlite import engine

CACHE_KIB: Final = 65_536  # twice what both of our files have together
TABLES: Final = ("sources_targets", "sources_followers")
_SCHEMA: Final = """
CREATE TABLE users (
  twitter_id INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bluesky_id TEXT, bluesky_username TEXT,
  mastodon_id TEXT, mastodon_username TEXT, mastodon_instance TEXT
);
CREATE TABLE nodes (
  twitter_id INTEGER PRIMARY KEY, bluesky_unavailable INTEGER NOT NULL DEFAULT 0,
  mastodon_unavailable INTEGER NOT NULL DEFAULT 0, failure_reason_bluesky TEXT, failure_reason_mastodon TEXT
);
CREATE TABLE sources_targets (
  source_id TEXT NOT NULL, node_id INTEGER NOT NULL, has_follow_bluesky INTEGER NOT NULL DEFAULT 0,
  followed_at_bluesky TEXT, has_follow_mastodon INTEGER NOT NULL DEFAULT 0, followed_at_mastodon TEXT,
  dismissed INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (source_id, node_id)
);
CREATE TABLE sources_followers (
  source_id TEXT NOT NULL, node_id INTEGER NOT NULL, has_been_followed_on_bluesky INTEGER NOT NULL DEFAULT 0,
  followed_at_bluesky TEXT, has_been_followed_on_mastodon INTEGER NOT NULL DEFAULT 0, followed_at_mastodon TEXT,
  PRIMARY KEY (source_id, node_id)
);
"""
_INDEX: Final = "CREATE INDEX {0}_node ON {0} (node_id)"
_USER: Final = "u.twitter_id, u.bluesky_id, u.bluesky_username, u.mastodon_id, u.mastodon_username, u.mastodon_instance"
_OWN: Final = f"SELECT {_USER} FROM {{}} e JOIN users u ON u.twitter_id = e.node_id WHERE e.source_id = ?"  # noqa: S608
_NAMING: Final = f"SELECT {_USER} FROM {{}} e JOIN users u ON u.id = e.source_id WHERE e.node_id = ?"  # noqa: S608
_OWN_TARGETS, _OWN_FOLLOWERS = (_OWN.format(table) for table in TABLES)
_NAMING_TARGETS, _NAMING_FOLLOWERS = (_NAMING.format(table) for table in TABLES)


class Baseline:
    """The other side."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size_of_users = 0  # bytes of the people, who are no edges
        engine.create_file(path)
        self.connection = self.opened()

    def opened(self) -> engine.Connection:
        """A new connection. What was erased need not be overwritten here."""
        connection = engine.connect(self.path)
        connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
        connection.execute("PRAGMA secure_delete = OFF").fetchall()
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def make(self, made: MadeUp) -> None:
        """The tables and everybody's accounts."""
        self.connection.executescript(_SCHEMA)
        with transaction(self.connection):
            self.connection.executemany("INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)", users(made))
        self.settle()
        self.size_of_users = self.path.stat().st_size

    def load(self, portion: Portion) -> None:
        """Lists of people who bring their first; before `index`."""
        with transaction(self.connection):
            for table, lists in zip(TABLES, portion.directions, strict=True):
                insert(self.connection, f"{table} (source_id, node_id)", _edges(lists))

    def load_nodes(self, ids: Numbers) -> None:
        """Far ends, sorted, each once."""
        with transaction(self.connection):
            insert(self.connection, "nodes (twitter_id)", [ids.tolist()])

    def index(self) -> None:
        """What finds an edge by its far end, and statistics for the planner."""
        with transaction(self.connection):
            for table in TABLES:
                self.connection.execute(_INDEX.format(table))
        self.connection.execute("PRAGMA analysis_limit = 1000").fetchall()
        self.connection.execute("ANALYZE")
        settle(self.connection)

    def arrive(self, portion: Portion) -> None:
        """Lists of people who bring their first, with everything in place; inside a transaction of the caller's."""
        for table, lists in zip(TABLES, portion.directions, strict=True):
            insert(self.connection, "nodes (twitter_id)", [np.unique(lists.ids).tolist()], "OR IGNORE")
            insert(self.connection, f"{table} (source_id, node_id)", _edges(lists))

    def forget(self, person: int) -> None:
        """Everything one source brought; inside a transaction of the caller's."""
        for table in TABLES:
            self.connection.execute(f"DELETE FROM {table} WHERE source_id = ?", (uuid_of(person),))  # noqa: S608

    def settle(self) -> None:
        """Everything into the file itself."""
        settle(self.connection)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


class Asker:
    """Answers from the baseline, on a connection of their own."""

    def __init__(self, connection: engine.Connection) -> None:
        self._execute = connection.execute

    def answer(self, person: int, x_id: int) -> tuple[list[Any], list[Any]]:
        """Rows of people this Person followed, and of those who followed them; some may come twice."""
        me = (uuid_of(person),)
        forward = self._execute(_OWN_TARGETS, me).fetchall()
        forward += self._execute(_NAMING_FOLLOWERS, (x_id,)).fetchall()
        reverse = self._execute(_OWN_FOLLOWERS, me).fetchall()
        reverse += self._execute(_NAMING_TARGETS, (x_id,)).fetchall()
        return forward, reverse

    def by_number(self, x_id: int) -> int:
        """The raw lookup of an edge by its far end; how many there are."""
        return len(self._execute("SELECT source_id FROM sources_targets WHERE node_id = ?", (x_id,)).fetchall())


def compared(made: MadeUp, person: int, answer: tuple[list[Any], list[Any]]) -> list[Numbers]:
    """An answer in the form all sides are compared in."""
    xs, persons = made.registry
    return [
        rows(person, way, persons[np.searchsorted(xs, np.array([row[0] for row in found], np.int64))])
        for way, found in zip((FORWARD, REVERSE), answer, strict=True)
    ]


def uuid_of(person: int) -> str:
    """A uuid in the order of Persons, so that sources come in sorted."""
    return f"{person:08x}-0000-7000-8000-{person * 0x9E3779B97F % 2**48:012x}"


def users(made: MadeUp) -> Iterator[tuple[Any, ...]]:
    """Everybody, with handles as long as ours, sorted by X id."""
    order = np.argsort(made.x_ids)
    for at, x_id in zip(order.tolist(), made.x_ids[order].tolist(), strict=True):
        person = at + 1
        bluesky = (did_of(person), handle_of(person)) if made.bluesky[at] else (None, None)
        here = (str(10**17 + person), f"user{person}", INSTANCE) if made.mastodon[at] else (None, None, None)
        yield (x_id, uuid_of(person), *bluesky, *here)


def _edges(lists: Lists) -> tuple[list[str], list[int]]:
    counts = np.diff(lists.starts).tolist()
    sources = (repeat(uuid_of(person), count) for person, count in zip(lists.persons.tolist(), counts, strict=True))
    return list(chain.from_iterable(sources)), lists.ids.tolist()
