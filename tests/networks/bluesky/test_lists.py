"""The campaign's list in our repository: once, whatever is sent how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.demo.bluesky.records import LIST, LISTITEM
from bot.domain.outbox import Post, Priority, State, derive_key
from bot.networks.bluesky import Bluesky, send
from bot.networks.bluesky.lists import Lists
from bot.networks.bluesky.session import Keeper
from bot.ports import Gate

WHEN = datetime(2027, 1, 20, 12, tzinfo=UTC)


def post(record: Mapping[str, Any], trigger: str = "list:bluesky:x:1", recipient: str = "") -> Post:
    return Post(1, derive_key(trigger, "listed"), "bluesky", "listed", State.READY, trigger, record, WHEN, recipient)


@pytest.fixture
def lists(keeper: Keeper) -> Lists:
    return Lists(keeper)


def test_the_same_account_has_the_same_place(lists: Lists) -> None:
    assert lists.place("did:plc:a") == lists.place("did:plc:a") != lists.place("did:plc:b")
    assert lists.entry("did:plc:a", WHEN)["rkey"] == lists.place("did:plc:a")
    assert lists.entry("did:plc:a", WHEN) == lists.entry("did:plc:a", WHEN)


async def test_a_list_with_an_entry_put_twice_and_taken_off_twice(
    lists: Lists, keeper: Keeper, server: BlueskyNetwork, bot: Person, alice: Person
) -> None:
    await send.send(keeper, post(lists.head("QuitteX", "Qui veut", WHEN)))
    entry = post(lists.entry(alice.did, WHEN))
    again = post(lists.entry(alice.did, WHEN + timedelta(days=1)))
    before = server.commits(bot)
    assert await send.find(keeper, entry) is None
    receipts = {await send.send(keeper, one) for one in (entry, entry, again)}
    assert len(receipts) == 1
    assert server.commits(bot) == before + 1
    assert await send.find(keeper, entry) in receipts
    told = await keeper.query("app.bsky.graph.getList", {"list": server.world.every(LIST)[0].uri})
    assert told["list"]["name"] == "QuitteX"
    assert [item["subject"]["did"] for item in told["items"]] == [alice.did]
    assert await lists.places() == {lists.place(alice.did)}

    removal = post(lists.removal(lists.place(alice.did)))
    assert await send.find(keeper, removal) is None
    assert await send.gate(keeper, removal) is Gate.OPEN
    assert {await send.send(keeper, removal) for _ in range(2)} == receipts
    assert await send.find(keeper, removal) in receipts
    assert await lists.places() == frozenset()


async def test_lists_of_the_admins_own_are_left_alone(lists: Lists, bot: Person, alice: Person) -> None:
    theirs = {"list": f"at://{bot.did}/{LIST}/3jzfcijpj2z2a", "subject": alice.did}
    bot.write(LISTITEM, theirs | {"createdAt": "2026-01-01T00:00:00Z"})
    assert await lists.places() == frozenset()


async def test_every_page_is_read(lists: Lists, keeper: Keeper, bot: Person, server: BlueskyNetwork) -> None:
    people = [f"did:plc:{number}" for number in range(250)]
    for did in people:
        entry = lists.entry(did, WHEN)
        bot.write(LISTITEM, entry["record"], entry["rkey"])
    assert await lists.places() == {lists.place(did) for did in people}


async def test_who_blocks_us_is_not_put_on_it(lists: Lists, keeper: Keeper, bot: Person, alice: Person) -> None:
    entry = post(lists.entry(alice.did, WHEN), recipient=alice.did)
    assert await send.gate(keeper, entry) is Gate.OPEN
    alice.block(bot)
    assert await send.gate(keeper, entry) is Gate.CLOSED


async def test_a_long_name_is_cut_to_what_the_server_takes(
    lists: Lists, keeper: Keeper, server: BlueskyNetwork
) -> None:
    await send.send(keeper, post(lists.head("Émigrés " * 20, "é" * 400, WHEN)))
    (head,) = server.world.every(LIST)
    assert head.record["name"].startswith("Émigrés Émigrés")
    assert len(head.record["name"].encode()) <= 64
    assert len(head.record["description"]) == 300


async def test_an_entry_costs_three_points_and_a_removal_one(network: Bluesky, alice: Person) -> None:
    lists = network.lists
    now = datetime.now(UTC)
    network.spent([now] * 1333)
    entry, removal = lists.entry(alice.did, WHEN), lists.removal(lists.place(alice.did))
    assert network.pace(replace(post(entry), priority=Priority.ANNOUNCEMENT), now) > 0
    assert network.pace(replace(post(removal), priority=Priority.ANNOUNCEMENT), now) == 0
