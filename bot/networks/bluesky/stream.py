"""Reading Jetstream: hosts tried in order, back-off with jitter, silence noticed, the place kept."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus, WebSocketException
from websockets.frames import DATA_OPCODES, Frame
from websockets.protocol import Event

from bot.domain.lives import Sign
from bot.networks.bluesky import jetstream, signs
from bot.networks.bluesky.jetstream import LOOKBACK, Cursor
from bot.networks.bluesky.translate import Sight, Us
from bot.ports import Clock

log = logging.getLogger(__name__)

RECEIVE_TIMEOUT: Final = 60.0
"""Seconds of silence after which a connection counts as dead; a stalled stream never says so itself."""
HEALTHY: Final = 60.0
"""Seconds a connection must have lasted before the back-off begins anew."""
LONGEST_BACK_OFF: Final = 60.0
CURSOR_FRAMES: Final = 1000
CURSOR_SECONDS: Final = 5.0
"""The Cursor is told after so many frames or seconds, so that a replay stays short."""
SIGNS_SECONDS: Final = 2.0
"""Signs are told together, so often at most: each telling is a transaction."""
NEARLY_NOW: Final = timedelta(seconds=10)
QUIET: Final = 0.5  # seconds without a frame after which a replay counts as finished
MOST_PENDING: Final = 4096  # frames read ahead; beyond that the server waits
LARGEST_FRAME: Final = 8_000_000  # bytes; a record holds at most 1 MB


@dataclass(frozen=True, slots=True)
class Chunk:
    """What came, and the Cursor once it is dealt with; `missing_since` begins a stretch the host no longer holds."""

    sights: tuple[Sight, ...] = ()
    cursor: Cursor | None = None
    missing_since: datetime | None = None
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What is asked of a host, and how its frames are read."""

    address: Callable[[str, int | None], str]
    read: Callable[[Sequence[bytes], Us], Chunk]


def _records(frames: Sequence[bytes], us: Us) -> Chunk:
    return Chunk(tuple(jetstream.decode_and_filter(frames, us)))


def _signs(frames: Sequence[bytes], us: Us) -> Chunk:
    return Chunk(signs=tuple(signs.signs_of(frames)))


RECORDS: Final = Reading(jetstream.address, _records)
"""Posts, follows and profiles: two thousand a second."""
ACCOUNTS: Final = Reading(signs.address, _signs)
"""How accounts live: a few a second, on a connection of their own, so that nobody looks for them among the others."""


class Stream:
    """The stream of one bot.

    `caught_up` is set while what comes is what happens; `reopened` is set by every connection after the first.
    """

    def __init__(
        self,
        hosts: Sequence[str],
        us: Us,
        clock: Clock,
        receive_timeout: float = RECEIVE_TIMEOUT,
        reading: Reading = RECORDS,
    ) -> None:
        self._reading = reading
        self._hosts, self._us, self._clock = tuple(hosts), us, clock
        self._receive_timeout = receive_timeout
        self._failures = 0
        self._turn = 0
        self._live_only = False  # no host holds our place any more: from now on
        self._gap_told = False
        self._cursor = Cursor.at(clock.now())
        self._signs: list[Sign] = []  # heard and not yet told: a connection that breaks takes none with it
        self._signed_at = -SIGNS_SECONDS
        self.caught_up = asyncio.Event()
        self.reopened = asyncio.Event()
        self._opened = False

    async def chunks(self, cursor: Cursor) -> AsyncIterator[Chunk]:
        """Everything from `cursor` on, for ever; reconnects by itself."""
        self._cursor = cursor
        loop = asyncio.get_running_loop()
        while True:
            host, began = self._hosts[self._turn % len(self._hosts)], loop.time()
            missing = None
            try:
                async for chunk in self._connection(host):
                    yield chunk
            except InvalidStatus as refused:
                missing = self._refused(host, refused)
            except (OSError, WebSocketException, TimeoutError) as error:
                log.warning("the stream broke: %s", type(error).__name__, extra={"host": host})
            self.caught_up.clear()
            if missing:
                yield Chunk(missing_since=missing)
            await self._back_off(healthy=loop.time() - began >= HEALTHY)

    async def _connection(self, host: str) -> AsyncIterator[Chunk]:
        start = None if self._live_only else self._cursor.on(host)
        async with connect(
            self._reading.address(host, start),
            create_connection=_Inlet,
            compression=None,
            max_size=LARGEST_FRAME,
            open_timeout=15,
        ) as inlet:
            assert isinstance(inlet, _Inlet)
            if self._opened:
                self.reopened.set()
            self._opened, self._live_only = True, False
            async for chunk in self._follow(host, inlet):
                yield chunk

    async def _follow(self, host: str, inlet: _Inlet) -> AsyncIterator[Chunk]:
        loop = asyncio.get_running_loop()
        first, untold, told_at, heard_at = True, 0, loop.time(), loop.time()
        while True:
            frames = await inlet.take(QUIET)
            if not frames:
                self.caught_up.set()
                if loop.time() - heard_at > self._receive_timeout:
                    raise TimeoutError("the stream fell silent")
            else:
                heard_at = loop.time()
            if first and frames:
                first = False
                async for chunk in self._greeted(frames[0]):
                    yield chunk
            found = self._reading.read(frames, self._us) if frames else Chunk()
            self._move(host, frames)
            untold += len(frames)
            self._signs += found.signs
            heard = found.sights or (self._signs and loop.time() - self._signed_at >= SIGNS_SECONDS)
            if heard or (untold and (untold >= CURSOR_FRAMES or loop.time() - told_at >= CURSOR_SECONDS)):
                told_at, untold = loop.time(), 0
                if self._signs:
                    self._signed_at = told_at
                signs, self._signs = tuple(self._signs), []
                yield Chunk(found.sights, self._cursor, signs=signs)

    async def _greeted(self, frame: bytes) -> AsyncIterator[Chunk]:
        """What the host says of our Cursor before the first event."""
        notice = jetstream.notice_of(frame)
        if notice == "OutdatedCursor" and not self._gap_told:
            yield Chunk(missing_since=self._cursor.moment)
        elif notice == "FutureCursor" and self._cursor.seq:
            # It counts from one again (a new instance): our number would skip what it has.
            self._cursor = Cursor.at(self._cursor.moment)
            raise ConnectionError("the host lost its count")

    def _move(self, host: str, frames: Sequence[bytes]) -> None:
        for frame in reversed(frames):  # the last is nearly always an event
            here = jetstream.cursor_of(frame, host)
            if here is not None:
                self._cursor, self._gap_told = here, False
                if self._clock.now() - here.moment < NEARLY_NOW:
                    self.caught_up.set()
                return

    def _refused(self, host: str, refused: InvalidStatus) -> datetime | None:
        """What to do after the upgrade was refused; the beginning of the gap when our place is gone."""
        name = jetstream.refusal_of(refused.response.body)
        log.warning("the stream was refused: %s %s", refused.response.status_code, name, extra={"host": host})
        if name != "CursorTooOld":
            return None
        lost, floor = self._cursor.moment, self._clock.now() - LOOKBACK
        if not self._cursor.seq and lost <= floor + NEARLY_NOW:
            self._live_only = True  # not even what it should still hold
            return None
        self._cursor = Cursor.at(max(lost, floor)) if self._cursor.seq else Cursor.at(floor)
        self._gap_told = True
        return lost

    async def _back_off(self, healthy: bool) -> None:
        if healthy:
            self._failures = 0
        else:
            self._turn += 1
        longest = min(LONGEST_BACK_OFF, 0.5 * 2**self._failures)
        self._failures = min(self._failures + 1, 10)
        await asyncio.sleep(longest * random.uniform(0.5, 1.0))  # noqa: S311 - jitter, not a secret


class _Inlet(ClientConnection):
    """A connection whose frames are taken as they have gathered, many under load.

    The library's own queue costs a coroutine and two calls for each: a fifth of all CPU time of a full stream.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._frames: list[bytes] = []
        self._begun = bytearray()  # of a message in several frames
        self._bell = asyncio.Event()
        self._paused = self._ended = False

    def process_event(self, event: Event) -> None:
        """Keep what the server tells; the opening and the control frames are the library's."""
        if self.response is None or not isinstance(event, Frame) or event.opcode not in DATA_OPCODES:
            super().process_event(event)
        elif event.fin and not self._begun:
            self._frames.append(bytes(event.data))
        else:
            self._begun += event.data
            if event.fin:
                self._frames.append(bytes(self._begun))
                self._begun.clear()

    def data_received(self, data: bytes) -> None:
        """Some bytes came, and perhaps frames with them."""
        super().data_received(data)
        if self._frames:
            self._bell.set()
        if len(self._frames) >= MOST_PENDING and not self._paused:
            self._paused = True
            self.transport.pause_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more will come."""
        super().connection_lost(exc)
        self._ended = True
        self._bell.set()

    async def take(self, patience: float) -> list[bytes]:
        """The frames that have come; none after `patience` seconds. Raises ConnectionClosed after the last."""
        if not self._frames and not self._ended:
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await self._bell.wait()
        frames, self._frames = self._frames, []
        self._bell.clear()
        if self._paused:
            self._paused = False
            self.transport.resume_reading()
        if not frames and self._ended:
            await self.recv()  # raises what ended it
        return frames
