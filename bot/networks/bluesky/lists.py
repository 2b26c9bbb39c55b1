"""The campaign's list on Bluesky: one list record of ours, and a listitem record for each Account on it.

Both have derived keys, as posts have: putting an item twice or deleting it twice is once, whatever crashed between.
The AppView shows an Account once however many items name it, so it could not tell us of a second one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.domain.outbox import derive_key
from bot.domain.text import Limits, cut, plain
from bot.networks.bluesky.compose import iso
from bot.networks.bluesky.keys import record_key
from bot.networks.bluesky.session import Keeper
from bot.networks.bluesky.settings import LIST, LISTITEM

Json = dict[str, Any]

RKEY: Final = record_key("", derive_key("campaign", LIST))
"""Of the list: one in our repository, whatever the campaign is called."""

NAME_BYTES: Final = 64
DESCRIPTION: Final = Limits(graphemes=300, utf8_bytes=3000, url_length=None)
"""https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/graph/list.json"""
PAGE: Final = 100


class Lists:
    """`ports.Lists`."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def place(self, account: str) -> str:
        """See the port."""
        return record_key("", derive_key(account, LISTITEM))

    def head(self, name: str, description: str, created_at: datetime) -> Json:
        """See the port. Too long a name is cut."""
        named = Limits(graphemes=NAME_BYTES, utf8_bytes=NAME_BYTES, url_length=None)
        record = {
            "$type": LIST,
            "purpose": "app.bsky.graph.defs#curatelist",
            "name": plain(cut((name,), named)),
            "description": plain(cut((description,), DESCRIPTION)),
            "createdAt": iso(created_at),
        }
        return {"collection": LIST, "rkey": RKEY, "record": record}

    def entry(self, account: str, created_at: datetime) -> Json:
        """See the port."""
        record = {"$type": LISTITEM, "subject": account, "list": self._uri, "createdAt": iso(created_at)}
        return {"collection": LISTITEM, "rkey": self.place(account), "record": record}

    def removal(self, place: str) -> Json:
        """See the port."""
        return {"collection": LISTITEM, "rkey": place, "record": None}

    def address(self) -> str:
        """See the port."""
        return f"https://bsky.app/profile/{self._keeper.did}/lists/{RKEY}"

    async def places(self) -> frozenset[str]:
        """See the port. Asked of the PDS, which answers what it has just written; items of other lists are left out."""
        found: set[str] = set()
        asked: Json = {"repo": self._keeper.did, "collection": LISTITEM, "limit": PAGE}
        while True:
            told = await self._keeper.query("com.atproto.repo.listRecords", asked)
            records = [one for one in told.get("records") or () if isinstance(one, dict)]
            found.update(_key(one) for one in records if _list_of(one) == self._uri)
            if not records or not told.get("cursor"):
                return frozenset(found)
            asked = asked | {"cursor": told["cursor"]}

    @property
    def _uri(self) -> str:
        return f"at://{self._keeper.did}/{LIST}/{RKEY}"


def _key(record: Json) -> str:
    return str(record.get("uri")).rpartition("/")[2]


def _list_of(record: Json) -> object:
    value = record.get("value")
    return value.get("list") if isinstance(value, dict) else None
