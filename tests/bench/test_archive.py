"""`bench archive`, with short lists."""

import pytest

from bot.bench import archive


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(archive.ROWS, "S", (50, 2000))
    monkeypatch.setattr(archive, "AT_LEAST", 100)
    monkeypatch.setattr(archive, "SPAWNS", 1)
    results = {row["id"]: row for row in archive.bench("S").document()["results"]}
    assert set(results) == {f"archive.{name}" for name in ("parse.50", "open.50", "parse", "open", "memory")}
    assert all(row["ratio"] > 0 and row["goal"] is None for row in results.values())
