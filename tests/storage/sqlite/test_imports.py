"""Staged rows: seen by nobody before the seal, done once after it; everything kept short."""

from array import array

from bot.domain.accounts import Account, Platform
from bot.domain.registry import Import, ListsRow
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import bring, everything, never_enough, person
from tests.storage.builders import NOW, bluesky, mastodon


def test_what_is_staged_is_seen_by_nobody_and_thrown_away(tx: SqliteTransaction) -> None:
    before = everything(tx)
    batch = tx.imports.begin("s", NOW)
    tx.imports.stage(batch, [person(1, bluesky("ann")), person(2), ListsRow(3, 1, array("q", [2]), None)])
    assert tx.imports.staged(9) == [] and everything(tx) == before
    assert tx.imports.all("staging") == [Import(batch, "s", "staging", NOW, people=2, lists=1, bad=0, left_out=0)]
    steps = 1
    while tx.imports.throw_away(2):
        steps += 1
    assert steps == 3 and tx.imports.all() == []
    assert tx.session.execute("SELECT count(*) FROM import_row").fetchone() == (0,)


def test_only_staging_batches_are_thrown_away(tx: SqliteTransaction) -> None:
    batch = tx.imports.begin("s", NOW)
    tx.imports.stage(batch, [person(1)])
    tx.imports.seal(batch, 3)
    assert not tx.imports.throw_away(9)
    found = tx.imports.get(batch)
    assert found is not None and (found.state, found.bad) == ("applying", 3)


def test_people_come_before_lists_and_batches_in_their_order(tx: SqliteTransaction) -> None:
    row = person(1, bluesky("ann"), mastodon("ann", local_id="109"), consent=(("told", "daily"),))
    first, second = tx.imports.begin("s", NOW), tx.imports.begin("t", NOW)
    tx.imports.stage(second, [person(9)])
    tx.imports.stage(first, [ListsRow(1, 1, array("q", [2]), None), row])
    tx.imports.seal(second, 0)
    tx.imports.seal(first, 0)
    people, lists = tx.imports.staged(9)
    assert (people.batch, people.source, people.x_id, people.row) == (first, "s", 1, row)
    assert (lists.batch, lists.row) == (first, None)
    tx.imports.settle([people, lists], [lists])
    (last,) = tx.imports.staged(9)
    assert (last.batch, last.source) == (second, "t")
    tx.imports.settle([last], [])
    assert tx.imports.staged(9) == []
    assert [(found.state, found.left_out) for found in tx.imports.all()] == [("done", 0), ("done", 1)]


def test_nobody_is_made_at_once_who_is_known_by_any_name(tx: SqliteTransaction) -> None:
    known = mastodon("ann", local_id="1", local_host="m")
    bring(tx, person(1, known, bluesky("ann")))
    names = [
        known,
        bluesky("ann"),
        Account(Platform.BLUESKY, "did:plc:new", "ann.bsky.social"),
        Account(Platform.MASTODON, "", "ann@m.example"),
        Account(Platform.MASTODON, "", "x@y.z", local_id="1", local_host="m"),
        Account(Platform.MASTODON, "https://m.example/@ann"),
        Account(Platform.MASTODON, "", url="https://m.example/@ann"),
    ]
    before = everything(tx)
    batch = tx.imports.begin("s", NOW)
    others = [person(1), person(2, bluesky("bob"), bluesky("bob"))]
    tx.imports.stage(batch, [person(2, name) for name in names] + others)
    tx.imports.seal(batch, 0)
    for staged in tx.imports.staged(99):
        assert staged.row is not None and not tx.imports.make(staged, staged.row, NOW)
    assert everything(tx) == before


def test_somebody_named_before_they_came_has_their_matches_at_once(tx: SqliteTransaction) -> None:
    bring(tx, person(1, bluesky("ann")), ListsRow(1, 1, array("q", [2]), array("q", [2])))
    bring(tx, person(2, bluesky("bob")))
    found = everything(tx)
    assert found["matches"] == [(1, 2, 1), (2, 1, 2)]
    assert dict(found["counts"])["reunited"] == 2


def test_removing_somebody_removes_what_imports_remember_of_them(tx: SqliteTransaction) -> None:
    bring(tx, person(1, bluesky("ann"), level=1))
    bring(tx, person(1, bluesky("anna"), level=2), source="t")
    tx.people.remove(tx.people.by_x(1).id)  # type: ignore[union-attr]
    assert tx.session.execute("SELECT count(*) FROM import_before").fetchone() == (0,)


def test_an_undo_of_what_is_not_done_does_nothing(tx: SqliteTransaction) -> None:
    batch = tx.imports.begin("s", NOW)
    assert not tx.imports.undo(batch, never_enough)
    assert not tx.imports.undo(batch + 1, never_enough)
    assert tx.imports.get(batch + 1) is None
