"""quittex registry consent: shown with its dates, and changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.conftest import Quittex

PERSON = '{"x_id":"1","x_handle":"ann","accounts":[{"network":"bluesky","id":"did:plc:ann","handle":"ann.bsky.social"}]'


@pytest.fixture
def registered(quittex: Quittex, tmp_path: Path) -> Quittex:
    (tmp_path / "people.jsonl").write_text(PERSON + ',"consent":{"told":"weekly"}}\n', "utf-8")
    result = quittex("registry", "import", str(tmp_path / "people.jsonl"), "--source", "hqx")
    assert result.exit_code == 0, result.output
    return quittex


def consent(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["consent"]


def test_what_somebody_allows_is_shown_with_its_date_and_who_said_so(registered: Quittex) -> None:
    shown = consent(registered("registry", "consent", "ann.bsky.social", "--json"))
    assert shown["found"] == {"value": "network", "since": None, "by": "default"}
    assert (shown["told"]["value"], shown["told"]["by"]) == ("weekly", "hqx") and shown["told"]["since"]
    lines = registered("registry", "consent", "x:1").stdout.splitlines()
    assert lines[0] == "x:1" and lines[3].split() == ["named", "no", "by", "default"]


def test_it_is_changed_in_their_name_with_the_date(registered: Quittex) -> None:
    changed = consent(registered("registry", "consent", "x:1", "told=never", "named=yes", "--json"))
    assert [changed[purpose]["value"] for purpose in ("told", "named")] == ["never", "yes"]
    assert changed["told"]["by"] == changed["named"]["by"] == "admin"
    assert consent(registered("registry", "consent", "x:1", "--json")) == changed


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("x:2",), "nobody in the registry"), (("x:1", "told=often"), "told is one of"),
        (("x:1", "liked=yes"), "no such purpose"), (("x:1", "told"), "purpose=value"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_changes_nothing(registered: Quittex, words: tuple[str, ...], fault: str) -> None:
    result = registered("registry", "consent", *words)
    assert result.exit_code == 2 and fault in result.output and "Traceback" not in result.output
    assert consent(registered("registry", "consent", "x:1", "--json"))["told"]["value"] == "weekly"
