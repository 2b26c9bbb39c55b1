"""quittex export"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Quittex
from tests.storage.rich import HERE, X_ID, enrich


@pytest.fixture(autouse=True)
def rich(write: Callable[[Callable[[Any], Any]], Any]) -> None:
    write(enrich)


def test_everything_is_there(quittex: Quittex, tmp_path: Path) -> None:
    done = quittex("export", HERE.handle, "--output", str(tmp_path / "mine.json"))
    assert done.exit_code == 0, done.output
    assert (tmp_path / "mine.json").stat().st_mode & 0o777 == 0o600
    told = json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))
    assert told["tables"]["person"][0]["x_id"] == X_ID
    assert {row["purpose"] for row in told["tables"]["consent"]} == {"named", "told"}
    assert told["list_entries"] == 2
    assert "account: 2" in done.stderr


def test_on_stdout_it_is_one_document(quittex: Quittex) -> None:
    assert json.loads(quittex("export", f"x:{X_ID}").stdout)["tables"]["account"]


def test_a_summary_says_how_much_of_what(quittex: Quittex) -> None:
    lines = quittex("export", HERE.handle, "--summary").stdout.splitlines()
    assert "consent: 2" in lines
    assert "entries of their lists: 2" in lines


def test_nothing_is_kept_about_a_stranger(quittex: Quittex) -> None:
    assert quittex("export", "stranger.bsky.social").exit_code == 2
