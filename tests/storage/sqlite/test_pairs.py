"""The pairs that are kept, compared with the lists: what is missing, too many, or stands in one row of two."""

from random import Random

import pytest

from bot.storage.sqlite import pairs
from bot.storage.sqlite.derived import OWN_LIST, THEIR_LIST
from bot.storage.sqlite.pairs import LAST, Difference, compare, put_right, ranges
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexing import brings, people


def whole(session: Session) -> Difference:
    return compare(session, 0, LAST)


def table(session: Session) -> list[tuple[int, int, int]]:
    return session.execute("SELECT person, other, support FROM graph.match").fetchall()


def test_what_the_lists_support_is_right(tx: SqliteTransaction, session: Session) -> None:
    ann, bob, cat, *_ = people(tx)
    tx.graph.replace_list(ann, 0, "s", [1, 2, 3, 20], NOW)  # herself too
    tx.graph.replace_list(bob, 1, "s", [1, 21], NOW)
    assert whole(session) == Difference(3, (), (), (), ()) and not whole(session)
    assert compare(session, 0, ann).right == 2 and compare(session, ann, cat).right == 1


def test_each_way_of_being_wrong_is_told(tx: SqliteTransaction, session: Session) -> None:
    ann, bob, cat, *_ = people(tx)
    tx.graph.replace_list(ann, 0, "s", [2, 3], NOW)
    tx.graph.replace_list(bob, 1, "s", [1], NOW)
    session.execute("DELETE FROM graph.match WHERE ? IN (person, other)", (cat,))
    session.execute("INSERT INTO graph.match VALUES (?, ?, 4), (?, ?, 2)", (cat, bob, bob, cat))
    session.execute("UPDATE graph.match SET support = support & ~2 WHERE person = ? AND other = ?", (ann, bob))
    found = whole(session)
    assert found.right == 2 and found.missing == ((ann, cat, OWN_LIST),) and found.extra == ((bob, cat, THEIR_LIST),)
    assert found.half == ((ann, bob, THEIR_LIST),) and found.stray == ()
    session.execute("UPDATE graph.match SET support = 0 WHERE person = ? AND other = ?", (ann, bob))
    assert whole(session).stray == ((ann, bob, OWN_LIST),)


@pytest.mark.parametrize("seed", range(4))
def test_what_was_wrong_is_put_right(
    seed: int, tx: SqliteTransaction, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "PERSONS_AT_ONCE", 2)
    chance, persons = Random(seed), people(tx, 9)
    for _ in range(60):
        brings(tx, chance.choice(persons), chance)
    before = table(session)
    for person, other, support in before:
        if chance.random() < 0.3:
            bits = chance.randint(0, 15)
            session.execute("UPDATE graph.match SET support = ? WHERE (person, other) = (?, ?)", (bits, person, other))
        elif chance.random() < 0.3:
            session.execute("DELETE FROM graph.match WHERE (person, other) = (?, ?)", (person, other))
        elif support == 1:
            session.execute("INSERT OR IGNORE INTO graph.match VALUES (?, 99, 5), (99, ?, 1)", (person, person))
    assert len(before) > 20 and whole(session)
    spans = list(ranges(session.connection))
    assert len(spans) == 6 and spans[0][0] == 0 and spans[-1][1] == LAST
    for span in spans:
        put_right(session.connection, compare(session, *span))
    assert not whole(session)
    session.execute("DELETE FROM graph.match WHERE support = 0")
    assert table(session) == before
