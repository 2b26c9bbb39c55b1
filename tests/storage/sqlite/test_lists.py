"""A list goes in whole, at whatever epoch the others are; what it changed is told."""

from array import array
from datetime import timedelta

import pytest

from bot.domain.registry import KeptList, ListChange
from bot.errors import InputError
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexed import indexed, listed

MADE = NOW - timedelta(days=3)


def test_what_changes_is_told_before_and_after(tx: SqliteTransaction, session: Session) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    for x_ids, more, told in (
        ([5, 6, 6, 7], False, ListChange(3, 3, 0)),
        ([7, 8], False, ListChange(2, 1, 2)),
        (array("Q", [7, 8]), False, ListChange(2, 0, 0)),
        ([9], True, ListChange(1, 1, 0)),
        ({2**63 - 1}, False, ListChange(1, 1, 3)),
        ([], True, ListChange(0, 0, 0)),
        ([], False, ListChange(0, 0, 1)),
    ):
        before = session.connection.total_changes
        assert tx.graph.compare_list(ann, 0, "s", x_ids, only_add=more) == told
        assert session.connection.total_changes == before
        assert tx.graph.replace_list(ann, 0, "s", x_ids, NOW, only_add=more) == told
        assert indexed(session) == listed(session)


def test_a_list_keeps_its_dates(tx: SqliteTransaction) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    assert tx.graph.list_of(ann, 0, "s") is None
    tx.graph.replace_list(ann, 0, "s", [5], NOW, made_at=MADE)
    assert tx.graph.list_of(ann, 0, "s") == KeptList(MADE, NOW)
    assert tx.graph.list_of(ann, 1, "s") is tx.graph.list_of(ann, 0, "t") is None
    tx.graph.expire(NOW + timedelta(days=1), 9)
    assert tx.graph.list_of(ann, 0, "s") == KeptList(MADE, NOW)


def test_the_same_edge_of_two_sources_is_one(tx: SqliteTransaction, session: Session) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    tx.graph.replace_list(ann, 0, "s", [5, 6], NOW)
    assert tx.graph.replace_list(ann, 0, "t", [6, 7], NOW) == ListChange(2, 2, 0)
    assert tx.tallies.now()["edges"] == 3
    tx.graph.drop_list(ann, 0, "s")
    assert tx.tallies.now()["edges"] == 2 and indexed(session) == listed(session)
    tx.graph.drop_person(ann)
    assert tx.tallies.now()["edges"] == 0 and not indexed(session)


def test_a_million_entries_without_a_number_each(tx: SqliteTransaction) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    whole = array("Q", range(1, 1_000_001))
    assert tx.graph.replace_list(ann, 1, "s", whole, NOW) == ListChange(1_000_000, 1_000_000, 0)
    assert tx.graph.compare_list(ann, 1, "s", whole[10:]) == ListChange(999_990, 0, 10)


def test_a_number_that_is_no_x_id_changes_nothing(tx: SqliteTransaction) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    with pytest.raises(InputError):
        tx.graph.replace_list(ann, 1, "s", [1, 2**63], NOW)
    assert tx.graph.list_of(ann, 1, "s") is None
