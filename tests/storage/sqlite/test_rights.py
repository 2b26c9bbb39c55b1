"""What people may ask by right, on SQLite."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.outbox import DELETION, Priority, State
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, a_draft


def owed(tx: SqliteTransaction, trigger: str, *, kind: str = "find", receipt: str = "", age: int = 0) -> int:
    """A Post to Ann; sent if it has a receipt."""
    draft = a_draft(trigger, created_at=NOW - timedelta(seconds=age))
    rank = Priority.RIGHTS if kind == DELETION else Priority.ANSWER
    more = {"network": "here", "kind": kind, "thread": "", "counts": True, "priority": rank}
    post = tx.outbox.add(draft, {"text": "hello"}, state=State.READY, **more)  # type: ignore[arg-type]
    assert post is not None
    if receipt:
        tx.outbox.mark_sending(post, NOW)
        tx.outbox.settle(post, State.SENT, NOW, receipt=receipt)
    return post


def test_an_answer_is_found_by_its_receipt_and_its_deletion_is_none(tx: SqliteTransaction) -> None:
    there = owed(tx, "at://ann/1", receipt="at://us/post/1")
    owed(tx, "deletion:1", kind=DELETION, receipt="at://us/post/1")
    found = tx.rights.answer_at("here", "at://us/post/1")
    assert found and found.id == there
    assert tx.rights.answer_at("there", "at://us/post/1") is None


def test_the_latest_answer_is_the_newest_that_is_not_taken_back(tx: SqliteTransaction) -> None:
    older, newer = owed(tx, "at://ann/1", receipt="r1", age=9), owed(tx, "at://ann/2")
    latest = tx.rights.latest_answer("here", "did:plc:ann")
    assert latest and latest.id == newer
    tx.rights.take_back(newer)
    assert tx.rights.is_taken_back(newer)
    latest = tx.rights.latest_answer("here", "did:plc:ann")
    assert latest and latest.id == older
    assert tx.rights.latest_answer("here", "did:plc:bob") is None
    assert tx.rights.latest_answer("here", "") is None


def test_what_never_got_there_is_no_answer(tx: SqliteTransaction) -> None:
    post = owed(tx, "at://ann/1")
    tx.outbox.withdraw(post, NOW + SECOND)
    assert tx.rights.latest_answer("here", "did:plc:ann") is None
