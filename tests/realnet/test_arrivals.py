"""Two people with X archives on the real Bluesky network: one arrives later, the other is told once and follows."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from bot.demo.program import Program
from bot.storage import open_store
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.archives.x_archive.builder import Invented, archive_zip
from tests.contract.worlds_bluesky import RealWorld
from tests.realnet.network import RealNetwork
from tests.realnet.test_whole_path import answers, listening, program_of

pytestmark = pytest.mark.realnet


def where_it_is_day() -> str:
    """A time zone in which it is early afternoon: digests rest at night."""
    ahead = 13 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}"


async def bring(program: Program, folder: Path, person: Invented, account: str) -> None:
    """Somebody's archive, imported beside the bot, or while it is dead."""
    path = folder / f"{person.username}.zip"
    path.write_bytes(archive_zip(person))
    result = await program.command("archive", "import", str(path), "--for", account, "--json")
    assert result.code == 0, result.err


def calls(world: RealWorld, did: str) -> list[dict[str, Any]]:
    """The bot's posts out of the blue that mention this account, as the server holds them."""
    posts = [record for record in world.records() if "reply" not in record]
    return [post for post in posts if did in [f["features"][0].get("did") for f in post.get("facets", [])]]


async def called(world: RealWorld, did: str, patience: float = 25.0) -> None:
    for _ in range(int(patience / 0.2)):
        if calls(world, did):
            return
        await asyncio.sleep(0.2)


async def reconnected(program: Program, patience: float = 15.0) -> int:
    """How many follows exist again by `quittex status`, once there are any."""
    for _ in range(int(patience)):
        counted = (await program.command("status", "--json")).document["tallies"].get("reconnected", 0)
        if counted:
            return int(counted)
        await asyncio.sleep(0.5)
    return 0


async def let_time_pass(folder: Path) -> None:
    """Until everybody is to be looked at again: a minute or two, which nobody waits for here."""
    store = await open_store(folder / "data" / "quittex.db", folder / "data" / "pseudonym.key", role="command")
    await store.write(lambda tx: cast("SqliteTransaction", tx).session.execute("UPDATE follow_look SET due = 0"))
    await store.close()


async def test_who_arrives_later_is_told_of_once_and_the_follow_is_confirmed(
    realnet: RealNetwork, tmp_path: Path
) -> None:
    world = RealWorld.start(realnet)
    ann, bob = await world.person("ann"), await world.person("bob")
    async with program_of(world, tmp_path, where_it_is_day()) as program:
        await listening(program)
        await bring(program, tmp_path, Invented(1001, "Ann_x", following=(1002, 77), follower=()), ann)
        assert await answers(world, await world.mention(ann, "préviens-moi tout de suite")) == 1
        await bring(program, tmp_path, Invented(1002, "Bob_x", following=(), follower=(1001,)), bob)
        await program.kill()
        assert await reconnected(program, patience=1.0) == 0
        await program.start()
        await called(world, world.dids[ann])
        await program.kill()
        await world.follow_somebody(ann, bob)
        await let_time_pass(tmp_path)
        await program.start()
        assert await reconnected(program) == 1
        (told,) = calls(world, world.dids[ann])
        assert told["text"].startswith(f"@{ann} 1 personne que vous suiviez sur X")
        assert bob not in told["text"] and world.dids[bob] not in str(told)
        assert calls(world, world.dids[bob]) == []
