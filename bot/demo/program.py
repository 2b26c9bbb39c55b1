"""The real bot as a process of its own: started, killed, stopped, and the admin's commands beside it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bot

STOP_SECONDS = 15.0  # `run` drains for 10 s at most
COMMAND_SECONDS = 30.0
PYTHON = (sys.executable, "-P", "-m")
"""-P: a folder called bot where the demo is started must not be taken for this one."""


@dataclass(frozen=True)
class Result:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Its one JSON document; {} when it gave none."""
        try:
            return json.loads(self.out)
        except ValueError:
            return {}


class Program:
    """`quittex` on one configuration file. `secrets` go into its environment."""

    def __init__(self, config: Path, log: Path, secrets: Mapping[str, str]) -> None:
        self.config = config
        self.log = log
        # This very package, wherever the demo was started from.
        self.environment = {**os.environ, **secrets, "PYTHONPATH": str(Path(bot.__file__).parents[1])}
        self._process: asyncio.subprocess.Process | None = None

    @property
    def started(self) -> bool:
        """Whether it should be running: it was started, and neither stopped nor killed by us."""
        return self._process is not None

    @property
    def runs(self) -> bool:
        """Whether it is."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """`quittex run`, its log going to the file."""
        with self.log.open("ab") as log:
            # In a group of its own: Ctrl-C is for us, and we stop it in order.
            self._process = await asyncio.create_subprocess_exec(
                *self._words("run"), "--json", stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log,
                env=self.environment, start_new_session=True,
            )  # fmt: skip

    async def kill(self) -> None:
        """SIGKILL: no farewell, as in a power cut."""
        process, self._process = self._process, None
        if process is not None:
            await _end(process)

    async def stop(self) -> int | None:
        """SIGTERM, and its exit code; None if it did not run. After 15 s it is killed."""
        process, self._process = self._process, None
        if process is None:
            return None
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(STOP_SECONDS):
                    await process.wait()
        finally:
            await _end(process)
        return process.returncode

    async def command(self, *words: str) -> Result:
        """One of the admin's commands, to its end; the code is that of SIGKILL when it takes longer than 30 s."""
        return await self._to_its_end(self._words(*words))

    async def play_the_past(self, *words: str) -> Result:
        """Import the registry week by week: see bot/demo/past.py."""
        return await self._to_its_end([*PYTHON, "bot.demo.past", str(self.config), *words])

    async def _to_its_end(self, words: Sequence[str]) -> Result:
        process = await asyncio.create_subprocess_exec(
            *words, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE, env=self.environment, start_new_session=True,
        )  # fmt: skip
        try:
            async with asyncio.timeout(COMMAND_SECONDS):
                out, err = await process.communicate()
        except TimeoutError:
            return Result(-signal.SIGKILL, "", f"no end after {COMMAND_SECONDS:.0f} s")
        finally:
            await _end(process)
        return Result(process.returncode or 0, out.decode(errors="replace"), err.decode(errors="replace"))

    def last_words(self, lines: int = 12) -> list[str]:
        """The end of its log."""
        if not self.log.exists():
            return []
        return self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]

    def _words(self, command: str, *rest: str) -> list[str]:
        return [*PYTHON, "bot", command, *rest, "--config", str(self.config)]


async def _end(process: asyncio.subprocess.Process) -> None:
    """No process outlives us, whatever happened."""
    if process.returncode is None:
        process.kill()
        await process.wait()
