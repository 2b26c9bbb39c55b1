"""Who follows whom on a Mastodon server, where it costs little: the public lists of its own people, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.domain.accounts import Account
from bot.domain.reconnecting import Follows
from bot.networks.mastodon.errors import Missing
from bot.networks.mastodon.session import Session
from bot.networks.mastodon.translate import to_account

PAGE: Final = 80
"""The newest follows. One page is all that is asked of a server: a new follow is on it, a long list is never read."""

SHORT: Final = 20
"""Shorter pages are the last whatever the server links to behind them: none gives fewer at a time."""


class Relations:
    """`ports.Relations`; `host` is our own server, which knows at first hand whom its people follow."""

    at_once = 10_000  # the same page answers for everybody
    pause = 5.0  # 60 of 300 requests in five minutes

    def __init__(self, session: Session, host: str) -> None:
        self._session = session
        self._host = host

    async def between(self, account: Account, others: Sequence[Account]) -> Follows:
        """See the port. Nothing of people of other servers, of who follows them, and of those who hide their lists."""
        if account.local_host != self._host or not account.local_id:
            return Follows()
        try:
            page, more = await self._session.page(f"/api/v1/accounts/{account.local_id}/following", {"limit": PAGE})
        except Missing:
            return Follows()
        followed = [found for one in page if (found := to_account(one, self._host))]
        names = {name for found in followed for name in (found.id, found.url, found.handle) if name}
        seen = {other.id: bool(names & {other.id, other.url, other.handle}) for other in others}
        whole = bool(page) and (not more or len(page) < SHORT)  # an empty list may be a hidden one
        return Follows(following={other: there for other, there in seen.items() if there or whole})
