"""The clock: cron lines, both nights of changing clocks, jumps, and every slot exactly once."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
import time_machine

from bot.actions.announce import Press
from bot.domain.announcements import Announcement, slot_of
from bot.domain.outbox import Draft
from bot.domain.text import Limits
from bot.errors import ConfigError, InputError
from bot.loops.schedule import (
    Chore,
    Schedule,
    announcements_of,
    firings,
    missed_slots,
    next_firings,
    parse_cron,
    press_of,
    validate,
)
from bot.ports import Network, Store

PARIS = "Europe/Paris"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


# A store in memory, for years of simulated time; the same actions run on SQLite in tests/actions/test_announce.py.


@dataclass
class Memory:
    """Keeps slots, posts and meta; counts every post."""

    taken: dict[tuple[str, str, str], str] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    posts: list[Draft] = field(default_factory=list)
    days: Counter[str] = field(default_factory=Counter)
    broken: int = 0  # this many writes fail

    async def write(self, work: Callable[[Any], Any]) -> Any:
        if self.broken:
            self.broken -= 1
            raise OSError("disk full")
        return work(self)

    async def read(self, work: Callable[[Any], Any]) -> Any:
        return work(self)

    @property
    def slots(self) -> "Memory":
        return self

    @property
    def outbox(self) -> "Memory":
        return self

    @property
    def tallies(self) -> "Memory":
        return self

    def take(self, announcement: str, slot: str, network: str, outcome: str, now: datetime) -> bool:
        return self.taken.setdefault((announcement, slot, network), f"{outcome} {now}") == f"{outcome} {now}"

    def add(self, draft: Draft, record: Mapping[str, Any], **_: Any) -> int | None:
        self.posts.append(draft)
        return len(self.posts)

    def get(self, post_id: int) -> None:
        return None

    def now(self) -> dict[str, int]:
        return {"people": 50}

    def history(self, name: str, days: int, today: str) -> list[tuple[str, int]]:
        return []

    def keep_day(self, day: str) -> None:
        self.days[day] += 1

    def get_meta(self, key: str) -> str | None:
        return self.meta.get(key)

    def set_meta(self, key: str, value: str) -> None:
        self.meta[key] = value

    def outcomes(self) -> dict[str, str]:
        return {slot: outcome.split()[0] for (_, slot, _), outcome in self.taken.items()}


class PlainWords:
    languages: tuple[str, ...] = ("fr",)

    def say(self, message: str, language: str, values: Mapping[str, str | int]) -> str:
        return message

    def moment(self, local: datetime, language: str) -> str:
        return local.isoformat()

    def day(self, local: datetime, language: str) -> str:
        return local.isoformat()


class Mute:
    """A network that can compose and no more."""

    def __init__(self, name: str) -> None:
        self.name = name

    def limits_for(self, recipient: str) -> Limits:
        return Limits(300)

    def compose(self, draft: Draft) -> dict[str, Any]:
        return {}


@dataclass
class Hand:
    """A clock moved by hand."""

    at: datetime

    def now(self) -> datetime:
        return self.at


class Wall:
    """The process's clock, which time_machine moves."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def schedule_of(
    memory: Memory, clock: Hand | Wall, cron: str, zone: str = PARIS, chores: tuple[Chore, ...] = (), wake: float = 15.0
) -> tuple[Schedule, Announcement]:
    announcement = Announcement("weekly", "counters", ("bluesky",), cron)
    press = Press("QuitteX", "QuitteX", zone, "fr", PlainWords())
    networks = {"bluesky": cast(Network, Mute("bluesky"))}
    made = Schedule(
        cast(Store, memory), clock, press, [announcement], networks, lambda chart, speech: b"png", chores=chores,
        wake_seconds=wake,
    )  # fmt: skip
    return made, announcement


def settings_with(*crons: str, mode: str = "live", networks: tuple[str, ...] = ()) -> Any:
    announcements = [
        SimpleNamespace(id=f"a{number}", cron=cron, kind="counters", networks=networks)
        for number, cron in enumerate(crons)
    ]
    campaign = SimpleNamespace(name="QuitteX", tags=["QuitteX"], languages=["fr", "en"], timezone=PARIS)
    return SimpleNamespace(
        campaign=campaign, announcements=announcements, networks={"bluesky": SimpleNamespace(mode=mode)}
    )


# Cron lines


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("0 9 * * 1", "weekdays by name"),
        ("0 9 * * 0-5", "weekdays by name"),
        ("0 9 * * mon,7", "weekdays by name"),
        ("0 9 * * */8x", "weekdays by name"),
        ("@daily", "@daily is not understood"),
        ("0 9 * *", "4 fields"),
        ("0 0 9 * * mon", "6 fields"),
        ("", "0 fields"),
        ("61 9 * * mon", "not a cron line"),
        ("0 9 32 * *", "not a cron line"),
        ("0 9 * * fri-mon", "not a cron line"),
        ("nine 9 * * mon", "not a cron line"),
    ],
)
def test_bad_cron_lines_are_refused_in_one_line(line: str, complaint: str) -> None:
    with pytest.raises(InputError) as refusal:
        parse_cron(line, PARIS)
    assert complaint in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_weekdays_by_name_in_any_case() -> None:
    days = next_firings("0 9 * * MON,thu-fri", PARIS, NOW, 3)
    assert [moment.strftime("%a") for moment in days] == ["Mon", "Thu", "Fri"]


def test_the_zone_is_the_campaigns_not_the_machines() -> None:
    first = next_firings("0 9 * * mon", "America/New_York", NOW)[0]
    assert first.astimezone(UTC) == datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def test_a_line_that_never_fires_is_an_error() -> None:
    with pytest.raises(InputError, match="never fires"):
        next_firings("0 9 31 2 *", PARIS, NOW)


def slots(cron: str, zone: str, after: datetime) -> list[str]:
    return [slot_of(moment) for moment in next_firings(cron, zone, after, 2)]


def test_a_skipped_minute_fires_once_at_its_real_time() -> None:
    spring = datetime(2027, 3, 27, 12, 0, tzinfo=UTC)
    assert slots("30 2 * * *", PARIS, spring) == ["2027-03-28T03:30", "2027-03-29T02:30"]
    from_within = datetime(2027, 3, 28, 1, 15, tzinfo=UTC)
    assert slots("30 2 * * *", PARIS, from_within) == ["2027-03-28T03:30", "2027-03-29T02:30"]
    santiago = datetime(2027, 9, 4, 12, 0, tzinfo=UTC)
    assert slots("30 0 * * *", "America/Santiago", santiago) == ["2027-09-05T01:30", "2027-09-06T00:30"]


def test_a_repeated_minute_fires_once() -> None:
    autumn = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    assert slots("30 2 * * *", PARIS, autumn) == ["2026-10-25T02:30", "2026-10-26T02:30"]
    quarters = list(firings("*/15 2 * * *", PARIS, autumn, autumn + timedelta(hours=15)))
    assert len(quarters) == 4


def test_missed_slots_lie_after_the_last_and_up_to_now() -> None:
    nine = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert missed_slots("0 9 * * *", PARIS, nine, nine + timedelta(hours=23)) == []
    assert missed_slots("0 9 * * *", PARIS, nine, nine + timedelta(days=2)) == [
        nine + timedelta(days=1),
        nine + timedelta(days=2),
    ]


def test_after_years_of_silence_only_the_last_month_is_looked_at() -> None:
    assert len(missed_slots("0 9 * * *", PARIS, NOW - timedelta(days=4000), NOW)) == 31
    assert len(missed_slots("* * * * *", PARIS, NOW - timedelta(days=4000), NOW)) == 12 * 60


def test_validate_tells_every_problem_and_names_the_key() -> None:
    with pytest.raises(ConfigError) as refusal:
        validate(settings_with("0 9 * * 1", "0 9 * * mon", "0 9 31 2 *"), NOW)
    assert len(refusal.value.problems) == 2
    assert refusal.value.problems[0].startswith("announcements.a0.cron: ")
    assert refusal.value.problems[1].startswith("announcements.a2.cron: ")


def test_validate_warns_of_nights_when_the_clocks_change() -> None:
    assert validate(settings_with("0 9 * * mon"), NOW) == []
    assert "2027-03-28" in validate(settings_with("30 2 * * *"), NOW)[0]
    assert "2027-10-31" in validate(settings_with("30 2 * * sun"), datetime(2027, 4, 1, tzinfo=UTC))[0]
    assert validate(settings_with("30 2 * * mon"), NOW) == []


def test_validate_warns_when_two_kinds_of_days_are_given() -> None:
    assert "both hold" in validate(settings_with("0 9 1 * mon"), NOW)[0]


def test_no_networks_means_all() -> None:
    assert announcements_of(settings_with("0 9 * * mon"))[0].networks == ("bluesky",)
    press = press_of(settings_with("0 9 * * mon"), PlainWords())
    assert (press.language, press.tag, press.timezone) == ("fr", "QuitteX", PARIS)


# Ticks


async def test_a_new_schedule_owes_nothing_of_the_past() -> None:
    memory, clock = Memory(), Hand(NOW)
    schedule, weekly = schedule_of(memory, clock, "0 9 * * *")
    await schedule.tick(weekly)
    assert not memory.posts
    clock.at = NOW + timedelta(days=1)
    await schedule.tick(weekly)
    assert [draft.trigger for draft in memory.posts] == ["announcement:weekly:2026-11-21T09:00:bluesky"]


async def test_a_changed_schedule_owes_nothing_of_the_past() -> None:
    memory, clock = Memory(), Hand(NOW)
    schedule, weekly = schedule_of(memory, clock, "0 9 * * mon")
    await schedule.tick(weekly)
    clock.at = NOW + timedelta(days=2)
    changed, daily = schedule_of(memory, clock, "0 9 * * *")
    await changed.tick(daily)
    assert not memory.taken


async def test_after_downtime_the_latest_is_posted_and_the_others_are_skipped() -> None:
    memory, clock = Memory(), Hand(NOW)
    schedule, weekly = schedule_of(memory, clock, "0 9 * * *")
    await schedule.tick(weekly)
    clock.at = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
    await schedule.tick(weekly)
    assert memory.outcomes() == {
        "2026-11-21T09:00": "skipped", "2026-11-22T09:00": "skipped", "2026-11-23T09:00": "posted",
    }  # fmt: skip
    clock.at = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)  # 12 hours after nine
    await schedule.tick(weekly)
    assert memory.outcomes()["2026-11-24T09:00"] == "skipped"


async def test_a_fault_leaves_the_slot_for_the_next_tick() -> None:
    memory, clock = Memory(), Hand(NOW)
    schedule, weekly = schedule_of(memory, clock, "0 9 * * *")
    await schedule.tick(weekly)
    clock.at, memory.broken = NOW + timedelta(days=1), 1
    with pytest.raises(OSError, match="disk full"):
        await schedule.tick(weekly)
    assert not memory.posts
    await schedule.tick(weekly)
    assert len(memory.posts) == 1


async def test_a_slot_that_comes_while_the_clock_is_set_back_is_not_lost() -> None:
    nine = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    memory, clock = Memory(), Hand(nine + timedelta(hours=2))
    schedule, weekly = schedule_of(memory, clock, "0 9 * * *")
    await schedule.tick(weekly)
    clock.at = nine + timedelta(seconds=14)
    await schedule.tick(weekly)
    assert memory.outcomes() == {"2026-11-23T09:00": "posted"}


async def test_ticks_at_the_same_time_post_once() -> None:
    memory, clock = Memory(), Hand(NOW)
    schedule, weekly = schedule_of(memory, clock, "0 9 * * *")
    await schedule.tick(weekly)
    clock.at = NOW + timedelta(days=1)
    await asyncio.gather(*(schedule.tick(weekly) for _ in range(5)))
    assert len(memory.posts) == 1


async def test_picture_words_and_alt_come_from_one_snapshot() -> None:
    memory, clock = Memory(), Hand(NOW)
    schedule, _ = schedule_of(memory, clock, "0 9 * * *")
    bulletin = await schedule.bulletin("2026-11-23T09:00", NOW)
    assert bulletin.image == b"png"
    assert bulletin.values == {"people": 50}
    assert bulletin.chart.curves[0].points[-1].value == 50


ZONES = (PARIS, "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca", "Asia/Kolkata")


def wall_slots(zone: str, at: time, since: datetime, until: datetime) -> set[str]:
    """Every day's slot, worked out without the scheduler."""
    place, slots = ZoneInfo(zone), set()
    day = since.astimezone(place).date() - timedelta(days=1)
    while day <= until.astimezone(place).date():
        instant = datetime.combine(day, at, place).astimezone(UTC)
        if since < instant <= until:
            slots.add(slot_of(instant.astimezone(place)))
        day += timedelta(days=1)
    return slots


@pytest.mark.parametrize("zone", ZONES)
async def test_three_years_of_days_each_slot_once_whatever_the_clock_does(zone: str) -> None:
    """The bot looks at odd moments, up to 10 h apart; its clock runs an hour ahead or two behind for a while, often."""
    chance = random.Random(zone)
    memory, clock, at = Memory(), Hand(NOW), time(0, 30) if zone == "America/Santiago" else time(2, 30)
    schedule, daily = schedule_of(memory, clock, f"{at.minute} {at.hour} * * *", zone)
    real, end = NOW, NOW + timedelta(days=3 * 365)
    await schedule.tick(daily)
    while real < end:
        real += timedelta(minutes=chance.choice([7, 200, 539, 600]))
        wrong = timedelta(hours=chance.choice([0, 0, 0, 1, -2]))
        for clock.at in (real + wrong, real):
            await schedule.tick(daily)
    posted = Counter(draft.trigger.split(":", 2)[2].removesuffix(":bluesky") for draft in memory.posts)
    assert set(posted.values()) == {1}
    expected = wall_slots(zone, at, NOW, end)
    assert expected <= set(posted)
    assert len(set(posted) - expected) <= 1  # an hour ahead at the very end
    assert set(memory.outcomes().values()) == {"posted"}


async def test_minutes_across_both_nights_each_have_one_outcome() -> None:
    for night in (date(2027, 3, 27), date(2027, 10, 30)):
        start = datetime.combine(night, time(20, 0), UTC)
        memory, clock = Memory(), Hand(start)
        schedule, often = schedule_of(memory, clock, "*/10 * * * *")
        await schedule.tick(often)
        while clock.at < start + timedelta(hours=10):
            clock.at += timedelta(minutes=1)
            await schedule.tick(often)
        place, expected = ZoneInfo(PARIS), set()
        for tens in range(1, 61):
            expected.add(slot_of((start + timedelta(minutes=10 * tens)).astimezone(place)))
        assert memory.outcomes() == dict.fromkeys(expected, "posted")
        assert len(memory.posts) == len(expected)


# The loop


async def until_true(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 - nobody tells when it becomes true
            await asyncio.sleep(0.01)


async def running(schedule: Schedule, until: Callable[[], bool]) -> None:
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(schedule.run())
        await until_true(until)
        task.cancel()


async def test_apscheduler_rings_by_itself() -> None:
    memory = Memory()
    with time_machine.travel(datetime(2026, 11, 23, 7, 59, 59, 700_000, tzinfo=UTC), tick=True):
        schedule, _ = schedule_of(memory, Wall(), "0 9 * * mon", wake=3600)
        await running(schedule, lambda: bool(memory.posts))
    assert memory.outcomes() == {"2026-11-23T09:00": "posted"}


async def test_a_clock_set_forward_posts_what_came_and_set_back_posts_nothing_twice() -> None:
    memory, moments = Memory(), []

    async def work(local: datetime) -> None:
        moments.append(local)

    with time_machine.travel(datetime(2026, 11, 23, 7, 30, tzinfo=UTC), tick=True) as traveller:
        schedule, _ = schedule_of(memory, Wall(), "0 9 * * *", chores=(Chore("sweep", "0 9 * * *", work),), wake=0.05)
        async with asyncio.TaskGroup() as tasks:
            task = tasks.create_task(schedule.run())
            await until_true(lambda: "dealt-until:weekly" in memory.meta)
            traveller.shift(timedelta(hours=1))
            await until_true(lambda: len(memory.posts) == 1 and len(moments) == 2)
            traveller.shift(timedelta(hours=-2))
            await until_true(lambda: '"until": "2026-11-23T06:' in memory.meta["dealt-until:weekly"])
            traveller.move_to(datetime(2026, 11, 23, 7, 59, 59, 900_000, tzinfo=UTC))
            await until_true(lambda: len(moments) == 3)
            await asyncio.sleep(0.2)
            task.cancel()
    assert len(memory.posts) == 1


async def test_at_midnight_the_history_of_the_day_that_ended_is_kept() -> None:
    memory = Memory()
    with time_machine.travel(datetime(2026, 11, 23, 22, 59, 59, 700_000, tzinfo=UTC), tick=True):
        schedule, _ = schedule_of(memory, Wall(), "0 9 * * mon", wake=3600)
        await running(schedule, lambda: memory.days["2026-11-23"] == 2)
    assert set(memory.days) == {"2026-11-23"}


async def test_a_chore_that_fails_is_logged_and_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    memory, done = Memory(), []

    async def fail(local: datetime) -> None:
        raise OSError("disk full")

    async def work(local: datetime) -> None:
        done.append(local)

    chores = (Chore("first", "0 9 * * *", fail), Chore("second", "0 9 * * *", work))
    schedule, _ = schedule_of(memory, Hand(NOW), "0 9 * * *", chores=chores)
    await running(schedule, lambda: bool(done))
    assert "chore failed" in caplog.text
