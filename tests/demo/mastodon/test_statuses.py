"""Statuses as the servers answer them, through the real Mastodon.py."""

from __future__ import annotations

import asyncio
import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from mastodon import MastodonAPIError, MastodonInternalServerError, MastodonNotFoundError

from bot.demo.mastodon import GOTOSOCIAL, MASTODON, Flavour, MastodonServer
from tests.demo.conftest import Api

BOTH = pytest.mark.parametrize("flavour", [MASTODON, GOTOSOCIAL], ids=lambda flavour: flavour.name)


async def test_a_status_is_posted_read_and_found_under_its_trigger(mastodon: MastodonServer, api: Api) -> None:
    bot, alice = mastodon.account("quittex", bot=True), mastodon.account("alice")
    question = alice.post("@QuitteX find #QuitteX", language="en")

    sent = await api(bot).status_post("@alice 3 people", in_reply_to_id=question, visibility="unlisted", language="en")
    context = await api(bot).status_context(question)

    assert [item.id for item in context.descendants] == [sent.id]
    assert sent.in_reply_to_id == question
    assert [mention.acct for mention in sent.mentions] == ["alice"]
    assert [reply["text"] for reply in mastodon.replies_to(question, by=bot)] == ["@alice 3 people"]
    assert sent.visibility == "unlisted"


async def test_a_key_gives_the_first_post_again(mastodon: MastodonServer, api: Api) -> None:
    bot = api(mastodon.account("quittex"))
    posts = [bot.status_post(f"hello {number}", idempotency_key="k") for number in range(4)]
    sent = await asyncio.gather(*posts)
    assert len({item.id for item in sent}) == 1
    assert len(mastodon.statuses_of("quittex")) == 1


async def test_a_key_is_forgotten_after_an_hour(api: Api) -> None:
    async with MastodonServer() as server:
        bot = api(server.account("quittex"))
        await bot.status_post("hello", idempotency_key="k")
        now = server.world.now
        server.world.now = lambda: now() + timedelta(minutes=61)
        await bot.status_post("hello", idempotency_key="k")
        assert len(server.statuses_of("quittex")) == 2


async def test_gotosocial_ignores_the_key(gotosocial: MastodonServer, api: Api) -> None:
    bot = api(gotosocial.account("quittex"))
    await bot.status_post("hello", idempotency_key="k")
    await bot.status_post("hello", idempotency_key="k")
    assert len(gotosocial.statuses_of("quittex")) == 2


async def test_a_repeated_key_may_be_a_500_that_means_success(api: Api) -> None:
    async with MastodonServer(dataclasses.replace(MASTODON, repeated_key_status=500)) as server:
        bot = api(server.account("quittex"))
        await bot.status_post("hello", idempotency_key="k")
        with pytest.raises(MastodonInternalServerError):
            await bot.status_post("hello", idempotency_key="k")
        assert len(server.statuses_of("quittex")) == 1


@BOTH
async def test_a_direct_status_is_read_by_its_participants_only(flavour: Flavour, api: Api) -> None:
    async with MastodonServer(flavour) as server:
        alice, bob, bot = server.account("alice"), server.account("bob"), server.account("quittex")
        question = alice.post("@quittex find", visibility="direct")
        answer = await api(bot).status_post("@alice 3", in_reply_to_id=question, visibility="direct")
        assert (await api(alice).status(answer.id)).visibility == "direct"
        for stranger in (bob,):
            with pytest.raises(MastodonNotFoundError):
                await api(stranger).status(question)
        own = await api(bot).account_statuses(bot.id)
        seen = await api(bob).account_statuses(bot.id)
        assert ([item.id for item in own], list(seen)) == ([answer.id], [])


@BOTH
async def test_what_cannot_be_posted(flavour: Flavour, api: Api) -> None:
    refusal = {422: 422, 400: 400}[flavour.refusal_status]
    async with MastodonServer(flavour) as server:
        alice, bot = server.account("alice"), server.account("quittex")
        gone = alice.post("@quittex find")
        alice.delete(gone)
        cases: list[tuple[dict[str, Any], int]] = [
            ({"status": "x" * (flavour.max_characters + 1)}, refusal),
            ({"status": " "}, refusal),
            ({"status": "@alice 3", "in_reply_to_id": gone}, 404),
        ]
        for arguments, status in cases:
            with pytest.raises(MastodonAPIError) as caught:
                await api(bot).status_post(**arguments)
            assert caught.value.args[1] == status
        fits = "x" * (flavour.max_characters - flavour.url_length - 1) + " https://example.test/" + "y" * 500
        await api(bot).status_post(fits)
        assert len(server.statuses_of(bot)) == 1


@BOTH
async def test_a_media_id_is_a_ticket_for_one_status(flavour: Flavour, api: Api) -> None:
    async with MastodonServer(flavour) as server:
        bot = api(server.account("quittex"))
        medium = await bot.media_post(b"\x89PNG...", mime_type="image/png", description="a chart", synchronous=True)
        sent = await bot.status_post("numbers", media_ids=[medium])
        with pytest.raises(MastodonAPIError) as caught:
            await bot.status_post("numbers again", media_ids=[medium])
        assert caught.value.args[1] == flavour.refusal_status
        assert sent.media_attachments[0].description == "a chart"
        assert server.statuses_of("quittex")[0]["media"] == [{"id": medium.id, "description": "a chart"}]


async def test_delete_edit_and_favourite(mastodon: MastodonServer, api: Api) -> None:
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    sent = await api(bot).status_post("@alice hello")
    edited = await api(bot).status_update(sent, "@alice hello again")
    await api(alice).status_favourite(sent)
    assert edited.edited_at is not None
    assert [item.type for item in await api(bot).notifications()] == ["favourite"]
    with pytest.raises(MastodonNotFoundError):
        await api(alice).status_delete(sent)
    await api(bot).status_delete(sent)
    assert mastodon.status(sent.id) is None
    with pytest.raises(MastodonNotFoundError):
        await api(alice).status(sent.id)
    assert list(await api(alice).notifications()) == []
