"""recheck: look at proofs again, those of officials' domains for the first time too; a few at a time, for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Set
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.actions import rechecking
from bot.actions.rechecking import Change, Look
from bot.domain.accounts import Account, Platform
from bot.domain.officials import Official
from bot.domain.portraits import names_x
from bot.domain.proof import Method, Seen
from bot.errors import NotSent, Refused, Stopped, StorageError
from bot.ports import Clock, Network, Pages, Store

log = logging.getLogger(__name__)

REST_SECONDS: Final = 30.0  # when nothing is due
BREATH_SECONDS: Final = 0.5  # between two looks
KEPT: Final = timedelta(minutes=10)
"""How long a domain's front page is not asked for again: many profiles may name it."""

MOST_KEPT: Final = 500

AuthorOf = Callable[[str, str], Awaitable[str | None]]
"""(X handle, number of a post) -> whose it is, None if it is not there. NotSent, Refused."""


async def recheck(store: Store, clock: Clock, eyes: Eyes) -> None:
    """For ever. Ending it at any time loses nothing: what was not committed is looked at again."""
    while True:
        try:
            busy = await _once(store, clock, eyes)
        except StorageError as fault:
            log.warning("a proof could not be kept", extra={"reason": str(fault)})
            busy = False
        await asyncio.sleep(0.0 if busy else REST_SECONDS)


async def _once(store: Store, clock: Clock, eyes: Eyes) -> bool:
    """Look at the next few; whether there were any."""
    looks = await store.read(partial(rechecking.due, now=clock.now()))
    for look in looks:
        seen = await eyes.see(look)
        change = await store.write(partial(rechecking.keep, look=look, seen=seen, now=clock.now()))
        _tell(look, change)
        await asyncio.sleep(BREATH_SECONDS)
    return bool(looks)


def _tell(look: Look, change: Change) -> None:
    if change is not Change.NOTHING:
        level = logging.INFO if change is Change.ROSE else logging.WARNING
        log.log(level, change.value, extra={"method": look.proof.method.value, "proof_level": look.proof.level})


class Eyes:
    """Looks at one proof, wherever it is to be seen."""

    def __init__(
        self, networks: Callable[[Platform], Network | None], pages: Pages, author_of: AuthorOf, clock: Clock
    ) -> None:
        self._networks, self._pages, self._author_of, self._clock = networks, pages, author_of, clock
        self._owners: dict[str, tuple[datetime, Set[str] | None]] = {}

    async def see(self, look: Look) -> Seen | None:
        """What there is to be seen now; None if it cannot be looked at for a reason of our own."""
        try:
            found = await _HOW[look.proof.method](self, look)
        except (NotSent, Refused) as fault:
            log.info("a proof could not be seen", extra={"method": look.proof.method.value, "reason": str(fault)})
            return Seen.UNKNOWN
        except Stopped:
            return None
        except Exception:
            log.exception("a proof could not be looked at", extra={"method": look.proof.method.value})
            return None
        return found if found is None else (Seen.HOLDS if found else Seen.GONE)

    async def at_domain(self, look: Look) -> bool | None:
        """Whether an official's domain says that the Account is theirs."""
        if look.official is None:
            return False
        if look.account.platform is Platform.BLUESKY:
            handle = look.account.handle
            return look.official.covers(handle) and await self._pages.did_of(handle) == look.account.id
        return await self._on_mastodon(look.account, look.official)

    async def linked_back(self, look: Look) -> bool | None:
        """Whether the profile names the Person's X handle."""
        network = self._networks(look.account.platform)
        if network is None:
            return None
        portrait = await network.portrait(look.account)
        return bool(portrait and look.person and names_x(portrait.words, look.person.vouched_handle))

    async def posted(self, look: Look) -> bool | None:
        """Whether the post with the code is still there, by the same author."""
        *_, handle, _, number = ["", "", "", *look.proof.evidence.split("/")]
        return bool(handle) and await self._author_of(handle, number) == handle.lower()

    async def _on_mastodon(self, account: Account, official: Official) -> bool | None:
        """The server found the link back itself, or the front page of the domain has one."""
        network = self._networks(Platform.MASTODON)
        if network is None:
            return None
        portrait = await network.portrait(account)
        if portrait is None:
            return False
        if any(official.covers(host.removeprefix("www.")) for host in portrait.verified):
            return True
        names = {name.rstrip("/") for name in (portrait.account.url, portrait.account.id) if name}
        return bool(names & {owner.rstrip("/") for owner in await self._front_page(official.domain) or ()})

    async def _front_page(self, domain: str) -> Set[str] | None:
        now = self._clock.now()
        kept = self._owners.get(domain)
        if kept is not None and now - kept[0] < KEPT:
            return kept[1]
        if len(self._owners) >= MOST_KEPT:
            self._owners.clear()
        owners = await self._pages.owners(domain)
        self._owners[domain] = (now, owners)
        return owners


_HOW: Final[dict[Method, Callable[[Eyes, Look], Awaitable[bool | None]]]] = {
    Method.DOMAIN: Eyes.at_domain,
    Method.ARCHIVE_AND_PROFILE: Eyes.linked_back,
    Method.CODE: Eyes.posted,
}
