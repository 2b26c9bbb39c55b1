"""The contract of the Network port: the same promises on every network, local and real."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork
from bot.domain.accounts import Platform
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.lives import Standing
from bot.domain.outbox import Post
from bot.domain.text import Link, Tag
from bot.errors import NotSent, Stopped
from bot.ports import Gate, Network
from tests.contract import worlds_mastodon
from tests.contract.world import Ear, World, answer_to, listening, listing, other_words, removal_of
from tests.contract.worlds_bluesky import NAMED, DemoWorld, NamedWorld, RealWorld

HELLO = ("Bonjour é😀 ", Link("le guide", "https://guide.example/fr"), " ", Tag("QuitteX"))
TRIES = 150
SHORTLY = timedelta(minutes=5)


@asynccontextmanager
async def demo_bluesky(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    async with BlueskyNetwork() as server:
        yield DemoWorld(server)


@asynccontextmanager
async def real_bluesky(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    yield RealWorld.start(request.getfixturevalue("realnet"))


@asynccontextmanager
async def named_bluesky(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    yield NamedWorld.begin()


def _worlds() -> list[Any]:
    """Every World there is; a network adds its own in tests/contract/worlds_<platform>.py as WORLDS."""
    worlds = [
        pytest.param(demo_bluesky, id="demo-bluesky"),
        pytest.param(real_bluesky, id="npm-bluesky", marks=pytest.mark.realnet),
    ]
    if f"{NAMED}_URL" in os.environ:
        worlds.append(pytest.param(named_bluesky, id="real-bluesky"))
    return worlds + worlds_mastodon.WORLDS


@pytest.fixture(params=_worlds())
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    opened: AbstractAsyncContextManager[World] = request.param(request)
    async with opened as made:
        yield made


@pytest.fixture
async def network(world: World, tmp_path: Path) -> AsyncIterator[Network]:
    made = world.network(tmp_path)
    await made.open()
    yield made
    await made.close()


async def started(stack: AsyncExitStack, network: Network) -> Ear:
    """An Ear that has gone through its first start."""
    ear = await stack.enter_async_context(listening(network))
    await ear.until_source_settles("notifications")
    return ear


async def test_opening_says_who_we_are(world: World, network: Network) -> None:
    identity = await network.open()
    assert identity.account.id
    assert identity.account.handle
    assert identity.account.platform is network.platform
    assert not identity.labelled_bot
    await network.label_as_bot()
    assert (await network.open()).labelled_bot


async def test_a_wrong_secret_stops_and_an_absent_server_does_not(world: World, tmp_path: Path) -> None:
    wrong = world.network(tmp_path, secret="not-the-secret")
    with pytest.raises(Stopped):
        await wrong.open()
    await wrong.close()
    absent = world.network(tmp_path, url="http://127.0.0.1:9")
    with pytest.raises(NotSent):
        await absent.open()
    await absent.close()


async def test_what_lies_before_the_first_start_is_seen(world: World, network: Network) -> None:
    alice = await world.person("alice")
    old = await world.mention(alice, "trouve")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        await ear.until(old)
        new = await world.mention(alice, "qui")
        await ear.until(new)
    assert ear.old == {old}


async def test_a_mention_tells_what_an_answer_needs(world: World, network: Network) -> None:
    alice = await world.person("alice")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        uri = await world.mention(alice, "Qui est là ? é😀")
        await ear.until(uri)
    mention = ear.seen[uri]
    assert (mention.network, mention.kind, mention.text) == (network.name, Kind.MENTION, "Qui est là ? é😀")
    assert mention.account.handle.split("@")[0] in alice
    assert mention.account.id
    assert mention.addressed
    assert not mention.reply_to_us
    assert not mention.others_mentioned
    assert not mention.bot
    assert not mention.bridged
    assert mention.languages == ("fr",)
    assert mention.visibility is Visibility.PUBLIC
    assert abs(datetime.now(UTC) - mention.at) < SHORTLY


async def test_tags_and_follows_come_and_chatter_does_not(world: World, network: Network) -> None:
    alice = await world.person("alice")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        noise = await world.chatter(alice, "une belle journée")
        tagged = await world.tagged(alice, "Me voilà")
        await ear.until(tagged)
        await world.follow(alice)
        follow = await ear.one(Kind.FOLLOW)
    assert (ear.seen[tagged].kind, ear.seen[tagged].addressed) == (Kind.TAG, False)
    assert ear.seen[tagged].tags == {"quittex"}
    assert follow.account.id == ear.seen[tagged].account.id
    assert noise not in ear.seen


async def test_an_answer_is_there_once_however_often_it_is_sent(world: World, network: Network) -> None:
    alice = await world.person("alice")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        uri = await world.mention(alice, "trouve")
        await ear.until(uri)
        post = answer_to(network, ear.seen[uri], HELLO)
        assert await network.gate(post) is Gate.OPEN
        assert await network.find(post) is None
        receipt = await network.send(post)
        assert await network.find(post) == receipt
        if not network.must_look(post):
            assert await network.send(post) == receipt
            changed = other_words(network, ear.seen[uri], post, ("Autre chose",))
            assert await network.send(changed) == receipt
    [text] = await world.answers(uri)
    assert "Bonjour é😀" in text
    assert "QuitteX" in text


async def test_an_answer_taken_back_is_gone_however_often_it_is_deleted(world: World, network: Network) -> None:
    alice = await world.person("alice")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        uri = await world.mention(alice, "trouve")
        await ear.until(uri)
        receipt = await network.send(answer_to(network, ear.seen[uri], HELLO))
    removal = removal_of(network, receipt)
    assert not network.must_look(removal)
    assert await network.gate(removal) is Gate.OPEN
    assert network.pace(removal, datetime.now(UTC)) == 0.0
    assert await network.find(removal) is None
    assert await network.send(removal) == await network.find(removal) == await network.send(removal) == receipt
    assert list(await world.answers(uri)) == []


async def test_two_answers_to_one_trigger_are_two(world: World, network: Network) -> None:
    alice = await world.person("alice")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        uri = await world.mention(alice, "trouve")
        await ear.until(uri)
        first, second = (answer_to(network, ear.seen[uri], (kind,), kind) for kind in ("eins", "zwei"))
        one = await network.send(first)
        assert await network.find(second, frozenset({one})) is None
        assert await network.send(second) != one
    assert len(await world.answers(uri)) == 2


def test_a_record_is_the_same_for_the_same_draft(world: World, tmp_path: Path) -> None:
    # The fixture's loop is not needed: composing reaches nobody.
    made = [world.network(tmp_path), world.network(tmp_path)]
    assert made[0].limits_for("") == made[1].limits_for("")


async def test_what_happened_while_we_were_away_is_shown(world: World, network: Network) -> None:
    alice = await world.person("alice")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        before = await world.mention(alice, "trouve")
        await ear.until(before)
    mention, tagged = await world.mention(alice, "qui"), await world.tagged(alice, "Me voilà")
    async with listening(network, ear.cursors) as later:
        await later.until(mention, tagged)
    assert not later.old


async def test_nobody_is_answered_who_left_or_wants_nothing(world: World, network: Network) -> None:
    alice, bob = await world.person("alice"), await world.person("bob")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        deleted, blocked = await world.mention(alice, "trouve"), await world.mention(bob, "trouve")
        await ear.until(deleted, blocked)
    await world.delete(alice, deleted)
    await world.block(bob)
    assert await network.gate(answer_to(network, ear.seen[deleted], HELLO)) is not Gate.OPEN
    assert await network.gate(answer_to(network, ear.seen[blocked], HELLO)) is not Gate.OPEN


async def test_accounts_are_found_by_handle_and_by_id(world: World, network: Network) -> None:
    alice = await world.person("alice")
    found = await network.profile(alice)
    assert found is not None
    assert found.handle.split("@")[0] in alice
    again = await network.profile(found.id)
    assert again is not None
    assert again.id == found.id
    assert await network.profile(f"nobody-{alice}") is None


async def test_how_somebody_is_is_asked_anew_and_a_stranger_may_be_gone(world: World, network: Network) -> None:
    found = await network.profile(await world.person("alice"))
    assert found is not None
    life = await network.life(found)
    assert life.standing is Standing.ACTIVE
    assert life.account is not None
    assert (life.account.id, life.account.handle) == (found.id, found.handle)
    nobody = replace(found, id="did:plc:ewvi7nxzyoun6zhxrhs64oiz", handle="nobody@nowhere.example", url="", local_id="")
    assert (await network.life(nobody)).standing in (Standing.GONE, Standing.UNKNOWN)
    assert network.home == ("" if network.platform is Platform.BLUESKY else found.local_host)


async def test_a_profile_says_what_its_owner_wrote(world: World, network: Network) -> None:
    alice = await world.person("alice")
    account = await network.profile(alice)
    assert account is not None
    words = f"Journaliste. Twitter : https://x.com/alice_{secrets.token_hex(4)}"
    await world.describe(alice, words)
    for _ in range(TRIES):
        portrait = await network.portrait(account)
        if portrait and words in portrait.words:
            break
        await asyncio.sleep(0.2)
    assert portrait is not None and words in portrait.words
    assert portrait.account.id == account.id and not portrait.verified
    assert await network.portrait(replace(account, id=f"{account.id}-gone", handle="", local_id="0")) is None


async def test_who_follows_whom_is_told_or_left_open(world: World, network: Network) -> None:
    names = [await world.person(name) for name in ("alice", "bob", "cat")]
    accounts = [await network.profile(name) for name in names]
    alice, bob, cat = (account for account in accounts if account)
    assert network.relations is not None
    await world.follow_somebody(names[0], names[1])
    await world.follow_somebody(names[0], names[2])
    await world.follow_somebody(names[0], names[2], follow=False)
    told = await network.relations.between(alice, [bob, cat])
    assert told.following[bob.id] is True
    assert told.following.get(cat.id, False) is False
    if told.followed_by:
        assert told.followed_by == {bob.id: False, cat.id: False}
        assert (await network.relations.between(bob, [alice])).followed_by == {alice.id: True}


async def test_a_public_list_holds_who_was_put_on_it(world: World, network: Network) -> None:
    if network.lists is None:
        assert network.platform is Platform.MASTODON
        return
    alice, bob = [await world.person(name) for name in ("alice", "bob")]
    people = [account for account in [await network.profile(name) for name in (alice, bob)] if account]
    lists, at = network.lists, datetime(2027, 1, 20, 12, tzinfo=UTC)
    await network.send(listing(network, lists.head("QuitteX", "Qui veut être nommé", at)))
    entries = [listing(network, lists.entry(account.id, at)) for account in people]
    for entry in entries:
        assert await network.find(entry) is None
        assert await network.gate(entry) is Gate.OPEN
        assert await network.send(entry) == await network.send(entry) == await network.find(entry)
    assert await lists.places() == {lists.place(account.id) for account in people}
    assert sorted(await world.on_the_list()) == sorted([alice, bob])
    removal = listing(network, lists.removal(lists.place(people[0].id)))
    assert await network.find(removal) is None
    assert await network.send(removal) == await network.send(removal) == await network.find(removal)
    assert await lists.places() == {lists.place(people[1].id)}
    assert list(await world.on_the_list()) == [bob]
    assert await network.send(entries[0]) == await network.find(entries[0])  # somebody who comes back


@pytest.mark.parametrize("world", [pytest.param(demo_bluesky, id="demo-bluesky")], indirect=True)
async def test_a_private_message_is_answered_in_private(world: World, network: Network) -> None:
    """Only where private messages are not posts; the npm network has none."""
    alice = await world.person("alice")
    await world.message(alice, "un vieux message")
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        await ear.until_source_settles("chat")
        await world.message(alice, "trouve")
        while "trouve" not in {encounter.text for encounter in ear.seen.values()}:
            ear.take(await anext(ear.batches))
    message = next(encounter for encounter in ear.seen.values() if encounter.text == "trouve")
    assert {ear.seen[uri].text for uri in ear.old} == {"un vieux message"}
    assert (message.kind, message.visibility, message.addressed) == (Kind.MESSAGE, Visibility.DIRECT, True)
    post = answer_to(network, message, HELLO)
    assert network.must_look(post)
    assert await network.gate(post) is Gate.OPEN
    assert await network.find(post) is None
    receipt = await network.send(post)
    assert await network.find(post) == receipt
    assert await network.find(replace(post, id=2), frozenset({receipt})) is None
    [text] = await world.messages(alice)
    assert text == "Bonjour é😀 le guide #QuitteX"
    removal = removal_of(network, receipt)  # of a message only our own copy goes
    assert not network.must_look(removal)
    assert await network.send(removal) == await network.send(removal) == receipt
    assert await network.find(post) is None


IN_PRIVATE = [pytest.param(demo_bluesky, id="demo-bluesky"), *worlds_mastodon.WORLDS]


@pytest.mark.parametrize("world", IN_PRIVATE, indirect=True)
async def test_a_post_is_answered_in_private_where_its_author_wants_that(world: World, network: Network) -> None:
    """On Mastodon by a direct status below it, on Bluesky in the chat; once, and not once the post is gone."""
    alice, in_chat = await world.person("alice"), network.platform is Platform.BLUESKY
    if in_chat:
        await world.message(alice, "bonjour")  # nobody who has not written to us gets a message
    async with AsyncExitStack() as stack:
        ear = await started(stack, network)
        uri, other = await world.mention(alice, "trouve"), await world.mention(alice, "qui")
        await ear.until(uri, other)
    post, gone = (privately(network, ear.seen[where], in_chat=in_chat) for where in (uri, other))
    assert network.must_look(post)
    assert await network.gate(post) is Gate.OPEN
    assert await network.find(post) is None
    receipt = await network.send(post)
    assert await network.find(post) == receipt
    assert await network.find(gone, frozenset({receipt})) is None
    [text] = await (world.messages(alice) if in_chat else world.answers(uri))
    assert "Bonjour é😀" in text
    assert len(await world.answers(uri)) == (0 if in_chat else 1)
    await world.delete(alice, other)
    assert await network.gate(gone) is not Gate.OPEN


def privately(network: Network, met: Encounter, *, in_chat: bool) -> Post:
    """The Post that answers a public Encounter in private."""
    reply = network.private_to(met.account) if in_chat else met.reply
    return answer_to(network, replace(met, visibility=Visibility.DIRECT, reply=reply), HELLO)
