"""Streams: server-sent events on the HTTP port, WebSocket on its own, both fed by one hub."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request as Opening
from websockets.http11 import Response as Refusal

from bot.demo.http import Handler, Routes
from bot.demo.mastodon.content import tag_name
from bot.demo.mastodon.service import Service
from bot.demo.mastodon.state import Account, Happening
from bot.demo.messages import Json, Problem, Request, Response, answer, dump

HEARTBEAT_SECONDS = 15.0
PATH = "/api/v1/streaming"


@dataclass(eq=False)
class Listener:
    """One client: its channels, by the name it asked for, and what waits for it. None ends it."""

    account: Account
    channels: dict[str, list[str]] = field(default_factory=dict)
    waiting: asyncio.Queue[tuple[list[str], str, str] | None] = field(default_factory=asyncio.Queue)


class Hub:
    """Hands each Happening to those who listen. `heartbeat_seconds` is the pause between `:thump`s."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.heartbeat_seconds = HEARTBEAT_SECONDS
        self.listeners: set[Listener] = set()
        service.world.listeners.append(self.tell)

    def tell(self, happening: Happening) -> None:
        for listener in self.listeners:
            for channel, name in listener.channels.items():
                if channel in happening.channels and self._may_see(listener, happening):
                    listener.waiting.put_nowait((name, happening.event, self._payload(happening, listener)))
                    break

    def drop(self) -> None:
        """End every stream, as a restarting server does."""
        for listener in self.listeners:
            listener.waiting.put_nowait(None)

    def channel(self, stream: str, account: Account, tag: str = "") -> str:
        """The channel behind a stream's public name; an unknown one raises 404."""
        if stream in ("hashtag", "hashtag:local") and tag and self.service.world.flavour.hashtag_stream:
            return f"hashtag:{tag_name(tag)}"
        if stream in ("user", "user:notification", "direct"):
            return f"{stream}:{account.id}"
        if stream in ("public", "public:local"):
            return stream
        raise Problem(404, "Not found")

    @contextlib.contextmanager
    def listening(self, listener: Listener) -> Iterator[None]:
        self.listeners.add(listener)
        try:
            yield
        finally:
            self.listeners.discard(listener)

    def _may_see(self, listener: Listener, happening: Happening) -> bool:
        return happening.event == "delete" or self.service.world.visible(happening.status, listener.account) or (
            happening.notification is not None
        )  # fmt: skip

    def _payload(self, happening: Happening, listener: Listener) -> str:
        show = self.service.entities
        if happening.notification:
            return dump(show.notification(happening.notification, listener.account))
        assert happening.status is not None
        if happening.event == "delete":
            return happening.status.id
        return dump(show.status(happening.status, listener.account))


class Sse:
    """Server-sent events; a flavour without them answers 404."""

    def __init__(self, service: Service, hub: Hub) -> None:
        self.service = service
        self.hub = hub

    def routes(self) -> Routes:
        streams = {"/user": "user", "/user/notification": "user:notification", "/direct": "direct"}
        streams |= {"/public": "public", "/public/local": "public:local", "/hashtag": "hashtag"}
        table = {("GET", PATH + path): self._opening(stream) for path, stream in streams.items()}
        return {("GET", PATH + "/health"): lambda request: answer("OK"), **table}

    def _opening(self, stream: str) -> Handler:
        def opening(request: Request) -> Response:
            if not self.service.world.flavour.sse:
                raise Problem(404, "Not Found")
            me = self.service.me(request, "read:statuses")
            channel = self.hub.channel(stream, me, request.one("tag"))
            listener = Listener(me, {channel: [stream]})
            headers = (("Content-Type", "text/event-stream"), ("Cache-Control", "private, no-store"))
            return Response(200, b"", headers, stream=lambda: self._events(listener))

        return opening

    async def _events(self, listener: Listener) -> AsyncIterator[bytes]:
        with self.hub.listening(listener):
            yield b":)\n"
            while True:
                try:
                    async with asyncio.timeout(self.hub.heartbeat_seconds):
                        waiting = await listener.waiting.get()
                except TimeoutError:
                    yield b":thump\n"
                    continue
                if waiting is None:
                    return
                _, event, payload = waiting
                yield f"event: {event}\ndata: {payload}\n\n".encode()


class StreamSocket:
    """The WebSocket: one stream by `?stream=`, more by subscribe messages; unknown ones are ignored in silence."""

    def __init__(self, service: Service, hub: Hub) -> None:
        self.service = service
        self.hub = hub
        self.port = 0
        self.connections = 0
        self._server: Server | None = None

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    async def start(self, port: int = 0) -> None:
        self._server = await serve(
            self._serve, "127.0.0.1", port, process_request=self._opening, compression=None, ping_interval=30
        )
        self.port = next(iter(self._server.sockets)).getsockname()[1]

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    def _opening(self, client: ServerConnection, opening: Opening) -> Refusal | None:
        target = urlsplit(opening.path)
        if target.path.rstrip("/") != PATH:
            return _refusal(404, "Not found")
        query = {name: values[0] for name, values in parse_qs(target.query).items()}
        given = query.get("access_token") or opening.headers.get("Authorization", "").removeprefix("Bearer ")
        given = given or opening.headers.get("Sec-WebSocket-Protocol", "")
        token = self.service.tokens.get(given)
        if token is None or token.account is None:
            return _refusal(401, "Invalid access token")
        client.listener = Listener(token.account)  # type: ignore[attr-defined]
        if "stream" in query:
            self._subscribe(client.listener, query)  # type: ignore[attr-defined]
        return None

    async def _serve(self, client: ServerConnection) -> None:
        listener: Listener = client.listener  # type: ignore[attr-defined]
        self.connections += 1
        with self.hub.listening(listener):
            try:
                async with asyncio.TaskGroup() as group:
                    pushing = group.create_task(self._push(client, listener))
                    async for raw in client:
                        self._heard(listener, raw)
                    pushing.cancel()
            except* ConnectionClosed:
                pass

    async def _push(self, client: ServerConnection, listener: Listener) -> None:
        while (waiting := await listener.waiting.get()) is not None:
            stream, event, payload = waiting
            await client.send(dump({"stream": stream, "event": event, "payload": payload}))
        await client.close(1001)

    def _heard(self, listener: Listener, raw: str | bytes) -> None:
        try:
            said = json.loads(raw)
        except ValueError:
            return
        if said.get("type") == "subscribe":
            self._subscribe(listener, said)
        if said.get("type") == "unsubscribe":
            with contextlib.suppress(Problem):
                listener.channels.pop(self._channel(listener, said), None)

    def _subscribe(self, listener: Listener, said: Json) -> None:
        with contextlib.suppress(Problem):
            tag = [str(said["tag"])] if said.get("tag") else []
            listener.channels[self._channel(listener, said)] = [str(said["stream"]), *tag]

    def _channel(self, listener: Listener, said: Json) -> str:
        return self.hub.channel(str(said.get("stream")), listener.account, str(said.get("tag") or ""))


def _refusal(status: int, message: str) -> Refusal:
    body = dump({"error": message}).encode()
    headers = Headers({"Content-Type": "application/json", "Content-Length": str(len(body))})
    return Refusal(status, HTTPStatus(status).phrase, headers, body)
