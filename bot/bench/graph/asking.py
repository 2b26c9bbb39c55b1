"""The same questions to several sides by turns; CPU time of each."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Any, Final

from bot.bench.measure import percentile, ratio

ROUNDS: Final = 3
MICRO: Final = 1e6

Question = tuple[int, int]
"""A Person and their X id."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of CPU of each question, round by round."""

    rounds: Sequence[Sequence[float]]

    def of(self, value: Callable[[Sequence[float]], float]) -> list[float]:
        """A value of each round."""
        return [value(one) for one in self.rounds]

    @property
    def mean(self) -> float:
        """Microseconds, of the middle round."""
        return median(self.of(fmean)) * MICRO

    def share(self, share: float) -> float:
        """The percentile, in microseconds, of the middle round."""
        return median(self.of(lambda one: percentile(one, share))) * MICRO

    def above(self, other: Spent, value: Callable[[Sequence[float]], float] = fmean) -> float:
        """How many times as much as the other, turn by turn."""
        return ratio(self.of(value), other.of(value))


def ask_by_turns(
    sides: Mapping[str, Callable[[int, int], Any]], questions: Sequence[Question], rounds: int = ROUNDS
) -> dict[str, Spent]:
    """Everything asked of each side, then of the next, and so on; a first turn only warms up."""
    spent: dict[str, list[list[float]]] = {name: [] for name in sides}
    for turn in range(rounds + 1):
        for name, side in sides.items():
            taken = asked(side, questions)
            if turn:
                spent[name].append(taken)
    return {name: Spent(taken) for name, taken in spent.items()}


def asked(side: Callable[[int, int], Any], questions: Sequence[Question]) -> list[float]:
    """Seconds of this thread's CPU, question by question."""
    gc.collect()
    gc.disable()
    try:
        return [_one(side, *question) for question in questions]
    finally:
        gc.enable()


def _one(side: Callable[[int, int], Any], person: int, x_id: int) -> float:
    before = time.thread_time()
    side(person, x_id)
    return time.thread_time() - before


def half(values: Sequence[float]) -> float:
    """What half of them do not exceed."""
    return percentile(values, 0.5)
