"""The check finds every edge that is missing or too many, and no other, whatever comes in meanwhile."""

from pathlib import Path
from random import Random

import pytest

from bot.storage.sqlite import all_lists, building, checking, merging, parts
from bot.storage.sqlite.checking import Edges, compare_edges
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexed import indexed, listed
from tests.storage.indexing import brings, people, pieces


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_EDGES", 8)
    monkeypatch.setattr(all_lists, "EDGES_AT_ONCE", 5)
    monkeypatch.setattr(merging, "EDGES_AT_ONCE", 5)
    monkeypatch.setattr(checking, "_ROWS", 3)


def compared(session: Session, database: Path) -> Edges:
    return compare_edges(session.connection, database, lambda: session.pseudonyms, lambda _: None)


@pytest.mark.parametrize("seed", range(4))
def test_it_counts_what_differs(seed: int, tx: SqliteTransaction, session: Session, database: Path) -> None:
    chance, persons = Random(seed), people(tx)
    for turn in range(60):
        brings(tx, chance.choice(persons), chance)
        if turn == 30:
            list(pieces(session, merging.merge(session.connection, lambda: session.pseudonyms, lambda _: None)))
    assert compared(session, database) == Edges(len(listed(session)), 0, 0)
    for target, who in session.execute("SELECT target, who FROM graph.edge").fetchall():
        if chance.random() < 0.2:
            session.execute("DELETE FROM graph.edge WHERE (target, who) = (?, ?)", (target, who))
            session.execute("INSERT INTO graph.edge VALUES (?, ?)", (chance.getrandbits(63), who))
    there, said = indexed(session), listed(session)
    assert compared(session, database) == Edges(len(there & said), len(said - there), len(there - said))
    assert there != said


def test_lost_rows_and_lists_are_noticed(tx: SqliteTransaction, session: Session, database: Path) -> None:
    ann, bob, *_ = people(tx)
    tx.graph.replace_list(ann, 0, "s", [2, 3], NOW)
    session.execute("DELETE FROM graph.unmerged")
    tx.graph.replace_list(bob, 0, "s", [2, 3, 4], NOW)
    session.execute("DELETE FROM graph.archive WHERE person = ?", (bob,))
    assert compared(session, database) == Edges(0, 2, 3)


def test_what_comes_in_meanwhile_is_left_out(
    tx: SqliteTransaction, session: Session, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob, cat, *_ = people(tx)
    for person in (ann, bob, cat):
        tx.graph.replace_list(person, 0, "s", [2, 3, 4, 5], NOW)
    list(pieces(session, building.build(session.connection, database, lambda: session.pseudonyms, lambda _: None)))

    def late(*words: object) -> object:
        yield from all_lists.portions(*words)  # type: ignore[arg-type]
        tx.graph.replace_list(ann, 0, "s", [5, 6], NOW)
        tx.graph.replace_list(ann, 1, "s", [7], NOW)
        tx.people.remove(cat)

    monkeypatch.setattr(checking, "portions", late)
    assert compared(session, database) == Edges(1 + 4, 0, 0)
