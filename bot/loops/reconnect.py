"""reconnect: look, slowly and for ever, who follows again whom they followed on X."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from functools import partial

from bot.actions import reconnecting
from bot.actions.reconnecting import Seen
from bot.domain.accounts import Account
from bot.domain.reconnecting import Follows, Look
from bot.errors import NotSent, Refused, Stopped
from bot.ports import Clock, Network, Relations, Store

log = logging.getLogger(__name__)

REST_SECONDS = 10.0  # when nobody is due
FAULT_SECONDS = 60.0  # after a fault
BREATH_SECONDS = 0.05  # between people there is nothing to ask about


async def reconnect(store: Store, network: Network, clock: Clock) -> None:
    """For ever, where the network tells. Stopped, StorageError. Ending it at any time loses a few answers."""
    relations = network.relations
    if relations is None:
        return
    stopped_at = 0
    while True:
        looks = await store.read(partial(reconnecting.due, platform=network.platform, now=clock.now()))
        seen, wait, stopped_at = await _seen(relations, looks, stopped_at)
        if seen:
            keep = partial(reconnecting.keep, platform=network.platform, seen=seen, now=clock.now())
            await store.write(keep)
        await asyncio.sleep(wait if looks else REST_SECONDS)


async def _seen(relations: Relations, looks: list[Look], stopped_at: int) -> tuple[list[Seen], float, int]:
    """What the network told, look by look, until it wants to be left alone; how long to leave it (s); and at whom.

    `stopped_at` is at whom it was before: a second time it may be because of them, so they wait for their next turn.
    """
    seen: list[Seen] = []
    for look in looks:
        try:
            seen.append(Seen(look, await _told(relations, look)))
        except Stopped:
            raise
        except NotSent as fault:
            log.info("follows could not be asked for", extra={"reason": str(fault)})
            if look.person != stopped_at:
                return seen, max(fault.wait, FAULT_SECONDS), look.person
            seen.append(Seen(look, ()))
        except Refused as fault:  # an account that is suspended: nothing is known of it today
            log.info("follows could not be asked for", extra={"reason": str(fault)})
            seen.append(Seen(look, ()))
    return seen, BREATH_SECONDS, 0


async def _told(relations: Relations, look: Look) -> tuple[Follows, ...]:
    """Every Account of theirs with everybody around them, a few at a time."""
    told = []
    for account in look.accounts:
        for others in _portions(look, relations.at_once):
            told.append(await relations.between(account, others))
            await asyncio.sleep(relations.pause)
    return tuple(told)


def _portions(look: Look, at_once: int) -> Iterator[list[Account]]:
    others = [account for neighbour in look.around for account in neighbour.accounts]
    return (others[start : start + at_once] for start in range(0, len(others), at_once))
