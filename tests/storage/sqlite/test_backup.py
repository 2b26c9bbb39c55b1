"""Both files as of one moment, nothing overwritten, and what is restored from them starts and answers."""

import asyncio
import shutil
import stat
from pathlib import Path

import pytest

from bot.domain.accounts import Platform
from bot.errors import InputError, StorageError, WrongKey
from bot.storage import open_store
from bot.storage.sqlite import backup, engine
from bot.storage.sqlite.backup import backup_database, backup_key
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import bring, person
from tests.storage.builders import NOW, FixedClock, bluesky
from tests.storage.conftest import Opener


@pytest.fixture
async def bot(opener: Opener) -> SqliteStore:
    store = await opener()

    def work(tx: SqliteTransaction) -> None:
        bring(tx, *(person(x_id, bluesky(f"p{x_id}")) for x_id in range(1, 6)))
        tx.graph.replace_list(1, 0, "s", [2, 3, 20], NOW)

    await store.write(work)  # type: ignore[arg-type]
    return store


async def test_what_is_restored_starts_and_answers(
    bot: SqliteStore, database: Path, key_file: Path, clock: FixedClock, tmp_path: Path
) -> None:
    told: list[float] = []
    copy = tmp_path / "copy.db"
    files = await asyncio.to_thread(backup_database, database, copy, told.append)
    assert files == [copy, tmp_path / "copy-graph.db"] and told[-1] == 1.0
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600, 0o600]
    await bot.write(lambda tx: tx.graph.replace_list(1, 0, "s", [], NOW))
    await bot.close()
    await (await open_store(database, key_file, clock=clock)).close()
    for file in database.parent.glob("quittex*.db*"):
        if not file.name.endswith(".epoch"):
            file.unlink()
    shutil.copy(copy, database)
    shutil.copy(files[1], engine.graph_path(database))
    restored = await open_store(database, key_file, clock=clock)
    found = await restored.read(lambda tx: tx.graph.matches(1, Platform.BLUESKY, 1))
    assert restored.restored and found.total == 2
    await restored.close()


async def test_both_are_of_one_moment_while_the_bot_writes(
    bot: SqliteStore, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PAGES_AT_ONCE", 1)
    enough = asyncio.Event()

    async def write_on() -> None:
        number = 0
        while not enough.is_set():
            number += 1
            await bot.write(lambda tx, n=number: tx.graph.replace_list(1, 0, "s", range(2, 4 + n % 50), NOW))  # type: ignore[misc]

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(write_on())
        for number in range(3):
            await asyncio.to_thread(backup_database, database, tmp_path / f"{number}.db")
        enough.set()
    for number in range(3):
        generations = set()
        for file in (tmp_path / f"{number}.db", tmp_path / f"{number}-graph.db"):
            connection = engine.connect_bare(file)
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
            generations.add(connection.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone())
            connection.close()
        assert len(generations) == 1
    assert not list(tmp_path.glob("*.unfinished*")) and not list(tmp_path.glob("?.db-*"))


@pytest.mark.parametrize("name", ["copy.db", "copy-graph.db"])
async def test_nothing_is_overwritten(bot: SqliteStore, database: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(InputError, match="there already"):
        backup_database(database, tmp_path / "copy.db")
    assert (tmp_path / name).read_text() == "mine" and len(list(tmp_path.glob("copy*"))) == 1
    with pytest.raises(InputError, match="no such folder"):
        backup_database(database, tmp_path / "none" / "copy.db")
    with pytest.raises(InputError, match="there already"):
        backup_database(database, database)


async def test_one_that_was_killed_is_taken_for_none(
    bot: SqliteStore, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copy.db.unfinished").write_text("half of it")
    rename = Path.rename
    for last in ("copy-graph.db", "copy.db"):

        def full(self: Path, target: Path, last: str = last) -> Path:
            if target.name == last:
                raise OSError(28, "No space left on device")
            return rename(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", full)
            with pytest.raises(StorageError, match="cannot be written"):
                backup_database(database, tmp_path / "copy.db")
        assert not list(tmp_path.glob("copy*"))
    assert len(backup_database(database, tmp_path / "copy.db")) == 2


async def test_one_that_was_killed_between_its_two_files_is_taken_for_none(
    bot: SqliteStore, database: Path, tmp_path: Path
) -> None:
    copy, graph, unfinished = (tmp_path / name for name in ("copy.db", "copy-graph.db", "copy.db.unfinished"))
    backup_database(database, copy)
    copy.rename(unfinished)
    await bot.write(lambda tx: tx.graph.replace_list(1, 0, "s", [4], NOW))
    assert backup_database(database, copy) == [copy, graph] and not unfinished.exists()
    now = graph.read_bytes()
    for mine, half in ((b"mine", now), (now, b"half of it")):
        copy.unlink(missing_ok=True)
        graph.write_bytes(mine)
        unfinished.write_bytes(half)
        with pytest.raises(InputError, match="there already"):
            backup_database(database, copy)
        assert graph.read_bytes() == mine


async def test_the_key_is_copied_for_us_only(opener: Opener, key_file: Path, tmp_path: Path) -> None:
    await opener()
    backup_key(key_file, tmp_path / "copy.key")
    assert (tmp_path / "copy.key").read_text() == key_file.read_text()
    assert stat.S_IMODE((tmp_path / "copy.key").stat().st_mode) == 0o600
    with pytest.raises(InputError, match="there already"):
        backup_key(key_file, tmp_path / "copy.key")
    key_file.write_text("nonsense")
    with pytest.raises(WrongKey):
        backup_key(key_file, tmp_path / "other.key")
    assert not (tmp_path / "other.key").exists()
