"""Databases of every age: brought up to date once, copied before, and refused when they are not ours to change."""

import asyncio
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from bot.errors import AlreadyRunning, StorageError
from bot.storage import inspect_version, open_store, snapshot
from bot.storage.sqlite import engine, migrations
from tests.storage.builders import NEW_ENOUGH
from tests.storage.conftest import Opener

FIRST = "CREATE TABLE a (x INTEGER) STRICT;\nCREATE TABLE b (x TEXT DEFAULT ';') STRICT; -- done;\n"
SECOND = "ALTER TABLE a ADD COLUMN y INTEGER;\n"


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "main-0001.sql").write_text(FIRST)
    return folder


def migrate(path: Path, schema: Path) -> list[str]:
    """Bring `path` up to date; the steps that were applied."""
    engine.create_file(path)
    connection = engine.connect(path)
    try:
        steps = migrations.pending(connection, migrations.known_steps("main", schema), path)
        if steps:
            migrations.apply(connection, steps, path)
    finally:
        connection.close()
    return [step.name for step in steps]


def test_steps_are_applied_once(database: Path, schema: Path) -> None:
    assert migrate(database, schema) == ["main-0001"]
    assert migrate(database, schema) == []
    (schema / "main-0002.sql").write_text(SECOND)
    assert migrate(database, schema) == ["main-0002"]


def test_a_database_with_something_in_it_is_copied_first(database: Path, schema: Path) -> None:
    migrate(database, schema)
    connection = engine.connect(database)
    connection.execute("INSERT INTO a VALUES (42)")
    connection.close()
    assert not list(database.parent.glob("*.before-*")), "an empty one is not"
    (schema / "main-0002.sql").write_text(SECOND)
    migrate(database, schema)
    copy = database.with_name("quittex.db.before-main-0002")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    kept = engine.connect(copy, readonly=True)
    assert kept.execute("SELECT * FROM a").fetchall() == [(42,)]
    kept.close()


def test_a_step_that_fails_leaves_nothing_behind(database: Path, schema: Path) -> None:
    migrate(database, schema)
    (schema / "main-0002.sql").write_text(
        "CREATE TABLE half (x INTEGER) STRICT;\nALTER TABLE none ADD COLUMN y INTEGER;\n"
    )
    with pytest.raises(StorageError):
        migrate(database, schema)
    connection = engine.connect(database)
    assert connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'").fetchall() == []
    connection.close()


def test_an_edited_step_is_noticed(database: Path, schema: Path) -> None:
    migrate(database, schema)
    (schema / "main-0001.sql").write_text(FIRST + "-- better\n")
    with pytest.raises(StorageError, match="not the one it was made with"):
        migrate(database, schema)


def test_a_newer_database_is_refused(database: Path, schema: Path) -> None:
    (schema / "main-0002.sql").write_text(SECOND)
    migrate(database, schema)
    (schema / "main-0002.sql").unlink()
    with pytest.raises(StorageError, match="newer release"):
        migrate(database, schema)


def test_a_newer_database_without_our_hashes_is_refused(database: Path, schema: Path) -> None:
    (schema / "main-0002.sql").write_text(SECOND)
    migrate(database, schema)
    (schema / "main-0002.sql").unlink()
    connection = engine.connect(database)
    connection.execute("DELETE FROM migration_hash WHERE name = 'main-0002'")
    connection.close()
    with pytest.raises(StorageError, match=r"newer release \(main-0002\)"):
        migrate(database, schema)


def test_a_file_whose_first_step_has_just_begun_is_ours(database: Path, schema: Path) -> None:
    engine.create_file(database)
    connection = engine.connect(database)
    Migrations("nothing").apply(Database(connection, execute_plugins=False))
    connection.close()
    assert migrate(database, schema) == ["main-0001"]


async def test_somebody_elses_database_is_refused(opener: Opener, database: Path) -> None:
    engine.create_file(database)
    connection = engine.connect(database)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(StorageError, match="another program"):
        await opener()
    with pytest.raises(StorageError, match="another program"):
        inspect_version(database)


def test_one_migrates_at_a_time(database: Path) -> None:
    let_in = threading.Event()

    def second() -> None:
        with migrations.alone(database):
            let_in.set()

    thread = threading.Thread(target=second)
    with migrations.alone(database):
        thread.start()
        assert not let_in.wait(0.2)
    assert let_in.wait(10)
    thread.join()


def test_three_processes_at_once_all_succeed(database: Path, key_file: Path) -> None:
    code = (
        "import asyncio, sys\nfrom bot.storage import open_store\n"
        "async def main():\n"
        "    store = await open_store(sys.argv[1], sys.argv[2], role='command')\n"
        "    await store.write(lambda tx: tx.set_meta(sys.argv[3], 'was here'))\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
    )
    arguments = [sys.executable, "-W", "error", "-c", NEW_ENOUGH + code, str(database), str(key_file)]
    started = [subprocess.Popen([*arguments, str(n)], stderr=subprocess.PIPE) for n in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in started] == [(b"", 0)] * 3
    with snapshot(database) as view:
        assert [view.get_meta(str(n)) for n in range(3)] == ["was here"] * 3


async def test_versions_tell_what_is_missing(opener: Opener, database: Path) -> None:
    await opener()
    found = inspect_version(database)
    assert found.applied == found.known > 0
    connection = engine.connect(database)
    last = migrations.known_steps("main")[-1].name
    connection.execute("DELETE FROM migration_hash WHERE name = ?", (last,))
    connection.close()
    assert inspect_version(database).applied == found.known - 1
    with pytest.raises(StorageError, match="older release"), snapshot(database):
        pass


def test_a_command_does_not_migrate_beside_a_running_bot(database: Path, key_file: Path) -> None:
    """The bot is another process here: its own may of course migrate."""
    bot = subprocess.Popen(
        [sys.executable, "-c", RUNNING_BOT, str(database), str(key_file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert bot.stdout and bot.stdout.readline()
    connection = engine.connect(database)
    last = migrations.known_steps("main")[-1].name
    connection.execute("DELETE FROM migration_hash WHERE name = ?", (last,))
    connection.close()
    with pytest.raises(AlreadyRunning) as caught:
        asyncio.run(open_store(database, key_file, role="command"))
    assert caught.value.pid == bot.pid
    bot.communicate(b"\n")


RUNNING_BOT = """
import asyncio, sys
from bot.storage import open_store
async def main():
    store = await open_store(sys.argv[1], sys.argv[2], role="bot")
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    await store.close()
asyncio.run(main())
"""
