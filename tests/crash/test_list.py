"""The campaign's public list, killed around every step and restored: each coming and going is one commit."""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.demo.bluesky.records import LIST, LISTITEM
from bot.domain.accounts import Account, Platform
from bot.domain.announcements import SMALLEST_GROUP
from bot.ports import Transaction
from bot.storage import open_store
from tests.crash.points import LIST_POINTS
from tests.crash.worlds import CONFIG, REQUEST_TIMEOUT, SETTLE, Bot, Nursery, noon, nursery, started_once

FEW = ("after send",)


class Scene:
    """A network, and the people who chose to be named."""

    def __init__(self, network: BlueskyNetwork, folder: Path) -> None:
        self.network = network
        self.folder = folder
        self.robot = network.account("quittex.test", "QuitteX")
        self.people: list[Person] = []
        keys = f'service = "{network.url}"\nhandle = "{self.robot.handle}"\npassword = "{self.robot.password}"'
        stream = f'kind = "bluesky"\n{keys}\njetstream = ["{network.jetstream.url}"]'
        (folder / "config.toml").touch(mode=0o600)
        text = CONFIG.format(network=stream, timeout=REQUEST_TIMEOUT, settle=SETTLE, timezone=noon())
        (folder / "config.toml").write_text(text, encoding="utf-8")

    @property
    def data(self) -> Path:
        return self.folder / "data"

    async def turn(self, *, join: int = 1, leave: int = 1) -> None:
        """What people say beside the running bot."""
        leaving, self.people = self.people[:leave], self.people[leave:]
        joining = [self.network.account(f"p{len(self.network.people)}.test") for _ in range(join)]
        self.people += joining

        def work(tx: Transaction) -> None:
            now = datetime.now(UTC)
            for person in joining:
                made = tx.people.register(None, person.handle.partition(".")[0], "fr", now).id
                tx.people.link(made, Account(Platform.BLUESKY, person.did, person.handle), 4, "test", now)
                tx.people.set_consent(made, "named", "yes", now)
            for person in leaving:
                tx.people.unlink(Account(Platform.BLUESKY, person.did, person.handle))

        store = await open_store(self.data / "quittex.db", self.data / "pseudonym.key", role="command")
        await store.write(work)
        await store.close()

    def listed(self) -> Counter[str]:
        """Entries by whom they name."""
        return Counter(str(item.record["subject"]) for item in self.network.world.every(LISTITEM))

    def as_wished(self) -> bool:
        return self.listed() == Counter(person.did for person in self.people)

    async def settled(self) -> None:
        """Until the network holds just those who wish it; TimeoutError if that never comes."""
        for _ in range(300):
            if self.as_wished():
                return
            await asyncio.sleep(0.1)
        raise TimeoutError(f"{len(self.people)} wish it, listed: {sorted(self.listed().values())}")


async def opened(scene: Scene, bots: Nursery) -> None:
    """The list of ten, filled."""
    await started_once(bots, scene.folder)
    await scene.turn(join=SMALLEST_GROUP, leave=0)
    bot = await bots.start(scene.folder)
    await scene.settled()
    await bot.stop()


async def killed_at(scene: Scene, bots: Nursery, point: str, skip: int) -> None:
    """Somebody comes and somebody goes; a bot dies in the middle, another goes on."""
    before = scene.network.commits(scene.robot)
    bot = await bots.start(scene.folder, point, skip)
    await scene.turn()
    await bot.died()
    heir = await bots.start(scene.folder)
    await scene.settled()
    await quiet(heir)
    assert scene.as_wished(), point
    assert scene.network.commits(scene.robot) == before + 2, f"{point}: not one commit each"


async def quiet(bot: Bot) -> None:
    """What would be done twice is done now."""
    await asyncio.sleep(0.5)
    await bot.stop()


async def each_dies_once(folder: Path, points: tuple[str, ...]) -> None:
    async with BlueskyNetwork() as network, nursery() as bots:
        scene = Scene(network, folder)
        await opened(scene, bots)
        for number, point in enumerate(points):
            skip = 0 if point.endswith("edit") else number % 2  # at the removal, or at the entry
            await killed_at(scene, bots, point, skip)
        assert len(network.world.every(LIST)) == 1


async def test_killed_around_an_entry_it_is_on_the_list_once(tmp_path: Path) -> None:
    await each_dies_once(tmp_path, FEW)


@pytest.mark.long
async def test_killed_at_every_point_of_an_entry(tmp_path: Path) -> None:
    await each_dies_once(tmp_path, LIST_POINTS + LIST_POINTS)


async def test_after_a_restore_the_list_holds_whom_the_registry_says(tmp_path: Path) -> None:
    async with BlueskyNetwork() as network, nursery() as bots:
        scene = Scene(network, tmp_path)
        await opened(scene, bots)
        shutil.copytree(scene.data, tmp_path / "backup", ignore=shutil.ignore_patterns("*.epoch", "*-lock"))
        as_it_was = list(scene.people)
        bot = await bots.start(scene.folder)
        await scene.turn(join=2, leave=2)
        await scene.settled()
        await bot.stop()
        for file in (tmp_path / "backup").iterdir():
            if file.is_file():
                shutil.copy(file, scene.data / file.name)
        scene.people = as_it_was
        heir = await bots.start(scene.folder)
        await scene.settled()
        await quiet(heir)
        assert scene.as_wished()
