"""prove: look at posts on X that people named, tell them what became of their claims, let ripe ones become Links."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.actions import checking, claims, notices
from bot.actions.receive import Desk
from bot.domain.people import Claim
from bot.domain.proving import Check, Outcome, XPost
from bot.errors import NotSent, Refused
from bot.ports import Clock, Store, Transaction, XPosts

log = logging.getLogger(__name__)

AT_ONCE = 4  # posts looked at beside each other
RIPE_AT_ONCE = 50
BREATH_SECONDS = 0.2  # between two rounds, however often the bell rings
LONGEST_REST = 30.0


@dataclass(frozen=True, slots=True)
class Parts:
    """What the loop works with; `desks` gives those of the networks we speak on now."""

    store: Store
    posts: XPosts
    desks: Callable[[], Iterable[Desk]]
    clock: Clock
    minimum: int


async def prove(parts: Parts) -> None:
    """For ever. StorageError. Ending it at any time loses nothing: what was not committed is looked at again."""
    while True:
        version = parts.store.version
        busy = await look(parts) | await ripen(parts) | await say(parts)
        await asyncio.sleep(BREATH_SECONDS)
        if not busy:
            await _rest(parts, version)


async def look(parts: Parts) -> bool:
    """Look at the posts that are due; whether there were any."""
    desks = {desk.network.name: desk for desk in parts.desks()}
    due = await parts.store.read(lambda tx: tx.proving.due(parts.clock.now(), AT_ONCE, list(desks)))
    async with asyncio.TaskGroup() as tasks:
        for check in due:
            tasks.create_task(_look_at(parts, check, desks[check.network]))
    return bool(due)


async def ripen(parts: Parts) -> bool:
    """Claims whose X handle got a number; whether there were any."""
    if not await parts.store.read(lambda tx: tx.proving.any_ripe()):
        return False
    return bool(await parts.store.write(partial(_ripen, minimum=parts.minimum, now=parts.clock.now())))


async def say(parts: Parts) -> bool:
    """Owe what people are to be told; whether there was anything."""
    desks = list(parts.desks())
    platforms = [desk.network.platform for desk in desks]
    if not await parts.store.read(lambda tx: tx.proving.notices(1, platforms)):
        return False
    return bool(await parts.store.write(partial(notices.say, desks=desks, now=parts.clock.now())))


async def _look_at(parts: Parts, check: Check, desk: Desk) -> None:
    handle = await parts.store.read(partial(checking.handle_of, check=check))
    seen: XPost | Outcome | None = Outcome.EXPIRED
    try:
        if handle:
            seen = await parts.posts.read(handle, check.post)
    except NotSent as fault:
        log.info("a post on X could not be looked at", extra={"reason": str(fault), "tries": check.tries + 1})
        later = partial(checking.postpone, check=check, wait=fault.wait, desk=desk, now=parts.clock.now())
        await parts.store.write(later)
        return
    except Refused as fault:
        log.warning("a post on X could not be read", extra={"reason": str(fault)})
        seen = Outcome.UNREADABLE
    await parts.store.write(partial(checking.settle, check=check, seen=seen, desk=desk, now=parts.clock.now()))


def _ripen(tx: Transaction, minimum: int, now: datetime) -> int:
    ripe: Sequence[Claim] = tx.proving.ripe(RIPE_AT_ONCE)
    for claim in ripe:
        claims.ripen(tx, claim, minimum, now)
    return len(ripe)


async def _rest(parts: Parts, version: int) -> None:
    """Until the store's bell rings, or the next look is due."""
    networks = [desk.network.name for desk in parts.desks()]
    due = await parts.store.read(lambda tx: tx.proving.next_due(networks))
    wait = LONGEST_REST if due is None else (due - parts.clock.now()).total_seconds()
    with suppress(TimeoutError):
        async with asyncio.timeout(max(BREATH_SECONDS, min(wait, LONGEST_REST))):
            await parts.store.changed(version)
