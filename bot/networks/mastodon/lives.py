"""How an Account lives, as our own server knows it: other servers are not made to work for the question.

Mastodon's `moved` alone proves nothing: a server keeps it when it has checked a Move against the new account's
`alsoKnownAs`, but also when the old account merely says so in its profile (ProcessAccountService). So the new account
must name the old one back in the `alsoKnownAs` of its actor; a word or link in a profile may be about anybody. That is
read here where it is on our own server; elsewhere the answer says what is claimed, and `ports.Actors` asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.domain.accounts import Account
from bot.domain.lives import Life, Standing
from bot.errors import Refused
from bot.networks.mastodon.errors import Missing
from bot.networks.mastodon.session import Session
from bot.networks.mastodon.translate import to_account

Json = Mapping[str, Any]

AWAY: Final = ("suspended", "memorial")
"""Flags of an Account entity that say it is not there: https://docs.joinmastodon.org/entities/Account/"""


class Lives:
    """Reads for one account; `host` is our server's domain."""

    def __init__(self, session: Session, host: str) -> None:
        self._session, self._host = session, host

    async def life(self, account: Account) -> Life:
        """See ports.Network. Only of its own people, and by the number it gave them, can a server say they are gone."""
        by_number = bool(account.local_id) and account.local_host == self._host
        ours = account.handle.partition("@")[2] == self._host
        try:
            told = await self._told(account, by_number=by_number)
        except Missing:
            return Life(Standing.GONE if by_number or ours else Standing.UNKNOWN)
        found = to_account(told, self._host) if isinstance(told, dict) else None
        if found is None or not {account.id, account.url} & {found.id, found.url}:
            return Life(Standing.UNKNOWN)  # the handle is somebody else's by now
        return await self._standing(told, found)

    async def _told(self, account: Account, *, by_number: bool) -> Any:
        if by_number:
            return await self._session.get(f"/api/v1/accounts/{account.local_id}")
        if not account.handle:
            raise Refused("nothing to ask for")
        acct = account.handle.removesuffix(f"@{self._host}")
        return await self._session.get("/api/v1/accounts/lookup", {"acct": acct})

    async def _standing(self, told: Json, found: Account) -> Life:
        away = next((flag for flag in AWAY if told.get(flag)), "")
        if away:
            return Life(Standing.AWAY, found, away)
        moved = told.get("moved")
        to = await self._claimed(moved, found) if isinstance(moved, dict) else None
        if to is None:
            return Life(Standing.ACTIVE, found)
        if found.id in await self._also_known_as(to):
            return Life(Standing.MOVED, found, to=to)
        return Life(Standing.ACTIVE, found, claims=to)

    async def _claimed(self, moved: Json, old: Account) -> Account | None:
        """The new Account, if our server says that it is there and stays where it is, asked for by itself."""
        claimed = to_account(moved, self._host)
        if claimed is None or claimed.id == old.id:
            return None
        try:
            told = await self._session.get(f"/api/v1/accounts/{claimed.local_id}")
        except Refused:
            return None
        to = to_account(told, self._host) if isinstance(told, dict) else None
        if to is None or to.id != claimed.id or told.get("moved") or any(told.get(flag) for flag in AWAY):
            return None
        return to

    async def _also_known_as(self, to: Account) -> list[str]:
        """What the new Account's actor says, where our own server has it."""
        try:
            known = (await self._session.actor(to.id)).get("alsoKnownAs")
        except Refused:
            return []
        return [one for one in known if isinstance(one, str)] if isinstance(known, list) else []
