"""One person seen through a bridge is one person, one post seen twice is one post, and gets one answer."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions.deliver import next_post
from bot.actions.receive import ANSWERED, SEEN, receive
from bot.demo.bluesky import BlueskyNetwork
from bot.demo.mastodon import MASTODON, MastodonServer
from bot.domain.accounts import Account, Platform
from bot.domain.bridges import home_of
from bot.domain.courtesy import Courtesy
from bot.domain.effects import Why
from bot.domain.encounters import Encounter, Kind
from bot.domain.outbox import State
from bot.domain.proof import Method, fresh
from bot.loops.listen import listen
from bot.networks.bluesky import Bluesky
from bot.networks.mastodon import Mastodon
from bot.ports import Network, Snapshot, Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK
from tests.contract.world import SystemClock
from tests.contract.worlds_bluesky import settings as sky_settings
from tests.contract.worlds_mastodon import settings as tusk_settings
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, SECOND, a_mention, bluesky, mastodon

TUSK = replace(DESK, network=PaperNetwork("tusk", Platform.MASTODON))
SKY = replace(DESK, network=PaperNetwork("sky", Platform.BLUESKY))

ANN = bluesky("ann")
ANN_COPY = Account(
    Platform.MASTODON, f"https://bsky.brid.gy/ap/{ANN.id}", f"{ANN.handle}@bsky.brid.gy", "", "7", "tusk.example"
)
POST = f"at://{ANN.id}/app.bsky.feed.post/3k"
POST_COPY = f"https://bsky.brid.gy/convert/ap/{POST}"

ZOE = mastodon("zoe")
ZOE_COPY = Account(Platform.BLUESKY, "did:plc:copy", "zoe.m.example.ap.brid.gy")
STATUS, PAGE = "https://m.example/users/zoe/statuses/1", "https://m.example/@zoe/1"
STATUS_COPY = "at://did:plc:copy/app.bsky.feed.post/3k"


def on_sky(**more: object) -> Encounter:
    return a_mention(POST, **{"network": "sky", "account": ANN, "text": "combien", "addressed": True, **more})


def on_tusk(**more: object) -> Encounter:
    """The same post in the fediverse, as Mastodon shows it."""
    home = home_of(ANN_COPY)
    assert home is not None
    seen = {"network": "tusk", "account": home, "via": ANN_COPY, "names": (POST,), "reply": {"acct": ANN_COPY.handle}}
    return a_mention(POST_COPY, **{**seen, "text": "combien", "addressed": True, **more})


def zoe_on_tusk(**more: object) -> Encounter:
    seen = {"network": "tusk", "account": ZOE, "names": (PAGE,)}
    return a_mention(STATUS, **{**seen, "text": "combien", "addressed": True, **more})


def zoe_on_sky(**more: object) -> Encounter:
    """The same post on Bluesky."""
    home = home_of(ZOE_COPY, PAGE)
    assert home is not None
    seen = {"network": "sky", "account": home, "via": ZOE_COPY, "names": (PAGE,)}
    return a_mention(STATUS_COPY, **{**seen, "text": "combien", "addressed": True, **more})


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    for network in ("sky", "tusk"):
        await opened.write(lambda tx, name=network: tx.inbox.first_start(name, NOW - SECOND))
    yield opened
    await opened.close()


async def took(store: SqliteStore, encounter: Encounter) -> str:
    desk = TUSK if encounter.network == "tusk" else SKY
    return await store.write(lambda tx: receive(tx, encounter, desk, NOW))


async def owed(store: SqliteStore) -> list[str]:
    return [row.network for row in await store.read(lambda tx: tx.outbox.rows())]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("pair", [(on_sky, on_tusk), (zoe_on_tusk, zoe_on_sky)])
async def test_one_post_in_two_places_gets_one_answer_whichever_comes_first(
    store: SqliteStore, pair: tuple[type[Encounter], type[Encounter]], turned: bool
) -> None:
    first, second = (make() for make in (reversed(pair) if turned else pair))
    assert [await took(store, one) for one in (first, second, first, second)] == [ANSWERED, Why.COPY, SEEN, SEEN]
    assert await owed(store) == [first.network]


async def test_an_answer_through_a_bridge_calls_the_copy_and_is_for_the_person(store: SqliteStore) -> None:
    await took(store, on_tusk())
    post = await store.write(lambda tx: next_post(tx, "tusk", Platform.MASTODON, NOW, timedelta(hours=72)))
    assert post is not None and post.recipient_id == ANN.id


@pytest.mark.parametrize("turned", [False, True])
async def test_what_died_half_way_took_nothing_and_either_copy_is_answered(store: SqliteStore, turned: bool) -> None:
    first, second = (on_tusk(), on_sky()) if turned else (on_sky(), on_tusk())

    def die(tx: Transaction) -> None:
        receive(tx, first, TUSK if turned else SKY, NOW)
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        await store.write(die)
    assert await owed(store) == []
    assert [await took(store, one) for one in (second, first)] == [ANSWERED, Why.COPY]


async def test_two_posts_of_one_person_get_two_answers(store: SqliteStore) -> None:
    other = f"{POST[:-2]}4k"
    assert await took(store, on_sky()) == ANSWERED
    assert await took(store, replace(on_tusk(), uri=f"{POST_COPY[:-2]}4k", names=(other,))) == ANSWERED


async def test_a_tag_that_earned_nothing_leaves_the_mention_its_answer(store: SqliteStore) -> None:
    assert await took(store, on_tusk(kind=Kind.TAG, tags=frozenset({"quittex"}))) == Why.NOT_REGISTERED
    assert await took(store, on_sky()) == ANSWERED
    assert await took(store, replace(on_tusk(kind=Kind.TAG), uri=f"{POST_COPY}#again")) == Why.COPY


async def test_a_rehearsal_takes_no_answer_from_anybody(store: SqliteStore) -> None:
    await store.write(lambda tx: receive(tx, on_tusk(), replace(TUSK, rehearsal=True), NOW))
    assert await took(store, on_sky()) == ANSWERED
    states = [row.state for row in await store.read(lambda tx: tx.outbox.rows())]
    assert sorted(states) == [State.HELD, State.READY]


async def test_stop_through_the_bridge_silences_the_person(store: SqliteStore) -> None:
    assert await took(store, on_tusk(text="stop")) == ANSWERED
    assert await store.read(lambda tx: tx.people.is_silent(ANN))
    assert await took(store, replace(on_sky(), uri="at://did:plc:ann/app.bsky.feed.post/later")) == Why.SILENCED


async def test_a_wish_for_silence_in_a_copy_is_obeyed(store: SqliteStore) -> None:
    await took(store, on_tusk(text="combien"))
    assert await took(store, on_sky(text="stop")) == Why.COPY
    assert await store.read(lambda tx: tx.people.is_silent(ANN))


async def test_silence_asked_for_after_the_answer_was_written_holds_at_sending(store: SqliteStore) -> None:
    await took(store, on_tusk())
    await store.write(lambda tx: tx.people.silence(ANN, True, NOW))
    post = await store.write(lambda tx: next_post(tx, "tusk", Platform.MASTODON, NOW, timedelta(hours=72)))
    assert post is None


async def test_limits_are_the_persons_wherever_they_ask(store: SqliteStore) -> None:
    outcomes = [
        await took(store, replace(make(), uri=f"{make().uri}{turn}", names=()))
        for turn in range(2)
        for make in (on_sky, on_tusk)
    ]
    assert outcomes.count(ANSWERED) == 3
    assert Why.TOO_MANY in outcomes


async def test_somebody_registered_is_known_through_the_bridge(store: SqliteStore) -> None:
    def register(tx: Transaction) -> None:
        for number, account in enumerate((ANN, replace(ZOE, url=""))):
            person = tx.people.register(number + 1, "", "fr", NOW)
            tx.people.prove(person.id, account, fresh(Method.CODE, NOW), NOW)

    await store.write(register)
    for seen in (on_tusk(text="privé"), zoe_on_sky(text="privé")):
        assert await took(store, seen) == ANSWERED
    consents = [(await store.read(lambda tx, n=number: tx.people.by_x(n))).consent for number in (1, 2)]  # type: ignore[union-attr]
    assert [consent.named for consent in consents] == [False, False]
    counts = await store.read(lambda tx: (tx.tallies.now(), tx.tallies.recount()))
    assert {name: counts[0].get(name, 0) for name in counts[1]} == counts[1]
    assert (counts[1]["people"], counts[1]["accounts:bluesky"], counts[1]["accounts:mastodon"]) == (2, 1, 1)


async def test_voices_and_arrivals_are_counted_once(store: SqliteStore) -> None:
    tagged = {"kind": Kind.TAG, "tags": frozenset({"quittex"})}
    await took(store, on_sky(**tagged))
    await took(store, on_tusk(**tagged))
    for network, via in (("sky", None), ("tusk", ANN_COPY)):
        follow = Encounter(network, Kind.FOLLOW, f"follow:{network}", ANN, NOW, via=via)
        await took(store, follow)
    counts = await store.read(lambda tx: tx.tallies.now())
    assert (counts["voices"], counts["arrivals"]) == (1, 1)


@pytest.mark.parametrize("ours", [{ANN.id}, {ZOE.url}, {ZOE.handle}])
async def test_our_own_copies_are_never_answered(store: SqliteStore, ours: set[str]) -> None:
    seen = on_tusk() if ANN.id in ours else zoe_on_sky()
    desk = replace(TUSK if ANN.id in ours else SKY, ourselves=frozenset(ours))
    assert await store.write(lambda tx: receive(tx, seen, desk, NOW)) == Why.OURSELVES
    assert await owed(store) == []


async def test_erasure_reaches_what_was_seen_through_the_bridge(store: SqliteStore) -> None:
    await took(store, on_tusk(text="oublie-moi"))
    await took(store, Encounter("tusk", Kind.FOLLOW, f"follow:{ANN_COPY.id}", ANN, NOW, via=ANN_COPY))

    def forget(tx: Transaction) -> tuple[int, list[str]]:
        tx.inbox.drop_before(NOW + timedelta(days=31))
        tx.rights.erase(ANN, NOW, whole=True)
        rows = tx.session.execute("SELECT uri FROM inbox").fetchall()  # type: ignore[attr-defined]
        return len(rows), [uri for (uri,) in rows if ANN.id in uri]

    assert await store.write(forget) == (2, [])


@pytest.mark.parametrize("denied", ["brid.gy", "bsky.brid.gy"])
async def test_an_admin_who_does_not_trust_the_bridge_denies_it(store: SqliteStore, denied: str) -> None:
    desk = replace(TUSK, courtesy=Courtesy(denied=frozenset({denied})))
    assert await store.write(lambda tx: receive(tx, on_tusk(text="stop"), desk, NOW)) == Why.DENIED
    assert not await store.read(lambda tx: tx.people.is_silent(ANN)), "its operator could say so in anybody's name"
    assert await took(store, replace(on_sky(), uri=f"{POST}9")) == ANSWERED


async def test_a_copy_of_nobody_knows_whom_is_not_answered(store: SqliteStore) -> None:
    assert await took(store, on_tusk(account=mastodon("x", "bird.makeup"), via=None, bridged=True)) == Why.BRIDGED


async def test_a_copy_is_never_a_second_account(store: SqliteStore) -> None:
    def link(tx: Transaction) -> list[str]:
        person = tx.people.register(1, "", "fr", NOW).id
        tx.people.link(person, ANN, 4, "test", NOW)
        tx.people.link(person, ANN_COPY, 4, "test", NOW)
        found = tx.people.find(ANN_COPY)
        assert found is not None
        return [one.account.id for one in found.links]

    assert await store.write(link) == [ANN.id]


async def test_through_two_networks_and_the_bridge_between_them(store: SqliteStore, tmp_path: Path) -> None:
    async with BlueskyNetwork() as sky, MastodonServer(MASTODON, domain="m.example") as tusk:
        sky_bot, tusk_bot = sky.account("quittex.test"), tusk.account("quittex")
        sky_bot.allow_messages("all")
        ann, zoe = sky.account("ann.test"), tusk.account("zoe")
        ann_copy, zoe_copy = tusk.account("ann.test@bsky.brid.gy"), sky.account("zoe.m.example.ap.brid.gy")
        ann_copy.be_copy_of(f"https://bsky.brid.gy/ap/{ann.did}")
        settings = sky_settings(sky.url, sky.jetstream.url, sky_bot.handle, sky_bot.password)
        networks: list[Network] = [
            Bluesky("sky", settings, session_file=tmp_path / "session", clock=SystemClock()),
            Mastodon("tusk", tusk_settings(tusk.url, tusk_bot.token), clock=SystemClock()),
        ]
        ours = {name for network in networks for name in _names((await network.open()).account)}
        async with asyncio.TaskGroup() as tasks:
            desks = [replace(DESK, network=network, ourselves=frozenset(ours)) for network in networks]
            hearing = [tasks.create_task(listen(store, desk, SystemClock())) for desk in desks]
            await until(store, lambda tx: all("notifications" in tx.inbox.cursors(name) for name in ("sky", "tusk")))
            post = ann.post("@quittex.test combien", langs=["fr"])
            await until(store, outcomes("sky", ANSWERED))
            ann_copy.post("@quittex combien", uri=f"https://bsky.brid.gy/convert/ap/{post}")
            await until(store, outcomes("tusk", Why.COPY))
            status = tusk.entities.status(tusk.world.statuses[zoe.post("@quittex stop")], None)
            await until(store, outcomes("tusk", Why.COPY, ANSWERED))
            zoe_copy.post("@quittex.test stop", original=str(status["url"]))
            await until(store, outcomes("sky", ANSWERED, Why.COPY))
            zoe_copy.post("@quittex.test combien", original=str(status["url"]) + "0")
            await until(store, outcomes("sky", ANSWERED, Why.COPY, Why.SILENCED))
            for task in hearing:
                task.cancel()
        for network in networks:
            await network.close()
    assert sorted(await owed(store)) == ["sky", "tusk"]


def _names(account: Account) -> set[str]:
    return {account.id, account.url, account.handle} - {""}


def outcomes(network: str, *expected: str) -> Callable[[Snapshot], bool]:
    return lambda tx: tx.inbox.outcomes(network) == Counter(map(str, expected))


async def until(store: SqliteStore, true: Callable[[Snapshot], bool]) -> None:
    async with asyncio.timeout(25.0):
        while not await store.read(true):  # noqa: ASYNC110 - what it waits for is in the database
            await asyncio.sleep(0.02)
