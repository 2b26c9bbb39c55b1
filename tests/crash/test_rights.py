"""An answer taken back and somebody erased, killed around every step: deleted once, erased whole, never half."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.mastodon import MASTODON, MastodonServer
from bot.storage.sqlite import engine
from tests.crash.points import RIGHTS_POINTS
from tests.crash.worlds import Nursery, configure, nursery, started_once

Story = Callable[["Scene", Nursery, str], Awaitable[None]]


class Scene:
    """One network, somebody who asks and takes back, and what the network holds of the bot's."""

    def __init__(self, folder: Path, say: Callable[[str], object], standing: Callable[[], list[str]]) -> None:
        self.folder = folder
        self.say = say
        self.standing = standing  # the words of what the bot has published and not deleted

    async def until(self, wanted: Callable[[list[str]], bool]) -> None:
        for _ in range(400):
            if wanted(self.standing()):
                return
            await asyncio.sleep(0.05)
        raise TimeoutError(f"the bot's posts: {self.standing()}")

    def named(self) -> int:
        """Rows of the database that name the asker."""
        path = self.folder / "data" / "quittex.db"
        connection = engine.open_existing(path)
        try:
            rows = connection.execute("SELECT uri || account || handle || text || thread FROM inbox").fetchall()
            rows += connection.execute("SELECT recipient || trigger || thread || record FROM outbox").fetchall()
            rows += connection.execute("SELECT coalesce(stable_id, '') || handle FROM account").fetchall()
        finally:
            connection.close()
        return sum("alice" in row for (row,) in rows)


async def taken_back(scene: Scene, bots: Nursery, point: str) -> None:
    """An answer stands; the bot that is told to delete it dies at `point`, another goes on."""
    bot = await bots.start(scene.folder)
    scene.say("combien ?")
    await scene.until(lambda posts: len(posts) == 1)
    await bot.stop()
    bot = await bots.start(scene.folder, point)
    await asyncio.sleep(0.3)
    scene.say("supprime")
    await bot.died()
    heir = await bots.start(scene.folder)
    await scene.until(lambda posts: not posts)
    await asyncio.sleep(0.3)
    await heir.stop()
    assert scene.standing() == [], point


async def erased(scene: Scene, bots: Nursery, point: str) -> None:
    """The same with everything about somebody; the receipt stands once."""
    bot = await bots.start(scene.folder)
    scene.say("combien ?")
    await scene.until(lambda posts: len(posts) == 1)
    await bot.stop()
    bot = await bots.start(scene.folder, point)
    await asyncio.sleep(0.3)
    scene.say("oublie-moi")
    await bot.died()
    heir = await bots.start(scene.folder)
    await scene.until(lambda posts: len(posts) == 1 and "Effacé" in posts[0])
    await asyncio.sleep(0.5)
    await heir.stop()
    assert ["Effacé" in words for words in scene.standing()] == [True], point
    assert scene.named() == 0, point


async def on_bluesky(folder: Path, story: Story, point: str) -> None:
    await asyncio.to_thread(folder.mkdir)
    async with BlueskyNetwork() as network, nursery() as bots:
        robot, alice = network.account("quittex.test", "QuitteX"), network.account("alice.test")
        keys = f'kind = "bluesky"\nservice = "{network.url}"\nhandle = "{robot.handle}"\npassword = "{robot.password}"'
        configure(folder, f'{keys}\njetstream = ["{network.jetstream.url}"]')
        await started_once(bots, folder)
        scene = Scene(
            folder,
            lambda words: alice.post(f"@quittex.test {words}"),
            lambda: [post["text"] for post in network.posts_of(robot)],
        )
        await story(scene, bots, point)


async def on_mastodon(folder: Path, story: Story, point: str) -> None:
    await asyncio.to_thread(folder.mkdir)
    async with MastodonServer(MASTODON) as server, nursery() as bots:
        robot, alice = server.account("quittex", bot=True), server.account("alice")
        configure(folder, f'kind = "mastodon"\nurl = "{server.url}"\ntoken = "{robot.token}"')
        await started_once(bots, folder)
        scene = Scene(
            folder,
            lambda words: alice.post(f"@quittex {words}", visibility="public"),
            lambda: [post["text"] for post in server.statuses_of(robot)],
        )
        await story(scene, bots, point)


async def test_killed_once_it_is_finished_by_the_next(tmp_path: Path) -> None:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(on_mastodon(tmp_path / "mastodon", taken_back, "after send"))
        tasks.create_task(on_bluesky(tmp_path / "bluesky", erased, "inside receive"))


@pytest.mark.long
@pytest.mark.parametrize("point", RIGHTS_POINTS)
async def test_killed_at_every_point(tmp_path: Path, point: str) -> None:
    async with asyncio.TaskGroup() as tasks:
        for network in (on_bluesky, on_mastodon):
            for story in (taken_back, erased):
                tasks.create_task(network(tmp_path / f"{network.__name__}-{story.__name__}", story, point))
