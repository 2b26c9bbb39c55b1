"""quittex matches: what `find` would answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Quittex

PEOPLE = """{"x_id":"1","x_handle":"ann","accounts":[{"network":"mastodon","handle":"ann@m.example"}],"follows":[2,3,4]}
{"x_id":"2","accounts":[{"network":"bluesky","id":"did:plc:bob","handle":"bob"}],"follows":[1],"consent":{"named":true}}
{"x_id":"3","accounts":[{"network":"mastodon","handle":"cat@m.example"},{"network":"mastodon","handle":"cat@n.example"}]}
{"x_id":"4","accounts":[{"network":"mastodon","handle":"dan@m.example"}],"consent":{"found":"nobody"}}
{"x_id":"5","accounts":[{"network":"bluesky","handle":"eve"}],"follows":[1],"proof_level":1}
{"x_id":"6"}
"""


@pytest.fixture(autouse=True)
def people(quittex: Quittex, tmp_path: Path) -> None:
    (tmp_path / "people.jsonl").write_text(PEOPLE, encoding="utf-8")
    result = quittex("registry", "import", str(tmp_path / "people.jsonl"), "--source", "s")
    assert result.exit_code == 0, result.output


def test_best_first_and_only_whom_they_may_see(quittex: Quittex) -> None:
    found = json.loads(quittex("matches", "x:1", "--json").stdout)
    assert (found["platform"], found["total"], found["followed"], found["followers"], found["mutual"]) == (
        "mastodon", 3, 2, 2, 1,
    )  # fmt: skip
    assert found["per_platform"] == {"bluesky": 2, "mastodon": 1}
    assert [(match["handle"], match["reason"], match["named"]) for match in found["matches"]] == [
        ("bob.bsky.social", "mutual", True),
        ("cat@m.example", "followed", False),
        ("eve.bsky.social", "follower", False),
    ]


def test_for_people(quittex: Quittex) -> None:
    lines = quittex("matches", "@ann@m.example").stdout.splitlines()
    assert lines[0].startswith("3 people: 2 they followed on X, 2 who followed them, 1 of them both")
    assert lines[1] == "  mutual    bob.bsky.social  (bluesky, level 4, may be named)"


def test_the_platform_is_where_they_would_ask(quittex: Quittex) -> None:
    assert json.loads(quittex("matches", "x:@ann", "--json").stdout)["platform"] == "mastodon"
    assert json.loads(quittex("matches", "bob", "--json").stdout)["platform"] == "bluesky"


def test_mastodons_own_form(quittex: Quittex) -> None:
    assert quittex("matches", "x:1", "--csv", "mastodon").stdout == (
        "Account address,Show boosts,Notify on new posts,Languages\n"
        "cat@m.example,true,false,\n"
        "cat@n.example,true,false,\n"
    )


def test_the_asker_is_never_in_their_own_file(quittex: Quittex, tmp_path: Path) -> None:
    same = '{"x_id":"7","accounts":[{"network":"mastodon","handle":"eve@m.example"}],"follows":[1,8]}\n'
    twin = '{"x_id":"8","accounts":[{"network":"mastodon","handle":"fay@m.example"}]}\n'
    (tmp_path / "more.jsonl").write_text(same + twin, encoding="utf-8")
    quittex("registry", "import", str(tmp_path / "more.jsonl"), "--source", "s")
    assert quittex("matches", "x:7", "--csv", "mastodon").stdout.splitlines()[1:] == [
        "ann@m.example,true,false,",
        "fay@m.example,true,false,",
    ]


def test_whoever_only_followed_them_is_not_in_the_file(quittex: Quittex) -> None:
    assert "ann@m.example" in quittex("matches", "did:plc:bob", "--csv", "mastodon").stdout, "mutual"
    assert quittex("matches", "eve", "--csv", "mastodon").stdout.splitlines()[1:] == ["ann@m.example,true,false,"]
    cat = quittex("matches", "cat@m.example", "--csv", "mastodon")
    assert json.loads(quittex("matches", "cat@m.example", "--json").stdout)["followers"] == 1
    assert (cat.exit_code, cat.stdout.splitlines()[1:]) == (0, [])


def test_a_shorter_run_leaves_nothing_of_a_longer_one(
    quittex: Quittex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, mine = tmp_path / "follows.csv", tmp_path / "follows-3.csv"
    mine.write_text("my own notes\n", encoding="utf-8")
    command = ("matches", "x:1", "--csv", "mastodon", "--output", str(output))
    with monkeypatch.context() as patch:
        patch.setattr("bot.archives.follows.files.__defaults__", (1, 1000))
        quittex(*command)
    assert (tmp_path / "follows-2.csv").exists()
    assert quittex(*command).exit_code == 0
    assert not (tmp_path / "follows-2.csv").exists()
    assert mine.read_text(encoding="utf-8") == "my own notes\n"


def test_a_file_and_those_beside_it(quittex: Quittex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "follows.csv"
    result = quittex("matches", "x:1", "--csv", "mastodon", "--output", str(output))
    assert (result.exit_code, result.stdout) == (0, f"2 accounts written to {output}\n")
    assert output.stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr("bot.archives.follows.files.__defaults__", (1, 1000))
    refused = quittex("matches", "x:1", "--csv", "mastodon")
    assert refused.exit_code == 2 and "--output" in refused.stderr and not refused.stdout
    told = json.loads(quittex("matches", "x:1", "--csv", "mastodon", "--output", str(output), "--json").stdout)
    assert told == {"files": [str(output), str(tmp_path / "follows-2.csv")], "accounts": 2}
    assert [Path(path).read_text().splitlines()[1:] for path in told["files"]] == [
        ["cat@m.example,true,false,"],
        ["cat@n.example,true,false,"],
    ]


def test_the_configured_level_decides(quittex: Quittex, config: Path) -> None:
    with config.open("a", encoding="utf-8") as file:
        file.write("[proof]\nminimum = 2\n")
    assert json.loads(quittex("matches", "x:1", "--json").stdout)["total"] == 2
    result = quittex("matches", "eve", "--json")
    assert "no account of theirs is proven at level 2" in result.stderr


def test_nobody_and_wrong_use(quittex: Quittex) -> None:
    csv = ("x:1", "--csv", "mastodon")
    for words in (("zoe",), ("123",), ("x:1", "--csv", "excel"), (*csv, "--json"), ("x:1", "--output", "f")):
        result = quittex("matches", *words)
        assert result.exit_code == 2 and result.stderr and not result.stdout
    assert json.loads(quittex("matches", "x:6", "--json").stdout)["matches"] == []
