"""archives: one X archive from its reading to its commit, for a command and for the web page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from bot.actions.import_archive import apply, committed, prepare
from bot.domain.archives import Archive, Order, Report
from bot.ports import Clock, Store


async def take_in(store: Store, clock: Clock, read: Callable[[], Archive], order: Order) -> Report:
    """Read an archive in a thread, then take it in with one commit; killed before it, nothing is left.

    `read` opens it (`partial(open_archive, stream)`). InputError, in one line, for an archive that cannot be read or
    not be taken (NotTakenError, with its reason); nothing has changed then.
    """
    archive = await _prepared(store, read, order)
    now = clock.now()
    report = await store.write(partial(apply, archive=archive, order=order, now=now))
    while await store.write(partial(committed, at=now)):
        pass
    return report


async def _prepared(store: Store, read: Callable[[], Archive], order: Order) -> Archive:
    """Everything that can be done before anybody has to wait for a lock; the X numbers are not held any longer."""
    archive = await asyncio.to_thread(read)
    return await store.read(partial(prepare, archive=archive, order=order))
