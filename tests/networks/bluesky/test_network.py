"""The parts together: budgets, looks, and what the admin is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person, service, tokens
from bot.domain.accounts import Platform
from bot.domain.encounters import Visibility
from bot.domain.outbox import Draft, Post, Priority, State, derive_key
from bot.domain.text import Limits, Mention
from bot.errors import NotSent, Refused
from bot.networks.bluesky import Bluesky
from bot.ports import Gate
from tests.networks.bluesky.conftest import HandClock, Make

NOON = datetime(2027, 1, 20, 12, tzinfo=UTC)


def owed(network: Bluesky, trigger: str, **reply: object) -> Post:
    draft = Draft(derive_key(trigger, "find"), ("Bonjour",), "fr", Visibility.PUBLIC, NOON, trigger, reply=reply)
    return Post(1, draft.key, network.name, "find", State.READY, trigger, network.compose(draft), NOON)


async def test_who_we_are(network: Bluesky, bot: Person) -> None:
    identity = await network.open()
    assert (identity.account.platform, identity.account.id) == (Platform.BLUESKY, bot.did)
    assert (identity.account.handle, identity.account.display_name) == ("quittex.test", "QuitteX")
    assert (identity.rights, identity.private_messages) == (("posts", "private messages"), True)
    assert identity.notes == ()
    assert network.limits_for("anybody.test") == Limits(300, 3000, None)


async def test_an_app_password_without_messages_is_told_and_never_tried(
    server: BlueskyNetwork, networks: Make, alice: Person, bot: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "ACCESS", "com.atproto.appPass")
    monkeypatch.setattr(service, "ACCESS", "com.atproto.appPass")
    network: Bluesky = networks()
    identity = await network.open()
    assert (identity.rights, identity.private_messages) == (("posts",), False)
    assert "private messages" in identity.notes[0]
    post = owed(network, "chat:c/m", convo="c", after="m")
    with pytest.raises(Refused):
        await network.send(post)
    assert await network.gate(post) is Gate.CLOSED
    assert not [seen for seen in server.http.requests if "chat.bsky" in seen.path]


async def test_before_the_appview_knows_us(server: BlueskyNetwork, networks: Make, bot: Person) -> None:
    server.faults.add("status", path=".*getProfiles", status=400, body='{"error":"InvalidRequest","message":"m"}')
    identity = await networks().open()
    assert (identity.account.id, identity.account.handle) == (bot.did, "quittex.test")


async def test_our_budget_is_counted_by_ourselves(networks: Make) -> None:
    network: Bluesky = networks()
    post = owed(network, "announcement:x")
    network.spent(NOON - timedelta(seconds=n) for n in range(1333))
    assert network.pace(post, NOON) > 0
    assert network.pace(post, NOON + timedelta(hours=1)) == 0.0
    assert network.budgets() == ["5000 points in 1 h", "35000 points in 24 h"]


async def test_few_people_are_called_out_of_the_blue_in_an_hour(server: BlueskyNetwork, networks: Make) -> None:
    server.faults.add("status", path=".*chat.bsky.*", status=501, body='{"error":"MethodNotImplemented"}')
    network: Bluesky = networks()
    assert not (await network.open()).private_messages
    text = (Mention("alice.test", "did:plc:alice"), " Bonjour")
    draft = Draft(derive_key("digest:1:x", "digest"), text, "fr", Visibility.PUBLIC, NOON, "digest:1:x")
    call = replace(owed(network, "announcement:x"), record=network.compose(draft), priority=Priority.DIGEST)
    assert (network.pace(call, NOON), network.digests_per_hour()) == (0.0, 10.0)
    network.spent([NOON] * 10)
    assert (network.pace(call, NOON), network.pace(owed(network, "announcement:x"), NOON)) == (3600.0, 0.0)


async def test_what_the_server_says_of_waiting_holds_for_all(
    server: BlueskyNetwork, network: Bluesky, clock: HandClock
) -> None:
    post = owed(network, "announcement:x")
    server.faults.add("rate_limit", path=".*putRecord", form="bluesky", seconds=90, count=1)
    with pytest.raises(NotSent):
        await network.send(post)
    assert 85 < network.pace(post, clock.now()) <= 91
    clock.turn(seconds=92)
    assert network.pace(post, clock.now()) == 0.0
    assert await network.send(post) == await network.find(post)


async def test_only_messages_are_looked_for_first(network: Bluesky) -> None:
    assert not network.must_look(owed(network, "announcement:x"))
    assert network.must_look(owed(network, "chat:c/m", convo="c", after="m"))


async def test_a_message_whose_fate_is_unknown_gets_its_time(
    server: BlueskyNetwork, network: Bluesky, alice: Person, bot: Person, clock: HandClock
) -> None:
    alice.message(bot, "trouve")
    convo = next(iter(server.chat.convos.values()))
    post = owed(network, "chat:x", convo=convo.id, after=convo.messages[-1].id)
    assert await network.find(post) is None
    unknown = replace(post, state=State.UNKNOWN, attempts=1, last_try=clock.now())
    with pytest.raises(NotSent) as caught:
        await network.find(unknown)
    assert 0 < caught.value.wait <= 3.0
    clock.turn(seconds=3.1)
    assert await network.find(unknown) is None
    receipt = await network.send(post)
    assert await network.find(replace(unknown, last_try=clock.now())) == receipt


async def test_many_handles_at_once(network: Bluesky, alice: Person) -> None:
    found = await network.resolve(["alice.test", "nobody.test"])
    assert found["nobody.test"] is None
    assert found["alice.test"] == await network.profile(alice.did)
