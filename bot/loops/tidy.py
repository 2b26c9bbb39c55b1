"""tidy: the index of the graph is brought up to date when many lists wait for it, and at night whatever waits."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.errors import BotError
from bot.ports import Clock

log = logging.getLogger(__name__)

EVERY_SECONDS = 300.0
MANY, ANY = 1000, 1  # lists that wait
NIGHT_HOUR = 4  # on the campaign's clock, from then on for an hour


async def keep_tidy(tidy: Callable[[int], Awaitable[object]], clock: Clock, timezone: str) -> None:
    """For ever: call `tidy` with how many lists must wait for a merge to be worth it. Its faults are logged."""
    while True:
        try:
            await tidy(at_least(clock.now().astimezone(ZoneInfo(timezone))))
        except BotError as fault:
            log.warning("the index could not be brought up to date; tried again soon", extra={"reason": str(fault)})
        except Exception:
            log.exception("the index could not be brought up to date; tried again soon")
        await asyncio.sleep(EVERY_SECONDS)


def at_least(local: datetime) -> int:
    """How many lists must wait at this moment."""
    return ANY if local.hour == NIGHT_HOUR else MANY
