"""What an outcome does to a Post, one transaction each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.actions import deliver
from bot.actions.waiting import opens
from bot.domain.accounts import Platform
from bot.domain.courtesy import Courtesy, parse_hours
from bot.domain.outbox import Post, Priority, State
from bot.errors import BotError, NotSent, Refused, Stopped, Unknown
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.storage.builders import NOW, SECOND, a_draft, bluesky

WITHIN = timedelta(hours=72)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield opened
    await opened.close()


async def a_post(store: SqliteStore, state: State = State.SENDING) -> Post:
    """A Post of one try, in this state."""

    def owe(tx: object) -> Post:
        box = tx.outbox  # type: ignore[attr-defined]
        more = {"network": "paper", "kind": "find", "state": State.READY, "thread": "", "counts": True}
        number = box.add(a_draft(), {"text": "hello"}, **more)
        if state is not State.READY:
            box.mark_sending(number, NOW)
        post = box.get(number)
        assert isinstance(post, Post)
        return post

    return await store.write(owe)


async def due(store: SqliteStore, after: timedelta) -> Post | None:
    return await store.write(lambda tx: deliver.next_post(tx, "paper", Platform.BLUESKY, NOW + after, WITHIN))


@pytest.mark.parametrize(
    ("fault", "state", "seconds"),
    [
        (Refused("no"), State.REFUSED, None),
        (Unknown("cut"), State.UNKNOWN, 75),
        (NotSent("busy", 40.0), State.READY, 40),
        (NotSent("refused connection"), State.READY, 1),
        (Stopped("revoked"), State.READY, 1),
    ],
)
async def test_each_fault_has_its_state_and_its_wait(
    store: SqliteStore, fault: BotError, state: State, seconds: int | None
) -> None:
    post = await a_post(store)
    ended = await store.write(lambda tx: deliver.failed(tx, post, fault, NOW, 75.0))
    assert ended is state
    if seconds is None:
        assert await due(store, timedelta(hours=1)) is None
    else:
        assert await due(store, timedelta(seconds=seconds) - SECOND / 10) is None
        assert await due(store, timedelta(seconds=seconds)) is not None


async def test_an_unknown_post_is_looked_for_however_late_it_is(store: SqliteStore) -> None:
    post = await a_post(store)
    await store.write(lambda tx: deliver.failed(tx, post, Unknown("cut"), NOW, 0.0))
    found = await due(store, timedelta(days=30))
    assert found is not None and found.state is State.UNKNOWN


async def test_a_ready_answer_that_is_too_late_is_withdrawn(store: SqliteStore) -> None:
    post = await a_post(store, State.READY)
    assert await due(store, timedelta(hours=73)) is None
    row = await store.read(lambda tx: tx.outbox.get(post.id))
    assert row is not None and (row.state, row.reason) == (State.WITHDRAWN, "too late")


async def test_after_a_crash_what_was_being_sent_is_unknown_and_waits(store: SqliteStore) -> None:
    await a_post(store)
    recovered = await store.write(
        lambda tx: deliver.recover(tx, "paper", NOW + SECOND, restored=False, settle_seconds=75.0)
    )
    assert recovered == 1
    assert await due(store, timedelta(seconds=70)) is None
    found = await due(store, timedelta(seconds=76))
    assert found is not None and found.state is State.UNKNOWN


async def test_after_a_restored_backup_everything_unsent_is_unknown(store: SqliteStore) -> None:
    await a_post(store, State.READY)
    await store.write(lambda tx: deliver.recover(tx, "paper", NOW, restored=True, settle_seconds=0.0))
    found = await due(store, SECOND)
    assert found is not None and found.state is State.UNKNOWN


async def test_a_withdrawn_post_is_not_begun(store: SqliteStore) -> None:
    post = await a_post(store, State.READY)
    await store.write(lambda tx: tx.outbox.withdraw(post.id, NOW))
    assert await store.write(lambda tx: deliver.begin(tx, post, Platform.BLUESKY, NOW, WITHIN)) is False


async def a_digest(store: SqliteStore, state: State = State.READY, period: str = "2026-11-20T09") -> Post:
    """One owed to somebody who still wants it, in the zone UTC."""

    def owe(tx: Transaction) -> Post:
        ann = tx.people.register(1, "ann", "", NOW).id
        tx.people.link(ann, bluesky("ann"), 3, "test", NOW)
        tx.people.set_consent(ann, "told", "at-once", NOW)
        more = {"network": "paper", "kind": "digest", "thread": "", "counts": False, "priority": Priority.DIGEST}
        post = tx.outbox.add(a_draft(f"digest:{ann}:{period}"), {}, state=State.READY, **more)  # type: ignore[arg-type]
        assert post is not None
        if state is not State.READY:
            tx.outbox.settle(post, State.SENDING, NOW)
            tx.outbox.settle(post, state, NOW)
        found = tx.outbox.get(post)
        assert found is not None
        return found

    return await store.write(owe)


async def test_a_digest_rests_at_night_and_answers_do_not(store: SqliteStore) -> None:
    digest = await a_digest(store)
    night = timedelta(hours=14)  # 23:00
    assert await due(store, night) is None
    assert await store.read(lambda tx: deliver.next_due(tx, "paper", NOW + night)) is None
    begin = partial(deliver.begin, post=digest, platform=Platform.BLUESKY, within=WITHIN)
    assert not await store.write(partial(begin, now=NOW + night))
    answer = await a_post(store, State.READY)
    assert (found := await due(store, night)) is not None and found.id == answer.id
    await store.write(lambda tx: deliver.withdraw(tx, answer, "", NOW))
    assert (found := await due(store, timedelta(hours=23))) is not None and found.id == digest.id
    assert await store.write(partial(begin, now=NOW + timedelta(hours=23)))


async def test_a_whole_queue_that_is_too_late_is_withdrawn_in_small_steps(store: SqliteStore) -> None:
    def owe(tx: Transaction) -> None:
        more = {"network": "paper", "kind": "digest", "thread": "", "counts": False, "priority": Priority.DIGEST}
        for n in range(250):
            tx.outbox.add(a_draft(f"digest:{n}:2026-11-01"), {}, state=State.READY, **more)  # type: ignore[arg-type]

    await store.write(owe)
    left = []
    for _ in range(3):
        assert await due(store, timedelta()) is None
        left.append(await store.read(lambda tx: tx.digests.waiting("paper")))
    assert left == [150, 50, 0]


async def test_one_that_was_looked_for_in_vain_was_not_told_when_it_is_withdrawn(store: SqliteStore) -> None:
    digest = await a_digest(store, State.UNKNOWN, "2026-11-18")
    begin = partial(deliver.begin, post=digest, platform=Platform.BLUESKY, within=WITHIN, now=NOW)

    def work(tx: Transaction) -> tuple[bool, int, int]:
        bob = tx.people.register(2, "bob", "", NOW).id
        tx.people.link(bob, bluesky("bob"), 3, "test", NOW)
        tx.graph.replace_list(1, 0, "test", [2], NOW)
        tx.graph.tell(1, digest.id, 1, NOW, followed_only=True)
        news = partial(tx.graph.matches, 1, Platform.BLUESKY, 1, new_only=True)
        before = news().total
        return begin(tx), before, news().total

    assert await store.write(work) == (False, 0, 1)


async def crowd(store: SqliteStore, *priorities: Priority, recipient: str = "") -> list[int | None]:
    def owe(tx: Transaction) -> list[int | None]:
        more = {"network": "paper", "kind": "find", "state": State.READY, "thread": "", "counts": False}
        drafts = [a_draft(f"{recipient}{n}", recipient_id=recipient) for n in range(len(priorities))]
        return [tx.outbox.add(d, {}, priority=p, **more) for d, p in zip(drafts, priorities, strict=True)]  # type: ignore[arg-type]

    return await store.write(owe)


async def first(store: SqliteStore, courtesy: Courtesy, at: timedelta = timedelta(0)) -> Post | None:
    terms = deliver.UTC_TERMS
    work = partial(deliver.next_post, network="paper", platform=Platform.MASTODON, now=NOW + at, within=WITHIN)
    return await store.write(partial(work, terms=replace(terms, courtesy=courtesy)))


async def test_out_of_hours_everything_waits_but_rights(store: SqliteStore) -> None:
    closed = Courtesy(parse_hours("10:00-20:00"))  # NOW is 09:00
    answer, right = await crowd(store, Priority.KNOWN, Priority.RIGHTS)
    post = await first(store, closed)
    assert post is not None and post.id == right
    await store.write(lambda tx: tx.outbox.settle(post.id, State.WITHDRAWN, NOW))
    assert await first(store, closed) is None
    assert (
        await store.read(lambda tx: deliver.next_due(tx, "paper", NOW, replace(deliver.UTC_TERMS, courtesy=closed)))
        is None
    )
    later = await first(store, closed, timedelta(hours=1))
    assert later is not None and later.id == answer
    begun = partial(deliver.begin, post=later, platform=Platform.MASTODON, within=WITHIN)
    terms = replace(deliver.UTC_TERMS, courtesy=closed)
    assert not await store.write(partial(begin_at(begun, NOW + timedelta(hours=12)), terms=terms))
    assert await store.write(partial(begin_at(begun, NOW + timedelta(hours=2)), terms=terms))


def begin_at(begun: partial[bool], now: datetime) -> partial[bool]:
    return partial(begun, now=now)


async def test_when_the_day_is_full_only_rights_go_on_until_the_next(store: SqliteStore) -> None:
    two = Courtesy(per_day=2)
    await crowd(store, *[Priority.KNOWN] * 3, Priority.RIGHTS)
    sent = []
    while post := await first(store, two):
        await store.write(lambda tx, id_=post.id: tx.outbox.mark_sending(id_, NOW))  # type: ignore[misc]
        sent.append(post.priority)
    assert sent == [Priority.RIGHTS, Priority.KNOWN, Priority.KNOWN]
    assert await store.read(lambda tx: opens(tx, "paper", two, NOW)) == NOW.replace(hour=0) + timedelta(days=1)
    assert await first(store, two, timedelta(hours=15)) is not None


@pytest.mark.parametrize("how", ["by the admin", "by the server"])
async def test_people_of_a_server_denied_meanwhile_get_nothing(store: SqliteStore, how: str) -> None:
    await crowd(store, Priority.KNOWN, recipient="https://social.m.example/users/ann")
    denied = Courtesy(denied=frozenset({"m.example"} if how == "by the admin" else ()))
    if how == "by the server":
        await store.write(lambda tx: tx.courtesy.deny("m.example", "server", NOW))
    assert await first(store, denied) is None
    (row,) = await store.read(lambda tx: tx.outbox.rows())
    assert (row.state, row.reason) == (State.WITHDRAWN, deliver.DENIED)


async def test_a_crowd_keeps_nobody_waiting_for_ever_and_the_known_hardly_at_all(store: SqliteStore) -> None:
    await crowd(store, *[Priority.ANSWER] * 30, recipient="did:plc:old")
    await crowd(store, *[Priority.NEWCOMER] * 100, recipient="did:plc:new")
    await crowd(store, Priority.ANNOUNCEMENT, *[Priority.KNOWN] * 20, recipient="did:plc:ann")
    order = []
    for turn in range(40):
        post = await store.write(
            partial(deliver.next_post, network="paper", platform=Platform.BLUESKY, now=NOW, within=WITHIN, turn=turn)
        )
        assert post is not None
        order.append(post.priority)
        await store.write(lambda tx, id_=post.id: tx.outbox.mark_sending(id_, NOW))  # type: ignore[misc]
    assert order.index(Priority.ANNOUNCEMENT) == 9
    assert order[:30].count(Priority.KNOWN) == 20  # all of them, hardly later than alone
    assert order.count(Priority.ANSWER) == 4
