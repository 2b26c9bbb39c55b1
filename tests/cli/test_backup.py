"""quittex backup: what an admin types, and what comes of it."""

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import Quittex
from tests.cli.test_graph import fill

Write = Callable[[Callable[[Any], Any]], Any]


def test_the_database_is_two_files_and_never_the_key(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    write(fill)
    found = quittex("backup", "database", str(tmp_path / "copy.db"), "--json")
    files = [tmp_path / "copy.db", tmp_path / "copy-graph.db"]
    assert json.loads(found.stdout) == {"files": [{"path": str(f), "bytes": f.stat().st_size} for f in files]}
    key = (tmp_path / "data" / "pseudonym.key").read_bytes().strip()
    assert key not in files[0].read_bytes() + files[1].read_bytes()
    assert sorted(each.name for each in tmp_path.glob("copy*")) == ["copy-graph.db", "copy.db"]
    again = quittex("backup", "database", str(tmp_path / "copy.db"))
    assert again.exit_code == 2 and "nothing was overwritten" in again.stderr
    assert str(tmp_path / "more.db") in quittex("backup", "database", str(tmp_path / "more.db")).stdout


def test_the_key_is_one_file_for_us_only(quittex: Quittex, write: Write, tmp_path: Path) -> None:
    write(fill)
    found = quittex("backup", "key", str(tmp_path / "copy.key"))
    assert found.exit_code == 0 and "apart" in found.stdout
    assert stat.S_IMODE((tmp_path / "copy.key").stat().st_mode) == 0o600
    assert (tmp_path / "copy.key").read_text() == (tmp_path / "data" / "pseudonym.key").read_text()
    assert quittex("backup", "key", str(tmp_path / "copy.key")).exit_code == 2
    assert json.loads(quittex("backup", "key", str(tmp_path / "other.key"), "--json").stdout)["file"].endswith(
        "other.key"
    )


def test_there_must_be_something_to_copy(quittex: Quittex, tmp_path: Path) -> None:
    for what in ("database", "key"):
        found = quittex("backup", what, str(tmp_path / "copy"))
        assert found.exit_code == 1 and found.stderr.count("\n") == 1, what
    assert not list(tmp_path.glob("copy*"))
