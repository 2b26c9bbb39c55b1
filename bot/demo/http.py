"""A small HTTP/1.1 server on real sockets, with faults: the ground both demo networks stand on.

Handlers are plain functions, so one request is one moment: nothing else happens on the network meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import re
import socket
import struct
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

import h11

from bot.demo.faults import Fault, Faults, garbled, given_status, rate_limited
from bot.demo.messages import Problem, Request, Response, answer

Handler: TypeAlias = Callable[[Request], Response]
Work: TypeAlias = Callable[[], Response]
Routes: TypeAlias = Mapping[tuple[str, str], Handler]
LARGEST_BODY = 64_000_000  # bytes; no client of ours sends more
REMEMBERED_REQUESTS = 10_000


@dataclass(frozen=True)
class Seen:
    """One request as it came in, for the tests that count them."""

    at: float
    method: str
    path: str
    fault: str


class Cut(Exception):  # noqa: N818 - an end, not an error
    """The connection ends here, without an answer."""


class HttpServer:
    """Serves `routes` on 127.0.0.1; `problem` writes a Problem in the network's own form; `guard` stands before each
    handler and may refuse or add headers.

    Route patterns hold `{name}` for one path segment. `GET|POST|DELETE /_demo/faults` controls the faults from another
    process. `requests` remembers what came in, `busy` is how many seconds the handlers have worked so far.
    """

    def __init__(
        self,
        routes: Routes,
        problem: Callable[[Problem], Response],
        faults: Faults,
        guard: Callable[[Request, Work], Response] = lambda request, work: work(),
    ) -> None:
        self.faults = faults
        self.requests: deque[Seen] = deque(maxlen=REMEMBERED_REQUESTS)
        self.port = 0
        self.busy = 0.0
        self._problem = problem
        self._guard = guard
        table = {**self._own(), **routes}
        self._routes = [(method, _pattern(path), handler) for (method, path), handler in table.items()]
        self._open: set[asyncio.Task[Any]] = set()
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self, port: int = 0) -> None:
        """Listen; port 0 is a free one, found in `port` afterwards."""
        self._server = await asyncio.start_server(self._connection, "127.0.0.1", port, backlog=1024)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Close the door and every open connection. `start(port)` opens the same door again."""
        if self._server is None:
            return
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None

    def handle(self, request: Request) -> Response:
        """The answer of the route that fits; 404 when none does, 500 for a mistake of ours."""
        began = time.perf_counter()
        try:
            return self._answer(request)
        finally:
            self.busy += time.perf_counter() - began

    def _answer(self, request: Request) -> Response:
        try:
            for method, pattern, handler in self._routes:
                if method == request.method and (found := pattern.fullmatch(request.path)):
                    return self._guarded(handler, request.with_params(found.groupdict()))
            raise self._lost(request)
        except Problem as problem:
            return self._problem(problem)
        except Exception:  # the top of the loop: one odd request ends nobody else's
            logging.getLogger(__name__).exception("a handler failed")
            return self._problem(Problem(500, "InternalServerError", "Internal Server Error"))

    def _guarded(self, handler: Handler, request: Request) -> Response:
        return self._guard(request, lambda: handler(request))

    def _lost(self, request: Request) -> Problem:
        if any(pattern.fullmatch(request.path) for _, pattern, _ in self._routes):
            return Problem(405, "Method Not Allowed")
        if request.path.startswith("/xrpc/"):
            return Problem(501, "MethodNotImplemented", "Method Not Implemented")
        return Problem(404, "Record not found")

    def _own(self) -> Routes:
        return {
            ("GET", "/_demo/faults"): lambda request: answer(self.faults.state()),
            ("POST", "/_demo/faults"): lambda request: answer({"id": self.faults.add_json(request.json()).id}),
            ("DELETE", "/_demo/faults"): self._clear,
        }

    def _clear(self, request: Request) -> Response:
        self.faults.clear()
        return answer({})

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        wire = _Wire(reader, writer)
        try:
            while (request := await wire.request()) is not None:
                await self._exchange(wire, request)
        except (Cut, OSError, h11.ProtocolError, asyncio.CancelledError):
            wire.abort()
        finally:
            self._open.discard(task)
            await wire.close()

    async def _exchange(self, wire: _Wire, request: Request) -> None:
        fault = None if request.path.startswith("/_demo/") else self.faults.pick(request)
        self.requests.append(Seen(time.time(), request.method, request.path, fault.kind if fault else ""))
        if fault is None:
            await wire.send(self.handle(request))
            return
        response = await _STRIKES[fault.kind](fault, _Struck(self, wire, request))
        await wire.send(response)


@dataclass(frozen=True)
class _Struck:
    """A request under a fault: what the fault may do with it."""

    server: HttpServer
    wire: _Wire
    request: Request

    def work(self) -> Response:
        return self.server.handle(self.request)


class _Wire:
    """One connection: h11 on asyncio streams."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._h11 = h11.Connection(h11.SERVER, max_incomplete_event_size=256_000)

    async def request(self) -> Request | None:
        """The next request of this connection; None when the client has left."""
        if self._h11.states != {h11.CLIENT: h11.IDLE, h11.SERVER: h11.IDLE}:
            if self._h11.our_state is not h11.DONE or self._h11.their_state is not h11.DONE:
                return None
            self._h11.start_next_cycle()
        head = await self._event()
        if not isinstance(head, h11.Request):
            return None
        body = bytearray()
        while isinstance(event := await self._event(), h11.Data):
            body += event.data
            if len(body) > LARGEST_BODY:
                raise Cut
        return _request(head, bytes(body))

    async def _event(self) -> h11.Event:
        while (event := self._h11.next_event()) is h11.NEED_DATA:
            if self._h11.they_are_waiting_for_100_continue:
                self._write(h11.InformationalResponse(status_code=100, headers=[]))
            self._h11.receive_data(await self._reader.read(65_536))
        assert not isinstance(event, type)
        return event

    async def send(self, response: Response) -> None:
        headers = [("Date", formatdate(usegmt=True)), *response.headers]
        if response.stream is None:
            headers.append(("Content-Length", str(len(response.body))))
        self._write(h11.Response(status_code=response.status, headers=headers))
        if response.stream is not None:
            await self._send_stream(response)
        else:
            self._write(h11.Data(data=response.body))
            self._write(h11.EndOfMessage())
        await self._writer.drain()

    async def _send_stream(self, response: Response) -> None:
        assert response.stream is not None
        stream = response.stream()

        async def pump() -> None:
            async for chunk in stream:
                self._write(h11.Data(data=chunk))
                await self._writer.drain()

        await _first_of(pump(), self.client_gone())
        raise Cut

    async def send_half(self, response: Response) -> None:
        """The head and half of the body: a connection lost in the middle."""
        headers = [*response.headers, ("Content-Length", str(len(response.body)))]
        self._write(h11.Response(status_code=response.status, headers=headers))
        self._write(h11.Data(data=response.body[: len(response.body) // 2]))
        await self._writer.drain()

    async def client_gone(self) -> None:
        """Return when the client closes its side."""
        while await self._reader.read(65_536):
            pass

    def reset(self) -> None:
        """Make the end of this connection a reset, not a farewell."""
        raw: socket.socket | None = self._writer.get_extra_info("socket")
        if raw is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def abort(self) -> None:
        self._writer.transport.abort()

    async def close(self) -> None:
        self._writer.close()
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await self._writer.wait_closed()

    def _write(self, event: h11.Event) -> None:
        data = self._h11.send(event)
        if data:
            self._writer.write(data)


def _request(head: h11.Request, body: bytes) -> Request:
    target = urlsplit(head.target.decode("latin-1"))
    return Request(
        method=head.method.decode(),
        path=unquote(target.path),
        query=tuple(parse_qsl(target.query, keep_blank_values=True)),
        headers={name.decode().lower(): value.decode("latin-1") for name, value in head.headers},
        body=body,
    )


def _pattern(path: str) -> re.Pattern[str]:
    def piece(text: str) -> str:
        return f"(?P<{text[1:-1]}>[^/]+)" if text.startswith("{") else re.escape(text)

    return re.compile("".join(piece(text) for text in re.split(r"(\{\w+\})", path)) + "/?")


async def _first_of(*works: Awaitable[None]) -> None:
    """Run until the first one ends; cancel the rest."""

    async def one(work: Awaitable[None]) -> None:
        await work
        raise Cut

    try:
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(one(work))
    except* (Cut, OSError, h11.ProtocolError):
        pass


# What each kind of fault does with the request it struck.


async def _refuse(fault: Fault, struck: _Struck) -> Response:
    struck.wire.reset()
    raise Cut


async def _hang(fault: Fault, struck: _Struck) -> Response:
    await struck.wire.client_gone()
    raise Cut


async def _drop_request(fault: Fault, struck: _Struck) -> Response:
    raise Cut


async def _drop_answer(fault: Fault, struck: _Struck) -> Response:
    struck.work()
    raise Cut


async def _cut_midway(fault: Fault, struck: _Struck) -> Response:
    await struck.wire.send_half(struck.work())
    raise Cut


async def _late(fault: Fault, struck: _Struck) -> Response:
    asyncio.get_running_loop().call_later(fault.seconds, struck.work)
    if fault.form != "cut":
        await struck.wire.client_gone()
    raise Cut


async def _latency(fault: Fault, struck: _Struck) -> Response:
    await asyncio.sleep(fault.seconds)
    return struck.work()


async def _status(fault: Fault, struck: _Struck) -> Response:
    return given_status(fault)


async def _status_after(fault: Fault, struck: _Struck) -> Response:
    struck.work()
    return given_status(fault)


async def _rate_limit(fault: Fault, struck: _Struck) -> Response:
    return rate_limited(fault)


async def _garbage(fault: Fault, struck: _Struck) -> Response:
    return garbled(fault, struck.work())


_STRIKES: dict[str, Callable[[Fault, _Struck], Awaitable[Response]]] = {
    "refuse": _refuse,
    "hang": _hang,
    "drop_request": _drop_request,
    "drop_answer": _drop_answer,
    "cut_midway": _cut_midway,
    "late": _late,
    "latency": _latency,
    "status": _status,
    "status_after": _status_after,
    "rate_limit": _rate_limit,
    "garbage": _garbage,
}
