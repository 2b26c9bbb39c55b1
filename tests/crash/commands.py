"""Commands that are killed: at a named point, or after some time. The parent has imported everything, so that each
starts at once.

It reads one JSON line per command on stdin: {"words": [...], "log": PATH, "point": NAME or null, "skip": N,
"seconds": S or null}, and answers with {"code": its exit code, or minus the signal that ended it}.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.crash.points import Countdown

POINTS = (
    *("before read", "after read", "before write", "after register", "after link", "after list"),
    *("inside write", "before commit", "after commit"),
)
"""Of an archive on its way in, in that order; nothing may be left up to `before commit`."""


def arm(point: str, skip: int) -> None:
    """Die when `point` is reached for the (skip + 1)th time."""
    from bot.archives import x_archive
    from bot.loops import archives
    from bot.storage.sqlite.graph import SqliteGraph
    from bot.storage.sqlite.people import SqlitePeople
    from bot.storage.sqlite.session import Session
    from bot.storage.sqlite.writer import Writer, _Group

    when, what = point.split()
    owner, name = {
        "read": (x_archive, "open_archive"),
        "write": (archives, "apply") if when == "before" else (Session, "finish"),
        "register": (SqlitePeople, "register"),
        "link": (SqlitePeople, "link"),
        "list": (SqliteGraph, "replace_list"),
        "commit": (Writer, "_count") if when == "before" else (_Group, "tell"),
    }[what]
    setattr(owner, name, deadly(getattr(owner, name), when, Countdown(skip)))


def deadly(call: Callable[..., Any], when: str, countdown: Countdown) -> Callable[..., Any]:
    """`call` as it was, but for its end."""

    def wrapped(*args: Any, **kwargs: Any) -> Any:
        if when in ("before", "inside"):
            countdown()
        result = call(*args, **kwargs)
        if when == "after":
            countdown()
        return result

    return wrapped


class Commands:
    """The parent, as a context manager."""

    def __enter__(self) -> Commands:
        pipe = subprocess.PIPE
        self._parent = subprocess.Popen([sys.executable, "-m", "tests.crash.commands"], stdin=pipe, stdout=pipe)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._parent.stdin and self._parent.stdout
        self._parent.stdin.close()
        self._parent.wait()
        self._parent.stdout.close()

    def run(self, *words: str, log: Path, point: str | None = None, skip: int = 0, seconds: float | None = None) -> int:
        """Run `quittex WORDS` to its end; the exit code, or minus a signal. Its output is in `log`."""
        order = {"words": words, "log": str(log), "point": point, "skip": skip, "seconds": seconds}
        assert self._parent.stdin and self._parent.stdout
        self._parent.stdin.write(json.dumps(order).encode() + b"\n")
        self._parent.stdin.flush()
        return int(json.loads(self._parent.stdout.readline())["code"])


def main() -> None:
    """Until stdin closes."""
    from importlib import import_module

    for name in ("cli.archive", "archives.x_archive", "cli.database", "cli.progress", "config", "loops.archives"):
        import_module(f"bot.{name}")
    for name in ("opening", "people", "graph", "imports", "tallies", "redo", "known"):
        import_module(f"bot.storage.sqlite.{name}")
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            run_command(order)
        watch = os.pidfd_open(pid)
        if not select.select([watch], [], [], order["seconds"])[0]:
            os.kill(pid, signal.SIGKILL)
        os.close(watch)
        print(json.dumps({"code": os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}), flush=True)


def run_command(order: dict[str, Any]) -> None:
    """The real command; never returns."""
    from bot.cli import main as quittex

    log = os.open(str(order["log"]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    if order["point"]:
        arm(order["point"], order["skip"])
    code = 1
    try:
        quittex(order["words"])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # noqa: BLE001 - whatever ended it is told before the process goes
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
