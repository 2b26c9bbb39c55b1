"""listing: keep the campaign's public list as people come and leave; look now and then whether the network has it."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta
from functools import partial

from bot.actions import listing
from bot.actions.listing import Editor
from bot.actions.receive import Desk
from bot.errors import BotError, Stopped
from bot.ports import Clock, Store

log = logging.getLogger(__name__)

REST_SECONDS = 5.0
SHARE = 0.05  # of the time, at most, for looking who is willing
BELIEVED_AT_ONCE = 200
LOOK_AGAIN = timedelta(days=1)
AT_ONCE = 25  # Accounts a question: what Bluesky takes
PAUSE_SECONDS = 0.5  # between two questions
TOO_MANY_AWAY = 0.5  # of one question: then it is the network that is not well


async def keep_list(store: Store, desk: Desk, clock: Clock) -> None:
    """For ever, on a network that has such lists; a rehearsal has nobody to show one to. Stopped, StorageError."""
    if desk.network.lists is None or desk.rehearsal:
        return
    editor = Editor(desk, desk.network.lists)
    looked_at: datetime | None = None
    while True:
        now = clock.now()
        if looked_at is None or now - looked_at >= LOOK_AGAIN:
            looked_at = now if await _looked(store, editor, clock) else looked_at
        began = asyncio.get_running_loop().time()
        if planned := await store.read(partial(listing.plan, editor=editor)):
            await store.write(partial(listing.edit, editor=editor, planned=planned, now=clock.now()))
        await asyncio.sleep(max(REST_SECONDS, (asyncio.get_running_loop().time() - began) / SHARE))


async def _looked(store: Store, editor: Editor, clock: Clock) -> bool:
    """Whether the network could be asked what it holds; we believe it."""
    if not await store.read(partial(listing.has_list, editor=editor)):
        return True  # there is no list yet
    seen_at = clock.now()
    try:
        places = await editor.lists.places()
        await _look_who_is_away(store, editor)
    except Stopped:
        raise
    except BotError as fault:
        log.info("the list could not be looked at", extra={"network": editor.network, "reason": str(fault)})
        return False
    differ = await store.read(partial(listing.differences, editor=editor, places=places, seen_at=seen_at))
    for start in range(0, len(differ), BELIEVED_AT_ONCE):
        some = differ[start : start + BELIEVED_AT_ONCE]
        await store.write(partial(listing.believe, editor=editor, places=some))
    if differ:
        log.warning("the list is not as we left it", extra={"network": editor.network, "entries": len(differ)})
    return True


async def _look_who_is_away(store: Store, editor: Editor) -> None:
    after = ""
    while accounts := await store.read(partial(listing.accounts, editor=editor, after=after, limit=AT_ONCE)):
        after = accounts[-1]
        found = await editor.desk.network.resolve(accounts)
        shown = {account: found[account] is not None for account in accounts if account in found}
        away = sum(not is_shown for is_shown in shown.values())
        if shown and (away <= 1 or away < TOO_MANY_AWAY * len(shown)):
            await store.write(partial(listing.keep_away, editor=editor, shown=shown))
        await asyncio.sleep(PAUSE_SECONDS)
