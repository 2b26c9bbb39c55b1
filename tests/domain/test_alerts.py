"""What needs a human, and what does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.alerts import NEWS, Alarm, Scene, alarms
from bot.domain.encounters import Gap

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
GIGA = 1_000_000_000


def found(**known: Any) -> list[Alarm]:
    return alarms(Scene(**known), NOW)


def gap(ago: timedelta, source: str = "stream") -> Gap:
    return Gap("sky", source, NOW - ago - timedelta(hours=1), NOW - ago, "too old")


def test_a_quiet_moment_needs_nobody() -> None:
    assert found(used={"sky": 0.8}, disk=(20 * GIGA, 100 * GIGA), gaps=[gap(NEWS + timedelta(seconds=1))]) == []
    assert found() == []


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        ({"gaps": [gap(timedelta(0))]}, "gap"),
        ({"used": {"sky": 0.81}}, "budget"),
        ({"protected": ["7"]}, "protected"),
        ({"held": ["9"]}, "jump"),
        ({"disk": (GIGA - 1, 10 * GIGA)}, "disk"),
        ({"disk": (4 * GIGA, 100 * GIGA)}, "disk"),
    ],
)
def test_each_kind_of_trouble_is_an_alarm(known: dict[str, Any], kind: str) -> None:
    assert [alarm.kind for alarm in found(**known)] == [kind]


def test_of_several_of_a_kind_the_first_is_told_and_another_is_another() -> None:
    gaps = [gap(timedelta(hours=1)), gap(timedelta(hours=5), "notifications")]
    (first,) = found(gaps=gaps)
    (second,) = found(gaps=gaps[1:])
    assert first.about != second.about and "stream" in first.about


def test_the_same_again_is_about_the_same() -> None:
    assert found(protected=["7", "8"]) == found(protected=["7", "8"]) != found(protected=["7", "8", "9"])
