"""resolve: complete registry rows that came with a handle only."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime
from functools import partial

from bot.domain.accounts import Account, Platform
from bot.errors import BotError, Stopped
from bot.ports import Clock, Network, Store, Transaction

log = logging.getLogger(__name__)

AT_ONCE = 25  # handles a question: what Bluesky takes
PAUSE_SECONDS = 0.5  # between two questions: 50 handles a second use a quarter of the requests Bluesky allows
REST_SECONDS = 60.0


async def resolve(store: Store, network: Network, clock: Clock) -> None:
    """For ever: ask the network for the Accounts behind waiting handles."""
    while True:
        handles = await store.read(lambda tx: tx.people.unresolved_handles(network.platform, AT_ONCE))
        found = await _asked(network, handles) if handles else {}
        if found:
            keep = partial(_keep, platform=network.platform, found=found, now=clock.now())
            await store.write(keep)
        await asyncio.sleep(PAUSE_SECONDS if found and len(handles) == AT_ONCE else REST_SECONDS)


async def _asked(network: Network, handles: list[str]) -> Mapping[str, Account | None]:
    try:
        return await network.resolve(handles)
    except Stopped:
        raise
    except BotError as fault:
        log.info("handles could not be asked for", extra={"network": network.name, "reason": str(fault)})
        return {}


def _keep(tx: Transaction, platform: Platform, found: Mapping[str, Account | None], now: datetime) -> None:
    for handle, account in found.items():
        tx.people.resolve(platform, handle, account, now)
