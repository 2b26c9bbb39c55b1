"""What is in two of somebody's lists of one direction counts once."""

from bot.storage.sqlite.session import Session
from bot.storage.sqlite.sizes import edges_listed
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexing import people


def test_sources_of_one_list_are_one(tx: SqliteTransaction, session: Session) -> None:
    ann, bob, *_ = people(tx)
    tx.graph.replace_list(ann, 0, "s", [2, 3, 20], NOW)
    tx.graph.replace_list(ann, 0, "t", [3, 20, 21], NOW)
    tx.graph.replace_list(ann, 1, "s", [3], NOW)
    tx.graph.replace_list(bob, 1, "s", [1, 20], NOW)
    assert sorted(edges_listed(session)) == [(ann, 1), (ann, 4), (bob, 2)]
