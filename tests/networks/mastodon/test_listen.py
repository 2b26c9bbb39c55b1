"""Nothing that happens is missed, nothing of the past is answered, and one broken list does not stop the others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, Optional

import pytest

from bot.demo.mastodon import MastodonServer
from bot.domain.encounters import Batch, Encounter, Kind, Visibility
from bot.errors import Stopped
from bot.networks.mastodon import Mastodon, listen, paging
from tests.networks.mastodon.conftest import Wall, network_on

QUICK = {"poll_seconds": 0.05, "tag_seconds": 0.05, "budget_share": 0.0}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listen, "FEW_SECONDS", 0.02)
    monkeypatch.setattr(listen, "RING_PAUSE", 0.05)


class Ear:
    """Takes in Batches as the bot does: every URI once, the cursors committed. `before` is the ear of the last run."""

    def __init__(self, batches: AsyncIterator[Batch], before: Optional["Ear"]) -> None:
        self.batches = batches
        self.cursors = dict(before.cursors) if before else {}
        self.known = {e.uri for e in before.past + before.new} if before else set[str]()
        self.past: list[Encounter] = []
        self.new: list[Encounter] = []
        self.sources: list[str] = []
        self.gaps: list[Any] = []

    async def one(self) -> Batch:
        async with asyncio.timeout(10):
            batch = await anext(self.batches)
        fresh = [encounter for encounter in batch.encounters if encounter.uri not in self.known]
        self.known |= {encounter.uri for encounter in fresh}
        (self.past if batch.seen else self.new).extend(fresh)
        self.gaps += [batch.gap] if batch.gap else []
        self.sources.append(batch.source)
        if batch.cursor is not None:
            self.cursors[batch.source] = batch.cursor
        return batch

    async def until(self, count: int) -> list[Encounter]:
        while len(self.new) < count:
            await self.one()
        return self.new

    async def both(self) -> None:
        """Until both lists were read once."""
        while len(self.cursors) < 2:
            await self.one()


@asynccontextmanager
async def listening(network: Mastodon, before: Ear | None = None) -> AsyncIterator[Ear]:
    batches = network.encounters(before.cursors if before else {})
    try:
        yield Ear(batches, before)
    finally:
        await batches.aclose()  # type: ignore[attr-defined]


async def connected(server: MastodonServer, wanted: bool = True) -> None:
    """Until somebody listens to the streams, or nobody does."""
    async with asyncio.timeout(10):
        while bool(server.hub.listeners) is not wanted:  # noqa: ASYNC110 - the server has no event for it
            await asyncio.sleep(0.01)


async def test_a_private_mention_kept_back_by_the_policy_is_heard(server: MastodonServer) -> None:
    alice = server.account("alice")
    network = await network_on(server, **QUICK)
    server.person("qxbot").set_policy(for_private_mentions="filter")
    async with listening(network) as ear:
        await ear.both()
        alice.post("@qxbot trouve", visibility="direct")
        (heard,) = await ear.until(1)
    await network.close()
    assert (heard.kind, heard.visibility, heard.text) == (Kind.MENTION, Visibility.DIRECT, "trouve")


async def test_the_past_is_seen_and_the_present_answered(any_server: MastodonServer) -> None:
    network = await network_on(any_server, **QUICK)
    alice, bob = any_server.account("alice"), any_server.account("bob@far.example")
    before = [alice.post("@qxbot before"), bob.post("before #QuitteX")]
    alice.follow("qxbot")
    async with listening(network) as ear:
        await ear.both()
        after = [alice.post("@qxbot find", visibility="direct"), bob.post("after #QuitteX")]
        bob.follow("qxbot")
        await ear.until(3)
    await network.close()
    assert {encounter.kind for encounter in ear.past} == {Kind.MENTION, Kind.TAG, Kind.FOLLOW}
    assert [uri.rpartition("/")[2] for uri in sorted(e.uri for e in ear.past if e.kind is not Kind.FOLLOW)]
    assert {e.uri.rpartition("/")[2] for e in ear.past} >= set(before)
    assert {(e.kind, e.account.handle.partition("@")[0]) for e in ear.new} == {
        (Kind.MENTION, "alice"), (Kind.TAG, "bob"), (Kind.FOLLOW, "bob"),
    }  # fmt: skip
    assert {e.uri.rpartition("/")[2] for e in ear.new} >= set(after)


async def test_what_comes_during_downtime_is_found_once(any_server: MastodonServer) -> None:
    network = await network_on(any_server, **QUICK)
    alice = any_server.account("alice")
    alice.post("@qxbot long ago")
    async with listening(network) as ear:
        await ear.both()
    posts = {alice.post(f"@qxbot {n}", visibility="direct") for n in range(60)}
    posts |= {alice.post(f"#QuitteX {n}") for n in range(50)}
    async with listening(network, ear) as again:
        await again.until(110)
        for _ in range(2):
            alice.post("@qxbot bye")
            await again.until(len(again.new) + 1)
    await network.close()
    assert {e.uri.rpartition("/")[2] for e in again.new[:110]} == posts
    assert (again.past, again.gaps) == ([], [])


async def test_a_cursor_goes_with_the_last_batch_only(server: MastodonServer) -> None:
    network = await network_on(server, **QUICK)
    alice = server.account("alice")
    async with listening(network) as ear:
        await ear.both()
    for n in range(listen.PER_BATCH + 5):
        alice.post(f"@qxbot {n}")
    async with listening(network, ear) as again:
        first, second = await again.one(), await again.one()
    await network.close()
    assert (len(first.encounters), first.cursor, len(second.encounters)) == (listen.PER_BATCH, None, 5)
    assert second.cursor is not None
    texts = [int(e.text) for e in first.encounters + second.encounters]
    assert texts == sorted(texts)


async def test_what_cannot_be_read_back_is_a_gap(server: MastodonServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST_PAGES", 1)
    network = await network_on(server, **QUICK)
    alice = server.account("alice")
    async with listening(network) as ear:
        await ear.both()
    for n in range(paging.PAGE + 10):
        alice.post(f"@qxbot {n}", created_at=Wall().now() + timedelta(milliseconds=n))
    async with listening(network, ear) as again:
        await again.until(paging.PAGE)
    await network.close()
    (gap,) = again.gaps
    assert (gap.network, gap.source) == ("home", "notifications")
    assert gap.since < gap.until


async def test_a_lost_stream_loses_nothing(any_server: MastodonServer) -> None:
    network = await network_on(any_server, **QUICK)
    alice = any_server.account("alice")
    async with listening(network) as ear:
        await ear.both()
        for n in range(10):
            any_server.hub.drop()
            alice.post(f"@qxbot {n}")
            await ear.until(n + 1)
    await network.close()
    assert [e.text for e in ear.new] == [str(n) for n in range(10)]


async def test_without_any_stream_polling_is_enough(server: MastodonServer) -> None:
    server.faults.add("status", ".*/streaming.*", status=404)
    await server.socket.stop()
    network = await network_on(server, **QUICK)
    async with listening(network) as ear:
        await ear.both()
        server.account("alice").post("@qxbot find")
        await ear.until(1)
    await network.close()
    assert "stream" not in ear.sources


async def test_the_stream_gives_the_first_look_before_any_page(any_server: MastodonServer) -> None:
    network = await network_on(any_server, poll_seconds=60.0, tag_seconds=60.0)
    async with listening(network) as ear:
        await ear.both()
        taken = asyncio.get_running_loop().create_task(ear.until(1))
        await connected(any_server)
        # Every connection is worth a look.
        while len([r for r in any_server.http.requests if r.path.endswith("/notifications")]) < 2:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        any_server.account("alice").post("@qxbot find")
        await taken
    await network.close()
    assert ear.sources[-1] == "stream"


async def test_a_reply_that_names_us_knows_its_thread(any_server: MastodonServer) -> None:
    network = await network_on(any_server, **QUICK)
    alice, bob = any_server.account("alice"), any_server.account("bob")
    async with listening(network) as ear:
        await ear.both()
        root = alice.post("a thread")
        middle = bob.post("@alice more", reply_to=root)
        alice.post("@bob @qxbot find", reply_to=middle)
        carried = alice.post("@qxbot hello")
        bob.post("@alice @qxbot what is this?", reply_to=carried)
        await ear.until(3)
    await network.close()
    told = {e.text: e for e in ear.new}
    host = any_server.url.removeprefix("http://")
    assert told[f"bob@{host} find"].thread.endswith(root)
    assert told[f"bob@{host} find"].addressed
    assert told[f"alice@{host} what is this?"].thread == told["hello"].thread
    assert not told[f"alice@{host} what is this?"].addressed


async def test_without_its_context_a_reply_is_heard_all_the_same(server: MastodonServer) -> None:
    server.faults.add("status", ".*/context", status=503)
    network = await network_on(server, **QUICK)
    alice = server.account("alice")
    async with listening(network) as ear:
        await ear.both()
        alice.post("@qxbot find", reply_to=alice.post("a thread"))
        (encounter,) = await ear.until(1)
    await network.close()
    assert encounter.thread.startswith("status:")


async def test_a_flood_of_replies_is_heard_without_asking_for_each_of_its_threads(server: MastodonServer) -> None:
    asked = server.faults.add("status", ".*/context", status=503)
    network = await network_on(server)
    noise, alice = server.account("noise"), server.account("alice")
    async with listening(network) as ear:
        await ear.both()
        root = alice.post("a thread")
        for number in range(listen.ASKED_OF_ONE + 15):
            noise.post(f"@qxbot find {number}", reply_to=root)
        alice.post("@qxbot find", reply_to=root)
        heard = await ear.until(listen.ASKED_OF_ONE + 16)
    await network.close()
    assert len(heard) == listen.ASKED_OF_ONE + 16
    assert asked.hits == listen.ASKED_OF_ONE + 1  # and one for alice


async def test_a_closed_tag_does_not_close_our_ears(any_server: MastodonServer) -> None:
    any_server.faults.add("status", ".*/timelines/tag/.*", status=401)
    network = await network_on(any_server, **QUICK)
    async with listening(network) as ear:
        while "notifications" not in ear.cursors:
            await ear.one()
        any_server.account("alice").post("@qxbot find")
        await ear.until(1)
    await network.close()
    assert "tag:quittex" not in ear.cursors


async def test_a_server_that_refuses_the_types_is_asked_without(server: MastodonServer) -> None:
    server.faults.add("status", "/api/v1/notifications", status=422, count=1)
    network = await network_on(server, **QUICK)
    alice = server.account("alice")
    async with listening(network) as ear:
        await ear.both()
        server.person("qxbot").post("something")
        alice.favourite(server.person("qxbot").post("likeable"))
        alice.post("@qxbot find")
        await ear.until(1)
    await network.close()
    assert [e.kind for e in ear.new] == [Kind.MENTION]


@pytest.mark.parametrize("kind", ["hang", "drop_answer", "refuse", "status", "rate_limit"])
async def test_faults_of_reading_pass(server: MastodonServer, kind: str) -> None:
    more = {"form": "iso", "seconds": 0.0} if kind == "rate_limit" else {}
    network = await network_on(server, **QUICK | {"request_timeout_seconds": 0.2})
    async with listening(network) as ear:
        await ear.both()
        if kind == "rate_limit":
            more = {"form": "seconds", "seconds": 1}
        server.faults.add(kind, "/api/v1/notifications", count=2, **more)
        server.account("alice").post("@qxbot find")
        await ear.until(1)
        while ear.sources[-1] != "notifications":
            await ear.one()
    await network.close()


async def test_garbage_among_the_notifications_is_passed_over(server: MastodonServer) -> None:
    network = await network_on(server, **QUICK)
    odd = '[{"id":"9","type":"mention","created_at":5,"status":{"id":1,"uri":[],"account":{"acct":{}}}},{"type":1}]'
    async with listening(network) as ear:
        await ear.both()
        server.faults.add("status", "/api/v1/notifications", status=200, body=odd, count=2)
        server.account("alice").post("@qxbot find")
        await ear.until(1)
    await network.close()


async def test_a_dead_token_stops_listening(any_server: MastodonServer) -> None:
    network = await network_on(any_server, **QUICK)
    async with listening(network) as ear:
        await ear.both()
        any_server.person("qxbot").revoke_token()
        any_server.hub.drop()
        with pytest.raises(Stopped):
            while True:
                await ear.one()
    await network.close()


async def test_a_token_too_narrow_for_streams_still_hears(any_server: MastodonServer) -> None:
    any_server.faults.add("status", ".*/streaming/.*", status=401)
    network = await network_on(any_server, **QUICK)
    async with listening(network) as ear:
        await ear.both()
        any_server.account("alice").post("@qxbot find")
        await ear.until(1)
    await network.close()


async def test_a_token_that_may_not_read_notifications_stops(server: MastodonServer) -> None:
    network = await network_on(server, **QUICK)
    server.faults.add("status", "/api/v1/notifications", status=403)
    async with listening(network) as ear:
        with pytest.raises(Stopped, match="notifications"):
            while True:
                await ear.one()
    await network.close()


async def test_sign_ups_are_heard_by_an_admin(any_server: MastodonServer) -> None:
    network = await network_on(any_server, **QUICK)
    any_server.person("qxbot").account.admin = True
    async with listening(network) as ear:
        await ear.both()
        any_server.sign_up("zoe")
        (encounter,) = await ear.until(1)
    await network.close()
    assert encounter.kind is Kind.SIGN_UP
    assert encounter.account.handle.startswith("zoe@")


async def test_leaving_leaves_nothing_behind(any_server: MastodonServer) -> None:
    network = await network_on(any_server, **QUICK)
    before = asyncio.all_tasks()
    async with listening(network) as ear:
        await ear.both()
        taken = asyncio.get_running_loop().create_task(ear.until(1))
        await connected(any_server)
        taken.cancel()
        await asyncio.gather(taken, return_exceptions=True)
    await network.close()
    await connected(any_server, False)
    ours = {task for task in asyncio.all_tasks() - before if "Doorbell" in repr(task)}
    assert not ours
