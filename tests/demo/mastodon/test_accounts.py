"""Accounts and relations through the real Mastodon.py."""

from __future__ import annotations

import httpx
import pytest
from mastodon import MastodonNotFoundError

from bot.demo.mastodon import MastodonServer
from tests.demo.conftest import Api


async def test_a_bot_labels_itself(mastodon: MastodonServer, api: Api) -> None:
    bot = mastodon.account("quittex", locked=True)
    client = api(bot)
    before = await client.account_verify_credentials()
    after = await client.account_update_credentials(bot=True, locked=False, note="I help", fields=[("run by", "admin")])
    assert (before.bot, before.locked, after.bot, after.locked) == (False, True, True, False)
    assert after.source.note == "I help"
    assert [(field.name, field.value) for field in after.fields] == [("run by", "admin")]


async def test_people_are_looked_up_by_address(mastodon: MastodonServer, api: Api) -> None:
    bot, zoe = mastodon.account("quittex"), mastodon.account("zoe@far.example", "Zoé")
    client = api(bot)
    assert (await client.account_lookup("zoe@far.example")).id == zoe.id
    assert (await client.account(zoe.id)).display_name == "Zoé"
    assert [one.id for one in await client.account_search("@zoe@far")] == [zoe.id]
    with pytest.raises(MastodonNotFoundError):
        await client.account_lookup("nobody")
    zoe.suspend()
    assert (await client.account(zoe.id)).suspended
    with pytest.raises(MastodonNotFoundError):
        await client.account_lookup("zoe@far.example")
    zoe.delete_account()
    with pytest.raises(MastodonNotFoundError):
        await client.account(zoe.id)


async def test_who_moved_remembers_where_and_the_actor_tells_from_where(mastodon: MastodonServer, api: Api) -> None:
    ann, anna = mastodon.account("ann"), mastodon.account("anna")
    client = api(mastodon.account("quittex"))
    ann.move(anna)
    anna.remember()
    moved = await client.account(ann.id)
    assert (moved.moved.acct, moved.moved.memorial) == ("anna", True)
    async with httpx.AsyncClient(base_url=mastodon.url) as web:
        asked = {"Accept": "application/activity+json"}
        assert (await web.get("/users/anna", headers=asked)).json()["alsoKnownAs"] == [moved.uri]
        assert (await web.get("/users/anna")).status_code == 404


async def test_relations_and_follow_requests(gotosocial: MastodonServer, api: Api) -> None:
    bot, alice, bob = (gotosocial.account(name) for name in ("quittex", "alice", "bob"))
    alice.follow(bot)
    bob.block(bot)
    client = api(bot)
    first, second = await client.account_relationships([alice.id, bob.id])
    assert (first.requested_by, first.followed_by, second.blocked_by) == (True, False, True)
    assert [item.type for item in await client.notifications()] == ["follow_request"]
    assert [one.id for one in await client.follow_requests()] == [alice.id]
    await client.follow_request_authorize(alice.id)
    assert [one.id for one in await client.account_followers(bot.id)] == [alice.id]
    followed = await client.account_follow(alice.id)
    assert followed.requested
    await client.account_unfollow(alice.id)
    assert (await client.account_block(alice.id)).blocking
    assert not (await client.account_unblock(alice.id)).blocking
    assert (await client.account_mute(alice.id)).muting
    assert not (await client.account_unmute(alice.id)).muting


async def test_own_statuses_hold_the_direct_ones_and_can_be_narrowed(mastodon: MastodonServer, api: Api) -> None:
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    public = bot.post("counters #QuitteX")
    direct = bot.post("@alice 3", visibility="direct")
    reply = bot.post("@alice hello", reply_to=alice.post("hi"))
    mine, theirs = api(bot), api(alice)
    assert [item.id for item in await mine.account_statuses(bot.id)] == [reply, direct, public]
    assert [item.id for item in await mine.account_statuses(bot.id, exclude_replies=True)] == [direct, public]
    assert [item.id for item in await theirs.account_statuses(bot.id, tagged="quittex")] == [public]
    bot.block(alice)
    with pytest.raises(MastodonNotFoundError):
        await theirs.account_statuses(bot.id)


async def test_a_sign_up_over_http_is_told_to_admins(mastodon: MastodonServer, api: Api) -> None:
    root = mastodon.account("root", admin=True)
    app = mastodon.oauth.issue(None, frozenset({"read", "write"}))
    async with httpx.AsyncClient(base_url=mastodon.url, headers={"Authorization": f"Bearer {app}"}) as browser:
        answer = await browser.post("/api/v1/accounts", data={"username": "new", "password": "x"})
    assert answer.json()["access_token"] == mastodon.person("new").token
    assert [item.type for item in await api(root).notifications()] == ["admin.sign_up"]
