"""`bench merge`, on a small graph; an index that is not what the lists say is told."""

from pathlib import Path

import pytest

from bot.bench import merge
from bot.bench.graph.answering import Busy
from bot.bench.graph.made import SIZES, MadeUp
from bot.bench.graph.oracle import Disagreement
from bot.bench.graph.product import Product
from tests.bench.graph.small import TINY

IDS = {
    "merge.rate",
    "merge.bytes",
    "merge.reader",
    "merge.reader.p50",
    "merge.reader.wall",
    "merge.answer",
    "merge.answer.imports",
}


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "S", TINY)
    monkeypatch.setitem(merge.ARCHIVES, "S", 10)
    monkeypatch.setattr(merge, "IDLE_SECONDS", 0.1)
    monkeypatch.setattr(merge, "answers_beside", lambda count: Busy({"bluesky": (10.0, 15.0), "m": (10.0, 12.0)}, 50.0))
    document = merge.bench("S").document()
    results = {row["id"]: row for row in document["results"]}
    assert set(results) == IDS
    assert results["merge.answer"]["ratio"] == 1.5
    assert results["merge.bytes"]["ours"] > 20
    assert len(document["edges_of_a_merge"]) == merge.ROUNDS


def test_an_index_that_is_behind_is_told(tmp_path: Path) -> None:
    ours, made = Product(tmp_path), MadeUp(TINY)
    ours.make(made)
    ours.keep(next(made.portions()))
    with pytest.raises(Disagreement, match="0 edges are in the index"):
        merge.proven(ours)
    assert merge.merge_now(ours) > 0
    merge.proven(ours)
    ours.close()
