"""What the owner of an account of the fediverse says of it, read from their own server."""

from __future__ import annotations

import json
from collections.abc import Set
from typing import Final
from urllib.parse import urlsplit

from bot.errors import Refused
from bot.proofs.pages import Pages

ACTIVITY: Final = ("application/activity+json", "application/ld+json")
"""https://www.w3.org/TR/activitypub/#retrieving-objects. A server that wants signed questions refuses ours."""


class ActorPages:
    """`ports.Actors`, over pages read with all guards."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    async def also_known_as(self, actor: str) -> Set[str]:
        """See the port. The document must be the actor's own, and come from its own host."""
        page = await self._pages.read(actor, ACTIVITY)
        if page is None:
            return set()
        if page.host != urlsplit(actor).hostname:
            raise Refused("another server answers")
        try:
            told = json.loads(page.text)
        except (ValueError, RecursionError) as fault:
            raise Refused("a server does not answer in JSON") from fault
        if not isinstance(told, dict) or told.get("id") != actor:
            raise Refused("a server tells of somebody else")
        known = told.get("alsoKnownAs")
        said = [known] if isinstance(known, str) else known if isinstance(known, list) else []
        return {one for one in said if isinstance(one, str)}
