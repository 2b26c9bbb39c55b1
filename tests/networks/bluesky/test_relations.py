"""Who follows whom, asked of the AppView."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.domain.accounts import Account, Platform
from bot.errors import NotSent, Refused
from bot.networks.bluesky.relations import Relations
from bot.networks.bluesky.session import Keeper
from bot.networks.pacing import Budget, Window


def account(person: Person) -> Account:
    return Account(Platform.BLUESKY, person.did, person.handle)


@pytest.fixture
def relations(keeper: Keeper) -> Relations:
    return Relations(keeper)


async def test_both_directions_of_thirty_people_in_one_call(
    relations: Relations, server: BlueskyNetwork, alice: Person
) -> None:
    people = [server.account(f"p{number}.test") for number in range(relations.at_once)]
    alice.follow(people[0])
    people[1].follow(alice)
    before = len(server.http.requests)
    told = await relations.between(account(alice), [account(person) for person in people])
    assert len(server.http.requests) == before + 1
    assert [did for did, follows in told.following.items() if follows] == [people[0].did]
    assert [did for did, follows in told.followed_by.items() if follows] == [people[1].did]
    assert set(told.following) == set(told.followed_by) == {person.did for person in people}


async def test_an_unfollow_is_seen(relations: Relations, server: BlueskyNetwork, alice: Person) -> None:
    bob = server.account("bob.test")
    alice.follow(bob)
    assert (await relations.between(account(alice), [account(bob)])).following == {bob.did: True}
    alice.unfollow(bob)
    assert (await relations.between(account(alice), [account(bob)])).following == {bob.did: False}


async def test_somebody_who_is_no_more_follows_nobody(relations: Relations, alice: Person) -> None:
    gone = Account(Platform.BLUESKY, "did:plc:gone", "gone.test")
    assert (await relations.between(account(alice), [gone])).following == {"did:plc:gone": False}
    with pytest.raises(Refused):
        await relations.between(gone, [account(alice)])


async def test_not_a_word_is_made_of_an_answer_that_makes_no_sense(
    relations: Relations, keeper: Keeper, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def odd(method: str, params: Any) -> Any:
        return {"relationships": [7, {}, {"did": "did:plc:else", "following": "at://x"}]}

    monkeypatch.setattr(keeper, "query", odd)
    assert (await relations.between(account(alice), [account(alice)])).following == {}


async def test_answers_keep_half_of_the_requests(relations: Relations, keeper: Keeper, alice: Person) -> None:
    keeper._requests = Budget([Window(points=10, seconds=300)], share=1.0)
    for _ in range(5):
        await relations.between(account(alice), [])
    with pytest.raises(NotSent) as fault:
        await relations.between(account(alice), [])
    assert fault.value.wait > 0
    await keeper.query("app.bsky.actor.getProfile", {"actor": alice.did})
