"""A post on X that is looked at, by a bot that is killed around every step: one answer, on each kind of network."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.demo.oembed import OEmbedServer
from bot.storage import open_store
from tests.crash.points import PROOF_POINTS
from tests.crash.worlds import LOST, Nursery, World, on_every_kind, started_once

FEW = ("inside settle",)


async def claimed(bots: Nursery, world: World, place: Path, x: OEmbedServer) -> None:
    """Somebody has said who they were on X, and has a code."""
    with (place / "config.toml").open("a", encoding="utf-8") as config:
        config.write(f'[proof]\noembed = "{x.url}"\n')
    await started_once(bots, place)
    bot = await bots.start(place)
    await asyncio.sleep(0.3)
    for text in ("I was x.com/alice", "prove"):
        world.asked.append(world.ask(text))
        await world.all_answered()
    await bot.stop()


async def code(place: Path) -> str:
    data = place / "data"
    store = await open_store(data / "quittex.db", data / "pseudonym.key", role="command")
    try:
        ((found,),) = await store.read(lambda tx: tx.session.execute("SELECT code FROM code").fetchall())  # type: ignore[attr-defined]
    finally:
        await store.close()
    return str(found)


async def state(place: Path) -> list[str]:
    data = place / "data"
    store = await open_store(data / "quittex.db", data / "pseudonym.key", role="command")
    claims = await store.read(lambda tx: tx.people.claims())
    await store.close()
    return [claim.state for claim in claims]


async def each_dies_and_answers_once(folder: Path, points: tuple[str, ...]) -> None:
    async def story(bots: Nursery, world: World, place: Path) -> None:
        async with OEmbedServer() as x:
            await claimed(bots, world, place, x)
            given = await code(place)
            for number, point in enumerate(points):
                bot = await bots.start(place, point)
                await asyncio.sleep(0.3)
                words = given if number == len(points) - 1 else "no code"
                world.asked.append(world.ask(f"prove {x.post('alice', words)}"))
                await bot.died()
                heir = await bots.start(place)
                await world.all_answered()
                await asyncio.sleep(0.3)
                await heir.stop()
            last = await bots.start(place)
            await asyncio.sleep(LOST + 1.0)
            await last.stop()
        assert world.counts() == [1] * (len(points) + 2), f"{world.kind}: {world.counts()}"
        assert await state(place) == ["proven"], world.kind

    await on_every_kind(folder, story)


async def test_killed_around_a_look_it_answers_once(tmp_path: Path) -> None:
    await each_dies_and_answers_once(tmp_path, FEW)


@pytest.mark.slice
async def test_killed_at_every_step_of_a_look_it_answers_once(tmp_path: Path) -> None:
    await each_dies_and_answers_once(tmp_path, tuple(point for point in PROOF_POINTS if point not in FEW))
