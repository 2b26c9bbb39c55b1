"""listen: take in what one network shows us, and commit it with the Cursor."""

from __future__ import annotations

import logging
from contextlib import aclosing
from functools import partial

from bot.actions import receive as action
from bot.actions.receive import Desk
from bot.domain.encounters import Batch, Encounter
from bot.errors import StorageError
from bot.ports import Clock, Store

log = logging.getLogger(__name__)


async def listen(store: Store, desk: Desk, clock: Clock) -> None:
    """For ever. Raises Stopped when the network refuses us; anything a single Encounter breaks is kept and passed."""
    name = desk.network.name
    await store.write(lambda tx: tx.inbox.first_start(name, clock.now()))
    since = await store.read(lambda tx: tx.inbox.cursors(name))
    async with aclosing(desk.network.encounters(since)) as batches:
        async for batch in batches:
            await take_in(batch, store, desk, clock)


async def take_in(batch: Batch, store: Store, desk: Desk, clock: Clock) -> None:
    """Everything in the Batch, each Encounter in its own transaction, the Cursor in that of the last."""
    name, now = desk.network.name, clock.now()
    if batch.seen:
        await store.write(partial(action.record_seen, network=name, encounters=batch.encounters, now=now))
    if not batch.encounters:
        await store.write(partial(action.finish_batch, network=name, batch=batch, now=now))
    last = len(batch.encounters) - 1
    for place, encounter in enumerate(batch.encounters):
        await _take_one(encounter, store, desk, clock, ends=batch if place == last else None)


async def _take_one(encounter: Encounter, store: Store, desk: Desk, clock: Clock, ends: Batch | None) -> None:
    now, about = clock.now(), {"network": encounter.network, "kind": str(encounter.kind)}
    try:
        outcome = await store.write(partial(action.receive, encounter=encounter, desk=desk, now=now, ends=ends))
    except StorageError:
        raise  # the disk's fault, not the post's: it is shown again when we listen again
    except Exception as fault:  # one poisoned post must not stop the inbox for everybody
        log.exception("an encounter could not be taken in", extra=about)
        reason = type(fault).__name__
        await store.write(partial(action.record_fault, encounter=encounter, fault=reason, now=now, ends=ends))
        return
    log.info("encounter", extra={**about, "outcome": str(outcome)})
