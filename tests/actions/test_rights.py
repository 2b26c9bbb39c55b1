"""An answer is taken back by those who may, whatever has become of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions import deliver
from bot.actions.receive import ANSWERED, SEEN, receive
from bot.domain.accounts import Platform
from bot.domain.effects import Why
from bot.domain.encounters import Visibility
from bot.domain.outbox import DELETES, DELETION, TAKEN_BACK, Post, State
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK, asks
from tests.storage.builders import NOW, SECOND, bluesky

OURS = "at://did:plc:bot/app.bsky.feed.post/1"
THREAD = "at://did:plc:cat/app.bsky.feed.post/1"
WITHIN = timedelta(hours=72)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(lambda tx: tx.inbox.first_start("paper", NOW - SECOND))
    yield opened
    await opened.close()


def says_delete(who: str = "ann", parent: str = OURS, **more: object) -> object:
    account = bluesky(who)
    known = {"account": account, "parent": parent, "reply_to_us": True, "thread": THREAD, **more}
    return asks("supprime", f"at://{account.id}/2", **known)


async def answered(store: SqliteStore, state: State = State.SENT) -> Post:
    """Ann asked in a thread of Cat's, and this became of the answer."""

    def work(tx: Transaction) -> Post:
        assert receive(tx, asks(thread=THREAD), DESK, NOW) == ANSWERED
        post = deliver.next_post(tx, "paper", Platform.BLUESKY, NOW, WITHIN)
        assert post is not None
        if state is not State.READY:
            assert deliver.begin(tx, post, Platform.BLUESKY, NOW, WITHIN)
        if state is State.SENT:
            deliver.sent(tx, post, OURS, NOW)
        elif state is State.UNKNOWN:
            tx.outbox.settle(post.id, State.UNKNOWN, NOW)
        return post

    return await store.write(work)


async def hears(store: SqliteStore, encounter: object) -> str:
    return await store.write(lambda tx: receive(tx, encounter, DESK, NOW + SECOND))  # type: ignore[arg-type]


async def next_one(store: SqliteStore) -> Post | None:
    return await store.write(lambda tx: deliver.next_post(tx, "paper", Platform.BLUESKY, NOW + SECOND, WITHIN))


async def state_of(store: SqliteStore, post: Post) -> tuple[State, str | None]:
    found = await store.read(lambda tx: tx.outbox.get(post.id))
    assert found is not None
    return found.state, found.reason


@pytest.mark.parametrize(
    "encounter",
    [says_delete(), says_delete("cat"), says_delete(parent="at://did:plc:cat/app.bsky.feed.post/1")],
    ids=["who asked", "who began the thread", "who asked, replying to somebody else"],
)
async def test_those_who_may_have_an_answer_deleted_once(store: SqliteStore, encounter: object) -> None:
    await answered(store)
    assert await hears(store, encounter) == Why.TAKEN_BACK
    owed = await next_one(store)
    assert owed is not None
    assert (owed.kind, owed.record, owed.recipient_id, owed.thread) == (DELETION, {DELETES: OURS}, "", "")
    assert len(await store.read(lambda tx: tx.outbox.rows(state=State.READY))) == 1


async def test_nobody_else_may(store: SqliteStore) -> None:
    await answered(store)
    claims_the_thread = says_delete("eve", thread="at://did:plc:eve/app.bsky.feed.post/9")
    assert await hears(store, claims_the_thread) == Why.NOTHING_TO_DELETE
    assert await next_one(store) is None


async def test_on_a_server_of_mastodon_s_kind_the_server_says_who_began_the_thread(store: SqliteStore) -> None:
    def work(tx: Transaction) -> str:
        receive(tx, asks(thread="https://m.example/1"), DESK, NOW)
        post = deliver.next_post(tx, "paper", Platform.BLUESKY, NOW, WITHIN)
        assert post is not None
        deliver.begin(tx, post, Platform.BLUESKY, NOW, WITHIN)
        deliver.sent(tx, post, OURS, NOW)
        return receive(tx, says_delete("cat", thread_author="did:plc:cat"), DESK, NOW)  # type: ignore[arg-type]

    assert await store.write(work) == Why.TAKEN_BACK


async def test_an_answer_not_sent_yet_is_never_sent(store: SqliteStore) -> None:
    post = await answered(store, State.READY)
    await hears(store, says_delete(parent=""))
    assert await state_of(store, post) == (State.WITHDRAWN, TAKEN_BACK)
    assert await next_one(store) is None
    assert not await store.write(lambda tx: tx.outbox.retry(post.id, NOW))


@pytest.mark.parametrize("state", [State.SENDING, State.UNKNOWN])
async def test_what_may_be_out_there_is_found_first_and_deleted_then(store: SqliteStore, state: State) -> None:
    post = await answered(store, state)
    await hears(store, says_delete(parent=""))
    await store.write(lambda tx: deliver.sent(tx, post, OURS, NOW))
    owed = await next_one(store)
    assert owed is not None
    assert owed.record == {DELETES: OURS}


async def test_what_was_not_found_is_not_sent_again(store: SqliteStore) -> None:
    post = await answered(store, State.UNKNOWN)
    await hears(store, says_delete(parent=""))
    found = await next_one(store)
    assert found is not None
    assert found.id == post.id
    assert not await store.write(lambda tx: deliver.begin(tx, found, Platform.BLUESKY, NOW, WITHIN))
    assert (await state_of(store, post))[0] is State.WITHDRAWN


async def test_in_private_it_is_acknowledged(store: SqliteStore) -> None:
    await answered(store)
    assert await hears(store, says_delete(visibility=Visibility.DIRECT)) == ANSWERED


async def test_deletions_of_one_day_are_all_done_and_acknowledged_once(store: SqliteStore) -> None:
    outcomes = []
    for number in range(2):
        await hears(store, asks("combien", f"chat:{number}", visibility=Visibility.DIRECT))
        outcomes.append(await hears(store, asks("supprime", f"chat:{number}/no", visibility=Visibility.DIRECT)))
    assert outcomes == [ANSWERED, Why.TOO_MANY]
    rows = await store.read(lambda tx: tx.outbox.rows())
    assert sorted((row.kind, row.state) for row in rows) == [
        ("count", State.WITHDRAWN), ("count", State.WITHDRAWN), ("delete", State.READY),
    ]  # fmt: skip


async def test_a_deletion_is_never_too_late(store: SqliteStore) -> None:
    await answered(store)
    await hears(store, says_delete())
    late = NOW + timedelta(days=30)
    owed = await store.write(lambda tx: deliver.next_post(tx, "paper", Platform.BLUESKY, late, WITHIN))
    assert owed is not None
    assert await store.write(lambda tx: deliver.begin(tx, owed, Platform.BLUESKY, late, WITHIN))


async def rows_naming(store: SqliteStore, word: str) -> list[str]:
    """Tables with a row that names somebody."""

    def work(tx: Transaction) -> list[str]:
        execute = tx.session.execute  # type: ignore[attr-defined]
        found = []
        for (table,) in execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall():
            found += [table for row in execute(f"SELECT * FROM {table}") if word in repr(row)]
        return found

    return await store.read(work)


async def registered(store: SqliteStore) -> None:
    def work(tx: Transaction) -> None:
        person = tx.people.register(7_000_000_000, "annonx", "fr", NOW)
        tx.people.link(person.id, bluesky("ann"), 4, "s", NOW)

    await store.write(work)


async def swept(store: SqliteStore) -> None:
    """Until what an erasure leaves to do is done."""
    async with asyncio.timeout(30):
        for _ in range(1500):
            if "erasure" not in await rows_naming(store, "did:plc:ann"):
                return
            await asyncio.sleep(0.02)


async def test_a_word_erases_and_the_receipt_is_forgotten_when_it_is_sent(store: SqliteStore) -> None:
    await registered(store)
    await answered(store)
    assert await hears(store, asks("oublie-moi", "at://did:plc:ann/9")) == ANSWERED
    deletion = await next_one(store)
    assert deletion is not None
    assert deletion.record == {DELETES: OURS}
    await store.write(lambda tx: deliver.begin(tx, deletion, Platform.BLUESKY, NOW, WITHIN))
    await store.write(lambda tx: deliver.sent(tx, deletion, OURS, NOW))
    receipt = await next_one(store)
    assert receipt is not None
    assert (receipt.kind, receipt.recipient_id) == ("forget", "did:plc:ann")
    await swept(store)
    assert set(await rows_naming(store, "did:plc:ann")) == {"outbox"}
    await store.write(lambda tx: deliver.begin(tx, receipt, Platform.BLUESKY, NOW, WITHIN))
    await store.write(lambda tx: deliver.sent(tx, receipt, "at://did:plc:bot/app.bsky.feed.post/2", NOW))
    assert await rows_naming(store, "did:plc:ann") == []
    assert await rows_naming(store, "ann.bsky.social") == []


async def test_whoever_asks_twice_before_the_receipt_leaves_gets_it(store: SqliteStore) -> None:
    await registered(store)
    assert await hears(store, asks("oublie-moi", "at://did:plc:ann/9")) == ANSWERED
    assert await hears(store, asks("oublie-moi", "at://did:plc:ann/10")) == Why.FORGOTTEN
    receipt = await next_one(store)
    assert receipt is not None
    assert (receipt.kind, receipt.recipient_id) == ("forget", "did:plc:ann")
    await sent(store)
    assert "outbox" not in await rows_naming(store, "did:plc:ann")


async def test_the_wish_is_heard_once_and_they_may_come_back_by_their_own_word(store: SqliteStore) -> None:
    await registered(store)
    wish = asks("oublie-moi", "at://did:plc:ann/9")
    assert [await hears(store, wish) for _ in range(2)] == [ANSWERED, SEEN]
    assert await store.write(lambda tx: tx.rights.is_erased([bluesky("ann")]))
    assert await hears(store, asks("je suis @annonx sur X", "at://did:plc:ann/10")) == ANSWERED
    assert not await store.write(lambda tx: tx.rights.is_erased([bluesky("ann")]))


async def test_words_short_of_explicit_are_asked_back_once(store: SqliteStore) -> None:
    await registered(store)
    assert await hears(store, asks("efface mon compte ?", "at://did:plc:ann/9")) == ANSWERED
    await sent(store)
    assert await is_there(store)
    assert await hears(store, asks("non", "at://did:plc:ann/10")) == ANSWERED
    assert await hears(store, asks("oui", "at://did:plc:ann/11")) != ANSWERED
    assert await hears(store, asks("efface mon compte ?", "at://did:plc:ann/12")) == ANSWERED
    await sent(store)
    assert await hears(store, asks("oui", "at://did:plc:ann/13")) == ANSWERED
    assert not await is_there(store)


async def is_there(store: SqliteStore) -> bool:
    return await store.read(lambda tx: tx.people.by_x(7_000_000_000)) is not None


async def sent(store: SqliteStore) -> None:
    """All that is owed is on the network."""

    def work(tx: Transaction) -> None:
        while post := deliver.next_post(tx, "paper", Platform.BLUESKY, NOW + SECOND, WITHIN):
            deliver.begin(tx, post, Platform.BLUESKY, NOW + SECOND, WITHIN)
            deliver.sent(tx, post, f"at://did:plc:bot/app.bsky.feed.post/{post.id}", NOW + SECOND)

    await store.write(work)


@pytest.mark.parametrize("word", ["ne m'oublie pas", "annule", "laisse tomber", "je reste", "aide", "trouve", "stop"])
async def test_after_any_other_word_a_yes_erases_nobody(store: SqliteStore, word: str) -> None:
    await registered(store)
    private = {"visibility": Visibility.DIRECT}
    await hears(store, asks("efface mon compte ?", "at://did:plc:ann/9", **private))
    await sent(store)
    for number, said in enumerate((word, "oui", "oui")):
        await hears(store, asks(said, f"at://did:plc:ann/1{number}", **private))
        await sent(store)
    assert await is_there(store)


async def test_a_question_nobody_saw_is_answered_by_nobody(store: SqliteStore) -> None:
    await registered(store)
    rehearsing = replace(DESK, rehearsal=True)
    question, yes = asks("efface mon compte ?", "at://did:plc:ann/9"), asks("oui", "at://did:plc:ann/10")
    assert await store.write(lambda tx: receive(tx, question, rehearsing, NOW)) == ANSWERED
    await hears(store, yes)
    await hears(store, replace(question, uri="at://did:plc:ann/11"))  # still owed
    await hears(store, replace(yes, uri="at://did:plc:ann/12"))
    assert await is_there(store)


async def test_a_wish_beside_the_name_of_another_is_asked_back(store: SqliteStore) -> None:
    await registered(store)
    await hears(store, asks("oublie-moi", "at://did:plc:ann/9", others_mentioned=True))
    assert await is_there(store)
    carried = asks("oublie-moi", "at://did:plc:ann/10", others_mentioned=True, parent="at://did:plc:bob/1")
    await hears(store, carried)
    assert not await is_there(store)


async def test_a_day_later_a_yes_erases_nobody(store: SqliteStore) -> None:
    await registered(store)
    await hears(store, asks("efface mon compte ?", "at://did:plc:ann/9"))
    await sent(store)
    late = NOW + timedelta(hours=25)
    yes = asks("oui", "at://did:plc:ann/10", at=late)
    await store.write(lambda tx: receive(tx, yes, DESK, late))
    assert await is_there(store)


async def test_a_wish_found_too_late_is_obeyed_without_a_word(store: SqliteStore) -> None:
    await registered(store)
    wish = asks("oublie-moi", "at://did:plc:ann/9")
    late = NOW + timedelta(days=5)
    assert await store.write(lambda tx: receive(tx, wish, DESK, late)) == Why.TOO_OLD
    assert await store.read(lambda tx: tx.people.by_x(7_000_000_000)) is None
    assert await next_one(store) is None


async def test_a_deletion_found_too_late_is_owed_of_what_was_there_then(store: SqliteStore) -> None:
    await answered(store)
    late = NOW + timedelta(days=5)
    before, after = (says_delete(at=NOW + shift, parent="") for shift in (-SECOND / 2, SECOND))
    assert await store.write(lambda tx: receive(tx, before, DESK, late)) == Why.TOO_OLD  # type: ignore[arg-type]
    assert await next_one(store) is None
    after = replace(after, uri="at://did:plc:ann/3")  # type: ignore[type-var]
    assert await store.write(lambda tx: receive(tx, after, DESK, late)) == Why.TOO_OLD  # type: ignore[arg-type]
    owed = await next_one(store)
    assert owed is not None
    assert owed.record == {DELETES: OURS}


async def test_what_was_erased_again_after_a_restore_is_deleted_at_the_start(store: SqliteStore) -> None:
    await answered(store)
    await store.write(lambda tx: tx.rights.erase(bluesky("ann"), NOW, whole=False))
    assert await next_one(store) is None
    await store.write(lambda tx: deliver.recover(tx, "paper", NOW, restored=False, settle_seconds=0.0))
    owed = await next_one(store)
    assert owed is not None
    assert owed.record == {DELETES: OURS}
    await store.write(lambda tx: deliver.recover(tx, "paper", NOW, restored=False, settle_seconds=0.0))
    assert len(await store.read(lambda tx: tx.outbox.rows(state=State.READY))) == 1


async def test_in_private_people_are_told_what_is_kept(store: SqliteStore) -> None:
    await registered(store)
    asked = asks("mes données", "at://did:plc:ann/9", visibility=Visibility.DIRECT)
    assert await hears(store, asked) == ANSWERED
    post = await next_one(store)
    assert post is not None
    words = str(post.record)
    assert "Ce que je garde" in words
    assert "1 compte ici" in words
    assert "did:plc:ann" not in words.replace("'recipient", "")
