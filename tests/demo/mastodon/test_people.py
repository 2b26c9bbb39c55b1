"""What people's hands make."""

from __future__ import annotations

import pytest

from bot.demo.mastodon import GOTOSOCIAL, MastodonServer


def test_what_people_do_is_held_by_the_server() -> None:
    server = MastodonServer()
    alice, bot = server.account("alice"), server.account("quittex", bot=True)
    question = alice.post("@quittex trouve", visibility="direct", language="fr", spoiler="X")
    alice.favourite(bot.post("counters"))
    told = server.status(question)
    assert told is not None
    assert (told["visibility"], told["language"], told["mentions"]) == ("direct", "fr", ["quittex"])
    assert server.person("alice") is server.person(alice.id) is alice
    assert bot.account.bot
    assert {item.type for item in server.world.notifications} == {"mention", "favourite"}


def test_relations_by_hand() -> None:
    server = MastodonServer(GOTOSOCIAL)
    alice, bot = server.account("alice"), server.account("quittex", locked=False)
    alice.follow(bot)
    bot.follow("alice")
    assert server.world.relations.followers(bot.id) == [alice.id]
    assert (bot.id, alice.id) in server.world.relations.requests
    alice.unfollow(bot)
    alice.block(bot)
    alice.unblock(bot)
    assert not server.world.relations.follows and not server.world.relations.blocks


def test_remote_people_have_no_token_and_their_own_pages() -> None:
    server = MastodonServer()
    zoe = server.account("zoe@far.example")
    assert (zoe.token, zoe.url) == ("", "https://far.example/@zoe")


def test_strangers_and_other_peoples_statuses() -> None:
    server = MastodonServer()
    alice, bob = server.account("alice"), server.account("bob")
    post = alice.post("one")
    with pytest.raises(LookupError):
        bob.delete(post)
    with pytest.raises(LookupError):
        alice.follow("nobody")
