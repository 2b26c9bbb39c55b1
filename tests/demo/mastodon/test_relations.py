"""Follows, requests and blocks."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.demo.mastodon.relations import Relations
from bot.demo.mastodon.state import Account

ALICE, BOB = (Account(name, name, "", datetime(2026, 1, 1, tzinfo=UTC)) for name in ("alice", "bob"))


def test_a_locked_account_is_asked_first() -> None:
    relations, locked = Relations(), Account("root", "root", "", ALICE.created, locked=True)
    assert relations.follow(ALICE, locked) == "follow_request"
    assert relations.follow(ALICE, locked) == ""
    assert relations.view("alice", "root")["requested"]
    assert relations.settle(ALICE, locked, accept=True)
    assert relations.followers("root") == ["alice"]
    assert not relations.settle(ALICE, locked, accept=True)


def test_a_block_ends_follows_both_ways_and_new_ones() -> None:
    relations = Relations()
    assert relations.follow(ALICE, BOB) == relations.follow(BOB, ALICE) == "follow"
    relations.block(BOB, ALICE)
    assert relations.follow(ALICE, BOB) == ""
    view = relations.view("alice", "bob")
    assert (view["following"], view["followed_by"], view["blocked_by"], view["blocking"]) == (False, False, True, False)


def test_unfollowing_takes_a_request_back() -> None:
    relations, locked = Relations(), Account("root", "root", "", ALICE.created, locked=True)
    relations.follow(ALICE, locked)
    relations.unfollow(ALICE, locked)
    assert relations.following("alice") == list(relations.requests) == []
