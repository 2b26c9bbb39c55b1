"""What waits is merged when it is worth it, built where that is quicker, and what was killed is gone on with."""

from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage.sqlite import steps, tidying
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.index_lock import index_lock
from bot.storage.sqlite.steps import put
from bot.storage.sqlite.tidying import Tidied, due, tidy
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.conftest import Opener
from tests.storage.indexed import indexed, listed
from tests.storage.indexing import people


async def bring(store: SqliteStore, *lists: tuple[int, str, list[int]]) -> None:
    def work(tx: SqliteTransaction) -> None:
        for person, source, x_ids in lists:
            tx.graph.replace_list(person, 0, source, x_ids, NOW)

    await store.write(work)  # type: ignore[arg-type]


@pytest.fixture
async def bot(opener: Opener) -> SqliteStore:
    store = await opener()
    await store.write(lambda tx: people(tx))  # type: ignore[arg-type]
    return store


async def right(store: SqliteStore) -> bool:
    return await store.write(lambda tx: indexed(tx.session) == listed(tx.session))  # type: ignore[attr-defined]


async def test_it_waits_until_there_is_enough(bot: SqliteStore, database: Path, key_file: Path) -> None:
    assert not due(database, 1)
    await bring(bot, (1, "s", [2, 3]), (2, "s", [3]))
    assert not due(database, 3) and due(database, 2)
    assert tidy(database, key_file, 3) == Tidied()
    assert tidy(database, key_file, 2) == Tidied(merged=3)
    assert not due(database, 1) and await right(bot)


async def test_most_of_all_is_built(
    bot: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "MANY", 2)
    await bring(bot, (1, "s", [2, 3]), (2, "s", [3]))
    assert tidy(database, key_file, 2) == Tidied(built=True)
    await bring(bot, (1, "s", [2, 3, 4]), (2, "s", []))
    assert tidy(database, key_file, 2) == Tidied(built=True)
    await bring(bot, *((n, "s", list(range(1, 30))) for n in range(1, 6)))
    assert tidy(database, key_file, 2).built
    await bring(bot, (1, "s", [1]), (2, "s", list(range(1, 31))))
    assert tidy(database, key_file, 2) == Tidied(merged=29)
    assert await right(bot)


async def test_what_was_killed_is_gone_on_with(
    bot: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "MANY", 1)
    await bring(bot, (1, "s", [2, 3]))
    for survived in range(6):
        left = survived

        def deadly(hold: float) -> steps.Enough:
            nonlocal left
            left -= 1
            if left < 0:
                raise StorageError("killed")
            return lambda: True

        with monkeypatch.context() as patched:
            patched.setattr(steps, "timer", deadly)
            try:
                tidy(database, key_file, 1)
            except StorageError:
                assert due(database, 1)
        assert await right(bot)
    tidy(database, key_file, 1)
    assert not due(database, 1) and await right(bot)


async def test_an_unfinished_rekey_is_finished(bot: SqliteStore, database: Path, key_file: Path) -> None:
    await bring(bot, (1, "s", [2, 3]))
    with steps.index_connection(database) as connection:
        put(connection, "rekeying", "1")
    assert due(database, 1000)
    assert tidy(database, key_file, 1000) == Tidied()
    assert not due(database, 1000)


async def test_files_that_a_killed_check_left_are_removed(bot: SqliteStore, database: Path, key_file: Path) -> None:
    folder = database.with_name("quittex-graph.db.parts")
    folder.mkdir()
    (folder / "0").write_bytes(b"edges")
    assert due(database, 1)
    with index_lock(database):
        tidy(database, key_file)
    assert folder.exists()
    tidy(database, key_file)
    assert not folder.exists() and not due(database, 1)


async def test_only_one_is_at_it(bot: SqliteStore, database: Path, key_file: Path) -> None:
    await bring(bot, (1, "s", [2, 3]))
    with index_lock(database):
        assert tidy(database, key_file, 1) == Tidied()
    assert tidy(database, key_file, 1) == Tidied(merged=2)


def test_no_database_is_one_line(database: Path) -> None:
    with pytest.raises(StorageError, match="missing"):
        due(database)
