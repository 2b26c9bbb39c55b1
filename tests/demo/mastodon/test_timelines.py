"""Tag timelines, home and search through the real Mastodon.py."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from mastodon import MastodonUnauthorizedError

from bot.demo.mastodon import MastodonServer
from tests.demo.conftest import Api


async def test_a_tag_timeline_shows_public_statuses_only(mastodon: MastodonServer, api: Api) -> None:
    alice, zoe, bot = mastodon.account("alice"), mastodon.account("zoe@far.example"), mastodon.account("quittex")
    shown = [alice.post("#QuitteX"), zoe.post("#quittex #Other")]
    for visibility in ("unlisted", "private", "direct"):
        alice.post("@quittex #QuitteX", visibility=visibility)
    client = api(bot)
    assert [item.id for item in await client.timeline_hashtag("QuitteX")] == shown[::-1]
    assert [item.id for item in await client.timeline_hashtag("QuitteX", local=True)] == shown[:1]
    assert [item.id for item in await client.timeline_public(remote=True)] == shown[1:]


async def test_a_late_post_lies_below_the_cursor(mastodon: MastodonServer, api: Api) -> None:
    zoe, client = mastodon.account("zoe@far.example"), api(mastodon.account("quittex"))
    last = zoe.post("#QuitteX now")
    late = zoe.post("#QuitteX late", created_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert list(await client.timeline_hashtag("QuitteX", min_id=last)) == []
    assert [item.id for item in await client.timeline_hashtag("QuitteX")] == [last, late]


async def test_gotosocial_shows_tags_to_its_people_only(gotosocial: MastodonServer, api: Api) -> None:
    alice = gotosocial.account("alice")
    post = alice.post("#QuitteX")
    assert [item.id for item in await api(alice).timeline_hashtag("QuitteX")] == [post]
    with pytest.raises(MastodonUnauthorizedError):
        await api.at(gotosocial.url).timeline_hashtag("QuitteX")


async def test_a_followed_tag_comes_home(mastodon: MastodonServer, api: Api) -> None:
    alice, bot = mastodon.account("alice"), mastodon.account("quittex")
    client = api(bot)
    tag = await client.tag_follow("QuitteX")
    post = alice.post("#QuitteX")
    alice.post("nothing")
    assert tag.following
    assert [item.id for item in await client.timeline_home()] == [post]
    assert [item.name for item in await client.followed_tags()] == ["quittex"]
    assert not (await client.tag_unfollow("QuitteX")).following
    assert list(await client.timeline_home()) == []


async def test_search_finds_people_and_tags(mastodon: MastodonServer, api: Api) -> None:
    zoe, bot = mastodon.account("zoe@far.example"), mastodon.account("quittex")
    zoe.post("#QuitteX")
    client = api(bot)
    assert [one.id for one in (await client.search("@zoe@far.example", result_type="accounts")).accounts] == [zoe.id]
    assert [tag.name for tag in (await client.search("#quit")).hashtags] == ["quittex"]
