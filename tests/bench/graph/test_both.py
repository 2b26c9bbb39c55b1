"""Both sides get the same, each with its own stopwatch."""

from pathlib import Path

import numpy as np

from bot.bench.graph.both import Both, Distinct
from tests.bench.graph.small import TINY


def test_both_hold_every_edge(tmp_path: Path) -> None:
    both = Both(tmp_path, TINY)
    both.build()
    (ours,) = both.ours.connection.execute("SELECT count(*) FROM graph.edge").fetchone()
    theirs = sum(
        both.baseline.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("sources_targets", "sources_followers")
    )
    assert ours == theirs == both.edges > 10_000
    assert both.built["ours"].cpu > 0 < both.built["baseline"].cpu
    questions = both.questions(np.array([3, 1]))
    assert questions == [(3, both.made.x_ids[2]), (1, both.made.x_ids[0])]
    both.close()


def test_distinct_numbers_are_gathered_a_little_at_a_time() -> None:
    numbers = Distinct()
    for start in range(0, 50, 5):
        numbers.add(np.arange(start, start + 10), np.arange(0, 3))
    assert np.array_equal(numbers.all(), np.arange(55))
    assert len(Distinct().all()) == 0
