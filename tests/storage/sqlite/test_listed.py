"""What was decided about the campaign's list, row by row."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.accounts import Platform
from bot.domain.listing import COMING, Place
from bot.domain.outbox import State
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, a_draft, bluesky, mastodon

ANN = Place("key of ann", "did:plc:ann")


def named(tx: SqliteTransaction, name: str, *accounts: object) -> int:
    person = tx.people.register(None, name, "fr", NOW)
    for account in accounts or (bluesky(name),):
        tx.people.link(person.id, account, 4, "s", NOW)  # type: ignore[arg-type]
    tx.people.set_consent(person.id, "named", "yes", NOW)
    return person.id


def posted(tx: SqliteTransaction, trigger: str, kind: str = "listed") -> int:
    more = {"network": "sky", "kind": kind, "state": State.READY, "thread": "", "counts": False, "priority": COMING}
    post = tx.outbox.add(a_draft(trigger), {}, **more)  # type: ignore[arg-type]
    assert post is not None
    return post


def test_people_are_counted_and_accounts_listed(tx: SqliteTransaction) -> None:
    named(tx, "ann", bluesky("ann"), bluesky("ann2"), mastodon("ann"))
    named(tx, "bob", bluesky("bob", did=""))
    assert tx.listed.willing(Platform.BLUESKY) == 1
    assert sorted(tx.listed.joining("sky", Platform.BLUESKY, 9)) == ["did:plc:ann", "did:plc:ann2"]
    assert tx.listed.joining("m", Platform.MASTODON, 9) == [mastodon("ann").id]


def test_each_network_has_a_list_of_its_own(tx: SqliteTransaction) -> None:
    named(tx, "ann")
    tx.listed.turn("sky", ANN)
    assert tx.listed.joining("sky", Platform.BLUESKY, 9) == []
    assert tx.listed.joining("other", Platform.BLUESKY, 9) == ["did:plc:ann"]
    assert (tx.listed.size("sky"), tx.listed.size("other")) == (1, 0)
    assert tx.listed.knows("sky", ANN.key) and not tx.listed.knows("other", ANN.key)


def test_turns_are_counted_by_place(tx: SqliteTransaction) -> None:
    assert [tx.listed.turn("sky", ANN) for _ in range(3)] == [1, 2, 3]
    assert tx.listed.turn("sky", Place("another", "did:plc:bob")) == 1


def test_only_the_last_decision_stands_and_only_while_they_are_willing(tx: SqliteTransaction) -> None:
    person = named(tx, "ann")
    tx.listed.turn("sky", ANN)
    first, second = posted(tx, "a"), posted(tx, "b")
    tx.listed.owe("sky", ANN.key, first)
    assert tx.listed.stands(first)
    tx.listed.owe("sky", ANN.key, second)
    assert (tx.listed.stands(first), tx.listed.stands(second)) == (False, True)
    tx.people.set_consent(person, "found", "nobody", NOW)
    assert not tx.listed.stands(second)
    tx.listed.turn("sky", Place(ANN.key, "", present=False))
    third = posted(tx, "c", kind="unlisted")
    tx.listed.owe("sky", ANN.key, third)
    assert (tx.listed.stands(second), tx.listed.stands(third)) == (False, True)


def test_a_link_that_moves_to_somebody_else_is_forgotten_by_the_list(tx: SqliteTransaction) -> None:
    named(tx, "ann")
    tx.listed.turn("sky", ANN)
    other = tx.people.register(None, "other", "fr", NOW)
    assert tx.people.link(other.id, bluesky("ann"), 5, "s", NOW)
    assert tx.listed.leaving("sky", Platform.BLUESKY, 9) == [Place(ANN.key, "")]


def test_a_decision_without_a_post_waits_for_none(tx: SqliteTransaction) -> None:
    tx.listed.turn("sky", ANN)
    post = posted(tx, "a")
    tx.listed.owe("sky", ANN.key, post)
    assert tx.listed.settled("sky", NOW + SECOND) == []
    tx.listed.turn("sky", Place(ANN.key, ""))
    assert not tx.listed.stands(post)
    assert tx.listed.settled("sky", NOW) == [Place(ANN.key, "")]


def test_what_waits_and_what_has_ended(tx: SqliteTransaction) -> None:
    tx.listed.turn("sky", ANN)
    post = posted(tx, "a")
    tx.listed.owe("sky", ANN.key, post)
    posted(tx, "an answer", kind="find")
    assert (tx.listed.pending("sky"), tx.listed.settled("sky", NOW + SECOND)) == (1, [])
    tx.outbox.mark_sending(post, NOW)
    tx.outbox.settle(post, State.SENT, NOW, receipt="r")
    assert (tx.listed.pending("sky"), tx.listed.settled("sky", NOW + SECOND)) == (0, [ANN])
    assert tx.listed.settled("sky", NOW - timedelta(days=1)) == []


def test_accounts_come_in_pages(tx: SqliteTransaction) -> None:
    for name in "dacb":
        tx.listed.turn("sky", Place(name, f"did:plc:{name}"))
    first = tx.listed.accounts("sky", "", 3)
    assert first == ["did:plc:a", "did:plc:b", "did:plc:c"]
    assert tx.listed.accounts("sky", first[-1], 3) == ["did:plc:d"]
