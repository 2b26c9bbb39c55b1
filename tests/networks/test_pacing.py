"""Our own budgets never exceed their share, whatever the clock does; every form of "come back later" is understood."""

import math
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.networks.pacing import BACK_OFF, LONGEST_WAIT, UNASKED_SHARE, Budget, Window, ahead, parse_retry

NOON = datetime(2027, 1, 20, 12, tzinfo=UTC)
BLUESKY = (Window(points=5000, seconds=3600), Window(points=35_000, seconds=86_400))


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_a_fresh_budget_waits_for_nothing() -> None:
    assert Budget(BLUESKY).wait(3, NOON) == 0.0


def test_only_the_share_of_a_window_is_spent() -> None:
    budget = Budget([Window(points=300, seconds=10_800)], share=0.8)
    for second in range(240):
        assert budget.wait(1, after(second)) == 0.0
        budget.spend(1, after(second))
    assert budget.wait(1, after(240)) == 10_800 - 240
    assert budget.wait(3, after(240)) == 10_800 - 240 + 2
    assert budget.wait(1, after(10_800)) == 0.0


def test_no_share_at_all_lifts_every_window_but_not_the_servers_own_word() -> None:
    budget = Budget(BLUESKY, share=0.0)
    budget.spend(1_000_000, NOON)
    assert budget.wait(3, NOON) == 0.0
    budget.hold_until(after(30))
    assert budget.wait(3, NOON) == 30.0


def test_the_narrowest_window_decides() -> None:
    budget = Budget(BLUESKY)
    for hour in range(7):
        budget.spend(4000, after(3600 * hour))
    assert budget.wait(3, after(3600 * 8)) == 86_400 - 3600 * 8


def test_what_is_larger_than_a_window_waits_until_it_is_empty() -> None:
    budget = Budget([Window(points=10, seconds=60)])
    assert budget.wait(50, NOON) == 0.0
    budget.spend(1, after(10))
    assert budget.wait(50, after(20)) == 50.0


def test_a_clock_set_back_costs_one_window_at_most() -> None:
    budget = Budget([Window(points=10, seconds=60)])
    budget.spend(8, NOON)
    assert budget.wait(1, after(-7200)) == 60.0
    assert budget.wait(1, after(-7140)) == 0.0


def test_a_hold_lasts_as_long_as_told_and_an_hour_at_most() -> None:
    budget = Budget(BLUESKY)
    budget.hold_until(after(90))
    budget.hold_until(after(30))
    assert budget.wait(3, after(60)) == 30.0
    assert budget.wait(3, after(90)) == 0.0
    budget.hold_until(after(86_400))
    assert budget.wait(3, after(100)) == LONGEST_WAIT


@given(st.lists(st.tuples(st.floats(0, 30), st.integers(1, 5)), max_size=60))
def test_no_window_ever_holds_more_than_its_share(steps: list[tuple[float, int]]) -> None:
    windows, spent, now = (Window(20, 60), Window(50, 600)), [], NOON
    budget = Budget(windows)
    for pause, cost in steps:
        now += timedelta(seconds=pause)
        now += timedelta(seconds=budget.wait(cost, now))
        budget.spend(cost, now)
        spent.append((now, cost))
        for window in windows:
            inside = sum(c for moment, c in spent if (now - moment).total_seconds() < window.seconds - 0.001)
            assert inside <= window.points * 0.8


ISO = "2027-01-20T12:05:00.123456Z"
EPOCH = str(int(NOON.timestamp()) + 300)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120),
        ({"retry-after": "1.5"}, 1.5),
        ({"Retry-After": format_datetime(after(300), usegmt=True)}, 300),
        ({"X-RateLimit-Reset": ISO}, 300.123456),
        ({"x-ratelimit-reset": EPOCH}, 300),
        ({"X-RateLimit-Reset": EPOCH + "000"}, 300),
        ({"X-RateLimit-Reset": "2027-01-20T12:05:00"}, 300),
        ({"ratelimit-reset": EPOCH}, 300),
        ({"RateLimit-Reset": "45"}, 45),
        # The longest of several: never earlier than told.
        ({"retry-after": "10", "ratelimit-reset": EPOCH}, 300),
        # Our clock is an hour ahead of the server's.
        ({"Date": format_datetime(after(-3600), usegmt=True), "RateLimit-Reset": str(int(EPOCH) - 3600)}, 300),
        # Nothing, or nothing usable.
        ({}, BACK_OFF),
        ({"Retry-After": ""}, BACK_OFF),
        ({"Retry-After": "soon"}, BACK_OFF),
        ({"Retry-After": "nan"}, BACK_OFF),
        ({"Retry-After": "inf"}, BACK_OFF),
        ({"Retry-After": "0"}, BACK_OFF),
        ({"Retry-After": "-5"}, BACK_OFF),
        ({"Retry-After": format_datetime(after(-300), usegmt=True)}, BACK_OFF),
        ({"X-RateLimit-Reset": "2020-01-01T00:00:00Z"}, BACK_OFF),
        ({"X-RateLimit-Reset": "-1"}, BACK_OFF),
        ({"Date": "never", "Retry-After": "7"}, 7),
        # Absurd ones.
        ({"Retry-After": "315360000"}, LONGEST_WAIT),
        ({"Retry-After": "9" * 400}, BACK_OFF),
        ({"X-RateLimit-Reset": "2037-01-20T12:00:00Z"}, LONGEST_WAIT),
        ({"X-RateLimit-Reset": "9999-12-31T23:59:59Z"}, LONGEST_WAIT),
        ({"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"}, LONGEST_WAIT),
    ],
)
def test_every_form_of_come_back_later(headers: dict[str, str], seconds: float) -> None:
    assert parse_retry(headers, NOON) == pytest.approx(seconds)


@given(st.dictionaries(st.sampled_from(["Retry-After", "X-RateLimit-Reset", "RateLimit-Reset", "Date"]), st.text()))
def test_whatever_a_server_says_the_wait_is_bounded(headers: dict[str, str]) -> None:
    assert 0 < parse_retry(headers, NOON) <= LONGEST_WAIT


def test_clocks_as_good_as_equal_are_equal() -> None:
    for seconds in (-0.9, 0.0, 0.4):
        assert ahead("Wed, 20 Jan 2027 12:00:00 GMT", NOON - timedelta(seconds=seconds)) == timedelta()
    assert ahead("Wed, 20 Jan 2027 12:00:00 GMT", NOON + timedelta(seconds=30)) == timedelta(seconds=-29.5)
    for odd in ("", "soon", "Wed, 99 Jan 2027 12:00:00 GMT"):
        assert ahead(odd, NOON) == timedelta()


def test_digests_leave_half_of_the_budget_to_answers() -> None:
    budget = Budget([Window(points=10, seconds=60)], share=0.8)
    for _ in range(4):
        assert budget.wait(1, NOON, UNASKED_SHARE) == 0
        budget.spend(1, NOON)
    assert budget.wait(1, NOON, UNASKED_SHARE) == 60
    assert budget.wait(4, NOON) == 0


def test_the_rate_is_that_of_the_tightest_window() -> None:
    assert Budget(BLUESKY, share=0.8).rate(1, UNASKED_SHARE) == pytest.approx(35_000 * 0.4 / 24)
    assert Budget(BLUESKY, share=0).rate(1) == math.inf


def test_the_wait_of_a_long_queue_is_as_long_as_sending_it_takes() -> None:
    """The forecast of the n-th answer is the moment at which the budget lets it go when nothing else is sent."""
    windows = [Window(points=12, seconds=60), Window(points=40, seconds=600)]
    budget, now = Budget(windows), datetime(2027, 1, 20, 12, tzinfo=UTC)
    for n in range(5):
        budget.spend(3, now + timedelta(seconds=n))
        now += timedelta(seconds=7)
    told = [budget.forecast(count, 3, now) for count in range(1, 25)]
    clock, taken = now, []
    for _ in told:
        while (wait := budget.wait(3, clock)) > 0:
            clock += timedelta(seconds=wait)
        budget.spend(3, clock)
        taken.append((clock - now).total_seconds())
    assert told == sorted(told) and told[0] >= 0
    assert told == pytest.approx(taken, abs=0.001)


def test_how_full_a_budget_is_counts_what_we_allow_ourselves() -> None:
    budget, noon = Budget([Window(points=100, seconds=60)], share=0.5), datetime(2027, 1, 20, 12, tzinfo=UTC)
    budget.spend(45, noon)
    assert budget.used(noon) == 0.9 and budget.used(noon + timedelta(seconds=60)) == 0.0
    assert Budget([], share=0.8).used(noon) == 0.0 == Budget([]).forecast(1000, 3, noon)
