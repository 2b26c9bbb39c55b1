"""Edges to people who never register expire, in small steps, and no others."""

from __future__ import annotations

from array import array
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.registry import ListsRow
from bot.storage import open_store
from bot.storage.sqlite import expiry
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import bring, person, take_back
from tests.storage.builders import NOW, bluesky
from tests.storage.indexed import listed

LATER = NOW + timedelta(days=200)


def left(tx: SqliteTransaction, nights: int = 1) -> set[int]:
    """Pseudonyms that are anywhere in a list, after so many nights."""
    for night in range(nights):
        while tx.graph.expire(LATER + timedelta(days=night), 2):
            pass
    replaced = tx.session.execute("SELECT pseudonyms FROM import_before WHERE kind = 'list'")
    blobs = [blob for (blob,) in replaced] + [blob for (blob,) in tx.session.execute("SELECT pseudonyms FROM archive")]
    return {number for blob in blobs for number in array("q", blob)}


async def test_only_old_edges_to_strangers_expire(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")

    def registry(tx: object) -> None:
        people, graph = tx.people, tx.graph  # type: ignore[attr-defined]
        for x_id in (1, 2, 3):
            person = people.register(x_id, "", "fr", NOW)
            people.link(person.id, bluesky(f"p{x_id}"), 4, "test", NOW)
            graph.replace_list(person.id, 0, "old", [1, 2, 3, 100 + x_id, 200], NOW)
        graph.replace_list(people.by_x(1).id, 1, "new", [2, 300], LATER)

    await store.write(registry)
    before = await store.read(lambda tx: tx.tallies.now())
    steps = [await store.write(lambda tx: tx.graph.expire(NOW + timedelta(days=180), 2)) for _ in range(3)]
    after = await store.read(lambda tx: tx.tallies.now())
    assert steps == [2, 1, 0]
    assert before["edges"] - after["edges"] == 6  # two strangers of each old list; the new list keeps its own
    assert before["matches"] == after["matches"]
    assert await store.write(lambda tx: tx.graph.expire(NOW + timedelta(days=180), 9)) == 0
    assert await store.write(lambda tx: tx.graph.expire(LATER + timedelta(days=1), 9)) == 1
    await store.close()


def test_a_step_ends_after_some_entries(tx: SqliteTransaction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expiry, "IDS_AT_ONCE", 5)
    for x_id, length in ((1, 3), (2, 3), (3, 9), (4, 1)):
        tx.graph.replace_list(tx.people.register(x_id, "", "", NOW).id, 0, "s", range(10, 10 + length), NOW)
    assert [tx.graph.expire(LATER, 20) for _ in range(4)] == [2, 1, 1, 0]
    assert tx.tallies.now()["edges"] == 0


def test_lists_are_found_by_their_age(session: Session) -> None:
    for sql, values, index in (
        (expiry._AGED, (1, 1, 1, "", 2, 3), "archive_at"),
        (expiry._REPLACED, (1, 1, 1, 2, 3), "import_before_at"),
    ):
        plan = session.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
        assert len(plan) == 1 and f"USING INDEX {index}" in plan[0][-1]


@pytest.mark.parametrize("erased", [True, False])
def test_who_is_registered_no_longer_expires_too(tx: SqliteTransaction, erased: bool) -> None:
    ann, bob = (tx.people.register(x_id, "", "", NOW).id for x_id in (1, 2))
    tx.graph.replace_list(ann, 0, "s", [2, 9], NOW)
    assert len(left(tx)) == 1
    tx.people.remove(bob) if erased else tx.people.set_x(bob, 3, "")
    assert tx.graph.expire(LATER, 9) == 0
    assert left(tx, nights=2) == set() and not listed(tx.session)


def test_what_an_import_replaced_expires_too(tx: SqliteTransaction) -> None:
    bring(tx, person(1), person(2), ListsRow(1, 1, array("q", [2, 5, 6]), None))
    batch = bring(tx, ListsRow(1, 1, array("q", [2, 7]), array("q", [2])))
    assert len(left(tx)) == 1
    take_back(tx, batch)
    assert len(listed(tx.session)) == 1


def test_an_old_list_that_an_undo_puts_back_expires(tx: SqliteTransaction) -> None:
    bring(tx, person(1), ListsRow(1, 1, array("q", [5, 6]), None))
    batch = bring(tx, ListsRow(1, 1, array("q", [7]), None))
    assert tx.graph.expire(NOW + timedelta(seconds=1), 1) == 1
    take_back(tx, batch)
    assert left(tx) == set()
