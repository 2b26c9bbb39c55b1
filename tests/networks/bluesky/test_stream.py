"""The stream: nothing lost over cuts, changes of host and servers that forget; silence is noticed."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

import pytest
from websockets.asyncio.server import ServerConnection, serve

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.networks.bluesky import stream as module
from bot.networks.bluesky.jetstream import Cursor
from bot.networks.bluesky.stream import Chunk, Stream
from bot.networks.bluesky.translate import Us
from tests.networks.bluesky.conftest import HandClock, become


@pytest.fixture
def us(bot: Person) -> Us:
    return Us("bluesky", bot.did, frozenset({"quittex"}))


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a minute of back-off tells a test nothing."""
    monkeypatch.setattr(module, "LONGEST_BACK_OFF", 0.05)
    monkeypatch.setattr(module, "QUIET", 0.05)


def early(server: BlueskyNetwork) -> Cursor:
    """At the first event."""
    return Cursor(server.jetstream.url, 1, Cursor.at(datetime.now(UTC)).micros)


class Reader:
    """Takes from a Stream until it has seen enough."""

    def __init__(self, chunks: AsyncIterator[Chunk]) -> None:
        self._chunks = chunks
        self.texts: list[str] = []
        self.cursor: Cursor | None = None
        self.missing: list[datetime] = []

    async def until(self, *texts: str) -> None:
        while not set(texts) <= set(self.texts):
            await self.step()

    async def step(self) -> None:
        chunk = await anext(self._chunks)
        self.texts += [str(sight.record["text"]) for sight in chunk.sights]
        self.cursor = chunk.cursor or self.cursor
        if chunk.missing_since:
            self.missing.append(chunk.missing_since)


def stream(server: BlueskyNetwork, us: Us, clock: HandClock, hosts: Sequence[str] = (), patience: float = 60) -> Stream:
    return Stream(hosts or (server.jetstream.url,), us, clock, patience)


async def test_every_cut_is_mended(server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock) -> None:
    async with aclosing(stream(server, us, clock).chunks(early(server))) as chunks:
        reader = Reader(chunks)
        for n, code in enumerate((1000, 1001, 1006 + 5, 1012, 4000)):
            alice.post(f"{n} #QuitteX")
            await reader.until(f"{n} #QuitteX")
            await server.jetstream.drop_clients(code)
            alice.post(f"{n} in between #QuitteX")
        await reader.until("4 in between #QuitteX")
    assert {f"{n} in between #QuitteX" for n in range(5)} <= set(reader.texts)
    assert not reader.missing


async def test_frames_that_trickle_in_are_all_taken(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock
) -> None:
    server.jetstream.delay = 0.002
    for n in range(50):
        alice.post(f"{n} #QuitteX")
    async with aclosing(stream(server, us, clock).chunks(early(server))) as chunks:
        reader = Reader(chunks)
        await reader.until(*(f"{n} #QuitteX" for n in range(50)))
    assert reader.texts == [f"{n} #QuitteX" for n in range(50)]
    assert reader.cursor is not None
    assert reader.cursor.seq == server.jetstream.seq


async def test_a_server_that_is_faster_than_we_are_waits(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_PENDING", 5)
    for n in range(200):
        alice.post(f"{n} #QuitteX")
    async with aclosing(stream(server, us, clock).chunks(early(server))) as chunks:  # type: ignore[type-var]
        reader = Reader(chunks)
        await reader.until(*(f"{n} #QuitteX" for n in range(200)))
    assert reader.texts == [f"{n} #QuitteX" for n in range(200)]


async def test_messages_in_several_frames_are_put_together(us: Us, clock: HandClock) -> None:
    record = {"text": "#QuitteX", "tags": ["quittex"]}
    payload = {"$type": "x#commit", "seq": 1, "did": "did:plc:alice", "witnessedAt": clock.now().isoformat()}
    payload |= {"operation": "create", "collection": "app.bsky.feed.post", "rkey": "1", "cid": "c", "record": record}
    message = json.dumps({"$type": "message", "payload": payload})

    async def in_pieces(client: ServerConnection) -> None:
        await client.send(["", message[:10], "", message[10:]])
        await client.send(message)
        await client.wait_closed()

    async with serve(in_pieces, "127.0.0.1", 0) as host:
        url = f"ws://127.0.0.1:{host.sockets[0].getsockname()[1]}"
        async with aclosing(Stream((url,), us, clock).chunks(Cursor.at(clock.now()))) as chunks:  # type: ignore[type-var]
            reader = Reader(chunks)
            while len(reader.texts) < 2:
                await reader.step()
    assert reader.texts == ["#QuitteX", "#QuitteX"]


async def test_the_cursor_moves_on_chatter_alone(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CURSOR_FRAMES", 10)
    for n in range(30):
        alice.post(f"chatter {n}")
    async with aclosing(stream(server, us, clock).chunks(early(server))) as chunks:
        reader = Reader(chunks)
        while reader.cursor is None or reader.cursor.seq < server.jetstream.seq - 10:
            await reader.step()
    assert reader.texts == []


async def test_the_next_host_goes_on_where_the_first_left(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock
) -> None:
    hosts = ("ws://127.0.0.1:9", server.jetstream.url)
    alice.post("before #QuitteX")
    elsewhere = Cursor("ws://127.0.0.1:9", 10**9, Cursor.at(datetime.now(UTC)).micros)
    async with aclosing(stream(server, us, clock, hosts).chunks(elsewhere)) as chunks:
        reader = Reader(chunks)
        await reader.until("before #QuitteX")  # rewound by time: another host numbers otherwise
    assert reader.cursor is not None
    assert reader.cursor.host == server.jetstream.url


async def test_a_host_that_counts_anew_is_asked_by_time(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock
) -> None:
    ahead = Cursor(server.jetstream.url, 10**9, Cursor.at(datetime.now(UTC) - timedelta(hours=1)).micros)
    alice.post("seen #QuitteX")
    async with aclosing(stream(server, us, clock).chunks(ahead)) as chunks:
        reader = Reader(chunks)
        taking = asyncio.get_running_loop().create_task(reader.until("seen #QuitteX"))
        await become(lambda: server.jetstream.connections > 0)
        alice.post("later #QuitteX")
        await taking


async def test_a_place_too_old_is_a_gap_and_all_that_is_left_is_read(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock
) -> None:
    for n in range(5):
        alice.post(f"{n} #QuitteX")
    server.jetstream.floor = server.jetstream.seq - 1
    lost = Cursor(server.jetstream.url, 1, Cursor.at(datetime.now(UTC) - timedelta(hours=2)).micros)
    async with aclosing(stream(server, us, clock).chunks(lost)) as chunks:
        reader = Reader(chunks)
        await reader.until("3 #QuitteX", "4 #QuitteX")
        alice.post("now #QuitteX")
        await reader.until("now #QuitteX")
    assert reader.missing[0] == lost.moment
    assert reader.texts == ["3 #QuitteX", "4 #QuitteX", "now #QuitteX"]


async def test_a_silent_connection_is_left(server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock) -> None:
    async with aclosing(stream(server, us, clock, patience=0.1).chunks(early(server))) as chunks:
        reader = Reader(chunks)
        alice.post("one #QuitteX")
        await reader.until("one #QuitteX")
        server.jetstream.paused = True  # held open, and never a frame again
        alice.post("two #QuitteX")
        waiting = asyncio.get_running_loop().create_task(reader.until("two #QuitteX"))
        before = server.jetstream.connections
        await become(lambda: server.jetstream.connections >= before + 2)
        server.jetstream.paused = False
        server.jetstream.wake()
        await waiting


async def test_garbage_on_the_wire_is_passed_over(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock
) -> None:
    async with aclosing(stream(server, us, clock).chunks(early(server))) as chunks:
        reader = Reader(chunks)
        alice.post("one #QuitteX")
        await reader.until("one #QuitteX")
        for garbage in ("", "null", "[" * 10_000, '{"tags"', b"\xff\x00\xfe", f'{{"payload":{{"did":"{us.did}"}}}}'):
            await server.jetstream.send_raw(garbage)
        alice.post("two #QuitteX")
        await reader.until("two #QuitteX")
    assert reader.texts == ["one #QuitteX", "two #QuitteX"]


async def test_a_refusing_host_is_asked_again(server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock) -> None:
    server.jetstream.refuse_with = 503
    alice.post("one #QuitteX")
    async with aclosing(stream(server, us, clock).chunks(early(server))) as chunks:
        reader = Reader(chunks)
        waiting = asyncio.get_running_loop().create_task(reader.until("one #QuitteX"))
        await asyncio.sleep(0.2)
        server.jetstream.refuse_with = None
        await waiting


async def test_it_says_when_it_has_caught_up_and_when_it_came_back(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock
) -> None:
    made = stream(server, us, clock)
    async with aclosing(made.chunks(Cursor.at(clock.now()))) as chunks:
        reader = Reader(chunks)
        waiting = asyncio.get_running_loop().create_task(reader.until("one #QuitteX"))
        await asyncio.wait_for(made.caught_up.wait(), 5)
        assert not made.reopened.is_set()
        await server.jetstream.drop_clients()
        await asyncio.wait_for(made.reopened.wait(), 5)
        alice.post("one #QuitteX")
        await waiting


async def test_a_host_that_holds_nothing_is_followed_from_now_on(us: Us, clock: HandClock, alice: Person) -> None:
    asked: list[str] = []

    async def too_old(client: ServerConnection) -> None:
        await client.send(json.dumps({"$type": "error", "error": "ConsumerTooSlow", "message": "m"}))

    def opening(connection: ServerConnection, request: object) -> object:
        path = str(getattr(request, "path", ""))
        asked.append(path)
        body = json.dumps({"error": "CursorTooOld", "message": "m"}) + "\n"
        return connection.respond(400, body) if "cursor" in path else None  # type: ignore[arg-type]

    async with serve(too_old, "127.0.0.1", 0, process_request=opening) as host:  # type: ignore[arg-type]
        url = f"ws://127.0.0.1:{host.sockets[0].getsockname()[1]}"
        lost = Cursor(url, 5, Cursor.at(clock.now() - timedelta(days=3)).micros)
        async with aclosing(Stream((url,), us, clock).chunks(lost)) as chunks:
            reader = Reader(chunks)
            await reader.step()
            waiting = asyncio.get_running_loop().create_task(reader.step())
            await become(lambda: any("cursor" not in path for path in asked))
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
    assert reader.missing == [lost.moment]


async def test_signs_are_told_together_and_none_is_lost(
    server: BlueskyNetwork, alice: Person, us: Us, clock: HandClock
) -> None:
    reading = Stream((server.jetstream.url,), us, clock, reading=module.ACCOUNTS)
    told: list[list[str]] = []
    async with aclosing(reading.chunks(early(server))) as chunks:  # type: ignore[type-var]
        async for chunk in chunks:
            assert not chunk.sights
            told.append([sign.status for sign in chunk.signs if sign.account.id == alice.did])
            if len(told) == 1:
                for n in range(50):
                    alice.post(f"{n} #QuitteX")
                    alice.set_status("deactivated" if n % 2 else "active")
                    if n == 25:
                        server.jetstream.cut_clients()
            if sum(map(len, told)) == 52:
                break
    assert told[0] == ["", "active"]
    assert len(told) < 10
    assert [status for some in told[1:] for status in some] == ["active", "deactivated"] * 25
