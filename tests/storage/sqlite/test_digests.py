"""Digests: who agreed, in pages; what they heard; what waits."""

from datetime import timedelta

from bot.domain.consent import Told
from bot.domain.outbox import Priority, State
from bot.storage.sqlite.outbox import mark_all_suspect
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, a_draft


def owe(tx: SqliteTransaction, trigger: str, state: State = State.READY) -> int:
    more = {"network": "here", "kind": "digest", "thread": "", "counts": False, "priority": Priority.DIGEST}
    post = tx.outbox.add(a_draft(trigger), {}, state=state, **more)  # type: ignore[arg-type]
    assert post is not None
    return post


def test_those_who_agreed_come_in_pages_by_how_often(tx: SqliteTransaction) -> None:
    people = [tx.people.register(number, "", "", NOW).id for number in range(1, 6)]
    for person, told in zip(people, ("weekly", "never", "weekly", "daily", "weekly"), strict=True):
        tx.people.set_consent(person, "told", told, NOW + person * SECOND)
    assert tx.digests.agreed(Told.WEEKLY, 0, 2) == [(people[0], NOW + SECOND), (people[2], NOW + 3 * SECOND)]
    assert tx.digests.agreed(Told.WEEKLY, people[2], 2) == [(people[4], NOW + 5 * SECOND)]
    assert [person for person, _ in tx.digests.agreed(Told.DAILY, 0, 9)] == [people[3]]
    assert tx.digests.highest() == people[4]


def test_the_past_keeps_when_the_latest_was_sent_through_those_that_were_not(tx: SqliteTransaction) -> None:
    assert tx.digests.past(7) == (None, None)
    first = owe(tx, "digest:7:2026-W47")
    tx.digests.keep(7, first)
    last, sent = tx.digests.past(7)
    assert last and (last.id, sent) == (first, None)
    tx.outbox.mark_sending(first, NOW)
    tx.outbox.settle(first, State.SENT, NOW + SECOND, receipt="r")
    for number in (48, 49):
        post = owe(tx, f"digest:7:2026-W{number}")
        tx.digests.keep(7, post)
        tx.outbox.settle(post, State.WITHDRAWN, NOW)
    last, sent = tx.digests.past(7)
    assert last and (last.id, sent) == (post, NOW + SECOND)


def test_of_somebody_who_is_gone_nothing_is_left(tx: SqliteTransaction) -> None:
    person = tx.people.register(1, "", "", NOW).id
    tx.digests.keep(person, owe(tx, "digest:1:2026-W47"))
    tx.people.remove(person)
    assert tx.digests.past(person) == (None, None)


def test_only_digests_that_may_still_be_sent_wait(tx: SqliteTransaction) -> None:
    owe(tx, "a")
    owe(tx, "b", State.HELD)
    tx.outbox.settle(owe(tx, "c"), State.WITHDRAWN, NOW)
    assert (tx.digests.waiting("here"), tx.digests.waiting("there")) == (1, 0)


def test_a_restore_is_remembered(tx: SqliteTransaction) -> None:
    assert tx.digests.restored() is None
    mark_all_suspect(tx.session)
    restored = tx.digests.restored()
    assert restored is not None and abs(restored - tx.session.clock.now()) < timedelta(seconds=1)
