"""The real bot's answers, in quiet and while another process imports archives as fast as it can and merges them.

`python -m bot.bench.graph.answering DATABASE KEYFILE` is that other process: it writes a line when it has begun, and
the number of its archives when its standard input closes.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np

from bot.bench.answer import by_turns
from bot.bench.children import piped
from bot.bench.graph.made import MadeUp, Numbers, Size
from bot.bench.measure import percentile
from bot.bench.world import NETWORKS, World, at_work
from bot.ports import Transaction

ROUNDS: Final = 3
CROWD: Final = Size("crowd", 2_000_000, 20_000, universe=2_000_000)
WARM_UP: Final = 5


@dataclass
class Busy:
    """Per network what half the answers take, in quiet and beside imports, in milliseconds; archives a second."""

    networks: dict[str, tuple[float, float]] = field(default_factory=dict)
    archives_per_second: float = 0.0


def answers_beside(count: int) -> Busy:
    """So many answers on each network, in rounds: in quiet, then beside imports."""
    return asyncio.run(_answers(count))


async def _answers(count: int) -> Busy:
    found, quiet, busy = Busy(), _empty(), _empty()
    rates: list[float] = []
    async with at_work() as world:
        data = world.program.config.parent / "data"
        await by_turns(world, WARM_UP)
        for _ in range(ROUNDS):
            await _keep(quiet, world, count)
            began = time.monotonic()
            with flooding(data / "quittex.db", data / "pseudonym.key") as flood:
                await asyncio.to_thread(flood.begun)
                await _keep(busy, world, count)
                archives = await asyncio.to_thread(flood.ended)
            rates.append(archives / (time.monotonic() - began))
    for name in NETWORKS:
        found.networks[name] = percentile(quiet[name], 0.5), percentile(busy[name], 0.5)
    found.archives_per_second = percentile(rates, 0.5)
    return found


def _empty() -> dict[str, list[float]]:
    return {name: [] for name in NETWORKS}


async def _keep(times: dict[str, list[float]], world: World, count: int) -> None:
    for name, found in (await by_turns(world, count)).items():
        times[name] += [seconds * 1000 for seconds in found.whole]


class Flood:
    """The other process, from outside."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def begun(self) -> None:
        """Wait until it imports."""
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def ended(self) -> int:
        """End it; how many archives it has imported."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        return int(self._process.stdout.readline() or 0)


@contextmanager
def flooding(path: Path, key_file: Path) -> Iterator[Flood]:
    """Imports into this database until the block ends."""
    with piped(["-m", "bot.bench.graph.answering", str(path), str(key_file)]) as process:
        try:
            yield Flood(process)
        finally:
            if process.stdin is not None and not process.stdin.closed:
                process.stdin.close()


async def flood(path: Path, key_file: Path, enough: threading.Event) -> int:
    """Archives of people nobody knows, as fast as a command may beside a bot; merged whenever many wait."""
    from bot.loops.imports import GENTLE, in_steps
    from bot.storage import open_store
    from bot.storage.upkeep import tidy_beside

    arrivals = Arriving(MadeUp(CROWD), enough)
    store = await open_store(path, key_file, role="command")

    async def merge() -> None:
        while not enough.is_set():
            await tidy_beside(store, path, key_file, MERGE_EVERY)
            await asyncio.sleep(0.1)

    try:
        _say("begun")
        async with asyncio.TaskGroup() as group:
            group.create_task(merge())
            await in_steps(store, arrivals.step, pace=GENTLE)
    finally:
        await store.close()
    return arrivals.archives


MERGE_EVERY: Final = 100  # lists that wait, so that merges are always under way


class Arriving:
    """People and their two lists each, as steps of the writer; what comes next is made before it is asked for."""

    def __init__(self, made: MadeUp, ended: threading.Event) -> None:
        self._made, self._ended = made, ended
        self.archives = 0
        self._next = self._archive(0)

    def step(self, tx: Transaction, enough: Callable[[], bool]) -> int:
        """As many as fit in one transaction; 0 when all this has ended."""
        before = self.archives
        while not self._ended.is_set():
            x_id, lists = self._next
            now = datetime.now(UTC)
            person = tx.people.register(x_id, "", "", now)
            for direction, ids in enumerate(lists):
                tx.graph.replace_list(person.id, direction, "archive", ids, now)
            self.archives += 1
            self._next = self._archive(self.archives)
            if enough():
                break
        return self.archives - before

    def _archive(self, number: int) -> tuple[int, list[Numbers]]:
        who = number % self._made.size.people
        portion = self._made.portion(number, np.array([who + 1]))
        return int(self._made.x_ids[who]), [found.ids for found in portion.directions]


def _say(line: object) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(path: Path, key_file: Path) -> None:
    """Import until standard input closes."""
    enough = threading.Event()

    def listen() -> None:
        sys.stdin.read()
        enough.set()

    threading.Thread(target=listen, daemon=True).start()
    _say(asyncio.run(flood(path, key_file, enough)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
