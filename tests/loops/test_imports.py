"""A killed import leaves nothing before its seal and is finished after it; a killed undo is finished."""

from __future__ import annotations

import asyncio
import shutil
from array import array
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from bot.actions.register import Portion, apply_imports
from bot.domain.registry import ListsRow, PersonRow, Staged
from bot.loops.imports import GENTLE, finish_imports, in_steps, resume_imports, undo_import
from bot.ports import Store, Transaction
from bot.storage import open_store
from tests.imported import person
from tests.storage.builders import NOW, FixedClock, bluesky


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key", role="command")
    yield opened
    await opened.close()


async def staged(store: Store, *rows: PersonRow | ListsRow, seal: bool = True) -> int:
    batch = await store.write(lambda tx: tx.imports.begin("s", NOW))
    await store.write(lambda tx: tx.imports.stage(batch, rows))
    if seal:
        await store.write(lambda tx: tx.imports.seal(batch, 0))
    return batch


async def people(store: Store) -> int:
    return (await store.read(lambda view: view.tallies.now()))["people"]


async def test_what_was_only_staged_is_thrown_away(store: Store) -> None:
    await staged(store, person(1, bluesky("ann")), seal=False)
    assert await resume_imports(store, FixedClock()) == 0
    assert await store.read(lambda view: view.imports.all()) == []
    assert await people(store) == 0


async def test_what_was_sealed_is_finished_once(store: Store) -> None:
    rows = [person(number, bluesky(f"p{number}")) for number in range(1, 1201)]
    batch = await staged(store, ListsRow(1, 1, array("q", [2]), None), *rows)
    assert await resume_imports(store, FixedClock(), pace=GENTLE) == 1201
    assert await people(store) == 1200
    found = await store.read(lambda view: view.imports.get(batch))
    assert found is not None and (found.state, found.people, found.lists) == ("done", 1200, 1)
    assert await resume_imports(store, FixedClock()) == 0


@pytest.mark.parametrize("killed_after", [1, 2, 3])
async def test_killed_between_the_two_files_no_list_is_lost(tmp_path: Path, killed_after: int) -> None:
    """People are in one file and lists in another; the graph's has lost the last transaction."""
    database, key = tmp_path / "quittex.db", tmp_path / "key"
    graph = tmp_path / "quittex-graph.db"
    rows = (person(1), ListsRow(1, 1, array("q", [5, 6]), array("q", [7])), ListsRow(2, 9, array("q", [1]), None))
    store = await open_store(database, key, role="command")
    batch = await staged(store, *rows)
    given: list[Staged] = []
    for _ in range(killed_after):
        await store.close()
        copy = shutil.copy2(graph, tmp_path / "copy")
        store = await open_store(database, key, role="command")
        given = await store.write(partial(one_step, given=given))
    await store.close()
    shutil.copy2(copy, graph)
    store = await open_store(database, key, role="command")
    await resume_imports(store, FixedClock())
    found = await store.read(lambda view: view.imports.get(batch))
    assert found is not None and (found.state, found.left_out) == ("done", 1)
    assert (await store.read(lambda view: view.tallies.now()))["edges"] == 3
    await store.close()


def one_step(tx: Transaction, given: list[Staged]) -> list[Staged]:
    return apply_imports(tx, NOW, Portion(1, 1), lambda: True, given)


async def test_a_half_done_undo_is_finished(store: Store) -> None:
    batch = await staged(store, *(person(number, bluesky(f"p{number}")) for number in range(1, 9)))
    heard: list[int] = []
    assert await finish_imports(store, FixedClock(), progress=heard.append) == sum(heard) == 8
    assert await store.write(lambda tx: tx.imports.undo(batch, lambda: True))
    assert 0 < await people(store) < 8
    await resume_imports(store, FixedClock())
    assert await people(store) == 0
    await undo_import(store, batch)  # again is nothing


async def test_others_get_their_turn_between_two_steps(store: Store, tmp_path: Path) -> None:
    other = await open_store(tmp_path / "quittex.db", tmp_path / "key", role="command")
    left = [3]
    seen: list[int] = []

    def step(*_: object) -> int:
        left[0] -= 1
        seen.append(left[0])
        return left[0]

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(in_steps(store, step, pace=GENTLE))
        await asyncio.sleep(0)
        await other.write(lambda tx: tx.set_meta("here", str(seen)))
    assert seen == [2, 1, 0]
    await other.close()
