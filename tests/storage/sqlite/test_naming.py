"""Whom a Post lists by name: asked again for each of them, and forgotten with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.domain.accounts import Platform
from bot.domain.outbox import ERASED, State
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, a_draft, bluesky, mastodon


def registered(tx: SqliteTransaction) -> tuple[int, int, int]:
    """Ann, who followed Bob and Eve; Bob is on both networks."""
    ann, bob, eve = (tx.people.register(x, "", "", NOW).id for x in (1, 2, 3))
    names = ((ann, bluesky("ann")), (bob, bluesky("bob")), (bob, mastodon("bob")), (eve, bluesky("eve")))
    for person, account in names:
        tx.people.link(person, account, 4, "s", NOW)
    tx.graph.replace_list(ann, 0, "s", [2, 3], NOW)
    return ann, bob, eve


def listing(tx: SqliteTransaction, ann: int, state: State = State.READY, *, public: bool = False) -> int:
    """A Post to Ann that lists everybody she may see."""
    more = {"network": "here", "kind": "find", "thread": "", "counts": True}
    post = tx.outbox.add(a_draft(), {"text": "bob eve"}, state=state, **more)  # type: ignore[arg-type]
    assert post is not None
    found = tx.graph.matches(ann, Platform.BLUESKY, 1)
    tx.graph.list_names(ann, post, found.ranked, public=public)
    tx.graph.tell(ann, post, 1, NOW)
    return post


Change = Callable[[SqliteTransaction, int, int], object]


@pytest.mark.parametrize(
    ("change", "stands"),
    [
        (lambda tx, ann, bob: None, True),
        (lambda tx, ann, bob: tx.people.unlink(mastodon("bob")), True),
        (lambda tx, ann, bob: tx.people.set_consent(bob, "named", "no", NOW), True),
        (lambda tx, ann, bob: tx.people.set_consent(bob, "found", "nobody", NOW), False),
        (lambda tx, ann, bob: tx.people.set_consent(bob, "found", "followed", NOW), False),
        (lambda tx, ann, bob: tx.people.unlink(bluesky("bob")), False),
        (lambda tx, ann, bob: tx.graph.replace_list(ann, 0, "s", [3], NOW), False),
        (lambda tx, ann, bob: tx.people.remove(bob), False),
    ],
)
def test_names_stand_while_all_of_them_may_be_told(tx: SqliteTransaction, change: Change, stands: bool) -> None:
    ann, bob, _ = registered(tx)
    post = listing(tx, ann)
    change(tx, ann, bob)
    assert tx.graph.names_stand(post, 1) is stands


def test_in_public_they_must_still_want_to_be_named(tx: SqliteTransaction) -> None:
    ann, *others = registered(tx)
    for person in others:
        tx.people.set_consent(person, "named", "yes", NOW)
    post = listing(tx, ann, public=True)
    assert tx.graph.names_stand(post, 1)
    tx.people.set_consent(others[0], "named", "no", NOW)
    assert not tx.graph.names_stand(post, 1)


@pytest.mark.parametrize("state", [State.READY, State.HELD])
def test_a_post_that_lists_somebody_erased_has_no_words_and_told_nothing(tx: SqliteTransaction, state: State) -> None:
    ann, bob, eve = registered(tx)
    number = listing(tx, ann, state)
    tx.people.remove(bob)
    post = tx.outbox.get(number)
    assert post and (post.state, post.reason, post.record) == (State.WITHDRAWN, ERASED, {})
    assert not tx.outbox.retry(number, NOW)
    assert [match.person for match in tx.graph.matches(ann, Platform.BLUESKY, 1, new_only=True).ranked] == [eve]


def test_a_post_that_may_be_out_there_is_looked_for_and_not_sent_again(tx: SqliteTransaction, session: Session) -> None:
    ann, bob, eve = registered(tx)
    number = listing(tx, ann)
    tx.outbox.mark_sending(number, NOW)
    tx.outbox.settle(number, State.UNKNOWN, NOW)
    for person in (bob, eve):
        tx.people.remove(person)
    post = tx.outbox.get(number)
    assert post and (post.state, post.record) == (State.UNKNOWN, {"text": "bob eve"})
    assert not tx.graph.names_stand(number, 1)
    assert session.execute("SELECT other, account FROM naming").fetchall() == [(0, "")]


@pytest.mark.parametrize("state", [State.READY, State.HELD, State.SENDING, State.UNKNOWN])
def test_what_is_owed_to_somebody_erased_keeps_nothing_of_them(
    tx: SqliteTransaction, session: Session, state: State
) -> None:
    ann, *_ = registered(tx)
    number = listing(tx, ann, State.HELD if state is State.HELD else State.READY)
    if state in (State.SENDING, State.UNKNOWN):
        tx.outbox.mark_sending(number, NOW)
        tx.outbox.settle(number, state, NOW)
    tx.people.remove(ann)
    post = tx.outbox.get(number)
    assert post and (post.state, post.recipient_id, post.record) == (State.WITHDRAWN, "", {})
    assert session.execute("SELECT * FROM naming").fetchall() == []


def test_what_is_owed_to_an_account_they_left_goes_too(tx: SqliteTransaction) -> None:
    ann, *_ = registered(tx)
    number = listing(tx, ann)
    tx.people.unlink(bluesky("ann"))
    tx.people.link(ann, mastodon("ann"), 4, "s", NOW)
    tx.people.remove(ann)
    post = tx.outbox.get(number)
    assert post and (post.state, post.recipient_id, post.record) == (State.WITHDRAWN, "", {})


def test_of_what_was_sent_only_the_numbers_of_those_it_names_are_kept(tx: SqliteTransaction, session: Session) -> None:
    ann, *_ = registered(tx)
    number = listing(tx, ann)
    tx.outbox.mark_sending(number, NOW)
    tx.outbox.settle(number, State.SENT, NOW, receipt="r")
    assert session.execute("SELECT DISTINCT post, account FROM naming").fetchall() == [(number, "")]


LATER = NOW + SECOND


@pytest.mark.parametrize(
    ("choice", "stands"),
    [({}, True), ({"found": "nobody"}, False), ({"found": "followed"}, False), ({"told": "daily"}, True)],
)
def test_whoever_hides_is_in_no_number_that_is_still_to_be_sent(
    tx: SqliteTransaction, choice: dict[str, str], stands: bool
) -> None:
    ann, bob, _ = registered(tx)
    more = {"network": "here", "kind": "find", "thread": "", "counts": True}
    post = tx.outbox.add(a_draft(), {"text": "2"}, state=State.READY, **more)  # type: ignore[arg-type]
    assert post is not None
    for purpose, value in choice.items():
        tx.people.set_consent(bob, purpose, value, LATER)
    assert tx.graph.names_stand(post, 1) is stands and ann


def test_who_hides_from_others_only_is_still_counted(tx: SqliteTransaction) -> None:
    """Bob followed Ann too, and may be found by whom he followed."""
    _, bob, _ = registered(tx)
    tx.graph.replace_list(bob, 0, "s", [1], NOW)
    more = {"network": "here", "kind": "find", "thread": "", "counts": True}
    post = tx.outbox.add(a_draft(), {"text": "2"}, state=State.READY, **more)  # type: ignore[arg-type]
    tx.people.set_consent(bob, "found", "followed", LATER)
    assert post is not None and tx.graph.names_stand(post, 1)


def test_who_was_hidden_before_is_no_reason(tx: SqliteTransaction) -> None:
    ann, bob, _ = registered(tx)
    tx.people.set_consent(bob, "found", "nobody", NOW - SECOND)
    assert tx.graph.names_stand(listing(tx, ann), 1)
