"""send: say what we owe on one network, exactly once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

from bot.actions import deliver
from bot.domain.digests import CLOSED, Terms
from bot.domain.outbox import Post, Priority, State, favoured, try_again_after
from bot.errors import BotError, NotSent, Refused, Stopped, StorageError, Unknown
from bot.ports import Clock, Gate, Network, Snapshot, Store, Transaction

log = logging.getLogger(__name__)
T = TypeVar("T")

WORTH_TELLING = timedelta(minutes=1)
IDLE_SECONDS = 15.0  # a doorbell may be missed; the table is the truth


class Sender:
    """Speaks for one network: the oldest Post first, one at a time."""

    def __init__(
        self, store: Store, network: Network, clock: Clock, within: timedelta, *, restored: bool = False,
        terms: Terms = deliver.UTC_TERMS,
    ) -> None:  # fmt: skip
        self.store = store
        self.network = network
        self.clock = clock
        self.within = within  # an answer older than this is not sent any more
        self.terms = terms  # of digests
        self.restored = restored  # an older database was put back, and nobody has looked for its Posts yet
        self.told_until = datetime.min.replace(tzinfo=UTC)  # the rest for the budget that the admin was told of
        self.failures = 0  # in a row: a network in trouble is not asked for the next Post at once
        self.turn = 0  # Posts dealt with: every tenth is somebody's at the end of the order

    async def run(self, stopping: asyncio.Event) -> None:
        """Until `stopping`, after the Post at hand. Raises Stopped when the network refuses us, StorageError."""
        await self._recover()
        while not stopping.is_set():
            heard, now = self.store.version, self.clock.now()
            post = await self._next(now)
            if post is None:
                await self._rest(heard)
                continue
            favour, self.turn = favoured(self.turn), self.turn + 1
            if (wait := self.network.pace(post, now)) <= 0:
                await self.deliver(post)
                await self._recover_breath(stopping)
            elif post.priority is not favour:  # whose turn it was must wait for room: then on in their order
                await self._rest_for_budget(heard, post, now + timedelta(seconds=wait))

    async def _rest_for_budget(self, heard: int, post: Post, until: datetime) -> None:
        """The budget is the network's, not the Post's: all of it rests, in its order; `status` tells of a long rest.

        Digests, and strangers, wait for a part of the budget only: what goes before them goes on.
        """
        if until - self.clock.now() > WORTH_TELLING and abs(until - self.told_until) > WORTH_TELLING:
            self.told_until = until
            keep = partial(deliver.keep_pace, network=self.network.name, until=until, priority=post.priority)
            await self._write(keep)
            heard = self.store.version  # our own bell
        if post.priority >= Priority.NEWCOMER:
            due = await self.store.read(partial(self._due, before=post.priority))
            until = min(until, due or until)
        await self._rest(heard, until)

    async def _recover_breath(self, stopping: asyncio.Event) -> None:
        """After failures in a row: 1 s, doubling to 5 min, whatever rings."""
        if self.failures:
            with suppress(TimeoutError):
                async with asyncio.timeout(try_again_after(self.failures, 0.0).total_seconds()):
                    await stopping.wait()

    async def _recover(self) -> None:
        await self._write(
            partial(
                deliver.recover,
                network=self.network.name,
                now=self.clock.now(),
                restored=self.restored,
                settle_seconds=self.network.settle_seconds,
            )
        )

    async def deliver(self, post: Post) -> None:
        """Bring one Post as far as it can go now."""
        try:
            await self._deliver(post)
            self.failures = 0
        except (Stopped, StorageError):
            raise  # what the disk did not keep stays `sending`: it may have left, and the next start looks for it
        except Refused as fault:
            # Of its picture, no later try will be liked better; of a look, it says nothing about what may be out there.
            end = self._failed if post.state is not State.UNKNOWN else self._postponed
            await end(post, fault)
        except BotError as fault:
            # Before `sending` was committed: nothing has left, the Post waits.
            self.failures += 1
            await self._postponed(post, fault)

    async def _deliver(self, post: Post) -> None:
        if post.state is State.UNKNOWN and await self._found(post):
            return
        if not await self._gate_open(post):
            return
        post = await self._prepared(post)
        if post.state is not State.UNKNOWN and self.network.must_look(post) and await self._found(post):
            return
        try:
            if await self._begin(post):
                await self._send(post)
        except asyncio.CancelledError:
            # Asked to stop in the middle of a call: it may have arrived.
            await asyncio.shield(self._failed(post, Unknown("stopped in the middle of the call")))
            raise

    async def _prepared(self, post: Post) -> Post:
        """The Post with what must exist before it, made once and kept before the call that uses it."""
        if post.image is None or post.ticket:
            return post
        ticket = await self.network.prepare(post)
        await self._write(partial(deliver.keep_ticket, post=post, ticket=ticket))
        return replace(post, ticket=ticket)

    async def _begin(self, post: Post) -> bool:
        begin = partial(deliver.begin, post=post, platform=self.network.platform, within=self.within, terms=self.terms)
        return await self._write(partial(begin, now=self.clock.now()))

    async def _send(self, post: Post) -> None:
        try:
            receipt = await self.network.send(post)
        except (Refused, NotSent, Unknown, Stopped) as fault:
            await self._failed(post, fault)
            if isinstance(fault, Stopped):
                raise
            return
        await self._sent(post, receipt)

    async def _failed(self, post: Post, fault: BotError) -> None:
        now, settle = self.clock.now(), self.network.settle_seconds
        state = await self._write(partial(deliver.failed, post=post, fault=fault, now=now, settle_seconds=settle))
        log.warning("post %s", state, extra={"network": post.network, "post": post.id, "reason": str(fault)})

    async def _postponed(self, post: Post, fault: BotError) -> None:
        log.warning("post waits", extra={"network": post.network, "post": post.id, "reason": str(fault)})
        await self._write(partial(deliver.postpone, post=post, fault=fault, now=self.clock.now()))

    async def _found(self, post: Post) -> bool:
        taken = await self.store.read(partial(deliver.receipts_beside, post=post))
        receipt = await self.network.find(post, taken)
        if receipt is None:
            return False
        await self._sent(post, receipt)
        return True

    async def _sent(self, post: Post, receipt: str) -> None:
        await self._write(partial(deliver.sent, post=post, receipt=receipt, now=self.clock.now()))
        log.info("post sent", extra={"network": post.network, "post": post.id, "kind": post.kind})

    async def _gate_open(self, post: Post) -> bool:
        gate = await self.network.gate(post)
        if gate is Gate.OPEN:
            return True
        if gate is Gate.ABSENT:
            await self._write(partial(deliver.absent, post=post, now=self.clock.now()))
        else:
            await self._write(
                partial(deliver.withdraw, post=post, reason=CLOSED, now=self.clock.now())
            )
        return False

    async def _next(self, now: datetime) -> Post | None:
        name, platform = self.network.name, self.network.platform
        work = partial(deliver.next_post, network=name, platform=platform, now=now, within=self.within)
        return await self._write(partial(work, terms=self.terms, turn=self.turn))

    def _due(self, tx: Snapshot, before: Priority | None = None) -> datetime | None:
        return deliver.next_due(tx, self.network.name, self.clock.now(), self.terms, before)

    async def _rest(self, heard: int, until: datetime | None = None) -> None:
        """Until the bell rings, `until` has come, something that waits falls due, or a little while has passed."""
        due = until or await self.store.read(self._due)
        seconds = IDLE_SECONDS
        if due is not None:
            seconds = min(seconds, max((due - self.clock.now()).total_seconds(), 0.01))
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.store.changed(heard)

    async def _write(self, work: Callable[[Transaction], T]) -> T:
        return await self.store.write(work)
