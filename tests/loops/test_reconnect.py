"""The slow walk that looks who follows again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.accounts import Account
from bot.domain.reconnecting import Follows
from bot.errors import BotError, NotSent, Refused, Stopped
from bot.loops import reconnect as loop
from bot.loops.reconnect import reconnect
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, FixedClock, bluesky

PEOPLE = 70  # around Ann: three questions of thirty


@dataclass
class PaperRelations:
    """`ports.Relations`: `follows` are pairs of ids; faults are raised once each."""

    follows: set[tuple[str, str]] = field(default_factory=set)
    faults: list[BotError] = field(default_factory=list)
    asked: list[tuple[str, int]] = field(default_factory=list)
    broken: str = ""  # of whom the network never tells
    at_once: int = 30
    pause: float = 0.0

    async def between(self, account: Account, others: Sequence[Account]) -> Follows:
        self.asked.append((account.id, len(others)))
        if account.id == self.broken:
            assert [who for who, _ in self.asked].count(account.id) <= 2, "asked for ever"
            raise NotSent("the server failed with 500", 0.0)
        if self.faults:
            raise self.faults.pop(0)
        return Follows(
            {other.id: (account.id, other.id) in self.follows for other in others},
            {other.id: (other.id, account.id) in self.follows for other in others},
        )


def crowd(tx: Transaction) -> None:
    """Ann followed seventy people on X; all are here."""
    for number in range(PEOPLE + 1):
        name = "ann" if not number else f"p{number}"
        person = tx.people.register(number + 1, name, "", NOW)
        tx.people.link(person.id, bluesky(name), 4, "s", NOW)
    ann = tx.people.by_x(1)
    assert ann is not None
    tx.graph.replace_list(ann.id, 0, "s", range(2, PEOPLE + 2), NOW)


@pytest.fixture
async def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SqliteStore]:
    monkeypatch.setattr(loop, "REST_SECONDS", 0.01)
    monkeypatch.setattr(loop, "FAULT_SECONDS", 0.01)
    monkeypatch.setattr(loop, "BREATH_SECONDS", 0.0)
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(crowd)
    yield opened
    await opened.close()


async def walk(store: SqliteStore, paper: PaperRelations, true: Callable[[int], bool], days: int = 0) -> None:
    """The loop, until the Tally is so."""
    clock = FixedClock()
    clock.time += timedelta(days=days)
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(reconnect(store, PaperNetwork(told_relations=paper), clock))
        heard = store.version
        while not true(await store.read(lambda tx: tx.tallies.now()["reconnected"])):
            heard = await store.changed(heard)
        task.cancel()


def ann_follows(*numbers: int) -> set[tuple[str, str]]:
    return {(bluesky("ann").id, bluesky(f"p{number}").id) for number in numbers}


async def test_follows_are_confirmed_thirty_a_question_and_taken_away_again(store: SqliteStore) -> None:
    paper = PaperRelations(follows=ann_follows(1, 2, 70))
    await walk(store, paper, lambda found: found == 3 and len(paper.asked) == 3 + PEOPLE)
    assert [number for who, number in paper.asked if who == bluesky("ann").id] == [30, 30, 10]
    assert sum(number for who, number in paper.asked if who != bluesky("ann").id) == PEOPLE
    gone = PaperRelations(follows=ann_follows(2))
    await walk(store, gone, lambda found: found == 1, days=1)


async def test_a_start_goes_on_where_the_last_one_stopped(store: SqliteStore) -> None:
    first, second = PaperRelations(), PaperRelations()
    await walk(store, first, lambda found: len(first.asked) > 40)
    asked = {who for who, _ in first.asked}
    await walk(store, second, lambda found: len(asked | {who for who, _ in second.asked}) == PEOPLE + 1)
    assert len(first.asked) + len(second.asked) <= 3 + PEOPLE + 2 * 20  # what a portion was asked in vain


async def test_a_network_that_wants_peace_is_left_alone_and_asked_again(store: SqliteStore) -> None:
    paper = PaperRelations(follows=ann_follows(1), faults=[NotSent("busy", 0.01), Refused("suspended")])
    await walk(store, paper, lambda found: found == 1)
    with pytest.RaisesGroup(Stopped):
        await walk(store, PaperRelations(faults=[Stopped("revoked")]), lambda found: False, days=1)


async def test_somebody_of_whom_a_network_never_tells_does_not_stop_the_walk(store: SqliteStore) -> None:
    paper = PaperRelations(broken=bluesky("p3").id)
    await walk(store, paper, lambda found: len({who for who, _ in paper.asked}) == PEOPLE + 1)
    assert len(paper.asked) <= 3 + PEOPLE + 1


async def test_where_a_network_tells_nothing_nothing_is_done(store: SqliteStore) -> None:
    await reconnect(store, PaperNetwork(), FixedClock())
    assert await store.read(lambda tx: tx.tallies.now()["reconnected"]) == 0
