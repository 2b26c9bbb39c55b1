"""What people's hands make."""

from __future__ import annotations

import pytest

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.bluesky.people import facets_of, marks


def test_marks_are_found_with_their_bytes() -> None:
    text = "é😀 @alice.test see https://x.com/a. #QuitteX, ＃Été! a@b.test #42"
    found = [(kind, value, text.encode()[start:end].decode()) for kind, value, start, end in marks(text)]
    assert found == [
        ("mention", "alice.test", "@alice.test"),
        ("link", "https://x.com/a", "https://x.com/a"),
        ("tag", "QuitteX", "#QuitteX"),
        ("tag", "Été", "＃Été"),
    ]


def test_only_known_handles_become_mentions() -> None:
    network = BlueskyNetwork()
    alice = network.account("alice.test")
    facets = facets_of(network.world, "@alice.test @nobody.test")
    assert [feature["did"] for facet in facets for feature in facet["features"]] == [alice.did]


def test_a_reply_knows_its_root_and_parent() -> None:
    network = BlueskyNetwork()
    alice, bob = network.account("alice.test"), network.account("bob.test")
    root = alice.post("one")
    reply = bob.post("two", reply_to=root)
    last = alice.post("three", reply_to=reply)
    record = network.record(last)
    assert record is not None
    assert (record["reply"]["root"]["uri"], record["reply"]["parent"]["uri"]) == (root, reply)
    assert [item["uri"] for item in network.replies_to(root)] == [reply]


def test_profiles_keep_what_is_not_changed() -> None:
    network = BlueskyNetwork()
    alice = network.account("alice.test", "Alice")
    alice.set_profile(description="x.com/alice", labels=["bot"])
    record = network.record(f"at://{alice.did}/app.bsky.actor.profile/self")
    assert record is not None
    assert (record["displayName"], record["description"]) == ("Alice", "x.com/alice")
    assert record["labels"]["values"] == [{"val": "bot"}]


def test_what_was_followed_and_blocked_can_be_undone() -> None:
    network = BlueskyNetwork()
    alice, bob = network.account("alice.test"), network.account("bob.test")
    alice.follow(bob)
    alice.block("bob.test")
    alice.unfollow(bob)
    alice.unblock(bob.did)
    assert [key[0] for key in alice.repo.records] == []


def test_only_ones_own_records_can_be_deleted() -> None:
    network = BlueskyNetwork()
    alice, bob = network.account("alice.test"), network.account("bob.test")
    uri = alice.post("one")
    with pytest.raises(LookupError):
        bob.delete(uri)
    with pytest.raises(LookupError):
        alice.follow("nobody.test")
