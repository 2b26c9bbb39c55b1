"""A private answer to a public post, killed around every step: one message, and nothing in public."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.people import DISCREET, WROTE
from bot.ports import Transaction
from bot.storage import open_store
from tests.crash.points import POINTS
from tests.crash.worlds import LOST, Nursery, World, on_every_kind, started_once


async def wants_it_in_private(world: World, folder: Path) -> None:
    """The asker has a Link, has written in private before, and has said `private`."""

    def work(tx: Transaction) -> None:
        now = datetime.now(UTC)
        tx.people.link(tx.people.register(1, "alice", "fr", now).id, world.asker, 4, "test", now)
        for kind in (DISCREET, WROTE):
            tx.people.mark(world.asker, kind, now)

    data = folder / "data"
    store = await open_store(data / "quittex.db", data / "pseudonym.key", role="command")
    await store.write(work)
    await store.close()


async def letters(world: World, number: int) -> int:
    """How many there are, once there are so many or 30 s are over."""
    for _ in range(300):
        if len(world.letters("alice")) >= number:
            break
        await asyncio.sleep(0.1)
    return len(world.letters("alice"))


async def each_is_answered_once(folder: Path, points: tuple[str, ...]) -> None:
    async def story(bots: Nursery, world: World, place: Path) -> None:
        await started_once(bots, place)
        await wants_it_in_private(world, place)
        for number, point in enumerate(points, start=1):
            bot = await bots.start(place, point)
            await asyncio.sleep(0.3)
            world.mention()
            await bot.died()
            heir = await bots.start(place)
            assert await letters(world, number) == number, f"{world.kind}: {point}"
            await heir.stop()
        last = await bots.start(place)
        await asyncio.sleep(LOST + 1.0)
        await last.stop()
        assert len(world.letters("alice")) == len(points), world.kind
        if world.kind == "bluesky":  # on Mastodon it is a direct status below the question
            assert world.counts() == [0] * len(points)

    await on_every_kind(folder, story)


@pytest.mark.slice
async def test_killed_at_every_step_of_a_private_answer_it_answers_once(tmp_path: Path) -> None:
    await each_is_answered_once(tmp_path, POINTS)
