"""Digests: who hears of arrivals, when, and in which words. At most one a period, whatever clocks and machines do.

A period is named by the campaign's wall clock, so that its name is the same for everybody who computes it: the week
`2026-W48` and the day `2026-11-20` begin when the night's quiet ends, the hour `2026-11-20T14` with the hour.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from bot.domain.accounts import Account, Platform
from bot.domain.answers import lines_for
from bot.domain.consent import Told
from bot.domain.courtesy import Courtesy
from bot.domain.matching import Matches
from bot.domain.outbox import Post, State
from bot.domain.people import Person
from bot.domain.text import Mention, contact_words
from bot.domain.wording import Value, Wording

DIGEST: Final = "digest"
"""The kind of their Posts."""

MORNING, EVENING = time(8), time(22)
"""Nothing unasked for is sent at night: issue 3, section 5."""

TRIED_AGAIN: Final = timedelta(days=7)
"""Somebody whose network refused a message of ours gets no other there for so long."""

KEPT_AT_ONCE: Final = timedelta(days=1)
"""News told at once may wait so long for the budget; the others wait until their next period begins."""

CLOSED: Final = "the network closed the way to them"
"""The reason of a Post withdrawn because its recipient does not want it: blocked, muted, no messages from us."""

_GOLDEN: Final = (math.sqrt(5) - 1) / 2


@dataclass(frozen=True, slots=True)
class Terms:
    """What the sending of a Post is checked against."""

    zone: ZoneInfo
    minimum: int = 1  # proof level from which a Link is believed
    courtesy: Courtesy = field(default_factory=Courtesy)  # of the network it goes to


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch in which somebody hears at most once of arrivals: its name, and when it began (UTC)."""

    often: Told
    name: str
    start: datetime

    @property
    def turn(self) -> float:
        """Where among all people this period begins to be served, 0 <= turn < 1.

        The golden ratio spreads the turns evenly: whoever a budget left out last time comes early soon.
        """
        return math.floor(self.start.timestamp() / _SECONDS[self.often]) * _GOLDEN % 1.0


def period_of(often: Told, now: datetime, zone: ZoneInfo) -> Period:
    """The period of this moment. KeyError for somebody who is never told.

    >>> paris, moment = ZoneInfo("Europe/Paris"), datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    >>> [period_of(often, moment, paris).name for often in (Told.WEEKLY, Told.DAILY, Told.AT_ONCE)]
    ['2026-W48', '2026-11-23', '2026-11-23T08']
    """
    return _PERIODS[often](now, zone)


def _week(now: datetime, zone: ZoneInfo) -> Period:
    day = _begun(now, zone)
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    return Period(Told.WEEKLY, f"{year}-W{week:02}", _morning(monday, zone))


def _day(now: datetime, zone: ZoneInfo) -> Period:
    day = _begun(now, zone)
    return Period(Told.DAILY, day.isoformat(), _morning(day, zone))


def _hour(now: datetime, zone: ZoneInfo) -> Period:
    hour = now.astimezone(zone).replace(minute=0, second=0, microsecond=0)
    return Period(Told.AT_ONCE, f"{hour:%Y-%m-%dT%H}", hour.astimezone(UTC))


def _begun(now: datetime, zone: ZoneInfo) -> date:
    """The latest day whose morning has come."""
    local = now.astimezone(zone)
    return local.date() if now >= _morning(local.date(), zone) else local.date() - timedelta(days=1)


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, MORNING, zone).astimezone(UTC)


_PERIODS: Final[dict[Told, Callable[[datetime, ZoneInfo], Period]]] = {
    Told.WEEKLY: _week,
    Told.DAILY: _day,
    Told.AT_ONCE: _hour,
}
_SECONDS: Final = {Told.WEEKLY: 604_800, Told.DAILY: 86_400, Told.AT_ONCE: 3600}


def is_quiet(now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is night where the campaign is.

    >>> is_quiet(datetime(2026, 11, 20, 21, 0, tzinfo=UTC), ZoneInfo("Europe/Paris"))
    True
    """
    return not MORNING <= now.astimezone(zone).time() < EVENING


def trigger_of(person: int, period: Period) -> str:
    """The natural key of a digest.

    >>> trigger_of(7, period_of(Told.WEEKLY, datetime(2026, 11, 27, tzinfo=UTC), ZoneInfo("UTC")))
    'digest:7:2026-W48'
    """
    return f"{DIGEST}:{person}:{period.name}"


def person_of(trigger: str) -> int:
    """Whose digest it is."""
    return int(trigger.split(":")[1])


def is_over(trigger: str, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a digest is too late: its news come with the next. After a clock was set back, none is."""
    name = trigger.split(":")[2]
    often = Told.WEEKLY if "W" in name else Told.AT_ONCE if "T" in name else Told.DAILY
    kept = KEPT_AT_ONCE if often is Told.AT_ONCE else timedelta()
    return name < period_of(often, now - kept, zone).name


@dataclass(frozen=True, slots=True)
class Past:
    """What we did before for somebody who wants to be told."""

    agreed: datetime  # when they said how often they want to be told
    last: Post | None = None  # the latest digest we owed them
    sent: datetime | None = None  # when the latest that was sent was sent
    restored: datetime | None = None  # when an older database was last put back


def period_due(often: Told, past: Past, now: datetime, zone: ZoneInfo) -> Period | None:
    """The period for which a digest may be owed now, if there is news; None while nothing is.

    Only the latest period counts: what was missed comes with it. The first one, if it is not told at once, is the
    first that begins after they agreed. What a lost part of history may have sent is not owed again.
    """
    if often is Told.NEVER or is_quiet(now, zone):
        return None
    period = period_of(often, now, zone)
    began = period.start
    served = (
        often is not Told.AT_ONCE and past.agreed >= began,
        past.restored is not None and past.restored >= began,
        past.sent is not None and past.sent >= began,
        past.last is not None and _still_waits(past.last, period, now),
    )
    return None if any(served) else period


def _still_waits(last: Post, period: Period, now: datetime) -> bool:
    """Whether the latest digest may still go out. One that is held gives way when its time is over."""
    if last.state is State.HELD:
        return last.created_at > min(period.start, now - KEPT_AT_ONCE)
    return last.state in (State.READY, State.SENDING, State.UNKNOWN)


def closed_to_us(last: Post | None, now: datetime) -> str:
    """The network on which somebody did not want our latest digest, for a week; "" if there is none."""
    if last is None or now - last.created_at >= TRIED_AGAIN:
        return ""
    unwelcome = last.state is State.REFUSED or (last.state is State.WITHDRAWN and last.reason == CLOSED)
    return last.network if unwelcome else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A network as far as digests are concerned, in the order of the configuration."""

    name: str
    platform: Platform
    open: bool = True  # False: not reached yet since the start
    private: bool = True  # whether it has private messages
    refuses: bool = False  # it does not let us in any more


def place_for(
    person: Person, places: tuple[Place, ...], last: str, minimum: int, closed: str = ""
) -> tuple[Place, Account] | None:
    """Where somebody hears from us: one place, `last` (where we answered them last) if it will do, else the first.

    In public only where none of their networks has private messages, not even one that takes none of ours now:
    `closed`, or one that refuses us.
    """
    order = sorted(places, key=lambda place: place.name != last)
    theirs = [(place, account) for place in order if (account := _account_at(place, person, minimum))]
    private = [way for way in theirs if way[0].private]
    return next((way for way in private or theirs if way[0].name != closed and not way[0].refuses), None)


def _account_at(place: Place, person: Person, minimum: int) -> Account | None:
    reached = _REACHED[place.platform, place.private]
    accounts = (link.account for link in person.links if link.stands(minimum))
    return next((account for account in accounts if account.platform is place.platform and reached(account)), None)


_REACHED: Final[Mapping[tuple[Platform, bool], Callable[[Account], bool]]] = {
    (Platform.BLUESKY, True): lambda account: bool(account.id),
    (Platform.BLUESKY, False): lambda account: bool(account.id and account.handle),
    (Platform.MASTODON, True): lambda account: bool(account.handle),
    (Platform.MASTODON, False): lambda account: False,  # there private messages never lack
}
"""What must be known of an Account to write to it in private, or in public."""


def name_of(account: Account) -> str:
    """What a Post keeps of its recipient: the stable id, or the handle of somebody we have never met."""
    return account.id or account.handle


def speaks_to(person: Person, platform: Platform, recipient: str, minimum: int) -> bool:
    """Whether this recipient is still, by a Link that is believed, an Account of the Person."""
    return any(
        recipient in (link.account.id, link.account.handle)
        for link in person.links
        if link.account.platform is platform and link.stands(minimum)
    )


class Calendar(Protocol):
    """The part of `ports.Words` that is needed here."""

    def day(self, local: datetime, language: str) -> str:
        """A local date in short words."""

    def weekday(self, local: datetime, language: str) -> str:
        """Its day of the week."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a digest says besides its news. `sent` and `now` are in the campaign's zone."""

    period: Period
    sent: datetime | None  # the latest digest that was sent; None: this is the first
    now: datetime
    campaign: str
    operator: str


def issue_of(period: Period) -> str:
    """The mark by which a digest is recognised among our messages: the same in every language.

    >>> issue_of(period_of(Told.AT_ONCE, datetime(2026, 11, 20, 14, tzinfo=UTC), ZoneInfo("UTC")))
    '№ 2026-11-20 14h'
    """
    return f"№ {period.name.replace('T', ' ')}{'h' if period.often is Told.AT_ONCE else ''}"


def wording_of(news: Matches, occasion: Occasion, platform: Platform, calendar: Calendar, language: str) -> Wording:
    """The words for somebody on `platform`: who has arrived, best first, how many more, and that `stop` ends it."""
    head, day = _since(occasion, calendar, language)
    values: dict[str, Value] = {
        "followed": news.followed,
        "day": day,
        "issue": issue_of(occasion.period),
        "campaign": occasion.campaign,
        "operator": contact_words(occasion.operator),
    }
    lines = lines_for(news, platform)
    foot = "digest-foot" if occasion.sent else "digest-foot-first"
    return Wording(head, values, lines, "find-more", others=news.followed - len(lines), foot=foot)


def _since(occasion: Occasion, calendar: Calendar, language: str) -> tuple[str, str]:
    """Which head, and the day it names: within a week a weekday says more than a date."""
    if occasion.sent is None:
        return "digest-first", ""
    days = (occasion.now.date() - occasion.sent.date()).days
    if days > 7:
        return "digest-since", calendar.day(occasion.sent, language)
    if days > 1:
        return "digest-weekday", calendar.weekday(occasion.sent, language)
    return ("digest-yesterday" if days == 1 else "digest-now"), ""


def public_wording_of(news: Matches, occasion: Occasion, reader: Account, calendar: Calendar, language: str) -> Wording:
    """The words for all to see: how many have arrived, nobody's name but the reader's.

    Names only in private (issue 3, section 5): who they are would publish whom the reader followed.
    """
    wording = wording_of(news, occasion, reader.platform, calendar, language)
    values = {**wording.values, "reader": Mention(reader.handle, reader.id)}
    return Wording(f"public-{wording.message}", values, foot=f"public-{wording.foot}")


def last_goes_out(waiting: int, per_hour: float, begin: datetime, zone: ZoneInfo) -> datetime:
    """When the last of so many digests will have gone, at this pace and not at night; `begin` if none waits.

    >>> paris, noon = ZoneInfo("Europe/Paris"), datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
    >>> last_goes_out(1200, 80.0, noon, paris).isoformat()
    '2026-11-21T12:00:00+00:00'
    """
    if not waiting or math.isinf(per_hour):
        return begin
    left = timedelta(hours=waiting / per_hour)
    day = begin.astimezone(zone).date()
    opens = max(begin, _morning(day, zone))
    closes = datetime.combine(day, EVENING, zone).astimezone(UTC)
    if opens + left <= closes:
        return opens + left
    left -= max(closes - opens, timedelta())
    whole = math.floor(left / _AWAKE)
    return _morning(day + timedelta(days=1 + whole), zone) + (left - whole * _AWAKE)


_AWAKE: Final = timedelta(hours=EVENING.hour - MORNING.hour)
