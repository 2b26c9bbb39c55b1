"""Courtesy towards the servers we are guests of: opening hours, servers whose people get nothing, a daily maximum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.domain.accounts import Account, Platform
from bot.errors import InputError

_HOURS: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")
_WRITE_HOURS: Final = "write from when to when, such as 08:00-22:00"


@dataclass(frozen=True, slots=True)
class Hours:
    """When we may speak, on the campaign's wall clock: from `begin` until before `end`, over midnight if it is less."""

    begin: time
    end: time  # 00:00 is the end of the day

    def contains(self, local: time) -> bool:
        """Whether we may speak at this time of day.

        >>> night = parse_hours("22:00-06:00")
        >>> night.contains(time(23)), night.contains(time(6))
        (True, False)
        """
        if self.begin < self.end:
            return self.begin <= local < self.end
        return local >= self.begin or local < self.end

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"


def parse_hours(text: str) -> Hours:
    """`08:00-22:00`; InputError says how to write it."""
    found = _HOURS.fullmatch(text.strip())
    if not found:
        raise InputError(_WRITE_HOURS)
    first, second, third, fourth = found.groups()
    hours = Hours(time(int(first), int(second)), time(int(third or 0), int(fourth or 0)))
    if hours.begin == hours.end and third:
        raise InputError(f"that is no time at all; {_WRITE_HOURS}")
    return hours


@dataclass(frozen=True, slots=True)
class Courtesy:
    """What an admin chose for one network; nothing is restrained by default."""

    hours: Hours | None = None
    denied: frozenset[str] = frozenset()  # servers, with all below them
    per_day: int | None = None  # Posts, those of Priority.RIGHTS excepted
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))

    def is_open(self, now: datetime) -> bool:
        """Whether more than what nothing holds back may be sent now."""
        return self.hours is None or self.hours.contains(now.astimezone(self.zone).time())

    def opens(self, now: datetime) -> datetime:
        """When we may speak: `now`, or the next opening (UTC)."""
        if self.hours is None or self.is_open(now):
            return now
        today = now.astimezone(self.zone).date()
        days = [datetime.combine(today + timedelta(days=n), self.hours.begin, self.zone) for n in range(3)]
        begins = {day.replace(fold=fold).astimezone(UTC) for day in days for fold in (0, 1)}
        # On the night of a change an hour is skipped, or there twice: it may open with the change itself.
        moments = sorted(begins.union(_changes(now, 3, self.zone)))
        return next(moment for moment in moments if moment > now and self.is_open(moment))

    def day_begins(self, now: datetime) -> datetime:
        """Since when the Posts of this day are counted (UTC)."""
        return datetime.combine(now.astimezone(self.zone).date(), time(), self.zone).astimezone(UTC)

    def denies(self, account: Account) -> bool:
        """Whether this Account is of a server whose people get nothing, says the admin."""
        return bool(self.denied) and not self.denied.isdisjoint(places_of(account))


def _changes(now: datetime, days: int, zone: ZoneInfo) -> list[datetime]:
    """When clocks are put forward or back in these days (UTC): they are at full quarters of an hour."""
    start = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    if start.astimezone(zone).utcoffset() == (start + timedelta(days=days)).astimezone(zone).utcoffset():
        return []
    moments = [start + n * timedelta(minutes=15) for n in range(days * 24 * 4 + 1)]
    offsets = [moment.astimezone(zone).utcoffset() for moment in moments]
    return [at for at, before, after in zip(moments[1:], offsets, offsets[1:], strict=False) if before != after]


def server_of(account: Account) -> str:
    """The server whose moderators answer for an Account; "" on Bluesky, where a server is nobody's home page."""
    if account.platform is not Platform.MASTODON:
        return ""
    return account.handle.partition("@")[2] or (urlsplit(account.id).hostname or "")


def places_of(account: Account) -> tuple[str, ...]:
    """Every name under which a server may be denied that makes this Account one of its people.

    >>> places_of(Account(Platform.MASTODON, "https://web.example/users/ann", "ann@example"))
    ('example', 'web.example')
    """
    hosts = [account.handle.rpartition("@")[2]]
    if account.platform is Platform.MASTODON:
        hosts.append(urlsplit(account.id).hostname or "")
    return tuple(dict.fromkeys(name for host in hosts for name in _with_parents(host.lower())))


def _with_parents(host: str) -> Iterator[str]:
    while host:
        yield host
        host = host.partition(".")[2]
