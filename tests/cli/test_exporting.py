"""An export appears whole or not at all, page by page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from bot.cli import exporting
from bot.cli.exporting import export_people
from bot.config import load
from bot.storage import snapshot
from tests.storage.builders import NOW, bluesky


@pytest.fixture
def database(config: Path, write: Any) -> Path:
    def fill(tx: Any) -> None:
        for number in range(1, 6):
            tx.people.link(tx.people.register(number, "", "", NOW).id, bluesky(f"p{number}"), 4, "s", NOW)

    write(fill)
    return load(config).database


def test_every_page_is_written(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "PAGE", 2)
    with snapshot(database) as view:
        found = export_people(view, "users", tmp_path / "out.csv")
    assert found == {"people": 5, "format": "users", "output": str(tmp_path / "out.csv"), "notes": []}
    assert len((tmp_path / "out.csv").read_text("utf-8").splitlines()) == 6


def test_an_export_that_fails_leaves_what_was_there(database: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.write_text("before", encoding="utf-8")
    with snapshot(database) as view, pytest.raises(KeyError):
        export_people(view, "excel", output)
    assert output.read_text("utf-8") == "before"
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]
