"""quittex forget"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.config import load
from bot.storage import open_store
from tests.cli.conftest import Quittex
from tests.storage.rich import HERE, NAMES, X_ID, enrich

PATH = {"PYTHONPATH": str(Path(bot.__file__).parents[1])}
Write = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture(autouse=True)
def rich(write: Write) -> None:
    write(enrich)


@pytest.mark.parametrize("account", [HERE.id, HERE.handle, f"x:{X_ID}", "richperson@m.example"])
def test_nothing_is_left_in_any_file(quittex: Quittex, config: Path, account: str) -> None:
    done = quittex("forget", account, "--yes", "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["accounts"], told["lists"], told["to_delete"], told["left"]) == (2, 1, 2, {})
    files = [file for file in (config.parent / "data").iterdir() if file.is_file()]
    held = b"".join(file.read_bytes().lower() for file in files)
    assert [name for name in NAMES if name.casefold().encode() in held] == []
    assert quittex("export", account).exit_code == 2


def test_without_a_terminal_it_wants_a_yes(quittex: Quittex, write: Write) -> None:
    refused = quittex("forget", HERE.handle)
    assert refused.exit_code == 2
    assert "--yes" in refused.stderr
    assert write(lambda tx: tx.people.by_x(X_ID)) is not None


def test_a_number_of_nobody_can_be_asked_for_and_erased(quittex: Quittex) -> None:
    assert json.loads(quittex("forget", "x:100", "--check", "--json").stdout) == {"known": True}
    assert quittex("forget", "x:100", "--yes").exit_code == 0
    assert quittex("forget", "x:100", "--check").stdout.strip() == "no"
    assert quittex("forget", "richperson.bsky.social", "--check").exit_code == 2


def test_nothing_is_kept_about_a_stranger(quittex: Quittex) -> None:
    assert quittex("forget", "stranger.bsky.social", "--yes").exit_code == 2


async def test_beside_a_running_bot_nothing_is_left_either(config: Path) -> None:
    settings = load(config)
    running = await open_store(settings.database, settings.key_file, role="bot")
    try:
        assert await running.read(lambda tx: tx.people.by_x(X_ID)) is not None
        words = ("forget", HERE.handle, "--yes", "--json", "--config", str(config))
        command = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "bot", *words, stdout=asyncio.subprocess.PIPE, env=os.environ | PATH
        )
        output, _ = await command.communicate()
        assert (command.returncode, json.loads(output)["left"]) == (0, {})
        assert await running.read(lambda tx: tx.people.by_x(X_ID)) is None
        assert await running.write(lambda tx: tx.rights.is_erased([HERE], X_ID))
    finally:
        await running.close()


def test_something_that_is_left_is_said_and_fails(quittex: Quittex, config: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("bot.cli.forget.SECONDS", 0.0)
    (config.parent / "data" / "quittex.db.parts").write_bytes(HERE.id.encode())
    failed = quittex("forget", HERE.handle, "--yes")
    assert failed.exit_code == 1
    assert "left: 1 in quittex.db.parts" in failed.stdout
