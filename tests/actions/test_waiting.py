"""Who must wait long is told so, once, honestly, and never at the price of the answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.actions.deliver import next_post
from bot.actions.desk import Desk
from bot.actions.receive import receive
from bot.actions.waiting import expected, keep_queue, opens
from bot.domain.accounts import Account, Platform
from bot.domain.courtesy import Courtesy, parse_hours
from bot.domain.encounters import Kind, Visibility
from bot.domain.outbox import Post, Priority, State
from bot.domain.waiting import NOTICE
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK, asks
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, SECOND, a_draft, bluesky, mastodon

SLOW = PaperNetwork(answers=60.0)  # one a minute


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(lambda tx: tx.inbox.first_start("paper", NOW - SECOND))
    yield opened
    await opened.close()


async def queue(store: SqliteStore, count: int, priority: Priority = Priority.NEWCOMER) -> None:
    def work(tx: Transaction) -> None:
        more: dict[str, Any] = {"network": "paper", "kind": "find", "state": State.READY, "thread": "", "counts": True}
        for n in range(count):
            tx.outbox.add(a_draft(f"t{n}", recipient_id=f"did:plc:{n}"), {}, priority=priority, **more)

    await store.write(work)


async def ask(
    store: SqliteStore,
    number: int = 0,
    *,
    who: Account | None = None,
    network: PaperNetwork = SLOW,
    text: str = "combien",
    desk: Desk = DESK,
    **more: Any,
) -> None:
    one = asks(text, f"at://asker/{number}", account=who or bluesky(f"asker{number}"), **more)
    at_desk = replace(desk, network=network)
    await store.write(partial(receive, encounter=one, desk=at_desk, now=NOW + number * SECOND))


async def notices(store: SqliteStore) -> list[Post]:
    rows = [row for row in await store.read(lambda tx: tx.outbox.rows(limit=1000)) if row.kind == NOTICE]
    posts = [await store.read(lambda tx, id_=row.id: tx.outbox.get(id_)) for row in reversed(rows)]  # type: ignore[misc]
    return [post for post in posts if post]


async def test_who_must_wait_long_is_told_how_long_before_the_answer_comes(store: SqliteStore) -> None:
    await queue(store, 13)
    await ask(store)
    (notice,) = await notices(store)
    assert "14\u00a0min" in notice.record["text"] and notice.priority is Priority.NOTICE
    first = await store.write(
        partial(next_post, network="paper", platform=Platform.BLUESKY, now=NOW, within=DESK.answer_within)
    )
    assert first is not None and first.id == notice.id


@pytest.mark.parametrize("waiting", [0, 4])
async def test_a_short_wait_is_not_announced(store: SqliteStore, waiting: int) -> None:
    await queue(store, waiting)
    await ask(store)
    assert await notices(store) == []


async def test_a_person_is_told_once_a_day_however_often_they_ask(store: SqliteStore) -> None:
    await queue(store, 30)
    for number in range(3):
        await ask(store, number, who=bluesky("ann"))
    assert len(await notices(store)) == 1


async def test_telling_people_to_wait_never_takes_more_than_a_tenth_of_the_budget(store: SqliteStore) -> None:
    await queue(store, 30)
    for number in range(40):
        await ask(store, number)
    assert len(await notices(store)) == 6  # of 60 an hour


async def test_known_people_wait_for_known_people_only(store: SqliteStore) -> None:
    await queue(store, 100)
    await store.write(
        lambda tx: tx.people.link(tx.people.register(7, "ann", "fr", NOW).id, bluesky("ann"), 4, "r", NOW)
    )
    await ask(store, who=bluesky("ann"))
    assert await notices(store) == []


async def test_where_the_budget_is_lifted_nobody_knows_and_nobody_is_told(store: SqliteStore) -> None:
    class Endless(PaperNetwork):
        def expected_wait(self, answers: int, now: Any, priority: Any = None) -> float:
            return answers * 1.0

    await queue(store, 1000)
    await ask(store, network=Endless())
    assert await notices(store) == []


@pytest.mark.parametrize("text", ["stop"])
async def test_rights_do_not_wait_and_need_no_notice(store: SqliteStore, text: str) -> None:
    await queue(store, 100, Priority.RIGHTS)
    await ask(store, text=text)
    assert await notices(store) == []


async def test_nobody_is_told_to_wait_who_did_not_ask(store: SqliteStore) -> None:
    await queue(store, 100)
    desk = replace(DESK, policy=replace(DESK.policy, welcome=True))
    await ask(store, text="", kind=Kind.FOLLOW, desk=desk)
    assert [row.kind for row in await store.read(lambda tx: tx.outbox.rows(limit=1))] == ["welcome"]


async def test_when_the_answer_has_gone_first_nobody_is_told_that_it_takes_long(store: SqliteStore) -> None:
    await queue(store, 30)
    await ask(store)
    (notice,) = await notices(store)
    answer = notice.id - 1
    await store.write(lambda tx: tx.outbox.withdraw(answer, NOW))
    after = partial(next_post, network="paper", platform=Platform.BLUESKY, now=NOW, within=DESK.answer_within)
    first = await store.write(after)
    assert first is not None and first.kind == "find"
    assert (await notices(store))[0].state is State.WITHDRAWN


async def test_a_rehearsal_tells_nobody(store: SqliteStore) -> None:
    await queue(store, 30)
    await ask(store, desk=replace(DESK, rehearsal=True))
    assert [post.state for post in await notices(store)] == [State.HELD]


async def test_on_mastodon_the_notice_stands_apart_so_that_it_is_not_taken_for_the_answer(store: SqliteStore) -> None:
    await queue(store, 30)
    tusk = PaperNetwork(platform=Platform.MASTODON, answers=60.0)
    await ask(store, who=mastodon("ann"), network=tusk, visibility=Visibility.UNLISTED)
    (notice,) = await notices(store)
    assert notice.record["visibility"] == Visibility.DIRECT


async def test_out_of_hours_the_wait_is_counted_to_the_morning_and_nobody_is_told(store: SqliteStore) -> None:
    late = Courtesy(parse_hours("10:00-20:00"))  # NOW is 09:00
    await queue(store, 30)
    wait = await store.read(lambda tx: expected(tx, SLOW, late, NOW))  # type: ignore[arg-type]
    assert wait == 3600
    await ask(store, desk=replace(DESK, courtesy=late))
    assert await notices(store) == []


async def test_a_daily_maximum_makes_the_rest_wait_for_other_days(store: SqliteStore) -> None:
    ten = Courtesy(per_day=10)
    await queue(store, 25)
    wait = await store.read(lambda tx: expected(tx, SLOW, ten, NOW))  # type: ignore[arg-type]
    assert NOW + timedelta(seconds=wait) >= NOW.replace(hour=0) + timedelta(days=2)
    assert await store.read(lambda tx: opens(tx, "paper", ten, NOW)) == NOW


async def test_the_queue_is_kept_for_status_with_the_hour_it_opens(store: SqliteStore) -> None:
    late = Courtesy(parse_hours("10:00-20:00"))
    await store.write(partial(keep_queue, network=SLOW, courtesy=late, now=NOW))
    assert await store.read(lambda tx: tx.get_meta("queue:paper")) == (
        '{"seconds": 0, "opens": "2026-11-20T10:00:00+00:00"}'
    )


async def test_somebody_with_two_accounts_has_as_many_answers_as_somebody_with_one(store: SqliteStore) -> None:
    def link(tx: Transaction) -> None:
        ann = tx.people.register(1, "ann", "fr", NOW)
        for account in (bluesky("ann"), mastodon("ann")):
            tx.people.link(ann.id, account, 4, "s", NOW)

    await store.write(link)
    for number in range(8):
        await ask(store, number, who=(bluesky("ann"), mastodon("ann"))[number % 2])
    rows = await store.read(lambda tx: tx.outbox.rows())
    assert sum(row.kind != NOTICE for row in rows) == DESK.policy.per_person_hour
