"""However the demo ends: the verdict is right, the files that stay are there, nothing else is."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.demo import run as demo
from bot.demo.cast import BLUESKY
from bot.demo.mastodon.state import Media
from bot.demo.play import Broken, Play, Scene, Step, Verdict
from bot.demo.screen import Screen
from bot.errors import InputError

Perform = Callable[..., demo.Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def perform(folder: Path, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> Perform:
    """Play one scene, without a bot."""

    def one(act: Callable[[Play], Awaitable[None]], *, stay: bool = False) -> demo.Outcome:
        monkeypatch.setattr(demo, "STORY", (Scene("One", act),))
        return demo.run(Screen(stream), 1.0, stay=stay)

    return one


def step(ok: bool) -> Step:
    return Step("Camille asks", "Bluesky", "one answer", lambda: Verdict("one answer" if ok else "two", ok))


def test_all_as_told(perform: Perform, folder: Path, stream: io.StringIO):
    async def act(play: Play) -> None:
        chart = Media("m1", play.stage.bot_here.id, demo.PNG + b"chart", "image/png", "A chart")
        play.stage.mastodon.world.media["m1"] = chart
        play.stage.bot_here.post("69 people", media=[chart])
        play.keep(step(True))

    outcome = perform(act)
    assert outcome.ok
    [kept] = folder.iterdir()
    assert {path.name for path in kept.iterdir()} == {"chart.png", "config.toml"}
    assert Path(outcome.kept["chart"]).read_bytes() == demo.PNG + b"chart"
    assert outcome.kept["chart"] in stream.getvalue()
    assert outcome.document([])["steps"][0]["ok"] is True


def test_one_step_wrong_is_a_failure_that_shows_the_log(perform: Perform, stream: io.StringIO):
    async def act(play: Play) -> None:
        play.program.log.write_text("the last word\n")
        play.keep(step(True))
        play.keep(step(False))

    outcome = perform(act)
    assert not outcome.ok
    assert "1 of 2 went wrong." in stream.getvalue()
    assert "the last word" in stream.getvalue()
    assert "the last word" in Path(outcome.kept["log"]).read_text()


def test_a_story_that_breaks_off_says_why(perform: Perform, stream: io.StringIO):
    async def act(play: Play) -> None:
        raise Broken("the bot ended by itself")

    outcome = perform(act)
    assert (outcome.ok, outcome.broken) == (False, "the bot ended by itself")
    assert "the bot ended by itself" in stream.getvalue()


def test_nothing_promised_is_nothing_kept(perform: Perform):
    async def act(play: Play) -> None:
        pass

    assert not perform(act).ok


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_calls_it_off_and_all_is_cleaned_up(perform: Perform, folder: Path, number: signal.Signals):
    pids: list[int] = []

    async def act(play: Play) -> None:
        await play.program.start()
        pids.append(play.program._process.pid)  # type: ignore[union-attr]
        os.kill(os.getpid(), number)
        await asyncio.sleep(60)

    outcome = perform(act)
    assert (outcome.ok, outcome.broken) == (False, demo.INTERRUPTED)
    assert not any(path.name == demo.WORK for path in folder.rglob("*"))
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


def test_a_fault_of_ours_leaves_nothing_behind(perform: Perform, folder: Path):
    async def act(play: Play) -> None:
        raise ZeroDivisionError

    with pytest.raises(BaseExceptionGroup):
        perform(act)
    assert list(folder.iterdir()) == []


def test_staying_until_a_signal(perform: Perform, stream: io.StringIO):
    async def act(play: Play) -> None:
        play.keep(step(True))
        await play.ask("tom", "mastodon", "Hello")
        await play.ask("camille", BLUESKY, "Bonjour")
        asyncio.get_running_loop().call_later(2.0, os.kill, os.getpid(), signal.SIGINT)

    outcome = perform(act, stay=True)
    printed = stream.getvalue()
    assert "Ctrl-C ends it" in printed
    assert "http://127.0.0.1:" in printed
    assert "ws://127.0.0.1:" in printed
    lines = [line.split() for line in printed.splitlines()]
    assert any(line[:1] == ["tom"] and len(line) == 2 for line in lines), "a name and its token"
    assert any(line[:1] == ["camille.sky.test"] for line in lines)
    assert outcome.ok
    assert "Everything is down again." in printed


def test_no_place_for_temporary_files(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    with pytest.raises(InputError, match="temporary"):
        demo.run(Screen(io.StringIO()), 1.0)
