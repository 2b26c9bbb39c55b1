"""Index work, killed at every transaction and at random beside a bot that goes on: no answer is ever wrong."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.storage import open_store, upkeep
from bot.storage.sqlite import edges
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.keys import load_keys
from bot.storage.sqlite.tidying import due
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW

PEOPLE, STRANGERS = 30, 400
WORKS = ("tidy", "rebuild", "rekey")


class Killers:
    """Runs index work in processes that die when told."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def run(self, work: str, folder: Path, **more: Any) -> bool:
        """Do some work; whether it died of what it was told."""
        assert self.process.stdin and self.process.stdout
        files = {"database": str(folder / "quittex.db"), "key": str(folder / "key")}
        print(json.dumps({"work": work} | files | more), file=self.process.stdin, flush=True)
        told = json.loads(self.process.stdout.readline())
        assert "fault" not in told
        return bool(told["died"])


class World:
    """A bot and what it should know."""

    def __init__(self, bot: SqliteStore, folder: Path, chance: random.Random) -> None:
        self.bot, self.chance = bot, chance
        self.database, self.key = folder / "quittex.db", folder / "key"
        self.persons = list(range(1, PEOPLE + 1))
        self.lists: dict[tuple[int, int, str], set[int]] = {}

    async def goes_on(self, changes: int) -> None:
        """People bring lists, change them, take them away; some are erased."""

        def work(tx: SqliteTransaction) -> None:
            for _ in range(changes):
                if self.chance.random() < 0.05:
                    gone = self.persons.pop(self.chance.randrange(len(self.persons)))
                    tx.people.remove(gone)
                    self.lists = {place: x_ids for place, x_ids in self.lists.items() if place[0] != gone}
                    self.persons.append(tx.people.register(None, "", "", NOW).id)
                place = (self.chance.choice(self.persons), self.chance.randint(0, 1), self.chance.choice("st"))
                x_ids = set(self.chance.sample(range(1, PEOPLE + STRANGERS), self.chance.randint(0, 150)))
                tx.graph.replace_list(*place, x_ids, NOW)
                self.lists[place] = x_ids

        await self.bot.write(work)  # type: ignore[arg-type]

    async def is_right(self) -> None:
        """Questions of the bot are answered as the lists say."""
        asked = self.chance.sample(range(1, PEOPLE + STRANGERS), 40)

        def work(tx: SqliteTransaction) -> dict[int, list[int]]:
            return {x_id: edges.named_by(tx.session, x_id) for x_id in asked}

        named = await self.bot.write(work)  # type: ignore[arg-type]
        for x_id in asked:
            whos = {person * 2 + direction for (person, direction, _), x_ids in self.lists.items() if x_id in x_ids}
            assert named[x_id] == sorted(whos)

    async def ends_well(self) -> None:
        """Nothing is left to do, and index and lists agree."""
        await self.is_right()
        assert not due(self.database, 1)
        assert upkeep.check(self.database, self.key).same
        assert not list(self.database.parent.glob("*.parts"))


@pytest.fixture(scope="module")
def killers() -> Iterator[Killers]:
    command = [sys.executable, "-m", "tests.crash.indexers"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        yield Killers(process)
        assert process.stdin
        process.stdin.close()


async def a_world(folder: Path, seed: str) -> World:
    bot = await open_store(folder / "quittex.db", folder / "key")
    world = World(bot, folder, random.Random(seed))
    await bot.write(lambda tx: [tx.people.register(x_id, "", "", NOW) for x_id in range(1, PEOPLE + 1)])
    await world.goes_on(60)
    return world


@pytest.mark.parametrize("work", WORKS)
async def test_killed_at_each_transaction_it_is_right_and_the_next_goes_on(
    work: str, tmp_path: Path, killers: Killers
) -> None:
    world = await a_world(tmp_path, work)
    number, died = 0, True
    while died:
        number += 1 + number // 4  # later ones are much alike
        died = killers.run(work, tmp_path, point=(number, "inside"))
        await world.is_right()
        died |= killers.run(work, tmp_path, point=(number, "after"))
        await world.goes_on(3)
    assert number > 5
    killers.run("tidy", tmp_path)
    await world.ends_well()
    await world.bot.close()


@pytest.mark.parametrize("kills", [8, pytest.param(60, marks=pytest.mark.slice)])
async def test_killed_at_random_it_is_right_and_the_next_goes_on(kills: int, tmp_path: Path, killers: Killers) -> None:
    world = await a_world(tmp_path, f"20250120 {kills}")
    died = 0
    for _ in range(kills):
        work = world.chance.choice(WORKS)
        died += killers.run(work, tmp_path, seconds=world.chance.uniform(0.001, 0.12))
        await world.is_right()
        await world.goes_on(world.chance.randint(1, 20))
    assert died > kills // 10  # a quick machine is done before many of them
    if len(load_keys(world.key)) > 1:
        killers.run("rekey", tmp_path)
    killers.run("tidy", tmp_path)
    await world.ends_well()
    await world.bot.close()
