"""Every kind of trouble becomes one private message to the admin, and no more than one of a kind an hour."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions.report import status
from bot.domain.encounters import Gap
from bot.domain.officials import Official
from bot.domain.outbox import REHEARSAL, Post, Priority, State
from bot.loops.watch import Disk, Watch
from bot.ports import OutboxRow, Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK
from tests.loops.test_alert import ADMIN, tusk
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, SECOND, FixedClock, a_draft, bluesky

ROOM = (50_000_000_000, 100_000_000_000)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield opened
    await opened.close()


def watch(
    store: SqliteStore, network: PaperNetwork, clock: FixedClock, *, to: str | None = ADMIN, disk: Disk = lambda: ROOM
) -> Watch:
    desk = replace(DESK, network=network)
    return Watch(store, lambda: [desk], {network.name: network}, to, disk, clock)


async def messages(store: SqliteStore) -> list[tuple[OutboxRow, str]]:
    """Every alert owed, oldest first, with its words."""
    rows = [row for row in await store.read(lambda tx: tx.outbox.rows()) if row.kind == "alert"]
    posts = [await store.read(lambda tx, id_=row.id: tx.outbox.get(id_)) for row in reversed(rows)]  # type: ignore[misc]
    return [(row, str(post.record["text"])) for row, post in zip(reversed(rows), posts, strict=True) if post]


def a_gap(tx: Transaction) -> None:
    tx.inbox.add_gap(Gap("tusk", "stream", NOW - timedelta(hours=3), NOW - timedelta(hours=1), "down"), NOW)


async def test_a_quiet_bot_tells_nothing(store: SqliteStore) -> None:
    await watch(store, tusk(), FixedClock()).look()
    assert await messages(store) == []


async def test_a_gap_is_told_once(store: SqliteStore) -> None:
    await store.write(a_gap)
    clock = FixedClock()
    for _ in range(30):
        await watch(store, tusk(), clock).look()
        clock.time += timedelta(minutes=7)
    ((row, words),) = await messages(store)
    assert row.state is State.READY and "08:00" in words and "@" not in words


async def test_a_second_gap_waits_for_its_hour(store: SqliteStore) -> None:
    clock = FixedClock()
    await store.write(a_gap)
    await watch(store, tusk(), clock).look()
    await store.write(lambda tx: tx.inbox.add_gap(Gap("tusk", "tags", NOW - SECOND, NOW, "down"), NOW))
    await watch(store, tusk(), clock).look()
    assert len(await messages(store)) == 1
    clock.time += timedelta(hours=1)
    await watch(store, tusk(), clock).look()
    assert len(await messages(store)) == 2


async def test_a_budget_that_runs_low_is_told(store: SqliteStore) -> None:
    await watch(store, tusk(full=0.86), FixedClock()).look()
    ((_, words),) = await messages(store)
    assert "86" in words and "tusk" in words


async def test_low_disk_is_told_and_an_unknown_disk_is_not(store: SqliteStore) -> None:
    await watch(store, tusk(), FixedClock(), disk=lambda: None).look()
    assert await messages(store) == []
    await watch(store, tusk(), FixedClock(), disk=lambda: (700_000_000, 10**12)).look()
    ((_, words),) = await messages(store)
    assert "700" in words


async def test_an_announcement_held_for_its_numbers_is_told_and_one_of_a_rehearsal_is_not(store: SqliteStore) -> None:
    more: dict[str, Any] = {"network": "tusk", "kind": "counters", "thread": "", "counts": False}

    await store.write(lambda tx: tx.outbox.add(a_draft("a"), {}, state=State.HELD, reason=REHEARSAL, **more))
    await watch(store, tusk(), FixedClock()).look()
    assert await messages(store) == []
    post = await store.write(lambda tx: tx.outbox.add(a_draft("b"), {}, state=State.HELD, reason="implausible", **more))
    await watch(store, tusk(), FixedClock()).look()
    ((_, words),) = await messages(store)
    assert f"outbox show {post}" in words


async def test_without_an_admin_to_tell_it_still_keeps_the_queue_for_status(store: SqliteStore) -> None:
    more: dict[str, Any] = {"network": "tusk", "kind": "find", "state": State.READY, "thread": "", "counts": True}
    for n in range(20):
        draft = a_draft(f"t{n}")
        await store.write(lambda tx, d=draft: tx.outbox.add(d, {}, priority=Priority.KNOWN, **more))  # type: ignore[misc]
    await watch(store, tusk(answers=60.0, full=1.0), FixedClock(), to=None).look()
    assert await messages(store) == []
    report = await store.read(lambda tx: status(tx, ["tusk"], NOW))
    assert report["networks"]["tusk"]["queue"] == {"waiting": 20, "seconds": 1200}


async def test_no_crowd_holds_an_alert_back(store: SqliteStore) -> None:
    await store.write(a_gap)
    await watch(store, tusk(), FixedClock()).look()
    ((row, _),) = await messages(store)
    post = await store.read(lambda tx: tx.outbox.get(row.id))
    assert isinstance(post, Post) and post.priority is Priority.RIGHTS


async def test_it_looks_again_and_again(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    looks, enough = 0, asyncio.Event()

    def disk() -> tuple[int, int]:
        nonlocal looks
        looks += 1
        if looks == 3:
            enough.set()
        return ROOM

    watching = watch(store, tusk(), FixedClock(), disk=disk)
    monkeypatch.setattr("bot.loops.watch.EVERY_SECONDS", 0.01)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        task = tasks.create_task(watching.run())
        await enough.wait()
        task.cancel()


async def test_a_claim_on_a_protected_name_is_told(store: SqliteStore) -> None:
    def work(tx: Transaction) -> int:
        tx.people.set_officials([Official("lemonde.fr", "lemondefr")], NOW)
        tx.people.claim(bluesky("bob"), "bob", "post", NOW)
        return tx.people.claim(bluesky("ann"), "lemondefr", "post", NOW).id

    claim = await store.write(work)
    await watch(store, tusk(), FixedClock()).look()
    ((_, words),) = await messages(store)
    assert f"claims show {claim}" in words and "lemonde" not in words
