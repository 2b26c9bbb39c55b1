"""What the outbox does beyond its contract: a restored database waits for `recover`, whatever happens in between."""

from typing import Any

from bot.domain.outbox import Priority, State
from bot.storage.sqlite.outbox import mark_all_suspect
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, a_draft


def owe(tx: SqliteTransaction, number: int = 1) -> int:
    post = tx.outbox.add(
        a_draft(f"at://{number}"), {}, network="bluesky", kind="help", state=State.READY, thread="", counts=True
    )
    assert post is not None
    return post


def test_a_suspect_post_is_not_sent_before_recover_says_when(tx: SqliteTransaction, session: Session) -> None:
    post = owe(tx)
    mark_all_suspect(session)
    assert tx.outbox.next_ready("bluesky", NOW + 10**6 * SECOND) is None
    assert tx.outbox.next_due("bluesky") is None
    found = tx.outbox.get(post)
    assert found is not None and (found.state, found.not_before) == (State.UNKNOWN, None)
    # The start that noticed the restore died; this one knows nothing of it.
    tx.outbox.recover("bluesky", NOW, restored=False, wait=60)
    assert tx.outbox.next_due("bluesky") == NOW + 60 * SECOND
    tx.outbox.recover("bluesky", NOW + SECOND, restored=False, wait=60)
    assert tx.outbox.next_due("bluesky") == NOW + 60 * SECOND, "only once"


def test_every_try_is_told_to_the_epoch(tx: SqliteTransaction, session: Session) -> None:
    first, second = owe(tx, 1), owe(tx, 2)
    tx.outbox.mark_sending(first, NOW)
    tx.outbox.mark_sending(first, NOW)
    tx.outbox.mark_sending(second, NOW)
    assert session.tries == 2


def test_what_is_due_is_found_by_an_index(session: Session) -> None:
    plan = session.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM outbox WHERE network = ? AND state IN ('ready', 'unknown') "
        "AND not_before <= ? ORDER BY id LIMIT 1",
        ("bluesky", 0),
    ).fetchall()
    assert "USING INDEX outbox_due" in plan[0][3]


def test_answers_go_before_announcements_and_digests_last(tx: SqliteTransaction) -> None:
    more: dict[str, Any] = {"network": "here", "kind": "k", "state": State.READY, "thread": "", "counts": False}
    wanted = [Priority.DIGEST, Priority.ANNOUNCEMENT, Priority.ANSWER, Priority.DIGEST, Priority.ANSWER]
    posts = [tx.outbox.add(a_draft(f"t{n}"), {}, priority=one, **more) for n, one in enumerate(wanted)]
    order = []
    while (post := tx.outbox.next_ready("here", NOW)) is not None:
        order.append(post.id)
        assert post.priority is wanted[posts.index(post.id)]
        if len(order) == 4:
            assert tx.outbox.next_ready("here", NOW, Priority.ANNOUNCEMENT) is None
            assert tx.outbox.next_due("here", Priority.ANNOUNCEMENT) is None
            assert tx.outbox.next_due("here") is not None
        tx.outbox.mark_sending(post.id, NOW)
    assert order == [posts[2], posts[4], posts[1], posts[0], posts[3]]


def test_the_latest_network_is_that_of_the_newest_answer_sent_to_any_of_the_recipients(tx: SqliteTransaction) -> None:
    more: dict[str, Any] = {"kind": "k", "state": State.READY, "thread": "", "counts": False}
    for n, (recipient, network) in enumerate((("a", "one"), ("b", "two"), ("a", "three"), ("c", "four"))):
        draft = a_draft(f"t{n}", recipient_id=recipient, created_at=NOW + n * SECOND)
        sent(tx, tx.outbox.add(draft, {}, network=network, **more))
    assert [tx.outbox.latest_network(names) for names in (["a", "b"], ["b"], ["", "d"], [])] == [
        "three", "two", None, None,
    ]  # fmt: skip


def sent(tx: SqliteTransaction, post: int | None) -> None:
    assert post is not None and tx.outbox.mark_sending(post, NOW)
    tx.outbox.settle(post, State.SENT, NOW, receipt="r")


def test_nothing_but_an_answer_that_was_sent_says_where_somebody_is(tx: SqliteTransaction) -> None:
    more: dict[str, Any] = {"state": State.READY, "thread": "", "counts": False}
    sent(tx, tx.outbox.add(a_draft("first"), {}, network="right", kind="find", **more))
    later = [a_draft(f"t{n}", created_at=NOW + n * SECOND) for n in range(1, 6)]
    for draft, priority in zip(later, (Priority.DIGEST, Priority.LISTING), strict=False):
        sent(tx, tx.outbox.add(draft, {}, network="wrong", kind="other", priority=priority, **more))
    for draft, state in zip(later[2:], (State.REFUSED, State.WITHDRAWN, State.HELD), strict=True):
        post = tx.outbox.add(draft, {}, network="wrong", kind="find", **more)
        assert post is not None and tx.outbox.settle(post, state, NOW)
    assert tx.outbox.latest_network(["did:plc:ann"]) == "right"


def test_now_and_then_the_last_in_the_order_is_first_but_never_before_what_cannot_wait(tx: SqliteTransaction) -> None:
    more: dict[str, Any] = {"network": "here", "kind": "k", "state": State.READY, "thread": "", "counts": False}

    def owe(name: str, priority: Priority) -> int | None:
        return tx.outbox.add(a_draft(name), {}, priority=priority, **more)

    def first(favoured: Priority | None) -> int | None:
        post = tx.outbox.next_ready("here", NOW, Priority.LISTING, favoured)
        return post and post.id

    known, announcement = owe("known", Priority.KNOWN), owe("announcement", Priority.ANNOUNCEMENT)
    assert first(None) == known
    assert first(Priority.ANNOUNCEMENT) == announcement
    assert first(Priority.NEWCOMER) == known  # nobody of those waits
    notice = owe("notice", Priority.NOTICE)
    assert first(Priority.ANNOUNCEMENT) == notice


def test_what_was_tried_today_and_what_waits_before_somebody_is_counted(tx: SqliteTransaction) -> None:
    more: dict[str, Any] = {"network": "here", "kind": "k", "state": State.READY, "thread": "", "counts": False}
    posts = [
        tx.outbox.add(a_draft(f"t{n}"), {}, priority=one, **more)
        for n, one in enumerate((Priority.RIGHTS, Priority.KNOWN, Priority.ANSWER, Priority.DIGEST))
    ]
    assert [tx.outbox.ahead("here", one) for one in (Priority.KNOWN, Priority.ANSWER, max(Priority))] == [2, 3, 4]
    for post in posts[:2]:
        sent(tx, post)
    assert tx.outbox.tried("here", NOW) == 1  # a right is none of them
    assert tx.outbox.tried("here", NOW + SECOND) == 0 and tx.outbox.tried("there", NOW) == 0
