"""`bench match`, on a small graph: both sides agree, cold and warm; what should not grow is held to a smaller run."""

import pytest

from bot.bench import match
from bot.bench.graph.made import SIZES
from bot.bench.measure import Figure
from tests.bench.graph.small import TINY

IDS = {
    *(f"match.{name}{part}" for name in ("first", "repeat") for part in ("", ".p50", ".p99")),
    *("match.cold.first", "match.cold.repeat", "match.answer", "match.edge"),
}


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "S", TINY)
    document = match.bench("S").document()
    assert {row["id"] for row in document["results"]} == IDS
    assert all(row["goal"] is row["met"] is None for row in document["results"])
    assert document["checksum"]["forward"] > 20 < document["checksum"]["reverse"]
    assert document["askers"] == 40


def figures(first: float, repeat: float, edge: float) -> dict[str, Figure]:
    found = [Figure("match.first", 1, ratio=first), Figure("match.repeat", 1, ratio=repeat), Figure("match.edge", edge)]
    return {figure.id: figure for figure in found}


def test_what_should_not_grow_is_compared() -> None:
    kept = {figure.id: figure for figure in match.kept(figures(2.0, 6.0, 10.0), figures(2.2, 5.0, 16.0))}
    assert kept["match.first.kept"].ratio == pytest.approx(1.1)
    verdicts = {name: figure.met for name, figure in kept.items()}
    assert verdicts == {"match.first.kept": True, "match.repeat.kept": False, "match.edge.growth": False}


def test_what_was_not_measured_is_not_compared() -> None:
    assert match.kept({}, figures(2, 6, 10)) == []
