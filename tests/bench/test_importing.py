"""`bench import`, on a small graph."""

import pytest

from bot.bench import importing
from bot.bench.graph.made import SIZES
from tests.bench.graph.small import TINY

IDS = {
    *("import.bulk", "import.bulk.raw", "import.disk", "import.disk.edge", "import.disk.people"),
    *("import.archives", "import.sustained", "import.pseudonyms"),
}


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "S", TINY)
    monkeypatch.setitem(importing.ARCHIVES, "S", 3)
    monkeypatch.setitem(importing.RAW_ROWS, "S", 1000)
    monkeypatch.setitem(importing.BUILDS, "S", 2)
    document = importing.bench("S").document()
    assert {row["id"] for row in document["results"]} == IDS
    assert all(row["ours"] > 0 for row in document["results"])
    assert document["archives"] == 9
    assert 0 < document["acknowledged_milliseconds"]["p50"] <= document["acknowledged_milliseconds"]["p99"]
