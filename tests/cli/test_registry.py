"""quittex registry: what an admin types, and what comes of it."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from bot.domain.accounts import Account, Platform
from bot.storage import import_lock
from tests.cli.conftest import Quittex
from tests.storage.builders import NOW, bluesky

USERS = """twitter_id,twitter_username,bluesky_id,bluesky_username,mastodon_id,mastodon_username,mastodon_instance
1,Ann,did:plc:ann,ann.bsky.social,109,ann,https://m.example
2,Bob,did:plc:bob,bob.bsky.social,,,
"""
FOLLOWS = """{"x_id":"1","follows":["2","3"],"followers":["2"]}
{"x_id":"2","follows":["1"]}
"""
Bring = Callable[..., Result]


@pytest.fixture
def bring(quittex: Quittex, tmp_path: Path) -> Bring:
    """Import a file of this text."""

    def run(text: str, *words: str, name: str = "people.csv") -> Result:
        (tmp_path / name).write_text(text, encoding="utf-8")
        source = [] if "--source" in words else ["--source", "hqx"]
        return quittex("registry", "import", str(tmp_path / name), *source, *words)

    return run


def document(result: Result, code: int = 0) -> Any:
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def everybody(quittex: Quittex) -> dict[str, Any]:
    result = quittex("registry", "export")
    assert result.exit_code == 0, result.output
    people = [json.loads(line) for line in result.stdout.splitlines()]
    for person in people:
        person["accounts"].sort(key=lambda account: str(account["network"]))
    return {person["x_id"]: person for person in people}


class TestImport:
    def test_people_are_in_and_the_batch_is_told(self, quittex: Quittex, bring: Bring) -> None:
        found = document(bring(USERS, "--json", "--consent", "told=weekly"))
        assert found == {
            "batch": 1, "source": "hqx", "dry_run": False, "stored": True, "people": 2, "accounts": 3, "lists": 0,
            "bad": 0, "bad_rows": [], "left_out": 0,
        }  # fmt: skip
        ann = everybody(quittex)["1"]
        assert [account["proof_level"] for account in ann["accounts"]] == [4, 4]
        assert ann["consent"]["told"] == "weekly"
        assert document(quittex("registry", "batches", "--json"))[0]["state"] == "done"

    def test_several_files_are_one_batch_in_any_order(self, quittex: Quittex, bring: Bring, tmp_path: Path) -> None:
        (tmp_path / "follows.jsonl").write_text(FOLLOWS, encoding="utf-8")
        (tmp_path / "more.csv").write_text("twitter_id,bluesky_handle\n3,cat\n1,@ann.bsky.social\n", encoding="utf-8")
        files = [str(tmp_path / "follows.jsonl"), str(tmp_path / "more.csv")]
        found = document(bring(USERS, *files, "--json"))
        assert (found["batch"], found["people"], found["lists"]) == (1, 3, 2)
        assert document(quittex("matches", "x:1", "--json"))["total"] == 2

    def test_one_bad_row_and_nothing_is_stored(self, quittex: Quittex, bring: Bring, tmp_path: Path) -> None:
        result = bring(USERS + "x,,,,,,\n")
        assert result.exit_code == 2
        assert f"{tmp_path}/people.csv:4: twitter_id: " in result.stderr
        assert "nothing was stored" in result.stderr
        assert everybody(quittex) == {}
        assert document(quittex("registry", "batches", "--json")) == []

    def test_the_good_rows_are_kept_when_asked_for(self, quittex: Quittex, bring: Bring) -> None:
        found = document(bring(USERS + "x,,,,,,\n3,,,,,,\n", "--keep-good", "--json"))
        assert (found["people"], found["bad"], found["bad_rows"][0]["line"]) == (3, 1, 4)
        assert set(everybody(quittex)) == {"1", "2", "3"}

    def test_fifty_bad_rows_are_named_and_the_rest_counted(self, bring: Bring) -> None:
        result = bring(USERS + "x,,,,,,\n" * 60)
        assert result.stderr.count("twitter_id: ") == 50
        assert "... and 10 more" in result.stderr and "60 bad rows" in result.stderr
        assert document(bring(USERS + "x,,,,,,\n" * 60, "--json"), code=2)["bad"] == 60

    def test_reports_name_nobody(self, bring: Bring) -> None:
        broken = "twitter_id,bluesky_handle\n123456789x,secret_one\n5,secret_two\n6,secret three\n7,eve\n8,eve\n"
        result = bring(broken, "--json")
        assert document(result, code=2)["bad"] == 5
        assert not [word for word in ("123456789", "secret", "eve") if word in result.output.replace("level", "")]

    def test_rows_that_contradict_each_other_are_all_bad(self, quittex: Quittex, bring: Bring) -> None:
        more = "2,,did:plc:other,,,,\n3,,did:plc:cat,,,,\n4,,did:plc:cat,,,,\n"
        found = document(bring(USERS + more, "--keep-good", "--json"))
        assert [row["line"] for row in found["bad_rows"]] == [3, 4, 5, 6]
        assert set(everybody(quittex)) == {"1"}

    def test_a_conflict_with_the_registry_is_a_bad_row(self, quittex: Quittex, bring: Bring) -> None:
        bring(USERS)
        other = USERS.replace("did:plc:bob,bob", "did:plc:rob,rob")
        found = document(bring(other, "--source", "else", "--json"), code=2)
        assert [row["reason"] for row in found["bad_rows"]] == [
            "conflict: the registry links this X id to another account, proof level 4"
        ]
        assert document(bring(other, "--source", "else", "--proof-level", "5", "--json"))["stored"]
        assert everybody(quittex)["2"]["accounts"][0]["id"] == "did:plc:rob"

    def test_lists_of_nobody_are_bad_rows(self, bring: Bring) -> None:
        assert document(bring(FOLLOWS, "--json", name="f.jsonl"), code=2)["bad"] == 2
        bring(USERS)
        assert document(bring(FOLLOWS, "--json", name="f.jsonl"))["lists"] == 2

    def test_lists_of_a_bad_row_are_bad_rows(self, bring: Bring) -> None:
        rows = '{"x_id":1,"accounts":[{"network":"bluesky"}]}\n{"x_id":1,"follows":[2]}\n{"x_id":2}\n'
        found = document(bring(rows, "--keep-good", "--json", name="f.jsonl"))
        assert ([row["line"] for row in found["bad_rows"]], found["people"], found["lists"]) == ([1, 2], 1, 0)

    def test_a_dry_run_makes_not_even_a_database(self, bring: Bring, tmp_path: Path) -> None:
        found = document(bring(USERS, "--dry-run", "--json"))
        assert (found["people"], found["stored"], found["batch"]) == (2, False, None)
        assert not (tmp_path / "data").exists()
        assert bring(USERS + "x,,,,,,\n", "--dry-run").exit_code == 2

    def test_a_dry_run_compares_with_the_registry(self, quittex: Quittex, bring: Bring) -> None:
        bring(USERS)
        other = USERS.replace("did:plc:bob,bob", "did:plc:rob,rob")
        assert document(bring(other, "--source", "else", "--dry-run", "--json"), code=2)["bad"] == 1
        assert everybody(quittex)["2"]["accounts"][0]["id"] == "did:plc:bob"

    def test_a_level_given_on_purpose_is_the_most_a_row_may_claim(self, quittex: Quittex, bring: Bring) -> None:
        row = {"x_id": 1, "proof_level": 5, "accounts": [{"network": "bluesky", "handle": "ann"}]}
        bring(json.dumps(row), "--proof-level", "2", name="p.jsonl")
        assert everybody(quittex)["1"]["proof_level"] == 2
        bring(json.dumps(row), "--source", "else", name="p.jsonl")
        assert everybody(quittex)["1"]["proof_level"] == 5

    def test_the_same_again_changes_nothing(self, quittex: Quittex, bring: Bring) -> None:
        bring(USERS)
        before = everybody(quittex)
        assert document(bring(USERS, "--json"))["batch"] == 2
        assert everybody(quittex) == before

    @pytest.mark.parametrize(
        "words",
        [
            ("--proof-level", "0"), ("--proof-level", "6"), ("--consent", "found=all"), ("--consent", "sold"),
            ("--source", "admin"), ("--source", " "), ("--source", "a\nb"), ("nowhere.csv",), (".",),
        ],
    )  # fmt: skip
    def test_wrong_use_is_one_line_and_exit_2(self, bring: Bring, words: tuple[str, ...], tmp_path: Path) -> None:
        result = bring(USERS, *words)
        assert result.exit_code == 2 and not result.stdout
        assert result.stderr.strip() and "Traceback" not in result.output

    def test_an_import_waits_for_no_other_but_says_so(self, bring: Bring, tmp_path: Path) -> None:
        with import_lock(tmp_path / "data/quittex.db"):
            result = bring(USERS)
            assert result.exit_code == 1 and "another import" in result.stderr
            assert bring(USERS, "--dry-run").exit_code == 0

    def test_an_empty_table_is_nothing_to_import(self, quittex: Quittex, bring: Bring) -> None:
        result = bring(USERS.splitlines()[0])
        assert (result.exit_code, result.stdout) == (0, "nothing to import\n")
        assert document(quittex("registry", "batches", "--json")) == []


class TestUndo:
    def test_an_undo_takes_everything_back_once(self, quittex: Quittex, bring: Bring) -> None:
        bring(USERS)
        before = everybody(quittex)
        bring(USERS.replace("ann.bsky", "anna.bsky").replace("did:plc:ann", "did:plc:anna"), "--json")
        assert everybody(quittex) != before
        assert document(quittex("registry", "undo", "2", "--json"))["state"] == "undone"
        assert everybody(quittex) == before
        again = quittex("registry", "undo", "2")
        assert again.exit_code == 2 and "undone already" in again.stderr
        assert "does not exist" in quittex("registry", "undo", "9").stderr
        assert quittex("registry", "undo", "1").exit_code == 0
        assert everybody(quittex) == {}

    def test_two_do_not_undo_at_once(self, quittex: Quittex, bring: Bring, tmp_path: Path) -> None:
        bring(USERS)
        with import_lock(tmp_path / "data/quittex.db"):
            assert quittex("registry", "undo", "1").exit_code == 1


class TestExport:
    @pytest.mark.parametrize(("form", "name"), [("jsonl", "a.jsonl"), ("users", "a.csv"), ("accounts", "a.csv")])
    def test_what_is_written_is_read_back(
        self, quittex: Quittex, bring: Bring, tmp_path: Path, form: str, name: str
    ) -> None:
        bring(USERS)
        before = everybody(quittex)
        output = tmp_path / name
        found = document(quittex("registry", "export", "--format", form, "--output", str(output), "--json"))
        assert (found["people"], found["notes"]) == (2, [])
        assert stat.S_IMODE(output.stat().st_mode) == 0o600
        assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []
        quittex("registry", "undo", "1")
        document(quittex("registry", "import", str(output), "--source", "hqx", "--json"))
        after = everybody(quittex)
        for person in (*before.values(), *after.values()):
            for account in person["accounts"]:
                del account["linked_at"]
        assert after == before

    def test_stdout_is_the_export_itself(self, quittex: Quittex, bring: Bring) -> None:
        bring(USERS)
        assert quittex("registry", "export", "--format", "users").stdout.lower() == USERS.lower()
        result = quittex("registry", "export", "--json")
        assert result.exit_code == 2 and "--output" in result.stderr

    def test_what_a_form_cannot_hold_is_said(self, quittex: Quittex, bring: Bring, write: Any) -> None:
        bring(USERS)
        quittex("registry", "link", "x:1", "ann.example.org")
        write(lambda tx: tx.people.register(None, "", "", NOW))
        result = quittex("registry", "export", "--format", "users")
        assert "1 people without an X number" in result.stderr and "1 further accounts" in result.stderr

    def test_a_place_that_cannot_be_written(self, quittex: Quittex, bring: Bring, tmp_path: Path) -> None:
        bring(USERS)
        result = quittex("registry", "export", "--output", str(tmp_path / "no" / "where"))
        assert result.exit_code == 1 and "cannot be written" in result.stderr


class TestShowLinkUnlink:
    @pytest.mark.parametrize(
        "account", ["x:1", "x:@ANN", "did:plc:ann", "ann", "@ann@m.example", "https://bsky.app/profile/ann.bsky.social"]
    )
    def test_somebody_is_found_by_any_name(self, quittex: Quittex, bring: Bring, account: str) -> None:
        bring(USERS)
        found = document(quittex("registry", "show", account, "--json"))
        assert found["x_id"] == "1" and len(found["accounts"]) == 2
        assert (found["silent"], found["claim"]) == (False, None)
        assert "ann@m.example  level 4 by hqx" in quittex("registry", "show", account).stdout

    def test_nobody_is_an_error(self, quittex: Quittex, bring: Bring) -> None:
        bring(USERS)
        for words in (("show", "zoe"), ("unlink", "zoe"), ("show", "123")):
            result = quittex("registry", *words)
            assert result.exit_code == 2 and result.stderr.count("\n") == 1 and not result.stdout

    def test_a_claim_is_accepted_by_linking(self, quittex: Quittex, write: Any) -> None:
        claim = write(lambda tx: tx.people.claim(bluesky("ann"), "ann_x", "post", NOW))
        assert "claim" in quittex("registry", "show", "did:plc:ann").stderr
        found = document(quittex("registry", "link", "x:7", "ann.bsky.social", "--json"))
        assert (found["x_id"], found["x_handle"], found["claim"]["id"]) == ("7", "ann_x", claim.id)
        assert document(quittex("claims", "list", "--all", "--json"))[0]["state"] == "accepted"
        gone = document(quittex("registry", "unlink", "did:plc:ann", "--json"))
        assert (gone["x_id"], gone["accounts"]) == ("7", [])

    def test_a_stronger_proof_is_not_overruled(self, quittex: Quittex, bring: Bring) -> None:
        bring(USERS)
        result = quittex("registry", "link", "x:9", "bob")
        assert result.exit_code == 1 and "unlink it first" in result.stderr
        assert set(everybody(quittex)) == {"1", "2"}

    @pytest.mark.parametrize("words", [("bob", "x:7"), ("x:@ann", "bob"), ("x:7", "x:8"), ("7", "bob"), ("x:7", "b b")])
    def test_link_says_what_it_takes(self, quittex: Quittex, words: tuple[str, str]) -> None:
        result = quittex("registry", "link", *words)
        assert result.exit_code == 2 and result.stderr.count("\n") == 1

    def test_a_handle_alone_waits_to_be_seen(self, quittex: Quittex, write: Any) -> None:
        assert "(waits to be seen)" in quittex("registry", "link", "x:7", "ann").stdout
        write(lambda tx: tx.people.resolve(Platform.BLUESKY, "ann.bsky.social", bluesky("ann"), NOW))
        assert "waits" not in quittex("registry", "show", "x:7").stdout

    def test_why_somebody_is_told_to_nobody_is_shown(self, quittex: Quittex, bring: Bring, write: Any) -> None:
        bring(USERS)
        write(lambda tx: tx.people.hold(Account(Platform.BLUESKY, "did:plc:bob"), "dispute:3", NOW))
        assert "held, told to nobody: dispute:3" in quittex("registry", "show", "bob").stdout

    def test_silence_is_shown(self, quittex: Quittex, bring: Bring, write: Any) -> None:
        bring(USERS)
        write(lambda tx: tx.people.silence(Account(Platform.BLUESKY, "did:plc:bob"), True, NOW))
        assert "asked for silence" in quittex("registry", "show", "bob").stdout


def test_a_database_nobody_made_yet_is_one_line(quittex: Quittex) -> None:
    for words in (("show", "x:1"), ("export",), ("batches",)):
        result = quittex("registry", *words)
        assert result.exit_code == 1 and "there is no database yet" in result.stderr
