"""Who follows whom on Bluesky, as the AppView tells in one call for one Account and 30 others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from bot.domain.accounts import Account
from bot.domain.reconnecting import Follows
from bot.errors import NotSent
from bot.networks.bluesky.session import Keeper

AT_ONCE: Final = 30
"""https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/graph/getRelationships.json"""


class Relations:
    """`ports.Relations`."""

    at_once = AT_ONCE
    pause = 0.5  # 600 of the 3000 requests in five minutes

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    async def between(self, account: Account, others: Sequence[Account]) -> Follows:
        """See the port. Somebody who is no more follows nobody and is followed by nobody."""
        if (wait := self._keeper.busy_for()) > 0:
            raise NotSent("the requests are for answers now", wait)
        asked = {"actor": account.id, "others": [other.id for other in others]}
        told = await self._keeper.query("app.bsky.graph.getRelationships", asked)
        views = {_name(view): view for view in told.get("relationships") or () if isinstance(view, dict)}
        shown = [(other.id, views[other.id]) for other in others if other.id in views]
        return Follows(
            following={did: bool(view.get("following")) for did, view in shown},
            followed_by={did: bool(view.get("followedBy")) for did, view in shown},
        )


def _name(view: dict[str, Any]) -> str:
    return str(view.get("did") or view.get("actor") or "")
