"""Alerts: what needs a human, found in what is known of a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.domain.encounters import Gap

FULL: Final = 0.8
"""Of our own budget: from here on people may soon have to wait."""

LEAST_DISK, LEAST_SHARE_OF_DISK = 1_000_000_000, 0.05
"""Bytes, and the part of the disk, that are to be free."""

TOLD_AGAIN: Final = timedelta(days=1)
"""What goes on is not told every hour."""

NEWS: Final = timedelta(days=1)
"""A gap of longer ago is no news."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing that needs a human: `about` is which, so that the same is not told twice."""

    kind: str
    about: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a moment."""

    gaps: Iterable[Gap] = ()
    used: Mapping[str, float] = field(default_factory=dict)  # network -> part of our own budget that is spent
    protected: Iterable[str] = ()  # numbers of open Claims of protected names
    held: Iterable[str] = ()  # numbers of announcements held for their numbers
    disk: tuple[int, int] | None = None  # bytes free, and in all, where the database lies


def alarms(scene: Scene, now: datetime) -> list[Alarm]:
    """Everything that needs a human now, one Alarm of each kind at most: the first of several is told first."""
    found = [*_gaps(scene, now), *_budgets(scene), *_protected(scene), *_held(scene), *_disk(scene)]
    return list({alarm.kind: alarm for alarm in reversed(found)}.values())[::-1]


def _gaps(scene: Scene, now: datetime) -> Iterator[Alarm]:
    for gap in scene.gaps:
        if now - gap.until <= NEWS:
            yield Alarm("gap", f"{gap.network}:{gap.source}:{gap.since.isoformat()}", {
                "network": gap.network, "since": f"{gap.since:%Y-%m-%d %H:%M}", "until": f"{gap.until:%Y-%m-%d %H:%M}",
            })  # fmt: skip


def _budgets(scene: Scene) -> Iterator[Alarm]:
    for network, used in scene.used.items():
        if used > FULL:
            yield Alarm("budget", network, {"network": network, "percent": int(used * 100)})


def _protected(scene: Scene) -> Iterator[Alarm]:
    claims = list(scene.protected)
    if claims:
        yield Alarm("protected", ",".join(claims), {"claim": claims[0]})


def _held(scene: Scene) -> Iterator[Alarm]:
    posts = list(scene.held)
    if posts:
        yield Alarm("jump", ",".join(posts), {"post": posts[0]})


def _disk(scene: Scene) -> Iterator[Alarm]:
    if scene.disk is None:
        return
    free, total = scene.disk
    if free < LEAST_DISK or free < total * LEAST_SHARE_OF_DISK:
        yield Alarm("disk", "", {"megabytes": free // 1_000_000})
