"""Bluesky behind the Network port: the parts put together."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Batch
from bot.domain.lives import Life
from bot.domain.outbox import DELETES, Draft, Post, Priority, State
from bot.domain.portraits import Portrait
from bot.domain.text import Limits
from bot.errors import NotSent
from bot.networks.bluesky import send
from bot.networks.bluesky.chat import Chat
from bot.networks.bluesky.compose import compose
from bot.networks.bluesky.listen import Listener
from bot.networks.bluesky.lists import Lists
from bot.networks.bluesky.lookup import Lookup
from bot.networks.bluesky.relations import Relations
from bot.networks.bluesky.removal import meant
from bot.networks.bluesky.scan import Scan
from bot.networks.bluesky.send import is_removal
from bot.networks.bluesky.session import Keeper, ServerClock
from bot.networks.bluesky.settings import (
    CHAT,
    CREATE_POINTS,
    DELETE_POINTS,
    GRAPHEMES,
    MENTION_WINDOWS,
    UTF8_BYTES,
    WRITE_WINDOWS,
    Settings,
)
from bot.networks.bluesky.stream import ACCOUNTS, Stream
from bot.networks.bluesky.translate import Author, Us
from bot.networks.pacing import SECONDS_EACH, UNASKED_SHARE, Budget, later, share_of
from bot.ports import Clock, Gate, Identity

LIMITS: Final = Limits(graphemes=GRAPHEMES, utf8_bytes=UTF8_BYTES, url_length=None)


class Bluesky:
    """One account on Bluesky. `session_file` keeps the session (mode 0600); nothing happens before `open`."""

    platform = Platform.BLUESKY
    home = ""

    def __init__(self, name: str, settings: Settings, *, session_file: Path, clock: Clock) -> None:
        self.name = name
        # A put is its own look, so a lost post waits for nothing; see `find` for messages.
        self.settle_seconds = 0.0
        self._settings, self._clock = settings, clock
        self._keeper = Keeper(settings, session_file, clock)
        self._lookup = Lookup(self._keeper, clock)
        self._chat = Chat(self._keeper)
        self.lists = Lists(self._keeper)
        self.relations = Relations(self._keeper)
        self._writes = Budget(WRITE_WINDOWS, settings.budget_share)
        self._calls = Budget(MENTION_WINDOWS, share=1.0)
        self._has_chat = True

    async def open(self) -> Identity:
        """Log in, or resume. Stopped when the network refuses us, NotSent when it cannot be reached."""
        await self._keeper.open()
        did = self._keeper.did
        us = (await self._lookup.authors([did]))[did]
        account = (us if us.handle else Author(did, self._keeper.handle)).account
        labelled = await self._lookup.is_labelled_bot()
        lacking = await self._chat.lacking()
        self._has_chat = not lacking
        if lacking:
            return Identity(account, labelled, private_messages=False, rights=("posts",), notes=(lacking,))
        return Identity(account, labelled, rights=("posts", "private messages"))

    def limits_for(self, recipient: str) -> Limits:
        """300 graphemes and 3000 bytes for everybody; links are facets."""
        return LIMITS

    async def encounters(self, since: Mapping[str, str]) -> AsyncGenerator[Batch, None]:
        """Everything that may call for an act, for ever, by our clock; `open` comes first."""
        us, clock = Us(self.name, self._keeper.did, self._settings.tags), ServerClock(self._keeper, self._clock)
        stream = Stream(self._settings.jetstream, us, clock)
        signs = Stream(self._settings.jetstream, us, clock, reading=ACCOUNTS)
        scan = Scan(self._keeper, self._lookup)
        listener = Listener(us, self._settings, stream, signs, scan, self._chat, self._lookup, clock)
        async with aclosing(listener.batches(since)) as batches:
            async for batch in batches:
                yield self._here(batch)

    def _here(self, batch: Batch) -> Batch:
        here, gap = self._keeper.here, batch.gap
        encounters = tuple(replace(one, at=here(one.at)) for one in batch.encounters)
        signs = tuple(replace(sign, at=here(sign.at)) for sign in batch.signs)
        gap = gap and replace(gap, since=here(gap.since), until=here(gap.until))
        return replace(batch, encounters=encounters, signs=signs, gap=gap)

    def compose(self, draft: Draft) -> Mapping[str, Any]:
        """See compose.compose."""
        return compose(draft)

    def private_to(self, account: Account) -> Mapping[str, Any]:
        """See ports.Network."""
        return {"member": account.id}

    def must_look(self, post: Post) -> bool:
        """Only private messages: they have no key."""
        return _is_message(post) and not is_removal(meant(post).record)

    def pace(self, post: Post, now: datetime) -> float:
        """Seconds until our share of the write points allows this Post, and nobody is called too soon after others."""
        calls = self._calls.wait(1, now) if _calls_somebody(post) else 0.0
        return max(calls, self._writes.wait(_points(post), now, share_of(post.priority)))

    def digests_per_hour(self) -> float:
        """See ports.Network."""
        if self._has_chat:
            return self._writes.rate(1, UNASKED_SHARE)
        return min(self._calls.rate(1), self._writes.rate(CREATE_POINTS, UNASKED_SHARE))

    def answers_per_hour(self) -> float:
        """See ports.Network."""
        return self._writes.rate(CREATE_POINTS)

    def expected_wait(self, answers: int, now: datetime, priority: Priority = Priority.KNOWN) -> float:
        """See ports.Network."""
        return max(self._writes.forecast(answers, CREATE_POINTS, now, share_of(priority)), answers * SECONDS_EACH)

    def used(self, now: datetime) -> float:
        """See ports.Network."""
        return self._writes.used(now)

    def spent(self, sent: Iterable[datetime]) -> None:
        """Count what was sent before this start, as posts that called somebody."""
        for moment in sorted(sent):
            self._writes.spend(CREATE_POINTS, moment)
            self._calls.spend(1, moment)

    def budgets(self) -> list[str]:
        """See ports.Network."""
        return [f"{window.points} points in {window.seconds / 3600:.0f} h" for window in WRITE_WINDOWS]

    async def gate(self, post: Post) -> Gate:
        """Whether this Post may still be sent; absent may be the AppView lagging behind the stream."""
        if DELETES in post.record:
            return Gate.OPEN
        if not _is_message(post):
            return await send.gate(self._keeper, post)
        gate = await self._chat.gate(post)
        # A private answer to a public post: whoever deletes the post wants none.
        answers_post = post.trigger.startswith("at://")
        return await send.gate(self._keeper, post) if answers_post and gate is Gate.OPEN else gate

    async def prepare(self, post: Post) -> Mapping[str, Any]:
        """Upload the Post's picture."""
        return await send.prepare(self._keeper, post)

    async def send(self, post: Post) -> str:
        """Put the record on its key (again and again is once), or send the message. The receipt."""
        now, post = self._clock.now(), meant(post)
        self._writes.spend(_points(post), now)
        if _calls_somebody(post):
            self._calls.spend(1, now)
        try:
            return await (self._chat.send(post) if _is_message(post) else send.send(self._keeper, post))
        except NotSent as fault:
            if fault.wait > 0:
                self._writes.hold_until(later(now, fault.wait))
            raise

    async def find(self, post: Post, taken: frozenset[str] = frozenset()) -> str | None:
        """The receipt, when the network already holds it.

        A message whose fate is unknown may still land: until that can no longer happen this raises NotSent.
        """
        if DELETES in post.record:
            return await send.find_removed(self._keeper, meant(post))
        if not _is_message(post):
            return await send.find(self._keeper, post)
        found = await self._chat.find(post, taken)
        if found is None and post.state is State.UNKNOWN and post.last_try is not None:
            settled = self._settings.request_timeout_seconds + self._settings.settle_seconds
            wait = (post.last_try + timedelta(seconds=settled) - self._clock.now()).total_seconds()
            if wait > 0:
                raise NotSent("a lost message may still land", min(wait, settled))
        return found

    async def profile(self, handle: str) -> Account | None:
        """The Account behind a handle or DID."""
        return await self._lookup.account(handle)

    async def life(self, account: Account) -> Life:
        """How an Account stands, as the AppView says now."""
        return await self._lookup.life(account)

    async def portrait(self, account: Account) -> Portrait | None:
        """What a profile says now."""
        return await self._lookup.portrait(account)

    async def resolve(self, handles: Iterable[str]) -> dict[str, Account | None]:
        """The Accounts behind many handles or DIDs, 25 a call."""
        return await self._lookup.resolve(handles)

    async def label_as_bot(self) -> None:
        """Put the `bot` label into our profile and let everybody write to us; all else stays as it is."""
        await self._lookup.label_as_bot()
        await self._lookup.allow_messages()

    async def close(self) -> None:
        """Let go of the connections."""
        await self._keeper.close()


def _is_message(post: Post) -> bool:
    return bool(meant(post).record.get("collection") == CHAT)


def _calls_somebody(post: Post) -> bool:
    """Whether it calls somebody who had not written to us."""
    return send.called(post) is not None


def _points(post: Post) -> int:
    """A private message costs no write points, but a flood of them would be one all the same."""
    post = meant(post)
    if _is_message(post):
        return 1
    return DELETE_POINTS if is_removal(post.record) else CREATE_POINTS
