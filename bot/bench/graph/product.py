"""Ours: the real files, filled and asked by the bot's own functions."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.bench.graph.made import INSTANCE, MadeUp, Numbers, Portion, did_of, handle_of
from bot.bench.graph.oracle import FORWARD, REVERSE, rows
from bot.bench.graph.rows import insert, settle, transaction
from bot.storage import open_store
from bot.storage.sqlite import bulk, derived, edges, engine, lists
from bot.storage.sqlite.building import build
from bot.storage.sqlite.graph import SqliteGraph
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.shown import FOLLOWED, FOLLOWER
from bot.storage.sqlite.steps import drive, index_connection

NOW: Final = 1_790_000_000_000_000  # microseconds
SOURCE: Final = "archive"
LEVEL: Final = 4
_PERSON: Final = "person (id, x_id, x_handle, language, created_at)"
_ACCOUNT: Final = "account (platform, stable_id, url, handle, local_id, local_host, person, level, source, linked_at)"


class Product:
    """A database of ours in a folder, open for writing in this process."""

    def __init__(self, folder: Path) -> None:
        self.path, self.key_file = folder / "quittex.db", folder / "pseudonym.key"
        asyncio.run(self._begin())
        self.memory = Memory(self.key_file)
        self.connection = self.opened()

    def opened(self) -> engine.Connection:
        """A new connection to both files."""
        connection = engine.connect(self.path)
        engine.attach_graph(connection, self.path)
        return connection

    @property
    def files(self) -> list[Path]:
        """Both files."""
        return [self.path, engine.graph_path(self.path)]

    def session(self, connection: engine.Connection | None = None) -> Session:
        """As each transaction of the bot has one."""
        return Session(connection or self.connection, memory=self.memory, clock=Clock())

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction."""
        with transaction(self.connection):
            session = self.session()
            yield session
            session.finish()

    def make(self, made: MadeUp) -> None:
        """Everybody, with their accounts."""
        with self.writing() as session:
            _insert_people(self.connection, made)
            derived.recount_people(session)
        self.settle()

    def write_archives(self, portion: Portion) -> None:
        """The lists alone, as pseudonyms: what the index is built from."""
        with self.writing() as session:
            lists.write_archives(session, new_lists(session, portion))

    def keep(self, portion: Portion) -> None:
        """The lists of people who bring their first, with all that follows; edges wait for the merge."""
        with self.writing() as session:
            bulk.keep_lists(session, list(new_lists(session, portion)))

    def build(self) -> None:
        """The index, from all lists."""
        with index_connection(self.path) as connection:
            drive(connection, build(connection, self.path, lambda: self.session().pseudonyms, lambda done: None))

    def write_pairs(self, made: MadeUp) -> None:
        """The pairs of registered people that all lists tell of."""
        for portion in made.portions():
            with self.writing() as session:
                found: list[derived.Pair] = []
                for new in new_lists(session, portion):
                    found += lists.pairs(new.person, new.direction, lists.known_among(session, new.pseudonyms))
                for support in (derived.OWN_LIST, derived.THEIR_LIST):
                    derived.add_pairs(session, [pair for pair in found if pair[2] == support])

    def settle(self) -> None:
        """Everything into the files themselves."""
        for schema in ("main", "graph"):
            settle(self.connection, schema)

    def close(self) -> None:
        """Let go of the files."""
        self.connection.close()

    async def _begin(self) -> None:
        store = await open_store(self.path, self.key_file, role="command")
        await store.close()


def replace_list(ours: Product, person: int, direction: int, ids: Iterable[int]) -> int:
    """As the import of an archive does it; how many are new."""
    with ours.writing() as session:
        return SqliteGraph(session).replace_list(person, direction, SOURCE, ids, Clock().now()).added


def new_lists(session: Session, portion: Portion) -> Iterator[lists.NewList]:
    """Archives as they are kept: pseudonyms, sorted."""
    for direction, found in enumerate(portion.directions):
        pseudonyms, starts = session.pseudonyms.of(found.ids), found.starts.tolist()
        for person, start, end in zip(found.persons.tolist(), starts, starts[1:], strict=False):
            own = pseudonyms[start:end]
            own.sort()
            yield lists.NewList(person, direction, SOURCE, own, NOW)


class Clock:
    """The wall clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def _insert_people(connection: engine.Connection, made: MadeUp) -> None:
    persons = list(range(1, made.size.people + 1))
    same: list[Any] = [NOW] * len(persons)
    handles = [f"x_user{person}" for person in persons]
    insert(connection, _PERSON, [persons, made.x_ids.tolist(), handles, ["fr"] * len(persons), same])
    for platform, here in (("bluesky", made.bluesky), ("mastodon", made.mastodon)):
        columns = zip(*(_account(platform, person) for person in (np.flatnonzero(here) + 1).tolist()), strict=True)
        insert(connection, _ACCOUNT, [list(column) for column in columns])


def _account(platform: str, person: int) -> tuple[Any, ...]:
    if platform == "bluesky":
        did, handle = did_of(person), handle_of(person)
        return platform, did, f"https://bsky.app/profile/{did}", handle, "", "", person, LEVEL, SOURCE, NOW
    stable, url = f"https://{INSTANCE}/users/user{person}", f"https://{INSTANCE}/@user{person}"
    return platform, stable, url, f"user{person}@{INSTANCE}", "", "", person, LEVEL, SOURCE, NOW


Answer = list[tuple[Any, ...]]


def first_answer(session: Session, person: int, x_id: int) -> Answer:
    """What `matching.rows` would give, found before any pair of theirs was written down."""
    naming = edges.named_by(session, x_id)
    followed = [who >> 1 for who in naming if who & 1] + _on_list(session, person, lists.FOLLOWS)
    followers = [who >> 1 for who in naming if not who & 1] + _on_list(session, person, lists.FOLLOWERS)
    ties = dict.fromkeys(followed, FOLLOWED)
    for other in followers:
        ties[other] = ties.get(other, 0) | FOLLOWER
    return _rows_of(session, ties)


def _on_list(session: Session, person: int, direction: int) -> list[int]:
    return lists.known_among(session, lists.list_at(session, person, direction, SOURCE))


_ROWS: Final = """
SELECT p.id, p.shows, p.name_bluesky, p.name_mastodon
FROM json_each(?) AS wanted CROSS JOIN person p ON p.id = wanted.value
"""


def _rows_of(session: Session, ties: dict[int, int]) -> Answer:
    """The rows that the pairs would lead to; as JSON they are read half again as fast as one by one."""
    found = session.execute(_ROWS, (str(sorted(ties)),))
    return [(person, shows | ties[person], bluesky, mastodon) for person, shows, bluesky, mastodon in found]


def compared(asker: int, answer: Answer) -> list[Numbers]:
    """An answer in the form all sides are compared in."""
    ways = ((FORWARD, FOLLOWED), (REVERSE, FOLLOWER))
    return [rows(asker, way, [row[0] for row in answer if row[1] & tie]) for way, tie in ways]
