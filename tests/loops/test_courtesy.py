"""Servers are asked outside of any transaction; what they answer is written down, a bad day of theirs waited out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions.courtesy import PATIENCE, set_aside
from bot.domain.accounts import Account
from bot.errors import NotSent, Refused
from bot.loops.courtesy import ask_servers
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_courtesy import MOD, TUSK
from tests.storage.builders import NOW, FixedClock


@dataclass
class Spoken:
    """A server that answers as it is told to."""

    answers: list[bool | Exception]
    asked: list[Account] = field(default_factory=list)

    async def speaks_for(self, account: Account) -> bool:
        self.asked.append(account)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield opened
    await opened.close()


async def asked(store: SqliteStore, servers: Spoken) -> None:
    """Put one question down and let the loop deal with it."""
    answer = {"language": "fr", "reply": {}}
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        loop = tasks.create_task(ask_servers(store, TUSK, servers, FixedClock()))
        await store.write(lambda tx: tx.courtesy.ask(MOD, "paper", "https://m.example/1", answer, NOW))
        heard = store.version
        while await store.read(lambda tx: tx.courtesy.next_check("paper", NOW)):
            heard = await store.changed(heard)
        loop.cancel()


async def denied(store: SqliteStore) -> list[str]:
    return [host for host, _, _ in await store.read(lambda tx: tx.courtesy.denied())]


async def test_a_server_that_confirms_is_denied_from_then_on(store: SqliteStore) -> None:
    servers = Spoken([True])
    await asked(store, servers)
    assert await denied(store) == ["m.example"] and servers.asked == [MOD]


async def test_a_server_that_does_not_or_may_not_be_asked_changes_nothing(store: SqliteStore) -> None:
    await asked(store, Spoken([False]))
    await asked(store, Spoken([Refused("private address")]))
    assert await denied(store) == []


async def test_a_server_in_trouble_is_asked_again_later(store: SqliteStore) -> None:
    servers = Spoken([NotSent("503")])
    await asked(store, servers)
    assert await denied(store) == [] and len(servers.asked) == 1
    assert await store.read(lambda tx: tx.outbox.rows()) == []


async def test_a_fault_of_one_check_ends_neither_the_loop_nor_the_next_check(store: SqliteStore) -> None:
    servers = Spoken([RecursionError("deep")])
    await asked(store, servers)
    assert await denied(store) == [] and len(servers.asked) == 1
    (check,) = [await store.read(lambda tx: tx.courtesy.next_check("paper", NOW + timedelta(minutes=2)))]
    assert check is not None and check.tries == 1
    await store.write(lambda tx: set_aside(tx, check, NOW + PATIENCE))
    assert await store.read(lambda tx: tx.courtesy.next_check("paper", NOW + 2 * PATIENCE)) is None
