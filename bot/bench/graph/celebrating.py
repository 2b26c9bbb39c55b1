"""A list of a million, taken in by a process of its own.

It is `python -m bot.bench.graph.celebrating DATABASE KEYFILE LIST PERSON`.
Each phase is told with its CPU time, what it found, and the memory it took beyond what an idle bot holds.
"""

from __future__ import annotations

import gc
import json
import sys
from array import array
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from subprocess import run as run_process
from typing import Final

from bot.bench.children import PYTHON, environment
from bot.bench.graph.place import forget_highest, highest, resident
from bot.bench.measure import stopwatch

FOLLOWERS: Final = 1
_IDS: Final = "SELECT other FROM graph.match WHERE person = ?"


@dataclass(frozen=True, slots=True)
class Phase:
    """What one step took."""

    name: str
    cpu: float  # seconds
    extra: int  # bytes at the highest, beyond those held at rest
    found: int


def run(path: Path, key_file: Path, file: Path, person: int) -> list[Phase]:
    """All phases, in a process of its own."""
    words = [str(path), str(key_file), str(file), str(person)]
    ended = run_process(  # noqa: S603 - our own words
        [*PYTHON, "-m", "bot.bench.graph.celebrating", *words], capture_output=True, env=environment(), check=True
    )
    return [Phase(**phase) for phase in json.loads(ended.stdout)]


def celebrate(path: Path, key_file: Path, file: Path, person: int) -> list[Phase]:
    """As the bot does it: one transaction for the list, a merge, then who is to be told."""
    import numpy as np

    from bot.bench.graph.product import Product, replace_list
    from bot.domain.accounts import Platform
    from bot.storage.sqlite import matching
    from bot.storage.sqlite.tidying import tidy

    ours = Product(path.parent)
    ours.settle()
    replace_list(ours, person, FOLLOWERS, [1])  # the registry is known by heart from here on, as in a bot at rest
    matching.find(ours.session(), person, Platform.BLUESKY, 1, limit=10)
    ids = array("Q", np.load(file).astype(np.uint64).tobytes())
    work: dict[str, Callable[[], int]] = {
        "ack": lambda: replace_list(ours, person, FOLLOWERS, ids),
        "merge": lambda: tidy(path, key_file, at_least=1).merged,
        "notify_ids": lambda: len(ours.connection.execute(_IDS, (person,)).fetchall()),
        "notify_rows": lambda: sum(1 for _ in matching.rows(ours.session(), person)),
        "notify_count": lambda: matching.find(ours.session(), person, Platform.BLUESKY, 1, limit=10).total,
    }
    return [_phase(name, step) for name, step in work.items()]


def _phase(name: str, work: Callable[[], int]) -> Phase:
    gc.collect()
    forget_highest()
    before = resident()
    with stopwatch() as read:
        found = work()
    return Phase(name, read().cpu, max(highest() - before, 0), found)


if __name__ == "__main__":
    told = celebrate(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    sys.stdout.write(json.dumps([asdict(phase) for phase in told]))
