"""What every Store promises, whatever engine is behind it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.consent import Consent, Found, Told
from bot.domain.encounters import Gap
from bot.domain.listing import Place
from bot.domain.matching import Reason
from bot.domain.outbox import State, derive_key
from bot.domain.reconnecting import Verdict
from bot.domain.registry import KeptList, ListChange
from bot.errors import InputError, StorageError
from bot.ports import Snapshot, Store, Transaction
from bot.storage import open_store
from tests.storage.builders import NOW, SECOND, FixedClock, a_draft, a_mention, bluesky, mastodon

FOLLOWS, FOLLOWERS = 0, 1


@pytest.fixture(params=["sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(f"{request.param}:{tmp_path / 'quittex.db'}", tmp_path / "key", clock=FixedClock())
    yield opened
    await opened.close()


def owe(tx: Transaction, number: int = 1, **more: Any) -> int:
    trigger = f"at://did:plc:ann/post/{number}"
    known: dict[str, Any] = {"network": "bluesky", "kind": "matches", "state": State.READY, "thread": "t"}
    post = tx.outbox.add(a_draft(trigger), {"text": "hello"}, **{"counts": True, **known, **more})
    assert post is not None
    return post


def state_of(tx: Transaction, post: int) -> State:
    found = tx.outbox.get(post)
    assert found is not None
    return found.state


class TestTransactions:
    async def test_a_failure_rolls_back_its_own_work_only(self, store: Store) -> None:
        def fail(tx: Transaction) -> None:
            tx.set_meta("bad", "1")
            raise ValueError("no")

        results = await asyncio.gather(
            *(store.write(lambda tx, n=n: tx.set_meta(f"good{n}", "1")) for n in range(20)),  # type: ignore[misc]
            store.write(fail),
            *(store.write(lambda tx, n=n: tx.set_meta(f"good{n}", "1")) for n in range(20, 40)),  # type: ignore[misc]
            return_exceptions=True,
        )
        assert [r for r in results if r is not None and not isinstance(r, ValueError)] == []
        kept = await store.read(lambda tx: [tx.get_meta(f"good{n}") for n in range(40)])
        assert kept == ["1"] * 40
        assert await store.read(lambda tx: tx.get_meta("bad")) is None

    async def test_work_is_given_back_its_result(self, store: Store) -> None:
        assert await store.write(lambda tx: 41 + 1) == 42

    async def test_a_snapshot_cannot_write(self, store: Store) -> None:
        with pytest.raises(StorageError):
            await store.read(lambda tx: tx.set_meta("a", "b"))

    async def test_a_snapshot_stays_the_same_while_others_write(self, store: Store) -> None:
        loop = asyncio.get_running_loop()
        await store.write(lambda tx: tx.set_meta("a", "old"))

        def look_twice(snapshot: Snapshot) -> list[str | None]:
            first = snapshot.get_meta("a")
            asyncio.run_coroutine_threadsafe(store.write(lambda tx: tx.set_meta("a", "new")), loop).result()
            return [first, snapshot.get_meta("a")]

        assert await store.read(look_twice) == ["old", "old"]
        assert await store.read(lambda tx: tx.get_meta("a")) == "new"

    async def test_the_bell_rings_once_per_change_for_everybody_who_waits(self, store: Store) -> None:
        since = store.version
        async with asyncio.TaskGroup() as tasks:
            waiting = [tasks.create_task(store.changed(since)) for _ in range(3)]
            tasks.create_task(store.write(lambda tx: tx.set_meta("a", "b")))
        assert {task.result() for task in waiting} == {store.version} != {since}
        assert await store.changed(since) == store.version, "who comes late does not wait"

    async def test_work_that_changes_nothing_rings_no_bell(self, store: Store) -> None:
        await store.write(lambda tx: tx.set_meta("a", "b"))
        since = store.version
        await store.write(lambda tx: tx.outbox.next_ready("bluesky", NOW))
        assert store.version == since

    async def test_a_closed_store_says_so(self, store: Store) -> None:
        await store.close()
        with pytest.raises(StorageError, match="closed"):
            await store.write(lambda tx: None)

    async def test_closing_finishes_what_is_queued(self, store: Store) -> None:
        async with asyncio.TaskGroup() as tasks:
            queued = [tasks.create_task(store.write(lambda tx: tx.set_meta("a", "b"))) for _ in range(50)]
            await asyncio.sleep(0)
            await store.close()
        assert [task.result() for task in queued] == [None] * 50


class TestInbox:
    async def test_the_same_uri_is_taken_in_once_per_network(self, store: Store) -> None:
        add = await store.write(lambda tx: [tx.inbox.add(a_mention(), NOW), tx.inbox.add(a_mention(), NOW)])
        assert add == [True, False]
        assert await store.write(lambda tx: tx.inbox.add(a_mention(network="other"), NOW))

    async def test_lone_surrogates_poison_nothing(self, store: Store) -> None:
        poison = a_mention(text="hi \ud800", account=bluesky("a\udfff"), languages=("\ud800",), thread="\ud800")
        assert await store.write(lambda tx: tx.inbox.add(poison, NOW))

    async def test_outcomes_are_counted_and_faults_are_one(self, store: Store) -> None:
        def work(tx: Transaction) -> dict[str, int]:
            for n, outcome in enumerate(["answered", "answered", "fault: ValueError", "fault: KeyError"]):
                tx.inbox.add(a_mention(f"at://{n}"), NOW)
                tx.inbox.settle("bluesky", f"at://{n}", outcome)
            tx.inbox.add(a_mention("at://undecided"), NOW)
            return tx.inbox.outcomes("bluesky")

        assert await store.write(work) == {"answered": 2, "fault": 2}

    async def test_cursors_move_and_belong_to_their_network(self, store: Store) -> None:
        def work(tx: Transaction) -> dict[str, str]:
            tx.inbox.move_cursor("bluesky", "jetstream", "1")
            tx.inbox.move_cursor("bluesky", "jetstream", "2")
            tx.inbox.move_cursor("piaille", "mentions", "9")
            return tx.inbox.cursors("bluesky")

        assert await store.write(work) == {"jetstream": "2"}

    async def test_the_first_start_is_remembered(self, store: Store) -> None:
        starts = await store.write(
            lambda tx: [tx.inbox.first_start("bluesky", NOW), tx.inbox.first_start("bluesky", NOW + SECOND)]
        )
        assert starts == [NOW, NOW]

    async def test_gaps_that_touch_become_one(self, store: Store) -> None:
        def work(tx: Transaction) -> list[Gap]:
            for since, until, missed in ((0, 10, 1), (20, 30, 2), (10, 20, 4), (50, 60, 8)):
                tx.inbox.add_gap(
                    Gap("bluesky", "jetstream", NOW + since * SECOND, NOW + until * SECOND, "cursor too old", missed),
                    NOW,
                )
            tx.inbox.add_gap(Gap("bluesky", "jetstream", NOW, NOW + 99 * SECOND, "another reason"), NOW)
            return tx.inbox.gaps("bluesky")

        gaps = await store.write(work)
        assert [(g.reason, (g.until - g.since) // SECOND, g.missed) for g in gaps] == [
            ("another reason", 99, 0),
            ("cursor too old", 10, 8),
            ("cursor too old", 30, 7),
        ]

    async def test_old_rows_lose_their_words_but_not_their_uri(self, store: Store) -> None:
        await store.write(lambda tx: tx.inbox.add(a_mention(text="hello"), NOW))
        assert await store.write(lambda tx: tx.inbox.drop_before(NOW + SECOND)) == 1
        assert await store.write(lambda tx: tx.inbox.drop_before(NOW + SECOND)) == 0
        assert not await store.write(lambda tx: tx.inbox.add(a_mention(), NOW))


class TestOutbox:
    async def test_a_key_is_owed_once_on_any_network_in_any_state(self, store: Store) -> None:
        def work(tx: Transaction) -> Any:
            post = owe(tx)
            tx.outbox.withdraw(post, NOW)
            return tx.outbox.add(a_draft(), {}, network="other", kind="help", state=State.HELD, thread="", counts=False)

        assert await store.write(work) is None

    async def test_a_post_comes_back_whole(self, store: Store) -> None:
        record = {"z": [1, {"é": "👩‍🚀"}], "a": None, "bad": "\ud800"}

        def work(tx: Transaction) -> Any:
            draft = a_draft(image=b"\x89PNG", created_at=NOW + timedelta(microseconds=7))
            post = tx.outbox.add(
                draft,
                record,
                network="bluesky",
                kind="counters",
                state=State.HELD,
                thread="t",
                counts=True,
                reason="why",
            )
            tx.outbox.keep_ticket(post or 0, {"blob": "x"})
            return tx.outbox.get(post or 0)

        post = await store.write(work)
        assert dict(post.record) == {**record, "bad": "?"} and list(post.record) == list(record)
        assert (post.image, post.ticket, post.reason, post.state) == (b"\x89PNG", {"blob": "x"}, "why", State.HELD)
        assert (post.created_at, post.recipient_id, post.key) == (
            NOW + timedelta(microseconds=7),
            "did:plc:ann",
            derive_key("at://did:plc:ann/post/1", "answered"),
        )

    async def test_the_oldest_that_is_due_comes_first_and_nobody_is_held_up(self, store: Store) -> None:
        def work(tx: Transaction) -> list[int | None]:
            first, second, third = owe(tx, 1), owe(tx, 2), owe(tx, 3, network="other")
            tx.outbox.mark_sending(first, NOW)
            tx.outbox.settle(first, State.UNKNOWN, NOW, not_before=NOW + 60 * SECOND)
            found = [tx.outbox.next_ready("bluesky", NOW), tx.outbox.next_ready("bluesky", NOW + 60 * SECOND)]
            assert (second, third) == (first + 1, first + 2)
            return [post and post.id - first for post in found]

        assert await store.write(work) == [1, 0]

    async def test_what_waits_says_until_when(self, store: Store) -> None:
        def work(tx: Transaction) -> list[Any]:
            before = tx.outbox.next_due("bluesky")
            post = owe(tx)
            ready = tx.outbox.next_due("bluesky")
            tx.outbox.settle(post, State.READY, NOW, not_before=NOW + 5 * SECOND)
            return [before, ready, tx.outbox.next_due("bluesky")]

        assert await store.write(work) == [None, NOW, NOW + 5 * SECOND]

    async def test_a_try_is_counted_and_dated(self, store: Store) -> None:
        def work(tx: Transaction) -> Any:
            post = owe(tx)
            assert tx.outbox.mark_sending(post, NOW) and not tx.outbox.mark_sending(post, NOW)
            tx.outbox.settle(post, State.READY, NOW)
            tx.outbox.mark_sending(post, NOW + SECOND)
            tx.outbox.settle(post, State.SENT, NOW + 2 * SECOND, receipt="at://us/1")
            return tx.outbox.get(post)

        post = await store.write(work)
        assert (post.attempts, post.first_try, post.last_try, post.sent_at) == (
            2,
            NOW,
            NOW + SECOND,
            NOW + 2 * SECOND,
        )
        assert post.receipt == "at://us/1"
        assert await store.read(lambda tx: tx.outbox.sent_since("bluesky", NOW)) == [NOW + SECOND]
        assert await store.read(lambda tx: tx.outbox.receipts("bluesky", "did:plc:ann")) == {"at://us/1"}

    async def test_a_withdrawn_post_stays_withdrawn_until_the_admin_retries(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            post = owe(tx)
            assert tx.outbox.withdraw(post, NOW) and not tx.outbox.withdraw(post, NOW)
            assert not tx.outbox.settle(post, State.READY, NOW) and not tx.outbox.settle(post, State.REFUSED, NOW)
            assert not tx.outbox.mark_sending(post, NOW)
            assert tx.outbox.retry(post, NOW) and state_of(tx, post) is State.READY

        await store.write(work)

    async def test_a_withdrawn_post_that_was_out_there_already_is_sent(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            post = owe(tx)
            tx.outbox.mark_sending(post, NOW)
            tx.outbox.settle(post, State.UNKNOWN, NOW)
            assert tx.outbox.withdraw(post, NOW)
            assert tx.outbox.settle(post, State.SENT, NOW, receipt="at://us/1") and state_of(tx, post) is State.SENT

        await store.write(work)

    async def test_what_was_ever_tried_is_looked_for_before_it_is_sent_again(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            post = owe(tx)
            tx.outbox.mark_sending(post, NOW)
            tx.outbox.settle(post, State.REFUSED, NOW, reason="too long")
            assert tx.outbox.retry(post, NOW) and state_of(tx, post) is State.UNKNOWN
            assert not tx.outbox.retry(post, NOW) and not tx.outbox.retry(99, NOW)

        await store.write(work)

    async def test_what_died_in_the_middle_of_a_call_is_looked_for(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            died, waits, other = owe(tx, 1), owe(tx, 2), owe(tx, 3, network="other")
            tx.outbox.mark_sending(died, NOW)
            assert tx.outbox.recover("bluesky", NOW + SECOND, restored=False, wait=60) == 1
            assert [state_of(tx, p) for p in (died, waits, other)] == [State.UNKNOWN, State.READY, State.READY]
            post = tx.outbox.get(died)
            assert post is not None and post.not_before == NOW + 60 * SECOND

        await store.write(work)

    async def test_after_a_restore_everything_unsent_is_looked_for(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            unsent, held = owe(tx, 1), owe(tx, 2, state=State.HELD)
            tx.outbox.recover("bluesky", NOW, restored=True, wait=60)
            assert [state_of(tx, p) for p in (unsent, held)] == [State.UNKNOWN, State.HELD]
            assert tx.outbox.next_due("bluesky") == NOW + 60 * SECOND

        await store.write(work)

    async def test_limits_count_what_was_made_whatever_became_of_it_but_withdrawn(self, store: Store) -> None:
        def work(tx: Transaction) -> list[int]:
            owe(tx, 1), owe(tx, 2, kind="help"), owe(tx, 3, counts=False)
            tx.outbox.withdraw(owe(tx, 4), NOW)
            count = tx.outbox.answers
            return [
                count(Platform.BLUESKY, "did:plc:ann", NOW),
                count(Platform.BLUESKY, "did:plc:ann", NOW, kind="help"),
                count(Platform.BLUESKY, "did:plc:ann", NOW + SECOND),
                count(Platform.BLUESKY, "", NOW),
                tx.outbox.answers_in_thread("bluesky", "t"),
                tx.outbox.answers_in_thread("other", "t"),
            ]

        assert await store.write(work) == [2, 1, 0, 0, 2, 0]

    async def test_rows_for_people(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            first, second = owe(tx, 1), owe(tx, 2, network="other", state=State.HELD)
            assert [row.id for row in tx.outbox.rows()] == [second, first]
            assert [row.id for row in tx.outbox.rows(network="other", state=State.HELD)] == [second]
            assert tx.outbox.rows(network="bluesky", state=State.HELD) == []
            assert len(tx.outbox.rows(limit=1)) == 1
            assert tx.outbox.counts() == {("bluesky", State.READY): 1, ("other", State.HELD): 1}

        await store.write(work)


class TestPeople:
    async def test_a_person_comes_back_whole(self, store: Store) -> None:
        def work(tx: Transaction) -> Any:
            person = tx.people.register(2**63 - 1, "ann", "fr", NOW)
            assert tx.people.link(person.id, bluesky("ann"), 4, "hqx", NOW)
            tx.people.set_consent(person.id, "told", "weekly", NOW)
            tx.people.set_consent(person.id, "found", "followed", NOW)
            tx.people.set_consent(person.id, "named", "yes", NOW)
            return person.id

        person = await store.write(work)
        found = await store.read(lambda tx: tx.people.get(person))
        assert found is not None
        assert (found.x_id, found.x_handle, found.language) == (2**63 - 1, "ann", "fr")
        assert found.consent == Consent(Found.FOLLOWED, Told.WEEKLY, named=True)
        assert [(link.account, link.level, link.source, link.at) for link in found.links] == [
            (bluesky("ann"), 4, "hqx", NOW)
        ]
        assert await store.read(lambda tx: tx.people.by_x(2**63 - 1)) == found
        assert await store.read(lambda tx: tx.people.page(0, 10)) == [found]
        assert await store.read(lambda tx: tx.people.page(person, 10)) == []

    async def test_only_a_link_at_the_minimum_counts(self, store: Store) -> None:
        def work(tx: Transaction) -> list[bool]:
            person = tx.people.register(1, "", "", NOW)
            tx.people.link(person.id, bluesky("ann"), 2, "s", NOW)
            return [tx.people.by_account(bluesky("ann"), minimum) is not None for minimum in (1, 2, 3)]

        assert await store.write(work) == [True, True, False]

    async def test_a_handle_is_completed_when_its_account_is_first_seen(self, store: Store) -> None:
        def work(tx: Transaction) -> Any:
            person = tx.people.register(1, "", "", NOW)
            tx.people.link(person.id, bluesky("ann", did=""), 4, "s", NOW)
            assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == ["ann.bsky.social"]
            assert tx.people.by_account(bluesky("ann"), 1) is not None
            assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == []
            # The handle changes hands: the id decides.
            assert tx.people.by_account(Account(Platform.BLUESKY, "did:plc:eve", "ann.bsky.social"), 1) is None
            renamed = tx.people.by_account(Account(Platform.BLUESKY, "did:plc:ann", "ann.example.org"), 1)
            return renamed and renamed.links[0].account.handle

        assert await store.write(work) == "ann.example.org"

    async def test_an_id_of_the_same_server_says_when_it_is_somebody_else(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            person = tx.people.register(1, "", "", NOW)
            given = Account(Platform.MASTODON, "", "ann@m.example", "", "109", "m.example")
            tx.people.link(person.id, given, 4, "s", NOW)
            stranger = mastodon("ann", local_id="110", local_host="m.example")
            assert tx.people.by_account(stranger, 1) is None
            assert tx.people.by_account(mastodon("ann", local_id="7", local_host="other.example"), 1) is not None

        await store.write(work)

    async def test_resolving_a_handle_completes_it_or_waits_a_day(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            ann, eve = tx.people.register(1, "", "", NOW), tx.people.register(2, "", "", NOW)
            tx.people.link(ann.id, bluesky("ann", did=""), 4, "s", NOW)
            tx.people.link(eve.id, bluesky("eve", did=""), 4, "s", NOW)
            tx.people.resolve(Platform.BLUESKY, "ann.bsky.social", bluesky("ann"), NOW)
            tx.people.resolve(Platform.BLUESKY, "eve.bsky.social", None, NOW)
            found = tx.people.by_account(Account(Platform.BLUESKY, "did:plc:ann"), 1)
            assert found is not None and found.id == ann.id
            assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == []

        await store.write(work)

    async def test_an_id_alone_is_given_its_handle_and_then_shown(self, store: Store) -> None:
        def work(tx: Transaction) -> Any:
            bob, ann = tx.people.register(1, "", "", NOW), tx.people.register(2, "", "", NOW)
            tx.people.link(bob.id, bluesky("bob"), 4, "s", NOW)
            tx.people.link(ann.id, Account(Platform.BLUESKY, "did:plc:ann"), 4, "s", NOW)
            tx.people.link(ann.id, Account(Platform.BLUESKY, "did:plc:gone"), 4, "s", NOW)
            tx.graph.replace_list(bob.id, 0, "s", [2], NOW)
            assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == ["did:plc:ann", "did:plc:gone"]
            tx.people.resolve(Platform.BLUESKY, "did:plc:ann", bluesky("ann"), NOW)
            tx.people.resolve(Platform.BLUESKY, "did:plc:gone", None, NOW)
            assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == []
            found = tx.graph.matches(bob.id, Platform.BLUESKY, 1)
            return [(match.person == ann.id, match.accounts) for match in found.ranked]

        assert await store.write(work) == [(True, (bluesky("ann"),))]

    async def test_a_stronger_proof_takes_an_account_over(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            ann, eve = tx.people.register(1, "", "", NOW), tx.people.register(2, "", "", NOW)
            account = bluesky("ann")
            assert tx.people.link(ann.id, account, 3, "s", NOW)
            assert not tx.people.link(eve.id, account, 3, "s", NOW)
            assert tx.people.link(eve.id, account, 4, "s", NOW)
            assert tx.people.link(eve.id, account, 1, "s", NOW), "the same again, weaker, changes nothing"
            found = tx.people.by_account(account, 4)
            assert found is not None and found.id == eve.id
            assert tx.people.unlink(account) == eve.id and tx.people.unlink(account) is None

        await store.write(work)

    async def test_an_admin_finds_people_by_any_name(self, store: Store) -> None:
        def work(tx: Transaction) -> list[int | None]:
            ann = tx.people.register(77, "ann_x", "", NOW)
            tx.people.link(ann.id, bluesky("ann"), 0, "s", NOW)
            tx.people.link(ann.id, mastodon("ann"), 0, "s", NOW)
            named = [
                Account(Platform.X, "77"),
                Account(Platform.X, "", "ann_x"),
                bluesky("ann"),
                Account(Platform.BLUESKY, "", "ann.bsky.social"),
                Account(Platform.MASTODON, "", "ann@m.example"),
                Account(Platform.MASTODON, "", "", "https://m.example/@ann"),
                Account(Platform.MASTODON, "https://m.example/@ann"),
                Account(Platform.X, "78"),
                Account(Platform.BLUESKY, "", "eve.bsky.social"),
            ]
            return [found and found.id - ann.id for found in map(tx.people.find, named)]

        assert await store.write(work) == [0] * 7 + [None] * 2

    async def test_registering_again_updates_names_only(self, store: Store) -> None:
        def work(tx: Transaction) -> Any:
            first = tx.people.register(1, "old", "fr", NOW)
            assert tx.people.register(1, "", "", NOW) == first
            again = tx.people.register(1, "new", "", NOW)
            assert again.id == first.id
            return again.x_handle, again.language

        assert await store.write(work) == ("new", "fr")

    async def test_an_x_number_belongs_to_one_person(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            ann, eve = tx.people.register(1, "a", "", NOW), tx.people.register(None, "", "", NOW)
            assert not tx.people.set_x(eve.id, 1, "a")
            assert tx.people.set_x(ann.id, None, "")
            assert tx.people.set_x(eve.id, 1, "a")
            assert (tx.people.by_x(1) or ann).id == eve.id

        await store.write(work)

    async def test_silence_holds_for_all_accounts_of_a_person(self, store: Store) -> None:
        def work(tx: Transaction) -> list[bool]:
            ann = tx.people.register(1, "", "", NOW)
            for account in (bluesky("ann"), mastodon("ann")):
                tx.people.link(ann.id, account, 4, "s", NOW)
            silent = [tx.people.is_silent(mastodon("ann"))]
            tx.people.silence(bluesky("ann"), True, NOW)
            silent += [tx.people.is_silent(mastodon("ann")), tx.people.is_silent(bluesky("eve"))]
            tx.people.silence(mastodon("ann"), False, NOW)
            return [*silent, tx.people.is_silent(bluesky("ann"))]

        assert await store.write(work) == [False, True, False, False]

    async def test_silence_outlives_the_registration(self, store: Store) -> None:
        def work(tx: Transaction) -> bool:
            ann = tx.people.register(1, "", "", NOW)
            tx.people.link(ann.id, bluesky("ann"), 4, "s", NOW)
            tx.people.silence(bluesky("ann"), True, NOW)
            tx.people.remove(ann.id)
            assert tx.people.get(ann.id) is None
            return tx.people.is_silent(bluesky("ann"))

        assert await store.write(work)

    async def test_claims_wait_for_the_admin(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            first = tx.people.claim(bluesky("ann"), "ann", "post", NOW)
            assert tx.people.claim(bluesky("ann"), "ann", "post", NOW + SECOND) == first
            other = tx.people.claim(bluesky("ann"), "anna", "post", NOW)
            assert other.id != first.id and tx.people.waiting_claim(bluesky("ann")) == other
            assert [c.x_handle for c in tx.people.claims("waiting")] == ["anna"]
            assert tx.people.settle_claim(other.id, "accepted", NOW)
            assert not tx.people.settle_claim(other.id, "rejected", NOW)
            assert tx.people.waiting_claim(bluesky("ann")) is None
            assert [c.state for c in tx.people.claims()] == ["accepted"]

        await store.write(work)

    async def test_arrivals_and_voices_are_counted_once(self, store: Store) -> None:
        def work(tx: Transaction) -> list[bool]:
            ann = bluesky("ann")
            arrived = [tx.people.arrive(ann, "bluesky", "follow", NOW) for _ in "12"]
            spoke = [tx.people.voice(ann, NOW) for _ in "12"]
            return [*arrived, *spoke, tx.people.has_arrived(ann), tx.people.has_arrived(bluesky("eve"))]

        assert await store.write(work) == [True, False, True, False, True, False]

    async def test_a_consent_says_what_it_was_before(self, store: Store) -> None:
        def work(tx: Transaction) -> list[str | None]:
            ann = tx.people.register(1, "", "", NOW).id
            before = [tx.people.set_consent(ann, "told", value, NOW) for value in ("weekly", "never")]
            tx.people.withdraw_consent(ann, "told")
            return [*before, tx.people.set_consent(ann, "told", "daily", NOW)]

        assert await store.write(work) == [None, "weekly", None]


def three_people(tx: Transaction) -> list[int]:
    """Ann follows bob and is followed by cyd; bob also follows ann, as his own list says."""
    people = [tx.people.register(x, "", "", NOW).id for x in (1, 2, 3)]
    for person, account in zip(people, (bluesky("ann"), bluesky("bob"), mastodon("cyd")), strict=True):
        tx.people.link(person, account, 4, "s", NOW)
    tx.graph.replace_list(people[0], FOLLOWS, "s", [2, 999], NOW)
    tx.graph.replace_list(people[0], FOLLOWERS, "s", [3], NOW)
    tx.graph.replace_list(people[1], FOLLOWS, "s", [1], NOW)
    return people


def matched(tx: Transaction, person: int, minimum: int = 1, **which: bool) -> list[int]:
    return [match.person for match in tx.graph.matches(person, Platform.BLUESKY, minimum, **which).ranked]


class TestGraph:
    async def test_matches_know_both_directions(self, store: Store) -> None:
        ann, bob, cyd = await store.write(three_people)
        found = await store.read(lambda tx: tx.graph.matches(ann, Platform.BLUESKY, 1))
        assert [(m.person, m.reason) for m in found.ranked] == [(bob, Reason.MUTUAL), (cyd, Reason.FOLLOWER)]
        assert (found.total, found.followed, found.followers, found.mutual) == (2, 1, 2, 1)
        assert found.per_platform == {Platform.X: 0, Platform.BLUESKY: 1, Platform.MASTODON: 1}
        last = found.ranked[1]
        assert (last.account, last.accounts, last.level, last.since) == (mastodon("cyd"), (mastodon("cyd"),), 4, NOW)
        theirs = await store.read(lambda tx: tx.graph.matches(cyd, Platform.MASTODON, 1))
        assert [(m.person, m.reason) for m in theirs.ranked] == [(ann, Reason.FOLLOWED)]

    async def test_matches_have_links_at_the_minimum(self, store: Store) -> None:
        ann, bob, _ = await store.write(three_people)
        await store.write(lambda tx: tx.people.link(bob, bluesky("bob"), 5, "s", NOW))
        assert await store.read(lambda tx: matched(tx, ann, 5)) == [bob]

    async def test_the_numbers_are_exact_however_few_are_asked_for(self, store: Store) -> None:
        ann, bob, _ = await store.write(three_people)
        some = await store.read(lambda tx: tx.graph.matches(ann, Platform.BLUESKY, 1, limit=1))
        assert ([m.person for m in some.ranked], some.total) == ([bob], 2)
        none = await store.read(lambda tx: tx.graph.matches(ann, Platform.BLUESKY, 1, limit=0))
        assert (none.ranked, none.total) == ((), 2)
        named = await store.read(lambda tx: tx.graph.matches(ann, Platform.BLUESKY, 1, named_only=True))
        assert (named.ranked, named.total) == ((), 2)

    async def test_somebody_named_earlier_is_found_when_they_register(self, store: Store) -> None:
        ann, *_ = await store.write(three_people)

        def late(tx: Transaction) -> int:
            dan = tx.people.register(999, "", "", NOW).id
            tx.people.link(dan, bluesky("dan"), 4, "s", NOW)
            return dan

        dan = await store.write(late)
        assert await store.read(lambda tx: matched(tx, ann)) == [2, dan, 3]

    async def test_who_wants_to_be_found_by_nobody_is_in_no_number(self, store: Store) -> None:
        ann, bob, cyd = await store.write(three_people)
        await store.write(lambda tx: tx.people.set_consent(bob, "found", "nobody", NOW))
        found = await store.read(lambda tx: tx.graph.matches(ann, Platform.BLUESKY, 1))
        assert ([m.person for m in found.ranked], found.total, found.followed, found.mutual) == ([cyd], 1, 0, 0)
        await store.write(lambda tx: tx.people.withdraw_consent(bob, "found"))
        assert await store.read(lambda tx: matched(tx, ann)) == [bob, cyd]

    async def test_a_list_replaces_that_of_the_same_source_only(self, store: Store) -> None:
        ann, bob, cyd = await store.write(three_people)

        def work(tx: Transaction) -> list[set[int]]:
            seen = []
            for source, ids in (("other", [3]), ("s", []), ("other", [])):
                tx.graph.replace_list(ann, FOLLOWS, source, ids, NOW)
                found = tx.graph.matches(ann, Platform.BLUESKY, 1, followed_only=True)
                seen.append({match.person for match in found.ranked})
            return seen

        assert await store.write(work) == [{bob, cyd}, {cyd}, set()]

    async def test_a_list_tells_what_it_changes(self, store: Store) -> None:
        ann, *_ = await store.write(three_people)

        def work(tx: Transaction) -> None:
            for ids, only_add, change in (
                ([1, 2, 2], False, ListChange(2, 1, 1)),
                ([3], True, ListChange(1, 1, 0)),
                ([3], True, ListChange(1, 0, 0)),
                ([2, 3], False, ListChange(2, 0, 1)),
                ([], False, ListChange(0, 0, 2)),
            ):
                assert tx.graph.compare_list(ann, FOLLOWS, "s", ids, only_add=only_add) == change
                assert tx.graph.replace_list(ann, FOLLOWS, "s", ids, NOW, only_add=only_add) == change
            with pytest.raises(InputError):
                tx.graph.replace_list(ann, FOLLOWS, "s", [2**63], NOW)

        await store.write(work)

    async def test_a_list_keeps_its_dates(self, store: Store) -> None:
        ann, *_ = await store.write(three_people)
        await store.write(lambda tx: tx.graph.replace_list(ann, FOLLOWERS, "x", [3], NOW + SECOND, made_at=NOW))
        assert await store.read(lambda tx: tx.graph.list_of(ann, FOLLOWERS, "x")) == KeptList(NOW, NOW + SECOND)
        assert await store.read(lambda tx: tx.graph.list_of(ann, FOLLOWERS, "s")) == KeptList(None, NOW)
        assert await store.read(lambda tx: tx.graph.list_of(ann, FOLLOWS, "x")) is None

    async def test_what_the_other_side_says_stays(self, store: Store) -> None:
        ann, bob, _ = await store.write(three_people)
        await store.write(lambda tx: tx.graph.drop_person(ann))
        left = await store.read(lambda tx: tx.graph.matches(ann, Platform.BLUESKY, 1))
        assert [(m.person, m.reason) for m in left.ranked] == [(bob, Reason.FOLLOWER)]

    async def test_what_was_told_is_new_no_more(self, store: Store) -> None:
        ann, bob, cyd = await store.write(three_people)
        await store.write(lambda tx: tx.graph.tell(ann, None, 1, NOW, followed_only=True))
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == [cyd]
        await store.write(lambda tx: tx.graph.tell(ann, None, 1, NOW))
        await store.write(lambda tx: tx.graph.tell(ann, None, 1, NOW))
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == []
        assert await store.read(lambda tx: matched(tx, ann)) == [bob, cyd]
        assert await store.read(lambda tx: matched(tx, bob, new_only=True)) == [ann]

    async def test_somebody_who_arrives_on_another_platform_is_new_there(self, store: Store) -> None:
        ann, bob, _ = await store.write(three_people)
        await store.write(lambda tx: tx.graph.tell(ann, None, 1, NOW))
        await store.write(lambda tx: tx.people.link(bob, mastodon("bob"), 4, "s", NOW + SECOND))
        new = await store.read(lambda tx: tx.graph.matches(ann, Platform.BLUESKY, 1, new_only=True))
        assert new.per_platform == {Platform.X: 0, Platform.BLUESKY: 0, Platform.MASTODON: 1}
        (match,) = new.ranked
        assert (match.account, match.accounts, match.since) == (mastodon("bob"), (mastodon("bob"),), NOW + SECOND)

    async def test_a_link_made_again_is_not_told_again(self, store: Store) -> None:
        ann, bob, cyd = await store.write(three_people)
        await store.write(lambda tx: tx.graph.tell(ann, None, 1, NOW))
        await store.write(lambda tx: tx.people.unlink(bluesky("bob")))
        assert await store.read(lambda tx: matched(tx, ann)) == [cyd]
        await store.write(lambda tx: tx.people.link(bob, bluesky("bob"), 4, "s", NOW))
        assert await store.read(lambda tx: matched(tx, ann)) == [bob, cyd]
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == []

    async def test_a_post_that_never_reached_them_told_nothing(self, store: Store) -> None:
        ann, bob, cyd = await store.write(three_people)

        def post(tx: Transaction) -> int:
            owed = owe(tx)
            tx.graph.tell(ann, owed, 1, NOW)
            tx.outbox.settle(owed, State.REFUSED, NOW)
            return owed

        owed = await store.write(post)
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == [bob, cyd]
        await store.write(lambda tx: tx.outbox.retry(owed, NOW))
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == []
        await store.write(lambda tx: tx.outbox.withdraw(owed, NOW))
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == [bob, cyd]
        await store.write(lambda tx: tx.graph.tell(ann, None, 1, NOW))
        await store.write(lambda tx: tx.people.remove(bob))
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == []

    async def test_a_post_that_is_held_tells_when_it_is_let_go(self, store: Store) -> None:
        ann, bob, cyd = await store.write(three_people)
        owed = await store.write(lambda tx: owe(tx, state=State.HELD))
        await store.write(lambda tx: tx.graph.tell(ann, owed, 1, NOW))
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == [bob, cyd]
        await store.write(lambda tx: tx.outbox.retry(owed, NOW))
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == []

    async def test_a_post_withdrawn_that_may_be_out_there_has_told(self, store: Store) -> None:
        ann, *_ = await store.write(three_people)

        def post(tx: Transaction) -> bool:
            owed = owe(tx)
            tx.graph.tell(ann, owed, 1, NOW)
            tx.outbox.mark_sending(owed, NOW)
            tx.outbox.settle(owed, State.UNKNOWN, NOW)
            return tx.outbox.withdraw(owed, NOW)

        assert await store.write(post)
        assert await store.read(lambda tx: matched(tx, ann, new_only=True)) == []

    async def test_somebody_removed_is_gone_from_both_sides(self, store: Store) -> None:
        ann, bob, _ = await store.write(three_people)
        await store.write(lambda tx: tx.people.remove(ann))
        assert await store.read(lambda tx: matched(tx, bob)) == []


class TestTallies:
    async def test_they_are_exact(self, store: Store) -> None:
        people = await store.write(three_people)
        tallies = await store.read(lambda tx: tx.tallies.now())
        assert tallies == {
            "people": 3,
            "accounts:bluesky": 2,
            "accounts:mastodon": 1,
            "arrivals": 0,
            "voices": 0,
            "edges": 4,
            "matches": 3,
            "reunited": 3,
            "reconnected": 0,
        }
        await store.write(lambda tx: tx.people.set_consent(people[2], "counted", "no", NOW))
        after = await store.read(lambda tx: tx.tallies.now())
        assert (after["people"], after["matches"], after["reunited"]) == (2, 2, 2)
        assert await store.read(lambda tx: tx.tallies.recount()) == after

    async def test_a_failed_transaction_counts_nothing(self, store: Store) -> None:
        def fail(tx: Transaction) -> None:
            three_people(tx)
            raise ValueError("no")

        with pytest.raises(ValueError, match="no"):
            await store.write(fail)
        assert set((await store.read(lambda tx: tx.tallies.now())).values()) == {0}

    async def test_history_has_a_value_for_every_day(self, store: Store) -> None:
        def work(tx: Transaction) -> None:
            tx.people.voice(bluesky("ann"), NOW)
            tx.tallies.keep_day("2026-11-17")
            tx.tallies.keep_day("2026-11-17")
            tx.people.voice(bluesky("bob"), NOW)

        await store.write(work)
        assert await store.read(lambda tx: tx.tallies.history("voices", 4, "2026-11-19")) == [
            ("2026-11-16", 0),
            ("2026-11-17", 1),
            ("2026-11-18", 1),
            ("2026-11-19", 2),
        ]


class TestSlots:
    async def test_a_slot_is_taken_once_per_network(self, store: Store) -> None:
        def work(tx: Transaction) -> list[Any]:
            take = [
                tx.slots.take("weekly", slot, network, "posted", NOW)
                for slot, network in (("2026-11-16T09:00", "a"), ("2026-11-16T09:00", "a"), ("2026-11-16T09:00", "b"))
            ]
            tx.slots.take("weekly", "2026-11-23T09:00", "a", "skipped", NOW)
            return [*take, tx.slots.taken("weekly", "a")]

        assert await store.write(work) == [
            True,
            False,
            True,
            [("2026-11-23T09:00", "skipped"), ("2026-11-16T09:00", "posted")],
        ]


class TestReconnections:
    async def test_a_pair_counts_while_it_is_seen_and_stands(self, store: Store) -> None:
        ann, bob, _ = await store.write(three_people)

        def seen(tx: Transaction, *, holds: bool) -> int:
            tx.reconnections.keep(Platform.BLUESKY, [Verdict(ann, bob, holds)], NOW)
            return tx.tallies.now()["reconnected"]

        assert await store.write(partial(seen, holds=True)) == 1
        assert await store.write(partial(seen, holds=True)) == 1
        assert await store.write(partial(seen, holds=False)) == 0
        await store.write(partial(seen, holds=True))
        await store.write(lambda tx: tx.people.unlink(bluesky("bob")))
        assert await store.read(lambda tx: tx.tallies.now()["reconnected"]) == 0

    async def test_everybody_who_has_a_match_is_due_until_they_were_looked_at(self, store: Store) -> None:
        people = await store.write(three_people)
        due = await store.read(lambda tx: tx.reconnections.due(Platform.BLUESKY, NOW, 9, 9))
        assert {look.person for look in due} <= set(people)
        assert due
        await store.write(lambda tx: [tx.reconnections.looked(Platform.BLUESKY, look, NOW) for look in due])
        assert await store.read(lambda tx: tx.reconnections.due(Platform.BLUESKY, NOW, 9, 9)) == []


class TestListed:
    async def test_who_is_willing_joins_and_whoever_is_not_leaves(self, store: Store) -> None:
        ann, _, _ = await store.write(three_people)
        await store.write(lambda tx: tx.people.set_consent(ann, "named", "yes", NOW))
        (account,) = await store.read(lambda tx: tx.listed.joining("sky", Platform.BLUESKY, 9))
        assert await store.write(lambda tx: tx.listed.turn("sky", Place("a place", account))) == 1
        assert await store.read(lambda tx: tx.listed.joining("sky", Platform.BLUESKY, 9)) == []
        await store.write(lambda tx: tx.people.set_consent(ann, "named", "no", NOW))
        left = await store.read(lambda tx: tx.listed.leaving("sky", Platform.BLUESKY, 9))
        assert left == [Place("a place", account)]
        assert await store.write(lambda tx: tx.listed.turn("sky", Place("a place", "", present=False))) == 2
        assert await store.read(lambda tx: tx.listed.leaving("sky", Platform.BLUESKY, 9)) == []
