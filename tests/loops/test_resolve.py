"""Registry rows that came with a handle only are completed by asking the network, many at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.accounts import Account, Platform
from bot.errors import NotSent
from bot.loops import resolve as loop
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, FixedClock, bluesky


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key", clock=FixedClock())
    yield opened
    await opened.close()


def register(tx: object, *handles: str) -> None:
    people = tx.people  # type: ignore[attr-defined]
    for number, handle in enumerate(handles):
        person = people.register(number + 1, "", "fr", NOW)
        people.link(person.id, Account(Platform.BLUESKY, "", handle), 4, "test", NOW)


async def resolving(store: SqliteStore, network: PaperNetwork, seconds: float = 0.5) -> None:
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(loop.resolve(store, network, FixedClock()))
        await asyncio.sleep(seconds)
        task.cancel()


async def waiting(store: SqliteStore) -> list[str]:
    return await store.read(lambda tx: tx.people.unresolved_handles(Platform.BLUESKY, 99))


async def test_a_waiting_handle_gets_its_did_and_one_nobody_answers_to_is_left_alone(store: SqliteStore) -> None:
    network = PaperNetwork(people={"ann.bsky.social": bluesky("ann")})
    await store.write(lambda tx: register(tx, "zoe.bsky.social", "ann.bsky.social"))
    await resolving(store, network)
    person = await store.write(lambda tx: tx.people.by_account(bluesky("ann"), 1))
    assert person is not None and person.x_id == 2
    assert await waiting(store) == []
    assert network.calls == ["resolve"]


async def test_many_handles_take_few_questions(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "PAUSE_SECONDS", 0.01)
    names = [f"p{number}" for number in range(60)]
    network = PaperNetwork(people={f"{name}.bsky.social": bluesky(name) for name in names})
    await store.write(lambda tx: register(tx, *network.people))
    await resolving(store, network, 1.0)
    assert await waiting(store) == []
    assert network.calls == ["resolve"] * 3


async def test_a_network_that_does_not_answer_is_asked_again_later(store: SqliteStore) -> None:
    network = PaperNetwork(faults={"resolve": [NotSent("busy")]})
    await store.write(lambda tx: register(tx, "ann.bsky.social"))
    await resolving(store, network)
    assert await waiting(store) == ["ann.bsky.social"]
