"""The real network itself: what the SDK posts comes out of the stream and, after settling, out of the AppView."""

import json

import httpx
import pytest
from atproto import AsyncClient
from websockets.asyncio.client import connect

from tests.realnet.network import RealNetwork

pytestmark = pytest.mark.realnet
POST = "app.bsky.feed.post"


async def test_a_post_made_with_the_sdk_is_seen_in_the_stream(realnet: RealNetwork) -> None:
    did = realnet.create_account("alice.test", "alice-password")
    client = AsyncClient(realnet.pds)
    await client.login("alice.test", "alice-password")
    sent = await client.send_post("Bonjour #QuitteX")
    await client.request.close()
    wanted = f"kinds=commit&collections={POST}&dids={did}&cursor=1"
    async with connect(f"{realnet.jetstream}/xrpc/network.bsky.jetstream.subscribeEvents?{wanted}") as socket:
        event = json.loads(await socket.recv())["payload"]
    assert (event["did"], event["collection"]) == (did, POST)
    assert sent.uri == f"at://{did}/{POST}/{event['rkey']}"
    assert event["record"]["text"] == "Bonjour #QuitteX"


def test_a_paused_appview_is_stale_until_resumed(realnet: RealNetwork) -> None:
    def known(handle: str) -> bool:
        asked = httpx.get(f"{realnet.appview}/xrpc/app.bsky.actor.getProfile", params={"actor": handle}, timeout=30)
        return asked.status_code == 200

    realnet.pause_appview()
    try:
        realnet.create_account("bob.test", "bob-password")
        assert not known("bob.test")
    finally:
        realnet.resume_appview()
    realnet.settle()
    assert known("bob.test")
