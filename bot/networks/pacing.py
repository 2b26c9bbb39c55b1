"""Budgets, counted by ourselves, and the many ways in which a server says when to come back.

Success headers are no help: Bluesky's show only the limit per address, not the write points (measured on PDS 0.5.35),
and Mastodon's those of one of several limits.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.domain.outbox import Priority

LONGEST_WAIT = 3600.0
"""Seconds. Whatever a server says ("in ten years" is a bug of its clock), we ask again after an hour."""

BACK_OFF = 60.0
"""Seconds to wait after a refusal that names no time, or one that has passed already."""

UNASKED_SHARE = 0.5
"""Of the budget, for what nobody waits for (digests): the rest is always there for answers."""

MOMENT = 1e-6  # seconds; clocks count no less

SECONDS_EACH = 1.0
"""What a Post takes with its questions, at most, where a server is well: what people are told to expect counts it."""

MILLISECONDS_FROM = 1e11  # as seconds this is the year 5138, so it must be milliseconds
EPOCH_FROM = 1e9  # a smaller number is seconds from now (the IETF form), not a date of before 2001


@dataclass(frozen=True, slots=True)
class Window:
    """A network allows `points` in any stretch of `seconds`."""

    points: int
    seconds: float


STRANGERS_SHARE = 0.75
"""Of the budget, for people who are not registered: however many of them ask, the rest is left for known people."""

SHARES: Mapping[Priority, float] = {
    Priority.NEWCOMER: STRANGERS_SHARE,
    Priority.ANSWER: STRANGERS_SHARE,
    Priority.DIGEST: UNASKED_SHARE,
    Priority.LISTING: UNASKED_SHARE,
}


def share_of(priority: Priority) -> float:
    """The part of the budget that Posts of this priority may use up."""
    return SHARES.get(priority, 1.0)


class Budget:
    """What we allow ourselves of several Windows at once: `share` of each; 0 lifts them all.

    Not bound to a thread or a loop.

    >>> budget, noon = Budget([Window(points=10, seconds=60)]), datetime(2027, 1, 20, 12, tzinfo=UTC)
    >>> budget.spend(8, noon)
    >>> budget.wait(1, noon + timedelta(seconds=20))
    40.0
    """

    def __init__(self, windows: Iterable[Window], share: float = 0.8) -> None:
        self._windows = tuple(windows) if share > 0 else ()
        self._allowed = tuple(max(1.0, window.points * share) for window in self._windows)
        self._spent: tuple[deque[tuple[datetime, float]], ...] = tuple(deque() for _ in self._windows)
        self._sums = [0.0] * len(self._windows)
        self._held_until: datetime | None = None

    def wait(self, cost: float, now: datetime, share: float = 1.0) -> float:
        """Seconds until `cost` may be spent, 0.0 for now; what exceeds a whole Window waits until it is empty.

        With a `share`, until less than this part of the budget is spent.
        """
        return max([self._held(now), *(self._until_free(n, cost, now, share) for n in range(len(self._windows)))])

    def rate(self, cost: float, share: float = 1.0) -> float:
        """How often an hour `cost` may be spent in the long run; inf without Windows.

        >>> Budget([Window(points=300, seconds=10_800)]).rate(1, share=0.5)
        40.0
        """
        windows = zip(self._windows, self._allowed, strict=True)
        return min((allowed * share / cost * 3600 / window.seconds for window, allowed in windows), default=math.inf)

    def forecast(self, count: int, cost: float, now: datetime, share: float = 1.0) -> float:
        """Seconds until the last of `count` things of this cost may be spent, one after the other, and nothing else.

        With a `share`, while they may use up no more than this part of the budget.

        >>> budget, noon = Budget([Window(points=10, seconds=60)], share=1), datetime(2027, 1, 20, 12, tzinfo=UTC)
        >>> budget.spend(4, noon)
        >>> [budget.forecast(count, 2, noon + timedelta(seconds=20)) for count in (3, 5, 8, 13)]
        [0.0, 40.0, 60.0, 120.0]
        """
        trial, clock = self._copy(share), now
        while count > 0:
            while (wait := trial.wait(cost, clock)) > 0:
                clock += timedelta(seconds=max(wait, MOMENT))
            together = min([count, *trial.fitting(cost)])
            trial.spend(together * cost, clock)
            count -= together
        return (clock - now).total_seconds()

    def fitting(self, cost: float) -> list[int]:
        """How many of this cost each Window has room for, as of the last `wait`; at least 1: that one fitted."""
        room = zip(self._allowed, self._sums, strict=True)
        return [max(int((allowed - spent + MOMENT) // cost), 1) for allowed, spent in room]

    def _copy(self, share: float) -> Budget:
        same = Budget(self._windows)
        same._allowed, same._held_until = tuple(most * share for most in self._allowed), self._held_until
        same._spent, same._sums = tuple(deque(spent) for spent in self._spent), list(self._sums)
        return same

    def used(self, now: datetime) -> float:
        """The part of our share that is spent, of the fullest Window; 0.0 without Windows."""
        for n in range(len(self._windows)):
            self._drop_old(n, now)
        return max((spent / most for spent, most in zip(self._sums, self._allowed, strict=True)), default=0.0)

    def spend(self, cost: float, now: datetime) -> None:
        """Count `cost` at `now`; call it for every try, whatever became of it, oldest first."""
        for n, spent in enumerate(self._spent):
            spent.append((now, cost))
            self._sums[n] += cost

    def hold_until(self, moment: datetime) -> None:
        """Nothing before `moment`, as the server asked; an earlier moment than one held already changes nothing."""
        if self._held_until is None or moment > self._held_until:
            self._held_until = moment

    def _held(self, now: datetime) -> float:
        if self._held_until is None or self._held_until <= now:
            self._held_until = None
            return 0.0
        return min((self._held_until - now).total_seconds(), LONGEST_WAIT)

    def _until_free(self, n: int, cost: float, now: datetime, share: float) -> float:
        self._drop_old(n, now)
        excess = self._sums[n] + cost - self._allowed[n] * share
        for moment, points in self._spent[n]:
            if excess <= 0:
                return 0.0
            excess -= points
            if excess <= 0:
                return self._windows[n].seconds - (now - moment).total_seconds()
        return self._windows[n].seconds - (now - self._spent[n][-1][0]).total_seconds() if self._spent[n] else 0.0

    def _drop_old(self, n: int, now: datetime) -> None:
        spent = self._spent[n]
        if spent and spent[-1][0] > now:  # the clock was set back: count from now rather than wait for its return
            self._spent[n].extend([(min(moment, now), points) for moment, points in _drained(spent)])
        while spent and (now - spent[0][0]).total_seconds() >= self._windows[n].seconds:
            self._sums[n] -= spent.popleft()[1]


def _drained(spent: deque[tuple[datetime, float]]) -> list[tuple[datetime, float]]:
    entries = list(spent)
    spent.clear()
    return entries


def parse_retry(headers: Mapping[str, str], now: datetime, default: float = BACK_OFF) -> float:
    """Seconds to wait after a refusal with these headers (any case): never less than told, never over LONGEST_WAIT.

    Reads `Retry-After` (seconds or HTTP-date), `X-RateLimit-Reset` (ISO 8601 on Mastodon, epoch elsewhere) and
    `RateLimit-Reset` (epoch on Bluesky). Dates are compared with the server's own `Date`, since our clock may be
    wrong. `default` when nothing usable is told.
    """
    told = {name.lower(): value.strip() for name, value in headers.items()}
    here = _http_date(told.get("date", "")) or now
    waits = [
        _after(told.get("retry-after", ""), here),
        _reset(told.get("x-ratelimit-reset", ""), here),
        _reset(told.get("ratelimit-reset", ""), here),
    ]
    usable = [wait for wait in waits if wait is not None and wait >= 0]
    if not usable or max(usable) == 0:
        return min(default, LONGEST_WAIT)
    return min(max(usable), LONGEST_WAIT)


def ahead(date: str, now: datetime) -> timedelta:
    """How far the clock that wrote an HTTP `Date`, which has whole seconds, is ahead; 0 when as good as equal.

    What a server shows is dated by its clock, and what we remember by ours.
    """
    told = _http_date(date)
    found = told + timedelta(seconds=0.5) - now if told else timedelta()
    return found if abs(found) > timedelta(seconds=1) else timedelta()


def _after(value: str, here: datetime) -> float | None:
    number = _number(value)
    if number is not None:
        return number
    moment = _http_date(value)
    return (moment - here).total_seconds() if moment else None


def _reset(value: str, here: datetime) -> float | None:
    number = _number(value)
    if number is None:
        moment = _iso(value)
        return (moment - here).total_seconds() if moment else None
    if number < EPOCH_FROM:
        return number
    return (number / 1000 if number >= MILLISECONDS_FROM else number) - here.timestamp()


def _number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _http_date(value: str) -> datetime | None:
    try:
        return _with_zone(parsedate_to_datetime(value))
    except (TypeError, ValueError, OverflowError):
        return None


def _iso(value: str) -> datetime | None:
    try:
        return _with_zone(datetime.fromisoformat(value))
    except ValueError:
        return None


def _with_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def later(now: datetime, seconds: float) -> datetime:
    """`now` plus `seconds`, as the moment for `hold_until`."""
    return now + timedelta(seconds=seconds)
