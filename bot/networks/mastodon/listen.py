"""Everything that happens to us on one server: pages for the truth, the stream for a first look."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import deque
from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final
from urllib.parse import quote

from bot.domain.encounters import Batch, Encounter, Gap
from bot.errors import BotError, NotSent, Refused, Stopped
from bot.networks.mastodon.paging import Cursor, Source, Walk, first_cursor, loads, moved, since_floor, walk
from bot.networks.mastodon.session import Json, Session
from bot.networks.mastodon.stream import CONNECTED, REFUSED, Doorbell, Ring, drain
from bot.networks.mastodon.translate import (
    FOLLOWS,
    NOTHING_AROUND,
    SIGN_UP,
    Surroundings,
    Us,
    from_notification,
    from_status,
    moment,
    names_us,
    surroundings,
)

log = logging.getLogger(__name__)

NOTIFICATIONS: Final = "notifications"
STREAM: Final = "stream"
TYPES: Final = ("mention", *sorted(FOLLOWS), SIGN_UP)

PER_BATCH: Final = 50
RING_PAUSE: Final = 5.0
"""Seconds between two looks however often it rings; what the stream told has been handed on already."""

MOST_ASKED: Final = 60
"""Threads asked for in one look; after downtime they could be thousands, and the answers need the server too."""

ASKED_OF_ALL, ASKED_OF_ONE, ASKED_SECONDS = 150, 10, 300.0
"""Threads asked for in any five minutes, in all and for one author: of 300 requests answers need the rest."""

FEW_SECONDS, LONGEST_PAUSE, CLOSED_PAUSE = 5.0, 60.0, 3600.0
REMEMBERED: Final = 20_000


class Listener:
    """The Encounters of one account. `encounters` may be asked once at a time."""

    def __init__(self, session: Session, us: Us, announced_streaming: str) -> None:
        self._session, self._us = session, us
        self.doorbell = Doorbell(session, announced_streaming)
        self.sources = _sources(session)
        self._shown: dict[str, None] = {}  # what was handed on in this run, oldest first
        self._asked: deque[tuple[float, str]] = deque()  # threads: when, and for whose reply
        self._dice = secrets.SystemRandom()
        self._clock = asyncio.get_running_loop().time

    async def encounters(self, since: Mapping[str, str]) -> AsyncGenerator[Batch, None]:
        """See ports.Network.encounters."""
        now = self._session.server_now()
        for source in self.sources:
            source.cursor = loads(since.get(source.name), now)
        # The past is recorded before the bell is hung up, so that what rings is never of the past.
        while any(source.cursor is None and not source.faults for source in self.sources):
            async for batch in self._look_at_due():
                yield batch
        bell = asyncio.get_running_loop().create_task(self.doorbell.run())
        try:
            while True:
                async for batch in self._look_at_due():
                    yield batch
                async for batch in self._wait():
                    yield batch
        finally:
            bell.cancel()
            await asyncio.gather(bell, return_exceptions=True)

    async def _look_at_due(self) -> AsyncGenerator[Batch, None]:
        for source in self.sources:
            if source.due > self._clock():
                continue
            try:
                async for batch in self._look_at(source):
                    yield batch
            except Stopped:
                if not source.tag:
                    raise
                self._postpone(source, NotSent("this token may not read the tag", CLOSED_PAUSE))
            except BotError as fault:
                self._postpone(source, fault)
            else:
                source.faults, source.due = 0, self._clock() + source.every

    def _postpone(self, source: Source, fault: BotError) -> None:
        """A list that cannot be read now is asked again, later each time; the others go on."""
        if isinstance(fault, Refused) and not source.tag:
            if "types[]" in source.params:  # some servers refuse types they do not know
                source.params = {}
                return
            raise Stopped(f"the token may not read notifications: {fault}") from fault
        pause = min(FEW_SECONDS * 2**source.faults, LONGEST_PAUSE) * self._dice.uniform(0.5, 1.0)
        asked = fault.wait if isinstance(fault, NotSent) else 0.0
        pause = CLOSED_PAUSE if isinstance(fault, Refused) else max(pause, min(asked, CLOSED_PAUSE))
        source.faults = min(source.faults + 1, 10)
        source.due = self._clock() + pause
        log.warning("%s cannot be read: %s", source.name, fault, extra={"network": self._us.network})

    async def _look_at(self, source: Source) -> AsyncGenerator[Batch, None]:
        now, clock, before = self._session.server_now(), self._clock(), source.cursor
        found = await walk(self._session, source, source.target(clock))
        if clock >= source.sweep_due:
            source.sweep_due = clock + source.sweep_every
        if before is None:
            source.cursor, items = first_cursor(found, now), list(found.items[::-1])
        else:
            source.cursor, items = moved(before, found, now), since_floor(found.items, before.floor, now)
        encounters = await self._translated(items, source.tag, ask=before is not None)
        gap = self._gap(source, before, found)
        if encounters or gap or source.cursor != before:
            for batch in _batches(source, encounters, seen=before is None, gap=gap):
                yield batch
                self._remember(batch.encounters)

    def _gap(self, source: Source, before: Cursor | None, found: Walk) -> Gap | None:
        if before is None or found.complete:
            return None
        since, until = self._session.here(before.at), self._session.here(found.oldest)
        return Gap(self._us.network, source.name, since, until, "more than could be read back")

    async def _wait(self) -> AsyncGenerator[Batch, None]:
        """Until it rings or a list is due; what rang is handed on at once."""
        pause = min(source.due for source in self.sources) - self._clock()
        if pause <= 0:
            return
        rings = self.doorbell.rings
        try:
            async with asyncio.timeout(pause):
                first = await rings.get()
        except TimeoutError:
            return
        heard = drain(rings, first, PER_BATCH)
        encounters = [one for ring in heard for one in await self._first_look(ring)]
        if encounters:
            batch = Batch(STREAM, tuple(encounters))
            yield batch
            self._remember(batch.encounters)
        self._look_soon(0.0 if any(ring.event in (CONNECTED, REFUSED) for ring in heard) else RING_PAUSE)

    def _look_soon(self, pause: float) -> None:
        notifications = self.sources[0]
        if not notifications.faults:
            notifications.due = min(notifications.due, self._clock() + pause)

    async def _first_look(self, ring: Ring) -> Sequence[Encounter]:
        if not isinstance(ring.payload, dict):
            return ()
        if ring.event == "notification":
            return await self._translated([ring.payload], "")
        # The server shows it now; when it was written is the author's word.
        return await self._translated([{**ring.payload, "created_at": self._session.server_now().isoformat()}], None)

    async def _translated(self, items: Sequence[Json], tag: str | None, *, ask: bool = True) -> list[Encounter]:
        """What the items call for, in their order, without what was handed on before.

        `tag` is the folded tag in whose timeline they stood, "" for notifications, None for other statuses. `ask` for
        the thread around them.
        """
        found: list[Encounter] = []
        for item in items:
            if _key(item) in self._shown:
                continue
            try:
                encounter = await self._one(item, tag, ask and len(found) < MOST_ASKED)
            except (AttributeError, KeyError, TypeError, ValueError) as fault:
                log.warning("an item makes no sense: %s", type(fault).__name__, extra={"network": self._us.network})
                continue
            if encounter is not None and encounter.uri not in self._shown:
                found.append(encounter)
        return found

    async def _one(self, item: Json, tag: str | None, ask: bool) -> Encounter | None:
        at = self._session.here(moment(item.get("created_at"), self._session.server_now()))
        status = item.get("status") if tag == "" else item
        around = await self._around(status) if ask and isinstance(status, dict) else NOTHING_AROUND
        if tag == "":
            return from_notification(item, self._us, at, around)
        return from_status(item, self._us, at, around, tag or "")

    async def _around(self, status: Json) -> Surroundings:
        """The thread around a reply that names us; nothing when it cannot be had now."""
        if not status.get("in_reply_to_id") or not names_us(status, self._us) or not self._may_ask(status):
            return NOTHING_AROUND
        try:
            context: Any = await self._session.get(f"/api/v1/statuses/{status['id']}/context")
        except (NotSent, Refused):
            return NOTHING_AROUND
        return surroundings(context, status, self._us) if isinstance(context, dict) else NOTHING_AROUND

    def _may_ask(self, status: Json) -> bool:
        """Whether one more thread may be asked for: a flood of replies must not use up what answers need."""
        if not self._session.settings.budget_share:
            return True
        now, author = self._clock(), str((status.get("account") or {}).get("id"))
        while self._asked and now - self._asked[0][0] > ASKED_SECONDS:
            self._asked.popleft()
        of_theirs = sum(who == author for _, who in self._asked)
        if len(self._asked) >= ASKED_OF_ALL or of_theirs >= ASKED_OF_ONE:
            return False
        self._asked.append((now, author))
        return True

    def _remember(self, encounters: Sequence[Encounter]) -> None:
        """A Batch that was taken in need not be translated again while it stays in the overlap."""
        for encounter in encounters:
            self._shown[encounter.uri] = None
        while len(self._shown) > REMEMBERED:
            del self._shown[next(iter(self._shown))]


def _sources(session: Session) -> list[Source]:
    settings = session.settings
    # 300 requests in 5 minutes are all we have: many tags take turns.
    tag_seconds = max(settings.tag_seconds, 4.0 * (len(settings.tags) - 1))
    tags = [
        Source(
            f"tag:{folded}",
            f"/api/v1/timelines/tag/{quote(written.lstrip('#'), safe='')}",
            every=tag_seconds,
            sweep=timedelta(hours=6),
            sweep_every=settings.sweep_seconds,
            tag=folded,
        )
        for folded, written in settings.tags.items()
    ]
    notifications = Source(
        NOTIFICATIONS,
        "/api/v1/notifications",
        every=settings.poll_seconds,
        sweep=timedelta(minutes=15),
        sweep_every=600.0,
        # Private mentions from strangers, which Mastodon keeps back until `check --fix`, ring no bell but wait here.
        params={"types[]": list(TYPES), "include_filtered": "true"},
    )
    return [notifications, *tags]


def _key(item: Json) -> str:
    status = item.get("status") if "status" in item else item
    return str(status.get("uri") or "") if isinstance(status, dict) else ""


def _batches(source: Source, encounters: Sequence[Encounter], *, seen: bool, gap: Gap | None) -> Iterator[Batch]:
    """The encounters in Batches; the Cursor and the Gap go with the last."""
    parts = [tuple(encounters[n : n + PER_BATCH]) for n in range(0, len(encounters), PER_BATCH)] or [()]
    for part in parts[:-1]:
        yield Batch(source.name, part, seen=seen)
    yield Batch(source.name, parts[-1], source.cursor.dumps() if source.cursor else None, seen=seen, gap=gap)
