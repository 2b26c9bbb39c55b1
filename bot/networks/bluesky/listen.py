"""What happens on Bluesky, as Batches: the stream, the notifications and the private messages side by side.

The stream comes first and tells the true time of things. The scan of the notifications is the second net, and the
messages have a log of their own. One may be down for hours without the others noticing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeVar

from bot.domain.encounters import Batch, Encounter, Gap
from bot.errors import BotError, NotSent, Refused
from bot.networks.bluesky import chat, translate
from bot.networks.bluesky.chat import Chat, Said
from bot.networks.bluesky.jetstream import Cursor
from bot.networks.bluesky.lookup import Lookup
from bot.networks.bluesky.scan import Scan, moment
from bot.networks.bluesky.settings import Settings
from bot.networks.bluesky.stream import Stream
from bot.networks.bluesky.translate import Author, Sight, Us
from bot.ports import Clock

log = logging.getLogger(__name__)
T = TypeVar("T")

STREAM, SIGNS, NOTIFICATIONS, CHAT = "jetstream", "jetstream-accounts", "notifications", "chat"
"""The sources, as their Cursors are stored."""

PATIENCE: Final = 30.0
"""Seconds the first scan waits for the stream, which knows when things truly happened."""
FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 30.0
NO_CHAT_PAUSE: Final = 3600.0  # seconds until an account without private messages is asked again
PARTIAL: Final = "partial"
"""The Cursor after a scan that did not reach the end: older things may still come into sight."""


class Listener:
    """The ears of one bot."""

    def __init__(
        self,
        us: Us,
        settings: Settings,
        stream: Stream,
        signs: Stream,
        scan: Scan,
        messages: Chat,
        lookup: Lookup,
        clock: Clock,
    ) -> None:
        self._us, self._settings, self._clock = us, settings, clock
        self._stream, self._signs, self._scan, self._chat, self._lookup = stream, signs, scan, messages, lookup

    async def batches(self, since: Mapping[str, str]) -> AsyncGenerator[Batch, None]:
        """All sources, for ever. Raises Stopped."""
        began = self._clock.now()
        sources = [
            self._of_notifications(began, moment(since.get(NOTIFICATIONS)), first=not since),
            self._of_chat(began, since.get(CHAT, ""), first=not since),
        ]
        if self._settings.jetstream:
            # Before the first event we already owe what happens from now on.
            cursor = Cursor.load(since.get(STREAM)) or Cursor.at(moment(since.get(NOTIFICATIONS)) or began)
            yield Batch(STREAM, cursor=cursor.dump())
            accounts = Cursor.load(since.get(SIGNS)) or Cursor.at(began)
            yield Batch(SIGNS, cursor=accounts.dump())
            sources += [self._of_stream(cursor), self._of_signs(accounts)]
        async for batch in _merged(sources):
            yield batch

    async def _of_stream(self, cursor: Cursor) -> AsyncGenerator[Batch, None]:
        async for chunk in self._stream.chunks(cursor):
            if chunk.missing_since is not None:
                yield await self._gap(chunk.missing_since)
            if chunk.cursor is not None:
                yield Batch(STREAM, await self._encounters(chunk.sights), chunk.cursor.dump())

    async def _of_signs(self, cursor: Cursor) -> AsyncGenerator[Batch, None]:
        """What was missed is no Gap: every Account of ours is asked about within a week."""
        async for chunk in self._signs.chunks(cursor):
            if chunk.cursor is not None:
                yield Batch(SIGNS, cursor=chunk.cursor.dump(), signs=chunk.signs)

    async def _gap(self, since: datetime) -> Batch:
        """A stretch the stream no longer holds: told as it is, and filled from the search as far as that goes."""
        gap = Gap(self._us.network, STREAM, since, self._clock.now(), "the stream no longer holds this time")
        found = await self._scan.tagged(self._us.tags, since)
        return Batch(STREAM, await self._encounters(found), gap=gap)

    async def _of_notifications(
        self, began: datetime, complete: datetime | None, first: bool
    ) -> AsyncGenerator[Batch, None]:
        known: frozenset[str] = frozenset()
        if not first and self._settings.jetstream:
            await _for(self._stream.caught_up.wait(), PATIENCE)
        while True:
            self._stream.reopened.clear()
            now = self._clock.now()
            found, whole = await self._patiently(self._scan.notifications)
            old = [sight for sight in found if first and sight.at < began]
            if old:
                yield Batch(NOTIFICATIONS, await self._encounters(old), seen=True)
            passed = known | {sight.uri for sight in old}
            new = [_dated(sight, complete) for sight in found if sight.uri not in passed]
            yield Batch(NOTIFICATIONS, await self._encounters(new), now.isoformat() if whole else PARTIAL)
            # What was marked as seen is told once more: whoever keeps it may have begun a moment before us.
            known = frozenset(sight.uri for sight in found) - {sight.uri for sight in old}
            complete, first = now if whole else None, False
            await _for(self._stream.reopened.wait(), self._settings.scan_seconds)

    async def _of_chat(self, began: datetime, cursor: str, first: bool) -> AsyncGenerator[Batch, None]:
        fresh = True
        while True:
            try:
                said, last = await self._chat.news(cursor)
                if fresh:
                    said = await self._chat.latest() + said
            except (NotSent, Refused) as fault:
                await asyncio.sleep(_pause(fault))
                continue
            old = [one for one in said if first and one.at < began]
            new = [one for one in said if not first or one.at >= began]
            if old:
                yield Batch(CHAT, await self._messages(old), seen=True)
            if new or last != cursor:
                yield Batch(CHAT, await self._messages(new), last or None)
            cursor, first, fresh = last, False, False
            await asyncio.sleep(self._settings.chat_seconds)

    async def _encounters(self, sights: Sequence[Sight]) -> tuple[Encounter, ...]:
        wanted = [sight for sight in sights if translate.concerns(sight, self._us)]
        who = await self._authors([sight.did for sight in wanted])
        made = (translate.encounter(sight, who[sight.did], self._us) for sight in wanted)
        return tuple(one for one in made if one is not None)

    async def _messages(self, said: Sequence[Said]) -> tuple[Encounter, ...]:
        who = await self._authors([one.did for one in said])
        made = [(chat.encounter(one, self._us), who[one.did]) for one in said]
        return tuple(replace(one, account=by.account, bio=by.bio, bot=by.bot, bridged=by.bridged) for one, by in made)

    async def _authors(self, dids: Sequence[str]) -> dict[str, Author]:
        """Who they are. While the AppView is away nothing could be answered either, so this waits for it."""
        return await self._patiently(lambda: self._lookup.authors(dids)) if dids else {}

    async def _patiently(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask until there is an answer. Stopped is one."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await ask()
            except (NotSent, Refused) as fault:
                log.warning("%s waits: %s", self._us.network, fault)
                told = fault.wait if isinstance(fault, NotSent) else LONGEST_PAUSE
                await asyncio.sleep(min(max(told, pause), LONGEST_PAUSE))
                pause = min(pause * 2, LONGEST_PAUSE)


def _dated(sight: Sight, complete: datetime | None) -> Sight:
    """What an earlier whole scan did not hold came after it, whatever its author's clock says."""
    return replace(sight, at=max(sight.at, complete)) if complete else sight


async def _for(event: Awaitable[object], seconds: float) -> None:
    """Wait for it, but no longer."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event


def _pause(fault: BotError) -> float:
    """Seconds until private messages are asked for again; an account without them stays quiet."""
    return max(fault.wait, 1.0) if isinstance(fault, NotSent) else NO_CHAT_PAUSE


async def _merged(sources: Sequence[AsyncGenerator[Batch, None]]) -> AsyncGenerator[Batch, None]:
    """The Batches of all sources as they come; what ends one of them ends all."""
    queue: asyncio.Queue[Batch | Exception] = asyncio.Queue(maxsize=1)
    loop = asyncio.get_running_loop()
    # A TaskGroup would cancel whoever happens to run between two Batches.
    tasks = [loop.create_task(_pour(source, queue)) for source in sources]
    try:
        while True:
            item = await queue.get()
            if isinstance(item, Exception):
                raise item
            yield item
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _pour(source: AsyncGenerator[Batch, None], queue: asyncio.Queue[Batch | Exception]) -> None:
    try:
        async for batch in source:
            await queue.put(batch)
    except Exception as fault:  # noqa: BLE001 - the top of a loop: it is raised again by the reader of the queue
        await queue.put(fault)
