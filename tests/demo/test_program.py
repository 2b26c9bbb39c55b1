"""The real bot as a process: it ends when and how it is told to."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bot.demo.program import Program

CONFIG = """
[campaign]
name = "Test"
operator = "@admin@piaf.test"
[networks.mastodon]
kind = "mastodon"
url = "http://127.0.0.1:9"
token = "env:QUITTEX_TEST_PROGRAM"
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    config = tmp_path / "config.toml"
    config.write_text(CONFIG)
    return Program(config, tmp_path / "bot.log", {"QUITTEX_TEST_PROGRAM": "invented"})


async def listening(program: Program) -> None:
    """Until it has tried the network, which is not there."""
    while not any("network lost" in line for line in program.last_words()):
        assert program.runs
        await asyncio.sleep(0.05)


async def test_started_and_stopped_in_order(program: Program):
    assert not program.started
    await program.start()
    assert program.started
    await listening(program)
    assert await program.stop() == 0
    assert not program.runs
    assert await program.stop() is None


async def test_killed_without_a_farewell_and_started_again(program: Program):
    await program.start()
    await listening(program)
    await program.kill()
    assert not program.started
    assert "stopping" not in program.last_words()[-1]
    await program.start()
    assert program.runs
    await program.kill()


async def test_the_code_of_one_that_ended_by_itself(program: Program):
    program.config.write_text("nonsense")
    await program.start()
    while program.runs:  # noqa: ASYNC110 - nobody rings when a process ends
        await asyncio.sleep(0.02)
    assert program.started
    assert await program.stop() == 2
    assert "config.toml" in program.last_words()[-1]


async def test_commands_give_their_code_and_words(program: Program):
    good = await program.command("check", "--offline", "--json")
    assert good.code == 0
    assert good.document
    bad = await program.command("announce", "nothing-like-it")
    assert bad.code == 2
    assert bad.document == {}
    assert "nothing-like-it" in bad.err


async def test_a_command_that_does_not_end_is_killed(program: Program, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.demo.program.COMMAND_SECONDS", 0.2)
    result = await program.command("run")
    assert result.code == -signal.SIGKILL


async def test_a_folder_called_bot_does_not_deceive_us(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__main__.py").write_text("raise SystemExit(7)")
    (tmp_path / "bot" / "__init__.py").write_text("")
    monkeypatch.chdir(tmp_path)
    assert (await program.command("check", "--offline")).code == 0


def test_no_words_without_a_log(program: Program):
    assert program.last_words() == []
