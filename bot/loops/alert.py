"""alert: tell the admin in private that something needs a human, through a network that still works."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from bot.actions.alert import HOUR, tell_admin
from bot.actions.receive import Desk
from bot.domain.accounts import Account, parse_account
from bot.domain.alerts import Alarm
from bot.errors import BotError
from bot.ports import Clock, Store

log = logging.getLogger(__name__)


async def alert(
    store: Store, desks: Iterable[Desk], to: str, alarm: Alarm, clock: Clock, again: timedelta = HOUR
) -> bool:
    """Owe the admin one private message, at most one of a kind an hour, of the same thing one in `again`.

    False if no network reaches them, or the kind had its message already: another time.
    `desks` are those of the networks that work. The log has said it already: an alert that fails is no fault.
    """
    named = parse_account(to)
    for desk in sorted(desks, key=lambda desk: desk.rehearsal):  # what a rehearsal tells, nobody hears
        if desk.network.platform is not named.platform:
            continue
        account = await _found(desk, named)
        if account is not None:
            owe = partial(tell_admin, account=account, desk=desk, alarm=alarm, again=again)
            return await store.write(partial(owe, now=clock.now()))
    log.info("no network reaches the admin for an alert", extra={"kind": alarm.kind})
    return False


async def _found(desk: Desk, named: Account) -> Account | None:
    try:
        return await desk.network.profile(named.id or named.handle)
    except BotError as fault:
        log.warning("the admin could not be looked up", extra={"network": desk.network.name, "reason": str(fault)})
        return None
