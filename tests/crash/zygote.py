"""The parent of every bot that is going to be killed: it has imported everything and started no thread.

A child forked from it starts at once, so that hundreds of kills fit into a test. It reads one JSON line per bot on
stdin: {"config": PATH, "log": PATH, "point": NAME or null, "skip": N}, and answers with {"pid": N}.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import signal
import sys
import threading
import traceback
from pathlib import Path

import bot.networks.bluesky
import bot.networks.mastodon  # noqa: F401 - imported here once, for every child
from bot import running
from bot.config import load
from bot.domain.answers import proving
from bot.log import configure
from bot.loops import digests, listing
from tests.crash.points import arm

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main() -> None:
    """Until stdin closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they died
    running.make_grammar()  # once, for every child
    digests.Digests.__init__.__kwdefaults__["settle_seconds"] = 0.1  # arrivals of a test are no crowd
    listing.REST_SECONDS = listing.PAUSE_SECONDS = 0.1
    proving.CHECKS_AN_HOUR = 1000  # type: ignore[misc] # one asker names many posts
    for line in sys.stdin:
        if threading.active_count() != 1:
            raise RuntimeError("a fork would copy the locks of other threads")
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            run_bot(order)
        print(json.dumps({"pid": pid}), flush=True)


def run_bot(order: dict[str, object]) -> None:
    """The real program, as `quittex run` starts it; never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # no bot outlives a test that was killed itself
    log = os.open(str(order["log"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 2)
    os.close(0)
    configure(level="INFO")
    if order["point"]:
        arm(str(order["point"]), skip=int(str(order["skip"])))
    code = 1
    try:
        asyncio.run(running.run(load(Path(str(order["config"])))))
        code = 0
    except BaseException:  # noqa: BLE001 - whatever ended it is told before the process goes
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
