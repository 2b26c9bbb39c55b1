"""A reader in another process that asks without pause: `python -m bot.bench.graph.reading DATABASE SEED PEOPLE`.

For each line it is sent it tells how long its questions took since the line before.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

from bot.bench.children import piped
from bot.bench.graph.made import MadeUp
from bot.bench.graph.product import Product
from bot.bench.measure import percentile

MICRO: Final = 1e6


@dataclass(frozen=True, slots=True)
class Waits:
    """Microseconds of CPU time and on the clock, question by question.

    On a machine that others use, the clock's p99 is how long they are let run.
    """

    cpu: list[float]
    wall: list[float]

    def share(self, share: float) -> float:
        """What so many were answered within, of CPU time."""
        return percentile(self.cpu, share)

    def share_on_the_clock(self, share: float) -> float:
        """The same, waiting included."""
        return percentile(self.wall, share)


class Reader:
    """The process; `during` tells what it went through while something happened."""

    def __init__(self, ours: Product, made: MadeUp) -> None:
        self._words = ["-m", "bot.bench.graph.reading", str(ours.path), str(ours.key_file), str(made.size.people)]
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        self._process = piped(self._words)
        self._said()  # it has begun
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        assert self._process is not None
        self._process.__exit__(kind, fault, at)  # closes both pipes, so that it ends, and waits for that

    def during(self, work: Callable[[], object]) -> Waits:
        """Do it; what the reader's questions took meanwhile."""
        self._said()
        work()
        return Waits(*self._said())

    @staticmethod
    def rest(seconds: float) -> None:
        """Nothing."""
        threading.Event().wait(seconds)

    def _said(self) -> list[list[float]]:
        assert self._process is not None and self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(b"\n")
        self._process.stdin.flush()
        found: list[list[float]] = json.loads(self._process.stdout.readline())
        return found


def main(path: Path, key_file: Path, people: int) -> None:
    """Ask until standard input closes."""
    from bot.bench.graph.product import Clock
    from bot.storage.sqlite import edges
    from bot.storage.sqlite.memory import Memory
    from bot.storage.sqlite.session import Session
    from bot.storage.sqlite.snapshot import open_readonly

    memory, connection = Memory(key_file), open_readonly(path)
    x_ids = dict(connection.execute("SELECT id, x_id FROM person WHERE id <= ?", (min(people, 10_000),)).fetchall())
    persons, waits, asked = list(x_ids), (list[float](), list[float]()), threading.Event()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    rng = random.Random(1)  # noqa: S311 - which questions, no secret
    while not asked.is_set() or _told(waits, asked):
        person = rng.choice(persons)
        spent, before = time.thread_time(), time.perf_counter()
        edges.named_by(Session(connection, memory=memory, clock=Clock()), x_ids[person])
        waits[0].append((time.thread_time() - spent) * MICRO)
        waits[1].append((time.perf_counter() - before) * MICRO)


_lines: Final = [0]


def _listen(asked: threading.Event) -> None:
    for _ in sys.stdin:
        asked.set()
    _lines[0] = -1
    asked.set()


def _told(waits: tuple[list[float], list[float]], asked: threading.Event) -> bool:
    if _lines[0] < 0:
        return False
    asked.clear()
    sys.stdout.write(json.dumps(waits) + "\n")
    sys.stdout.flush()
    for each in waits:
        each.clear()
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
