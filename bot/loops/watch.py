"""watch: every minute, what needs a human, and how long people wait."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from bot.actions.alert import scene_of, was_told
from bot.actions.receive import Desk
from bot.actions.waiting import keep_queue
from bot.domain.alerts import TOLD_AGAIN, alarms
from bot.errors import StorageError
from bot.loops.alert import alert
from bot.ports import Clock, Network, Store

log = logging.getLogger(__name__)

EVERY_SECONDS = 60.0
ANNOUNCED = frozenset({"counters"})

Disk = Callable[[], tuple[int, int] | None]
"""Bytes free and in all where the database lies; None where that cannot be known."""


class Watch:
    """Looks; tells the admin, if one is named; never stops the bot."""

    def __init__(
        self, store: Store, desks: Callable[[], Iterable[Desk]], networks: Mapping[str, Network], to: str | None,
        disk: Disk, clock: Clock,
    ) -> None:  # fmt: skip
        """`desks` are those of the networks we are logged in to at the moment."""
        self.store = store
        self.desks = desks
        self.networks = networks
        self.to = to
        self.disk = disk
        self.clock = clock

    async def run(self) -> None:
        """For ever."""
        while True:
            try:
                await self.look()
            except StorageError as fault:
                log.warning("the watch could not look", extra={"reason": str(fault)})
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> None:
        """Once: the queues for `status`, then what needs a human."""
        now, desks = self.clock.now(), list(self.desks())
        for desk in desks:
            keep = partial(keep_queue, network=desk.network, courtesy=desk.courtesy, now=now)
            await self.store.write(keep)
        if self.to is None:
            return
        used = {name: network.used(now) for name, network in self.networks.items()}
        scene = await self.store.read(partial(scene_of, used=used, disk=self.disk(), kinds=ANNOUNCED))
        for alarm in alarms(scene, now):
            if not await self.store.read(partial(was_told, alarm=alarm, now=now, again=TOLD_AGAIN)):
                await alert(self.store, desks, self.to, alarm, self.clock, TOLD_AGAIN)
