"""Jetstream v2 (`network.bsky.jetstream.subscribeEvents`) on its own WebSocket port, with the wire of the real one.

The same JSON as tests/realnet/jetstream_relay.py makes from a real PDS: integer `seq`, inclusive cursor, values from
1e15 on are unix microseconds, CursorTooOld below the floor, `#info` for a cursor from the future or an outdated time.
"""

from __future__ import annotations

import asyncio
import bisect
import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request as Opening
from websockets.http11 import Response as Refusal
from websockets.typing import Subprotocol

from bot.demo.bluesky.state import Event
from bot.demo.messages import Json, dump

TYPE = "network.bsky.jetstream.subscribeEvents"
PATH = f"/xrpc/{TYPE}"
TIME_CURSOR = 10**15
KINDS = {"commit", "identity", "account", "sync"}
MOST_COLLECTIONS, MOST_DIDS = 100, 10_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Sent:
    """One event as it goes over the wire."""

    kind: str
    did: str
    collection: str
    text: str


@dataclass(frozen=True)
class Wish:
    """What one client asked for."""

    collections: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    dids: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def wants(self, event: Sent) -> bool:
        if (self.kinds and event.kind not in self.kinds) or (self.dids and event.did not in self.dids):
            return False
        if event.kind != "commit" or not (self.collections or self.prefixes):
            return True
        return event.collection in self.collections or event.collection.startswith(self.prefixes or ("\0",))


class Jetstream:
    """The stream and its clients.

    For tests: `floor` (oldest seq still served), `delay` (seconds before each delivery), `refuse_with` (an HTTP status
    for new clients), `paused` (keep silent), `drop_clients(code)`, `cut_clients()`, `freeze()`, `send_raw(frame)`.
    """

    def __init__(self) -> None:
        self.floor = 1
        self.delay = 0.0
        self.paused = False
        self.refuse_with: int | None = None
        self.port = 0
        self.connections = 0
        self._events: list[Sent] = []
        self._times: list[int] = []
        self._clients: dict[ServerConnection, asyncio.Event] = {}
        self._server: Server | None = None
        self._frozen = False

    @property
    def url(self) -> str:
        """The base address, as in the configuration."""
        return f"ws://127.0.0.1:{self.port}"

    @property
    def seq(self) -> int:
        """The newest seq."""
        return len(self._events)

    async def start(self, port: int = 0) -> None:
        self._server = await serve(
            self._serve, "127.0.0.1", port, process_request=self._opening, select_subprotocol=_subprotocol,
            compression=None, ping_interval=30,
        )  # fmt: skip
        self.port = next(iter(self._server.sockets)).getsockname()[1]

    async def stop(self) -> None:
        if self._frozen:
            self.cut_clients()  # they will not answer a farewell
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    async def drop_clients(self, code: int = 1011, reason: str = "dropped by the test") -> None:
        """Close every connection with this code."""
        for client in list(self._clients):
            await client.close(code, reason)

    def cut_clients(self) -> None:
        """End every connection without a farewell."""
        for client in self._clients:
            client.transport.abort()

    def freeze(self) -> None:
        """Leave every connection open and dead: nothing is sent, no ping is answered, as on a lost route."""
        self.paused = self._frozen = True
        for client in self._clients:
            client.transport.pause_reading()

    async def send_raw(self, frame: str | bytes) -> None:
        """Send a frame as it is to every client: garbage."""
        for client in list(self._clients):
            with contextlib.suppress(ConnectionClosed):
                await client.send(frame)

    def add(self, event: Event) -> None:
        """Take an event of the world, number it and ring the clients."""
        micros = (event.at - _EPOCH) // timedelta(microseconds=1)
        micros = max(micros, self._times[-1] + 1) if self._times else micros
        self._times.append(micros)
        self._events.append(Sent(event.kind, event.did, event.collection, _frame(event, len(self._times), micros)))
        self.wake()

    def wake(self) -> None:
        """Let the clients look again; after `paused` was lifted."""
        for bell in self._clients.values():
            bell.set()

    def _opening(self, connection: ServerConnection, opening: Opening) -> Refusal | None:
        target = urlsplit(opening.path)
        if self.refuse_with is not None:
            return _refusal("Refused", "refused by the test", self.refuse_with)
        if target.path != PATH:
            return _refusal("MethodNotImplemented", "not served here", 404)
        try:
            connection.wish = wish_of(parse_qs(target.query))  # type: ignore[attr-defined]
            connection.start = self._start(parse_qs(target.query))  # type: ignore[attr-defined]
        except _TooOldError as error:
            return _refusal("CursorTooOld", str(error))
        except ValueError as error:
            return _refusal("InvalidRequest", str(error))
        return None

    def _start(self, query: dict[str, list[str]]) -> tuple[int, str]:
        """The first seq to send and the name of the `#info` to begin with, if any."""
        tip = len(self._events) + 1
        if "cursor" not in query:
            return tip, ""
        cursor = int(query["cursor"][0])
        if cursor < 0:
            raise ValueError("negative cursor")
        if cursor >= TIME_CURSOR:
            start = bisect.bisect_left(self._times, cursor) + 1
            outdated = start < self.floor or bool(self._times and cursor < self._times[0])
            return (max(start, self.floor), "OutdatedCursor") if outdated else (start, "")
        if cursor >= tip:
            return tip, "FutureCursor" if cursor > tip else ""
        if max(cursor, 1) < self.floor:
            raise _TooOldError(f"cursor {cursor} below lookback floor {self.floor}; re-backfill from your last seq")
        return max(cursor, 1), ""

    async def _serve(self, client: ServerConnection) -> None:
        self.connections += 1
        self._clients[client] = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as group:
                pushing = group.create_task(self._push(client))
                await self._listen(client)
                pushing.cancel()
        except* ConnectionClosed:
            pass
        finally:
            del self._clients[client]

    async def _push(self, client: ServerConnection) -> None:
        at, info = client.start  # type: ignore[attr-defined]
        wish: Wish = client.wish  # type: ignore[attr-defined]
        if info:
            payload = {"$type": f"{TYPE}#info", "name": info, "message": f"starting at seq {at}"}
            await client.send(dump({"$type": "message", "payload": payload}))
        bell = self._clients[client]
        while True:
            bell.clear()
            while at <= len(self._events) and not self.paused:
                event = self._events[at - 1]
                at += 1
                if wish.wants(event):
                    await asyncio.sleep(self.delay)
                    await client.send(event.text)
            await bell.wait()

    async def _listen(self, client: ServerConnection) -> None:
        async for _ in client:
            await client.close(1008, "unexpected data message")


class _TooOldError(ValueError):
    """The cursor is below the floor."""


def wish_of(query: dict[str, list[str]]) -> Wish:
    """The filters of a subscription; raises ValueError with the server's words."""
    if old := sorted({"wantedCollections", "wantedDids"} & set(query)):
        raise ValueError(f"{old[0]} is the v1 name; use collections / dids")
    if query.get("compress") == ["true"] or "zstdDictionary" in query:
        raise ValueError("no compression here")
    collections, dids, kinds = (query.get(name, []) for name in ("collections", "dids", "kinds"))
    exact = {name for name in collections if not name.endswith(".*")}
    if bad := [name for name in exact if name.count(".") < 2 or not name.replace(".", "").replace("-", "").isalnum()]:
        raise ValueError(f"invalid collection: {bad[0]}")
    if len(collections) > MOST_COLLECTIONS or len(dids) > MOST_DIDS or any(not did.startswith("did:") for did in dids):
        raise ValueError("too many collections or DIDs, or an invalid DID")
    if set(kinds) - KINDS or (collections and kinds and "commit" not in kinds):
        raise ValueError("unknown kind, or collections that can never apply (kinds excludes commit)")
    prefixes = tuple(name[:-1] for name in collections if name.endswith(".*"))
    return Wish(frozenset(exact), prefixes, frozenset(dids), frozenset(kinds))


def _frame(event: Event, seq: int, micros: int) -> str:
    when = _EPOCH + timedelta(microseconds=micros)
    at = when.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    payload: Json = {"$type": f"{TYPE}#{event.kind}", "seq": seq, "did": event.did, "time": at, "witnessedAt": at}
    if event.kind == "commit":
        payload |= {"rev": event.body["rev"]} | event.body
    else:
        payload[event.kind] = event.body | {"seq": seq, "time": at}
    return dump({"$type": "message", "payload": payload})


def _subprotocol(connection: ServerConnection, offered: object) -> Subprotocol | None:
    wire = Subprotocol("xrpc.v1.json")
    return wire if wire in (offered or ()) else None  # type: ignore[operator]


def _refusal(error: str, message: str, status: int = 400) -> Refusal:
    body = dump({"error": error, "message": message}).encode()
    headers = Headers({"Content-Type": "application/json", "Content-Length": str(len(body))})
    return Refusal(status, HTTPStatus(status).phrase, headers, body)
