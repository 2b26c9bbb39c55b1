"""An archive is read before anybody waits for it, and refused before anything is written."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import NoReturn

import pytest

from bot.domain.archives import NotTakenError, Order, Why
from bot.errors import InputError
from bot.loops.archives import take_in
from bot.ports import Store, Transaction
from bot.storage import open_store
from tests.brought import AnArchive, a_list
from tests.storage.builders import FixedClock, bluesky

ANN, ARCHIVE = Order(bluesky("ann")), AnArchive(following=a_list([1, 2]))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key", role="command")
    yield opened
    await opened.close()


async def edges(store: Store) -> int:
    return (await store.read(lambda view: view.tallies.now()))["edges"]


async def test_it_is_taken_in_with_one_commit(store: Store) -> None:
    found = await take_in(store, FixedClock(), lambda: ARCHIVE, ANN)
    assert found.following and (found.following.added, found.following.removed) == (2, 0)
    assert await edges(store) == 2
    again = await take_in(store, FixedClock(), lambda: ARCHIVE, ANN)
    assert again.following and (again.following.added, again.following.removed) == (0, 0)


async def test_numbers_are_not_held_while_it_is_written(store: Store) -> None:
    archive = AnArchive(following=a_list(range(1, 5000)))
    read = [archive]
    gone = weakref.ref(archive.following.ids) if archive.following else None
    del archive
    write = store.write

    async def looking(work: Callable[[Transaction], object]) -> object:
        for _ in range(200):  # the thread that read it lets go a moment after it has answered
            gc.collect()
            if gone and gone() is None:
                break
            await asyncio.sleep(0.01)
        else:
            pytest.fail("the numbers are still held")
        return await write(work)

    store.write = looking  # type: ignore[assignment, method-assign]
    await take_in(store, FixedClock(), read.pop, ANN)


async def test_what_cannot_be_read_or_taken_changes_nothing(store: Store) -> None:
    def unreadable() -> NoReturn:
        raise InputError("not an archive")

    version = store.version
    with pytest.raises(InputError, match="not an archive"):
        await take_in(store, FixedClock(), unreadable, ANN)
    with pytest.raises(NotTakenError) as caught:
        await take_in(store, FixedClock(), AnArchive, ANN)
    assert caught.value.why is Why.NO_LISTS
    assert (await edges(store), store.version) == (0, version)
