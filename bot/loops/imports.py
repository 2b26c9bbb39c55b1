"""Import and undo in short transactions: what one began and did not finish, the next one does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.actions.register import Portion, apply_imports
from bot.domain.registry import Staged
from bot.ports import Clock, Store, Transaction


@dataclass(frozen=True, slots=True)
class Pace:
    """How long one transaction holds the lock (seconds), what it takes up, and for how long it leaves others alone."""

    hold: float
    pause: float
    portion: Portion


GENTLE = Pace(0.007, 0.02, Portion(rows=500, far_ends=1_000))
"""Beside a running bot nobody may wait over 0.1 s, commit included.

SQLite's lock is not fair: without the pause the bot, which asks for it at growing intervals, could wait for long.
Beside imports and merges at 0.03 and 0.03 its answers took 2.4 times as long as in quiet, at 0.007 and 0.02 1.6 times.
"""

ALONE = Pace(1.0, 0.0, Portion(rows=10_000, far_ends=100_000))
"""The more edges enter the tree together, the fewer of its pages are written: 100,000 lists in a tenth of the time."""

AWAY_AT_ONCE = 2_000  # staged rows thrown away in one transaction


async def resume_imports(store: Store, clock: Clock, *, pace: Pace = ALONE) -> int:
    """Finish what a killed import or undo left, throw away what was only staged; rows applied.

    Call it with `bot.storage.import_lock`, at the bot's start and before a command writes; GENTLE beside a running bot.
    """
    unfinished = await store.read(lambda tx: tx.imports.all("staging", "applying", "undoing"))
    if not unfinished:
        return 0
    await in_steps(store, lambda tx, _: int(tx.imports.throw_away(AWAY_AT_ONCE)), pace=pace)
    rows = await finish_imports(store, clock, pace=pace)
    for found in unfinished:
        if found.state == "undoing":
            await undo_import(store, found.id, pace=pace)
    return rows


async def finish_imports(
    store: Store, clock: Clock, *, pace: Pace = ALONE, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Apply every row of sealed Imports; how many there were. `progress` hears the rows of each step."""
    total, given = 0, list[Staged]()
    while given := await store.write(partial(_apply, clock=clock, pace=pace, given=given)):
        total += len(given)
        progress(len(given))
        if pace.pause:
            await asyncio.sleep(pace.pause)
    return total


async def undo_import(store: Store, batch: int, *, pace: Pace = ALONE) -> None:
    """Take back an Import, what others changed since excepted."""
    await in_steps(store, lambda tx, enough: int(tx.imports.undo(batch, enough)), pace=pace)


async def in_steps(
    store: Store,
    step: Callable[[Transaction, Callable[[], bool]], int],
    *,
    pace: Pace = ALONE,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Call `step` until it answers 0, each time in a transaction of its own; the sum of its answers.

    It is given a word that it has had enough time.
    """
    total = 0
    while done := await store.write(lambda tx: step(tx, _timer(pace.hold))):
        total += done
        progress(done)
        if pace.pause:
            await asyncio.sleep(pace.pause)
    return total


def _apply(tx: Transaction, clock: Clock, pace: Pace, given: list[Staged]) -> list[Staged]:
    return apply_imports(tx, clock.now(), pace.portion, _timer(pace.hold), given)


def _timer(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until
