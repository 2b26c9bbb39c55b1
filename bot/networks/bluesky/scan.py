"""The second net: the whole list of notifications, and the search for what a gap in the stream swallowed.

The list is not a queue. Its order and its `isRead` follow the author's clock where that is earlier than the server's: a
mention dated 2020 stood at place 120 of 121, already read. So every page is read every time, and what is known is
passed over above by its URI.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.errors import BotError
from bot.networks.bluesky import translate
from bot.networks.bluesky.lookup import Lookup
from bot.networks.bluesky.session import Keeper
from bot.networks.bluesky.settings import FOLLOW, POST
from bot.networks.bluesky.translate import Sight

Json = dict[str, Any]

PAGES: Final = 20
PAGE: Final = 100
REASONS: Final = ("mention", "reply", "follow")
SEARCH_PAGES: Final = 10
OVERLAP: Final = timedelta(minutes=1)
"""The index and the stream keep different clocks, and the index whole milliseconds."""


class Scan:
    """Reads lists of the AppView as the bot."""

    def __init__(self, keeper: Keeper, lookup: Lookup) -> None:
        self._keeper, self._lookup = keeper, lookup

    async def notifications(self) -> tuple[list[Sight], bool]:
        """Mentions, replies and follows, oldest first, and whether these are all; `at` may be the author's invention.

        Their authors are kept in Lookup. NotSent, Stopped.
        """
        found: list[Sight] = []
        cursor = ""
        for _ in range(PAGES):
            told = await self._keeper.query(
                "app.bsky.notification.listNotifications",
                {"limit": PAGE, "reasons": REASONS, "priority": False, **after(cursor)},
            )
            found += self._sights(told.get("notifications"), "reason")
            cursor = str(told.get("cursor") or "")
            if not cursor:
                break
        return found[::-1], not cursor

    async def tagged(self, tags: Iterable[str], since: datetime) -> list[Sight]:
        """Posts that the search finds for these tags, indexed since then, oldest first; what it can find of them.

        Servers search differently and some ignore every filter, so the classifier above decides.
        """
        found: dict[str, Sight] = {}
        for tag in sorted(tags):
            async for sight in self._search(tag, since):
                found[sight.uri] = sight
        return sorted(found.values(), key=lambda sight: sight.at)

    async def _search(self, tag: str, since: datetime) -> AsyncIterator[Sight]:
        cursor, early = "", since - OVERLAP
        for _ in range(SEARCH_PAGES):
            wanted = {"q": f"#{tag}", "sort": "latest", "since": _iso(early), "limit": PAGE, **after(cursor)}
            try:
                told = await self._keeper.query("app.bsky.feed.searchPosts", wanted)
            except BotError:
                return  # a net that helps when it is there
            sights = [sight for sight in self._sights(told.get("posts"), "") if sight.at >= early]
            for sight in sights:
                yield sight
            cursor = str(told.get("cursor") or "")
            if not cursor or not sights:
                return

    def _sights(self, views: object, reason: str) -> list[Sight]:
        found = []
        for view in views if isinstance(views, list) else []:
            if isinstance(view, dict) and (not reason or view.get(reason) in REASONS) and (sight := sight_of(view)):
                self._lookup.keep(translate.author(view["author"]))
                found.append(sight)
        return found


def sight_of(view: Json) -> Sight | None:
    """The record in a notification or post view; None when the view is not whole."""
    uri, cid, author, record = (view.get(name) for name in ("uri", "cid", "author", "record"))
    at = moment(view.get("indexedAt"))
    if not (isinstance(uri, str) and isinstance(cid, str) and isinstance(author, dict) and isinstance(record, dict)):
        return None
    did, parts = author.get("did"), uri.split("/")
    if at is None or len(parts) != 5 or parts[3] not in {POST, FOLLOW} or parts[2] != did:
        return None
    return Sight(uri, cid, str(did), record, at)


def after(cursor: str) -> dict[str, str]:
    """The parameter that asks for the page after this one; nothing for the first page."""
    return {"cursor": cursor} if cursor else {}


def moment(text: object) -> datetime | None:
    """A server's ISO 8601 time, in UTC; None when it is none."""
    try:
        told = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
