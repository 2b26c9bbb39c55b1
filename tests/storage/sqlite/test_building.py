"""An index built anew has what the lists have, takes the place of the old one at once, and is right all the while."""

from pathlib import Path
from random import Random

import pytest

from bot.storage.sqlite import all_lists, building, parts
from bot.storage.sqlite.building import build, clear, leftover, unfinished
from bot.storage.sqlite.keys import check_of
from bot.storage.sqlite.rekeying import add_key
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.steps import Work, get, put
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexed import indexed, listed
from tests.storage.indexing import brings, people, pieces, small


def building_of(session: Session, database: Path, told: list[float] | None = None) -> Work:
    return build(session.connection, database, lambda: session.pseudonyms, ([] if told is None else told).append)


def tables(session: Session) -> set[str]:
    return {name for (name,) in session.execute("SELECT name FROM graph.sqlite_schema WHERE name LIKE 'edge%'")}


def edges(session: Session) -> list[tuple[int, int]]:
    return session.execute("SELECT target, who FROM graph.edge").fetchall()


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    monkeypatch.setattr(parts, "PART_EDGES", 8)
    monkeypatch.setattr(all_lists, "EDGES_AT_ONCE", 5)
    monkeypatch.setattr(building, "EMPTIED_AT_ONCE", 3)


def test_the_new_index_is_that_of_the_lists(tx: SqliteTransaction, session: Session, database: Path) -> None:
    ann, bob, *_ = people(tx)
    tx.graph.replace_list(ann, 0, "s", range(1, 25), NOW)
    tx.graph.replace_list(ann, 0, "t", range(20, 30), NOW)
    tx.graph.replace_list(bob, 1, "s", range(5, 12), NOW)
    session.execute("INSERT INTO graph.edge VALUES (5, 2)")
    told: list[float] = []
    list(pieces(session, building_of(session, database, told)))
    assert sorted(edges(session)) == sorted(listed(session)) != []
    assert session.execute("SELECT count(*) FROM graph.unmerged").fetchone() == (0,)
    assert tables(session) == {"edge"} and not leftover(session.connection)
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 3
    assert not database.with_name("quittex-graph.db.parts").exists()


@pytest.mark.parametrize("seed", range(6))
def test_killed_after_any_transaction_and_with_lists_coming_in_between_it_is_right(
    seed: int, tx: SqliteTransaction, session: Session, database: Path
) -> None:
    chance, persons = Random(seed), people(tx)
    for _ in range(4):
        for _ in range(chance.randint(1, 12)):
            brings(tx, chance.choice(persons), chance)
        for number in pieces(session, building_of(session, database)):
            if chance.random() < 0.2:
                brings(tx, chance.choice(persons), chance)
            if chance.random() < 0.05:
                tx.people.remove(persons.pop())
                persons.insert(0, tx.people.register(None, "", "", NOW).id)
            assert indexed(session) == listed(session)
            if number == chance.randint(1, 60):
                break
    list(pieces(session, building_of(session, database)))
    assert indexed(session) == listed(session)
    assert tables(session) == {"edge"} and not leftover(session.connection)


def test_the_next_goes_on_where_one_was_killed(tx: SqliteTransaction, session: Session, database: Path) -> None:
    ann, *_ = people(tx)
    tx.graph.replace_list(ann, 0, "s", range(1, 30), NOW)
    for _ in pieces(session, building_of(session, database)):
        at = unfinished(session.connection)
        if at and at.done == 2:
            break
    began = get(session.connection, "building")
    tx.graph.replace_list(ann, 1, "s", [3], NOW)
    told: list[float] = []
    list(pieces(session, building_of(session, database, told)))
    assert began and '"done": 2' in began
    assert told[0] == 0.75 and indexed(session) == listed(session)
    assert session.execute("SELECT count(*) FROM graph.unmerged").fetchone() == (1,)  # what came after it began


def test_an_erasure_in_the_middle_is_not_undone(tx: SqliteTransaction, session: Session, database: Path) -> None:
    ann, bob, *_ = people(tx)
    for person in (ann, bob):
        tx.graph.replace_list(person, 0, "s", range(10, 30), NOW)
    for number in pieces(session, building_of(session, database)):
        if number == 4:
            tx.people.remove(ann)
    assert {who for _, who in edges(session)} == {bob * 2}
    assert sorted(edges(session)) == sorted(listed(session))


@pytest.mark.parametrize("rekeyed", [False, True])
def test_an_erasure_finds_the_edges_of_the_index_that_was_replaced(
    rekeyed: bool, tx: SqliteTransaction, session: Session, database: Path, key_file: Path
) -> None:
    ann, bob, *_ = people(tx)
    for person in (ann, bob):
        tx.graph.replace_list(person, 0, "s", range(1, 20), NOW)
    list(pieces(session, building_of(session, database)))
    tx.graph.replace_list(ann, 0, "s", range(10, 30), NOW)  # the index in use has more of hers than her list
    if rekeyed:
        keys = add_key(key_file)
        put(session.connection, "epoch", "2")
        put(session.connection, "key_check", check_of(keys))
        session.forget_epochs()
    for _ in pieces(session, building_of(session, database)):
        if "edge_old" in tables(session):
            break
    old = "SELECT count(*) FROM graph.edge_old"
    assert session.execute(f"{old} WHERE who = ?", (ann * 2,)).fetchone() == (19,)
    tx.people.remove(ann)
    assert session.execute(f"{old} WHERE who = ?", (ann * 2,)).fetchone() == (0,)
    assert session.execute(old).fetchone() == (19,)
    list(pieces(session, building_of(session, database)))
    assert indexed(session) == listed(session) and session.execute("SELECT 1 FROM graph.unmerged").fetchone() is None


def test_one_begun_for_another_epoch_is_thrown_away(tx: SqliteTransaction, session: Session, database: Path) -> None:
    session.execute("CREATE TABLE graph.edge_next (target INTEGER, who INTEGER)")
    session.execute("CREATE TABLE graph.edge_old (target INTEGER, who INTEGER)")
    session.connection.executemany("INSERT INTO graph.edge_next VALUES (?, 2)", [(n,) for n in range(10)])
    session.execute("""INSERT INTO graph.meta VALUES ('building', '{"epoch": 7, "until": 3, "bits": 1, "done": 1}')""")
    assert unfinished(session.connection) is None and leftover(session.connection)
    assert len(list(pieces(session, clear(session.connection)))) > 2
    assert tables(session) == {"edge"} and not leftover(session.connection)
