"""Lost answers, lost requests, and an old backup put back: still one answer for each mention."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.crash.points import POINTS
from tests.crash.worlds import LOST, Nursery, World, on_every_kind, started_once

SENDING = ".*(putRecord|/api/v1/statuses)$"

FAULTS = {
    "rate limit": {"kind": "rate_limit", "form": "seconds", "seconds": 1.0, "count": 1},
    "server error": {"kind": "status", "status": 503, "count": 1},
    "answer lost": {"kind": "drop_answer", "count": 1},
    "late": {"kind": "late", "seconds": 1.1, "count": 1},
}


async def settled(world: World) -> None:
    """Every mention answered, and time enough for a second answer to show itself."""
    await world.all_answered(patience=90.0)
    await asyncio.sleep(LOST + 1.0)
    assert world.counts() == [1] * len(world.asked), world.kind


async def test_lost_answers_and_requests_double_nothing(tmp_path: Path) -> None:
    async def story(bots: Nursery, world: World, folder: Path) -> None:
        await started_once(bots, folder)
        world.faults.seed(7)
        lost_answers = world.faults.add("drop_answer", path=SENDING, method="POST", probability=0.3)
        lost_requests = world.faults.add("drop_request", path=SENDING, method="POST", probability=0.2)
        bot = await bots.start(folder)
        for _ in range(100):
            world.mention()
            await asyncio.sleep(0.01)
        await settled(world)
        assert lost_answers.hits > 20
        assert lost_requests.hits > 10
        await bot.stop()

    await on_every_kind(tmp_path, story)


async def test_an_old_backup_put_back_doubles_nothing(tmp_path: Path) -> None:
    async def story(bots: Nursery, world: World, folder: Path) -> None:
        await started_once(bots, folder)
        bot = await bots.start(folder)
        await world.several(5)
        await bot.kill()
        keep_backup(folder / "data", folder / "backup")
        bot = await bots.start(folder)
        await world.several(5)
        world.mention()  # perhaps in the middle of its answer
        await asyncio.sleep(0.02)
        await bot.kill()
        put_back(folder / "backup", folder / "data")
        bot = await bots.start(folder)
        await world.several(2)
        await settled(world)
        await bot.stop()

    await on_every_kind(tmp_path, story)


def keep_backup(data: Path, backup: Path) -> None:
    """What an admin would copy: the database files, not the epoch file beside them."""
    backup.mkdir()
    for file in data.glob("*.db*"):
        shutil.copy2(file, backup)


def put_back(backup: Path, data: Path) -> None:
    """The old files instead of the new ones."""
    for file in data.glob("*.db*"):
        file.unlink()
    for file in backup.iterdir():
        shutil.copy2(file, data)


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS)
async def test_killed_at_every_point_under_every_fault(fault: str, tmp_path: Path) -> None:
    """The full matrix: a bot that dies at each point, its heir under a fault of the network."""

    async def story(bots: Nursery, world: World, folder: Path) -> None:
        await started_once(bots, folder)
        for point in POINTS:
            world.faults.clear()
            world.faults.add(path=SENDING, method="POST", **FAULTS[fault])  # type: ignore[arg-type]
            bot = await bots.start(folder, point)
            await asyncio.sleep(0.3)
            world.mention()
            await bot.died_or(patience=4.0)
            heir = await bots.start(folder)
            await settled(world)
            await heir.stop()

    await on_every_kind(tmp_path, story)
