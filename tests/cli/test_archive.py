"""quittex archive import: what an admin types, and what comes of it."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from bot.config import load
from bot.storage import open_store, snapshot
from tests.brought import MADE, a_zip
from tests.cli.conftest import Quittex

Bring = Callable[..., Result]
BIG = 1_500_000_000_000_000_000  # X ids of today are of this size


@pytest.fixture
def bring(quittex: Quittex, tmp_path: Path) -> Bring:
    """Import an archive of this content for ann.bsky.social."""

    def run(*words: str, account: str = "ann.bsky.social", **content: Any) -> Result:
        path = a_zip(tmp_path / "twitter-2026.zip", **content)
        return quittex("archive", "import", str(path), "--for", account, *words)

    return run


def document(result: Result, code: int = 0) -> Any:
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def counts(result: Result) -> list[tuple[int, int, int] | None]:
    """(count, added, removed) of both lists."""
    lists = [document(result)[name] for name in ("following", "followers")]
    return [found and (found["count"], found["added"], found["removed"]) for found in lists]


def refused(result: Result, words: str) -> None:
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1 and words in result.stderr
    assert "twitter-2026.zip: " in result.stderr


def matches(quittex: Quittex, account: str) -> int:
    return int(document(quittex("matches", account, "--json"))["total"])


def test_the_document(bring: Bring) -> None:
    found = document(bring("--json", following=[30, 4, 4, 100], followers=[]))
    assert found == {
        "owner_x_id": "7", "date": "2026-10-01T00:00:00+00:00", "partial": False,
        "following": {"count": 3, "sha256": hashlib.sha256(b"4\n30\n100").hexdigest(), "added": 3, "removed": 0},
        "followers": {"count": 0, "sha256": hashlib.sha256(b"").hexdigest(), "added": 0, "removed": 0},
        "notes": found["notes"],
    }  # fmt: skip
    assert document(bring("--json", following=[1], date=None))["date"] is None
    assert document(bring("--json", following=[1]))["followers"] is None


def test_in_words(bring: Bring, quittex: Quittex) -> None:
    lines = bring(following=[1, 2]).stdout.splitlines()
    assert lines[0] == "an archive of 2026-10-01 is imported"
    assert "  following: 2 people, 2 added, 0 removed" in lines
    assert "  followers: not in it, what was known stays" in lines
    assert "could be imported" in bring("--dry-run", following=[3]).stdout


def test_two_people_with_archives_are_matched_at_once(bring: Bring, quittex: Quittex) -> None:
    bring(following=[8])
    assert matches(quittex, "ann.bsky.social") == 0
    bring(owner=8, account="bob@m.example", followers=[9], username="bob_x")
    assert matches(quittex, "ann.bsky.social") == matches(quittex, "bob@m.example") == 1
    bring(following=[])
    assert matches(quittex, "ann.bsky.social") == matches(quittex, "bob@m.example") == 0


def test_the_link_is_a_proof_of_level_1_and_no_consent(bring: Bring, quittex: Quittex) -> None:
    bring(following=[8])
    found = document(quittex("registry", "show", "ann.bsky.social", "--json"))
    assert (found["x_id"], found["x_handle"], found["proof_level"]) == ("7", "ann_x", 1)
    assert found["accounts"][0]["source"] == "archive"
    assert found["consent"]["told"] == "never"


def test_again_is_a_difference(bring: Bring) -> None:
    first, second = [1, 2, 3], [3, 4]
    assert counts(bring("--json", following=first)) == [(3, 3, 0), None]
    assert counts(bring("--json", following=first)) == [(3, 0, 0), None]
    assert counts(bring("--json", "--dry-run", following=second)) == [(2, 1, 2), None]
    assert counts(bring("--json", following=second)) == [(2, 1, 2), None]
    assert counts(bring("--json", followers=[1])) == [None, (1, 1, 0)]


def test_partial_and_older_ones_need_a_word(bring: Bring) -> None:
    bring(following=[1, 2])
    refused(bring(following=[2, 3], partial=True), "--partial")
    assert counts(bring("--json", "--partial", following=[2, 3], partial=True)) == [(2, 1, 0), None]
    old = {"following": [1], "date": MADE - timedelta(days=1)}
    refused(bring(**old), "--older")
    assert counts(bring("--json", "--older", **old)) == [(1, 0, 2), None]


def test_whose_it_is(bring: Bring, quittex: Quittex) -> None:
    refused(bring(following=[1], owner=None), "--owner-unchecked")
    refused(bring("--owner-unchecked", following=[1], owner=None), "no proven link")
    refused(bring(following=[1], account="x:8"), "another X account")
    bring(following=[1])
    refused(bring(following=[1], owner=8), "another X id")
    found = document(bring("--json", "--owner-unchecked", following=[2], owner=None))
    assert (found["owner_x_id"], found["following"]["added"]) == (None, 1)
    bring(following=[3], owner=8, account="x:8")
    assert document(quittex("registry", "show", "x:8", "--json"))["accounts"] == []


def test_names_come_from_its_tweets_when_asked_for(bring: Bring, quittex: Quittex) -> None:
    bring(owner=8, account="bob@m.example", followers=[9], username="")
    bring(following=[8], mentions={8: "bob_x", 9: "nobody"})
    assert document(quittex("registry", "show", "x:8", "--json"))["x_handle"] == ""
    notes = document(bring("--json", "--names", following=[8], mentions={8: "bob_x", 9: "nobody"}))["notes"]
    assert notes[-1].startswith("1 registered people")
    assert document(quittex("registry", "show", "x:8", "--json"))["x_handle"] == "bob_x"
    refused(bring("--names", following=[8]), "tweets.js")


@pytest.mark.parametrize("words", [("--dry-run",), ()])
def test_what_is_refused_makes_not_even_a_database(bring: Bring, tmp_path: Path, words: tuple[str, ...]) -> None:
    refused(bring(*words, following=[1], partial=True), "partial")
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 and no more")
    assert not (tmp_path / "data").exists()


def test_a_dry_run_needs_no_database_and_makes_none(bring: Bring, tmp_path: Path) -> None:
    assert counts(bring("--json", "--dry-run", following=[1, 2])) == [(2, 2, 0), None]
    assert not (tmp_path / "data").exists()
    bring(following=[1])
    stored = everything(tmp_path)
    bring("--dry-run", following=[5], followers=[6])
    assert everything(tmp_path) == stored


def everything(folder: Path) -> tuple[Any, ...]:
    with snapshot(folder / "data" / "quittex.db") as view:
        lists = view.session.execute("SELECT * FROM graph.archive").fetchall()  # type: ignore[attr-defined]
        return (view.people.page(0, 99), view.tallies.now(), lists)


@pytest.mark.parametrize(
    "words",
    [("nowhere.zip", "--for", "ann.bsky.social"), (".", "--for", "ann.bsky.social"), (".",), (".", "--for", "8")],
)
def test_wrong_use_is_exit_2_without_a_traceback(quittex: Quittex, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = quittex("archive", "import", str(tmp_path / words[0]), *words[1:])
    assert result.exit_code == 2 and not result.stdout
    assert result.stderr.strip() and "Traceback" not in result.output


def test_no_far_end_is_written_anywhere(bring: Bring, tmp_path: Path) -> None:
    far = [BIG + number for number in range(50)]
    owner = BIG + 1000
    outputs = [
        bring("--json", owner=owner, following=far, followers=far[:9]),
        bring("--json", owner=owner, following=far[9:], followers=[]),
        bring("--json", "--dry-run", owner=owner, following=far),
        bring(owner=owner, following=[*far, 2**63]),
    ]
    assert [result.exit_code for result in outputs] == [0, 0, 0, 2]
    places = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file.suffix != ".zip"]
    found = b"".join(places) + "".join(result.output for result in outputs).encode()
    for x_id in far:
        forms = [str(x_id).encode(), x_id.to_bytes(8, "big"), x_id.to_bytes(8, "little")]
        assert not [form for form in forms if form in found]
    assert owner.to_bytes(8, "big") in found  # what is searched for would be found


def test_beside_a_running_bot(bring: Bring, config: Path) -> None:
    settings = load(config)

    async def beside() -> int:
        bot = await open_store(settings.database, settings.key_file, role="bot")
        try:
            result = await asyncio.to_thread(bring, "--json", following=[1, 2])
            assert result.exit_code == 0, result.output
            await bot.write(lambda tx: tx.people.register(1, "", "", MADE))
            return (await bot.read(lambda view: view.tallies.now()))["edges"]
        finally:
            await bot.close()

    assert asyncio.run(beside()) == 2
