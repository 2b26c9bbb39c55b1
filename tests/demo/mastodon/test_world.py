"""Who may see what, who is told, which streams ring."""

from __future__ import annotations

import pytest

from bot.demo.mastodon import GOTOSOCIAL, MASTODON, MastodonServer, Person
from bot.demo.mastodon.state import Happening
from bot.demo.messages import Problem


def people(server: MastodonServer, *names: str) -> list[Person]:
    return [server.account(name) for name in names]


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        ("public", ["alice", "bot", "follower", "stranger", "nobody"]),
        ("unlisted", ["alice", "bot", "follower", "stranger", "nobody"]),
        ("private", ["alice", "bot", "follower"]),
        ("direct", ["alice", "bot"]),
    ],
)
def test_visibility_is_real(visibility: str, readers: list[str]) -> None:
    server = MastodonServer()
    alice, bot, follower, stranger, blocked = people(server, "alice", "bot", "follower", "stranger", "blocked")
    follower.follow(alice)
    alice.block(blocked)
    status = server.world.statuses[alice.post("@bot hello", visibility=visibility)]
    viewers = {"alice": alice, "bot": bot, "follower": follower, "stranger": stranger, "blocked": blocked}
    seen = [name for name, one in viewers.items() if server.world.visible(status, one.account)]
    seen += ["nobody"] if server.world.visible(status, None) else []
    assert seen == readers


def test_mentions_find_people_here_and_elsewhere_in_any_case() -> None:
    server = MastodonServer(domain="here.test")
    alice, bot, zoe = people(server, "alice", "QuitteX", "zoe@far.example")
    status = server.world.statuses[alice.post("@quittex @Zoe@FAR.example @quittex@here.test @alice @nobody")]
    assert status.mentions == [bot.id, zoe.id]
    assert [item.to for item in server.world.notifications] == [bot.id]


@pytest.mark.parametrize(("policy", "filtered"), [("accept", [False]), ("filter", [True]), ("drop", [])])
def test_the_policy_is_about_private_mentions_by_strangers(policy: str, filtered: list[bool]) -> None:
    server = MastodonServer()
    alice, bot = people(server, "alice", "bot")
    bot.set_policy(for_private_mentions=policy)
    alice.post("@bot find", visibility="direct")
    assert [item.filtered for item in server.world.notifications] == filtered


def test_friends_answers_and_public_words_pass_the_policy() -> None:
    server = MastodonServer()
    alice, bob, bot = people(server, "alice", "bob", "bot")
    bot.follow(alice)
    alice.post("@bot find", visibility="direct")
    bob.post("@bot thanks", reply_to=bot.post("@bob 3", visibility="direct"), visibility="direct")
    bob.post("@bot hello")
    assert [item.filtered for item in server.world.notifications if item.to == bot.id and item.type == "mention"] == [
        False
    ] * 3


def test_gotosocial_filters_nothing() -> None:
    server = MastodonServer(GOTOSOCIAL)
    alice, _ = people(server, "alice", "bot")
    alice.post("@bot find", visibility="direct")
    assert [item.filtered for item in server.world.notifications] == [False]


def test_streams_ring_for_those_who_may_read() -> None:
    server, told = MastodonServer(), list[Happening]()
    alice, bot, follower, tagger = people(server, "alice", "bot", "follower", "tagger")
    follower.follow(alice)
    tagger.account.followed_tags.add("quittex")
    server.world.listeners.append(told.append)
    alice.post("@bot hi #QuitteX")
    alice.post("@bot psst", visibility="direct")
    public, mention, direct = told
    homes = {f"user:{one.id}" for one in (alice, follower, tagger)}
    assert public.channels == homes | {"public", "public:local", "hashtag:quittex"}
    assert mention.channels == {f"user:{bot.id}", f"user:notification:{bot.id}"}
    assert direct.channels == {f"user:{alice.id}", f"direct:{alice.id}", f"direct:{bot.id}"}


def test_names_are_taken_once() -> None:
    server = MastodonServer(MASTODON, domain="here.test")
    server.account("alice")
    for name in ("Alice", "alice@here.test"):
        with pytest.raises(Problem):
            server.account(name)


def test_an_edit_changes_the_words_and_a_delete_the_notifications() -> None:
    server = MastodonServer()
    alice, bot = people(server, "alice", "bot")
    question = alice.post("@bot find")
    answer = bot.post("@alice 3", reply_to=question)
    alice.edit(question, "#never mind")
    assert server.world.statuses[question].tags == ["never"]
    alice.delete(question)
    assert [item.to for item in server.world.notifications] == [alice.id]
    assert [item["id"] for item in server.replies_to(question)] == [answer]
