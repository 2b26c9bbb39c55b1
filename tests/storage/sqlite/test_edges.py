"""Who names somebody, at whatever epoch the index and what waits for it are; and an erasure that leaves nothing."""

import numpy as np
import pytest

from bot.storage.sqlite import edges
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexed import indexed, listed


def merge(session: Session) -> None:
    """What waits enters the index, all at once."""
    now = indexed(session)
    session.execute("DELETE FROM graph.edge")
    session.connection.executemany("INSERT INTO graph.edge VALUES (?, ?)", sorted(now))
    session.execute("DELETE FROM graph.unmerged")


def test_named_by_is_the_index_and_what_waits(tx: SqliteTransaction, session: Session) -> None:
    ann, bob = (tx.people.register(x, "", "", NOW).id for x in (1, 2))
    tx.graph.replace_list(ann, 0, "s", [5, 6], NOW)
    tx.graph.replace_list(bob, 1, "s", [5], NOW)
    assert edges.named_by(session, 5) == [ann * 2, bob * 2 + 1]
    merge(session)
    assert edges.named_by(session, 5) == [ann * 2, bob * 2 + 1]
    tx.graph.replace_list(ann, 0, "s", [6], NOW)
    tx.graph.replace_list(bob, 0, "s", [5], NOW)
    assert edges.named_by(session, 5) == [bob * 2, bob * 2 + 1]
    tx.graph.replace_list(ann, 0, "s", [5], NOW)
    assert edges.named_by(session, 5) == [ann * 2, bob * 2, bob * 2 + 1]


def test_an_erasure_leaves_no_edge(tx: SqliteTransaction, session: Session) -> None:
    ann, bob = (tx.people.register(x, "", "", NOW).id for x in (1, 2))
    tx.graph.replace_list(ann, 0, "s", [5, 6], NOW)
    tx.graph.replace_list(bob, 0, "s", [5], NOW)
    merge(session)
    tx.graph.replace_list(ann, 0, "s", [7], NOW)  # 5 and 6 are gone, but still in the index
    tx.graph.replace_list(ann, 1, "s", [5], NOW)
    session.execute("CREATE TABLE graph.edge_next AS SELECT * FROM graph.edge")
    assert edges.named_by(session, 5) == [ann * 2 + 1, bob * 2]
    tx.people.remove(ann)
    five = session.pseudonyms.one(5)
    for table in ("edge", "edge_next"):
        assert session.execute(f"SELECT * FROM graph.{table}").fetchall() == [(five, bob * 2)], table
    assert session.execute("SELECT * FROM graph.unmerged").fetchall() == []
    assert edges.named_by(session, 5) == [bob * 2]
    assert indexed(session) == listed(session)


def test_nothing_new_is_nothing_noted(session: Session) -> None:
    nothing = np.empty(0, np.int64)
    edges.note(session, 4, nothing, nothing)
    assert session.execute("SELECT count(*) FROM graph.unmerged").fetchone() == (0,) and not session.graph_changed


def test_a_long_list_is_noted_in_parts(
    tx: SqliteTransaction, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edges, "_PART", 2)
    ann = tx.people.register(1, "", "", NOW).id
    tx.graph.replace_list(ann, 0, "s", range(5, 10), NOW)
    assert session.execute("SELECT count(*) FROM graph.unmerged").fetchone() == (3,)
    tx.graph.replace_list(ann, 0, "s", [9, *range(20, 23)], NOW)
    assert session.execute("SELECT count(*) FROM graph.unmerged").fetchone() == (5,)
    assert [edges.named_by(session, x_id) for x_id in (5, 9, 22)] == [[], [ann * 2], [ann * 2]]
    assert indexed(session) == listed(session)
