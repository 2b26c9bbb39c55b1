"""Notifications, their pages and the policy, through the real Mastodon.py."""

from __future__ import annotations

import pytest
from mastodon import MastodonAPIError, MastodonNotFoundError

from bot.demo.mastodon import MastodonServer
from tests.demo.conftest import Api


async def test_mentions_and_follows_are_told_and_chosen_by_type(mastodon: MastodonServer, api: Api) -> None:
    bot, alice, bob = mastodon.account("quittex"), mastodon.account("alice"), mastodon.account("bob@far.example")
    question = alice.post("@quittex find")
    bob.follow(bot)

    every = await api(bot).notifications()
    mentions = await api(bot).notifications(types=["mention"])
    others = await api(bot).notifications(exclude_types=["mention"])

    assert [item.type for item in every] == ["follow", "mention"]
    assert [item.status.id for item in mentions] == [question]
    assert [item.account.acct for item in others] == ["bob@far.example"]


async def test_pages_go_both_ways_and_lose_nothing(mastodon: MastodonServer, api: Api) -> None:
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    posted = [alice.post(f"@quittex {number}") for number in range(7)]
    client = api(bot)

    first = await client.notifications(limit=3)
    whole = await client.fetch_remaining(first)
    newer = await client.notifications(min_id=whole[-1].id, limit=2)
    since = await client.notifications(since_id=whole[-1].id, limit=2)

    assert [item.status.id for item in whole] == posted[::-1]
    assert [item.status.id for item in newer] == [posted[2], posted[1]]
    assert [item.status.id for item in since] == [posted[6], posted[5]]


async def test_private_mentions_by_strangers_wait_for_the_policy(mastodon: MastodonServer, api: Api) -> None:
    bot, alice, bob = mastodon.account("quittex"), mastodon.account("alice"), mastodon.account("bob")
    client = api(bot)
    alice.post("@quittex one", visibility="direct")
    assert list(await client.notifications()) == []
    assert (await client.notifications_policy()).summary.pending_notifications_count == 1

    await client.update_notifications_policy(for_private_mentions="accept")
    two = bob.post("@quittex two", visibility="direct")

    assert [item.status.id for item in await client.notifications()] == [two]


async def test_gotosocial_has_no_policy_and_dismisses_all_or_nothing(gotosocial: MastodonServer, api: Api) -> None:
    bot, alice = gotosocial.account("quittex"), gotosocial.account("alice")
    alice.post("@quittex one", visibility="direct")
    client = api(bot)
    told = await client.notifications()
    assert len(told) == 1
    with pytest.raises(MastodonNotFoundError):
        await client.notifications_policy()
    with pytest.raises(MastodonAPIError) as caught:
        await client.notifications_dismiss(told[0].id)
    assert caught.value.args[1] == 405
    await client.notifications_clear()
    assert list(await client.notifications()) == []


async def test_nobody_is_told_by_those_they_block(mastodon: MastodonServer, api: Api) -> None:
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    bot.block(alice)
    alice.post("@quittex find")
    assert list(await api(bot).notifications()) == []


async def test_admins_are_told_of_sign_ups(mastodon: MastodonServer, api: Api) -> None:
    root = mastodon.account("root", admin=True)
    mastodon.sign_up("newcomer", note="ex-Twitter x.com/newcomer")
    told = await api(root).notifications(types=["admin.sign_up"])
    assert [(item.type, item.account.acct) for item in told] == [("admin.sign_up", "newcomer")]


async def test_dismissing_one_leaves_the_others(mastodon: MastodonServer, api: Api) -> None:
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    posted = [alice.post(f"@quittex {number}") for number in range(2)]
    client = api(bot)
    await client.notifications_dismiss((await client.notifications())[0].id)
    assert [item.status.id for item in await client.notifications()] == posted[:1]
