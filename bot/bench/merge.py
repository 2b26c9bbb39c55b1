"""`bench merge`: a thousand archives at a time enter the index; what that writes, and what others notice of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any, Final

import numpy as np

from bot.bench.graph.answering import Busy, answers_beside
from bot.bench.graph.growth import growth
from bot.bench.graph.made import SIZES, MadeUp, Numbers
from bot.bench.graph.oracle import Disagreement
from bot.bench.graph.place import workplace
from bot.bench.graph.product import Product
from bot.bench.graph.reading import Reader, Waits
from bot.bench.measure import Figure, Goal, Report, Took, ratio, stopwatch
from bot.cli.common import say
from bot.storage.sqlite import engine, merging
from bot.storage.sqlite.steps import drive, index_connection

SEED: Final = 5000
ARCHIVES: Final = {"S": 100, "M": 1000, "L": 1000}
ROUNDS: Final = 3
IDLE_SECONDS: Final = 3.0
ANSWERS: Final = {"S": 10, "M": 45, "L": 45}
"""On each network, six times: Mastodon takes 300 statuses in three hours."""
ROOM_PER_EDGE: Final = 90
EDGES: Final = "edges/cpu-s"


def bench(size: str) -> Report:
    """Merges into a graph of this size, a reader beside them; then the bot's own answers beside imports and merges."""
    made = MadeUp(SIZES[size])
    with workplace(made.size.edges * ROOM_PER_EDGE + 10**9) as folder:
        ours = Product(folder)
        try:
            edges = filled(ours, made)
            figures, facts = _merges(ours, made, ARCHIVES[size])
            proven(ours)
        finally:
            ours.close()
    say("answers while archives are imported and merged …")
    figures += _answers(answers_beside(ANSWERS[size]))
    facts |= {"edges": edges, "people": made.size.people, "rounds": ROUNDS}
    return Report("merge", size, facts, figures, growth(made.size, figures, {}))


def filled(ours: Product, made: MadeUp) -> int:
    """Everybody, all archives and their index; how many edges."""
    say(f"{made.size.name}: {made.size.people:,} people, their archives and the index …")
    ours.make(made)
    edges = 0
    for portion in made.portions():
        ours.write_archives(portion)
        edges += portion.edges
    ours.build()
    ours.settle()
    return edges


def _merges(ours: Product, made: MadeUp, count: int) -> tuple[list[Figure], dict[str, Any]]:
    """Rounds: a while of rest, then a merge, the reader going on all the time."""
    newcomers = _newcomers(made)
    took, wrote, idle, merging_, many = list[Took](), list[float](), list[Waits](), list[Waits](), list[int]()
    with Reader(ours, made) as reader:
        for number in range(ROUNDS):
            persons = np.sort(newcomers[number * count : (number + 1) * count])
            portion = made.portion(number, persons, SEED)
            ours.keep(portion)
            ours.settle()
            idle.append(reader.during(partial(reader.rest, IDLE_SECONDS)))
            with stopwatch() as read:
                waits = reader.during(lambda: wrote.append(merge_now(ours)))
            took.append(read())
            merging_.append(waits)
            many.append(portion.edges)
    bytes_each = [2 * written / edges for written, edges in zip(wrote, many, strict=True)]
    rates = [edges / one.cpu for edges, one in zip(many, took, strict=True)]
    figures = [
        Figure("merge.rate", median(rates), EDGES),
        Figure("merge.bytes", median(bytes_each), "bytes/edge", goal=Goal("<=", 500, of="ours"), note="written"),
        *_reader(idle, merging_),
    ]
    return figures, {"archives": count, "edges_of_a_merge": many, "merge_wall_seconds": [one.wall for one in took]}


def _newcomers(made: MadeUp) -> Numbers:
    """People without an archive, in any order; where there are too few, some bring a second."""
    others = np.setdiff1d(np.arange(1, made.size.people + 1), made.importers)
    return np.random.default_rng(SEED).permutation(others)


def merge_now(ours: Product) -> int:
    """Everything that waits enters the index; the bytes its -wal file grew to, nothing being written back meanwhile."""
    log = engine.graph_path(ours.path).with_name(f"{engine.graph_path(ours.path).name}-wal")
    with index_connection(ours.path) as connection:
        connection.execute("PRAGMA graph.wal_autocheckpoint = 0").fetchall()
        connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        drive(connection, merging.merge(connection, lambda: ours.session().pseudonyms, lambda edges: None))
        return log.stat().st_size


def proven(ours: Product) -> None:
    """The index holds what the lists say and nothing else. Disagreement."""
    execute = ours.connection.execute
    (edges,) = execute("SELECT count(*) FROM graph.edge").fetchone()
    (listed,) = execute("SELECT sum(length(pseudonyms)) / 8 FROM graph.archive").fetchone()
    (waiting,) = execute("SELECT count(*) FROM graph.unmerged").fetchone()
    if edges != listed or waiting:
        raise Disagreement(f"{edges} edges are in the index, {listed} in the lists; {waiting} rows wait")


def _reader(idle: list[Waits], merging_: list[Waits]) -> list[Figure]:
    """Beside a merge and in quiet: CPU time, and on the clock, which tells more of what else the machine does."""
    half, most = (lambda one: one.share(0.5)), (lambda one: one.share(0.99))
    return [
        _compared("merge.reader", "us CPU", "p99, to idle", (idle, merging_), most, Goal("<=", 2)),
        _compared("merge.reader.p50", "us CPU", "p50, to idle", (idle, merging_), half),
        _compared(
            "merge.reader.wall", "us", "p99 on the clock", (idle, merging_), lambda one: one.share_on_the_clock(0.99)
        ),
    ]


def _compared(
    name: str, unit: str, note: str, sides: tuple[list[Waits], list[Waits]], value: Callable[[Waits], float],
    goal: Goal | None = None,
) -> Figure:  # fmt: skip
    before, meanwhile = ([value(waits) for waits in side] for side in sides)
    return Figure(name, median(meanwhile), unit, median(before), ratio(meanwhile, before), goal, note)


def _answers(found: Busy) -> list[Figure]:
    worst = max(found.networks.values(), key=lambda pair: pair[1] / pair[0])
    quiet, busy = worst
    return [
        Figure("merge.answer", busy, "ms", quiet, busy / quiet, Goal("<=", 2), "p50, to quiet"),
        Figure("merge.answer.imports", found.archives_per_second, "archives/s", note="meanwhile"),
    ]
