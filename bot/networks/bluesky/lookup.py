"""Who somebody is, as the AppView knows them; and what our own profile says of us."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.accounts import Account
from bot.domain.lives import Life, Standing
from bot.domain.portraits import Portrait
from bot.errors import NotSent, Refused
from bot.networks.bluesky import translate
from bot.networks.bluesky.errors import RefusedAs
from bot.networks.bluesky.session import Keeper
from bot.networks.bluesky.settings import PROFILE
from bot.networks.bluesky.translate import Author
from bot.ports import Clock

Json = dict[str, Any]

BATCH: Final = 25
"""Most actors of one getProfiles."""
FRESH: Final = timedelta(minutes=5)
MOST_KEPT: Final = 5000
_NO_RECORD: Final = {"RecordNotFound", "InvalidRequest"}  # the PDS says either of a record that is not there

_AWAY: Final = {
    "AccountTakedown": "takendown", "AccountSuspended": "suspended", "AccountDeactivated": "deactivated",
}  # fmt: skip
"""What getProfile says of others' accounts with 400."""


class Lookup:
    """Profiles, kept for a few minutes."""

    def __init__(self, keeper: Keeper, clock: Clock) -> None:
        self._keeper, self._clock = keeper, clock
        self._kept: dict[str, tuple[datetime, Author]] = {}

    async def authors(self, dids: Iterable[str]) -> dict[str, Author]:
        """Each DID's Author; bare where the AppView knows nobody. NotSent, Stopped."""
        now = self._clock.now()
        wanted = dict.fromkeys(dids)
        missing = [did for did in wanted if not self._fresh(did, now)]
        for start in range(0, len(missing), BATCH):
            for view in await self._views(missing[start : start + BATCH]):
                self.keep(translate.author(view))
        return {did: self._kept[did][1] if did in self._kept else Author(did) for did in wanted}

    def keep(self, author: Author) -> None:
        """Remember an Author that came along with something else."""
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[author.did] = (self._clock.now(), author)

    async def life(self, account: Account) -> Life:
        """See ports.Network. The AppView says "not found" of a DID that was deleted, and of one it never saw."""
        if (wait := self._keeper.busy_for()) > 0:
            raise NotSent("the requests are for answers now", wait)
        try:
            told = await self._keeper.query("app.bsky.actor.getProfile", {"actor": account.id})
        except RefusedAs as refused:
            if refused.name in _AWAY:
                return Life(Standing.AWAY, status=_AWAY[refused.name])
            return Life(Standing.GONE if refused.name == "InvalidRequest" else Standing.UNKNOWN)
        found = translate.author(told)
        if found.did != account.id:
            return Life(Standing.UNKNOWN)
        self.keep(found)
        return Life(Standing.ACTIVE, found.account)

    async def account(self, handle: str) -> Account | None:
        """The Account behind a handle or DID, or None when there is none."""
        return (await self.resolve([handle]))[handle]

    async def portrait(self, account: Account) -> Portrait | None:
        """See ports.Network.portrait; never from memory."""
        views = await self._views([account.id or account.handle])
        if not views:
            return None
        return Portrait(translate.author(views[0]).account, str(views[0].get("description") or ""))

    async def resolve(self, handles: Iterable[str]) -> dict[str, Account | None]:
        """The Accounts behind many handles or DIDs; None where there is none."""
        wanted = list(dict.fromkeys(handles))
        found: dict[str, Account] = {}
        for start in range(0, len(wanted), BATCH):
            for view in await self._views(wanted[start : start + BATCH]):
                account = translate.author(view).account
                found |= {account.id: account, account.handle: account}
        return {handle: found.get(handle) or found.get(handle.lower().removeprefix("@")) for handle in wanted}

    async def is_labelled_bot(self) -> bool:
        """Whether our own profile says so; asked of the PDS, since the AppView lags."""
        return "bot" in translate.labels((await self._own(PROFILE))[1])

    async def label_as_bot(self) -> None:
        """Put the `bot` self-label into our profile, keeping all else."""
        found, record = await self._own(PROFILE)
        if "bot" in translate.labels(record):
            return
        labels = record.get("labels")
        values = labels.get("values", []) if isinstance(labels, dict) else []
        labelled = {"$type": "com.atproto.label.defs#selfLabels", "values": [*values, {"val": "bot"}]}
        await self._put(PROFILE, record | {"$type": PROFILE, "labels": labelled}, swap=found)

    async def allow_messages(self) -> None:
        """Let everybody write to us in private, not only those we follow."""
        kind = "chat.bsky.actor.declaration"
        found, record = await self._own(kind)
        if record.get("allowIncoming") != "all":
            await self._put(kind, record | {"$type": kind, "allowIncoming": "all"}, swap=found)

    async def _own(self, collection: str) -> tuple[str | None, Json]:
        """(CID, record) of our single record of a collection; (None, {}) when there is none."""
        try:
            wanted = {"repo": self._keeper.did, "collection": collection, "rkey": "self"}
            told = await self._keeper.query("com.atproto.repo.getRecord", wanted)
        except RefusedAs as refused:
            if refused.name not in _NO_RECORD:
                raise
            return None, {}
        return str(told.get("cid")), dict(told.get("value") or {})

    async def _put(self, collection: str, record: Mapping[str, Any], swap: str | None) -> None:
        where = {"repo": self._keeper.did, "collection": collection, "rkey": "self"}
        await self._keeper.procedure("com.atproto.repo.putRecord", {**where, "record": record, "swapRecord": swap})

    async def _views(self, actors: list[str]) -> list[Json]:
        try:
            told = await self._keeper.query("app.bsky.actor.getProfiles", {"actors": actors})
        except Refused:
            if len(actors) == 1:
                return []  # what is no handle at all is nobody
            halves = actors[: len(actors) // 2], actors[len(actors) // 2 :]
            return [view for half in halves for view in await self._views(half)]
        profiles = told.get("profiles")
        return [view for view in profiles if isinstance(view, dict)] if isinstance(profiles, list) else []

    def _fresh(self, did: str, now: datetime) -> bool:
        kept = self._kept.get(did)
        return kept is not None and timedelta(0) <= now - kept[0] < FRESH
