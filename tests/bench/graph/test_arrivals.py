"""Archives that arrive are found by both sides, merged or not."""

from pathlib import Path

import pytest

from bot.bench.graph.arrivals import Arrivals
from bot.bench.graph.both import Both
from bot.bench.graph.oracle import Disagreement
from tests.bench.graph.small import TINY


def test_what_came_is_found_on_both_sides(tmp_path: Path) -> None:
    both = Both(tmp_path, TINY)
    both.build()
    both.ours.write_pairs(both.made)
    arrivals = Arrivals(both, 6)
    files = arrivals.files(0)
    assert not {file.person for file in files} & set(both.made.importers.tolist())
    came = arrivals.into_ours(files)
    assert came.edges == sum(file.portion.edges for file in files)
    assert len(came.waits) == 6
    assert 0 < came.wait(0.5) <= came.wait(0.99)
    with pytest.raises(Disagreement):
        arrivals.agree()
    assert arrivals.into_baseline(files).edges == came.edges
    before = arrivals.agree()
    assert arrivals.merge().wall > 0
    assert arrivals.agree() == before
    assert arrivals.pseudonyms() > 0
    both.close()
