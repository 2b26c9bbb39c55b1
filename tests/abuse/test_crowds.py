"""A flood by one account, and one by thousands: the bot's own order, budgets and limits, in simulated time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.accounts import Platform
from bot.domain.courtesy import Courtesy, parse_hours
from bot.domain.encounters import Batch, Encounter
from bot.domain.outbox import Priority
from bot.loops.listen import listen
from bot.loops.send import Sender
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.abuse.crowd import BLUESKY, Guarded, asking, played, register, waits
from tests.abuse.hostile import networks
from tests.actions.test_receive import DESK
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, SECOND, FixedClock

ASKERS = 60


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(lambda tx: tx.inbox.first_start("paper", NOW - SECOND))
    yield opened
    await opened.close()


def busiest(network: Guarded, seconds: float) -> int:
    """The most Posts in any stretch of so many seconds."""
    times = [at for at, _ in network.said]
    return max(sum(0 <= (later - at).total_seconds() < seconds for later in times) for at in times)


@pytest.mark.parametrize("flood", [300, pytest.param(10_000, marks=pytest.mark.slice)])
async def test_a_flood_by_one_account_earns_three_answers_and_delays_nobody(store: SqliteStore, flood: int) -> None:
    others = [asking(f"asker{n}", n, n * timedelta(minutes=1)) for n in range(ASKERS)]
    step = timedelta(hours=1) / flood
    noise = [asking("noise", n, n * step, text=f"combien {n}", thread=f"at://noise/{n}") for n in range(flood)]
    network = await played(store, others + noise, hours=1.5)
    assert sum(post.recipient_id == "did:plc:noise" for _, post in network.said) == 3
    waited = waits(network, others)
    assert len(waited) == ASKERS
    # Alone each waits for its own sending; beside the flood twice that at most.
    assert max(waited) < 2 * 0.3 + 0.3


async def test_who_says_stop_and_resume_in_turn_has_four_answers_and_delays_nobody(store: SqliteStore) -> None:
    others = [asking(f"asker{n}", n, n * timedelta(minutes=1)) for n in range(45)]
    words = ("stop", "reprends")
    noise = [asking("noise", n, n * timedelta(minutes=50) / 300, text=words[n % 2]) for n in range(300)]
    network = await played(store, others + noise, hours=1.5)
    kinds = sorted(post.kind for _, post in network.said if post.recipient_id == "did:plc:noise")
    assert kinds == ["resume"] * 3 + ["stop"]
    waited = waits(network, others)
    assert len(waited) == len(others) and max(waited) < 2 * 0.3 + 0.3
    assert not await store.read(lambda tx: tx.people.is_silent(noise[0].account))  # the last word was "resume"


@pytest.mark.parametrize("words", ["stop", "oublie-moi"])
async def test_a_crowd_that_asks_for_its_rights_keeps_nobody_we_know_waiting(store: SqliteStore, words: str) -> None:
    names = [f"known{n}" for n in range(12)]
    await store.write(lambda tx: register(tx, names))
    known = [asking(name, n, (n + 1) * timedelta(minutes=10)) for n, name in enumerate(names)]
    crowd = [asking(f"sybil{n}", n, n * timedelta(hours=2) / 400, text=words) for n in range(400)]
    network = await played(store, known + crowd, hours=2.9)
    waited = sorted(waits(network, known))
    assert len(waited) == len(known) and waited[-1] < 60
    silent = await store.read(lambda tx: [tx.people.is_silent(one.account) for one in crowd])
    assert all(silent) if words == "stop" else not any(silent)


@pytest.mark.parametrize("crowd", [300, pytest.param(5_000, marks=pytest.mark.slice)])
async def test_a_crowd_of_new_accounts_keeps_nobody_we_know_waiting(store: SqliteStore, crowd: int) -> None:
    names = [f"known{n}" for n in range(34)]
    await store.write(lambda tx: register(tx, names))
    known = [asking(name, n, (n + 1) * timedelta(minutes=5)) for n, name in enumerate(names)]
    sybils = [asking(f"sybil{n}", n, n * timedelta(hours=1) / crowd) for n in range(crowd)]
    network = await played(store, known + sybils, hours=2.9)
    waited = sorted(waits(network, known))
    assert len(waited) == len(known) and waited[-1] < 60
    assert busiest(network, 10_800) <= 240  # 80 % of 300
    strangers = [post for _, post in network.said if post.priority is Priority.NEWCOMER]
    assert 150 <= len(strangers) <= 180  # three quarters of it are theirs too


async def test_who_waits_longest_is_told_the_truth(store: SqliteStore) -> None:
    crowd = [asking(f"new{n}", n, timedelta(seconds=n)) for n in range(300)]
    network = await played(store, crowd, hours=7)
    told = [(at, post) for at, post in network.said if post.kind == "waiting"]
    assert 1 <= len(told) <= 8  # a tenth of 80 an hour
    answered = {post.trigger: at for at, post in network.said if post.kind != "waiting"}
    for at, post in told:
        words = post.record["text"]
        number = int("".join(char for char in words if char.isdigit()))
        most = timedelta(hours=number) if "\u00a0h" in words else timedelta(minutes=number)
        assert post.trigger not in answered or answered[post.trigger] <= at + most + timedelta(minutes=1)


async def test_out_of_hours_only_rights_speak_and_the_rest_goes_when_it_opens(store: SqliteStore) -> None:
    courtesy = Courtesy(parse_hours("08:00-10:00"), per_day=4)  # NOW is 09:00
    asked = [asking(f"asker{n}", n, timedelta(minutes=50 + 4 * n)) for n in range(8)]
    stop = asking("asker7", 99, timedelta(hours=3), text="stop")
    network = await played(store, [*asked, stop], hours=50, courtesy=courtesy)
    said = [(post.kind, (at - NOW) // timedelta(hours=1)) for at, post in network.said]
    assert said[:3] == [("count", 0)] * 3  # before ten o'clock
    assert said[3] == ("stop", 3)
    assert said[4:] == [("count", 23)] * 4  # from eight the next day, as many as a day may have; one withdrew


@pytest.mark.long
async def test_on_bluesky_five_thousand_new_accounts_stay_below_the_budget(store: SqliteStore) -> None:
    names = [f"known{n}" for n in range(30)]
    await store.write(lambda tx: register(tx, names))
    known = [asking(name, n, (n + 1) * timedelta(minutes=2)) for n, name in enumerate(names)]
    sybils = [asking(f"sybil{n}", n, n * timedelta(hours=1) / 5_000) for n in range(5_000)]
    network = await played(store, known + sybils, hours=1.2, windows=BLUESKY)
    assert max(waits(network, known)) < 60
    assert busiest(network, 3600) <= 1666 * 0.8


@pytest.mark.parametrize("flood", [0, 600])
async def test_heard_by_the_listener_a_flood_changes_nobodys_place(store: SqliteStore, flood: int) -> None:
    """The real loops beside each other: others are answered in their order, three Posts later at most."""
    others = [asking(f"asker{n}", n, timedelta(0), thread=f"at://asker{n}") for n in range(20)]
    noise = [asking("noise", n, timedelta(0), thread=f"at://noise/{n}") for n in range(flood)]
    every, heard = max(flood // len(others), 1), list[Encounter]()
    for place, other in enumerate(others):
        heard += [*noise[place * every : (place + 1) * every], other]
    network = PaperNetwork(batches=[Batch("s", tuple(heard[n : n + 50]), str(n)) for n in range(0, len(heard), 50)])
    clock, stopping = FixedClock(), asyncio.Event()
    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        hearing = tasks.create_task(listen(store, replace(DESK, network=network), clock))
        speaking = tasks.create_task(Sender(store, network, clock, timedelta(hours=72)).run(stopping))
        seen = store.version
        while sum(post.recipient_id != "did:plc:noise" for post in network.published.values()) < len(others):
            seen = await store.changed(seen)
        hearing.cancel()
        speaking.cancel()
    said = [post.recipient_id.removeprefix("did:plc:") for post in network.published.values()]
    assert [who for who in said if who != "noise"] == [f"asker{n}" for n in range(20)]
    assert said.count("noise") == min(flood, 3)


@pytest.mark.parametrize("platform", [Platform.BLUESKY, Platform.MASTODON])
def test_both_networks_know_how_long_a_crowd_takes(platform: Platform) -> None:
    networks.cache_clear()  # budgets remember
    network = networks()[platform]
    an_hour = int(network.answers_per_hour())
    waits = [network.expected_wait(count, NOW, Priority.KNOWN) for count in (0, 10, an_hour * 2, an_hour * 48)]
    assert waits == sorted(waits) and waits[0] == 0 and waits[1] < 60
    assert 24 * 3600 <= waits[3] <= 48 * 3600  # two days' worth: the first day's may go early, the second's not before
    strangers = network.expected_wait(an_hour * 48, NOW, Priority.NEWCOMER)
    assert strangers > waits[3]
    assert network.used(NOW) == 0.0
    network.spent([NOW] * 100)
    assert 0 < network.used(NOW) < 1 and network.expected_wait(an_hour * 48, NOW, Priority.KNOWN) >= waits[3]
    networks.cache_clear()
