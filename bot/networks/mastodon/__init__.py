"""A Mastodon-compatible server: Mastodon itself, GoToSocial and their kin."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Batch
from bot.domain.lives import Life
from bot.domain.outbox import DELETES, Draft, Post, Priority
from bot.domain.portraits import Portrait
from bot.domain.text import Limits, less
from bot.networks.mastodon import identity, send
from bot.networks.mastodon.identity import Opened
from bot.networks.mastodon.listen import Listener
from bot.networks.mastodon.lives import Lives
from bot.networks.mastodon.lookup import Lookup
from bot.networks.mastodon.relations import Relations
from bot.networks.mastodon.send import Sender
from bot.networks.mastodon.session import Session
from bot.networks.mastodon.settings import PAGING_WINDOWS, POST_WINDOWS, Settings, read_instance
from bot.networks.pacing import SECONDS_EACH, UNASKED_SHARE, share_of
from bot.ports import Clock, Gate, Identity

__all__ = ["Mastodon", "Settings"]


class Mastodon:
    """One account on one server; keeps the promises of `ports.Network`."""

    platform = Platform.MASTODON

    def __init__(self, name: str, settings: Settings, *, clock: Clock) -> None:
        self.name = name
        self.settle_seconds = settings.request_timeout_seconds + settings.settle_seconds
        self._session = Session(settings, clock)
        self._instance = read_instance({}, settings.base)
        self._opened: Opened | None = None

    async def open(self) -> Identity:
        """See ports.Network."""
        self._opened = await identity.open_account(self._session, self.name)
        self._instance = self._opened.instance
        return self._opened.identity

    def limits_for(self, recipient: str) -> Limits:
        """See ports.Network: the recipient is named in the words."""
        return less(self._instance.limits, f"@{recipient} ") if recipient else self._instance.limits

    def encounters(self, since: Mapping[str, str]) -> AsyncGenerator[Batch, None]:
        """See ports.Network."""
        return Listener(self._session, self._known.us, self._instance.streaming).encounters(since)

    @property
    def lists(self) -> None:
        """See ports.Network: lists are private on Mastodon."""

    @property
    def relations(self) -> Relations:
        """See ports.Network; after `open`."""
        return Relations(self._session, self._known.us.host)

    def compose(self, draft: Draft) -> Mapping[str, Any]:
        """See ports.Network."""
        return send.compose(draft, self._instance.domain)

    def private_to(self, account: Account) -> Mapping[str, Any]:
        """See ports.Network."""
        ours = account.local_host in ("", self._instance.domain)  # another server's number is somebody else's here
        acct = send.local_form(account.handle, self._instance.domain)
        return {"acct": acct, "account_id": account.local_id if ours else ""}

    def must_look(self, post: Post) -> bool:
        """See ports.Network: keys bind for an hour on Mastodon and not at all on GoToSocial. Deleting needs none."""
        return DELETES not in post.record

    def pace(self, post: Post, now: datetime) -> float:
        """See ports.Network. A deletion that must wait waits by itself."""
        if DELETES in post.record:
            return 0.0
        return max(self._session.posts.wait(1, now, share_of(post.priority)), self._session.reads.wait(1, now))

    def digests_per_hour(self) -> float:
        """See ports.Network."""
        return self._session.posts.rate(1, UNASKED_SHARE)

    def answers_per_hour(self) -> float:
        """See ports.Network."""
        return self._session.posts.rate(1)

    def expected_wait(self, answers: int, now: datetime, priority: Priority = Priority.KNOWN) -> float:
        """See ports.Network."""
        return max(self._session.posts.forecast(answers, 1, now, share_of(priority)), answers * SECONDS_EACH)

    def used(self, now: datetime) -> float:
        """See ports.Network."""
        return self._session.posts.used(now)

    def spent(self, sent: Iterable[datetime]) -> None:
        """See ports.Network."""
        for moment in sorted(sent):
            self._session.posts.spend(1, moment)

    async def gate(self, post: Post) -> Gate:
        """See ports.Network."""
        return Gate.OPEN if DELETES in post.record else await self._lookup.gate(post)

    async def prepare(self, post: Post) -> Mapping[str, Any]:
        """See ports.Network."""
        return await self._sender.prepare(post)

    async def send(self, post: Post) -> str:
        """See ports.Network."""
        gone = post.record.get(DELETES)
        return await (self._sender.send(post) if gone is None else self._sender.delete(str(gone)))

    async def find(self, post: Post, taken: frozenset[str] = frozenset()) -> str | None:
        """See ports.Network."""
        gone = post.record.get(DELETES)
        return await (self._lookup.find(post, taken) if gone is None else self._lookup.find_gone(str(gone)))

    def budgets(self) -> list[str]:
        """See ports.Network."""
        return [f"{POST_WINDOWS[0].points} statuses in 3 hours", f"{PAGING_WINDOWS[0].points} pages in 15 minutes"]

    async def label_as_bot(self) -> None:
        """See ports.Network."""
        await identity.label_as_bot(self._session)

    async def profile(self, handle: str) -> Account | None:
        """See ports.Network."""
        return await self._lookup.profile(handle)

    @property
    def home(self) -> str:
        """See ports.Network."""
        return self._instance.domain

    async def life(self, account: Account) -> Life:
        """See ports.Network; after `open`."""
        return await Lives(self._session, self._known.us.host).life(account)

    async def portrait(self, account: Account) -> Portrait | None:
        """See ports.Network."""
        return await self._lookup.portrait(account)

    async def resolve(self, handles: Iterable[str]) -> Mapping[str, Account | None]:
        """See ports.Network: handles are mostly other servers', and people are completed when they are first seen."""
        return {}

    async def close(self) -> None:
        """See ports.Network."""
        await self._session.close()

    @property
    def _known(self) -> Opened:
        if self._opened is None:
            raise RuntimeError("`open` comes first")
        return self._opened

    @property
    def _lookup(self) -> Lookup:
        return Lookup(self._session, self._known.us)

    @property
    def _sender(self) -> Sender:
        return Sender(self._session, self._lookup)
