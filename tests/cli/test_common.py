"""Exit codes: 1 failed, 2 wrong use, 3 already running; one line, no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bot.cli.common import command
from bot.errors import AlreadyRunning, ConfigError, NotSent, StorageError, WrongKey


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (ConfigError(["a line"]), 2),
        (WrongKey("a line"), 2),
        (AlreadyRunning("a line"), 3),
        (StorageError("a line"), 1),
        (NotSent("a line"), 1),
    ],
)
def test_each_fault_has_its_code_and_one_line(fault: Exception, code: int) -> None:
    @click.command()
    @command
    def fail() -> None:
        raise fault

    result = CliRunner().invoke(fail)
    assert (result.exit_code, result.stderr, result.stdout) == (code, "a line\n", "")


def test_a_bug_shows_itself() -> None:
    @click.command()
    @command
    def fail() -> None:
        raise KeyError("a bug")

    assert isinstance(CliRunner().invoke(fail).exception, KeyError)


def test_a_full_disk_under_the_output_is_one_line(config: Path) -> None:
    words = [sys.executable, "-m", "bot", "check", "--offline", "--json", "--config", str(config)]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "the output: No space left on device"
    assert "Traceback" not in result.stderr
