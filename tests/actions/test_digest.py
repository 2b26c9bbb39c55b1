"""One digest: what must be true when it is owed, and again when it is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.actions import deliver, digest
from bot.actions.digest import Office, office_of
from bot.actions.receive import Desk
from bot.domain.accounts import Account, Platform
from bot.domain.consent import Told
from bot.domain.digests import Terms
from bot.domain.outbox import REHEARSAL, Post, Priority, State
from bot.domain.replies import Policy
from bot.locales import Catalogues
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, bluesky, mastodon

TERMS = Terms(ZoneInfo("UTC"))
AGREED = NOW - timedelta(days=30)
MONDAY = NOW + timedelta(days=3)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key", role="bot")
    yield opened
    await opened.close()


def office(*networks: PaperNetwork, rehearsal: bool = False, opened: bool = True, public: str = "") -> Office:
    policy = Policy(campaign="QuitteX", operator="@op@m.example")
    desks = [
        Desk(one, replace(policy, private_messages=one.name != public), Catalogues(), 1, timedelta(), rehearsal)
        for one in networks or (PaperNetwork(),)
    ]
    return office_of(desks, {one.name for one in networks or (PaperNetwork(),)} if opened else set(), TERMS)


def reader(tx: Transaction, *accounts: Account) -> int:
    """Ann, who followed 2 and 3 on X and wants to be told every week."""
    ann = tx.people.register(1, "ann", "en", AGREED).id
    for account in accounts or (bluesky("ann"),):
        tx.people.link(ann, account, 3, "test", AGREED)
    tx.people.set_consent(ann, "told", "weekly", AGREED)
    tx.graph.replace_list(ann, 0, "test", [2, 3], AGREED)
    return ann


def newcomer(tx: Transaction, number: int, account: Account) -> int:
    person = tx.people.register(number, f"x{number}", "", AGREED).id
    tx.people.link(person, account, 3, "test", NOW)
    return person


def owed(tx: Transaction, person: int, now: datetime = NOW, where: Office | None = None) -> Post | None:
    post = digest.owe_digest(tx, person, Told.WEEKLY, AGREED, where or office(), now)
    return None if post is None else tx.outbox.get(post)


async def test_it_is_owed_once_in_private_and_goes_last(store: SqliteStore) -> None:
    def work(tx: Transaction) -> tuple[Post | None, Post | None]:
        ann = reader(tx)
        newcomer(tx, 2, bluesky("bob"))
        return owed(tx, ann), owed(tx, ann)

    first, again = await store.write(work)
    assert first is not None and again is None
    assert (first.kind, first.priority, first.state) == ("digest", Priority.DIGEST, State.READY)
    assert first.record["visibility"] == "direct"
    assert "did:plc:bob" in first.record["text"]
    assert first.recipient_id == "did:plc:ann"


async def test_nothing_new_is_no_message_and_no_key(store: SqliteStore) -> None:
    def work(tx: Transaction) -> tuple[Post | None, Post | None]:
        ann = reader(tx)
        nothing = owed(tx, ann)
        newcomer(tx, 2, bluesky("bob"))
        return nothing, owed(tx, ann)

    nothing, something = await store.write(work)
    assert nothing is None and something is not None


async def test_only_people_one_followed_are_told_and_only_those_who_may_be_found(store: SqliteStore) -> None:
    def work(tx: Transaction) -> Post | None:
        ann = reader(tx)
        fan = newcomer(tx, 9, bluesky("fan"))
        tx.graph.replace_list(fan, 0, "test", [1], NOW)
        hidden = newcomer(tx, 3, bluesky("hidden"))
        tx.people.set_consent(hidden, "found", "nobody", NOW)
        return owed(tx, ann)

    assert await store.write(work) is None


async def test_who_has_no_private_way_is_not_written_to(store: SqliteStore) -> None:
    def work(tx: Transaction) -> Post | None:
        ann = reader(tx, mastodon("ann"))
        newcomer(tx, 2, bluesky("bob"))
        return owed(tx, ann)

    assert await store.write(work) is None


async def test_without_private_messages_it_is_a_number_in_public(store: SqliteStore) -> None:
    def work(tx: Transaction) -> tuple[Post | None, Post | None, str | None]:
        ann = reader(tx)
        bob = newcomer(tx, 2, bluesky("bob"))
        tx.people.set_consent(bob, "named", "yes", NOW)
        first = owed(tx, ann, where=office(public="paper"))
        assert first is not None
        return (
            first,
            owed(tx, ann, where=office(public="paper")),
            digest.unwanted(tx, first, Platform.BLUESKY, NOW, TERMS),
        )

    first, again, unwanted = await store.write(work)
    assert first is not None and again is None and unwanted is None
    assert (first.record["visibility"], first.priority) == ("public", Priority.DIGEST)
    assert first.recipient_id == "did:plc:ann" and "Mention(handle='ann" in first.record["text"]
    assert "1 person you followed on X" in first.record["text"] and "bob" not in first.record["text"]


async def test_what_was_told_in_public_is_told_once_and_what_was_not_sent_again(store: SqliteStore) -> None:
    def work(tx: Transaction) -> list[Post | None]:
        ann, public = reader(tx), office(public="paper")
        newcomer(tx, 2, bluesky("bob"))
        first = owed(tx, ann, where=public)
        assert first is not None
        tx.outbox.settle(first.id, State.WITHDRAWN, NOW, reason="too late")
        again = owed(tx, ann, MONDAY, where=public)
        assert again is not None
        tx.outbox.mark_sending(again.id, MONDAY)
        tx.outbox.settle(again.id, State.SENT, MONDAY, receipt="r")
        return [first, again, owed(tx, ann, MONDAY + timedelta(days=7), where=public)]

    first, again, third = await store.write(work)
    assert first and again and third is None
    assert "1 person" in again.record["text"]


async def test_a_network_that_is_not_reached_yet_is_waited_for(store: SqliteStore) -> None:
    def work(tx: Transaction) -> tuple[Any, Any, Post | None]:
        ann = reader(tx)
        newcomer(tx, 2, bluesky("bob"))
        closed = office(opened=False)
        look = [digest.with_news(tx, [(ann, AGREED)], Told.WEEKLY, one, NOW) for one in (closed, office())]
        return *look, owed(tx, ann, where=closed)

    closed, open_, post = await store.write(work)
    assert (closed, open_) == (([], True), ([(1, AGREED)], False))
    assert post is None


async def test_somebody_on_two_networks_is_told_where_we_answered_them_last(store: SqliteStore) -> None:
    there = PaperNetwork("there", Platform.MASTODON)

    def work(tx: Transaction) -> Post | None:
        ann = reader(tx, bluesky("ann"), mastodon("ann"))
        newcomer(tx, 2, bluesky("bob"))
        from tests.storage.builders import a_draft

        answer = a_draft("t", recipient_id=mastodon("ann").id)
        number = tx.outbox.add(answer, {}, network="there", kind="find", state=State.READY, thread="", counts=True)
        assert number is not None
        tx.outbox.settle(number, State.SENT, NOW, receipt="r")
        return owed(tx, ann, where=office(PaperNetwork(), there))

    post = await store.write(work)
    assert post is not None and post.network == "there"


async def test_a_rehearsal_holds_it_and_the_next_takes_its_news_along(store: SqliteStore) -> None:
    def work(tx: Transaction) -> list[Post | None]:
        ann = reader(tx)
        newcomer(tx, 2, bluesky("bob"))
        first = owed(tx, ann, where=office(rehearsal=True))
        newcomer(tx, 3, bluesky("eve"))
        second = owed(tx, ann, MONDAY)
        return [first and tx.outbox.get(first.id), second]

    first, second = await store.write(work)
    assert first and second and first.state is State.WITHDRAWN
    assert "did:plc:bob" in second.record["text"] and "did:plc:eve" in second.record["text"]


async def test_held_in_rehearsal_says_so(store: SqliteStore) -> None:
    def work(tx: Transaction) -> Post | None:
        ann = reader(tx)
        newcomer(tx, 2, bluesky("bob"))
        return owed(tx, ann, where=office(rehearsal=True))

    post = await store.write(work)
    assert post and (post.state, post.reason) == (State.HELD, REHEARSAL)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda tx, ann: None, None),
        (lambda tx, ann: tx.people.set_consent(ann, "told", "daily", NOW), None),
        (lambda tx, ann: tx.people.set_consent(ann, "told", "never", NOW), "did not agree to be told"),
        (lambda tx, ann: tx.people.silence(bluesky("ann"), True, NOW), "asked for silence"),
        (lambda tx, ann: tx.people.unlink(bluesky("ann")), "no longer linked"),
        (lambda tx, ann: tx.people.remove(ann), "no longer linked"),
    ],
)
async def test_everything_is_asked_again_when_it_is_sent(store: SqliteStore, change: Any, reason: str | None) -> None:
    def work(tx: Transaction) -> str | None:
        ann = reader(tx)
        newcomer(tx, 2, bluesky("bob"))
        post = owed(tx, ann)
        assert post is not None
        change(tx, ann)
        return digest.unwanted(tx, post, Platform.BLUESKY, NOW, TERMS)

    assert await store.write(work) == reason


async def test_it_is_too_late_when_the_next_period_begins(store: SqliteStore) -> None:
    def work(tx: Transaction) -> str | None:
        ann = reader(tx)
        newcomer(tx, 2, bluesky("bob"))
        post = owed(tx, ann)
        assert post is not None
        return digest.unwanted(tx, post, Platform.BLUESKY, MONDAY, TERMS)

    assert await store.write(work) == "its time is over, the news come with the next"


async def test_who_hid_while_it_waited_is_not_named_and_the_others_come_with_the_next(store: SqliteStore) -> None:
    def work(tx: Transaction) -> tuple[bool, Post | None, Post | None]:
        ann, bob = reader(tx), newcomer(tx, 2, bluesky("bob"))
        newcomer(tx, 3, bluesky("cleo"))
        post = owed(tx, ann)
        assert post is not None
        tx.people.set_consent(bob, "found", "nobody", NOW)
        begun = deliver.begin(tx, post, Platform.BLUESKY, NOW, timedelta(), TERMS)
        return begun, tx.outbox.get(post.id), owed(tx, ann, MONDAY)

    begun, first, second = await store.write(work)
    assert not begun and first and first.state is State.WITHDRAWN
    assert second and "did:plc:cleo" in second.record["text"] and "bob" not in second.record["text"]


async def test_a_name_left_out_for_want_of_room_takes_nothing_back(store: SqliteStore) -> None:
    def work(tx: Transaction) -> list[str | None]:
        ann = reader(tx)
        tx.graph.replace_list(ann, 0, "test", range(2, 30), AGREED)
        people = [newcomer(tx, x, bluesky(f"person-with-a-name-{x}")) for x in range(2, 30)]
        post = owed(tx, ann)
        assert post is not None
        unnamed = [one for one, x in zip(people, range(2, 30), strict=True) if f"-{x}'" not in post.record["text"]]
        assert 0 < len(unnamed) < len(people)
        for one in unnamed:
            tx.people.set_consent(one, "found", "nobody", NOW)
        stands = deliver.next_post(tx, "paper", Platform.BLUESKY, NOW, timedelta(), TERMS)
        return [stands.key if stands else None, post.key]

    sent, owed_key = await store.write(work)
    assert sent == owed_key
