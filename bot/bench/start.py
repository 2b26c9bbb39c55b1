"""`bench start`: what it costs to start a command, beside an empty Python, and what the idle bot holds in memory."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bot.bench.children import PYTHON, environment
from bot.bench.measure import Figure, Goal, Report, ratio
from bot.bench.world import Broken, at_work

SPAWNS: Final = {"S": 9, "M": 21, "L": 51}
IDLE_SECONDS: Final = 8.0
HEAVY: Final = ("atproto", "mastodon", "apscheduler", "httpx", "sqlite_utils", "pydantic", "asyncio", "rich", "regex")
"""What a command that only looks must not load."""

EMPTY: Final = ("-c", "")
HELP: Final = ("-m", "bot", "--help")
LOADED: Final = """
import json, sys
from bot.cli import main
main(sys.argv[1:], standalone_mode=False)
sys.stderr.write(json.dumps(sorted(sys.modules)))
"""
CONFIG: Final = """
[campaign]
name = "QuitteX"
operator = "operator@example.org"
[networks.bluesky]
kind = "bluesky"
service = "http://127.0.0.1:9"
handle = "quittex.example.org"
password = "env:NOBODY"
[networks.mastodon]
kind = "mastodon"
url = "http://127.0.0.1:9"
token = "env:NOBODY"
"""


def bench(size: str) -> Report:
    """Spawns by turns, so that a busy moment of the machine meets all three; then the bot at rest."""
    with TemporaryDirectory(prefix="quittex-bench-") as name:
        config = prepared(Path(name))
        look = ("-m", "bot", "status", "--config", str(config))
        around = environment() | {"PYTHONPYCACHEPREFIX": str(Path(name) / "pyc")}
        around.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: compiled once, by the first spawn of each
        cpu = spawned_by_turns({"empty": EMPTY, "help": HELP, "status": look}, SPAWNS[size], around)
        modules = {"help": loaded(["--help"], around), "status": loaded(list(look[2:]), around)}
    resident, highest = asyncio.run(idle_memory())
    facts = {
        "spawns": SPAWNS[size],
        "cpu_milliseconds": {name: round(median(spent) * 1000, 2) for name, spent in cpu.items()},
        "modules": {name: len(found) for name, found in modules.items()},
        "heavy_modules": {name: heavy(found) for name, found in modules.items()},
        "idle_seconds": IDLE_SECONDS,
        "resident_mb_highest": round(highest, 1),
    }
    return Report("start", size, facts, (*_figures(cpu, modules), _memory(resident)))


def _figures(cpu: dict[str, list[float]], modules: dict[str, list[str]]) -> list[Figure]:
    limits = {"help": 5, "status": 8}
    empty = round(median(cpu["empty"]) * 1000, 2)
    spawns = [
        Figure(
            f"start.{name}", round(median(cpu[name]) * 1000, 2), "ms CPU", empty, ratio(cpu[name], cpu["empty"]),
            Goal("<=", limit), "to an empty Python",
        )
        for name, limit in limits.items()
    ]  # fmt: skip
    nothing = Goal("<=", 0, of="ours")
    counts = {name: len(heavy(modules[name])) for name in limits}
    return spawns + [Figure(f"start.{name}.heavy", count, "modules", goal=nothing) for name, count in counts.items()]


def _memory(resident: float) -> Figure:
    return Figure("start.memory", round(resident, 1), "MB", goal=Goal("<=", 150, of="ours"), note="the idle bot")


def prepared(folder: Path) -> Path:
    """A configuration of both networks and its empty database."""
    from bot.config import locate_database
    from bot.storage import open_store

    async def make() -> None:
        store = await open_store(locate_database(config), config.parent / "data" / "pseudonym.key", role="command")
        await store.close()

    config = folder / "config.toml"
    config.write_text(CONFIG, "utf-8")
    asyncio.run(make())
    return config


def spawned_by_turns(commands: dict[str, Sequence[str]], spawns: int, around: dict[str, str]) -> dict[str, list[float]]:
    """Seconds of CPU of each spawn. The first turn, which compiles and warms the disk's cache, is not counted."""
    turns = [{name: spawned(words, around) for name, words in commands.items()} for _ in range(spawns + 1)]
    return {name: [turn[name] for turn in turns[1:]] for name in commands}


def spawned(words: Sequence[str], around: dict[str, str]) -> float:
    """Seconds of CPU that one run of Python takes. Broken when it fails."""
    with subprocess.Popen(  # noqa: S603 - our own words
        [*PYTHON, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=around
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Broken(f"{' '.join(words[:3])} ended with {process.returncode}: {said.decode(errors='replace')[-300:]}")
    return used.ru_utime + used.ru_stime


def loaded(words: list[str], around: dict[str, str]) -> list[str]:
    """The modules a command has loaded when it ends."""
    ended = subprocess.run(  # noqa: S603 - our own words
        [*PYTHON, "-c", LOADED, *words], capture_output=True, env=around, check=False
    )
    try:
        found: list[str] = json.loads(ended.stderr)
    except ValueError:
        raise Broken(f"quittex {words[0]} failed: {ended.stderr.decode(errors='replace')[-300:]}") from None
    return found


def heavy(modules: Sequence[str]) -> list[str]:
    """Those among the modules that a command which only looks should do without."""
    tops = {name.partition(".")[0] for name in modules}
    return [name for name in HEAVY if name in tops]


async def idle_memory() -> tuple[float, float]:
    """The bot's resident memory after a while without work, and its highest, in MB."""
    async with at_work() as world:
        await asyncio.sleep(IDLE_SECONDS)
        return world.resident()
