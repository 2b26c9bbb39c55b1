"""A crowd on one network in simulated time: everything is the bot's own but the clock, and the network on paper."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.actions.deliver import UTC_TERMS
from bot.actions.receive import Desk, receive
from bot.domain.courtesy import Courtesy
from bot.domain.encounters import Encounter
from bot.domain.outbox import Post
from bot.loops.send import Sender
from bot.networks.pacing import SECONDS_EACH, Budget, Window, share_of
from bot.ports import Transaction
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK, asks
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, FixedClock, bluesky

MASTODON = (Window(points=300, seconds=10_800),)
BLUESKY = (Window(points=1666, seconds=3600), Window(points=11_666, seconds=86_400))
SENDING, IDLE = timedelta(seconds=0.3), timedelta(minutes=10)


@dataclass
class Guarded(PaperNetwork):
    """Its budget is the real one; sending takes its time. `said` tells when each Post left."""

    clock: FixedClock = field(default_factory=FixedClock)
    budget: Budget = field(default_factory=lambda: Budget(MASTODON))
    said: list[tuple[datetime, Post]] = field(default_factory=list)

    def pace(self, post: Post, now: datetime) -> float:
        return self.budget.wait(1, now, share_of(post.priority))

    def answers_per_hour(self) -> float:
        return self.budget.rate(1)

    def expected_wait(self, answers: int, now: datetime, priority: Any = None) -> float:
        return max(self.budget.forecast(answers, 1, now, share_of(priority)), answers * SECONDS_EACH)

    async def send(self, post: Post) -> str:
        self.clock.time += SENDING
        self.budget.spend(1, self.clock.time)
        self.said.append((self.clock.time, post))
        return f"receipt:{len(self.said)}"


class Hurried(Sender):
    """Rests in no time: the clock jumps to what it rests for, or to the next who asks."""

    def __init__(
        self, store: SqliteStore, network: Guarded, arrivals: list[Encounter], end: datetime, courtesy: Courtesy
    ) -> None:
        terms = replace(UTC_TERMS, courtesy=courtesy)
        super().__init__(store, network, network.clock, timedelta(hours=72), terms=terms)
        self.arrivals = sorted(arrivals, key=lambda one: one.at, reverse=True)
        self.end = end
        self.desk: Desk = replace(DESK, network=network, courtesy=courtesy)
        self.time = network.clock
        self.outcomes: dict[str, str] = {}

    async def run_to_the_end(self) -> None:
        self.stopping = asyncio.Event()
        await self.run(self.stopping)

    async def _next(self, now: datetime) -> Post | None:
        if self.time.time >= self.end:
            self.stopping.set()
            return None
        come = []
        while self.arrivals and self.arrivals[-1].at <= self.time.time:
            come.append(self.arrivals.pop())
        if come:
            await self.store.write(partial(self._take_in, come=come))
        return await super()._next(self.time.time)

    def _take_in(self, tx: Transaction, come: list[Encounter]) -> None:
        for one in come:
            self.outcomes[one.uri] = receive(tx, one, self.desk, max(one.at, self.time.time))

    async def _rest(self, heard: int, until: datetime | None = None) -> None:
        until = until or await self.store.read(self._due) or self.end
        if self.arrivals:
            until = min(until, self.arrivals[-1].at)
        until = min(until, self.time.time + IDLE, self.end)  # it looks again now and then, as it does in real time
        self.time.time = max(self.time.time + timedelta(milliseconds=1), until)


def asking(name: str, number: int, at: timedelta, text: str = "combien", **more: object) -> Encounter:
    return asks(text, f"at://{name}/{number}", account=bluesky(name), at=NOW + at, **more)


def register(tx: Transaction, names: list[str]) -> None:
    for number, name in enumerate(names):
        person = tx.people.register(number + 1, name, "fr", NOW).id
        tx.people.link(person, bluesky(name), 4, "registry", NOW)


async def played(
    store: SqliteStore,
    arrivals: list[Encounter],
    hours: float,
    windows: Any = MASTODON,
    courtesy: Courtesy | None = None,
) -> Guarded:
    """Everybody asks when they ask, and the bot answers for so long."""
    clock = FixedClock()
    network = Guarded(clock=clock, budget=Budget(windows))
    end = clock.time + timedelta(hours=hours)
    await Hurried(store, network, arrivals, end, courtesy or Courtesy()).run_to_the_end()
    return network


def waits(network: Guarded, arrivals: list[Encounter]) -> list[float]:
    """Seconds until each of these was answered; those who were not are left out."""
    came = {one.uri: one.at for one in arrivals}
    return [(at - came[post.trigger]).total_seconds() for at, post in network.said
            if post.trigger in came and post.kind != "waiting"]  # fmt: skip
