"""`bench answer`: from a mention the network serves to the reply it has accepted, with the real bot and both SDKs.

The baseline is the network itself: how long its own handlers worked in that time is measured and taken off. What the
small servers need to read and write HTTP is left in, so the figures are rather too high than too low.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Final

from bot.bench.measure import Figure, Goal, Report, percentile
from bot.bench.world import NETWORKS, World, at_work

MENTIONS: Final = {"S": 20, "M": 200, "L": 240}
"""On each network; Mastodon takes 300 statuses in three hours."""
WARM_UP: Final = 5
BURST: Final = 20
PAUSE: Final = 0.03
"""Seconds between an answer and the next question, as long as the bot writes down what it did."""
WORDS: Final = ("find", "trouve mes amis", "combien ?", "help")


@dataclass
class Times:
    """Of one network, in seconds: whole, and what its own handlers took of that."""

    whole: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)

    @property
    def ours(self) -> list[float]:
        return [whole - own for whole, own in zip(self.whole, self.own, strict=True)]


def bench(size: str) -> Report:
    """Ask on both networks by turns, each question after the answer to the one before; then many at once."""
    return asyncio.run(_bench(size))


async def _bench(size: str) -> Report:
    count = MENTIONS[size]
    async with at_work() as world:
        first = await by_turns(world, WARM_UP)
        times = await by_turns(world, count)
        burst = {name: await _at_once(world, name) for name in NETWORKS}
        resident, highest = world.resident()
    facts = {
        "mentions_on_each_network": count,
        "first_answer_milliseconds": {name: _ms(first[name].whole[0]) for name in NETWORKS},
        "milliseconds": {name: _spread(times[name]) for name in NETWORKS},
        "answers_per_second_when_asked_at_once": {name: round(rate, 1) for name, rate in burst.items()},
        "resident_mb": {"after": round(resident, 1), "highest": round(highest, 1)},
    }
    return Report("answer", size, facts, [figure for name in NETWORKS for figure in _figures(name, times[name])])


async def by_turns(world: World, count: int) -> dict[str, Times]:
    """`count` questions on each network."""
    times = {name: Times() for name in NETWORKS}
    for turn in range(count):
        for name in NETWORKS:
            question, before = world.ask(name, _asker(world, name, turn), WORDS[turn % len(WORDS)])
            answer = await world.answered(question)
            times[name].whole.append(answer.at - before.at)
            times[name].own.append(answer.busy - before.busy)
            await asyncio.sleep(PAUSE)
    return times


async def _at_once(world: World, name: str) -> float:
    """Answers a second when many ask in the same moment."""
    asked = [world.ask(name, _asker(world, name, turn), WORDS[0]) for turn in range(BURST)]
    answers = [await world.answered(question) for question, _ in asked]
    return BURST / (max(answer.at for answer in answers) - asked[0][1].at)


def _asker(world: World, name: str, turn: int) -> str:
    askers = world.askers(name)
    return askers[turn % len(askers)]


def _figures(name: str, times: Times) -> list[Figure]:
    ratio = percentile(times.whole, 0.5) / percentile(times.own, 0.5)
    half, most = (_ms(percentile(times.ours, share)) for share in (0.5, 0.99))
    own = [_ms(percentile(times.own, share)) for share in (0.5, 0.99)]
    goal = Goal("<=", 150, of="ours")
    return [
        Figure(f"answer.{name}.p50", half, "ms", own[0], goal=goal, note="beyond the network's own time"),
        Figure(f"answer.{name}.p99", most, "ms", own[1], note="beyond the network's own time"),
        Figure(f"answer.{name}.whole.p50", _ms(percentile(times.whole, 0.5)), "ms", own[0], round(ratio, 1)),
        Figure(f"answer.{name}.whole.p99", _ms(percentile(times.whole, 0.99)), "ms", own[1]),
    ]


def _spread(times: Times) -> dict[str, Any]:
    return {
        name: {f"p{share}": _ms(percentile(values, share / 100)) for share in (50, 90, 99, 100)}
        for name, values in (("whole", times.whole), ("network", times.own), ("beyond", times.ours))
    }


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
