"""Accounts, commits and what follows from them."""

from __future__ import annotations

import pytest

from bot.demo.bluesky.records import FOLLOW, POST
from bot.demo.bluesky.state import Event, Write
from bot.demo.bluesky.world import World
from bot.demo.messages import Problem


def a_post(text: str) -> dict[str, object]:
    return {"$type": POST, "text": text, "createdAt": "2026-11-20T10:00:00Z"}


def test_every_change_is_told_to_the_stream_in_order() -> None:
    world, told = World(), list[Event]()
    world.listeners.append(told.append)
    alice = world.create("Alice.test", "x")
    key = world.tick()
    for action, text in (("create", "one"), ("update", "two")):
        world.commit(alice, [Write(action, POST, key, a_post(text))])
    world.commit(alice, [Write("delete", POST, key)])
    assert [event.kind for event in told] == ["identity", "account", "sync", "commit", "commit", "commit"]
    assert [event.body.get("operation") for event in told[3:]] == ["create", "update", "delete"]
    assert "record" not in told[5].body
    assert len({event.body["rev"] for event in told[3:]}) == 3
    assert alice.commits == 3


def test_one_commit_may_hold_many_writes() -> None:
    world, told = World(), list[Event]()
    alice = world.create("alice.test", "x")
    world.listeners.append(told.append)
    world.commit(alice, [Write("create", POST, world.tick(), a_post(str(number))) for number in range(3)])
    assert len(told) == 3
    assert len({event.body["rev"] for event in told}) == 1
    assert alice.commits == 1


def test_handles_are_taken_once_and_may_change_hands() -> None:
    world = World()
    alice = world.create("alice.test", "x")
    with pytest.raises(Problem):
        world.create("ALICE.test", "y")
    world.rename(alice, "alice.example")
    assert world.who("alice.test") is None
    assert world.who("@Alice.Example") is alice is world.who(alice.did)
    world.set_status(alice, "deleted")
    assert world.who("alice.example") is None


def test_the_appview_lags_and_catches_up() -> None:
    world = World()
    alice = world.create("alice.test", "x")
    key = world.tick()
    world.commit(alice, [Write("create", POST, key, a_post("one"))])
    stored = alice.records[(POST, key)]
    world.lag = float("inf")
    assert not world.shown(stored)
    world.lag = 0
    assert world.shown(stored)


def test_edges_are_found_by_their_ends() -> None:
    world = World()
    alice, bob = world.create("alice.test", "x"), world.create("bob.test", "x")
    world.commit(alice, [Write("create", FOLLOW, world.tick(), {"subject": bob.did})])
    assert world.edge(FOLLOW, alice.did, bob.did)
    assert not world.edge(FOLLOW, bob.did, alice.did)
