"""Both demo networks in this process, their people in the registry, and the real bot between them in its own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bot.demo import campaign
from bot.demo.bluesky.state import Event, parent_of
from bot.demo.cast import BLUESKY, MASTODON, Registry
from bot.demo.mastodon.state import Happening
from bot.demo.program import Program, Result
from bot.demo.stage import Question, Stage
from bot.errors import BotError
from bot.storage import running_pid

NETWORKS: Final = (BLUESKY, MASTODON)
PATIENCE: Final = 60.0  # seconds until something that must come is given up
LIFTED: Final = """
[limits]
replies_per_person_per_hour = 0
replies_per_person_per_day = 0
replies_per_thread = 0
budget_share = 1.0
"""


class Broken(BotError):  # noqa: N818 - named as the demo's
    """The benchmark cannot go on; the text says why."""


@dataclass(frozen=True)
class Heard:
    """When an answer was accepted (`time.perf_counter`), and how long its network had worked by then, in seconds."""

    at: float
    busy: float


class World:
    """`ask` makes somebody say something, `answered` waits until the network has taken the bot's reply."""

    def __init__(self, stage: Stage, program: Program) -> None:
        self.stage, self.program = stage, program
        self._heard: dict[str, Heard] = {}
        self._bell = asyncio.Event()
        stage.bluesky.world.listeners.append(self._on_bluesky)
        stage.mastodon.world.listeners.append(self._on_mastodon)

    def askers(self, network: str) -> list[str]:
        """Registered people of a network who say nothing by themselves."""
        registry = self.stage.registry
        return [key for key in sorted(registry.registered) if network in registry.everybody[key].networks]

    def ask(self, network: str, who: str, words: str) -> tuple[Question, Heard]:
        """A public mention; the moment before it was there."""
        handle = self.stage.bot_there.handle if network == BLUESKY else "quittex"
        before = Heard(time.perf_counter(), self.busy(network))
        return self.stage.say(who, network, f"@{handle} {words}"), before

    async def answered(self, question: Question) -> Heard:
        """When its answer was accepted. Broken when none comes."""
        await self.until(lambda: question.ref in self._heard, f"no answer on {question.network}")
        return self._heard[question.ref]

    async def until(self, there: Callable[[], bool], otherwise: str) -> None:
        """Wait for it; Broken with these words when it does not come, or the bot ends."""
        end = time.monotonic() + PATIENCE
        while not there():
            if time.monotonic() > end or not self.program.runs:
                raise Broken(f"{otherwise}; the bot's last words: {' / '.join(self.program.last_words(3))}")
            self._bell.clear()
            try:
                async with asyncio.timeout(0.1):
                    await self._bell.wait()
            except TimeoutError:
                continue

    def busy(self, network: str) -> float:
        """Seconds that a network's handlers have worked so far."""
        return (self.stage.bluesky if network == BLUESKY else self.stage.mastodon).http.busy

    def resident(self) -> tuple[float, float]:
        """Memory of the bot now and at its highest, in MB (10^6 bytes). Broken where /proc does not tell."""
        pid = running_pid(self.program.config.parent / "data" / "quittex.db")
        try:
            lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
        except OSError:
            raise Broken("memory is read from /proc, which this system does not have") from None
        sizes = {line.split(":")[0]: int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("Vm")}
        return sizes["VmRSS"], sizes["VmHWM"]

    def _on_bluesky(self, event: Event) -> None:
        parent = parent_of(event.body.get("record") or {})
        if event.did == self.stage.bot_there.did and parent:
            self._hear(parent, BLUESKY)

    def _on_mastodon(self, happening: Happening) -> None:
        status = happening.status
        if happening.event == "update" and status and status.reply_to and status.account.id == self.stage.bot_here.id:
            self._hear(status.reply_to.id, MASTODON)

    def _hear(self, ref: str, network: str) -> None:
        self._heard.setdefault(ref, Heard(time.perf_counter(), self.busy(network)))
        self._bell.set()


@asynccontextmanager
async def at_work() -> AsyncIterator[World]:
    """Everything up, the bot listening to both networks, limits lifted; all of it gone afterwards. Broken."""
    with TemporaryDirectory(prefix="quittex-bench-") as name:
        folder = Path(name)
        async with Stage(Registry()) as stage:
            config = campaign.write_config(stage, folder)
            config.write_text(config.read_text("utf-8") + LIFTED, "utf-8")
            program = Program(config, folder / "bot.log", campaign.secrets(stage))
            past = campaign.write_registry(stage, folder)
            _done(await program.play_the_past(*(word for day, file in past for word in (day.isoformat(), str(file)))))
            world, before = World(stage, program), stage.ears()
            await program.start()
            try:
                await world.until(
                    lambda: all(now > then for now, then in zip(stage.ears(), before, strict=True)),
                    "the bot does not listen",
                )
                yield world
            finally:
                await program.stop()


def _done(result: Result) -> None:
    if result.code != 0:
        raise Broken(f"the registry could not be imported: {result.err.strip()[-300:]}")
