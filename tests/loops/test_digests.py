"""Digests over simulated weeks: once a period and person, never at night, none for zero, whatever dies."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest

from bot.actions import claims, digest, import_archive
from bot.actions.digest import Office, office_of
from bot.actions.receive import Desk
from bot.domain.accounts import Account, Platform
from bot.domain.archives import Order
from bot.domain.consent import Told
from bot.domain.digests import DIGEST, Terms, is_quiet, person_of
from bot.domain.outbox import Post, State
from bot.domain.replies import Policy
from bot.domain.text import Limits
from bot.errors import NotSent, Refused
from bot.locales import Catalogues
from bot.loops.digests import Digests
from bot.loops.send import Sender
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.brought import AnArchive, a_list
from tests.imported import bring
from tests.imported import person as imported_person
from tests.paper import PaperNetwork

T = TypeVar("T")
PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)  # 07:00 in Paris
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class MovedClock:
    def __init__(self, time: datetime = MONDAY) -> None:
        self.time = time

    def now(self) -> datetime:
        return self.time


class Killed(BaseException):
    """The power is cut."""


@dataclass
class LongPaper(PaperNetwork):
    """Holds every line, notes when it got what, and may die around a sending."""

    clock: MovedClock = field(default_factory=MovedClock)
    got: list[tuple[datetime, Post]] = field(default_factory=list)
    die: Callable[[], None] = lambda: None

    def limits_for(self, recipient: str) -> Limits:
        return Limits(graphemes=100_000)

    async def send(self, post: Post) -> str:
        self.die()
        receipt = await super().send(post)
        self.got.append((self.clock.time, post))
        self.die()
        return receipt


@dataclass
class Town:
    """A store, a network on paper, and a bot that can be killed and started again."""

    path: Path
    store: SqliteStore
    clock: MovedClock
    network: LongPaper
    rehearsal: bool = False
    on_write: Callable[[], None] = lambda: None
    digests: Digests = field(init=False)
    sender: Sender = field(init=False)
    untouched: Callable[..., Any] = field(init=False)  # writes of the world outside, which dies never

    async def start(self) -> None:
        desk = Desk(self.network, Policy(campaign="QuitteX", operator="@op@m.example"), Catalogues(), 1, 3 * DAY)
        if self.rehearsal:
            desk = Desk(self.network, desk.policy, desk.words, 1, 3 * DAY, rehearsal=True)
        terms = Terms(PARIS)
        self._arm()

        def office() -> Office:
            return office_of([desk], {self.network.name}, terms)

        self.digests = Digests(self.store, office, self.clock)
        restored = self.store.restored
        self.sender = Sender(self.store, self.network, self.clock, 3 * DAY, terms=terms, restored=restored)
        await self.sender._recover()

    async def restart(self) -> None:
        """After whatever it was doing was left lying."""
        await self.store.close()
        await self.reopen()

    async def reopen(self) -> None:
        self.store = await opened(self.path, self.clock)
        await self.start()

    def _arm(self) -> None:
        """Die before a transaction, or after its commit when nobody knows of it yet."""
        write = self.untouched = self.store.write

        async def wrapped(work: Callable[[Transaction], T]) -> T:
            self.on_write()
            result = await write(work)
            self.on_write()
            return result

        self.store.write = wrapped  # type: ignore[method-assign]

    async def speak(self) -> None:
        """Everything that may go now."""
        while (post := await self.sender._next(self.clock.now())) is not None:
            if self.network.pace(post, self.clock.now()) > 0:
                break
            await self.sender.deliver(post)

    async def pass_time(self, time: timedelta, step: timedelta = HOUR) -> None:
        until = self.clock.time + time
        while self.clock.time < until:
            self.clock.time += step
            await self.digests.look()
            await self.speak()

    async def person(self, name: str, told: Told = Told.NEVER, follows: tuple[int, ...] = ()) -> int:
        """Somebody with an X number and no Link; who wants to be told has a Link of course."""

        def make(tx: Transaction) -> int:
            number = int(name[1:])
            person = tx.people.register(number, name, "fr", self.clock.now()).id
            if told is not Told.NEVER:
                tx.people.link(person, account(name), 3, "test", self.clock.now())
                tx.people.set_consent(person, "told", told, self.clock.now())
            tx.graph.replace_list(person, 0, "test", follows, self.clock.now())
            return person

        return await self.untouched(make)

    async def arrive(self, person: int, name: str) -> None:
        await self.untouched(lambda tx: tx.people.link(person, account(name), 3, "test", self.clock.now()))

    def letters(self, person: int | None = None) -> list[str]:
        """The words of the digests that were sent, to one person or everybody."""
        posts = [post for post in self.network.published.values() if post.kind == DIGEST]
        return [str(p.record["text"]) for p in posts if person in (None, person_of(p.trigger))]


def account(name: str) -> Account:
    return Account(Platform.BLUESKY, f"did:plc:{name}", f"{name}.example")


async def opened(path: Path, clock: MovedClock) -> SqliteStore:
    return await open_store(path / "quittex.db", path / "key", role="bot", clock=clock)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    clock = MovedClock()
    made = Town(tmp_path, await opened(tmp_path, clock), clock, LongPaper(clock=clock))
    await made.start()
    yield made
    await made.store.close()


async def test_a_week_of_arrivals_is_one_letter_on_monday_morning(town: Town) -> None:
    ann = await town.person("p1", Told.WEEKLY, (2, 3))
    await town.pass_time(3 * DAY)
    assert town.letters() == []
    bob, eve = await town.person("p2"), await town.person("p3")
    await town.arrive(bob, "p2")
    await town.pass_time(DAY)
    await town.arrive(eve, "p3")
    await town.pass_time(7 * DAY)
    [letter] = town.letters(ann)
    assert "2 personnes que vous suiviez sur X" in letter and "stop" in letter and "№ 2026-W46" in letter
    at = town.network.got[0][0].astimezone(PARIS)
    assert (at.weekday(), at.hour) == (0, 8)


async def test_a_restart_tells_nothing_twice_and_a_long_absence_is_one_letter(town: Town) -> None:
    ann = await town.person("p1", Told.DAILY, (2, 3, 4))
    for name, absence in (("p2", DAY), ("p3", 12 * DAY), ("p4", DAY)):
        await town.arrive(await town.person(name), name)
        town.clock.time += absence
        await town.restart()
        await town.pass_time(3 * HOUR)
        await town.restart()
        await town.pass_time(3 * HOUR)
    assert [letter.count("→") for letter in town.letters(ann)] == [1, 1, 1]


async def test_told_at_once_means_the_same_hour_and_once_an_hour(town: Town) -> None:
    ann = await town.person("p1", Told.AT_ONCE, (2, 3, 4))
    await town.pass_time(2 * HOUR)
    for name in ("p2", "p3", "p4"):
        await town.arrive(await town.person(name), name)
        await town.pass_time(timedelta(minutes=10), step=timedelta(minutes=1))
    assert [letter.count("→") for letter in town.letters(ann)] == [1]
    await town.pass_time(HOUR, step=timedelta(minutes=10))
    assert [letter.count("→") for letter in town.letters(ann)] == [1, 2]


async def test_what_becomes_due_at_night_waits_for_the_morning(town: Town) -> None:
    ann = await town.person("p1", Told.AT_ONCE, (2,))
    await town.pass_time(15 * HOUR)
    assert is_quiet(town.clock.time, PARIS)
    await town.arrive(await town.person("p2"), "p2")
    await town.pass_time(9 * HOUR)
    assert town.letters(ann) == []
    await town.pass_time(HOUR)
    assert len(town.letters(ann)) == 1


async def test_owed_in_the_evening_it_is_not_sent_at_night(town: Town) -> None:
    await town.person("p1", Told.AT_ONCE, (2,))
    await town.arrive(await town.person("p2"), "p2")
    town.clock.time += 14 * HOUR
    assert await town.digests.look() == 1
    town.clock.time += 2 * HOUR
    await town.speak()
    assert town.letters() == []
    town.clock.time += 9 * HOUR
    await town.speak()
    assert len(town.letters()) == 1


async def test_silence_and_a_consent_taken_back_hold_at_once(town: Town) -> None:
    ann, zoe = [await town.person(name, Told.AT_ONCE, (2,)) for name in ("p1", "p9")]
    await town.arrive(await town.person("p2"), "p2")
    town.clock.time += 3 * HOUR
    assert await town.digests.look() == 2
    await town.store.write(lambda tx: tx.people.silence(account("p1"), True, town.clock.time))
    await town.store.write(lambda tx: tx.people.set_consent(zoe, "told", "never", town.clock.time))
    await town.speak()
    assert town.letters() == []
    await town.store.write(lambda tx: tx.people.silence(account("p1"), False, town.clock.time))
    await town.pass_time(DAY)
    assert [letter.count("→") for letter in town.letters(ann)] == [1]


async def test_one_refused_is_told_later_and_tried_again_after_a_week(town: Town) -> None:
    ann = await town.person("p1", Told.AT_ONCE, (2,))
    await town.arrive(await town.person("p2"), "p2")
    town.network.faults["send"] = [Refused("no messages, please")]
    await town.pass_time(6 * DAY)
    assert (town.letters(ann), town.network.calls.count("send")) == ([], 1)
    await town.pass_time(2 * DAY)
    assert [letter.count("→") for letter in town.letters(ann)] == [1]


async def test_a_long_queue_ends_with_its_period_and_loses_no_news(town: Town) -> None:
    people = [await town.person(f"p{n}", Told.DAILY, (2,)) for n in range(10, 16)]
    await town.arrive(await town.person("p2"), "p2")
    town.network.waits = 60.0
    await town.pass_time(2 * DAY)
    town.network.waits = 0.0
    await town.pass_time(2 * DAY)
    assert [len(town.letters(person)) for person in people] == [1] * len(people)
    names = Counter(post.trigger for post in town.network.published.values())
    assert set(names.values()) == {1}


async def test_a_clock_that_jumps_sends_nothing_twice(town: Town) -> None:
    ann = await town.person("p1", Told.WEEKLY, (2, 3))
    await town.arrive(await town.person("p2"), "p2")
    await town.pass_time(8 * DAY)
    for jump in (-6 * DAY, 6 * DAY, -HOUR, HOUR, 300 * DAY, -300 * DAY):
        town.clock.time += jump
        await town.pass_time(6 * HOUR)
        await town.restart()
    assert len(town.letters(ann)) == 1


async def test_a_rehearsal_holds_every_digest(town: Town) -> None:
    await town.person("p1", Told.AT_ONCE, (2,))
    await town.arrive(await town.person("p2"), "p2")
    town.rehearsal = True
    await town.start()
    await town.pass_time(DAY)
    rows = await town.store.read(lambda tx: tx.outbox.rows(state=State.HELD))
    assert [row.kind for row in rows] == [DIGEST] and town.letters() == []


async def test_a_backup_put_back_sends_no_second_letter_and_loses_no_news(town: Town) -> None:
    ann = await town.person("p1", Told.WEEKLY, (2, 3))
    await town.arrive(await town.person("p2"), "p2")
    await town.pass_time(6 * DAY)
    await town.store.close()
    kept = {path: path.read_bytes() for path in town.path.iterdir() if path.name.endswith(".db")}
    await town.reopen()
    await town.pass_time(2 * DAY)
    await town.store.close()
    for path, words in kept.items():
        path.write_bytes(words)
    await town.reopen()
    assert town.store.restored
    await town.arrive(await town.person("p3"), "p3")
    await town.pass_time(3 * DAY)
    assert len(town.letters(ann)) == 1
    await town.pass_time(5 * DAY)
    assert len(town.letters(ann)) == 2 and "did:plc:p3" in town.letters(ann)[1]


def by_claim(tx: Transaction, now: datetime) -> None:
    """Somebody says who they were, and the admin confirms it."""
    tx.people.register(2, "p2", "", now)
    claims.accept(tx, tx.people.claim(account("p2"), "p2", "a post", now).id, now)


def by_archive(tx: Transaction, now: datetime) -> None:
    import_archive.apply(tx, AnArchive(owner=2, username="p2", following=a_list([9])), Order(account("p2")), now)


def by_registry(tx: Transaction, now: datetime) -> None:
    bring(tx, imported_person(2, account("p2")))  # type: ignore[arg-type]


def by_their_list(tx: Transaction, now: datetime) -> None:
    """Somebody long here brings the list of their followers, and one of these wants to be told."""
    person = tx.people.register(2, "p2", "", now).id
    tx.people.link(person, account("p2"), 3, "test", now)
    tx.graph.replace_list(person, 1, "test", [1], now)


@pytest.mark.parametrize("way", [by_claim, by_archive, by_registry, by_their_list])
async def test_whatever_proves_an_arrival_it_is_told(town: Town, way: Callable[[Transaction, datetime], None]) -> None:
    ann = await town.person("p1", Told.AT_ONCE, () if way is by_their_list else (2,))
    await town.pass_time(3 * HOUR)
    assert town.letters(ann) == []
    await town.untouched(partial(way, now=town.clock.time))
    await town.pass_time(2 * HOUR)
    assert [letter.count("did:plc:p2") for letter in town.letters(ann)] == [1]


def to_be_found(tx: Transaction, person: int, now: datetime) -> None:
    tx.people.set_consent(person, "found", "network", now)


def to_arrive_uncounted(tx: Transaction, person: int, now: datetime) -> None:
    tx.people.set_consent(person, "counted", "no", now)
    tx.people.link(person, account("p2"), 3, "test", now)


@pytest.mark.parametrize("choice", [to_be_found, to_arrive_uncounted])
async def test_an_arrival_that_moves_no_counter_is_told_within_the_hour(
    town: Town, choice: Callable[[Transaction, int, datetime], None]
) -> None:
    await town.person("p1", Told.AT_ONCE, (2,))
    bob = await town.person("p2")
    if choice is to_be_found:
        await town.untouched(lambda tx: tx.people.set_consent(bob, "found", "nobody", town.clock.time))
        await town.arrive(bob, "p2")
    await town.pass_time(3 * HOUR)
    assert await town.digests.look() == 0
    await town.untouched(lambda tx: choice(tx, bob, town.clock.time))
    assert await town.digests.look() == 1


async def test_where_nothing_was_written_nobody_is_looked_at_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    await town.person("p1", Told.AT_ONCE, (2,))
    await town.pass_time(3 * HOUR)
    monkeypatch.setattr(digest, "with_news", None)
    assert await town.digests.look() == 0


async def test_a_link_broken_before_it_is_told_is_no_news_and_made_again_it_is_told_once(town: Town) -> None:
    ann, bob = await town.person("p1", Told.DAILY, (2,)), await town.person("p2")
    await town.arrive(bob, "p2")
    await town.untouched(lambda tx: tx.people.unlink(account("p2")))
    await town.pass_time(2 * DAY)
    assert town.letters(ann) == []
    for _ in range(2):
        await town.arrive(bob, "p2")
        await town.pass_time(2 * DAY)
        await town.untouched(lambda tx: tx.people.unlink(account("p2")))
    assert len(town.letters(ann)) == 1


async def test_one_persons_fault_keeps_nobody_else_from_their_news(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    people = [await town.person(f"p{n}", Told.DAILY, (2,)) for n in range(10, 15)]
    await town.arrive(await town.person("p2"), "p2")
    broken, errand_for = people[2], digest.errand_for

    def faulty(tx: Any, person_id: int, *rest: Any) -> Any:
        if person_id == broken:
            raise ValueError("odd")
        return errand_for(tx, person_id, *rest)

    monkeypatch.setattr(digest, "errand_for", faulty)
    await town.pass_time(2 * DAY)
    assert [len(town.letters(person)) for person in people] == [1, 1, 0, 1, 1]
    assert "a digest failed" in caplog.text


@dataclass
class Month:
    """Weeks of arrivals, told to people of every kind by a bot that dies often."""

    town: Town
    chance: random.Random
    people: dict[int, set[str]] = field(default_factory=dict)  # reader -> whom they followed, by name
    here: set[str] = field(default_factory=set)
    deaths: int = 0

    async def populate(self, readers: int, newcomers: int) -> None:
        names = [f"p{n}" for n in range(1000, 1000 + newcomers)]
        self.newcomers = {name: await self.town.person(name) for name in names}
        often = [Told.WEEKLY, Told.DAILY, Told.AT_ONCE, Told.NEVER]
        for n in range(readers):
            followed = self.chance.sample(names, self.chance.randint(0, newcomers // 2))
            told, numbers = often[n % 4], tuple(int(name[1:]) for name in followed)
            person = await self.town.person(f"p{n + 1}", told, numbers)
            self.people[person] = set(followed) if told is not Told.NEVER else set()
        self.town.network.die = self.perhaps_die
        self.town.on_write = self.perhaps_die

    def perhaps_die(self) -> None:
        if self.chance.random() < 0.02:
            self.deaths += 1
            raise Killed

    async def live(self, days: int) -> None:
        """Hours of every length; some days nobody arrives, some hours the bot is away."""
        until = self.town.clock.time + days * DAY
        while self.town.clock.time < until:
            self.town.clock.time += self.chance.choice((HOUR / 4, HOUR, 2 * HOUR, 5 * HOUR))
            if self.chance.random() < 0.1 and len(self.here) < len(self.newcomers):
                name = self.chance.choice(sorted(set(self.newcomers) - self.here))
                await self.town.arrive(self.newcomers[name], name)
                self.here.add(name)
            if self.chance.random() < 0.05:
                self.town.network.faults.setdefault("send", []).append(NotSent("busy", 1.0))
            try:
                await self.town.digests.look()
                await self.town.speak()
            except Killed:
                await self.revive()

    async def revive(self) -> None:
        """Start again; a bot may die at its start, too."""
        while True:
            with suppress(Killed):
                await self.town.restart()
                return

    def check(self) -> None:
        """Nobody twice in a period, nobody at night, nobody for nothing, everybody of everything exactly once."""
        network = self.town.network
        sent = Counter(post.trigger for post in network.published.values())
        assert set(sent.values()) <= {1}
        hours = Counter((person_of(post.trigger), at.astimezone(PARIS).strftime("%F %H")) for at, post in network.got)
        assert set(hours.values()) <= {1}
        assert not any(is_quiet(at, PARIS) for at, _ in network.got)
        for person, followed in self.people.items():
            letters = self.town.letters(person)
            assert all("→" in letter for letter in letters)
            told = Counter(name for name in self.newcomers for letter in letters if f"did:plc:{name}'" in letter)
            assert told == Counter(dict.fromkeys(followed & self.here, 1)), person


async def a_month(town: Town, seed: int, readers: int, newcomers: int, days: int) -> Month:
    month = Month(town, random.Random(seed))
    await month.populate(readers, newcomers)
    await month.live(days)
    month.town.network.die = town.on_write = lambda: None
    await town.pass_time(8 * DAY)
    month.check()
    return month


async def test_weeks_of_crashes_lose_and_double_nothing(town: Town) -> None:
    month = await a_month(town, seed=20250120, readers=8, newcomers=10, days=14)
    assert month.deaths > 3 and len(town.network.published) > 10


@pytest.mark.slice
async def test_a_month_of_crashes_loses_and_doubles_nothing(town: Town) -> None:
    month = await a_month(town, seed=20250121, readers=40, newcomers=40, days=31)
    assert month.deaths > 20


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6))
async def test_many_months_of_crashes_lose_and_double_nothing(town: Town, seed: int) -> None:
    town.network.looks = seed % 2 == 1  # as a Mastodon, where every sending is preceded by a look
    month = await a_month(town, seed, readers=40, newcomers=60, days=35)
    assert month.deaths > 20
