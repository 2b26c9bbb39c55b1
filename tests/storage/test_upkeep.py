"""Index work beside a running bot: in a process of its own, or on its writer's thread where SQLite is too old."""

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from bot.errors import AlreadyRunning, BotError, StorageError
from bot.storage import upkeep
from bot.storage.sqlite import engine, rekeying, steps
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.index_lock import index_lock
from bot.storage.sqlite.keys import load_keys
from bot.storage.sqlite.tidying import Tidied, due
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.conftest import Opener
from tests.storage.indexed import indexed, listed
from tests.storage.indexing import people

OLD = (3, 40, 1)


@pytest.fixture
async def bot(opener: Opener) -> SqliteStore:
    store = await opener()
    await store.write(bring)  # type: ignore[arg-type]
    return store


def bring(tx: SqliteTransaction) -> None:
    for person in people(tx):
        tx.graph.replace_list(person, 0, "s", range(1, 20), NOW)


async def right(store: SqliteStore) -> bool:
    return await store.write(lambda tx: indexed(tx.session) == listed(tx.session))  # type: ignore[attr-defined]


async def test_beside_a_bot_it_is_another_process(bot: SqliteStore, database: Path, key_file: Path) -> None:
    assert await upkeep.tidy_beside(bot, database, key_file, 6) == Tidied()
    assert await upkeep.tidy_beside(bot, f"sqlite:{database}", key_file, 5) == Tidied(merged=95)
    assert not due(database, 1) and await right(bot)


async def test_that_process_is_us_and_hears_no_secret(
    bot: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = database.with_name("strange")
    (strange / "bot").mkdir(parents=True)
    (strange / "bot" / "__init__.py").write_text("raise SystemExit('somebody else')")
    monkeypatch.chdir(strange)
    monkeypatch.setenv("PYTHONPATH", os.pathsep)
    monkeypatch.setenv("QUITTEX_PASSWORD", "secret")
    start, heard = asyncio.create_subprocess_exec, dict[str, str]()

    async def noted(*words: str, env: dict[str, str], **more: Any) -> asyncio.subprocess.Process:
        heard.update(env)
        return await start(*words, env=env, **more)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    assert await upkeep.tidy_beside(bot, database, key_file, 1) == Tidied(merged=95)
    assert "PATH" in heard and "secret" not in heard.values()


async def test_what_goes_wrong_there_is_one_line_here(bot: SqliteStore, database: Path, key_file: Path) -> None:
    with steps.index_connection(database) as connection, steps.immediate(connection):
        connection.execute("UPDATE graph.unmerged SET epoch = 0")
    key_file.write_text("nonsense")
    with pytest.raises(StorageError, match=r"does not hold a key.*put back your copy of the key file$"):
        await upkeep.tidy_beside(bot, database, key_file, 1)


async def test_a_bot_that_stops_ends_the_process(
    bot: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, process, started = asyncio.create_subprocess_exec, [], asyncio.Event()

    async def noted(*words: str, **more: object) -> asyncio.subprocess.Process:
        process.append(await start("sleep", "100", **more))  # type: ignore[arg-type]
        started.set()
        return process[0]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(upkeep.tidy_beside(bot, database, key_file, 1))
        await started.wait()
        task.cancel()
    assert process[0].returncode == -9


async def test_where_sqlite_is_old_it_is_the_writer(
    bot: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "VERSION", OLD)
    monkeypatch.setattr(steps, "GENTLE", steps.Pace(0.0, 0.0))
    with index_lock(database):
        assert await upkeep.tidy_beside(bot, database, key_file, 1) == Tidied()
    assert await upkeep.tidy_beside(bot, database, key_file, 1) == Tidied(merged=95)
    assert not due(database, 1) and await right(bot)
    for work in (upkeep.rekey, upkeep.rebuild):
        with pytest.raises(AlreadyRunning):
            work(database, key_file)
    assert upkeep.check(database, key_file).same
    await bot.close()
    assert upkeep.rekey(database, key_file) == 2
    assert upkeep.rebuild(database, key_file).wrong is False


async def test_where_sqlite_is_old_it_also_finishes_a_change_of_the_key(
    bot: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deadly(*_: object) -> None:
        raise StorageError("killed")

    with monkeypatch.context() as patched, pytest.raises(StorageError, match="killed"):
        patched.setattr(rekeying, "_finish", deadly)
        upkeep.rekey(database, key_file)
    monkeypatch.setattr(engine, "VERSION", OLD)
    monkeypatch.setattr(steps, "GENTLE", steps.Pace(0.0, 0.0))
    assert due(database)
    await upkeep.tidy_beside(bot, database, key_file)
    assert not due(database) and await right(bot)
    with steps.index_connection(database) as connection:
        assert not rekeying.unfinished(connection)
        assert connection.execute("SELECT DISTINCT epoch FROM graph.archive").fetchall() == [(2,)]
        assert steps.get(connection, "edge_epoch") == "2"


async def test_a_command_does_it_by_itself(bot: SqliteStore, database: Path, key_file: Path) -> None:
    assert upkeep.tidy(database, key_file, 6) == Tidied()
    assert upkeep.tidy(database, key_file, 5) == Tidied(merged=95)
    told: list[str] = []
    assert upkeep.rekey(database, key_file, lambda what, _: told.append(what)) == len(load_keys(key_file)) == 2
    assert upkeep.rebuild(database, key_file, lambda what, _: told.append(what)).right == 20
    assert upkeep.check(database, key_file, lambda what, _: told.append(what)).same
    assert set(told) == {"moving lists", "building", "comparing pairs", "comparing edges"}
    copy = database.with_name("copy.db")
    assert upkeep.backup_database(database, copy) == [copy, database.with_name("copy-graph.db")]
    upkeep.backup_key(key_file, database.with_name("copy.key"))
    assert await right(bot)


async def test_one_that_never_ends_is_not_waited_for(
    bot: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "PATIENCE_SECONDS", 0.0)
    with index_lock(database), pytest.raises(BotError, match="under way"):
        upkeep.check(database, key_file)


def test_without_a_database_nothing_is_made(database: Path, key_file: Path) -> None:
    for work in (upkeep.check, upkeep.tidy):
        with pytest.raises(StorageError):
            work(database, key_file)
    with pytest.raises(StorageError, match="no database yet"):
        upkeep.backup_database(database, database.with_name("copy.db"))
    assert not database.exists()
