"""The door to SQLite: its settings, and one clear line for each of its faults."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage.sqlite import engine
from tests.storage.conftest import Opener


def test_one_library_in_the_process() -> None:
    code = "import sys, bot.storage.sqlite.engine; print({'sqlite3', 'pysqlite3'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.count("sqlite3'") == 1


async def test_the_settings_hold_for_both_files(opener: Opener, database: Path) -> None:
    await opener()
    connection = engine.connect(database)
    engine.attach_graph(connection, database)
    for schema in ("main", "graph"):
        for name, value in {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}.items():
            assert connection.execute(f"PRAGMA {schema}.{name}").fetchone() == (value,), (schema, name)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("PRAGMA busy_timeout").fetchone() == (engine.BUSY_MILLISECONDS,)
    connection.close()


async def test_every_file_is_ours_alone(opener: Opener, tmp_path: Path) -> None:
    store = await opener()
    await store.read(lambda tx: tx.get_meta("a"))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert {"quittex.db", "quittex.db-wal", "quittex-graph.db", "pseudonym.key", "quittex.db.epoch"} <= modes.keys()
    assert set(modes.values()) == {0o600}


def test_creating_never_touches_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"mine")
    engine.create_file(path)
    assert path.read_bytes() == b"mine"


def test_a_file_without_a_database_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"not a database, but long enough to look like one" * 100)
    with pytest.raises(StorageError, match=r"a\.db: it is not an SQLite database"):
        engine.connect(path)
    with pytest.raises(StorageError, match="no database yet"):
        engine.open_existing(tmp_path / "none.db")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database or disk is full", "disk is full"),
        ("database disk image is malformed", "damaged"),
        ("attempt to write a readonly database", "cannot be written"),
        ("unable to open database file", "cannot be opened"),
        ("unable to open database: file:///x/q.db?mode=ro", "cannot be opened"),
        ("database is locked", "30 s"),
        ("disk I/O error", "disk gave an error"),
        ("UNIQUE constraint failed: inbox.uri", "UNIQUE constraint failed"),
    ],
)
def test_faults_in_our_words(said: str, told: str) -> None:
    line = str(engine.translated(engine.Fault(said), Path("q.db")))
    assert line.startswith("q.db: ") and told in line and "\n" not in line


def test_the_library_decides_how_many_may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    for version, safe in (((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 0), True)):
        monkeypatch.setattr(engine, "VERSION", version)
        assert engine.several_writers_are_safe() is safe


def test_few_pages_are_kept_where_that_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    for file in (path, engine.graph_path(path)):
        engine.create_file(file)
    connection = engine.connect(path)
    engine.attach_graph(connection, path)
    engine.keep_few_pages(connection)
    for schema in ("main", "graph"):
        assert connection.execute(f"PRAGMA {schema}.cache_size").fetchone() == (-engine.FEW_KIB,)
    connection.close()
