"""All lists, whole Person by whole Person, whatever their sources and epochs."""

import numpy as np
import pytest

from bot.storage.sqlite import all_lists
from bot.storage.sqlite.all_lists import Whole, at_epoch, portions, rows_of, total_edges
from bot.storage.sqlite.pseudonyms import Pseudonyms, pack
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexing import people


def test_persons_come_whole_and_in_order(
    tx: SqliteTransaction, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(all_lists, "EDGES_AT_ONCE", 2)
    ann, bob, cat, *_ = people(tx)
    tx.graph.replace_list(cat, 0, "s", [9], NOW)
    tx.graph.replace_list(ann, 0, "s", [7, 8, 9], NOW)
    tx.graph.replace_list(ann, 0, "t", [9, 10], NOW)
    tx.graph.replace_list(ann, 1, "s", [7], NOW)
    tx.graph.replace_list(bob, 0, "s", [], NOW)
    found = list(portions(session.connection, lambda: session.pseudonyms, 1))
    assert [[whole.who for whole in portion] for portion in found] == [[ann * 2, ann * 2 + 1], [bob * 2, cat * 2]]
    assert found[0][0].targets.tolist() == sorted(session.pseudonyms.of([7, 8, 9, 10]).tolist())
    assert [w.who for p in portions(session.connection, lambda: session.pseudonyms, 1, ann, bob) for w in p] == [
        bob * 2
    ]
    assert total_edges(session.connection) == 7


def test_rows_stand_list_by_list() -> None:
    rows = rows_of([Whole(2, np.array([5, 9])), Whole(3, np.array([], np.int64)), Whole(4, np.array([5]))])
    assert rows.tolist() == [[5, 2], [9, 2], [5, 4]]
    assert rows_of([]).shape == (0, 2)


def test_keys_are_needed_only_for_another_epoch() -> None:
    def no_key() -> Pseudonyms:
        raise AssertionError("nobody needs it")

    keys = Pseudonyms([b"k" * 32, b"l" * 32])
    first, second = np.sort(keys.at(range(20), 1)), np.sort(keys.of(range(20)))
    assert at_epoch(no_key, pack(first), 1, 1).tolist() == first.tolist()
    assert at_epoch(lambda: keys, pack(first), 1, 2).tolist() == second.tolist()
    assert at_epoch(lambda: keys, pack(second), 2, 1).tolist() == first.tolist()
