"""A real database in a temporary folder, and a transaction on it that is never kept."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.storage import open_store
from bot.storage.sqlite import engine
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import FixedClock

Opener = Callable[..., Awaitable[SqliteStore]]


@pytest.fixture(autouse=True)
def new_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system's SQLite is old, the tests hold all the same for what a new one allows."""
    monkeypatch.setattr(engine, "VERSION", max(engine.VERSION, engine.SAFE_VERSION))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "quittex.db"


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "pseudonym.key"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def opener(database: Path, key_file: Path, clock: FixedClock) -> AsyncIterator[Opener]:
    """Opens stores on one database and closes those still open at the end."""
    opened = []

    async def open_it(**more: Any) -> SqliteStore:
        store = await open_store(database, key_file, **{"clock": clock, **more})
        opened.append(store)
        return store

    yield open_it
    for store in opened:
        await store.close()


@pytest.fixture
async def store(opener: Opener) -> SqliteStore:
    return await opener()


@pytest.fixture
async def session(opener: Opener, database: Path, key_file: Path, clock: FixedClock) -> AsyncIterator[Session]:
    """A session in a transaction of its own, on a connection of its own, rolled back at the end."""
    await (await opener(role="command")).close()
    with a_session(database, key_file, clock) as found:
        yield found


@pytest.fixture
def tx(session: Session) -> SqliteTransaction:
    return SqliteTransaction(session)


class a_session:  # noqa: N801 -- reads as words in a with statement
    """For tests that cannot take a fixture."""

    def __init__(self, database: Path, key_file: Path, clock: FixedClock) -> None:
        self.connection = engine.connect(database)
        engine.attach_graph(self.connection, database)
        self.session = Session(self.connection, memory=Memory(key_file), clock=clock)

    def __enter__(self) -> Session:
        self.connection.execute("BEGIN IMMEDIATE")
        return self.session

    def __exit__(self, *_: object) -> None:
        self.connection.execute("ROLLBACK")
        self.connection.close()
