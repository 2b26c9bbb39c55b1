"""The doorbell: a server's stream tells us that something happened. Paging is the truth; a lost ring costs seconds.

Mastodon.py's streams are not used: a revoked token or a server without SSE makes them reconnect for ever in silence,
and an error in a handler ends their thread (measured, 2.3.3).
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, InvalidStatus, InvalidURI, WebSocketException

from bot.errors import BotError, Stopped, Unknown
from bot.networks.mastodon.errors import from_httpx, from_status
from bot.networks.mastodon.session import Session

log = logging.getLogger(__name__)

QUIET: Final = logging.getLogger("bot.networks.mastodon.websocket")
"""For the WebSocket library, whose DEBUG lines hold the address and with it the token."""
QUIET.setLevel(logging.WARNING)

TELLING: Final = frozenset({"notification", "update"})
CONNECTED: Final = "connected"
REFUSED: Final = "refused"
"""The stream does not want our token. A page will tell whether it is dead or only too narrow for streams: Mastodon
answers 401 to both."""

LARGEST_EVENT: Final = 2_000_000
MOST_RINGS: Final = 1000
FIRST_PAUSE, LONGEST_PAUSE, HEALTHY_AFTER = 1.0, 60.0, 60.0
WITHOUT_STREAM: Final = 600.0
"""Seconds after which a server that has no stream is asked again."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One event of the stream, or CONNECTED, or REFUSED; `payload` is None if it made no sense."""

    event: str
    payload: Any = None


class Doorbell:
    """Keeps one stream open for ever; what it hears is in `rings`."""

    def __init__(self, session: Session, announced: str) -> None:
        self._session = session
        self._bases = bases(session.settings.base, announced)
        self._dice = secrets.SystemRandom()
        self.rings: asyncio.Queue[Ring] = asyncio.Queue(MOST_RINGS)
        self.live = False

    async def run(self) -> None:
        """For ever."""
        clock, pause = asyncio.get_running_loop().time, FIRST_PAUSE
        while True:
            began = clock()
            try:
                if not await self._listen():
                    pause = WITHOUT_STREAM
            except Stopped:
                self._ring(Ring(REFUSED))
                pause = WITHOUT_STREAM
            except BotError as fault:
                log.info("stream lost: %s", fault)
            except Exception:  # the bell must not die of one odd event; without it we still poll
                log.exception("stream lost")
            self.live = False
            if clock() - began >= HEALTHY_AFTER:
                pause = FIRST_PAUSE
            await asyncio.sleep(pause * self._dice.uniform(0.5, 1.0))  # not all bots together
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _listen(self) -> bool:
        """Until the stream is lost, which is a BotError; False if the server has none."""
        for base in self._bases:
            if await self._sse(f"{base}/api/v1/streaming/user"):
                return True
        return await self._websocket(self._bases[0])

    async def _sse(self, address: str) -> bool:
        settings = self._session.settings
        silence = httpx.Timeout(settings.request_timeout_seconds, read=settings.heartbeat_seconds)
        try:
            async with self._session.web.stream(
                "GET", address, headers={"Accept": "text/event-stream"}, timeout=silence
            ) as answer:
                if answer.status_code in (401, 429) or answer.status_code >= 500:
                    raise from_status(answer.status_code, answer.headers, "", self._session.clock.now())
                if answer.status_code != 200 or "event-stream" not in answer.headers.get("content-type", ""):
                    return False
                await self._hear(events(answer.aiter_bytes()))
        except httpx.HTTPError as error:
            raise from_httpx(error) from error
        raise Unknown("the server closed the stream")

    async def _websocket(self, base: str) -> bool:
        settings = self._session.settings
        query = urlencode({"stream": "user", "access_token": settings.token})
        address = f"{'wss' if base.startswith('https') else 'ws'}://{base.partition('://')[2]}/api/v1/streaming?{query}"
        third = settings.heartbeat_seconds / 3
        try:
            async with connect(
                address,
                logger=QUIET,
                open_timeout=settings.request_timeout_seconds,
                ping_interval=third,
                ping_timeout=2 * third,
                max_size=LARGEST_EVENT,
            ) as socket:
                await self._hear(frames(socket))
        except InvalidStatus as error:
            if error.response.status_code == 401:
                raise from_status(401, {}, "", self._session.clock.now()) from None
            return False
        except (InvalidHandshake, InvalidURI):
            return False
        except (WebSocketException, OSError, TimeoutError):
            raise Unknown("the stream was lost") from None  # their words may hold the address, and so the token
        raise Unknown("the server closed the stream")

    async def _hear(self, heard: AsyncIterator[tuple[str, str]]) -> None:
        self.live = True
        self._ring(Ring(CONNECTED))
        async for event, data in heard:
            if event in TELLING:
                self._ring(Ring(event, _parsed(data)))

    def _ring(self, ring: Ring) -> None:
        if not self.rings.full():  # paging finds what is dropped here
            self.rings.put_nowait(ring)


def bases(own: str, announced: str) -> list[str]:
    """Where the streams may be, as http(s) addresses, best first: the announced server, then our own.

    GoToSocial announces `wss://` even where it speaks plain http: then it is the same host. Nobody may lead us from
    https to an open line, for the token goes along.
    """
    told = urlsplit(announced if "://" in announced else "")
    if told.scheme not in ("wss", "ws", "https", "http") or not told.netloc:
        return [own]
    secure = told.scheme in ("wss", "https")
    if secure != own.startswith("https://"):
        return [own]
    first = f"{'https' if secure else 'http'}://{told.netloc}"
    return [first] if first == own else [first, own]


async def events(chunks: AsyncIterator[bytes]) -> AsyncIterator[tuple[str, str]]:
    """(event, data) of a server-sent event stream; https://html.spec.whatwg.org/multipage/server-sent-events.html."""
    event, data = "", list[str]()
    async for line in _lines(chunks):
        if not line:
            if data:
                yield event or "message", "\n".join(data)
            event, data = "", []
            continue
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "event":
            event = value
        elif name == "data":
            data.append(value)
            if sum(map(len, data)) > LARGEST_EVENT:
                raise Unknown("an event of the stream is too large")


async def _lines(chunks: AsyncIterator[bytes]) -> AsyncIterator[str]:
    """Lines that end in LF, CR LF or CR."""
    rest = b""
    async for chunk in chunks:
        rest += chunk
        if len(rest) > LARGEST_EVENT:
            raise Unknown("an event of the stream is too large")
        held = rest.endswith(b"\r")  # its LF may come with the next chunk
        whole = (rest[:-1] if held else rest).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = whole.split(b"\n")
        rest += b"\r" if held else b""
        for line in lines:
            yield line.decode("utf-8", "replace")


async def frames(socket: AsyncIterable[str | bytes]) -> AsyncIterator[tuple[str, str]]:
    """(event, payload) of the WebSocket frames; those that make no sense are passed over."""
    async for frame in socket:
        told = _parsed(frame)
        if isinstance(told, dict) and isinstance(told.get("event"), str):
            yield told["event"], str(told.get("payload") or "")


def _parsed(data: str | bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def drain(rings: asyncio.Queue[Ring], first: Ring, most: int) -> list[Ring]:
    """`first` and what else has rung by now, at most `most`."""
    heard = [first]
    while len(heard) < most and not rings.empty():
        heard.append(rings.get_nowait())
    return heard
