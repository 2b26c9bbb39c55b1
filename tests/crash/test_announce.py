"""An announcement with its picture, killed around every step: posted once, on each kind of network."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.demo.program import Program
from tests.crash.points import PICTURE_POINTS
from tests.crash.worlds import LOST, Nursery, World, on_every_kind, started_once


async def announced(folder: Path, number: int) -> None:
    """The admin's command, beside the running bot."""
    result = await Program(folder / "config.toml", folder / "log", {}).command("announce", f"a{number}")
    assert result.code == 0, result.err


async def pictures(world: World, wanted: int) -> list[str]:
    for _ in range(300):
        if len(world.pictures()) >= wanted:
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(LOST + 0.5)
    return world.pictures()


@pytest.mark.slice
async def test_killed_around_its_picture_it_is_posted_once(tmp_path: Path) -> None:
    async def story(bots: Nursery, world: World, folder: Path) -> None:
        await started_once(bots, folder)
        for number, point in enumerate(PICTURE_POINTS):
            bot = await bots.start(folder, point)
            await announced(folder, number)
            await bot.died()
            heir = await bots.start(folder)
            assert len(await pictures(world, number + 1)) == number + 1, f"{world.kind}: {point}"
            await heir.stop()

    await on_every_kind(tmp_path, story)


async def test_a_lost_answer_to_it_doubles_nothing(tmp_path: Path) -> None:
    async def story(bots: Nursery, world: World, folder: Path) -> None:
        world.faults.add("drop_answer", path=".*(putRecord|/api/v1/statuses)$", method="POST", count=2)
        bot = await bots.start(folder)
        await announced(folder, 0)
        assert len(await pictures(world, 1)) == 1, world.kind
        await bot.stop()

    await on_every_kind(tmp_path, story)
