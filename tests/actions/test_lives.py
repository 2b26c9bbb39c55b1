"""What is heard and learned of how accounts live reaches links, matches, counters, claims and silence."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.actions import disputes, lives
from bot.domain.accounts import Account, Platform
from bot.domain.lives import ACTIVE, Life, Sign, Standing
from bot.domain.proof import Method, fresh
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon

T = TypeVar("T")
ANN, BOB, ANN_TUSK = bluesky("ann"), bluesky("bob"), mastodon("ann")
DAY = timedelta(days=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key", clock=FixedClock())
    await opened.write(two_who_follow_each_other)
    yield opened
    await opened.close()


def two_who_follow_each_other(tx: Transaction) -> None:
    ann, bob = tx.people.register(1, "ann", "fr", NOW), tx.people.register(2, "bob", "fr", NOW)
    tx.people.link(ann.id, ANN, 4, "test", NOW)
    tx.people.link(ann.id, ANN_TUSK, 4, "test", NOW)
    tx.people.link(bob.id, BOB, 4, "test", NOW)
    tx.graph.replace_list(bob.id, 0, "test", [1], NOW)


async def signs(store: SqliteStore, *told: Sign) -> int:
    return await store.write(lambda tx: lives.notice(tx, told, NOW))


async def learns(store: SqliteStore, asked: Account, standing: Standing, days: float = 0, **more: object) -> None:
    life = Life(standing, **more)  # type: ignore[arg-type]
    await store.write(lambda tx: lives.learn(tx, asked, life, NOW + days * DAY))


async def bobs_matches(store: SqliteStore) -> list[Account]:
    def find(tx: Transaction) -> list[Account]:
        bob = tx.people.by_account(BOB, 1)
        assert bob is not None
        found = tx.graph.matches(bob.id, Platform.BLUESKY, 1)
        assert found.total == len(found.ranked)
        return [match.account for match in found.ranked]

    return await store.read(find)


async def counts(store: SqliteStore) -> dict[str, int]:
    def exact(tx: Transaction) -> dict[str, int]:
        now = tx.tallies.now()
        recounted = tx.tallies.recount()
        assert {name: now.get(name, 0) for name in recounted} == recounted
        return {name: now.get(name, 0) for name in ("people", "accounts:bluesky", "accounts:mastodon", "matches")}

    return await store.read(exact)


async def held(store: SqliteStore, account: Account) -> list[str]:
    return await store.read(lambda tx: tx.people.holds(account))


async def asked_about(store: SqliteStore, at: timedelta = timedelta(0), home: str = "") -> list[str]:
    def due(tx: Transaction) -> list[str]:
        found = [tx.lives.due(platform, home, NOW + at, 99) for platform in (Platform.BLUESKY, Platform.MASTODON)]
        return [kept.account.handle for some in found for kept in some]

    return await store.read(due)


async def on(store: SqliteStore, look: Callable[[Transaction], T]) -> T:
    return await store.read(look)


@pytest.mark.parametrize("status", ["deactivated", "takendown", "suspended", "deleted"])
async def test_away_leaves_matches_and_counters_at_once_and_comes_back_whole(store: SqliteStore, status: str) -> None:
    await learns(store, ANN_TUSK, Standing.AWAY, status="suspended")
    assert [match.id for match in await bobs_matches(store)] == [ANN.id]
    assert await signs(store, Sign(ANN, NOW, status)) == 1
    assert await held(store, ANN) == [f"away:{status}"]
    assert await bobs_matches(store) == []
    assert await counts(store) == {"people": 1, "accounts:bluesky": 1, "accounts:mastodon": 0, "matches": 0}
    assert await asked_about(store) == [ANN.handle]
    await signs(store, Sign(ANN, NOW + DAY, ACTIVE))
    assert await held(store, ANN) == []
    assert [match.id for match in await bobs_matches(store)] == [ANN.id]
    assert await counts(store) == {"people": 2, "accounts:bluesky": 2, "accounts:mastodon": 0, "matches": 1}


async def test_signs_of_strangers_and_of_passing_troubles_are_nothing(store: SqliteStore) -> None:
    assert await signs(store, Sign(bluesky("stranger"), NOW, "deleted"), Sign(bluesky("other"), NOW)) == 0
    assert await signs(store, Sign(ANN, NOW, "desynchronized"), Sign(ANN, NOW, "throttled")) == 0
    assert (await held(store, ANN), await asked_about(store)) == ([], [])


async def test_one_status_after_another_is_one_hold(store: SqliteStore) -> None:
    await signs(store, Sign(ANN, NOW, "deactivated"), Sign(ANN, NOW + DAY, "takendown"))
    assert await held(store, ANN) == ["away:takendown"]


async def test_a_new_name_is_asked_for_and_its_old_one_may_be_anothers(store: SqliteStore) -> None:
    await signs(store, Sign(ANN, NOW))
    assert (await asked_about(store), await held(store, ANN)) == ([ANN.handle], [])
    await learns(store, ANN, Standing.ACTIVE, account=replace(ANN, handle="ann.example"))
    await learns(store, BOB, Standing.ACTIVE, account=replace(BOB, handle=ANN.handle))
    names = {match.id: match.handle for match in await bobs_matches(store)}
    assert names[ANN.id] == "ann.example"
    bob = await on(store, lambda tx: tx.people.find(Account(Platform.BLUESKY, "", ANN.handle)))
    assert bob is not None and bob.x_handle == "bob"


async def test_a_name_that_fails_is_kept_for_a_week_and_the_link_for_ever(store: SqliteStore) -> None:
    nameless = replace(ANN, handle="")
    for day in (0, 3, 6.9):
        await learns(store, ANN, Standing.ACTIVE, day, account=nameless)
        assert ANN.handle in [match.handle for match in await bobs_matches(store)]
    await learns(store, ANN, Standing.ACTIVE, 7, account=nameless)
    ann = await on(store, lambda tx: tx.people.by_account(ANN, 4))
    assert ann is not None and [link.account.handle for link in ann.links] == ["", ANN_TUSK.handle]
    await learns(store, ANN, Standing.ACTIVE, 9, account=ANN)
    assert ANN.handle in [match.handle for match in await bobs_matches(store)]


async def test_gone_for_good_takes_everything_with_it(store: SqliteStore) -> None:
    def more(tx: Transaction) -> None:
        tx.people.claim(ANN, "ann", "test", NOW)
        tx.people.arrive(ANN, "bluesky", "follow", NOW)
        tx.people.voice(ANN, NOW)
        tx.people.silence(ANN, True, NOW)

    await store.write(more)
    await learns(store, ANN, Standing.GONE)
    assert await held(store, ANN) == ["away:deleted"]
    await learns(store, ANN, Standing.GONE, 6.9)
    assert await on(store, lambda tx: tx.people.waiting_claim(ANN)) is not None
    await learns(store, ANN, Standing.GONE, 7)
    ann = await on(store, lambda tx: tx.people.by_x(1))
    assert ann is not None and [link.account.id for link in ann.links] == [ANN_TUSK.id]
    assert await on(store, lambda tx: tx.people.waiting_claim(ANN)) is None
    assert await on(store, lambda tx: tx.people.has_arrived(ANN)) is False
    assert await on(store, lambda tx: tx.people.is_silent(ANN_TUSK)), "their wish holds wherever they are"
    assert await counts(store) == {"people": 2, "accounts:bluesky": 1, "accounts:mastodon": 1, "matches": 1}


async def test_back_after_six_days_was_never_gone(store: SqliteStore) -> None:
    await learns(store, ANN, Standing.GONE)
    await learns(store, ANN, Standing.ACTIVE, 6, account=ANN)
    await learns(store, ANN, Standing.GONE, 8)
    assert await held(store, ANN) == ["away:deleted"]
    assert ANN.id in [link.account.id for link in (await on(store, lambda tx: tx.people.by_x(1))).links]  # type: ignore[union-attr]


async def test_a_person_without_any_account_is_erased_after_a_month(store: SqliteStore) -> None:
    for account in (ANN, ANN_TUSK):
        await learns(store, account, Standing.GONE)
        await learns(store, account, Standing.GONE, 7)
    assert await on(store, lambda tx: tx.people.by_x(1)) is not None
    assert await store.write(lambda tx: lives.forget_alone(tx, NOW + 36 * DAY)) == 0
    assert await store.write(lambda tx: lives.forget_alone(tx, NOW + 38 * DAY)) == 1
    assert await on(store, lambda tx: tx.people.by_x(1)) is None
    assert await store.write(lambda tx: lives.forget_alone(tx, NOW + 99 * DAY)) == 0


async def test_whoever_comes_back_with_another_account_stays(store: SqliteStore) -> None:
    for account in (ANN, ANN_TUSK):
        await learns(store, account, Standing.GONE)
        await learns(store, account, Standing.GONE, 7)
    ann = await on(store, lambda tx: tx.people.by_x(1))
    assert ann is not None
    await store.write(lambda tx: tx.people.link(ann.id, bluesky("ann2"), 3, "test", NOW))
    assert await store.write(lambda tx: lives.forget_alone(tx, NOW + 99 * DAY)) == 0


async def test_a_move_takes_link_level_silence_claim_and_arrival_along(store: SqliteStore) -> None:
    new = mastodon("anna", "n.example")

    def more(tx: Transaction) -> None:
        tx.people.claim(ANN_TUSK, "ann", "test", NOW)
        tx.people.arrive(ANN_TUSK, "tusk", "follow", NOW)
        tx.people.silence(ANN_TUSK, True, NOW)
        tx.people.hold(ANN_TUSK, "dispute:7", NOW)
        tx.people.hold(ANN_TUSK, "away:suspended", NOW)

    await store.write(more)
    before = await counts(store)
    await learns(store, ANN_TUSK, Standing.MOVED, account=ANN_TUSK, to=new)
    ann = await on(store, lambda tx: tx.people.by_x(1))
    assert ann is not None
    assert {link.account.id: link.level for link in ann.links} == {ANN.id: 4, new.id: 4}
    assert [proof.method for proof in await on(store, lambda tx: tx.people.proofs(new))] == [Method.MOVE]
    assert await held(store, new) == ["dispute:7"]
    assert await on(store, lambda tx: tx.people.is_silent(new))
    assert await on(store, lambda tx: tx.people.has_arrived(new))
    assert (await on(store, lambda tx: tx.people.waiting_claim(new))) is not None
    assert await on(store, lambda tx: tx.people.find(ANN_TUSK)) is None
    assert await counts(store) == before


@pytest.mark.parametrize("level", [0, 1, 4])
async def test_nobody_moves_into_anothers_account(store: SqliteStore, level: int) -> None:
    taken = mastodon("bob", "n.example")
    bob = await on(store, lambda tx: tx.people.by_account(BOB, 1))
    assert bob is not None
    await store.write(lambda tx: tx.people.link(bob.id, taken, level, "test", NOW))
    await learns(store, ANN_TUSK, Standing.MOVED, account=ANN_TUSK, to=taken)
    owners = [await on(store, lambda tx, a=account: tx.people.find(a)) for account in (ANN_TUSK, taken)]
    assert [owner.x_handle for owner in owners if owner] == ["ann", "bob"]
    assert await asked_about(store) == []


async def test_an_act_shows_that_somebody_is_there(store: SqliteStore) -> None:
    await signs(store, Sign(ANN, NOW, "deactivated"))
    await store.write(lambda tx: lives.act_of(tx, ANN, NOW - DAY, NOW))
    assert await held(store, ANN) == ["away:deactivated"]
    await store.write(lambda tx: lives.act_of(tx, ANN, NOW + DAY, NOW + DAY))
    assert await held(store, ANN) == []


async def test_of_somebody_suspended_the_network_is_asked_first(store: SqliteStore) -> None:
    await learns(store, ANN, Standing.AWAY, status="suspended")
    assert await asked_about(store) == []
    await store.write(lambda tx: lives.act_of(tx, ANN, NOW + DAY / 2, NOW + DAY / 2))
    assert await held(store, ANN) == ["away:suspended"]
    assert await asked_about(store, DAY / 2) == [ANN.handle]


async def test_whoever_says_they_moved_is_asked_about(store: SqliteStore) -> None:
    await store.write(lambda tx: lives.act_of(tx, ANN_TUSK, NOW, NOW, moved=True))
    assert await asked_about(store) == [ANN_TUSK.handle]


async def test_of_somebody_who_is_not_registered_nothing_more_is_asked(store: SqliteStore) -> None:
    zoe = bluesky("zoe")
    await store.write(lambda tx: tx.people.claim(zoe, "zoe", "test", NOW))
    await signs(store, Sign(zoe, NOW))
    assert await asked_about(store) == [zoe.handle]
    await learns(store, zoe, Standing.ACTIVE, account=zoe)
    assert await asked_about(store, 99 * DAY) == []


async def test_a_number_of_another_server_is_left_to_it(store: SqliteStore) -> None:
    here = replace(ANN_TUSK, local_id="7", local_host="m.example")
    await store.write(lambda tx: tx.lives.rename(here))
    await store.write(lambda tx: tx.lives.ask(here, NOW))
    assert await asked_about(store, home="other.example") == []
    assert await asked_about(store, home="m.example") == [ANN_TUSK.handle]


async def test_an_answer_to_a_question_asked_before_the_latest_sign_is_not_believed(store: SqliteStore) -> None:
    await signs(store, Sign(ANN, NOW, ACTIVE))
    late = Life(Standing.AWAY, status="deactivated")
    await store.write(lambda tx: lives.learn(tx, ANN, late, NOW + DAY, NOW - DAY))
    assert (await held(store, ANN), await asked_about(store)) == ([], [ANN.handle])
    await store.write(lambda tx: lives.learn(tx, ANN, late, NOW + DAY, NOW + DAY))
    assert await held(store, ANN) == ["away:deactivated"]


async def test_a_new_name_has_a_proof_by_domain_looked_at_again(store: SqliteStore) -> None:
    ann = await on(store, lambda tx: tx.people.by_account(ANN, 1))
    assert ann is not None
    domain = fresh(Method.DOMAIN, NOW, "ann.example")
    await store.write(lambda tx: tx.people.prove(ann.id, ANN, domain, NOW))
    await learns(store, ANN, Standing.ACTIVE, 1, account=ANN)
    assert await on(store, lambda tx: tx.people.due_proofs(NOW + DAY, 9)) == []
    await learns(store, ANN, Standing.ACTIVE, 1, account=replace(ANN, handle="other.example"))
    assert len(await on(store, lambda tx: tx.people.due_proofs(NOW + DAY, 9))) == 1


async def test_a_dispute_with_somebody_who_is_gone_is_over(store: SqliteStore) -> None:
    cat, rival = bluesky("cat"), bluesky("rival")

    def contest(tx: Transaction) -> None:
        tx.people.link(tx.people.register(3, "cat", "fr", NOW).id, cat, 1, "archive", NOW)
        assert disputes.contest(tx, 3, rival, 1, NOW, Method.ARCHIVE.value) is disputes.Verdict.FROZEN

    await store.write(contest)
    assert len(await held(store, cat)) == 1
    await learns(store, rival, Standing.GONE)
    await learns(store, rival, Standing.GONE, 7)
    assert await held(store, cat) == []
    assert await on(store, lambda tx: tx.people.by_account(cat, 1)) is not None
