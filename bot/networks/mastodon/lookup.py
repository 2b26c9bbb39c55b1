"""Questions to the server: was it said already, may it still be said, who is this."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from bot.domain.accounts import Account, Platform, normalise_handle
from bot.domain.outbox import Post
from bot.domain.portraits import Portrait, front_page_of
from bot.errors import InputError, Refused
from bot.networks.mastodon.errors import Missing
from bot.networks.mastodon.html import to_text
from bot.networks.mastodon.session import Json, Session
from bot.networks.mastodon.translate import Us, moment, to_account
from bot.ports import Gate

BEFORE_FIRST_TRY: Final = timedelta(seconds=60)
"""How far before the first try a look goes back: clocks differ."""

BEFORE_NEVER_TRIED: Final = timedelta(hours=12, minutes=30)
"""The same for a Post this database never tried: a backup was restored, or a missed slot is caught up (12 h)."""

PAGE: Final = 40
MOST_PAGES: Final = 25
LONG_THREAD: Final = 1000
"""Descendants from which on a context may be cut short (Mastodon: 4,096 for us, other servers less)."""

CLOSING: Final = ("blocking", "blocked_by", "muting", "domain_blocking")


class Lookup:
    """Reads for one account."""

    def __init__(self, session: Session, us: Us) -> None:
        self._session = session
        self.us = us

    async def find(self, post: Post, taken: frozenset[str]) -> str | None:
        """See ports.Network.find. Missing is never raised; NotSent and Stopped are.

        By the context of the trigger: ours, and in reply to it (40 of 40 exactly once under lost answers, measured);
        without a trigger, or with one that is gone, by our own statuses, newest first.
        """
        trigger = str(post.record.get("in_reply_to_id") or "")
        if not trigger:
            return await self._among_own(post, taken)
        try:
            context = await self._session.get(f"/api/v1/statuses/{trigger}/context")
        except Missing:
            return await self._among_own(post, taken) if post.first_try else None
        below = _tables(context, "descendants")
        mine = (one for one in below if self._is_ours(one) and str(one.get("in_reply_to_id")) == trigger)
        found = next((str(one["id"]) for one in mine if str(one["id"]) not in taken), None)
        if found is None and len(below) >= LONG_THREAD:
            return await self._among_own(post, taken)
        return found

    async def find_gone(self, status_id: str) -> str | None:
        """This status id, if there is no such status any more."""
        try:
            await self._session.get(f"/api/v1/statuses/{status_id}")
        except Missing:
            return status_id
        return None

    async def _among_own(self, post: Post, taken: frozenset[str]) -> str | None:
        path = f"/api/v1/accounts/{self.us.account.local_id}/statuses"
        params: dict[str, Any] = {"limit": PAGE, "exclude_reblogs": "true"}
        until = _earliest(post) + self._session.ahead
        for _ in range(MOST_PAGES):
            page, more = await self._session.page(path, params)
            for status in page:
                if str(status.get("id")) not in taken and self._is_this(post, status):
                    return str(status["id"])
            now = self._session.server_now()
            if not more or min(moment(status.get("created_at"), now) for status in page) < until:
                return None
            params["max_id"] = str(page[-1].get("id"))
            self._session.paging.spend(1, self._session.clock.now())
        return None

    def _is_this(self, post: Post, status: Json) -> bool:
        """Whether a status of ours carries the Post's mark, or all its words, and names its recipients."""
        if not self._is_ours(status) or moment(status.get("created_at"), self._session.server_now()) < (
            _earliest(post) + self._session.ahead
        ):
            return False
        trigger = post.record.get("in_reply_to_id")
        if trigger and str(status.get("in_reply_to_id")) not in (str(trigger), "None"):
            return False
        needle = str(post.record.get("mark") or "") or _words(post)
        if _bare(needle) not in _bare(to_text(str(status.get("content") or ""))):
            return False
        named = {str(mention.get("acct")).lower() for mention in status.get("mentions") or ()}
        named |= {f"{acct}@{self.us.host}" for acct in named if "@" not in acct}
        ids = {str(mention.get("id")) for mention in status.get("mentions") or ()}
        wanted = [str(acct).lower() for acct in post.record.get("recipients", ())]
        return str(post.record.get("account_id")) in ids or all(acct in named for acct in wanted)

    async def gate(self, post: Post) -> Gate:
        """See ports.Network.gate. A server shows its own truth at once: what is not there is gone or closed to us."""
        trigger, account_id = post.record.get("in_reply_to_id"), post.record.get("account_id")
        asked = [self._shows(str(trigger))] if trigger else []
        if account_id:
            asked.append(self._may_write_to(str(account_id)))
        answers = await asyncio.gather(*asked)
        return Gate.OPEN if all(answers) else Gate.CLOSED

    async def _shows(self, status_id: str) -> bool:
        try:
            await self._session.get(f"/api/v1/statuses/{status_id}")
        except Missing:
            return False
        except Refused:  # a token without the right to ask: then the sending decides
            return True
        return True

    async def _may_write_to(self, account_id: str) -> bool:
        try:
            told = await self._session.get("/api/v1/accounts/relationships", {"id[]": [account_id]})
        except Refused:  # a token without the right to ask; the server itself still keeps a blocked status from us
            return True
        ours = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
        return not any(one.get(word) for one in ours if str(one.get("id")) == account_id for word in CLOSING)

    async def profile(self, handle: str) -> Account | None:
        """See ports.Network.profile: user@host, or the address of a profile or an actor."""
        try:
            wanted = normalise_handle(Platform.MASTODON, handle, self.us.host)
        except InputError:
            return await self._searched(handle, handle) if urlsplit(handle).scheme in ("https", "http") else None
        user, _, host = wanted.partition("@")
        acct = user if host == self.us.host else wanted
        try:
            told = await self._session.get("/api/v1/accounts/lookup", {"acct": acct})
        except Refused:
            return await self._searched(wanted, wanted) if host != self.us.host else None
        return to_account(told, self.us.host) if isinstance(told, dict) else None

    async def portrait(self, account: Account) -> Portrait | None:
        """See ports.Network.portrait. A link that the server found to link back has a date."""
        known = account if account.local_host == self.us.host else await self.profile(account.id or account.handle)
        if known is None or not known.local_id:
            return None
        try:
            told = await self._session.get(f"/api/v1/accounts/{known.local_id}")
        except Missing:
            return None
        shown = to_account(told, self.us.host) if isinstance(told, dict) else None
        if shown is None or not isinstance(told, dict):
            return None
        return _portrait(shown, told)

    async def _searched(self, query: str, wanted: str) -> Account | None:
        """Let the server ask around; only an exact hit counts."""
        params: dict[str, str | int] = {"q": query, "type": "accounts", "resolve": "true", "limit": 5}
        try:
            told = await self._session.get("/api/v2/search", params)
        except Refused:
            return None
        found = (to_account(one, self.us.host) for one in _tables(told, "accounts"))
        return next((one for one in found if one and wanted in (one.handle, one.id, one.url)), None)

    def _is_ours(self, status: Json) -> bool:
        author = status.get("account")
        return isinstance(author, dict) and str(author.get("id")) == self.us.account.local_id


def _portrait(account: Account, told: Json) -> Portrait:
    """A field's name belongs to its words: `X` beside `@alice`."""
    words, verified = [to_text(str(told.get("note") or ""))], set[str]()
    for field in _tables(told, "fields"):
        value = to_text(str(field.get("value") or ""))
        words.append(f"{to_text(str(field.get('name') or ''))}: {value}")
        if field.get("verified_at") and value:
            address = value.split()[-1]  # where a link's words say something else, its address stands last
            verified.add(front_page_of(address))
    return Portrait(account, "\n".join(words), frozenset(verified - {""}))


def _earliest(post: Post) -> datetime:
    """The earliest moment at which this Post may have been published, by our clock.

    A welcome that this database never tried, not before its recipient was met: a lost part of history may have sent it.
    """
    if post.first_try:
        return post.first_try - BEFORE_FIRST_TRY
    met = post.record.get("met")
    return datetime.fromisoformat(met) - BEFORE_FIRST_TRY if met else post.created_at - BEFORE_NEVER_TRIED


def _words(post: Post) -> str:
    """The words of a Post without the recipient they begin with, whom servers write in a form of their own."""
    words = str(post.record["status"])
    for acct in post.record.get("recipients", ()):
        words = words.removeprefix(f"@{acct} ")
    return words


def _bare(words: str) -> str:
    """Only letters and digits: servers change links, spaces and marks."""
    return "".join(_letters(words))


def _letters(words: str) -> Iterator[str]:
    return (char for char in words.casefold() if char.isalnum())


def _tables(told: object, name: str) -> list[Json]:
    value = told.get(name) if isinstance(told, dict) else None
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
