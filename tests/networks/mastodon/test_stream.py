"""The doorbell rings on both kinds of stream, comes back after every loss, and tells when its token is refused."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.mastodon import GOTOSOCIAL, MastodonServer
from bot.errors import Unknown
from bot.networks.mastodon import stream
from bot.networks.mastodon.stream import CONNECTED, REFUSED, Doorbell, Ring, bases, drain, events, frames
from tests.networks.mastodon.conftest import session_for


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(stream, "WITHOUT_STREAM", 0.01)


@asynccontextmanager
async def hung_up(server: MastodonServer, announced: str = "", **more: Any) -> AsyncIterator[Doorbell]:
    """A doorbell at work."""
    session = session_for(server, **more)
    bell = Doorbell(session, announced or server.socket.url)
    task = asyncio.get_running_loop().create_task(bell.run())
    yield bell
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await session.close()


async def next_ring(bell: Doorbell) -> Ring:
    async with asyncio.timeout(10):
        return await bell.rings.get()


async def test_it_rings_for_a_mention(any_server: MastodonServer) -> None:
    async with hung_up(any_server) as bell:
        assert await next_ring(bell) == Ring(CONNECTED)
        assert bell.live
        alice = any_server.account("alice")
        post = alice.post("@qxbot find")
        ring = await next_ring(bell)
        assert (ring.event, ring.payload["type"], ring.payload["status"]["id"]) == ("notification", "mention", post)


async def test_it_comes_back_after_every_loss(any_server: MastodonServer) -> None:
    async with hung_up(any_server) as bell:
        for _ in range(3):
            assert await next_ring(bell) == Ring(CONNECTED)
            any_server.hub.drop()


async def test_a_server_that_restarts_is_found_again(server: MastodonServer) -> None:
    async with hung_up(server) as bell:
        await next_ring(bell)
        port = server.http.port
        await server.http.stop()
        await asyncio.sleep(0.05)
        await server.http.start(port)
        assert await next_ring(bell) == Ring(CONNECTED)


async def test_a_stream_without_a_sound_is_taken_for_dead(server: MastodonServer) -> None:
    server.hub.heartbeat_seconds = 60
    async with hung_up(server, heartbeat_seconds=0.1) as bell:
        assert await next_ring(bell) == Ring(CONNECTED)
        assert await next_ring(bell) == Ring(CONNECTED)


async def test_a_stream_that_only_thumps_lives_on(server: MastodonServer) -> None:
    server.hub.heartbeat_seconds = 0.02
    async with hung_up(server, heartbeat_seconds=0.2) as bell:
        await next_ring(bell)
        await asyncio.sleep(0.5)
        assert bell.live and bell.rings.empty()


async def test_a_token_it_refuses_is_told(any_server: MastodonServer) -> None:
    async with hung_up(any_server) as bell:
        await next_ring(bell)
        any_server.person("qxbot").revoke_token()
        any_server.hub.drop()
        assert await next_ring(bell) == Ring(REFUSED)
        assert not bell.live


@pytest.mark.parametrize("status", [403, 405, 410, 501])
async def test_a_server_without_streams_is_left_in_peace(status: int) -> None:
    async with MastodonServer(replace(GOTOSOCIAL, sse=False)) as server:
        await server.socket.stop()
        server.faults.add("status", ".*/streaming/user", status=status)
        async with hung_up(server, "wss://nobody.invalid") as bell:
            await asyncio.sleep(0.1)
            assert not bell.live and bell.rings.empty()
            assert len([seen for seen in server.http.requests if "streaming" in seen.path]) > 1


async def test_an_event_that_makes_no_sense_still_rings(server: MastodonServer) -> None:
    body = "event: notification\ndata: {broken\n\nevent:update\r\ndata:[1]\r\n\r\nevent: delete\ndata: 5\n\n"
    sse = {"Content-Type": "text/event-stream"}
    server.faults.add("status", ".*/streaming/user", status=200, body=body, headers=sse)
    async with hung_up(server) as bell:
        rings = [await next_ring(bell) for _ in range(4)]
    assert rings == [Ring(CONNECTED), Ring("notification"), Ring("update", [1]), Ring(CONNECTED)]


async def test_the_token_is_in_no_line_of_the_log(any_server: MastodonServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with hung_up(any_server) as bell:
        await next_ring(bell)
        any_server.hub.drop()
        await next_ring(bell)
    ours = [record for record in caplog.records if record.name.startswith(("bot.networks", "httpx", "httpcore"))]
    assert ours
    assert not [record for record in ours if any_server.person("qxbot").token in record.getMessage()]


@pytest.mark.parametrize(
    ("own", "announced", "expected"),
    [
        ("https://a.example", "wss://stream.a.example", ["https://stream.a.example", "https://a.example"]),
        ("https://a.example", "wss://a.example", ["https://a.example"]),
        ("https://a.example", "ws://evil.example", ["https://a.example"]),
        ("https://a.example", "", ["https://a.example"]),
        ("https://a.example", "stream.a.example", ["https://a.example"]),
        ("https://a.example", "file:///etc/passwd", ["https://a.example"]),
        ("http://127.0.0.1:3000", "wss://127.0.0.1:3000", ["http://127.0.0.1:3000"]),
        ("http://127.0.0.1:3000", "ws://127.0.0.1:4000", ["http://127.0.0.1:4000", "http://127.0.0.1:3000"]),
    ],
)
def test_where_the_streams_are(own: str, announced: str, expected: list[str]) -> None:
    assert bases(own, announced) == expected


async def told(*chunks: bytes) -> list[tuple[str, str]]:
    async def source() -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk

    return [event async for event in events(source())]


STREAM = (
    b":)\n:thump\n\nevent: update\ndata: {}\n\nevent:delete\r\ndata:01M7WB\r\n\r\nretry: 5\nid: 3\ndata: a\rdata: b\r\r"
    b"event: empty\n\nevent: \xff\ndata: \xc3\xa9\n\n"
)
EVENTS = [("update", "{}"), ("delete", "01M7WB"), ("message", "a\nb"), ("\ufffd", "é")]


async def test_events_in_every_form() -> None:
    assert await told(STREAM) == EVENTS


@given(st.lists(st.integers(0, len(STREAM)), max_size=8))
def test_events_however_they_are_cut(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(STREAM)]
    chunks = [STREAM[a:b] for a, b in pairwise(places)]
    assert asyncio.run(told(*chunks)) == EVENTS


async def test_an_event_without_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LARGEST_EVENT", 1000)
    with pytest.raises(Unknown):
        await told(b"data: " + b"x" * 2000)
    with pytest.raises(Unknown):
        await told(*[b"data: " + b"x" * 500 + b"\n"] * 3)


async def test_frames_that_make_no_sense_are_passed_over() -> None:
    async def source() -> AsyncIterator[str | bytes]:
        for frame in ("", "[1]", '{"event": 5}', b"\xff", "[" * 100_000):
            yield frame
        yield json.dumps({"stream": ["user"], "event": "notification", "payload": "{}"})

    assert [frame async for frame in frames(source())] == [("notification", "{}")]


async def test_what_rang_together_is_taken_together() -> None:
    rings: asyncio.Queue[Ring] = asyncio.Queue()
    for number in range(5):
        rings.put_nowait(Ring("update", number))
    assert [ring.payload for ring in drain(rings, Ring("update", "first"), 3)] == ["first", 0, 1]
    assert len(drain(rings, rings.get_nowait(), 10)) == 3


async def test_a_bell_nobody_answers_stops_ringing(server: MastodonServer) -> None:
    bell = Doorbell(session_for(server), "")
    for _ in range(stream.MOST_RINGS + 5):
        bell._ring(Ring("update"))
    assert bell.rings.full()
    await bell._session.close()
