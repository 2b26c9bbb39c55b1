"""How people and posts look to one viewer."""

from __future__ import annotations

from bot.demo.bluesky import BlueskyNetwork


def test_relations_are_seen_from_both_sides() -> None:
    network = BlueskyNetwork()
    alice, bob = network.account("alice.test"), network.account("bob.test")
    uri = alice.follow(bob)
    views = network.service.views
    assert views.relation(alice.did, bob.did)["following"] == uri
    assert views.relation(bob.did, alice.did)["followedBy"] == uri
    alice.block(bob)
    assert "followedBy" not in views.relation(bob.did, alice.did)
    assert views.relation(bob.did, alice.did)["blockedBy"]
    assert "blocking" in views.relation(alice.did, bob.did)


def test_a_thread_shows_what_cannot_be_shown_as_such() -> None:
    network = BlueskyNetwork()
    alice, bob, eve = (network.account(f"{name}.test") for name in ("alice", "bob", "eve"))
    root = alice.post("root")
    reply = bob.post("reply", reply_to=root)
    last = alice.post("last", reply_to=reply)
    eve.block(bob)
    views = network.service.views
    below = views.thread(root, alice.did, 6, 0)["replies"]
    assert below[0]["replies"][0]["post"]["uri"] == last
    assert views.thread(last, eve.did, 0, 80)["parent"]["blocked"]
    bob.delete(reply)
    assert views.thread(last, alice.did, 0, 80)["parent"]["notFound"]


def test_quotes_and_cards_have_their_views() -> None:
    network = BlueskyNetwork()
    alice = network.account("alice.test")
    first = alice.post("one")
    quote = network.world.get(alice.post("two", quote=first))
    card = {"$type": "app.bsky.embed.external", "external": {"uri": "https://a.test", "title": "A", "description": ""}}
    linked = network.world.get(
        alice.write("app.bsky.feed.post", {"text": "x", "createdAt": "2026-01-01T00:00:00Z", "embed": card})
    )
    views = network.service.views
    assert quote is not None and linked is not None
    assert views.post(quote, alice.did)["embed"]["record"]["value"]["text"] == "one"
    assert views.post(linked, alice.did)["embed"]["external"]["title"] == "A"
    alice.delete(first)
    assert views.post(quote, alice.did)["embed"]["record"]["notFound"]
