"""courtesy: ask servers whether somebody who said "instance stop" speaks for them. No transaction waits for that."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial

from bot.actions.courtesy import ask_again, set_aside, settle_check
from bot.actions.desk import Desk
from bot.errors import BotError, NotSent, Refused
from bot.ports import Clock, ServerCheck, Servers, Store

log = logging.getLogger(__name__)

IDLE_SECONDS = 30.0  # a doorbell may be missed, and a check may fall due


async def ask_servers(store: Store, desk: Desk, servers: Servers, clock: Clock) -> None:
    """For ever: one check at a time."""
    name = desk.network.name
    while True:
        heard, now = store.version, clock.now()
        check = await store.read(lambda tx, now=now: tx.courtesy.next_check(name, now))  # type: ignore[misc]
        if check is not None:
            await _dealt_with(check, store, desk, servers, clock)
            continue
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE_SECONDS):
                await store.changed(heard)


async def _dealt_with(check: ServerCheck, store: Store, desk: Desk, servers: Servers, clock: Clock) -> None:
    """One check that cannot be dealt with must not hold up the others, nor end the loop: tried for a day."""
    try:
        await _settle(check, store, desk, servers, clock)
    except BotError:
        raise
    except Exception:
        log.exception("a server could not be asked", extra={"network": check.network})
        await store.write(partial(set_aside, check=check, now=clock.now()))


async def _settle(check: ServerCheck, store: Store, desk: Desk, servers: Servers, clock: Clock) -> None:
    try:
        speaks = await servers.speaks_for(check.account)
    except NotSent as fault:
        log.info("a server could not be asked", extra={"network": check.network, "reason": str(fault)})
        await store.write(partial(ask_again, check=check, desk=desk, now=clock.now()))
        return
    except Refused as fault:
        log.info("a server may not be asked", extra={"network": check.network, "reason": str(fault)})
        speaks = False
    if speaks:
        log.warning("a server asked to be left alone; see `quittex courtesy list`", extra={"network": check.network})
    await store.write(partial(settle_check, check=check, desk=desk, now=clock.now(), speaks=speaks))
