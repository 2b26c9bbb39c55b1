"""Accounts are asked about: whoever gave a sign soon, everybody linked within a week; faults say nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.actions import lives as action
from bot.demo.bluesky import BlueskyNetwork
from bot.demo.mastodon import MASTODON, MastodonServer
from bot.domain.accounts import Account, Platform
from bot.domain.lives import Life, Standing
from bot.errors import NotSent, Refused
from bot.loops import lives as loop
from bot.loops.listen import listen
from bot.loops.lives import watch_lives
from bot.networks.bluesky import Bluesky, stream
from bot.networks.mastodon import Mastodon
from bot.networks.mastodon.translate import to_account
from bot.ports import Network, Snapshot, Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK
from tests.contract.world import SystemClock
from tests.contract.worlds_bluesky import settings as sky_settings
from tests.contract.worlds_mastodon import settings as tusk_settings
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon

WEEK = timedelta(days=7)
PATIENCE = 25.0


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PAUSE_SECONDS", "REST_SECONDS", "FAULT_SECONDS"):
        monkeypatch.setattr(loop, name, 0.02)
    monkeypatch.setattr(stream, "SIGNS_SECONDS", 0.02)


class Turned(FixedClock):
    """The wall clock, plus what a test turns it by: servers of the demo live in wall time."""

    def __init__(self) -> None:
        self.by = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.by


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
async def store(tmp_path: Path, clock: FixedClock) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key", clock=clock)
    yield opened
    await opened.close()


def link(tx: Transaction, *accounts: Account) -> None:
    for number, account in enumerate(accounts):
        person = tx.people.register(number + 1, "", "fr", NOW)
        tx.people.link(person.id, account, 4, "test", NOW)


@dataclass
class PaperActors:
    """`ports.Actors`: what each actor says."""

    says: dict[str, set[str]] = field(default_factory=dict)

    async def also_known_as(self, actor: str) -> set[str]:
        if actor not in self.says:
            raise Refused("signed questions only")
        return self.says[actor]


async def until(store: SqliteStore, true: Callable[[Snapshot], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await store.read(true):  # noqa: ASYNC110 - what it waits for is in the database
            await asyncio.sleep(0.02)


def held(account: Account, *reasons: str) -> Callable[[Snapshot], bool]:
    return lambda tx: tx.people.holds(account) == list(reasons)


async def test_everybody_linked_is_asked_about_within_a_week_and_not_all_at_once(
    store: SqliteStore, clock: FixedClock
) -> None:
    accounts = [bluesky(f"p{number}") for number in range(200)]
    network = PaperNetwork(lives={one.id: Life(Standing.ACTIVE, one) for one in accounts})
    await store.write(lambda tx: link(tx, *accounts))
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(watch_lives(store, network, clock, PaperActors()))
        await until(store, lambda tx: not tx.lives.unwatched(Platform.BLUESKY, 1))
        task.cancel()
    assert await store.read(lambda tx: tx.lives.due(Platform.BLUESKY, "", NOW, 999)) == []
    by_day = [
        len(await store.read(lambda tx, day=day: tx.lives.due(Platform.BLUESKY, "", NOW + day * WEEK / 7, 999)))
        for day in range(8)
    ]
    assert by_day[7] == 200
    assert all(10 <= after - before <= 50 for before, after in pairwise(by_day))


async def test_a_fault_is_no_answer_and_stops_nobody_behind_it(store: SqliteStore, clock: FixedClock) -> None:
    ann, bob = bluesky("ann"), bluesky("bob")
    network = PaperNetwork(
        lives={bob.id: Life(Standing.AWAY, status="deactivated")},
        faults={"life": [NotSent("busy"), NotSent("busy"), Refused("no")]},
    )
    await store.write(lambda tx: link(tx, ann, bob))
    await store.write(lambda tx: [tx.lives.ask(one, NOW) for one in (ann, bob)])
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(watch_lives(store, network, clock, PaperActors()))
        await until(store, lambda tx: not tx.lives.due(Platform.BLUESKY, "", NOW, 9))
        clock.time = NOW + 2 * WEEK
        await until(store, held(bob, "away:deactivated"))
        task.cancel()
    assert await store.read(held(ann))


async def test_a_network_where_most_are_gone_is_not_believed(store: SqliteStore, clock: FixedClock) -> None:
    accounts = [bluesky(f"p{number}") for number in range(9)]
    network = PaperNetwork(lives={one.id: Life(Standing.GONE) for one in accounts})
    await store.write(lambda tx: link(tx, *accounts))
    await store.write(lambda tx: [tx.lives.ask(one, NOW) for one in accounts])
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(watch_lives(store, network, clock, PaperActors()))
        await until(store, lambda tx: not tx.lives.due(Platform.BLUESKY, "", NOW, 99))
        task.cancel()
    assert [await store.read(lambda tx, a=one: tx.people.holds(a)) for one in accounts] == [[]] * 9


async def test_the_stream_and_the_answers_reach_the_link_on_bluesky(
    store: SqliteStore, tmp_path: Path
) -> None:
    clock = Turned()
    async with BlueskyNetwork() as server:
        bot, ann = server.account("quittex.test"), server.account("ann.test")
        bot.allow_messages("all")
        account = Account(Platform.BLUESKY, ann.did, "ann.test")
        await store.write(lambda tx: link(tx, account))
        settings = sky_settings(server.url, server.jetstream.url, bot.handle, bot.password)
        network = Bluesky("bluesky", settings, session_file=tmp_path / "session", clock=SystemClock())
        await network.open()
        async with asyncio.TaskGroup() as tasks:
            running = both(tasks, store, network, clock)
            await until(store, lambda tx: "jetstream-accounts" in tx.inbox.cursors("bluesky"))
            await until(store, lambda tx: not tx.lives.unwatched(Platform.BLUESKY, 1))
            ann.rename("ann2.test")
            await until(store, named("ann2.test"))
            for status in ("deactivated", "takendown", "suspended", "deleted"):
                ann.set_status(status)
                await until(store, held(account, f"away:{status}"))
                ann.set_status("active")
                await until(store, held(account))
            ann.lose_handle()
            await until(store, lambda tx: (kept := tx.lives.of(account)) is not None and bool(kept.nameless_since))
            assert await store.read(named("ann2.test"))
            await until_asked_in(store, clock, timedelta(days=8), named(""))
            ann.rename("ann3.test")
            await until(store, named("ann3.test"))
            ann.set_status("deleted")
            await until(store, lambda tx: (kept := tx.lives.of(account)) is not None and bool(kept.gone_since))
            await until_asked_in(store, clock, timedelta(days=8), lambda tx: tx.lives.of(account) is None)
            end(running)
        await network.close()
    assert await store.write(lambda tx: action.forget_alone(tx, clock.now() + timedelta(days=31))) == 1


async def test_moves_suspensions_and_ends_reach_the_link_on_mastodon(store: SqliteStore) -> None:
    clock = Turned()
    async with MastodonServer(MASTODON, now=clock.now) as server:
        bot, ann, anna = server.account("quittex"), server.account("ann"), server.account("anna")
        old, new = account_of(server, "ann"), account_of(server, "anna")
        await store.write(lambda tx: link(tx, old))
        network = Mastodon("home", tusk_settings(server.url, bot.token), clock=clock)
        await network.open()
        async with asyncio.TaskGroup() as tasks:
            running = both(tasks, store, network, clock)
            await until(store, lambda tx: "notifications" in tx.inbox.cursors("home"))
            await until(store, lambda tx: not tx.lives.unwatched(Platform.MASTODON, 1))
            ann.suspend()
            await until_asked_in(store, clock, WEEK, held(old, "away:suspended"))
            ann.suspend(False)
            ann.post("@quittex combien")
            await until(store, held(old))
            ann.move(anna)
            ann.post("@quittex aide")
            await until(store, lambda tx: tx.people.by_account(new, 4) is not None)
            assert await store.read(lambda tx: tx.people.by_account(old, 1)) is None
            anna.delete_account()
            await until_asked_in(store, clock, WEEK, held(new, "away:deleted"))
            await until_asked_in(store, clock, timedelta(days=4), lambda tx: tx.lives.of(new) is None)
            end(running)
        await network.close()


async def test_a_move_to_another_server_is_confirmed_there_or_not_at_all(
    store: SqliteStore, clock: FixedClock
) -> None:
    ann, bob, cat = mastodon("ann"), mastodon("bob"), mastodon("cat")
    new = {one.id: mastodon(name, "n.example") for name, one in (("ann", ann), ("bob", bob), ("cat", cat))}
    said = {one.id: Life(Standing.ACTIVE, one, claims=new[one.id]) for one in (ann, bob, cat)}
    network = PaperNetwork("tusk", Platform.MASTODON, lives=said)
    await store.write(lambda tx: link(tx, ann, bob, cat))
    await store.write(lambda tx: [tx.lives.ask(one, NOW) for one in (bob, cat, ann)])
    async with asyncio.TaskGroup() as tasks:
        actors = PaperActors({new[ann.id].id: {ann.id}, new[bob.id].id: {"https://m.example/users/somebody"}})
        task = tasks.create_task(watch_lives(store, network, clock, actors))
        await until(store, lambda tx: tx.people.by_account(new[ann.id], 4) is not None)
        await until(store, lambda tx: not tx.lives.due(Platform.MASTODON, "", NOW, 9))
        task.cancel()
    for stays in (bob, cat):
        assert await store.read(lambda tx, one=stays: tx.people.by_account(one, 4)) is not None
        assert await store.read(lambda tx, one=stays: tx.people.find(new[one.id])) is None


def account_of(server: MastodonServer, name: str) -> Account:
    found = to_account(server.entities.account(server.person(name).account), server.world.domain)
    assert found is not None
    return found


def named(handle: str) -> Callable[[Snapshot], bool]:
    def is_so(tx: Snapshot) -> bool:
        person = tx.people.by_x(1)
        return person is not None and [link.account.handle for link in person.links] == [handle]

    return is_so


def both(
    tasks: asyncio.TaskGroup, store: SqliteStore, network: Network, clock: Turned
) -> list[asyncio.Task[None]]:
    """What listens and what asks."""
    desk = replace(DESK, network=network)
    return [
        tasks.create_task(listen(store, desk, clock)),
        tasks.create_task(watch_lives(store, network, clock, PaperActors())),
    ]


def end(running: list[asyncio.Task[None]]) -> None:
    for task in running:
        task.cancel()


async def until_asked_in(
    store: SqliteStore, clock: Turned, later: timedelta, true: Callable[[Snapshot], bool]
) -> None:
    clock.by += later
    await until(store, true)
