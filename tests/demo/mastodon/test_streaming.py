"""Streams: server-sent events where there are any, WebSocket everywhere."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosedOK, InvalidStatus

from bot.demo.mastodon import MastodonServer, Person


@pytest.fixture
async def browser(mastodon: MastodonServer) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=mastodon.url, timeout=5) as opened:
        yield opened


def bearer(person: Person) -> dict[str, str]:
    return {"Authorization": f"Bearer {person.token}"}


async def events(lines: AsyncIterator[str], count: int) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    async for line in lines:
        if line.startswith("event: "):
            data = (await anext(lines)).removeprefix("data: ")
            found.append((line.removeprefix("event: "), json.loads(data)))
        if len(found) == count:
            break
    return found


async def test_sse_tells_the_user_what_concerns_them(mastodon: MastodonServer, browser: httpx.AsyncClient) -> None:
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    bot.follow(alice)
    async with browser.stream("GET", "/api/v1/streaming/user", headers=bearer(bot)) as response:
        lines = response.aiter_lines()
        assert await anext(lines) == ":)"
        post = alice.post("@quittex find")
        alice.edit(post, "@quittex who")
        alice.delete(post)
        found = await events(lines, 4)
    assert [kind for kind, _ in found] == ["update", "notification", "status.update", "delete"]
    assert (found[0][1]["id"], found[1][1]["status"]["id"], str(found[3][1])) == (post, post, post)


async def test_sse_has_hashtags_heartbeats_and_ends_when_dropped(
    mastodon: MastodonServer, browser: httpx.AsyncClient
) -> None:
    mastodon.hub.heartbeat_seconds = 0.01
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    where = "/api/v1/streaming/hashtag?tag=QuitteX"
    async with browser.stream("GET", where, headers=bearer(bot)) as response:
        lines = response.aiter_lines()
        assert [await anext(lines), await anext(lines)] == [":)", ":thump"]
        post = alice.post("#quittex")
        assert (await events(lines, 1))[0][1]["id"] == post
        mastodon.hub.drop()
        with pytest.raises(httpx.RemoteProtocolError):
            async for _ in lines:
                pass
    assert mastodon.hub.listeners == set()


async def test_sse_refuses_bad_tokens_and_gotosocial_has_none(
    mastodon: MastodonServer, gotosocial: MastodonServer, browser: httpx.AsyncClient
) -> None:
    bad = await browser.get("/api/v1/streaming/user", headers={"Authorization": "Bearer nonsense"})
    assert bad.status_code == 401
    bot = gotosocial.account("quittex")
    missing = await browser.get(f"{gotosocial.url}/api/v1/streaming/user", headers=bearer(bot))
    assert missing.status_code == 404


async def heard(client: ClientConnection) -> tuple[list[str], str, Any]:
    said = json.loads(await client.recv())
    return said["stream"], said["event"], json.loads(said["payload"])


async def test_one_socket_carries_many_streams(mastodon: MastodonServer) -> None:
    bot, alice = mastodon.account("quittex"), mastodon.account("alice")
    where = f"{mastodon.socket.url}/api/v1/streaming?access_token={bot.token}"
    async with connect(where, proxy=None) as client:
        for stream in ({"stream": "user"}, {"stream": "hashtag", "tag": "QuitteX"}, {"stream": "nonsense"}):
            await client.send(json.dumps({"type": "subscribe", **stream}))
        await client.send("{broken")
        await (await client.ping())
        alice.post("@quittex hi")
        alice.post("#quittex")
        stream, event, notification = await heard(client)
        assert (stream, event, notification["type"]) == (["user"], "notification", "mention")
        assert (await heard(client))[0] == ["hashtag", "QuitteX"]
        await client.send(json.dumps({"type": "unsubscribe", "stream": "hashtag", "tag": "QuitteX"}))
        await (await client.ping())
        alice.post("#quittex")
        bot.post("mine")
        assert (await heard(client))[2]["content"] == "<p>mine</p>"
        mastodon.hub.drop()
        with pytest.raises(ConnectionClosedOK):
            await client.recv()


async def test_gotosocial_streams_the_user_and_is_silent_about_hashtags(gotosocial: MastodonServer) -> None:
    bot, alice = gotosocial.account("quittex"), gotosocial.account("alice")
    where = f"{gotosocial.socket.url}/api/v1/streaming?stream=user"
    async with connect(where, proxy=None, additional_headers=bearer(bot)) as client:
        await client.send(json.dumps({"type": "subscribe", "stream": "hashtag", "tag": "QuitteX"}))
        await (await client.ping())
        alice.post("#QuitteX")
        alice.post("@quittex find", visibility="direct")
        assert (await heard(client))[1] == "notification"


async def test_sockets_are_refused_without_a_token_or_elsewhere(mastodon: MastodonServer) -> None:
    for path, status in (("/api/v1/streaming", 401), ("/elsewhere", 404)):
        with pytest.raises(InvalidStatus) as caught:
            async with connect(mastodon.socket.url + path, proxy=None):
                pass
        assert caught.value.response.status_code == status
