"""`bench celebrity`, with a few hundred followers."""

import numpy as np
import pytest

from bot.bench import celebrity
from bot.bench.graph.made import SIZES, MadeUp
from tests.bench.graph.small import TINY


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "S", TINY)
    monkeypatch.setitem(celebrity.FOLLOWERS, "S", 500)
    monkeypatch.setattr(celebrity, "ROUNDS", 1)
    document = celebrity.bench("S").document()
    assert (document["followers"], document["registered"]) == (500, 40)
    assert all(row["ours"] >= 0 for row in document["results"])
    assert {"celebrity.ack", "celebrity.merge", "celebrity.memory"} <= {row["id"] for row in document["results"]}


def test_the_crowd_is_the_same_again() -> None:
    made = MadeUp(TINY)
    followers = celebrity.crowd(made, 500)
    assert np.array_equal(followers, celebrity.crowd(made, 500))
    assert len(np.unique(followers)) == 500
    assert np.isin(followers, made.x_ids).sum() == 40
