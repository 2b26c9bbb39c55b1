"""Opening hours on the wall clock, whatever clocks do; servers and all below them."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.courtesy import Courtesy, Hours, parse_hours, places_of, server_of
from bot.errors import InputError

PARIS = ZoneInfo("Europe/Paris")
DAY = Courtesy(parse_hours("08:00-22:00"), zone=PARIS)
NIGHT = Courtesy(parse_hours("22:00-06:00"), zone=PARIS)


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


def test_it_speaks_from_the_first_minute_until_before_the_last() -> None:
    assert [DAY.is_open(at(*moment)) for moment in ((7, 59), (8, 0), (21, 59), (22, 0))] == [False, True, True, False]


def test_hours_may_go_over_midnight() -> None:
    assert [NIGHT.is_open(at(hour)) for hour in (21, 22, 0, 5, 6)] == [False, True, True, True, False]


def test_who_chose_no_hours_may_always_speak() -> None:
    assert Courtesy().is_open(at(3)) and Courtesy().opens(at(3)) == at(3)


def test_it_opens_today_or_tomorrow() -> None:
    assert DAY.opens(at(7)) == at(8) and DAY.opens(at(23)) == at(8, day=21) and DAY.opens(at(12)) == at(12)


def test_the_morning_after_the_clocks_change_is_no_hour_off() -> None:
    before = datetime(2026, 3, 28, 23, tzinfo=PARIS)
    assert DAY.opens(before) == datetime(2026, 3, 29, 6, tzinfo=UTC)
    assert DAY.day_begins(datetime(2026, 3, 29, 12, tzinfo=UTC)) == datetime(2026, 3, 28, 23, tzinfo=UTC)


@pytest.mark.parametrize("hours", ["02:30-06:00", "22:00-02:30", "02:00-03:00", "23:00-01:00", "01:30-02:30"])
@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Havana", "Africa/Cairo"])
@pytest.mark.parametrize("start", [datetime(2026, 10, 24, tzinfo=UTC), datetime(2027, 3, 13, tzinfo=UTC),
                                   datetime(2027, 3, 27, tzinfo=UTC)])  # fmt: skip
def test_on_nights_of_change_it_opens_at_the_first_moment_that_is_open(hours: str, zone: str, start: datetime) -> None:
    courtesy, step = Courtesy(parse_hours(hours), zone=ZoneInfo(zone)), timedelta(minutes=10)
    moments = [start + n * step for n in range(4 * 24 * 6)]
    opening = None
    for moment in reversed(moments):
        opening = moment if courtesy.is_open(moment) else opening
        if opening is not None:
            assert courtesy.opens(moment) == opening


@pytest.mark.parametrize("text", ["", "8-22", "08:00", "25:00-26:00", "08:60-22:00", "08:00-08:00"])
def test_hours_that_say_nothing_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="such as 08:00-22:00"):
        parse_hours(text)


def test_a_whole_day_is_all_the_time() -> None:
    assert all(parse_hours("00:00-24:00").contains(time(hour)) for hour in range(24))


def test_hours_are_written_as_they_are_read() -> None:
    assert str(parse_hours(" 08:30 - 24:00 ")) == "08:30-00:00" and parse_hours("08:30-00:00") == Hours(
        time(8, 30), time()
    )


ANN = Account(Platform.MASTODON, "https://social.m.example/users/ann", "ann@m.example")


@pytest.mark.parametrize(
    ("host", "denied"),
    [
        ("m.example", True),
        ("social.m.example", True),
        ("example", True),
        ("other.example", False),
        ("x-m.example", False),
        ("ann", False),
    ],
)
def test_a_denied_server_takes_all_below_it_along_and_nobody_else(host: str, denied: bool) -> None:
    assert Courtesy(denied=frozenset({host})).denies(ANN) is denied


def test_on_bluesky_a_handle_is_below_its_domain() -> None:
    ann = Account(Platform.BLUESKY, "did:plc:ann", "ann.media.example")
    assert places_of(ann) == ("ann.media.example", "media.example", "example")
    assert places_of(Account(Platform.BLUESKY, "did:plc:ann")) == ()


def test_who_answers_for_somebody_is_their_own_server() -> None:
    assert server_of(ANN) == "m.example"
    assert server_of(Account(Platform.MASTODON, "https://m.example/users/ann")) == "m.example"
    assert server_of(Account(Platform.BLUESKY, "did:plc:ann", "ann.example")) == ""
