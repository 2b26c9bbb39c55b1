"""heartbeat: say that we live, and how each network fares, where `status` and `doctor` look."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from datetime import datetime
from functools import partial

from bot.actions.report import HEARTBEAT, NETWORK
from bot.errors import StorageError
from bot.ports import Clock, Store, Transaction

log = logging.getLogger(__name__)

EVERY_SECONDS = 15.0


async def beat(store: Store, clock: Clock) -> None:
    """For ever: the time and our process id, every 15 s; a disk that fails costs beats and no more."""
    while True:
        try:
            await store.write(partial(keep_beat, now=clock.now(), pid=os.getpid()))
        except StorageError as fault:
            log.warning("no sign of life could be kept", extra={"reason": str(fault)})
        await asyncio.sleep(EVERY_SECONDS)


def keep_beat(tx: Transaction, now: datetime, pid: int) -> None:
    """We live; with pid 0, we stopped."""
    tx.set_meta(HEARTBEAT, json.dumps({"at": now.isoformat(), "pid": pid}))


def keep_network_state(tx: Transaction, name: str, state: str, now: datetime, reason: str = "") -> None:
    """How a network fares: connecting | listening | stopped, since when and why."""
    tx.set_meta(f"{NETWORK}{name}", json.dumps({"state": state, "since": now.isoformat(), "reason": reason}))
