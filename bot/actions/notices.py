"""notices: what somebody is to be told in private, noted by whoever knew it, becomes one Post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.actions.receive import Desk
from bot.actions.telling import tell
from bot.domain.outbox import Priority
from bot.domain.text import contact_words
from bot.domain.wording import Wording
from bot.ports import Notice, Transaction

AT_ONCE = 50


def say(tx: Transaction, desks: Iterable[Desk], now: datetime) -> int:
    """Owe what is noted for people on the platforms of these `desks`, through the first of each; how many.

    What no network of ours can tell waits, and is forgotten after a month. A rehearsal comes last.
    """
    places = sorted(desks, key=lambda desk: desk.rehearsal)
    by_platform = {desk.network.platform: desk for desk in reversed(places)}
    noted = tx.proving.notices(AT_ONCE, list(by_platform))
    for notice in noted:
        _tell(tx, by_platform[notice.account.platform], notice, now)
        tx.proving.said(notice, now)
    return len(noted)


def _tell(tx: Transaction, desk: Desk, notice: Notice, now: datetime) -> None:
    values = {"campaign": desk.policy.campaign, "operator": contact_words(desk.policy.operator)}
    wording = Wording(f"told-{notice.kind}", values)
    kind = f"told-{notice.kind}"
    key = f"{notice.account.platform}:{notice.account.id or notice.account.handle}:{notice.origin}"
    tell(tx, desk, notice.account, wording, kind=kind, key=key, now=now, priority=Priority.PROOF)
