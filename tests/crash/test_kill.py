"""The real program, killed at every named point of the path and at random: 0 lost, 0 doubled, as the servers see it."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.crash.points import POINTS
from tests.crash.worlds import LOST, Nursery, World, on_every_kind, started_once

LOOKED_FOR_ONLY_IF_UNKNOWN = {"before find", "after find"}  # on Bluesky the put itself is the look
KILLS = {"mastodon": 67, "gotosocial": 67, "bluesky": 66}


async def killed_at(point: str, world: World, bots: Nursery, folder: Path) -> None:
    """One mention, a bot that dies at `point`, another that goes on: one answer."""
    bot = await bots.start(folder, point)
    await asyncio.sleep(0.3)
    world.mention()
    await bot.died()
    heir = await bots.start(folder)
    await world.all_answered()
    await asyncio.sleep(0.3)
    await heir.stop()


async def test_killed_at_every_point_it_answers_once(tmp_path: Path) -> None:
    async def story(bots: Nursery, world: World, folder: Path) -> None:
        await started_once(bots, folder)
        for point in POINTS:
            if world.kind == "bluesky" and point in LOOKED_FOR_ONLY_IF_UNKNOWN:
                continue
            await killed_at(point, world, bots, folder)
        assert world.counts() == [1] * len(world.asked), world.kind

    await on_every_kind(tmp_path, story)


@pytest.mark.slice
async def test_killed_at_random_it_answers_everybody_once(tmp_path: Path) -> None:
    async def story(bots: Nursery, world: World, folder: Path) -> None:
        chance = random.Random(f"20250120 {world.kind}")
        await started_once(bots, folder)
        for _ in range(KILLS[world.kind]):
            bot = await bots.start(folder)
            for _ in range(chance.randint(0, 3)):
                await asyncio.sleep(chance.uniform(0.0, 0.15))
                world.mention()
            await asyncio.sleep(chance.uniform(0.0, 0.35))
            await bot.kill()
        last = await bots.start(folder)
        await world.all_answered(patience=60.0)
        await asyncio.sleep(LOST + 0.5)
        await last.stop()
        assert world.counts() == [1] * len(world.asked), world.kind
        assert len(world.asked) > KILLS[world.kind]

    await on_every_kind(tmp_path, story)
