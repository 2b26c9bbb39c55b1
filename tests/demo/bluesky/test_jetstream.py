"""The stream: same wire and same refusals as the relay that reads a real PDS, cursors, faults."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosedError, InvalidStatus

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.bluesky.jetstream import PATH, Jetstream, wish_of
from bot.demo.bluesky.state import Event
from tests.realnet.jetstream_relay import Relay

AT = datetime(2026, 11, 20, 10, 0, 0, 123456, tzinfo=UTC)
POST = {"$type": "app.bsky.feed.post", "text": "é", "createdAt": "2026-11-20T10:00:00Z"}
ADDED = {"rev": "3abc", "collection": "app.bsky.feed.post", "rkey": "3k"}


def stream(network: BlueskyNetwork, query: str = "") -> connect:
    return connect(f"{network.jetstream.url}{PATH}{query}", proxy=None)


async def payloads(client: ClientConnection, count: int) -> list[dict[str, Any]]:
    return [json.loads(await client.recv())["payload"] for _ in range(count)]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("commit", ADDED | {"operation": "create", "record": POST, "cid": "bafy"}),
        ("commit", ADDED | {"operation": "delete"}),
        ("identity", {"did": "did:plc:a", "handle": "alice.test"}),
        ("account", {"did": "did:plc:a", "active": False, "status": "takendown"}),
    ],
)  # fmt: skip
def test_frames_are_those_of_the_relay(kind: str, body: dict[str, Any]) -> None:
    ours, relay = Jetstream(), Relay("ws://unused")
    collection = body.get("collection", "")
    ours.add(Event(kind, "did:plc:a", AT, body, collection))
    at = "2026-11-20T10:00:00.123456Z"
    relay._add(kind, "did:plc:a", at, body if kind == "commit" else body | {"seq": 1, "time": at}, collection)
    assert json.loads(ours._events[0].text) == json.loads(relay.events[0].v2)


@pytest.mark.parametrize(
    "query",
    [
        "", "?cursor=0", "?cursor=1", "?cursor=2", "?cursor=4", "?cursor=9", "?cursor=-1", "?cursor=x",
        "?cursor=1700000000000000", "?cursor=1800000000000000", "?kinds=commit&kinds=identity", "?kinds=other",
        "?collections=app.bsky.feed.post", "?collections=app.bsky.*", "?collections=post",
        "?kinds=identity&collections=a.b.c",
        "?dids=did:plc:a", "?dids=alice", "?wantedDids=did:plc:a", "?compress=true", "?zstdDictionary=1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("floor", [1, 3])
def test_openings_are_judged_as_by_the_relay(query: str, floor: int) -> None:
    ours, relay = Jetstream(), Relay("ws://unused")
    for number in range(3):
        ours.add(Event("identity", "did:plc:a", AT, {}))
        relay._add("identity", "did:plc:a", f"2026-11-20T10:00:00.12345{6 + number}Z", {})
    ours.floor = relay.floor = floor
    request = SimpleNamespace(path=PATH + query, headers={})
    mine, theirs = SimpleNamespace(), SimpleNamespace()
    refusal, expected = ours._opening(mine, request), relay._request(theirs, request)  # type: ignore[arg-type]
    if expected is None:
        assert refusal is None
        assert mine.start == (theirs.plan[2], theirs.plan[3] or "")
    else:
        assert refusal is not None
        assert json.loads(refusal.body)["error"] == json.loads(expected.body)["error"] or "zstd" in query
        assert refusal.status_code == expected.status_code


def test_wishes_choose_by_kind_person_and_collection() -> None:
    ours = Jetstream()
    ours.add(Event("commit", "did:plc:a", AT, {"rev": "1"}, "app.bsky.feed.post"))
    ours.add(Event("identity", "did:plc:b", AT, {}))
    post, identity = ours._events
    assert wish_of({"collections": ["app.bsky.feed.*"]}).wants(post)
    assert wish_of({"collections": ["app.bsky.graph.follow"]}).wants(identity)
    assert not wish_of({"collections": ["app.bsky.graph.follow"]}).wants(post)
    assert not wish_of({"dids": ["did:plc:b"]}).wants(post)
    assert not wish_of({"kinds": ["commit"]}).wants(identity)


async def test_posts_arrive_as_they_happen_and_again_from_an_inclusive_cursor(bluesky: BlueskyNetwork) -> None:
    alice = bluesky.account("alice.test")
    async with stream(bluesky, "?collections=app.bsky.feed.post&kinds=commit") as client:
        uris = [alice.post(f"text {number}") for number in range(3)]
        live = await payloads(client, 3)
    async with stream(bluesky, f"?cursor={live[1]['seq']}&kinds=commit") as client:
        again = await payloads(client, 2)
    assert again == live[1:]
    assert [f"at://{item['did']}/{item['collection']}/{item['rkey']}" for item in live] == uris
    assert live[0]["cid"] == bluesky.world.get(uris[0]).cid  # type: ignore[union-attr]


async def test_time_cursors_rewind_and_say_when_they_reach_too_far(bluesky: BlueskyNetwork) -> None:
    alice = bluesky.account("alice.test")
    alice.post("one")
    async with stream(bluesky, "?cursor=1000000000000001&kinds=commit") as client:
        info, post = await payloads(client, 2)
    assert (info["$type"].rpartition("#")[2], info["name"]) == ("info", "OutdatedCursor")
    assert post["record"]["text"] == "one"


async def test_a_cursor_below_the_floor_is_refused(bluesky: BlueskyNetwork) -> None:
    bluesky.account("alice.test").post("one")
    bluesky.jetstream.floor = 3
    with pytest.raises(InvalidStatus) as caught:
        async with stream(bluesky, "?cursor=1"):
            pass
    assert caught.value.response.status_code == 400
    assert json.loads(caught.value.response.body or b"")["error"] == "CursorTooOld"


async def test_clients_are_dropped_silenced_refused_and_fed_garbage(bluesky: BlueskyNetwork) -> None:
    alice = bluesky.account("alice.test")
    async with stream(bluesky, "?kinds=commit") as client:
        bluesky.jetstream.paused = True
        alice.post("one")
        await bluesky.jetstream.send_raw("{not json")
        assert await client.recv() == "{not json"
        bluesky.jetstream.paused = False
        bluesky.jetstream.wake()
        assert (await payloads(client, 1))[0]["record"]["text"] == "one"
        await bluesky.jetstream.drop_clients(1011)
        with pytest.raises(ConnectionClosedError):
            await client.recv()
    bluesky.jetstream.refuse_with = 503
    with pytest.raises(InvalidStatus):
        async with stream(bluesky):
            pass
    assert bluesky.jetstream.connections == 1


async def test_connections_are_cut_and_frozen(bluesky: BlueskyNetwork) -> None:
    async with stream(bluesky) as client:
        bluesky.jetstream.cut_clients()
        with pytest.raises(ConnectionClosedError):
            await client.recv()
    where = f"{bluesky.jetstream.url}{PATH}"
    async with connect(where, proxy=None, ping_interval=0.02, ping_timeout=0.02, close_timeout=0.02) as client:
        bluesky.jetstream.freeze()
        with pytest.raises(ConnectionClosedError, match="keepalive ping timeout"):
            await client.recv()


async def test_a_client_that_talks_is_closed(bluesky: BlueskyNetwork) -> None:
    async with stream(bluesky) as client:
        await client.send("hello")
        with pytest.raises(ConnectionClosedError) as caught:
            await client.recv()
    assert caught.value.rcvd is not None and caught.value.rcvd.code == 1008
