"""Who is told: the rules measured on the real AppView."""

from __future__ import annotations

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person


@pytest.fixture
def network() -> BlueskyNetwork:
    made = BlueskyNetwork()
    for name in ("bot", "alice", "bob"):
        made.account(f"{name}.test")
    return made


def told(network: BlueskyNetwork, who: Person) -> list[tuple[str, str]]:
    return [(item.reason, item.source.uri) for item in network.service.notices.to(who.did)]


def people(network: BlueskyNetwork) -> tuple[Person, Person, Person]:
    return network.person("bot.test"), network.person("alice.test"), network.person("bob.test")


def test_mention_follow_like_and_quote(network: BlueskyNetwork) -> None:
    bot, alice, bob = people(network)
    own = bot.post("counters")
    expected = [("mention", alice.post("hi @bot.test")), ("follow", alice.follow(bot))]
    expected += [("like", alice.like(own)), ("quote", bob.post("look", quote=own))]
    bot.post("I am @bot.test")
    assert told(network, bot) == expected


def test_one_record_is_one_notification_and_a_mention_wins(network: BlueskyNetwork) -> None:
    bot, alice, _ = people(network)
    reply = alice.post("@bot.test thanks", reply_to=bot.post("hello"))
    assert told(network, bot) == [("mention", reply)]


def test_replies_are_told_four_levels_up(network: BlueskyNetwork) -> None:
    bot, alice, bob = people(network)
    uri, depth = bot.post("hello"), []
    for level in range(6):
        uri = (alice, bob)[level % 2].post(f"level {level + 1}", reply_to=uri)
        depth.append(uri)
    assert told(network, bot) == [("reply", uri) for uri in depth[:4]]


def test_a_handle_without_facet_tells_nobody(network: BlueskyNetwork) -> None:
    bot, alice, _ = people(network)
    alice.post("@bot.test", facets=[])
    assert told(network, bot) == []


def test_a_deleted_post_takes_its_notification_along_and_an_edit_renews_it(network: BlueskyNetwork) -> None:
    bot, alice, _ = people(network)
    uri = alice.post("@bot.test one")
    alice.edit(uri, "nothing to see")
    assert told(network, bot) == []
    alice.edit(uri, "@bot.test two")
    assert told(network, bot) == [("mention", uri)]
    alice.delete(uri)
    assert told(network, bot) == []


def test_gates_and_blocks_make_replies_that_nobody_hears(network: BlueskyNetwork) -> None:
    bot, alice, bob = people(network)
    gated, open_to_followers = bot.post("gated"), bot.post("followers only")
    bot.gate(gated)
    bot.gate(open_to_followers, "followerRule")
    alice.follow(bot)
    heard = alice.post("let me", reply_to=open_to_followers)
    for silent in (gated, open_to_followers):
        bob.post("let me", reply_to=silent)
    bot.block(alice)
    alice.post("let me", reply_to=bot.post("blocked"))
    assert [item for item in told(network, bot) if item[0] == "reply"] == [("reply", heard)]
