"""digests: tell those who agreed of the people who arrived, once a period, in small steps beside the answering."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.actions import digest
from bot.actions.digest import Office
from bot.domain.consent import Told
from bot.domain.digests import Period, is_quiet, period_of
from bot.errors import StorageError
from bot.ports import Clock, Store

log = logging.getLogger(__name__)
T = TypeVar("T")

LOOK_SECONDS = 15.0  # a doorbell may be missed, and clocks jump
SETTLE_SECONDS = 2.0  # arrivals come in crowds: one look for all of them
PAGE = 50  # people looked at together
TOGETHER = 4  # transactions that share a commit
REST = 2.0  # after a step, this many times as long as it took

OFTEN = (Told.AT_ONCE, Told.DAILY, Told.WEEKLY)

Someone = tuple[int, datetime]
"""A Person's number, and when they agreed to be told."""


class Digests:
    """Looks after everybody who agreed to be told."""

    def __init__(
        self,
        store: Store,
        office: Callable[[], Office],
        clock: Clock,
        *,
        settle_seconds: float = SETTLE_SECONDS,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        """`office` gives the networks as they are now: which of them have opened, which have private messages."""
        self.store = store
        self.office = office
        self.clock = clock
        self.settle_seconds = settle_seconds
        self.look_seconds = look_seconds
        self.served: dict[Told, object] = {}  # what the latest whole walk was for
        self.rates: dict[str, float] = {}

    async def run(self) -> None:
        """For ever. A fault is logged and tried again at the next look."""
        while True:
            heard = self.store.version
            try:
                await self.look()
            except Exception:
                log.exception("digests failed; tried again soon")
            with suppress(TimeoutError):
                async with asyncio.timeout(self.look_seconds):
                    await self.store.changed(heard)
            await asyncio.sleep(self.settle_seconds)

    async def look(self) -> int:
        """Owe what is due now; how many digests that were. Nothing is due at night."""
        office, owed = self.office(), 0
        await self._keep_rates(office)
        for often in OFTEN:
            now = self.clock.now()
            if is_quiet(now, office.terms.zone):
                break
            period = period_of(often, now, office.terms.zone)
            # Not everybody who can be told of is counted: only where nothing was written there is no news.
            occasion = (period.name, self.store.version if often is Told.AT_ONCE else None)
            if self.served.get(often) == occasion:
                continue
            count, whole = await self._walk(period, office)
            owed += count
            if whole:
                self.served[often] = occasion
        return owed

    async def _walk(self, period: Period, office: Office) -> tuple[int, bool]:
        """Everybody who wants to be told so often; how many were, and whether nobody was left for later."""
        owed, whole = 0, True
        async for page in self._pages(period):
            if self._is_over(period, office):
                return owed, False
            count, later = await self._serve(page, period, office)
            owed, whole = owed + count, whole and not later
        if owed:
            log.info("digests owed", extra={"period": period.name, "count": owed})
        return owed, whole

    async def _pages(self, period: Period) -> AsyncIterator[list[Someone]]:
        """Them all, from the period's turn on and round."""
        first = math.floor(period.turn * await self.store.read(lambda tx: tx.digests.highest()))
        for after, until in ((first, math.inf), (0, first)):
            while page := await self._page(period.often, after):
                after = page[-1][0]
                yield [someone for someone in page if someone[0] <= until]
                if len(page) < PAGE or after > until:
                    break

    async def _page(self, often: Told, after: int) -> list[Someone]:
        return await self.store.read(lambda tx: tx.digests.agreed(often, after, PAGE))

    def _is_over(self, period: Period, office: Office) -> bool:
        now, zone = self.clock.now(), office.terms.zone
        return is_quiet(now, zone) or period_of(period.often, now, zone) != period

    async def _serve(self, people: list[Someone], period: Period, office: Office) -> tuple[int, bool]:
        """Read who of them has something to hear, then one transaction each; a fault of one is kept to them."""
        work = partial(digest.with_news, people=people, often=period.often, office=office, now=self.clock.now())
        try:
            found, later = await _with_rest(self.store.read(work))
            owed = 0
            for start in range(0, len(found), TOGETHER):
                some = [self._owe(one, period, office) for one in found[start : start + TOGETHER]]
                owed += sum(await _with_rest(asyncio.gather(*some)))
        except StorageError:
            raise
        except Exception:
            if len(people) > 1:
                each = [await self._serve([one], period, office) for one in people]
                return sum(count for count, _ in each), any(later for _, later in each)
            log.exception("a digest failed; left out until the next period")
            return 0, False
        return owed, later

    async def _owe(self, someone: Someone, period: Period, office: Office) -> bool:
        person, agreed = someone
        owe = partial(digest.owe_digest, person=person, often=period.often, agreed=agreed, office=office)
        return await self.store.write(partial(owe, now=self.clock.now())) is not None

    async def _keep_rates(self, office: Office) -> None:
        """How fast digests can go, for `status`; written when it changes."""
        for place in office.places:
            rate = office.desks[place.name].network.digests_per_hour()
            rate = 0.0 if math.isinf(rate) else rate
            if place.open and self.rates.get(place.name) != rate:
                zone = str(office.terms.zone)
                await self.store.write(partial(digest.keep_rate, network=place.name, per_hour=rate, timezone=zone))
                self.rates[place.name] = rate


async def _with_rest(step: Awaitable[T]) -> T:
    """The step, and then others' turn."""
    passed = asyncio.get_running_loop().time
    begun = passed()
    result = await step
    await asyncio.sleep(REST * (passed() - begun))
    return result
