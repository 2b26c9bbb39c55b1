"""The Store's asynchronous side: the bell, also for what others commit, and an orderly end."""

import asyncio
import contextlib
import time
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.ports import Transaction
from bot.storage.sqlite import engine
from tests.storage.conftest import Opener


async def test_the_bell_rings_for_what_another_process_commits(opener: Opener, database: Path) -> None:
    store = await opener()
    for path, table in ((database, "meta"), (engine.graph_path(database), "meta")):
        since = store.version
        other = engine.connect(path)
        other.execute(f"INSERT INTO {table} VALUES ('other', '1')")
        async with asyncio.timeout(10):
            assert await store.changed(since) != since
        other.close()


async def test_a_command_store_beside_the_bot_rings_its_bell(opener: Opener) -> None:
    store, command = await opener(role="bot"), await opener(role="command")
    since = store.version
    await command.write(lambda tx: tx.set_meta("a", "b"))
    async with asyncio.timeout(10):
        await store.changed(since)
    assert await store.read(lambda tx: tx.get_meta("a")) == "b"


async def test_a_store_for_reading_does_not_write(opener: Opener) -> None:
    await (await opener()).close()
    reader = await opener(role="reader")
    assert await reader.read(lambda tx: tx.get_meta("a")) is None
    with pytest.raises(StorageError, match="reading only"):
        await reader.write(lambda tx: None)


async def test_a_caller_that_is_cancelled_does_not_undo_the_work(opener: Opener) -> None:
    store = await opener()

    def slow(tx: Transaction) -> None:
        time.sleep(0.05)  # the caller gives up meanwhile
        tx.set_meta("a", "b")

    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(store.write(slow), 0.01)
    await store.write(lambda tx: None)
    assert await store.read(lambda tx: tx.get_meta("a")) == "b"


async def test_closing_twice_is_harmless_and_leaves_tidy_files(opener: Opener, database: Path) -> None:
    store = await opener()
    await asyncio.gather(*(store.read(lambda tx: tx.get_meta("a")) for _ in range(5)))
    await store.close()
    await store.close()
    assert not database.with_name("quittex.db-wal").exists()
    await (await opener()).close()
