"""An import killed at any moment is wholly there or not at all, once somebody writes again; so is an undo."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.archives import tables
from bot.cli import importing
from bot.cli.importing import Plan, batch_document, import_files
from bot.config import load
from bot.domain.registry import ListsRow, PersonRow
from bot.errors import InputError, StorageError
from bot.storage import open_store, snapshot
from tests.cli.conftest import Quittex
from tests.storage.builders import FixedClock

PEOPLE = 12_000  # enough that each state lasts while it is looked for


@pytest.fixture
def people(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    rows = (f"{number},person{number}\n" for number in range(1, PEOPLE + 1))
    file.write_text("twitter_id,bluesky_handle\n" + "".join(rows), encoding="utf-8")
    return file


def kill_when(state: str, database: Path, config: Path, *words: str) -> None:
    """Start the command as a program of its own, SIGKILL it as soon as a batch is in this state."""
    command = [sys.executable, "-m", "bot", "registry", *words, "--config", str(config)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as program:
        while not any(found == state for found in states(database)):
            assert program.poll() is None, program.stderr and program.stderr.read()
            time.sleep(0.002)  # noqa: TID251 -- another process is watched
        program.kill()


def states(database: Path) -> list[str]:
    try:
        with snapshot(database) as view:
            return [found.state for found in view.imports.all()]
    except StorageError:  # it is being made
        return []


def count(database: Path) -> int:
    with snapshot(database) as view:
        return view.tallies.now()["people"]


def test_killed_while_staging_nothing_is_there(config: Path, people: Path, quittex: Quittex) -> None:
    database = load(config).database
    kill_when("staging", database, config, "import", str(people), "--source", "s")
    assert count(database) == 0
    assert quittex("registry", "link", "x:999999", "zoe.example.org").exit_code == 0
    assert (states(database), count(database)) == ([], 1)


def test_killed_while_applying_everything_comes(config: Path, people: Path, quittex: Quittex) -> None:
    database = load(config).database
    kill_when("applying", database, config, "import", str(people), "--source", "s")
    assert quittex("registry", "link", "x:999999", "zoe.example.org").exit_code == 0
    assert (states(database), count(database)) == (["done"], PEOPLE + 1)
    kill_when("undoing", database, config, "undo", "1")
    assert quittex("registry", "unlink", "zoe.example.org").exit_code == 0
    assert (states(database), count(database)) == (["undone"], 0)


def test_a_running_bot_goes_on_beside_an_import(config: Path, people: Path, quittex: Quittex) -> None:
    settings = load(config)

    async def beside() -> tuple[int, int]:
        bot = await open_store(settings.database, settings.key_file, role="bot")
        try:
            work = asyncio.to_thread(quittex, "registry", "import", str(people), "--source", "s")
            writes, task = 0, asyncio.ensure_future(work)  # noqa: TID251 -- it is awaited below
            while not task.done():
                await bot.write(lambda tx: tx.set_meta("here", "again"))
                writes += 1
                await asyncio.sleep(0.01)
            result = await task
            assert result.exit_code == 0, result.output
            return writes, (await bot.read(lambda view: view.tallies.now()))["people"]
        finally:
            await bot.close()

    writes, found = asyncio.run(beside())
    assert found == PEOPLE and writes > 5


def plan(*files: Path, **more: Any) -> Plan:
    chosen: dict[str, Any] = {"source": "s", "level": None, "consent": {}, "dry_run": False, "keep_good": False}
    return Plan(files, **{**chosen, **more})


def test_a_file_that_changes_while_it_is_read_is_not_stored(
    config: Path, people: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = []

    def read(path: Path, *more: Any) -> Iterator[Any]:
        readings.append(path)
        if len(readings) == 2:
            people.write_text(people.read_text("utf-8") + "x,y\n", encoding="utf-8")
        return tables.read(path, *more)

    monkeypatch.setattr(importing, "read", read)
    with pytest.raises(InputError, match="changed while it was read"):
        asyncio.run(import_files(load(config), plan(people), FixedClock()))
    assert count(load(config).database) == 0


def test_large_lists_are_staged_in_portions() -> None:
    wide = ListsRow(1, 1, array("q", range(1, 60_001)), None)
    rows: list[PersonRow | ListsRow] = [wide, wide, wide, *(PersonRow(n, n) for n in range(1, 1101))]
    assert [len(portion) for portion in importing._portions(iter(rows))] == [2, 500, 500, 101]
    assert list(importing._portions(iter(()))) == []


def test_a_batch_is_a_document(config: Path, people: Path) -> None:
    assert asyncio.run(import_files(load(config), plan(people), FixedClock()))["people"] == PEOPLE
    with snapshot(load(config).database) as view:
        (found,) = view.imports.all()
    assert json.loads(json.dumps(batch_document(found))) == {
        "batch": 1, "source": "s", "state": "done", "at": "2026-11-20T09:00:00+00:00", "people": PEOPLE, "lists": 0,
        "bad": 0, "left_out": 0,
    }  # fmt: skip
