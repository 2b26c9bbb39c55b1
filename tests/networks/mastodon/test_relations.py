"""Whom the people of our own server follow, where they show it."""

from __future__ import annotations

from dataclasses import replace

from bot.demo.mastodon import MastodonServer
from bot.domain.accounts import Account, Platform
from bot.domain.reconnecting import Follows
from bot.networks.mastodon import Mastodon
from tests.networks.mastodon.conftest import network_on


async def account(network: Mastodon, name: str) -> Account:
    found = await network.profile(f"{name}@{network._known.us.host}")
    assert found is not None
    return found


async def test_whom_somebody_follows_is_told_in_one_request(any_server: MastodonServer) -> None:
    network = await network_on(any_server)
    alice, bob, cat = (any_server.account(name, locked=False) for name in ("alice", "bob", "cat"))
    people = [await account(network, name) for name in ("alice", "bob", "cat")]
    alice.follow(bob)
    cat.follow(alice)
    told = await network.relations.between(people[0], people[1:])
    assert told == Follows(following={people[1].id: True, people[2].id: False})
    bare = Account(Platform.MASTODON, people[1].id)
    assert (await network.relations.between(people[0], [bare])).following == {bare.id: True}
    alice.unfollow(bob)
    alice.follow(cat)
    assert (await network.relations.between(people[0], [bare])).following == {bare.id: False}
    await network.close()


async def test_a_list_that_is_long_or_hidden_denies_nothing(server: MastodonServer) -> None:
    network = await network_on(server)
    alice, bob = server.account("alice"), server.account("bob")
    people = [await account(network, name) for name in ("alice", "bob")]
    assert await network.relations.between(people[0], people[1:]) == Follows()
    alice.follow(bob)
    for number in range(90):
        alice.follow(server.account(f"p{number}"))
    newest = await account(network, "p89")
    told = await network.relations.between(people[0], [people[1], newest])
    assert told.following.get(newest.id) is True
    assert people[1].id not in told.following
    await network.close()


async def test_people_of_other_servers_and_the_absent_are_not_asked_about(server: MastodonServer) -> None:
    network = await network_on(server)
    server.account("alice")
    alice = await account(network, "alice")
    elsewhere = replace(alice, local_host="elsewhere.example")
    nobody = replace(alice, local_id="123456")
    assert await network.relations.between(elsewhere, [alice]) == Follows()
    assert await network.relations.between(nobody, [alice]) == Follows()
    await network.close()
