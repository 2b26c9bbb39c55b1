"""What the servers hold of the bot is told as it is, whoever wrote it and however."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator

import pytest

from bot.demo.cast import BLUESKY, CAST, MASTODON, Registry
from bot.demo.mastodon.state import Media
from bot.demo.stage import PRIVATE, PUBLIC, Stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with Stage(Registry()) as stage:
        yield stage


async def test_everybody_has_their_accounts(stage: Stage):
    ids = stage.ids()
    assert ids[BLUESKY, "radio"].startswith("did:plc:")
    assert stage.mastodon.person(ids[MASTODON, "radio"]).acct == "radio"
    assert len(ids) == sum(len(person.networks) for person in stage.registry.everybody.values())


async def test_answers_below_a_post(stage: Stage):
    question = stage.say("camille", BLUESKY, "@quittex.sky.test trouve #QuitteX")
    other = stage.say("camille", BLUESKY, "Bonjour")
    assert stage.answers(question) == []
    stage.bot_there.post("Voilà, @yael.sky.test", reply_to=question.ref, langs=["fr"])
    stage.there["priya"].post("Me too", reply_to=question.ref)
    [answer] = stage.answers(question)
    assert (answer.text, answer.language, answer.visibility) == ("Voilà, @yael.sky.test", "fr", PUBLIC)
    assert answer.calls == {"yael.sky.test"}
    assert stage.answers(other) == []
    assert stage.tagged == {(BLUESKY, "camille")}


async def test_a_mention_without_words_is_found_in_the_facets(stage: Stage):
    question = stage.say("camille", BLUESKY, "Bonjour")
    facet = {
        "index": {"byteStart": 0, "byteEnd": 4},
        "features": [{"$type": "app.bsky.richtext.facet#mention", "did": stage.there["yael"].did}],
    }
    stage.bot_there.post("Elle est là", reply_to=question.ref, facets=[facet])
    assert stage.answers(question)[0].calls == {"yael.sky.test"}


async def test_answers_in_a_chat_belong_to_the_message_before_them(stage: Stage):
    first = stage.say("nadia", BLUESKY, "Bonjour", private=True)
    stage.bot_there.message(stage.there["nadia"], "Un")
    second = stage.say("nadia", BLUESKY, "Encore", private=True)
    stage.bot_there.message(stage.there["nadia"], "Deux")
    stage.bot_there.message(stage.there["nadia"], "Trois")
    assert [answer.text for answer in stage.answers(first)] == ["Un"]
    assert [answer.text for answer in stage.answers(second)] == ["Deux", "Trois"]
    assert stage.answers(first)[0].visibility == PRIVATE
    assert stage.everything_said() == 3


async def test_answers_on_mastodon(stage: Stage):
    question = stage.say("tom", MASTODON, "@quittex find", private=True)
    assert stage.mastodon.status(question.ref)["visibility"] == "direct"
    stage.bot_here.post("@tom 3 people, not @lou", question.ref, visibility="direct", language="en")
    [answer] = stage.answers(question)
    assert (answer.text, answer.visibility, answer.language) == ("3 people, not @lou", "direct", "en")
    assert answer.calls == {"tom", "lou"}


async def test_answers_stay_countable_when_the_question_is_gone(stage: Stage):
    question = stage.say("lou", MASTODON, "@quittex trouve")
    stage.bot_here.post("@lou rien", question.ref)
    stage.take_back(question)
    assert len(stage.answers(question)) == 1


async def test_bulletins_are_what_answers_nobody(stage: Stage):
    question = stage.say("camille", BLUESKY, "@quittex.sky.test trouve")
    stage.bot_there.post("Voilà", reply_to=question.ref)
    stage.bot_there.post("68 people")
    picture = Media("m1", stage.bot_here.id, b"PNG", "image/png", "A chart")
    stage.mastodon.world.media["m1"] = picture
    stage.bot_here.post("68 people", media=[picture])
    there, here = stage.bulletins()
    assert (there.network, there.image) == (BLUESKY, b"")
    assert (here.network, here.image, here.alt) == (MASTODON, b"PNG", "A chart")
    assert stage.everything_said() == 3


async def test_looks_and_ears_count_requests(stage: Stage):
    looks, ears = stage.looks(), stage.ears()
    token = stage.bot_here.token
    for port, line in (
        (stage.bluesky.http.port, "/xrpc/app.bsky.feed.getPosts?uris=at://x"),
        (stage.mastodon.http.port, f"/api/v1/streaming/user?access_token={token}"),
    ):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {line} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        await reader.readline()
        writer.close()
    key = base64.b64encode(b"0123456789abcdef").decode()
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.bluesky.jetstream.port)
    writer.write(
        b"GET /xrpc/network.bsky.jetstream.subscribeEvents HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key.encode() + b"\r\n\r\n"
    )
    assert b"101" in await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert stage.looks() == looks + 1
    assert stage.ears() == (ears[0] + 1, ears[1] + 1)


def test_names():
    assert Stage(Registry()).name("camille") == CAST["camille"].name
