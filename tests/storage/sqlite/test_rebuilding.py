"""`check` tells what is wrong and touches nothing; after `rebuild` it finds nothing and the Tallies are exact."""

from pathlib import Path

import pytest

from bot.storage.sqlite import steps
from bot.storage.sqlite.checking import Edges
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.rebuilding import Compared, Pairs, check, rebuild
from bot.storage.sqlite.rekeying import both_files
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
        tx.graph.replace_list(2, 1, "s", [1, 21], NOW)

    await store.write(work)  # type: ignore[arg-type]
    return store


async def test_beside_a_bot_what_is_wrong_is_told_and_put_right(
    bot: SqliteStore, database: Path, key_file: Path, clock: FixedClock
) -> None:
    told: list[tuple[str, float]] = []
    assert check(database, key_file, clock, lambda *news: told.append(news)) == Compared(Edges(5), Pairs(3))
    assert {what for what, _ in told} == {"comparing edges", "comparing pairs"} and told[-1][1] == 1.0
    right = await bot.read(lambda tx: tx.tallies.now())
    with both_files(database) as connection, steps.immediate(connection):
        connection.execute("DELETE FROM graph.match WHERE 3 IN (person, other)")
        connection.execute("INSERT INTO graph.match VALUES (4, 5, 1), (5, 4, 8)")
        connection.execute("INSERT INTO graph.edge VALUES (77, 2)")
        connection.execute("DELETE FROM graph.unmerged WHERE who = 5")
    wrong = Compared(Edges(3, 2, 1), Pairs(2, 1, 1))
    assert check(database, key_file, clock) == wrong and not wrong.same
    assert check(database, key_file, clock) == wrong
    told.clear()
    assert rebuild(database, key_file, clock, lambda *news: told.append(news)) == Pairs(2, 1, 1)
    assert {what for what, _ in told} == {"building", "comparing pairs"} and told[-1][1] == 1.0
    assert check(database, key_file, clock) == Compared(Edges(5), Pairs(3)) and Compared().same
    assert await bot.read(lambda tx: tx.tallies.now()) == right
    assert await bot.write(lambda tx: tx.tallies.recount()) == {name: right.get(name, 0) for name in right}
