"""The accounts to follow, imported by a server that speaks Mastodon's API."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.cli.following import beside
from tests.cli.conftest import Quittex

PEOPLE = """{"x_id":"1","accounts":[{"network":"mastodon","handle":"ann@m.example"}],"follows":[2,3]}
{"x_id":"2","accounts":[{"network":"mastodon","handle":"dave@remote.example"}]}
{"x_id":"3","accounts":[{"network":"mastodon","handle":"nobody@remote.example"}]}
"""


def test_files_beside_the_first() -> None:
    assert [beside(Path("a/follows.csv"), number).name for number in (1, 2, 3)] == [
        "follows.csv",
        "follows-2.csv",
        "follows-3.csv",
    ]
    assert beside(Path("follows"), 2) == Path("follows-2")


def test_a_server_imports_it(quittex: Quittex, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """mastodon_mock knows dave@remote.example from its start, and tells whom it does not know."""
    (tmp_path / "people.jsonl").write_text(PEOPLE, encoding="utf-8")
    quittex("registry", "import", str(tmp_path / "people.jsonl"), "--source", "s")
    output = tmp_path / "follows.csv"
    assert quittex("matches", "x:1", "--csv", "mastodon", "--output", str(output)).exit_code == 0
    with httpx.Client(base_url=request.getfixturevalue("mastodon_mock_session").base_url) as server:
        me = _json(server.post("/api/v1/_mock/dev_user", json={"username": f"ann{secrets.token_hex(3)}"}))
        server.headers["Authorization"] = f"Bearer {me['access_token']}"
        body = {"type": "following", "csv": output.read_text(encoding="utf-8")}
        told = _json(server.post("/api/v1/_mock/import", json=body))
        assert (told["imported"], told["skipped"]) == (1, ["nobody@remote.example"])
        dave = _json(server.get("/api/v1/accounts/lookup", params={"acct": "dave@remote.example"}))["id"]
        (between,) = _json(server.get("/api/v1/accounts/relationships", params={"id[]": [dave]}))
    assert between["following"]


def _json(response: httpx.Response) -> Any:
    response.raise_for_status()
    return response.json()
