"""quittex graph: what an admin types, and what comes of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.storage.sqlite.keys import load_keys
from tests.cli.conftest import Quittex
from tests.imported import bring, person
from tests.storage.builders import NOW, bluesky

Write = Callable[[Callable[[Any], Any]], Any]


def fill(tx: Any) -> None:
    bring(tx, *(person(x_id, bluesky(f"p{x_id}")) for x_id in range(1, 6)))
    tx.graph.replace_list(1, 0, "s", [2, 3, 20], NOW)
    tx.graph.replace_list(2, 1, "s", [1], NOW)


def spoil(tx: Any) -> None:
    tx.session.execute("DELETE FROM graph.match WHERE 3 IN (person, other)")
    tx.session.execute("INSERT INTO graph.edge VALUES (77, 2)")


def test_check_tells_and_rebuild_puts_right(quittex: Quittex, write: Write) -> None:
    write(fill)
    found = quittex("graph", "check")
    assert (found.exit_code, found.stdout.splitlines()) == (
        0, ["edges: 4 right, 0 missing, 0 too many", "pairs: 3 right, 0 missing, 0 too many, 0 half"]
    )  # fmt: skip
    write(spoil)
    found = quittex("graph", "check", "--json")
    assert found.exit_code == 1 and json.loads(found.stdout) == {
        "same": False,
        "edges": {"right": 4, "missing": 0, "extra": 1},
        "pairs": {"right": 2, "missing": 1, "extra": 0, "half": 0},
    }
    assert "graph rebuild" in quittex("graph", "check").stdout
    assert quittex("graph", "rebuild").stdout == "done: of the pairs 2 were right, 1 missing, 0 too many, 0 half\n"
    assert quittex("graph", "check").exit_code == 0
    again = json.loads(quittex("graph", "rebuild", "--json").stdout)
    assert again == {"pairs": {"right": 3, "missing": 0, "extra": 0, "half": 0}}


def test_rekey_puts_a_key_on_top(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    write(fill)
    before = quittex("matches", "x:1", "--json").stdout
    assert json.loads(quittex("graph", "rekey", "--json").stdout) == {"keys": 2}
    assert "3 keys" in quittex("graph", "rekey").stdout
    assert len(load_keys(tmp_path / "data" / "pseudonym.key")) == 3
    assert quittex("matches", "x:1", "--json").stdout == before
    assert quittex("graph", "check").exit_code == 0


def test_without_a_database_check_is_one_line_and_exit_1(quittex: Quittex) -> None:
    found = quittex("graph", "check")
    assert found.exit_code == 1 and found.stderr.count("\n") == 1 and "no database yet" in found.stderr


def test_another_key_is_refused(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    write(fill)
    (tmp_path / "data" / "pseudonym.key").write_text("ab" * 32)
    for word in ("check", "rekey", "rebuild"):
        found = quittex("graph", word)
        assert found.exit_code == 2 and found.stderr.count("\n") == 1, word
