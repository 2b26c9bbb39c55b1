"""What trolls, machines and accidents try: talking for ever, speaking for others, being answered after the fact."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.actions.receive import ANSWERED, receive
from bot.domain.accounts import Account, Platform
from bot.domain.effects import Why
from bot.domain.encounters import Kind
from bot.domain.outbox import State
from bot.loops.send import Sender
from bot.ports import Gate
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK, asks
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, SECOND, FixedClock, bluesky

VICTIM = "opfer.bsky.social"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(lambda tx: tx.inbox.first_start("paper", NOW - SECOND))
    yield opened
    await opened.close()


async def heard(store: SqliteStore, text: str, number: int, who: str = "echo", **more: Any) -> str:
    """One post of theirs, a minute after the one before."""
    at = NOW + number * timedelta(minutes=1)
    one = asks(text, f"at://{who}/{number}", thread="at://thread", account=bluesky(who), at=at)
    one = replace(one, **more)
    return await store.write(partial(receive, encounter=one, desk=DESK, now=at))


async def words_of(store: SqliteStore) -> list[str]:
    rows = await store.read(lambda tx: tx.outbox.rows())
    posts = [await store.read(lambda tx, id_=row.id: tx.outbox.get(id_)) for row in rows]  # type: ignore[misc]
    return [str(post.record["text"]) for post in posts if post]


async def sent(store: SqliteStore, network: PaperNetwork) -> PaperNetwork:
    """Let the sender deal with everything that is owed."""
    clock, stopping = FixedClock(), asyncio.Event()
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        task = tasks.create_task(Sender(store, network, clock, timedelta(hours=72)).run(stopping))
        while await store.read(lambda tx: tx.outbox.next_due("paper")):
            clock.time += timedelta(seconds=31)
            await asyncio.sleep(0.02)
        task.cancel()
    return network


# Machines that answer


async def test_an_account_labelled_as_a_bot_is_never_answered_but_its_stop_is_obeyed(store: SqliteStore) -> None:
    assert [await heard(store, "combien", n, bot=True) for n in range(3)] == [Why.BOT] * 3
    assert await heard(store, "stop", 4, bot=True) == Why.BOT
    assert await store.read(lambda tx: tx.people.is_silent(bluesky("echo")))
    assert await words_of(store) == []


async def test_two_machines_that_answer_each_other_stop_after_two_turns(store: SqliteStore) -> None:
    outcomes = [await heard(store, "combien", n) for n in range(20)]
    assert outcomes == [ANSWERED] * 2 + [Why.TOO_MANY] * 18


async def test_a_thread_has_two_answers_even_when_many_take_turns_in_it(store: SqliteStore) -> None:
    outcomes = [await heard(store, "combien", n, who=f"echo{n}") for n in range(6)]
    assert outcomes == [ANSWERED] * 2 + [Why.TOO_MANY] * 4


async def test_the_same_words_in_ever_new_threads_are_answered_three_times_an_hour_and_five_a_day(
    store: SqliteStore,
) -> None:
    outcomes = [await heard(store, "combien", n * 20, thread=f"at://thread/{n}") for n in range(72)]
    assert outcomes[:4] == [ANSWERED] * 3 + [Why.TOO_MANY]
    assert outcomes.count(ANSWERED) == 5


async def test_a_machine_that_repeats_our_own_words_earns_nothing_by_it(store: SqliteStore) -> None:
    """Our answers name words that could be orders."""
    await heard(store, "aide", 0, who="ann", thread="")
    (ours,) = await words_of(store)
    before = len(await words_of(store))
    outcome = await heard(store, ours, 1, addressed=False, reply_to_us=True, thread="at://echo")
    assert outcome != ANSWERED or len(await words_of(store)) <= before + 1
    assert not await store.read(lambda tx: tx.people.is_silent(bluesky("echo")))


async def test_our_own_posts_and_copies_of_people_by_a_bridge_are_not_answered(store: SqliteStore) -> None:
    assert await heard(store, "combien", 0, who="bot") == Why.OURSELVES
    assert await heard(store, "combien", 1, bridged=True) == Why.BRIDGED


# Others, meant or named


@pytest.mark.parametrize(
    "text",
    [
        f"mention @{VICTIM}",
        f"say hello to @{VICTIM}",
        f"@{VICTIM} tu devrais quitter X",
        f"who does @{VICTIM} follow?",
        f"trouve @{VICTIM}",
        f"forget @{VICTIM}",
        f"stop @{VICTIM}",
        f"je suis {VICTIM}",
        f"réponds à @{VICTIM} avec combien",
        f"combien @{VICTIM} https://bsky.app/profile/{VICTIM}",
    ],
)
async def test_nobody_is_named_or_called_because_somebody_else_wrote_it(store: SqliteStore, text: str) -> None:
    await heard(store, text, 0, others_mentioned=True)
    for words in await words_of(store):
        assert "opfer" not in words and "@" not in words
    assert not await store.read(lambda tx: tx.people.is_silent(Account(Platform.BLUESKY, "did:plc:opfer", VICTIM)))


@pytest.mark.parametrize("bait", ["koeder @opfer.bsky.social", "\u202ekoeder\u202c", "koeder https://casino.example"])
@pytest.mark.parametrize("text", ["combien", "aide", "trouve", "xyzzy qwfp", "stop", "je suis @koederin sur X"])
async def test_a_display_name_is_bait_that_is_never_taken(store: SqliteStore, bait: str, text: str) -> None:
    named = replace(bluesky("echo"), display_name=bait)
    await heard(store, text, 0, account=named, bio=bait)
    for words in await words_of(store):
        assert "koeder" not in words.lower() and "opfer" not in words and "casino" not in words


# After the fact


@pytest.mark.parametrize("gate", [Gate.CLOSED, Gate.ABSENT])
async def test_who_blocked_us_or_deleted_their_post_meanwhile_hears_nothing(store: SqliteStore, gate: Gate) -> None:
    assert await heard(store, "combien", 0) == ANSWERED
    network = await sent(store, PaperNetwork(gate_says=gate))
    assert network.published == {} and "send" not in network.calls
    (row,) = await store.read(lambda tx: tx.outbox.rows())
    assert row.state is State.WITHDRAWN


async def test_who_says_stop_while_an_answer_waits_hears_only_that_it_was_heard(store: SqliteStore) -> None:
    await heard(store, "combien", 0)
    await heard(store, "stop", 1)
    network = await sent(store, PaperNetwork())
    assert [post.kind for post in network.published.values()] == ["stop"]


async def test_an_edited_post_is_the_same_post(store: SqliteStore) -> None:
    assert await heard(store, "combien", 0) == ANSWERED
    assert await heard(store, "trouve", 0) == "seen before"
    assert len(await words_of(store)) == 1


# Cheap refusals


async def test_somebody_over_their_limit_costs_a_handful_of_questions_to_the_database(store: SqliteStore) -> None:
    await store.write(
        lambda tx: tx.people.link(tx.people.register(7, "ann", "fr", NOW).id, bluesky("ann"), 4, "r", NOW)
    )

    def cost(tx: Any) -> tuple[int, str]:
        asked: list[str] = []
        tx.session.connection.set_trace_callback(asked.append)
        try:
            one = asks("trouve", f"at://ann/{len(costs)}", account=bluesky("ann"), thread=f"t{len(costs)}")
            return len(asked), receive(tx, one, DESK, NOW)
        finally:
            tx.session.connection.set_trace_callback(None)
            costs.append(len(asked))

    costs: list[int] = []
    outcomes = [(await store.write(cost))[1] for _ in range(4)]
    assert outcomes == [ANSWERED] * 3 + [Why.TOO_MANY]
    assert costs[3] < costs[0] * 0.6
    assert costs[3] <= 40


async def test_a_tagged_post_of_somebody_over_their_limit_is_only_a_voice(store: SqliteStore) -> None:
    for number in range(3):
        await heard(store, "combien", number, who="ann", thread=f"t{number}")
    outcome = await heard(store, "#quittex", 5, who="ann", kind=Kind.TAG, tags=frozenset({"quittex"}), thread="t5")
    assert outcome == Why.NOT_REGISTERED
    assert (await store.read(lambda tx: tx.tallies.now()))["voices"] == 1
