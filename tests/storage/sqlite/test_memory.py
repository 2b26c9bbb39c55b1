"""What is known by heart is never more than what was kept."""

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.errors import WrongKey
from bot.storage.sqlite import engine, known, memory
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.pseudonyms import Pseudonyms
from bot.storage.sqlite.rekeying import rekey
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NEW_ENOUGH, NOW, bluesky
from tests.storage.conftest import Opener


def work(tx: SqliteTransaction, *x_ids: int) -> None:
    for x_id in x_ids:
        person = tx.people.register(x_id, "", "", NOW).id
        tx.people.link(person, bluesky(f"p{x_id}"), 4, "s", NOW)
        tx.graph.replace_list(person, 0, "s", [1, 2, 3], NOW)


async def matches(store: SqliteStore) -> int:
    return (await store.read(lambda tx: tx.tallies.now()))["matches"]


async def test_work_that_failed_is_forgotten(store: SqliteStore) -> None:
    def fail(tx: SqliteTransaction) -> None:
        work(tx, 2, 3)
        raise ZeroDivisionError

    await store.write(lambda tx: work(tx, 1))  # type: ignore[arg-type]
    with pytest.raises(ZeroDivisionError):
        await store.write(fail)  # type: ignore[arg-type]
    await store.write(lambda tx: work(tx, 3))  # type: ignore[arg-type]
    assert await matches(store) == 2
    await store.write(lambda tx: work(tx, 2))  # type: ignore[arg-type]
    assert await matches(store) == 6
    assert await store.read(lambda tx: tx.tallies.now()) == await store.read(lambda tx: tx.tallies.recount())


async def test_another_process_is_heard_of(opener: Opener) -> None:
    bot, command = await opener(), await opener(role="command")
    for number, store in enumerate((bot, command, bot, command), 1):
        await store.write(lambda tx, n=number: work(tx, n))  # type: ignore[misc]
    assert await matches(bot) == 4 * 3 - 3
    await command.write(lambda tx: tx.people.remove(tx.people.by_x(1).id))  # type: ignore[union-attr]
    await bot.write(lambda tx: work(tx, 5, 1))  # type: ignore[arg-type]
    assert await matches(bot) == 5 * 3 - 3


async def test_a_key_that_is_exchanged_under_a_running_bot_is_refused(opener: Opener, key_file: object) -> None:
    bot = await opener()
    key_file.write_text("11" * 32)  # type: ignore[attr-defined]
    with pytest.raises(WrongKey, match="not the key"):
        await bot.write(lambda tx: work(tx, 1))  # type: ignore[arg-type]


async def test_a_bot_of_many_people_is_ready_for_the_first_list(
    opener: Opener, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = await opener(role="command")
    await command.write(lambda tx: work(tx, 1, 2, 3))  # type: ignore[arg-type]
    connection = engine.connect(database)
    engine.attach_graph(connection, database)
    cold, warm = Memory(key_file), Memory(key_file)
    cold.warm(connection)
    assert cold.mark() == (None, None, None), "not worth it for a few"
    monkeypatch.setattr(memory, "_MANY", 3)
    warm.warm(connection)
    connection.close()
    assert len(warm.known) == 3 and warm.unmerged.state is not None
    assert len(warm.unmerged.state) == 9


LIGHT_WORK = """
import asyncio, sys
from bot.storage import open_store
async def main():
    store = await open_store(sys.argv[1], sys.argv[2], role="command")
    await store.write(lambda tx: (tx.people.settle_claim(1, "rejected", NOW), tx.outbox.get(1), tx.tallies.now()))
    await store.write(lambda tx: tx.people.remove(tx.people.find(Account(Platform.BLUESKY, "did:plc:p1")).id))
    await store.close()
    print({"numpy", "cryptography"} & set(sys.modules))
"""


async def test_who_needs_no_key_loads_none(opener: Opener, database: Path, key_file: Path) -> None:
    store = await opener()
    await store.write(lambda tx: tx.people.link(tx.people.register(None, "", "", NOW).id, bluesky("p1"), 4, "s", NOW))
    code = (
        NEW_ENOUGH
        + "from bot.domain.accounts import Account, Platform\nfrom tests.storage.builders import NOW\n"
        + LIGHT_WORK
        + "asyncio.run(main())\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, database, key_file, stdout=asyncio.subprocess.PIPE
    )
    assert (await process.communicate())[0] == b"set()\n"


async def test_after_another_key_the_registry_is_read_before_the_transaction(
    store: SqliteStore, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.write(lambda tx: work(tx, 1, 2))  # type: ignore[arg-type]
    real, read = known._load, list[bool]()

    def noted(connection: engine.Connection, keys: Pseudonyms) -> Any:
        read.append(connection.in_transaction)
        return real(connection, keys)

    monkeypatch.setattr(known, "_load", noted)
    rekey(database, key_file)
    await store.write(lambda tx: tx.people.register(3, "", "", NOW))
    assert read == [False]
    assert await matches(store) == 2
    await store.write(lambda tx: work(tx, 3))  # type: ignore[arg-type]
    assert await matches(store) == 6
