"""prove: look at posts on X that people named, tell them what became of their claims, let ripe ones become Links."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.actions import checking, claims, notices
from bot.actions.receive import Desk
from bot.domain.people import Claim
from bot.domain.proving import Check, Outcome, XPost
from bot.errors import BotError, NotSent, Refused, StorageError
from bot.ports import Clock, Notice, Store, Transaction, XPosts

log = logging.getLogger(__name__)

AT_ONCE = 4  # posts looked at beside each other
RIPE_AT_ONCE = NOTICES_AT_ONCE = 50
FAULT_SECONDS = 5.0
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
    """For ever; a fault is logged and outlived. Ending it at any time loses nothing: what was not committed is done
    again."""
    while True:
        version = parts.store.version
        busy = [await _outlived(step, parts) for step in (look, ripen, say)]
        await asyncio.sleep(BREATH_SECONDS)
        if not any(busy):
            await _rest(parts, version)


async def _outlived(step: Callable[[Parts], Awaitable[bool]], parts: Parts) -> bool:
    try:
        return await step(parts)
    except BotError as fault:
        log.warning("claims have to wait; tried again soon", extra={"reason": str(fault)})
    except Exception:
        log.exception("claims have to wait; tried again soon")
    await asyncio.sleep(FAULT_SECONDS)
    return True


async def look(parts: Parts) -> bool:
    """Look at the posts that are due; whether there were any."""
    desks = {desk.network.name: desk for desk in parts.desks()}
    due = await parts.store.read(lambda tx: tx.proving.due(parts.clock.now(), AT_ONCE, list(desks)))
    async with asyncio.TaskGroup() as tasks:
        for check in due:
            work = _look_at(parts, check, desks[check.network])
            aside = partial(checking.set_aside, check=check, now=parts.clock.now())
            tasks.create_task(_or_else(parts, work, aside))
    return bool(due)


async def ripen(parts: Parts) -> bool:
    """Claims whose X handle got a number; whether there were any."""
    if not await parts.store.read(lambda tx: tx.proving.any_ripe()):
        return False
    for claim in await parts.store.write(lambda tx: tx.proving.ripe(RIPE_AT_ONCE)):
        ripe = partial(claims.ripen, claim=claim, minimum=parts.minimum, now=parts.clock.now())
        await _or_else(parts, parts.store.write(ripe), partial(_looked_at, claim=claim))
    return True


async def say(parts: Parts) -> bool:
    """Owe what people are to be told; whether there was anything."""
    desks = notices.by_platform(parts.desks())
    noted = await parts.store.read(lambda tx: tx.proving.notices(NOTICES_AT_ONCE, list(desks)))
    for notice in noted:
        desk, now = desks[notice.account.platform], parts.clock.now()
        owe = partial(notices.say, notice=notice, desk=desk, now=now)
        await _or_else(parts, parts.store.write(owe), partial(_said, notice=notice, now=now))
    return bool(noted)


async def _or_else(parts: Parts, work: Awaitable[object], instead: Callable[[Transaction], object]) -> None:
    """One that cannot be dealt with must not hold up the others for ever."""
    try:
        await work
    except StorageError:
        raise
    except Exception:
        log.exception("one claim could not be dealt with")
        await parts.store.write(instead)


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


def _looked_at(tx: Transaction, claim: Claim) -> None:
    tx.proving.looked_at(claim.id)


def _said(tx: Transaction, notice: Notice, now: datetime) -> None:
    tx.proving.said(notice, now)


async def _rest(parts: Parts, version: int) -> None:
    """Until the store's bell rings, or the next look is due."""
    networks = [desk.network.name for desk in parts.desks()]
    due = await parts.store.read(lambda tx: tx.proving.next_due(networks))
    wait = LONGEST_REST if due is None else (due - parts.clock.now()).total_seconds()
    with suppress(TimeoutError):
        async with asyncio.timeout(max(BREATH_SECONDS, min(wait, LONGEST_REST))):
            await parts.store.changed(version)
