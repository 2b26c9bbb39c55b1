"""Who speaks for a server: asked of that server itself, and believed of its own people only."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote, urlsplit

from bot.domain.accounts import Account, Platform
from bot.errors import Refused
from bot.proofs.pages import Pages

JSON: Final = ("application/json",)


class InstanceServers:
    """`ports.Servers`, over pages read with all guards."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    async def speaks_for(self, account: Account) -> bool:
        """See the port. The server is the one their id is an address of: it is theirs, whatever their handle says."""
        host, user = urlsplit(account.id).hostname or "", account.handle.partition("@")[0].casefold()
        if account.platform is not Platform.MASTODON or not host or not user:
            return False
        about = await self._told(host, "/api/v2/instance") or await self._told(host, "/api/v1/instance")
        if is_contact(about, user):
            return True
        return has_role(await self._told(host, f"/api/v1/accounts/lookup?acct={quote(user)}"), user)

    async def _told(self, host: str, path: str) -> dict[str, Any]:
        """What it says there; {} where there is nothing. Refused if another host answers in its place."""
        page = await self._pages.read(f"https://{host}{path}", JSON)
        if page is None:
            return {}
        if page.host != host:
            raise Refused("another server answers")
        try:
            told = json.loads(page.text)
        except (ValueError, RecursionError) as fault:
            raise Refused("a server does not answer in JSON") from fault
        return told if isinstance(told, dict) else {}


def is_contact(about: dict[str, Any], user: str) -> bool:
    """Whether this is the contact account of a server that says so of itself: `contact` (v2), `contact_account` (v1).

    >>> is_contact({"contact": {"account": {"acct": "Admin"}}}, "admin")
    True
    """
    contact = about.get("contact")
    named = contact.get("account") if isinstance(contact, dict) else about.get("contact_account")
    return _is_own(named, user)


def has_role(told: dict[str, Any], user: str) -> bool:
    """Whether the server shows a role of its own account: what anybody can see on the profile."""
    roles = told.get("roles")
    return _is_own(told, user) and isinstance(roles, list) and any(isinstance(role, dict) for role in roles)


def _is_own(account: object, user: str) -> bool:
    """A local account is named without a host."""
    return isinstance(account, dict) and str(account.get("acct") or "").casefold() == user
