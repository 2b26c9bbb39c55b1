"""The real program on the real Bluesky network: mentions in, answers out, once, through blocks, deletions and kills."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.demo.program import Program
from tests.contract.worlds_bluesky import RealWorld
from tests.realnet.network import RealNetwork

pytestmark = pytest.mark.realnet

CONFIG = """
[campaign]
name = "QuitteX"
operator = "operator@example.org"
timezone = "{timezone}"
[networks.sky]
kind = "bluesky"
service = "{net.pds}"
handle = "{handle}"
password = "env:BOT_PASSWORD"
jetstream = ["{net.jetstream}"]
[[announcements]]
id = "weekly"
cron = "0 9 * * mon"
"""


@asynccontextmanager
async def program_of(world: RealWorld, folder: Path, timezone: str = "Europe/Paris") -> AsyncIterator[Program]:
    """The bot as a process of its own, running."""
    config = folder / "config.toml"
    words = CONFIG.format(net=world.net, handle=world.bot, timezone=timezone)
    config.write_text(words, encoding="utf-8")
    program = Program(config, folder / "log", {"BOT_PASSWORD": world.password})
    await program.start()
    try:
        yield program
    finally:
        await program.stop()


async def answers(world: RealWorld, uri: str, wanted: int = 1, patience: float = 20.0) -> int:
    """How many answers there are, once there are `wanted`, or at the end of patience."""
    for _ in range(int(patience / 0.2)):
        if len(await world.answers(uri)) >= wanted:
            break
        await asyncio.sleep(0.2)
    return len(await world.answers(uri))


async def listening(program: Program) -> None:
    """Until the first look is over."""
    for _ in range(600):
        if b"network open" in program.log.read_bytes():
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(1.5)


async def test_mentions_are_answered_once_and_silence_is_kept(realnet: RealNetwork, tmp_path: Path) -> None:
    world = RealWorld.start(realnet)
    alice, blocker = await world.person("a"), await world.person("b")
    before = await world.mention(alice, "combien")
    async with program_of(world, tmp_path) as program:
        await listening(program)
        question = await world.mention(alice, "combien")
        assert await answers(world, question) == 1
        await world.block(blocker)
        hidden = await world.mention(blocker, "combien")
        asked = await world.mention(alice, "stop")
        assert await answers(world, asked) == 1
        after = await world.mention(alice, "combien")
        assert await answers(world, after, patience=4.0) == 0
        assert await answers(world, before, patience=0.0) == 0
        await program.kill()
        gone = await world.mention(await world.person("c"), "combien")
        await world.delete(next(reversed(world.dids)), gone)
        await program.start()
        await asyncio.sleep(4.0)
        assert [record["reply"]["parent"]["uri"] for record in world.records()].count(question) == 1
        assert hidden not in [record["reply"]["parent"]["uri"] for record in world.records()]
        assert len(world.records()) == 2


async def test_killed_at_random_it_answers_everybody_once(realnet: RealNetwork, tmp_path: Path) -> None:
    chance, world = random.Random(7), RealWorld.start(realnet)
    people = [await world.person(f"k{n}") for n in range(8)]
    asked = []
    async with program_of(world, tmp_path) as program:
        await listening(program)
        for who in people:
            asked += [await world.mention(who, "combien"), await world.mention(who, "aide")]
            await asyncio.sleep(chance.uniform(0.0, 0.6))
            await program.kill()
            await program.start()
        assert [await answers(world, uri) for uri in asked] == [1] * len(asked)
        parents = [record["reply"]["parent"]["uri"] for record in world.records()]
        assert sorted(parents) == sorted(asked)


async def test_an_announcement_by_hand_is_posted_with_its_picture(realnet: RealNetwork, tmp_path: Path) -> None:
    world = RealWorld.start(realnet)
    async with program_of(world, tmp_path) as program:
        await listening(program)
        result = await program.command("announce", "weekly", "--json")
        assert result.code == 0, result.err
        for _ in range(100):
            if world.records():
                break
            await asyncio.sleep(0.2)
        (record,) = world.records()
        assert record["embed"]["images"][0]["alt"]
        assert record["langs"] == ["fr"]


PEOPLE = """{{"x_id":"1","accounts":[{{"network":"bluesky","id":"{alice}"}}],"follows":[2]}}
{{"x_id":"2","accounts":[{{"network":"bluesky","id":"{bob}"}}]}}
"""


async def test_a_follow_that_exists_again_is_counted_and_no_other(realnet: RealNetwork, tmp_path: Path) -> None:
    world = RealWorld.start(realnet)
    alice, bob = await world.person("a"), await world.person("b")
    await world.follow_somebody(bob, alice)  # whom he never followed on X
    async with program_of(world, tmp_path) as program:
        (tmp_path / "people.jsonl").write_text(PEOPLE.format(alice=world.dids[alice], bob=world.dids[bob]), "utf-8")
        await listening(program)
        await program.stop()
        result = await program.command("registry", "import", str(tmp_path / "people.jsonl"), "--source", "test")
        assert result.code == 0, result.err
        assert await reconnected(program, wanted=1, patience=0.0) == 0
        await world.follow_somebody(alice, bob)
        await program.start()
        assert await reconnected(program, wanted=1) == 1


async def reconnected(program: Program, wanted: int, patience: float = 20.0) -> int:
    """The counter, once it is what is wanted, or at the end of patience."""
    count = -1
    for _ in range(int(patience / 0.5) + 1):
        told = await program.command("status", "--json")
        count = json.loads(told.out)["tallies"]["reconnected"]
        if count == wanted:
            break
        await asyncio.sleep(0.5)
    return count
