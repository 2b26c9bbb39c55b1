"""The loop that keeps the campaign's list."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NotSent, Stopped
from bot.loops import listing as loop
from bot.loops.listing import keep_list
from bot.storage import open_store
from tests.actions.test_listing import NAMES, Scene, join
from tests.paper import PaperNetwork
from tests.storage.builders import FixedClock, bluesky


@pytest.fixture
async def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    monkeypatch.setattr(loop, "REST_SECONDS", 0.01)
    monkeypatch.setattr(loop, "PAUSE_SECONDS", 0.0)
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    found = Scene(opened)
    for name in NAMES:
        await found.write(lambda tx, n=name: join(tx, n))
    yield found
    await opened.close()


def network(**more: Any) -> PaperNetwork:
    people = {bluesky(name).id: bluesky(name) for name in NAMES}
    return PaperNetwork(people=people, **more)


async def until(scene: Scene, paper: PaperNetwork, true: Callable[[], bool]) -> None:
    """Let the loop run, and send what it owes, until it is so."""
    clock = FixedClock()
    scene.now += timedelta(hours=1)
    clock.time = scene.now
    desk = replace(scene.editor().desk, network=paper)
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(keep_list(scene.store, desk, clock))
        while not true():
            await scene.send_all()
            await asyncio.sleep(0.01)
        task.cancel()


async def test_the_list_fills_and_is_looked_at_when_the_bot_starts_again(scene: Scene) -> None:
    await until(scene, network(public_list=scene.lists), lambda: scene.on_it() == set(NAMES))
    lost = scene.lists.held.pop("place of did:plc:p03")
    await until(scene, network(public_list=scene.lists), lambda: lost in scene.lists.held.values())


async def test_somebody_the_network_no_longer_shows_leaves(scene: Scene) -> None:
    await until(scene, network(public_list=scene.lists), lambda: scene.on_it() == set(NAMES))
    paper = network(public_list=scene.lists)
    del paper.people[bluesky("p05").id]
    await until(scene, paper, lambda: scene.on_it() == set(NAMES) - {"p05"})


async def test_a_network_that_shows_nobody_makes_nobody_leave(scene: Scene) -> None:
    await until(scene, network(public_list=scene.lists), lambda: scene.on_it() == set(NAMES))
    blind = PaperNetwork(public_list=scene.lists)
    await until(scene, blind, lambda: "resolve" in blind.calls)
    assert await scene.edit() == 0


async def test_a_look_that_fails_is_tried_again_and_stops_nothing(scene: Scene) -> None:
    await until(scene, network(public_list=scene.lists), lambda: scene.on_it() == set(NAMES))
    paper = network(public_list=scene.lists, faults={"resolve": [NotSent("busy", 1.0)]})
    await until(scene, paper, lambda: paper.calls.count("resolve") >= 2)


async def test_a_network_that_refuses_us_ends_it(scene: Scene) -> None:
    await until(scene, network(public_list=scene.lists), lambda: scene.on_it() == set(NAMES))
    paper = network(public_list=scene.lists, faults={"resolve": [Stopped("revoked")]})
    with pytest.RaisesGroup(Stopped):
        await until(scene, paper, lambda: False)


async def test_where_there_are_no_lists_and_in_a_rehearsal_there_is_nothing_to_do(scene: Scene) -> None:
    desk = scene.editor().desk
    await keep_list(scene.store, replace(desk, network=PaperNetwork()), FixedClock())
    await keep_list(scene.store, replace(desk, rehearsal=True), FixedClock())
    assert await scene.store.read(lambda tx: tx.outbox.rows()) == []
