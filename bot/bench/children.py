"""Processes of our own beside the benchmark: what they run is this very package, wherever it was started from."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import bot

PYTHON: Final = (sys.executable, "-P")
"""-P: a folder called bot where the benchmark is started must not be taken for this one."""


def environment() -> dict[str, str]:
    """Ours, with the way to this package."""
    return {**os.environ, "PYTHONPATH": str(Path(bot.__file__).parents[1])}


def piped(words: Sequence[str]) -> subprocess.Popen[bytes]:
    """Python with these words; its standard input and output are pipes. It should end when the first one closes."""
    return subprocess.Popen(  # noqa: S603 - our own words
        [*PYTHON, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    )
