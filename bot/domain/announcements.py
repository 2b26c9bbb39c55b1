"""Announcements: honest counters as words and a chart; which slots are due; what must wait for the admin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from bot.domain.text import Tag
from bot.domain.wording import Wording


class Catalogue(Protocol):
    """The part of `ports.Words` that is needed here."""

    def say(self, message: str, language: str, values: Mapping[str, str | int]) -> str:
        """One message in a language."""

    def moment(self, local: datetime, language: str) -> str:
        """A local date and time of day in words."""

    def day(self, local: datetime, language: str) -> str:
        """A local date in short words."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The catalogue in a language already chosen."""

    words: Catalogue
    language: str

    def say(self, message: str, **values: str | int) -> str:
        """One message."""
        return self.words.say(message, self.language, values)

    def slot(self, slot: str) -> str:
        """A slot in words."""
        return self.words.moment(datetime.strptime(slot + "+0000", "%Y-%m-%dT%H:%M%z"), self.language)

    def day(self, day: date) -> str:
        """A day in short words."""
        return self.words.day(datetime.combine(day, time()), self.language)


SMALLEST_GROUP = 10
"""Smaller groups are not published: in a crowd of nine, a number may point at somebody."""

LATEST = timedelta(hours=12)
"""A missed slot is still posted when younger than this."""

COUNTERS = "counters"
"""The kind of Announcement that tells them."""

HEADLINE = "announcement-counters"
HISTORY_DAYS = 90
WEEK = timedelta(days=7)

LINES = (
    "people", "accounts:bluesky", "accounts:mastodon", "reunited", "reconnected", "matches", "arrivals", "voices",
    "edges",
)  # fmt: skip
"""Counters told, best first: what does not fit in one post is left out from the end."""

CURVES = ("people", "accounts:bluesky", "accounts:mastodon")
"""Counters drawn: those that share a scale."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One `[[announcements]]`: what is posted, where, and when (`cron`, in the campaign's zone)."""

    id: str
    kind: str
    networks: tuple[str, ...]
    cron: str = ""


@dataclass(frozen=True, slots=True)
class Counters:
    """The tallies of one moment with their daily history: words, alt text and picture are all made from this."""

    at: datetime  # in the campaign's zone
    values: Mapping[str, int]
    history: Mapping[str, Sequence[tuple[str, int]]]  # (YYYY-MM-DD, value at the end of that day), oldest first


class Point(NamedTuple):
    """A value at the end of a day."""

    day: date
    value: int


@dataclass(frozen=True, slots=True)
class Curve:
    """One counter over time."""

    name: str  # one of CURVES
    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What the picture shows and the alt text says. `empty` is told where no curve can be drawn."""

    title: str
    subtitle: str
    source: str
    empty: str
    curves: tuple[Curve, ...] = ()


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What one slot of an Announcement says, everywhere: `headline` is also how the post is recognised as ours."""

    headline: str
    wording: Wording
    language: str
    values: Mapping[str, int]  # the published ones
    chart: Chart
    alt: str
    image: bytes | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What becomes of the slots that were not dealt with yet."""

    post: str | None
    skipped: tuple[str, ...]


def slot_of(moment: datetime) -> str:
    """The wall-clock minute of a moment already in the campaign's zone.

    Without an offset, on purpose: 02:30 comes twice when summer time ends and is one slot.
    """
    return moment.strftime("%Y-%m-%dT%H:%M")


def natural_key(announcement: str, slot: str, network: str) -> str:
    """What makes an Announcement one of a kind, whatever the clock or the scheduler do."""
    return f"announcement:{announcement}:{slot}:{network}"


def due(missed: Sequence[datetime], now: datetime) -> Due:
    """The latest slot is posted if less than 12 h old; earlier ones are skipped. `missed` is oldest first."""
    if not missed:
        return Due(None, ())
    first_seen: dict[str, datetime] = {}
    for moment in missed:
        first_seen.setdefault(slot_of(moment), moment)
    latest = slot_of(missed[-1])
    earlier = tuple(slot for slot in first_seen if slot != latest)
    if now - first_seen[latest] < LATEST:
        return Due(latest, earlier)
    return Due(None, (*earlier, latest))


def publishable(values: Mapping[str, int]) -> dict[str, int]:
    """Without the small groups."""
    return {name: value for name, value in values.items() if value >= SMALLEST_GROUP}


def implausible(values: Mapping[str, int], published: Mapping[str, int]) -> str | None:
    """Why the admin should look before this is posted, or None.

    Against the values published last: more than doubled and more than 1000 more, or more than a tenth and at
    least 10 fewer. A counter that was not published then is not compared.
    """
    for name, before in published.items():
        value = values.get(name, 0)
        risen = value > 2 * before and value - before > 1000
        fallen = value < before - before / 10 and before - value >= SMALLEST_GROUP
        if risen or fallen:
            return f"implausible: {name} went from {before} to {value}; retry it when it is right, else withdraw it"
    return None


def bulletin_of(counters: Counters, slot: str, campaign: str, tag: str, speech: Speech) -> Bulletin:
    """The words of one slot; the picture is added by who can draw."""
    values = publishable(counters.values)
    heading = {"campaign": campaign, "slot": speech.slot(slot)}
    lines = [_line(name, counters) for name in LINES if name in values] or [_early()]
    chart = chart_of(counters, campaign, speech)
    return Bulletin(
        headline=speech.say(HEADLINE, **heading),
        wording=Wording(HEADLINE, heading, (*lines, Wording("announcement-tag", {"tag": Tag(tag)}))),
        language=speech.language,
        values=values,
        chart=chart,
        alt=alt_text(chart, speech),
    )


def chart_of(counters: Counters, campaign: str, speech: Speech) -> Chart:
    """The curves of the last 90 days; days of small groups are left out of them."""
    curves = [Curve(name, speech.say(f"chart-{_message(name)}"), _points(name, counters)) for name in CURVES]
    return Chart(
        title=speech.say("chart-title", campaign=campaign),
        subtitle=speech.say("chart-subtitle"),
        source=speech.say("chart-source", campaign=campaign, slot=speech.slot(slot_of(counters.at))),
        empty=speech.say(_early().message, smallest=SMALLEST_GROUP),
        curves=tuple(curve for curve in curves if curve.points),
    )


def alt_text(chart: Chart, speech: Speech) -> str:
    """The chart for those who do not see it, from the same data."""
    told = [_curve_in_words(curve, speech) for curve in chart.curves]
    return " ".join([speech.say("chart-alt", title=chart.title), *(told or [chart.empty]), chart.source])


def _message(name: str) -> str:
    return name.replace(":", "-")


def _early() -> Wording:
    return Wording("announcement-counters-early", {"smallest": SMALLEST_GROUP})


def _line(name: str, counters: Counters) -> Wording:
    growth, count = _growth(name, counters), counters.values[name]
    if name == "people" and growth >= SMALLEST_GROUP:
        return Wording("announcement-counters-people-growth", {"count": count, "growth": growth})
    return Wording(f"announcement-counters-{_message(name)}", {"count": count})


def _growth(name: str, counters: Counters) -> int:
    """How many more than a week ago; 0 when nobody knows, or when the group of then was too small to tell."""
    week_ago = (counters.at.date() - WEEK).isoformat()
    then = [value for day, value in counters.history.get(name, ()) if day == week_ago]
    return counters.values[name] - then[0] if then and then[0] >= SMALLEST_GROUP else 0


def _points(name: str, counters: Counters) -> tuple[Point, ...]:
    today = counters.at.date()
    past = [Point(date.fromisoformat(day), value) for day, value in counters.history.get(name, ())]
    points = [point for point in past if point.day < today] + [Point(today, counters.values.get(name, 0))]
    return tuple(point for point in points if point.value >= SMALLEST_GROUP)


def _curve_in_words(curve: Curve, speech: Speech) -> str:
    first, last = curve.points[0], curve.points[-1]
    if first.day == last.day:
        return speech.say("chart-alt-point", label=curve.label, last=last.value, until=speech.day(last.day))
    return speech.say(
        "chart-alt-curve",
        label=curve.label,
        first=first.value,
        since=speech.day(first.day),
        last=last.value,
        until=speech.day(last.day),
    )
