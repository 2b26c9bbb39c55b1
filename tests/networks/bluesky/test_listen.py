"""All sources side by side: the first start, the return after downtime, and each source without the others."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.domain.encounters import Batch, Encounter, Kind
from bot.errors import Stopped
from bot.networks.bluesky import Bluesky, errors
from bot.networks.bluesky import scan as scan_module
from bot.networks.bluesky import stream as stream_module
from bot.networks.bluesky.jetstream import Cursor
from tests.networks.bluesky.conftest import HandClock, Make, become

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream_module, "LONGEST_BACK_OFF", 0.05)
    monkeypatch.setattr(stream_module, "QUIET", 0.05)
    monkeypatch.setattr(errors, "UNREACHABLE_WAIT", 0.05)


class Heard:
    """What came, as the inbox would keep it: the first telling of each URI."""

    def __init__(self, batches: AsyncIterator[Batch]) -> None:
        self._batches = batches
        self.batches: list[Batch] = []
        self.first: dict[str, tuple[Encounter, Batch]] = {}
        self.cursors: dict[str, str] = {}

    async def step(self) -> Batch:
        batch = await anext(self._batches)
        self.batches.append(batch)
        for encounter in batch.encounters:
            self.first.setdefault(encounter.uri, (encounter, batch))
        if batch.cursor is not None:
            self.cursors[batch.source] = batch.cursor
        return batch

    async def until(self, *uris: str) -> None:
        while not set(uris) <= set(self.first):
            await self.step()

    async def scans(self, count: int) -> None:
        while sum(batch.source == "notifications" and not batch.seen for batch in self.batches) < count:
            await self.step()

    def seen(self, uri: str) -> bool:
        return self.first[uri][1].seen


@asynccontextmanager
async def hearing(network: Bluesky, since: Mapping[str, str] | None = None) -> AsyncIterator[Heard]:
    async with aclosing(network.encounters(since or {})) as batches:
        yield Heard(batches)


def ask(who: Person, bot: Person, words: str = "trouve", **more: Any) -> str:
    return who.post(f"@{bot.handle} {words}", **more)


async def test_the_first_start_owes_only_what_comes_after_it(network: Bluesky, alice: Person, bot: Person) -> None:
    old = [ask(alice, bot), ask(alice, bot, created_at=LONG_AGO), alice.follow(bot)]
    async with hearing(network) as heard:
        first = await heard.step()
        assert (first.source, first.encounters) == ("jetstream", ())
        assert Cursor.load(first.cursor) is not None
        await heard.scans(1)
        new = ask(alice, bot)
        await heard.until(new, *old)
    assert [heard.seen(uri) for uri in (*old, new)] == [True, True, True, False]
    assert set(heard.cursors) >= {"jetstream", "notifications"}


@pytest.mark.parametrize("hours", [-5, 5])
async def test_a_wrong_clock_of_ours_changes_nothing(
    networks: Make, clock: HandClock, alice: Person, bot: Person, hours: int
) -> None:
    clock.turn(hours=hours)
    network: Bluesky = networks()
    await network.open()
    old = ask(alice, bot)
    await asyncio.sleep(2.0)  # a server tells its time in whole seconds: what is that close to the start is either
    async with hearing(network) as heard:
        await heard.scans(1)
        new = ask(alice, bot)
        await heard.until(old, new)
        assert abs(heard.first[new][0].at - clock.now()) < timedelta(minutes=5)
    assert [heard.seen(old), heard.seen(new)] == [True, False]


async def test_an_author_is_known_with_the_encounter(server: BlueskyNetwork, network: Bluesky, bot: Person) -> None:
    zoe = server.account("zoe.test", "Zoé", description="#nobot")
    zoe.set_profile(labels=["bot"])
    async with hearing(network) as heard:
        await heard.scans(1)
        uri = ask(zoe, bot)
        await heard.until(uri)
    made = heard.first[uri][0]
    assert (made.account.handle, made.account.display_name, made.bio, made.bot) == ("zoe.test", "Zoé", "#nobot", True)


async def test_a_profile_with_its_x_account(server: BlueskyNetwork, network: Bluesky, alice: Person) -> None:
    async with hearing(network) as heard:
        await heard.scans(1)
        alice.set_profile(description="anciennement @alice sur X")
        while not any(encounter.kind is Kind.PROFILE for encounter, _ in heard.first.values()):
            await heard.step()
    [made] = [encounter for encounter, _ in heard.first.values() if encounter.kind is Kind.PROFILE]
    assert (made.bio, made.account.handle) == ("anciennement @alice sur X", "alice.test")


async def test_without_the_stream_the_notifications_answer(
    server: BlueskyNetwork, network: Bluesky, alice: Person, bot: Person
) -> None:
    server.jetstream.refuse_with = 503
    async with hearing(network) as heard:
        await heard.scans(1)
        uri = ask(alice, bot)
        await heard.until(uri)
    assert heard.first[uri][1].source == "notifications"


async def test_without_the_appview_the_stream_waits_and_loses_nothing(
    server: BlueskyNetwork, networks: Make, alice: Person, bot: Person
) -> None:
    network: Bluesky = networks(scan_seconds=60.0)
    await network.open()
    async with hearing(network) as heard:
        await heard.scans(1)
        fault = server.faults.add("status", path=".*getProfiles", status=502)
        uri = ask(alice, bot)
        waiting = asyncio.get_running_loop().create_task(heard.until(uri))
        await become(lambda: fault.hits > 0)
        assert uri not in heard.first
        server.faults.clear()
        await waiting
    assert heard.first[uri][0].account.handle == "alice.test"


async def test_after_downtime_the_stream_tells_the_true_time(
    network: Bluesky, alice: Person, bot: Person, clock: HandClock
) -> None:
    async with hearing(network) as heard:
        await heard.scans(1)
        await heard.until(ask(alice, bot))
    forged = ask(alice, bot, "antidaté", created_at=LONG_AGO)
    async with hearing(network, heard.cursors) as later:
        await later.until(forged)
        await later.scans(1)
    made, batch = later.first[forged]
    assert batch.source == "jetstream"
    assert not batch.seen
    assert abs(clock.now() - made.at) < timedelta(minutes=1)


async def test_a_forged_date_is_corrected_by_the_last_complete_scan(
    server: BlueskyNetwork, networks: Make, alice: Person, bot: Person, clock: HandClock
) -> None:
    network: Bluesky = networks(jetstream=())
    await network.open()
    async with hearing(network) as heard:
        await heard.scans(2)
        forged = ask(alice, bot, created_at=LONG_AGO)
        await heard.until(forged)
    assert abs(clock.now() - heard.first[forged][0].at) < timedelta(minutes=1)


async def test_a_scan_that_did_not_reach_the_end_dates_nothing(
    networks: Make, alice: Person, bot: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_module, "PAGES", 1)
    monkeypatch.setattr(scan_module, "PAGE", 2)
    network: Bluesky = networks(jetstream=())
    await network.open()
    old = ask(alice, bot, created_at=LONG_AGO)
    newer = [ask(alice, bot, str(n)) for n in range(2)]
    async with hearing(network) as heard:
        await heard.scans(1)
        assert set(heard.first) == set(newer)
        alice.delete(newer[0])  # and the old one comes into sight
        await heard.until(old)
    assert heard.first[old][0].at == LONG_AGO
    assert "partial" in {batch.cursor for batch in heard.batches}


async def test_a_scan_tells_nothing_twice(network: Bluesky, alice: Person, bot: Person) -> None:
    async with hearing(network) as heard:
        await heard.scans(1)
        await heard.until(ask(alice, bot))
        await heard.scans(4)
    told = [e.uri for batch in heard.batches if batch.source == "notifications" for e in batch.encounters]
    assert len(told) == len(set(told)) <= 1


async def test_a_reconnection_is_worth_a_scan(
    server: BlueskyNetwork, networks: Make, alice: Person, bot: Person
) -> None:
    network: Bluesky = networks(scan_seconds=3600.0)
    await network.open()
    async with hearing(network) as heard:
        await heard.scans(1)
        waiting = asyncio.get_running_loop().create_task(heard.scans(2))
        await become(lambda: server.jetstream.connections > 0)
        await server.jetstream.drop_clients()
        await waiting


async def test_a_gap_is_told_and_filled_from_the_search(
    server: BlueskyNetwork, network: Bluesky, alice: Person, bot: Person, clock: HandClock
) -> None:
    async with hearing(network) as heard:
        await heard.scans(1)
        await heard.until(ask(alice, bot))
    here = Cursor(server.jetstream.url, 1, Cursor.at(clock.now()).micros)
    lost = alice.post("perdu #quittex")
    alice.post("chatter")
    server.jetstream.floor = server.jetstream.seq
    since = heard.cursors | {"jetstream": here.dump()}
    async with hearing(network, since) as later:
        await later.until(lost)
    [gap] = [batch.gap for batch in later.batches if batch.gap]
    assert (gap.network, gap.source) == ("bluesky", "jetstream")
    assert gap.since < gap.until
    assert later.first[lost][0].kind is Kind.TAG


async def test_private_messages_from_the_first_start_on(network: Bluesky, alice: Person, bot: Person) -> None:
    alice.message(bot, "avant")
    async with hearing(network) as heard:
        while "chat" not in heard.cursors:
            await heard.step()
        alice.message(bot, "trouve")
        while len(heard.first) < 2:
            await heard.step()
    alice.message(bot, "encore")
    async with hearing(network, heard.cursors) as later:
        while not any(e.text == "encore" for e, _ in later.first.values()):
            await later.step()
    assert {e.text: batch.seen for e, batch in heard.first.values()} == {"avant": True, "trouve": False}
    assert {e.text for e, batch in later.first.values() if batch.seen} == set()


async def test_without_chat_the_rest_goes_on_and_nobody_is_bothered(
    server: BlueskyNetwork, network: Bluesky, alice: Person, bot: Person
) -> None:
    server.faults.add("status", path=".*chat.bsky.*", status=501, body='{"error":"MethodNotImplemented"}')
    async with hearing(network) as heard:
        await heard.scans(4)
        await heard.until(ask(alice, bot))
    asked = [seen for seen in server.http.requests if "chat.bsky" in seen.path]
    assert len(asked) == 2  # one of them at the login


async def test_a_dead_account_stops_listening(
    network: Bluesky, alice: Person, bot: Person, server: BlueskyNetwork
) -> None:
    async with hearing(network) as heard:
        await heard.scans(1)
        fault = '{"error":"AccountTakedown","message":"m"}'
        server.faults.add("status", path=".*listNotifications", status=401, body=fault)
        with pytest.raises(Stopped):
            await heard.scans(9)


async def test_leaving_ends_everything(network: Bluesky) -> None:
    before = asyncio.all_tasks()
    async with hearing(network) as heard:
        await heard.scans(1)
        assert len(asyncio.all_tasks()) > len(before)
    await asyncio.sleep(0.05)
    assert not {task for task in asyncio.all_tasks() - before if "listen" in repr(task) or "stream" in repr(task)}
