"""A network with people on it, and a bot that can be started, killed and counted, for each kind of network."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.faults import Faults
from bot.demo.mastodon import GOTOSOCIAL, MASTODON, MastodonServer
from bot.domain.accounts import Account, Platform

KINDS = ("mastodon", "gotosocial", "bluesky")
REQUEST_TIMEOUT, SETTLE = 1.0, 0.3  # seconds, so that a lost answer is looked for while a test waits
LOST = REQUEST_TIMEOUT + SETTLE  # seconds after which a lost answer has been looked for


class World:
    """One network, one asker, and the bot's answers as the network holds them."""

    def __init__(
        self,
        kind: str,
        faults: Faults,
        ask: Callable[[str], str],
        answers: Callable[[str], int],
        pictures: Callable[[], list[str]],
        join: Callable[[str], Account],
        letters: Callable[[str], list[str]],
        asker: Account,
    ) -> None:
        self.kind = kind
        self.faults = faults
        self.ask = ask
        self.answers = answers
        self.pictures = pictures  # the words of the bot's posts with a picture
        self.join = join  # a new account, as the registry knows it
        self.letters = letters  # the bot's private messages to one of them
        self.asker = asker  # who asks
        self.asked: list[str] = []

    def mention(self) -> str:
        """Somebody asks the bot for its counters; the id of the post."""
        self.asked.append(self.ask(f"combien ? {len(self.asked)}"))
        return self.asked[-1]

    async def several(self, number: int) -> None:
        """So many mentions, each answered before the next."""
        for _ in range(number):
            self.mention()
            await self.all_answered()

    def counts(self) -> list[int]:
        """Answers per mention, in the order they were asked."""
        return [self.answers(question) for question in self.asked]

    async def all_answered(self, patience: float = 30.0) -> None:
        """Until every mention has an answer; TimeoutError with the counts if that never comes."""
        for _ in range(int(patience / 0.05)):
            if all(self.counts()):
                return
            await asyncio.sleep(0.05)
        raise TimeoutError(f"{self.kind}: answers per mention: {self.counts()}")


CONFIG = """
[campaign]
name = "QuitteX"
operator = "operator@example.org"
timezone = "{timezone}"
[networks.here]
request_timeout_seconds = {timeout}
settle_seconds = {settle}
{network}
[limits]
replies_per_person_per_hour = 0
replies_per_person_per_day = 0
replies_per_thread = 0
"""
ANNOUNCEMENT = """
[[announcements]]
id = "a{number}"
cron = "0 9 1 jan *"
"""
ANNOUNCEMENTS = 8  # by hand, one a minute and id: each kill needs its own


@asynccontextmanager
async def world_of(kind: str, folder: Path) -> AsyncIterator[World]:
    """A running network of this kind, and the bot's configuration in `folder`."""
    if kind == "bluesky":
        async with BlueskyNetwork() as network:
            bot, alice = network.account("quittex.test", "QuitteX"), network.account("alice.test")
            alice.allow_messages("all")
            keys = f'kind = "bluesky"\nservice = "{network.url}"\nhandle = "{bot.handle}"\npassword = "{bot.password}"'
            configure(folder, f'{keys}\njetstream = ["{network.jetstream.url}"]')
            yield World(
                kind,
                network.faults,
                lambda text: str(alice.post(f"@quittex.test {text}")),
                lambda uri: len(network.replies_to(uri, by=bot)),
                lambda: [post["text"] for post in network.posts_of(bot) if network.record(post["uri"]).get("embed")],
                lambda name: _joined(network, name),
                lambda name: [text for text in network.messages(f"{name}.test", bot) if text.startswith(bot.handle)],
                Account(Platform.BLUESKY, alice.did, alice.handle),
            )
        return
    async with MastodonServer(MASTODON if kind == "mastodon" else GOTOSOCIAL) as server:
        robot, asker = server.account("quittex", bot=True), server.account("alice")
        configure(folder, f'kind = "mastodon"\nurl = "{server.url}"\ntoken = "{robot.token}"')
        yield World(
            kind,
            server.faults,
            lambda text: str(asker.post(f"@quittex {text}", visibility="public")),
            lambda status: len(server.replies_to(status, by=robot)),
            lambda: [post["text"] for post in server.statuses_of(robot) if post.get("media")],
            lambda name: Account(Platform.MASTODON, "", f"{server.account(name).acct}@{server.world.domain}"),
            lambda name: [post["text"] for post in server.statuses_of(robot) if post["mentions"] == [name]],
            Account(Platform.MASTODON, "", f"{asker.acct}@{server.world.domain}"),
        )


def _joined(network: BlueskyNetwork, name: str) -> Account:
    person = network.account(f"{name}.test")
    person.allow_messages("all")
    return Account(Platform.BLUESKY, person.did, person.handle)


def noon() -> str:
    """A time zone where it is about noon, so that nothing waits for the morning."""
    ahead = 12 - datetime.now(UTC).hour  # signs are turned around in these names
    return f"Etc/GMT{-ahead:+d}"


def configure(folder: Path, network: str) -> None:
    """The bot's configuration in `folder`, for this network."""
    path = folder / "config.toml"
    path.touch(mode=0o600)
    announcements = "".join(ANNOUNCEMENT.format(number=number) for number in range(ANNOUNCEMENTS))
    text = CONFIG.format(network=network, timeout=REQUEST_TIMEOUT, settle=SETTLE, timezone=noon())
    path.write_text(text + announcements, encoding="utf-8")


class Nursery:
    """Bots, forked from the zygote."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def start(self, folder: Path, point: str | None = None, skip: int = 0) -> Bot:
        """A bot on the configuration in `folder`, armed with a `point` to die at or not."""
        order = {"config": str(folder / "config.toml"), "log": str(folder / "log"), "point": point, "skip": skip}
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        answer = json.loads(await self._process.stdout.readline())
        return Bot(answer["pid"])


async def started_once(bots: Nursery, folder: Path) -> None:
    """The first start answers nothing that is older than it; it is over once the bot listens."""
    bot = await bots.start(folder)
    log = folder / "log"
    for _ in range(600):
        if log.exists() and "network open" in log.read_text(encoding="utf-8"):
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    await bot.stop()


class Bot:
    """A running bot's process."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    async def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """SIGTERM, and wait until it is gone."""
        await self._end(signal.SIGTERM)

    async def died(self, patience: float = 15.0) -> None:
        """Until it has killed itself."""
        if not await self.died_or(patience):
            raise TimeoutError("the point was never reached")

    async def died_or(self, patience: float) -> bool:
        """Whether it killed itself in time; it is gone in any case."""
        for _ in range(int(patience / 0.01)):
            if not self.alive:
                return True
            await asyncio.sleep(0.01)
        await self.kill()
        return False

    async def _end(self, number: signal.Signals) -> None:
        if self.alive:
            os.kill(self.pid, number)
        for _ in range(1500):
            if not self.alive:
                return
            await asyncio.sleep(0.01)
        os.kill(self.pid, signal.SIGKILL)
        raise TimeoutError(f"the bot ignored {number.name}")


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """A zygote and its bots."""
    pipe: Any = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.crash.zygote", stdin=pipe, stdout=pipe)
    try:
        yield Nursery(process)
    finally:
        assert process.stdin
        process.stdin.close()
        await process.wait()


Story = Callable[[Nursery, World, Path], Awaitable[None]]


async def on_every_kind(folder: Path, story: Story) -> None:
    """The same story on each kind of network at the same time: most of it is waiting."""

    async def on(kind: str) -> None:
        place = folder / kind
        place.mkdir()
        async with nursery() as bots, world_of(kind, place) as world:
            await story(bots, world, place)

    async with asyncio.TaskGroup() as tasks:
        for kind in KINDS:
            tasks.create_task(on(kind))
