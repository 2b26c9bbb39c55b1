"""Long lists of somebody who is erased leave the index bit by bit, and every answer at once."""

from pathlib import Path
from random import Random

import pytest

from bot.storage.sqlite import building, edges, erased, parts, steps
from bot.storage.sqlite.building import build
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.erased import erasing, whos
from bot.storage.sqlite.merging import merge
from bot.storage.sqlite.rebuilding import check
from bot.storage.sqlite.rekeying import keys_of, rekey
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.tidying import tidy
from bot.storage.sqlite.transaction import SqliteTransaction
from bot.storage.sqlite.writer import Writer
from tests.storage.builders import NOW, FixedClock
from tests.storage.conftest import Opener
from tests.storage.indexed import indexed, listed
from tests.storage.indexing import brings, people, pieces, small

ANN, BOB = 1, 2


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    monkeypatch.setattr(steps, "GENTLE", steps.Pace(0.0, 0.0))
    monkeypatch.setattr(erased, "EDGES_AT_ONCE", 3)
    monkeypatch.setattr(building, "EMPTIED_AT_ONCE", 3)
    monkeypatch.setattr(parts, "PART_EDGES", 8)


@pytest.fixture
def lazy(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The writer takes nothing out."""
    monkeypatch.setattr(Writer, "_erase", lambda self: False)
    return monkeypatch


def left(session: Session) -> int:
    return int(session.execute("SELECT count(*) FROM graph.edge WHERE who >> 1 = ?", (ANN,)).fetchone()[0])


async def bring(store: SqliteStore, database: Path, key_file: Path) -> None:
    """Two people with long lists, in the index."""

    def work(tx: SqliteTransaction) -> None:
        for person in people(tx, 2):
            tx.graph.replace_list(person, 0, "s", range(1, 30), NOW)

    await store.write(work)  # type: ignore[arg-type]
    tidy(database, key_file, 1)


async def remaining(store: SqliteStore) -> int:
    return await store.write(lambda tx: left(tx.session))  # type: ignore[attr-defined]


async def test_the_erasure_takes_out_little_and_is_answered_with_at_once(
    opener: Opener, database: Path, key_file: Path, clock: FixedClock, lazy: pytest.MonkeyPatch
) -> None:
    store = await opener()
    await bring(store, database, key_file)

    def work(tx: SqliteTransaction) -> None:
        tx.people.remove(ANN)
        assert left(tx.session) == 29 - erased.ROWS_AT_FIRST * 3 and whos(tx.session.connection) == {ANN * 2}
        assert [edges.named_by(tx.session, x_id) for x_id in (1, 29)] == [[BOB * 2]] * 2
        assert not tx.session.execute("SELECT 1 FROM graph.archive WHERE person = ?", (ANN,)).fetchone()

    await store.write(work)  # type: ignore[arg-type]
    assert check(database, key_file, clock).same and await remaining(store)
    rekey(database, key_file)
    assert check(database, key_file, clock).same


async def test_the_writer_takes_out_the_rest_while_it_works(opener: Opener, database: Path, key_file: Path) -> None:
    store = await opener()
    await bring(store, database, key_file)
    await store.write(lambda tx: tx.people.remove(ANN))
    while await remaining(store):
        pass
    assert await store.write(lambda tx: indexed(tx.session) == listed(tx.session) != set())  # type: ignore[attr-defined]


async def test_one_that_ends_takes_out_the_rest(opener: Opener, database: Path, key_file: Path) -> None:
    command = await opener(role="command")
    await bring(command, database, key_file)
    await command.write(lambda tx: tx.people.remove(ANN))
    await command.close()
    with steps.index_connection(database) as connection:
        assert connection.execute("SELECT DISTINCT who FROM graph.edge").fetchall() == [(BOB * 2,)]
        assert not whos(connection)


async def test_what_a_killed_one_left_is_taken_out_by_the_next(
    opener: Opener, database: Path, key_file: Path, lazy: pytest.MonkeyPatch
) -> None:
    killed = await opener()
    await bring(killed, database, key_file)
    await killed.write(lambda tx: tx.people.remove(ANN))
    await killed.close()
    lazy.undo()
    await (await opener(role="command")).close()
    with steps.index_connection(database) as connection:
        assert connection.execute("SELECT DISTINCT who FROM graph.edge").fetchall() == [(BOB * 2,)]


async def test_an_old_key_does_not_stay_there(
    opener: Opener, database: Path, key_file: Path, lazy: pytest.MonkeyPatch
) -> None:
    store = await opener()
    await bring(store, database, key_file)
    await store.write(lambda tx: tx.people.remove(ANN))
    rekey(database, key_file)
    with steps.index_connection(database) as connection:
        assert connection.execute("SELECT DISTINCT epoch FROM graph.erased").fetchall() == [(2,)]
        keys = keys_of(connection, key_file)
        steps.drive(connection, iter([erasing(keys)]))
        assert connection.execute("SELECT DISTINCT who FROM graph.edge").fetchall() == [(BOB * 2,)]


@pytest.mark.parametrize("seed", range(4))
def test_in_the_middle_of_index_work_nothing_comes_back(
    seed: int, tx: SqliteTransaction, session: Session, database: Path
) -> None:
    chance, persons = Random(seed), people(tx)
    for turn in range(4):
        for _ in range(12):
            brings(tx, chance.choice(persons), chance)
        work = (merge(session.connection, lambda: session.pseudonyms, lambda _: None),
                build(session.connection, database, lambda: session.pseudonyms, lambda _: None))[turn % 2]  # fmt: skip
        for _ in pieces(session, work):
            if chance.random() < 0.1:
                tx.people.remove(persons.pop())
                persons.insert(0, tx.people.register(None, "", "", NOW).id)
            if chance.random() < 0.3:
                erasing(lambda: session.pseudonyms)(session.connection, lambda: True)
            assert indexed(session) == listed(session)
    erasing(lambda: session.pseudonyms)(session.connection, lambda: False)
    assert not whos(session.connection) and indexed(session) == listed(session)
