"""Announcements: slots, lateness, what is published, what is held, and the same numbers in words and picture."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.announcements import (
    Counters,
    Due,
    Point,
    Speech,
    alt_text,
    bulletin_of,
    chart_of,
    due,
    implausible,
    natural_key,
    publishable,
    slot_of,
)
from bot.domain.text import Limits, plain
from bot.domain.wording import render
from bot.locales import Catalogues

PARIS = ZoneInfo("Europe/Paris")
NINE = datetime(2026, 11, 23, 9, 0, tzinfo=PARIS)
SLOT = "2026-11-23T09:00"
EVERYTHING = {
    "people": 12345, "accounts:bluesky": 9876, "accounts:mastodon": 4321, "reunited": 7654, "matches": 45678,
    "arrivals": 3456, "voices": 2345, "edges": 1234567,
}  # fmt: skip
ROOMY = Limits(graphemes=3000)


def speech(language: str = "fr") -> Speech:
    return Speech(Catalogues(("fr", "en")), language)


def counters(values: dict[str, int], history: dict[str, list[tuple[str, int]]] | None = None) -> Counters:
    return Counters(at=NINE, values=values, history=history or {})


def text(values: dict[str, int], limits: Limits = ROOMY, language: str = "fr", **history: list[tuple[str, int]]) -> str:
    bulletin = bulletin_of(counters(values, history), SLOT, "QuitteX", "QuitteX", speech(language))
    return plain(render(bulletin.wording, Catalogues(("fr", "en")), language, limits))


def test_a_slot_is_a_wall_clock_minute() -> None:
    assert slot_of(NINE) == SLOT
    assert natural_key("weekly", SLOT, "bluesky") == "announcement:weekly:2026-11-23T09:00:bluesky"


def test_the_repeated_hour_of_autumn_is_one_slot() -> None:
    summer = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS)
    assert slot_of(summer) == slot_of(summer.replace(fold=1))
    assert due([summer, summer.replace(fold=1)], summer + timedelta(hours=2)) == Due("2026-10-25T02:30", ())


def test_the_latest_missed_slot_is_posted_while_young_and_earlier_ones_are_skipped() -> None:
    days = [NINE - timedelta(days=2), NINE - timedelta(days=1), NINE]
    young = due(days, NINE + timedelta(hours=11, minutes=59))
    assert young == Due(SLOT, ("2026-11-21T09:00", "2026-11-22T09:00"))
    assert due(days, NINE + timedelta(hours=12)) == Due(None, ("2026-11-21T09:00", "2026-11-22T09:00", SLOT))
    assert due([], NINE) == Due(None, ())


def test_small_groups_are_not_published() -> None:
    assert publishable({"people": 10, "voices": 9, "edges": 0}) == {"people": 10}
    words = text({"people": 10, "accounts:bluesky": 9, "voices": 3})
    assert "10 personnes" in words
    assert "Bluesky" not in words
    assert "voix" not in words


def test_a_campaign_too_small_for_numbers_says_so() -> None:
    words = text({"people": 7, "voices": 2})
    assert "paraîtront à partir de 10" in words
    assert "7" not in words.replace("QuitteX", "")


@pytest.mark.parametrize(
    ("before", "value", "held"),
    [
        (1000, 2000, False),  # doubled, not more
        (1000, 2001, True),
        (500, 1500, False),  # tripled, but only by a thousand
        (10, 900, False),
        (500, 1501, True),
        (0, 50_000, False),  # nothing was published before
        (100, 90, False),  # a tenth less
        (100, 89, True),
        (12, 5, False),  # less than 10 left
        (100_000, 90_001, False),
        (100_000, 0, True),
    ],
)
def test_implausible_jumps_are_held(before: int, value: int, held: bool) -> None:
    reason = implausible({"people": value}, {"people": before} if before else {})
    assert bool(reason) is held
    assert reason is None or f"people went from {before} to {value}" in reason


def test_growth_is_told_when_the_group_is_not_small() -> None:
    week_ago = "2026-11-16"
    assert "(+45" in text({"people": 1045}, people=[(week_ago, 1000)])
    assert "+" not in text({"people": 1009}, people=[(week_ago, 1000)])
    assert "+" not in text({"people": 1045}, people=[("2026-11-15", 1000)])
    assert "+" not in text({"people": 45}, people=[(week_ago, 9)])
    assert "+" not in text({"people": 900}, people=[(week_ago, 1000)])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_counters_fit_one_post_of_300(language: str) -> None:
    tight = Limits(graphemes=300, utf8_bytes=3000)
    words = text(EVERYTHING, tight, language)
    assert len(words) <= 300
    assert words.startswith("QuitteX")
    assert "12" in words.splitlines()[1]


def test_what_does_not_fit_is_left_out_from_the_end() -> None:
    words = text(EVERYTHING, Limits(graphemes=110))
    assert "personnes inscrites" in words
    assert "abonnements" not in words


def test_the_headline_marks_the_post() -> None:
    bulletin = bulletin_of(counters(EVERYTHING), SLOT, "QuitteX", "QuitteX", speech())
    assert bulletin.headline == text(EVERYTHING).splitlines()[0]
    assert "23 novembre 2026" in bulletin.headline
    assert "09:00" in bulletin.headline


def test_the_chart_ends_with_the_numbers_of_the_text_and_leaves_small_days_out() -> None:
    history = {"people": [("2026-11-21", 9), ("2026-11-22", 11), ("2026-11-23", 12)]}
    chart = chart_of(counters({"people": 14}, history), "QuitteX", speech())
    assert chart.curves[0].points == (Point(date(2026, 11, 22), 11), Point(date(2026, 11, 23), 14))


def test_alt_text_says_what_the_picture_shows() -> None:
    history = {"people": [("2026-10-23", 1000)]}
    chart = chart_of(counters({"people": 1500, "accounts:bluesky": 20}, history), "QuitteX", speech("en"))
    alt = alt_text(chart, speech("en"))
    for fact in ("1,000", "1,500", "Oct 23, 2026", "Nov 23, 2026", "20", "09:00"):
        assert fact in alt
    assert "Mastodon" not in alt


@pytest.mark.parametrize("language", ["fr", "en"])
@given(values=st.dictionaries(st.sampled_from(list(EVERYTHING)), st.integers(0, 10**12)))
def test_no_number_below_ten_leaves_the_house(language: str, values: dict[str, int]) -> None:
    bulletin = bulletin_of(counters(values), SLOT, "Campagne", "Campagne", speech(language))
    assert all(value >= 10 for value in bulletin.values.values())
    assert all(point.value >= 10 for curve in bulletin.chart.curves for point in curve.points)
    assert len(bulletin.alt) <= 1500


def test_slots_in_another_zone_do_not_depend_on_the_machine() -> None:
    assert slot_of(datetime(2026, 11, 23, 8, 0, tzinfo=UTC).astimezone(PARIS)) == SLOT
