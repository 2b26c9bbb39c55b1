"""Ours and a baseline by turns, medians of CPU and wall time, and the report both become."""

from __future__ import annotations

import gc
import math
import os
import platform
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from statistics import median
from typing import Any, Final, TypeVar

import bot

T = TypeVar("T")

ROUNDS: Final = 5
"""Turns of each side; the median of five is not moved by two bad ones."""
LIBRARIES: Final = ("atproto", "Mastodon.py", "websockets", "msgspec", "httpx", "click", "numpy", "cryptography")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of this process's CPU, and of the clock on the wall."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Goal:
    """What a column of a figure (`ratio` or `ours`) should reach: at least (`>=`) or at most (`<=`) the limit.

    `try_for` is what to try for beyond it.
    """

    sign: str
    limit: float
    of: str = "ratio"
    try_for: float | None = None

    def met(self, value: float) -> bool:
        return value >= self.limit if self.sign == ">=" else value <= self.limit

    def __str__(self) -> str:
        """For people: `>= 7x`; with what to try for, `>= 2x [3x]`."""
        mark = "x" if self.of == "ratio" else ""
        more = "" if self.try_for is None else f" [{self.try_for:g}{mark}]"
        return f"{self.sign} {self.limit:g}{mark}{more}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a report: ours beside the baseline, both in `unit`, and how they compare."""

    id: str
    ours: float
    unit: str = ""
    baseline: float | None = None
    ratio: float | None = None
    goal: Goal | None = None
    note: str = ""  # what is counted, where the id does not say it

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none, or nothing to hold to it."""
        value = getattr(self, self.goal.of) if self.goal else None
        return self.goal.met(value) if self.goal and value is not None else None

    def document(self) -> dict[str, Any]:
        """For `--json`: the goal is a number, `goal_of` and `goal_sign` say what it is held to."""
        goal = self.goal
        held = {} if goal is None else {"goal_of": goal.of, "goal_sign": goal.sign, "try_for": goal.try_for}
        return {
            **{name: getattr(self, name) for name in ("id", "ours", "baseline", "ratio")},
            "goal": goal.limit if goal else None,
            "met": self.met,
            "unit": self.unit,
            "note": self.note,
            **held,
        }

    def cells(self) -> tuple[str, ...]:
        """For people: a row below HEADER."""
        unit = f" {self.unit}" if self.unit else ""
        verdict = {None: "", True: ": met", False: ": MISSED"}[self.met]
        return (
            f"{self.id} ({self.note})" if self.note else self.id,
            f"{short(self.ours)}{unit}",
            "" if self.baseline is None else f"{short(self.baseline)}{unit}",
            "" if self.ratio is None else f"{short(self.ratio)}x",
            f"{self.goal}{verdict}" if self.goal else "",
        )


HEADER: Final = ("figure", "ours", "baseline", "ratio", "goal")


@dataclass(frozen=True, slots=True)
class Report:
    """What one benchmark found at a size, and under what conditions. `facts` are seeds, checksums and the like.

    Size S only shows that everything works: it has no goals.
    """

    name: str
    size: str
    facts: Mapping[str, Any]
    figures: Sequence[Figure] = ()
    remarks: Sequence[str] = ()  # lines for people below the table

    @property
    def results(self) -> list[Figure]:
        """The figures, held to their goals where there are any."""
        return [replace(figure, goal=None) for figure in self.figures] if self.size == "S" else list(self.figures)

    @property
    def met(self) -> bool:
        """Whether every goal is reached."""
        return all(figure.met is not False for figure in self.results)

    def document(self) -> dict[str, Any]:
        """For `--json`."""
        results = [figure.document() for figure in self.results]
        told = {"benchmark": self.name, "size": self.size, "versions": versions(), "cores": os.cpu_count()}
        return {**told, **self.facts, "results": results, "met": self.met, "remarks": [*filter(None, self.remarks)]}

    def lines(self) -> Iterator[str]:
        """For people: a table."""
        rows = [HEADER, *(figure.cells() for figure in self.results)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        yield from self.remarks


def figures_of(document: Mapping[str, Any]) -> dict[str, Figure]:
    """The figures of a document, by id, without their goals."""
    columns = ("id", "ours", "unit", "baseline", "ratio")
    return {row["id"]: Figure(**{name: row[name] for name in columns}) for row in document["results"]}


def short(value: float) -> str:
    """Four digits that say something: 1,420,000, 35.5, 0.2861."""
    if value == 0 or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4g}"


def by_turns(
    ours: Callable[[], T], baseline: Callable[[], Any], rounds: int = ROUNDS
) -> tuple[list[Took], list[Took], T]:
    """Run ours and the baseline by turns, each `rounds` times; what ours gave the last time."""
    our_turns, their_turns = [], []
    for _ in range(rounds):
        took, given = timed(ours)
        our_turns.append(took)
        their_turns.append(timed(baseline)[0])
    return our_turns, their_turns, given


def timed(work: Callable[[], T]) -> tuple[Took, T]:
    """How long one call takes. What went before is thrown away first, so that nobody pays for another's garbage."""
    gc.collect()
    with stopwatch() as read:
        given = work()
    return read(), given


@contextmanager
def stopwatch() -> Iterator[Callable[[], Took]]:
    """`with stopwatch() as read: ...; read()` is the time since the start."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield lambda: Took(time.process_time() - cpu, time.perf_counter() - wall)


def middle(turns: Sequence[Took]) -> Took:
    """The median of each."""
    return Took(median(turn.cpu for turn in turns), median(turn.wall for turn in turns))


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the quotients, turn by turn: a machine that slows down slows both sides of a turn."""
    return median(one / other for one, other in zip(above, below, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of them do not exceed."""
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def versions() -> dict[str, str]:
    """What ran."""
    from importlib.metadata import version

    from bot.storage.sqlite import engine

    sqlite = ".".join(map(str, engine.VERSION))
    ours = {"python": platform.python_version(), "machine": platform.machine(), "sqlite": sqlite}
    ours["quittex"] = bot.__version__
    return {**ours, **{name: version(name) for name in LIBRARIES}}
