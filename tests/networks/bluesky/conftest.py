"""The demo's Bluesky, and the parts of the adapter on it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.networks.bluesky import Bluesky
from bot.networks.bluesky.session import Keeper
from bot.networks.bluesky.settings import Settings


class HandClock:
    """The wall clock plus what the test turns it by."""

    def __init__(self) -> None:
        self.turned = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.turned

    def turn(self, **by: float) -> None:
        self.turned += timedelta(**by)


async def become(true: Callable[[], bool]) -> None:
    """Wait until it is so; the test's own end is the limit."""
    while True:
        if true():
            return
        await asyncio.sleep(0.01)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def server() -> AsyncIterator[BlueskyNetwork]:
    async with BlueskyNetwork() as network:
        yield network


@pytest.fixture
def bot(server: BlueskyNetwork) -> Person:
    person = server.account("quittex.test", "QuitteX")
    person.allow_messages("all")
    return person


@pytest.fixture
def alice(server: BlueskyNetwork) -> Person:
    return server.account("alice.test", "Alice")


@pytest.fixture
def settings(server: BlueskyNetwork, bot: Person) -> Settings:
    return Settings(
        service=server.url,
        handle=bot.handle,
        password=bot.password,
        jetstream=(server.jetstream.url,),
        tags=frozenset({"quittex"}),
        request_timeout_seconds=2.0,
        settle_seconds=1.0,
        scan_seconds=0.2,
        chat_seconds=0.05,
    )


Make = Callable[..., Any]


@pytest.fixture
async def keepers(settings: Settings, tmp_path: Path, clock: HandClock) -> AsyncIterator[Make]:
    """`keepers(service=...)` is a Keeper with these settings changed; all share one session file."""
    async with AsyncExitStack() as stack:

        def make(**changes: Any) -> Keeper:
            made = Keeper(replace(settings, **changes), tmp_path / "sessions" / "bluesky", clock)
            stack.push_async_callback(made.close)
            return made

        yield make


@pytest.fixture
async def keeper(keepers: Make) -> Keeper:
    made: Keeper = keepers()
    await made.open()
    return made


@pytest.fixture
async def networks(settings: Settings, tmp_path: Path, clock: HandClock) -> AsyncIterator[Make]:
    """`networks(scan_seconds=...)` is the whole adapter with these settings changed, not opened."""
    async with AsyncExitStack() as stack:

        def make(**changes: Any) -> Bluesky:
            chosen = replace(settings, **changes)
            made = Bluesky("bluesky", chosen, session_file=tmp_path / "sessions" / "bluesky", clock=clock)
            stack.push_async_callback(made.close)
            return made

        yield make


@pytest.fixture
async def network(networks: Make) -> Bluesky:
    made: Bluesky = networks()
    await made.open()
    return made
