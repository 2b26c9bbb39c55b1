"""A digest, killed around every step: one private message, on each kind of network."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.accounts import Account, Platform
from bot.ports import Transaction
from bot.storage import open_store
from tests.crash.points import DIGEST_POINTS
from tests.crash.worlds import LOST, Nursery, World, on_every_kind, started_once

FEW = ("after send",)


async def register(folder: Path, number: int, account: Account, follows: int | None = None) -> None:
    """What a command beside the bot does: somebody with a Link; with `follows`, who wants to be told at once."""

    def work(tx: Transaction) -> None:
        now = datetime.now(UTC)
        person = tx.people.register(number, f"x{number}", "fr", now).id
        tx.people.link(person, account, 4, "test", now)
        if follows is not None:
            tx.people.set_consent(person, "told", "at-once", now)
            tx.graph.replace_list(person, 0, "test", [follows], now)

    data = folder / "data"
    store = await open_store(data / "quittex.db", data / "pseudonym.key", role="command")
    await store.write(work)
    await store.close()


async def readers(world: World, folder: Path, number: int) -> None:
    """So many people who each followed one person on X, and want to be told at once."""
    for n in range(1, number + 1):
        await register(folder, n, world.join(f"reader{n}"), follows=n + 1000)


async def arrive(folder: Path, number: int) -> None:
    """The one whom reader `number` followed."""
    account = Account(Platform.BLUESKY, f"did:plc:new{number}", f"new{number}.example")
    await register(folder, number + 1000, account)


async def letters(world: World, number: int) -> list[str]:
    """What they got, once there is something."""
    for _ in range(300):
        if world.letters(f"reader{number}"):
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)
    return world.letters(f"reader{number}")


async def each_dies_and_tells_once(folder: Path, points: tuple[str, ...]) -> None:
    async def story(bots: Nursery, world: World, place: Path) -> None:
        await started_once(bots, place)
        await readers(world, place, len(points))
        for number, point in enumerate(points, start=1):
            bot = await bots.start(place, point)
            await arrive(place, number)
            await bot.died()
            heir = await bots.start(place)
            told = await letters(world, number)
            assert len(told) == 1 and f"new{number}" in told[0], f"{world.kind}: {point}: {told}"
            await heir.stop()
        last = await bots.start(place)
        await asyncio.sleep(LOST + 1.0)
        await last.stop()
        everybody = [world.letters(f"reader{n}") for n in range(1, len(points) + 1)]
        assert [len(told) for told in everybody] == [1] * len(points), f"{world.kind}: {everybody}"

    await on_every_kind(folder, story)


async def test_killed_around_a_digest_it_tells_once(tmp_path: Path) -> None:
    await each_dies_and_tells_once(tmp_path, FEW)


@pytest.mark.slice
async def test_killed_at_every_step_of_a_digest_it_tells_once(tmp_path: Path) -> None:
    await each_dies_and_tells_once(tmp_path, tuple(point for point in DIGEST_POINTS if point not in FEW))


@pytest.mark.slice
async def test_lost_answers_to_digests_double_nothing(tmp_path: Path) -> None:
    async def story(bots: Nursery, world: World, place: Path) -> None:
        await started_once(bots, place)
        await readers(world, place, 4)
        world.faults.add("drop_answer", path=".*(sendMessage|/api/v1/statuses)$", method="POST", count=3)
        bot = await bots.start(place)
        for number in range(1, 5):
            await arrive(place, number)
        for number in range(1, 5):
            assert len(await letters(world, number)) == 1, world.kind
        await asyncio.sleep(LOST)
        await bot.stop()
        assert [len(world.letters(f"reader{number}")) for number in range(1, 5)] == [1] * 4, world.kind

    await on_every_kind(tmp_path, story)
