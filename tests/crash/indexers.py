"""The parent of every index work that is going to be killed: it has imported everything and started no thread.

It reads one JSON line per work on stdin: {"work": "tidy" | "rebuild" | "rekey", "database": PATH, "key": PATH, and
perhaps "point": [N, "inside" | "after"] or "seconds": S}; the work dies inside its N-th transaction, after it, or when
so much time is over. When it has ended, the answer is {"died": true or false}, or {"fault": ...}.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.storage import upkeep
from bot.storage.sqlite import all_lists, building, merging, parts, rebuilding, rekeying, steps, tidying
from bot.storage.sqlite.engine import Connection
from bot.storage.sqlite.pseudonyms import Pseudonyms

PR_SET_PDEATHSIG = 1  # linux/prctl.h
WORKS: dict[str, Callable[[Path, Path], object]] = {
    "tidy": lambda database, key: upkeep.tidy(database, key, 1),
    "rebuild": upkeep.rebuild,
    "rekey": upkeep.rekey,
}
AT_ONCE = (tidying, rebuilding)  # imported here once, for every child


def main() -> None:
    """Until stdin closes."""
    make_small()
    Pseudonyms([b"k" * 32]).of([1])  # which loads the cipher
    for line in sys.stdin:
        if threading.active_count() != 1:
            raise RuntimeError("a fork would copy the locks of other threads")
        child = os.fork()
        if child == 0:
            run(json.loads(line))
        _, status = os.waitpid(child, 0)
        fault = os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0
        print(json.dumps({"fault": status} if fault else {"died": os.WIFSIGNALED(status)}), flush=True)


def make_small() -> None:
    """Many transactions, many parts, little in each."""
    steps.ALONE = steps.GENTLE = steps.Pace(0.001, 0.0)
    parts.PART_EDGES = 1500
    all_lists.EDGES_AT_ONCE = 1000
    merging.EDGES_AT_ONCE = 1500
    building.EMPTIED_AT_ONCE = 300
    rekeying.EDGES_AT_ONCE = 1000


def run(order: dict[str, Any]) -> None:
    """The real work; never returns."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # none outlives a test that was killed itself
    if "point" in order:
        arm(*order["point"])
    if "seconds" in order:
        signal.setitimer(signal.ITIMER_REAL, order["seconds"])  # its signal ends a process like SIGKILL: no handler
    code = 1
    try:
        WORKS[order["work"]](Path(order["database"]), Path(order["key"]))
        code = 0
    except BaseException:  # noqa: BLE001 - whatever ended it is told before the process goes
        traceback.print_exc()
    finally:
        os._exit(code)


def arm(number: int, where: str) -> None:
    """Die inside the N-th transaction, before its COMMIT, or after it."""
    immediate, left = steps.immediate, number

    @contextmanager
    def deadly(connection: Connection) -> Iterator[None]:
        nonlocal left
        left -= 1
        with immediate(connection):
            yield
            if left == 0 and where == "inside":
                os.kill(os.getpid(), signal.SIGKILL)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    steps.immediate = deadly


if __name__ == "__main__":
    main()
