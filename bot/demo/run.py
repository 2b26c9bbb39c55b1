"""The demo from beginning to end: a temporary folder, networks, bot, story, summary. What stays is the chart."""

from __future__ import annotations

import asyncio
import shutil
import signal
import tempfile
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bot.demo import campaign
from bot.demo.cast import Registry
from bot.demo.play import Broken, Play, perform
from bot.demo.program import Program
from bot.demo.screen import Row, Screen
from bot.demo.stage import Stage
from bot.demo.story import PNG, STORY
from bot.errors import InputError

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WORK = "work"  # what is removed of the folder
INTERRUPTED = "interrupted"


@dataclass
class Outcome:
    """How it went. `broken` says why the story ended too early; `kept` are the files that stay."""

    rows: list[Row] = field(default_factory=list)
    seconds: float = 0.0
    broken: str = ""
    kept: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether all went as told."""
        return not self.broken and bool(self.rows) and all(row.ok for row in self.rows)

    def document(self, conversation: list[dict[str, Any]]) -> dict[str, Any]:
        """For `--json`."""
        return {
            "ok": self.ok,
            "seconds": round(self.seconds, 1),
            "broken": self.broken or None,
            "steps": [asdict(row) for row in self.rows],
            "files": self.kept,
            "conversation": conversation,
        }


def run(screen: Screen, seconds: float, *, stay: bool = False) -> Outcome:
    """Play the demo in about `seconds`; with `stay` everything stays up afterwards until a signal comes."""
    return asyncio.run(_run(screen, seconds, stay))


async def _run(screen: Screen, seconds: float, stay: bool) -> Outcome:
    outcome, begun = Outcome(), time.monotonic()
    with _folder() as folder, _calls() as calls:
        async with Stage(Registry()) as stage:
            play = _prepared(stage, folder / WORK, screen)
            try:
                outcome.broken = await calls.heed(_story(play, seconds))
                outcome.seconds = time.monotonic() - begun
                if stay and not outcome.broken:
                    _sum_up(play, folder, outcome)
                    _tell_the_way(play)
                    await calls.came.wait()
            finally:
                code = await play.program.stop()
        if stay and not outcome.broken:
            outcome.broken = f"asked to stop, the bot ended with {code}" if code else ""
            screen.closing(outcome.broken or "Everything is down again.", outcome.ok, {})
        else:
            _sum_up(play, folder, outcome, _ending(code) if code is not None else None)
    return outcome


async def _story(play: Play, seconds: float) -> str:
    """Play it; why it broke off, or nothing."""
    try:
        await perform(STORY, play, seconds)
    except Broken as fault:
        return str(fault)
    except BrokenPipeError:
        return "nobody reads on"
    return ""


def _prepared(stage: Stage, work: Path, screen: Screen) -> Play:
    screen.opening(
        "QuitteX bot at work",
        (
            "Two small networks on this machine, invented people, and the real bot between them.",
            "Nothing leaves this machine. What the bot says is read from the networks' own memory.",
        ),
    )
    config = campaign.write_config(stage, work)
    program = Program(config, work / "bot.log", campaign.secrets(stage))
    return Play(stage, program, screen, past=campaign.write_registry(stage, work))


def _ending(code: int) -> Row:
    return Row("Asked to stop, it stops", "SIGTERM", "exit code 0", f"exit code {code}", code == 0)


def _sum_up(play: Play, folder: Path, outcome: Outcome, last: Row | None = None) -> None:
    """Every promise looked at once more, the table, and where things lie."""
    looked = [(step, step.look()) for step in play.steps]
    outcome.rows = [Row(step.title, step.where, step.expected, now.seen, now.ok) for step, now in looked]
    outcome.rows += [last] if last else []
    outcome.kept = _keep(play, folder, failed=not outcome.ok)
    play.screen.summary(outcome.rows)
    wrong = sum(not row.ok for row in outcome.rows)
    verdict = outcome.broken or (f"{wrong} of {len(outcome.rows)} went wrong." if wrong else "All went as told.")
    facts = {"seconds": f"{outcome.seconds:.0f}", **outcome.kept}
    play.screen.closing(verdict, outcome.ok, facts)
    if not outcome.ok and outcome.broken != INTERRUPTED:
        play.screen.lines("The bot's last words:", play.program.last_words())


def _keep(play: Play, folder: Path, *, failed: bool) -> dict[str, str]:
    """Take out of the working folder what somebody may want to look at; name -> path."""
    pictures = [bulletin.image for bulletin in play.stage.bulletins() if bulletin.image.startswith(PNG)]
    kept = {}
    if pictures:
        (folder / "chart.png").write_bytes(pictures[0])
        kept["chart"] = str(folder / "chart.png")
    for name, file in (("configuration", play.program.config), ("log", play.program.log if failed else None)):
        if file is not None and file.exists():
            kept[name] = str(shutil.copy(file, folder))
    return kept


def _tell_the_way(play: Play) -> None:
    """Addresses, accounts and tokens, all invented, for whoever wants to look around."""
    stage, screen = play.stage, play.screen
    addresses = {
        "Bluesky": stage.bluesky.url,
        "its stream": stage.bluesky.jetstream.url,
        "Mastodon": stage.mastodon.url,
        "the bot's folder": play.program.config.parent,
    }
    screen.closing("Everything stays up. Ctrl-C ends it.", True, addresses)
    there = [f"{one['handle']:<24} {one['password']}" for one in _spoke(stage.bluesky.described(), "handle", stage)]
    here = [f"{one['name']:<24} {one['token']}" for one in _spoke(stage.mastodon.described(), "name", stage)]
    screen.lines("On Bluesky, handles and passwords:", there)
    screen.lines("On Mastodon, names and tokens:", here)
    screen.lines("For instance:", _examples(stage, play.program.config))


def _examples(stage: Stage, config: Path) -> list[str]:
    """A question of Tom's, and a look at the books."""
    post = f"-d 'status=@quittex how many&visibility=direct' {stage.mastodon.url}/api/v1/statuses"
    return [
        f"curl -H 'Authorization: Bearer {stage.here['tom'].token}' {post}",
        f"quittex outbox list --config {config}",
    ]


def _spoke(described: dict[str, Any], name: str, stage: Stage) -> Iterator[dict[str, Any]]:
    """The bot and those who have a part in the story."""
    known = {"quittex", *(key for _, key in stage.spoke)}
    return (one for one in described["accounts"] if one[name].partition(".")[0] in known)


class Calls:
    """Signals that ask us to end: the first calls the story off, the cleaning up that follows is never disturbed."""

    def __init__(self) -> None:
        self.came = asyncio.Event()

    async def heed(self, work: Coroutine[Any, Any, str]) -> str:
        """What `work` gives, or INTERRUPTED when a signal comes first."""
        async with asyncio.TaskGroup() as tasks:
            working = tasks.create_task(work)
            waiting = tasks.create_task(self._call_off(working))
            working.add_done_callback(lambda _: waiting.cancel())
        return INTERRUPTED if working.cancelled() else working.result()

    async def _call_off(self, working: asyncio.Task[str]) -> None:
        await self.came.wait()
        working.cancel()


@contextmanager
def _calls() -> Iterator[Calls]:
    calls, loop = Calls(), asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, calls.came.set)
    try:
        yield calls
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)


@contextmanager
def _folder() -> Iterator[Path]:
    """A new folder, of which everything below `work` is gone afterwards; all of it when nothing else is in it.

    InputError when there is no place for temporary files.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="quittex-demo-"))
        (folder / WORK).mkdir()
    except OSError as fault:
        raise InputError(f"no folder for temporary files can be made: {fault.strerror}") from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder / WORK, ignore_errors=True)
        with suppress(OSError):  # not empty: something in it is to stay
            folder.rmdir()
