"""Ours and the baseline with the same people and the same archives."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from bot.bench.graph.asking import Question
from bot.bench.graph.baseline import Baseline
from bot.bench.graph.made import MadeUp, Numbers, Size
from bot.bench.graph.product import Product
from bot.bench.measure import Took, stopwatch
from bot.cli.common import say

BYTES_PER_EDGE: Final = 220
"""Room that both take while they are built. Measured: 35 and 150 bytes in the end, and what sorting takes meanwhile."""

_OFTEN = 10  # portions between two words


class Both:
    """Two sides in a folder; `build` fills them, each with its own stopwatch."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.made = MadeUp(size)
        self.ours, self.baseline = Product(folder), Baseline(folder / "baseline.db")
        self.edges = 0
        self.built: dict[str, Took] = {}

    def build(self) -> None:
        """Everybody and all archives: on our side the lists and the index, on the other all tables and indexes."""
        say(f"{self.made.size.name}: {self.made.size.people:,} people …")
        self.ours.make(self.made)
        self.baseline.make(self.made)
        self.load()

    def load(self) -> None:
        """All archives, portion by portion into one, then into the other."""
        ours, theirs, nodes = _Sum(), _Sum(), Distinct()
        for number, portion in enumerate(self.made.portions(), 1):
            ours.add(partial(self.ours.write_archives, portion))
            theirs.add(partial(self.baseline.load, portion))
            nodes.add(portion.follows.ids, portion.followers.ids)
            self.edges += portion.edges
            if number % _OFTEN == 0:
                say(f"{self.edges:,} edges …")
        far_ends = nodes.all()
        ours.add(self.ours.build)
        say("indexes of the baseline …")
        theirs.add(partial(self.baseline.load_nodes, far_ends))
        theirs.add(self.baseline.index)
        self.built = {"ours": ours.total, "baseline": theirs.total}

    def questions(self, persons: Numbers) -> list[Question]:
        """These Persons with their X ids."""
        return list(zip(persons.tolist(), self.made.x_ids[persons - 1].tolist(), strict=True))

    def close(self) -> None:
        """Let go of all files."""
        self.ours.close()
        self.baseline.close()


class _Sum:
    """Time of work done in pieces."""

    def __init__(self) -> None:
        self.total = Took(0, 0)

    def add(self, work: Callable[[], object]) -> None:
        with stopwatch() as read:
            work()
        took = read()
        self.total = Took(self.total.cpu + took.cpu, self.total.wall + took.wall)


class Distinct:
    """Numbers, each once: some at a time, so that memory holds what is different, not what there is."""

    def __init__(self) -> None:
        self._parts: list[Numbers] = []
        self._size = 0

    def add(self, *parts: Numbers) -> None:
        """More of them."""
        self._parts += parts
        self._size += sum(map(len, parts))
        if self._size > 2 * len(self._parts[0]) + 10_000_000:
            self.all()

    def all(self) -> Numbers:
        """All so far, sorted."""
        whole = np.unique(np.concatenate([np.empty(0, np.int64), *self._parts]))
        self._parts, self._size = [whole], len(whole)
        return whole
