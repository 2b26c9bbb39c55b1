"""The registry beyond its contract: handles alone, erasure, and asking again."""

from array import array
from collections.abc import Callable

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.registry import ListsRow
from bot.errors import InputError
from bot.storage.sqlite.people import ASK_AGAIN
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon

HANDLE_ONLY = Account(Platform.BLUESKY, "", "ann.bsky.social")


def test_a_handle_given_again_is_the_same_link(tx: SqliteTransaction) -> None:
    """A registry of handles, imported once more after they were resolved."""
    person = tx.people.register(1, "", "", NOW).id
    tx.people.link(person, HANDLE_ONLY, 4, "s", NOW)
    tx.people.by_account(bluesky("ann"), 1)
    tx.people.link(person, HANDLE_ONLY, 4, "s", NOW)
    found = tx.people.get(person)
    assert found is not None and [link.account for link in found.links] == [bluesky("ann")]
    assert tx.tallies.now()["accounts:bluesky"] == 1


def test_a_handle_nobody_answers_to_is_asked_for_again_a_day_later(tx: SqliteTransaction, clock: FixedClock) -> None:
    tx.people.link(tx.people.register(1, "", "", NOW).id, HANDLE_ONLY, 4, "s", NOW)
    tx.people.resolve(Platform.BLUESKY, "ann.bsky.social", None, NOW)
    assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == []
    clock.time += ASK_AGAIN * 1.01
    assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == ["ann.bsky.social"]
    assert tx.people.unresolved_handles(Platform.MASTODON, 9) == []


def test_an_x_account_is_a_number_not_a_link(tx: SqliteTransaction) -> None:
    person = tx.people.register(1, "", "", NOW).id
    with pytest.raises(InputError):
        tx.people.link(person, Account(Platform.X, "1"), 4, "s", NOW)


def test_a_removed_person_leaves_no_row(tx: SqliteTransaction, session: Session) -> None:
    ann, bob = (tx.people.register(x, "secret", "", NOW).id for x in (1, 2))
    for person, account in ((ann, bluesky("secret")), (bob, mastodon("bob"))):
        tx.people.link(person, account, 4, "s", NOW)
    tx.people.set_consent(ann, "told", "weekly", NOW)
    tx.graph.replace_list(ann, 0, "s", [2], NOW)
    tx.graph.tell(bob, None, 1, NOW)
    tx.graph.tell(ann, None, 1, NOW)
    tx.people.remove(ann)
    tables = ["person", "account", "consent", "told", "graph.archive", "graph.edge", "graph.unmerged", "graph.match"]
    left = {table: session.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    assert {table: count for table, count in left.items() if count} == {"person": 1, "account": 1}
    assert session.execute("SELECT person FROM telling").fetchall() == [(bob,)]
    assert tx.tallies.now() == tx.tallies.recount()


def test_what_waits_to_come_in_about_a_removed_person_goes_too(tx: SqliteTransaction, session: Session) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    batch = tx.imports.begin("s", NOW)
    tx.imports.stage(batch, [ListsRow(1, x_id, array("q", [5]), None) for x_id in (1, 2)])
    tx.people.remove(ann)
    assert session.execute("SELECT x_id FROM import_row").fetchall() == [(2,)]


def test_numbers_are_never_given_twice(tx: SqliteTransaction) -> None:
    first = tx.people.register(1, "", "", NOW).id
    tx.people.remove(first)
    assert tx.people.register(1, "", "", NOW).id > first


def test_a_batch_is_kept_with_what_it_made(tx: SqliteTransaction, session: Session) -> None:
    ann = tx.people.register(1, "", "", NOW, batch=7).id
    tx.people.link(ann, bluesky("ann"), 4, "s", NOW, batch=7)
    tx.people.set_consent(ann, "told", "weekly", NOW, batch=7)
    tx.graph.replace_list(ann, 0, "s", [2], NOW, batch=7)
    tx.people.register(1, "new", "", NOW, batch=8)
    for table in ("person", "account", "consent", "graph.archive"):
        assert session.execute(f"SELECT batch FROM {table}").fetchall() == [(7,)], table


def test_many_people_are_loaded_at_once(tx: SqliteTransaction) -> None:
    people = [tx.people.register(x, f"x{x}", "", NOW).id for x in range(1, 8)]
    for person in people[::2]:
        tx.people.link(person, bluesky(f"p{person}"), 4, "s", NOW)
        tx.people.set_consent(person, "named", "yes", NOW)
    pages = [tx.people.page(0, 4), tx.people.page(people[3], 4)]
    assert [[p.id for p in page] for page in pages] == [people[:4], people[4:]]
    assert [len(p.links) for page in pages for p in page] == [1, 0, 1, 0, 1, 0, 1]
    assert [p.consent.named for page in pages for p in page] == [True, False] * 3 + [True]


def test_a_held_link_is_not_believed_and_loses_nothing(tx: SqliteTransaction) -> None:
    ann = bluesky("ann")
    person = tx.people.register(1, "", "", NOW).id
    tx.people.link(person, ann, 4, "s", NOW)
    assert tx.people.hold(ann, "dispute:1", NOW) and tx.people.hold(ann, "away", NOW)
    assert not tx.people.hold(ann, "away", NOW)
    assert tx.people.by_account(ann, 1) is None
    assert tx.tallies.now()["people"] == 0 == tx.tallies.recount()["people"]
    assert tx.people.link(person, ann, 5, "s", NOW)  # a stronger proof does not free it
    found = tx.people.get(person)
    assert found is not None and (found.links[0].level, found.links[0].held) == (5, True)
    assert tx.people.holds(ann) == ["dispute:1", "away"] or tx.people.holds(ann) == ["away", "dispute:1"]
    assert tx.people.release(ann, "away") and tx.people.by_account(ann, 1) is None
    assert tx.people.release(ann, "dispute:1") and not tx.people.release(ann, "dispute:1")
    again = tx.people.by_account(ann, 5)
    assert again is not None and again.id == person
    assert tx.tallies.now()["people"] == 1 == tx.tallies.recount()["people"]


def test_an_account_held_before_it_is_linked_is_held_then(tx: SqliteTransaction) -> None:
    ann = bluesky("ann")
    tx.people.hold(ann, "away", NOW)
    tx.people.link(tx.people.register(1, "", "", NOW).id, ann, 4, "s", NOW)
    assert tx.people.by_account(ann, 1) is None
    tx.people.release(ann, "away")
    assert tx.people.by_account(ann, 4) is not None


def doubted(tx: SqliteTransaction) -> None:
    tx.people.hold(mastodon("eve"), "dispute:7", NOW)


def unproven(tx: SqliteTransaction) -> None:
    tx.people.unlink(mastodon("eve"))
    tx.people.link(1, mastodon("eve"), 0, "code", NOW)


@pytest.mark.parametrize("unbelieved", [doubted, unproven])
def test_whoever_is_not_believed_silences_and_unsilences_themselves_alone(
    tx: SqliteTransaction, unbelieved: Callable[[SqliteTransaction], None]
) -> None:
    ann, eve = bluesky("ann"), mastodon("eve")
    assert tx.people.register(1, "", "", NOW).id == 1
    for account in (ann, eve):
        tx.people.link(1, account, 4, "s", NOW)
    unbelieved(tx)
    tx.people.silence(eve, True, NOW)
    assert tx.people.is_silent(eve) and not tx.people.is_silent(ann)
    tx.people.silence(ann, True, NOW)
    tx.people.silence(eve, False, NOW)
    assert tx.people.is_silent(ann) and not tx.people.is_silent(eve)


def test_the_wish_of_an_account_that_is_away_holds_for_the_others(tx: SqliteTransaction) -> None:
    ann, there = bluesky("ann"), mastodon("ann")
    person = tx.people.register(1, "", "", NOW).id
    for account in (ann, there):
        tx.people.link(person, account, 4, "s", NOW)
    tx.people.silence(ann, True, NOW)
    tx.people.hold(ann, "away:deactivated", NOW)
    assert tx.people.is_silent(ann) and tx.people.is_silent(there)
    tx.people.silence(there, False, NOW)
    assert not tx.people.is_silent(ann)
