"""Reading: of one moment, without a trace, and light enough for a command."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.errors import StorageError, WrongKey
from bot.storage import snapshot
from bot.storage.sqlite import engine
from bot.storage.sqlite.snapshot import open_readonly
from tests.storage.builders import NOW
from tests.storage.conftest import Opener

_GENERATIONS = """
SELECT value FROM main.meta WHERE key = 'generation' UNION ALL SELECT value FROM graph.meta WHERE key = 'generation'
"""


async def test_a_command_reads_beside_a_running_bot(opener: Opener, database: Path) -> None:
    store = await opener()
    await store.write(lambda tx: tx.set_meta("a", "b"))
    with pytest.raises(StorageError, match="cannot be written"), snapshot(f"sqlite:{database}") as view:
        assert view.get_meta("a") == "b"
        view.set_meta("a", "c")


async def test_what_cannot_be_read_is_one_line(opener: Opener, database: Path) -> None:
    with pytest.raises(StorageError, match="no database yet"), snapshot(database):
        pass
    database.touch()
    with pytest.raises(StorageError, match="empty"), snapshot(database):
        pass
    database.write_bytes(b"x" * 5000)
    with pytest.raises(StorageError, match="not an SQLite database"), snapshot(database):
        pass


async def test_a_missing_graph_and_a_folder_are_one_line(opener: Opener, database: Path, tmp_path: Path) -> None:
    await (await opener()).close()
    engine.graph_path(database).unlink()
    with pytest.raises(StorageError, match=r"graph\.db: it is missing: restore it from a backup$"), snapshot(database):
        pass
    with pytest.raises(StorageError, match="it is a folder, not a database"), snapshot(tmp_path):
        pass


async def test_connections_are_kept_for_the_next_reader(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def counting(path: Path) -> engine.Connection:
        opened.append(open_readonly(path))
        return opened[-1]

    monkeypatch.setattr("bot.storage.sqlite.snapshot.open_readonly", counting)
    store = await opener()
    for _ in range(20):
        await store.read(lambda tx: tx.get_meta("a"))
    assert len(opened) == 1


async def test_it_waits_for_the_second_file_of_a_commit(opener: Opener, database: Path) -> None:
    await (await opener(role="command")).close()
    writer = engine.connect(database)
    engine.attach_graph(writer, database)
    writer.execute("UPDATE main.meta SET value = '7' WHERE key = 'generation'")
    late = threading.Timer(0.02, writer.execute, ["UPDATE graph.meta SET value = '7' WHERE key = 'generation'"])
    late.start()
    with snapshot(database) as view:
        rows = view.session.execute(_GENERATIONS).fetchall()  # type: ignore[attr-defined]
    late.join()
    writer.close()
    assert rows == [("7",), ("7",)]


async def test_a_reader_has_no_key(opener: Opener) -> None:
    await opener()
    store = await opener(role="reader")
    with pytest.raises(StorageError, match="no key"):
        await store.read(lambda tx: tx.graph.replace_list(1, 0, "s", [1], NOW))


async def test_a_view_of_who_writes_has_the_key(opener: Opener) -> None:
    store = await opener()
    assert len(await store.read(lambda view: view.graph.blind([3, 1, 3]))) == 2
    with pytest.raises(StorageError, match="cannot be written"):
        await store.read(lambda view: view.graph.replace_list(1, 0, "s", [1], NOW))


async def test_with_the_key_it_compares_lists_and_writes_nothing(
    opener: Opener, database: Path, key_file: Path, tmp_path: Path
) -> None:
    store = await opener()
    person = (await store.write(lambda tx: tx.people.register(1, "", "", NOW))).id
    await store.write(lambda tx: tx.graph.replace_list(person, 0, "s", [2, 3], NOW))
    with snapshot(database, key_file) as view:
        change = view.graph.compare_list(person, 0, "s", [3, 4, 5])
        assert (change.count, change.added, change.removed) == (3, 2, 1)
    with pytest.raises(StorageError, match="cannot be written"), snapshot(database, key_file) as view:
        view.graph.replace_list(person, 0, "s", [3], NOW)
    another = tmp_path / "another.key"
    another.write_text("ab" * 32)
    with pytest.raises(WrongKey), snapshot(database, another) as view:
        view.graph.compare_list(person, 0, "s", [3])


async def test_both_files_are_of_one_moment(opener: Opener, database: Path) -> None:
    """A file that was put back alone is still read: the next writer mends it."""
    store = await opener()
    connection = engine.connect(engine.graph_path(database))
    connection.execute("UPDATE meta SET value = '77' WHERE key = 'generation'")
    connection.close()
    assert await store.read(lambda tx: tx.tallies.now()["people"]) == 0


async def test_reading_loads_next_to_nothing(opener: Opener, database: Path) -> None:
    await opener()
    code = (
        "import sys; from bot.storage import snapshot\n"
        "with snapshot(sys.argv[1]) as view: view.tallies.now(), view.outbox.rows()\n"
        "print({'asyncio', 'sqlite_utils', 'cryptography', 'pydantic', 'msgspec', 'numpy'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code, database], capture_output=True, text=True, check=True).stdout
    assert shown == "set()\n"
