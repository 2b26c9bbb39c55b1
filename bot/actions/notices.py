"""notices: what somebody is to be told in private, noted by whoever knew it, becomes one Post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.actions.consulting import consulting
from bot.actions.desk import Desk
from bot.actions.disputes import LINKED
from bot.actions.telling import language_of, tell, values_of
from bot.domain.outbox import Priority
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
    account, kind = notice.account, f"told-{notice.kind}"
    language = language_of(tx, account, desk)
    wording = Wording(kind, values_of(desk.policy))
    if notice.kind == LINKED and not tx.people.is_silent(account):
        wording = consulting(tx, account, wording, desk, language, account.handle, now)
    key = f"{account.platform}:{account.id or account.handle}:{notice.origin}"
    tell(tx, desk, account, wording, kind=kind, key=key, now=now, priority=Priority.PROOF, language=language)
