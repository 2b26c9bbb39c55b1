"""What the AppView answers, through the real SDK."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from atproto_client import exceptions

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.bluesky.records import LIST, LISTITEM
from tests.demo.conftest import Login


async def test_profiles_with_relations_and_labels(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice, bob = (bluesky.account(f"{name}.test", name) for name in ("bot", "alice", "bob"))
    alice.set_profile(description="x.com/alice", labels=["bot"])
    alice.follow(bot)
    bob.block(bot)
    client = await login(bot)

    profile = await client.get_profile("alice.test")
    found = await client.get_profiles([alice.did, "nobody.test", bob.did, alice.did])

    assert (profile.description, profile.display_name, profile.follows_count) == ("x.com/alice", "alice", 1)
    assert [label.val for label in profile.labels or []] == ["bot"]
    assert profile.viewer is not None and profile.viewer.followed_by
    assert [(item.did, item.viewer.blocked_by if item.viewer else None) for item in found.profiles] == [
        (alice.did, False),
        (bob.did, True),
    ]
    with pytest.raises(exceptions.BadRequestError, match="Profile not found"):
        await client.get_profile("nobody.test")
    alice.set_status("takendown")
    with pytest.raises(exceptions.BadRequestError, match="AccountTakedown"):
        await client.get_profile("alice.test")
    assert [item.did for item in (await client.get_profiles([alice.did, bob.did])).profiles] == [bob.did]


async def test_relationships(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice, bob = (bluesky.account(f"{name}.test") for name in ("bot", "alice", "bob"))
    alice.follow(bot)
    bob.block(bot)
    client = await login(bot)
    answer = await client.app.bsky.graph.get_relationships({"actor": bot.did, "others": [alice.did, bob.did]})
    first, second = answer.relationships
    assert first.followed_by
    assert second.blocked_by == next(iter(bob.repo.records.values())).uri
    followers = await client.get_followers(bot.did)
    assert [item.did for item in followers.followers] == [alice.did]
    assert (await client.get_follows(alice.did)).follows[0].did == bot.did


async def test_absent_posts_are_blocked_deleted_taken_down_or_late(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice, bob, eve = (bluesky.account(f"{name}.test") for name in ("bot", "alice", "bob", "eve"))
    uris = [person.post(f"@bot.test from {person.handle}") for person in (alice, bob, eve)]
    deleted = alice.post("oops")
    client = await login(bot)
    bob.block(bot)
    eve.set_status("takendown")
    alice.delete(deleted)
    assert [post.uri for post in (await client.get_posts([*uris, deleted])).posts] == uris[:1]
    bluesky.lag = float("inf")
    assert (await client.get_posts(uris)).posts == []
    bluesky.lag = 0
    assert len((await client.get_posts(uris)).posts) == 1


async def test_a_gated_post_says_so(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    closed, invited = alice.post("@bot.test find"), alice.post("@bot.test who")
    alice.gate(closed)
    alice.gate(invited, "mentionRule")
    client = await login(bot)
    posts = (await client.get_posts([closed, invited])).posts
    assert [post.viewer.reply_disabled if post.viewer else None for post in posts] == [True, None]


async def test_notifications_are_pages_not_a_queue(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    client = await login(bot)
    asked = [alice.post(f"@bot.test {number}") for number in range(5)]
    await client.app.bsky.notification.update_seen({"seen_at": client.get_current_time_iso()})
    old = alice.post("@bot.test late", created_at=datetime(2020, 1, 1, tzinfo=UTC))
    alice.follow(bot)

    listed, cursor = [], None
    while True:
        params = {"limit": 2, "reasons": ["mention", "reply"]} | ({"cursor": cursor} if cursor else {})
        page = await client.app.bsky.notification.list_notifications(params)
        listed += page.notifications
        cursor = page.cursor
        if not cursor:
            break

    assert [item.uri for item in listed] == [*asked[::-1], old]
    assert all(item.is_read for item in listed)
    assert (await client.app.bsky.notification.get_unread_count()).count == 1
    alice.block(bot)
    assert (await client.app.bsky.notification.list_notifications()).notifications == []


async def test_threads_feeds_and_search(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    root = alice.post("Bonjour #QuitteX", langs=["fr"])
    reply = bot.post("hello", reply_to=root)
    hidden = alice.post("nothing in the text", tags=["QuitteX"])
    client = await login(bot)

    thread = await client.get_post_thread(reply)
    feed = await client.get_author_feed("bot.test")
    found = await client.app.bsky.feed.search_posts({"q": "#quittex", "limit": 1})
    rest = await client.app.bsky.feed.search_posts({"q": "#quittex", "cursor": found.cursor})
    tagged = await client.app.bsky.feed.search_posts({"q": "bonjour", "tag": ["quittex"], "author": "alice.test"})

    assert thread.thread.parent.post.uri == root
    assert feed.feed[0].reply.parent.uri == root
    assert [post.uri for post in found.posts + rest.posts] == [hidden, root]
    assert [post.uri for post in tagged.posts] == [root]
    with pytest.raises(exceptions.BadRequestError, match="Post not found"):
        await client.get_post_thread(f"at://{alice.did}/app.bsky.feed.post/2222222222222")


async def test_too_many_at_once_and_nobody_signed_in(bluesky: BlueskyNetwork, login: Login) -> None:
    import httpx

    bot = bluesky.account("bot.test")
    await login(bot)
    async with httpx.AsyncClient(base_url=bluesky.url) as plain:
        token = bluesky.tokens.pair(bot.did)["accessJwt"]
        uris = "&".join(f"uris=at://{bot.did}/app.bsky.feed.post/{number}" for number in range(26))
        many = await plain.get(f"/xrpc/app.bsky.feed.getPosts?{uris}", headers={"Authorization": f"Bearer {token}"})
        deep = await plain.get(
            "/xrpc/app.bsky.notification.listNotifications?limit=101", headers={"Authorization": f"Bearer {token}"}
        )
        nobody = await plain.get("/xrpc/app.bsky.feed.getPosts?uris=at://x")
    assert (many.status_code, deep.status_code, nobody.status_code) == (400, 400, 401)
    assert nobody.json()["error"] == "AuthMissing"


async def test_a_list_shows_each_account_once_and_nobody_who_is_away(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice, bob = (bluesky.account(f"{name}.test") for name in ("bot", "alice", "bob"))
    now = "2026-01-01T00:00:00Z"
    head = {"name": "QuitteX", "purpose": "app.bsky.graph.defs#curatelist", "description": "Qui veut", "createdAt": now}
    uri = bot.write(LIST, head)
    for person in (alice, bob, alice):
        bot.write(LISTITEM, {"list": uri, "subject": person.did, "createdAt": now})
    client = await login(alice)
    told = await client.app.bsky.graph.get_list({"list": uri})
    assert (told.list.name, told.list.purpose, told.list.creator.did) == (head["name"], head["purpose"], bot.did)
    assert sorted(item.subject.handle for item in told.items) == ["alice.test", "bob.test"]
    bob.set_status("deactivated")
    (left,) = (await client.app.bsky.graph.get_list({"list": uri})).items
    assert left.subject.handle == "alice.test"
    with pytest.raises(exceptions.BadRequestError, match="List not found"):
        await client.app.bsky.graph.get_list({"list": uri + "x"})


async def test_a_list_needs_a_short_name(bluesky: BlueskyNetwork, login: Login) -> None:
    bot = bluesky.account("bot.test")
    client = await login(bot)
    purpose = "app.bsky.graph.defs#curatelist"
    record = {"$type": LIST, "name": "é" * 33, "purpose": purpose, "createdAt": "2026-01-01T00:00:00Z"}
    body = {"repo": bot.did, "collection": LIST, "record": record}
    with pytest.raises(exceptions.BadRequestError, match="string too big"):
        await client.com.atproto.repo.create_record(body)
