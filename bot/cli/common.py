"""What every command shares: --config, --json, exit codes, and no traceback for a person's mistake.

Exit codes: 0 done, 1 failed, 2 wrong use, input or configuration, 3 already running.
"""

from __future__ import annotations

import errno
import functools
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from bot.errors import AlreadyRunning, BotError, InputError

Command = TypeVar("Command", bound=Callable[..., Any])

config_option = click.option(
    "--config", "config", type=click.Path(path_type=Path, dir_okay=False), default=Path("config.toml"),
    show_default=True, help="The configuration file.",
)  # fmt: skip
NUMBER = click.IntRange(1, 2**63 - 1)
"""What a database can hold."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")


def command(function: Command) -> Command:
    """Turn the bot's own errors into one line on stderr and an exit code; anything else is a bug and shows itself."""

    @functools.wraps(function)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except AlreadyRunning as fault:
            stop(str(fault), 3)
        except InputError as fault:
            stop(str(fault), 2)
        except BotError as fault:
            stop(str(fault), 1)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(1)
        except OSError as fault:
            if fault.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            _drop_output()
            stop(f"{fault.filename or 'the output'}: {fault.strerror}", 1)

    return wrapped  # type: ignore[return-value]


def _drop_output() -> None:
    """What Python still holds for stdout would fail once more when it leaves."""
    with suppress(UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def stop(message: str, code: int) -> NoReturn:
    """Say why on stderr and leave."""
    say(message)
    sys.exit(code)


def say(message: str) -> None:
    """A line for the person, on stderr: stdout belongs to results."""
    click.echo(message, err=True)


def show(document: Any, as_json: bool, lines: Callable[[], Any]) -> None:
    """Print `document` as JSON, or what `lines` makes of it for people."""
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, default=str))
        return
    for line in lines():
        click.echo(line)
