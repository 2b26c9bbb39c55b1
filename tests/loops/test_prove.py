"""Posts on X are looked at through a real oEmbed server, whatever X does meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions import checking
from bot.actions.receive import receive
from bot.demo.messages import Response
from bot.demo.oembed import OEmbedServer
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.proving import PATIENCE
from bot.domain.text import plain
from bot.domain.wording import Wording, render
from bot.errors import StorageError
from bot.loops import prove as loop
from bot.loops.prove import Parts, look, prove, ripen, say
from bot.proofs.oembed import OEmbed
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.trust import UNLIMITED, X_ID
from tests.storage.builders import NOW, SECOND, FixedClock, bluesky

ALICE = bluesky("alice")


@pytest.fixture
async def x() -> AsyncIterator[OEmbedServer]:
    async with OEmbedServer() as server:
        yield server


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(lambda tx: tx.inbox.first_start("paper", NOW - SECOND))
    yield opened
    await opened.close()


@pytest.fixture
async def parts(store: SqliteStore, x: OEmbedServer) -> AsyncIterator[Parts]:
    posts = OEmbed(x.url, timeout=10.0)
    yield Parts(store, posts, lambda: [UNLIMITED], FixedClock(), 1)
    await posts.close()


class Asker:
    """Alice, who writes to the bot; `said` are its answers."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.number = parts, 0

    async def writes(self, text: str) -> None:
        self.number += 1
        message = Encounter(
            network="paper", uri=f"at://alice/{self.number}", kind=Kind.MESSAGE, account=ALICE, addressed=True,
            at=self.parts.clock.now(), text=text, languages=("en",), visibility=Visibility.DIRECT,
        )  # fmt: skip
        await self.parts.store.write(lambda tx: receive(tx, message, UNLIMITED, self.parts.clock.now()))

    async def said(self) -> list[str]:
        rows = await self.parts.store.read(lambda tx: tx.outbox.rows(limit=100))
        posts = [await self.parts.store.read(lambda tx, row=row: tx.outbox.get(row.id)) for row in reversed(rows)]  # type: ignore[misc]
        return [str(post.record["text"]) for post in posts if post]

    async def code(self) -> str:
        await self.writes("I was x.com/alice")
        await self.writes("prove")
        code = await self.parts.store.read(lambda tx: tx.proving.code(ALICE, self.parts.clock.now()))
        assert code is not None
        return code.text


def words(message: str) -> str:
    values = {"campaign": "QuitteX", "operator": "admin at example.org"}
    return plain(render(Wording(message, values), UNLIMITED.words, "en", UNLIMITED.network.limits_for("")))[:40]


async def until(condition: Callable[[], Awaitable[bool]], parts: Parts, patience: float = 20.0) -> None:
    """Run the loop until something holds."""
    task = asyncio.get_running_loop().create_task(prove(parts))
    try:
        for _ in range(int(patience / 0.02)):
            if await condition():
                return
            await asyncio.sleep(0.02)
        raise TimeoutError
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_from_the_word_to_the_link(parts: Parts, x: OEmbedServer) -> None:
    alice = Asker(parts)
    await parts.store.write(lambda tx: tx.people.register(X_ID, "alice", "", NOW))
    address = x.post("Alice", f"Bye X! {await alice.code()}")
    await alice.writes(f"here: {address}")
    before = len(await alice.said())

    async def answered() -> bool:
        return len(await alice.said()) > before

    await until(answered, parts)
    assert (await alice.said())[-1].startswith(words("prove-linked"))
    person = await parts.store.read(lambda tx: tx.people.by_account(ALICE, 3))
    assert person and person.x_id == X_ID
    assert x.asked_for == [address.replace("Alice", "alice")]


async def test_what_is_not_there_is_said(parts: Parts, x: OEmbedServer) -> None:
    alice = Asker(parts)
    address = x.post("alice", await alice.code())
    x.remove(address)
    await alice.writes(address)
    assert await look(parts) and not await look(parts)
    assert (await alice.said())[-1].startswith(words("prove-gone"))


async def test_an_x_that_is_down_is_asked_again_and_the_answer_comes_once(parts: Parts, x: OEmbedServer) -> None:
    alice, clock = Asker(parts), parts.clock
    assert isinstance(clock, FixedClock)
    address = x.post("alice", await alice.code())
    await alice.writes(address)
    x.faults.add("status", status=503, count=2)
    before = len(await alice.said())
    for _ in range(2):
        await look(parts)
        assert len(await alice.said()) == before and not await look(parts)
        clock.time += timedelta(minutes=1)
    assert await look(parts)
    assert (await alice.said())[before:] == [(await alice.said())[-1]]
    assert (await alice.said())[-1].startswith(words("prove-proven"))


async def test_an_x_that_never_answers_is_given_up_after_a_day(parts: Parts, x: OEmbedServer) -> None:
    alice, clock = Asker(parts), parts.clock
    assert isinstance(clock, FixedClock)
    await alice.writes(x.post("alice", await alice.code()))
    await x.stop()
    clock.time += PATIENCE
    await look(parts)
    assert (await alice.said())[-1].startswith(words("prove-unreachable"))


async def test_nonsense_is_said_and_proves_nothing(parts: Parts, x: OEmbedServer) -> None:
    alice = Asker(parts)
    await alice.code()
    await alice.writes(x.answers("alice", Response(200, b"[" * 100_000)))
    await look(parts)
    assert (await alice.said())[-1].startswith(words("prove-unreadable"))


async def test_a_network_that_is_not_reached_yet_holds_up_nobody(parts: Parts, x: OEmbedServer) -> None:
    alice = Asker(parts)
    await alice.writes(x.post("alice", await alice.code()))
    assert not await look(replace(parts, desks=list)) and not await say(replace(parts, desks=list))
    assert await look(parts)


async def test_the_number_and_the_notice_follow_by_themselves(parts: Parts, x: OEmbedServer) -> None:
    alice = Asker(parts)
    address = x.post("alice", await alice.code())
    await alice.writes(address)
    await look(parts)
    assert not await ripen(parts)
    await parts.store.write(lambda tx: tx.people.register(X_ID, "alice", "", NOW))

    async def told() -> bool:
        return (await alice.said())[-1].startswith(words("told-linked"))

    await until(told, parts)
    assert not await ripen(parts) and not await say(parts)


async def test_the_bell_wakes_it(parts: Parts, x: OEmbedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "LONGEST_REST", 3600.0)
    alice = Asker(parts)
    address = x.post("alice", await alice.code())
    before = len(await alice.said())
    asked = False

    async def answered() -> bool:
        nonlocal asked
        if not asked:
            asked = True
            await asyncio.sleep(0.5)  # by now it rests
            await alice.writes(address)
        return len(await alice.said()) > before

    await until(answered, parts)


async def test_one_that_cannot_be_dealt_with_holds_up_nobody(
    parts: Parts, x: OEmbedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours, put in from outside: it is tried again later, and the others go on."""
    alice = Asker(parts)
    await alice.writes(x.post("alice", await alice.code()))
    await parts.store.write(lambda tx: tx.proving.notify(ALICE, "nonsense", "1", NOW))
    await parts.store.write(lambda tx: tx.proving.notify(ALICE, "lost", "1", NOW))
    before = len(await alice.said())
    assert await say(parts) and not await say(parts)
    assert len(await alice.said()) == before + 1

    def broken(*_: object, **__: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(checking, "settle", broken)
    assert await look(parts) and not await look(parts), "it waits for its next turn"
    due = await parts.store.read(lambda tx: tx.proving.next_due(["paper"]))
    assert due is not None and due > NOW


async def test_a_broken_store_is_outlived(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "FAULT_SECONDS", 0.01)
    alice, faults = Asker(parts), [StorageError("the disk is full"), ValueError("a mistake")]
    real = loop.look

    async def fails(parts: Parts) -> bool:
        if faults:
            raise faults.pop()
        return await real(parts)

    monkeypatch.setattr(loop, "look", fails)
    await parts.store.write(lambda tx: tx.proving.notify(ALICE, "lost", "1", NOW))

    async def told() -> bool:
        return not faults and bool(await alice.said())

    await until(told, parts)
