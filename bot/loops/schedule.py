"""schedule: what happens because of the clock. APScheduler rings; what is due is read from our own records."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.actions import announce as action
from bot.actions.announce import Press
from bot.domain.announcements import Announcement, Bulletin, Chart, Due, Speech, due, slot_of
from bot.errors import ConfigError, InputError
from bot.ports import Clock, Network, Store, Words

log = logging.getLogger(__name__)

WAKE_SECONDS = 15.0
"""APScheduler's timer is monotonic: after a jump of the wall clock nothing runs until it is woken."""

JUMP_SECONDS = 5.0
STEP_BACK = timedelta(minutes=1)
LONGEST_CHANGE = timedelta(hours=3)
LOOK_BACK = (timedelta(days=31), timedelta(days=3), timedelta(hours=12))
"""Slots older than this are not even recorded as skipped; shorter where they are many, as this takes time."""

MOST_MISSED = 1000
DAYS = re.compile(r"(\*|(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?)(/\d+)?")

Picture = Callable[[Chart, Speech], bytes]
"""Draws a chart as PNG; called in a thread."""


class CampaignSettings(Protocol):
    """What is needed of `[campaign]`."""

    @property
    def name(self) -> str: ...
    @property
    def tags(self) -> Sequence[str]: ...
    @property
    def languages(self) -> Sequence[str]: ...
    @property
    def timezone(self) -> str: ...


class AnnouncementSettings(Protocol):
    """What is needed of an `[[announcements]]`; no networks means all."""

    @property
    def id(self) -> str: ...
    @property
    def cron(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def networks(self) -> Sequence[str]: ...


class NetworkSettings(Protocol):
    """What is needed of a `[networks.NAME]`."""

    @property
    def mode(self) -> str: ...


class Settings(Protocol):
    """What is needed of the configuration, which lies on another floor."""

    @property
    def campaign(self) -> CampaignSettings: ...
    @property
    def announcements(self) -> Sequence[AnnouncementSettings]: ...
    @property
    def networks(self) -> Mapping[str, NetworkSettings]: ...


@dataclass(frozen=True, slots=True)
class Chore:
    """Housekeeping: what, and when on the campaign's wall clock. Done once more at every start."""

    name: str
    cron: str
    work: Callable[[datetime], Awaitable[object]]  # gets the local moment


def parse_cron(text: str, timezone: str) -> CronTrigger:
    """Five cron fields on the wall clock of a zone, weekdays by name. InputError, in one line, for anything else."""
    parts = text.lower().split()
    if text.strip().startswith("@"):
        raise InputError(f"{text.strip()} is not understood; write five fields, such as 0 9 * * mon")
    if len(parts) != 5:
        raise InputError(f"{len(parts)} fields, not five (minute hour day month weekday), such as 0 9 * * mon")
    minute, hour, day, month, weekday = parts
    if not all(DAYS.fullmatch(part) for part in weekday.split(",")):
        raise InputError(f"write weekdays by name, such as mon or mon-fri, not {weekday}")
    fields = {"minute": minute, "hour": hour, "day": day, "month": month, "day_of_week": weekday}
    try:
        return CronTrigger(**fields, timezone=ZoneInfo(timezone))
    except (ValueError, TypeError) as fault:
        raise InputError(f"not a cron line: {str(fault).splitlines()[0]}") from None


def firings(cron: str, timezone: str, after: datetime, until: datetime | None = None) -> Iterator[datetime]:
    """Moments after `after`, up to and with `until`, in the zone, oldest first (but for some within a skipped hour).

    A wall-clock minute that comes twice is one firing, its first; one that is skipped fires that much later.
    """
    zone = ZoneInfo(timezone)
    seen: set[str] = set()
    # From some hours before, for what is put off by a change of clocks.
    for wall in _wall_clock(cron, after.astimezone(zone) - LONGEST_CHANGE):
        instant = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
        if until is not None and instant > until + LONGEST_CHANGE:
            return
        local = instant.astimezone(zone)
        slot = slot_of(local)
        if after < instant and (until is None or instant <= until) and slot not in seen:
            yield local
        seen = {known for known in seen if known[:10] == slot[:10]} | {slot}


def next_firings(cron: str, timezone: str, now: datetime, count: int = 5) -> list[datetime]:
    """The next moments of a schedule. InputError if it never fires."""
    found = list(islice(firings(cron, timezone, now), count))
    if not found:
        raise InputError(f"{cron} never fires: there is no such day")
    return found


def missed_slots(cron: str, timezone: str, since: datetime, now: datetime) -> list[datetime]:
    """Firings after `since`, up to `now`, oldest first: of the last 31 days, fewer where that is over a thousand."""
    for look_back in LOOK_BACK:
        found = list(islice(firings(cron, timezone, max(since, now - look_back), now), MOST_MISSED + 1))
        if len(found) <= MOST_MISSED:
            break
    return sorted(found, key=datetime.timestamp)


def validate(settings: Settings, now: datetime | None = None, where: Callable[[str], str] = str) -> list[str]:
    """Warnings about schedules that are allowed and may surprise. ConfigError with every one that cannot be used.

    `where` says of a key where it stands.
    """
    now = now or datetime.now(UTC)
    problems, warnings = [], []
    for announcement in settings.announcements:
        key = where(f"announcements.{announcement.id}.cron")
        try:
            next_firings(announcement.cron, settings.campaign.timezone, now, 1)
        except InputError as fault:
            problems.append(f"{key}: {fault}")
            continue
        surprises = _surprises(announcement.cron, settings.campaign.timezone, now)
        warnings += [f"{key}: {surprise}" for surprise in surprises]
    if problems:
        raise ConfigError(problems)
    return warnings


def press_of(settings: Settings, words: Words) -> Press:
    """Who speaks, as every announcement needs it."""
    campaign = settings.campaign
    return Press(campaign.name, campaign.tags[0], campaign.timezone, campaign.languages[0], words)


def announcements_of(settings: Settings) -> list[Announcement]:
    """The configured announcements; no networks means all."""
    every = tuple(settings.networks)
    return [Announcement(a.id, a.kind, tuple(a.networks) or every, a.cron) for a in settings.announcements]


def _wall_clock(cron: str, start: datetime) -> Iterator[datetime]:
    """What a clock on the wall shows at each firing, as if clocks never changed (UTC stands for such a clock).

    Asked in a zone, the trigger leaves out 00:30 where the clocks go from 00:00 to 01:00 (Santiago), and counts
    what comes twice twice.
    """
    trigger = parse_cron(cron, "UTC")
    wall = start.replace(tzinfo=UTC)
    while (moment := trigger.get_next_fire_time(None, wall)) is not None:
        yield moment
        wall = moment + timedelta(seconds=1)


def _surprises(cron: str, timezone: str, now: datetime) -> list[str]:
    """What may not be what was meant."""
    found = []
    fields = cron.split()
    if fields[2] != "*" and fields[4] != "*":
        found.append("day of the month and weekday are both given: it fires on days where both hold")
    if moment := _changed_clock(cron, ZoneInfo(timezone), now):
        found.append(
            f"on {moment:%Y-%m-%d} the clocks change and {moment:%H:%M} is skipped or comes twice; "
            "it is posted once even so"
        )
    return found


def _changed_clock(cron: str, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The first firing on a wall-clock minute that does not exist or comes twice."""
    for day in _changes(zone, now):
        for moment in islice(_wall_clock(cron, day.astimezone(zone) - LONGEST_CHANGE), 30 * 60):
            local = moment.replace(tzinfo=zone)
            if local.astimezone(UTC) > day + timedelta(days=1) + LONGEST_CHANGE:
                break
            if local.utcoffset() != local.replace(fold=1).utcoffset():
                return local
    return None


def _changes(zone: ZoneInfo, now: datetime) -> list[datetime]:
    """Moments up to a day before a change of clocks within 400 days."""
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    days = [today + timedelta(days=n) for n in range(400)]
    offsets = [day.astimezone(zone).utcoffset() for day in days]
    return [day for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]


async def run(
    store: Store, settings: Settings, networks: Mapping[str, Network], words: Words, clock: Clock, picture: Picture,
    chores: Sequence[Chore] = (),
) -> None:  # fmt: skip
    """Every announcement and chore of the configuration, for ever."""
    rehearsing = frozenset(name for name, network in settings.networks.items() if network.mode == "rehearsal")
    await Schedule(
        store, clock, press_of(settings, words), announcements_of(settings), networks, picture,
        rehearsing=rehearsing, chores=chores,
    ).run()  # fmt: skip


class Schedule:
    """Rings for every announcement and chore. Jobs only call actions; being called twice is free."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        press: Press,
        announcements: Sequence[Announcement],
        networks: Mapping[str, Network],
        picture: Picture,
        *,
        rehearsing: frozenset[str] = frozenset(),
        chores: Sequence[Chore] = (),
        wake_seconds: float = WAKE_SECONDS,
    ) -> None:
        """`networks` by name, those of the announcements at least; in those named by `rehearsing` Posts are held."""
        self.store = store
        self.clock = clock
        self.press = press
        self.announcements = announcements
        self.networks = networks
        self.picture = picture
        self.rehearsing = rehearsing
        # Until the next day begins, what is kept hourly under a day's name is that day's value so far.
        self.chores = (Chore("keep the day", "0 * * * *", self._keep_day), *chores)
        self.wake_seconds = wake_seconds
        self.zone = ZoneInfo(press.timezone)
        self._one_at_a_time = asyncio.Lock()

    async def run(self) -> None:
        """For ever: first what was missed, then everything in its time. A fault of one job is logged and kept to it."""
        scheduler = AsyncIOScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": AsyncIOExecutor()},
            job_defaults={"misfire_grace_time": None, "coalesce": True},
            timezone=self.zone,
        )
        self._add_jobs(scheduler)
        scheduler.start()
        try:
            for chore in self.chores:
                await self._do(chore)
            await self._watch(scheduler)
        finally:
            scheduler.shutdown(wait=False)

    async def tick(self, announcement: Announcement) -> None:
        """Deal with every slot that came since the last tick: the latest is posted if it is not too late."""
        async with self._one_at_a_time:
            now = self.clock.now()
            timezone = self.press.timezone
            until = await self.store.read(partial(action.dealt_until, announcement=announcement, timezone=timezone))
            missed: list[datetime] = []
            if until is not None:
                # Dealt with until a moment still to come: the clock went back. What was posted is not posted again.
                missed = missed_slots(announcement.cron, timezone, until if until <= now else now - STEP_BACK, now)
                await self._deal(announcement, due(missed, now), now)
            if missed or until is None or until > now:
                await self.store.write(
                    partial(action.deal_until, announcement=announcement, timezone=timezone, now=now)
                )

    async def bulletin(self, slot: str, now: datetime) -> Bulletin:
        """Words, alt text and picture of a slot, all from one snapshot."""
        counters = await self.store.read(partial(action.read_counters, local=now.astimezone(self.zone)))
        bulletin = action.write_bulletin(counters, slot, self.press)
        image = await asyncio.to_thread(self.picture, bulletin.chart, self.press.speech)
        return replace(bulletin, image=image)

    async def _deal(self, announcement: Announcement, slots: Due, now: datetime) -> None:
        if slots.skipped:
            skipped = await self.store.write(
                partial(action.skip, announcement=announcement, slots=slots.skipped, now=now)
            )
            log.warning("slots skipped", extra={"announcement": announcement.id, "count": skipped})
        if slots.post is None:
            return
        bulletin = await self.bulletin(slots.post, now)
        for name in announcement.networks:
            work = partial(
                action.announce,
                announcement=announcement,
                slot=slots.post,
                bulletin=bulletin,
                network=self.networks[name],
                press=self.press,
                now=now,
                rehearsal=name in self.rehearsing,
            )
            post = await self.store.write(work)
            log.info("announcement", extra={"announcement": announcement.id, "network": name, "post": post})

    async def _keep_day(self, local: datetime) -> None:
        # At midnight the values are those of the day that just ended.
        day = (local.astimezone(UTC) - timedelta(minutes=1)).astimezone(self.zone).date()
        await self.store.write(partial(action.keep_day, day=day))

    def _add_jobs(self, scheduler: Any) -> None:
        for announcement in self.announcements:
            trigger = parse_cron(announcement.cron, self.press.timezone)
            scheduler.add_job(self._ring, trigger, args=[announcement], id=f"announcement:{announcement.id}")
        for chore in self.chores:
            trigger = parse_cron(chore.cron, self.press.timezone)
            scheduler.add_job(self._do, trigger, args=[chore], id=f"chore:{chore.name}")

    async def _watch(self, scheduler: Any) -> None:
        """Wake the scheduler, notice jumps of the wall clock, and look at the records: a bell may be missed."""
        passed = asyncio.get_running_loop().time
        wall, monotonic = self.clock.now(), passed()
        while True:
            for announcement in self.announcements:
                await self._ring(announcement)
            await asyncio.sleep(self.wake_seconds)
            jump = (self.clock.now() - wall).total_seconds() - (passed() - monotonic)
            wall, monotonic = self.clock.now(), passed()
            if abs(jump) > JUMP_SECONDS:
                log.warning("the clock jumped", extra={"seconds": round(jump)})
            if jump < -JUMP_SECONDS:
                scheduler.remove_all_jobs()
                self._add_jobs(scheduler)
            scheduler.wakeup()

    async def _ring(self, announcement: Announcement) -> None:
        try:
            await self.tick(announcement)
        except Exception:
            log.exception("announcement failed; tried again soon", extra={"announcement": announcement.id})

    async def _do(self, chore: Chore) -> None:
        try:
            await chore.work(self.clock.now().astimezone(self.zone))
        except Exception:
            log.exception("chore failed", extra={"chore": chore.name})
