"""notices: what somebody is to be told in private, noted by whoever knew it, becomes one Post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.actions.consulting import consulting
from bot.actions.desk import Desk
from bot.actions.disputes import LINKED
from bot.actions.telling import language_of, tell, values_of
from bot.domain.accounts import Platform
from bot.domain.outbox import Priority, derive_key
from bot.domain.wording import Wording
from bot.ports import Notice, Transaction


def by_platform(desks: Iterable[Desk]) -> dict[Platform, Desk]:
    """Where people of each platform are told something: the first of the desks there that is no rehearsal, if any."""
    places = sorted(desks, key=lambda desk: desk.rehearsal)
    return {desk.network.platform: desk for desk in reversed(places)}


def say(tx: Transaction, notice: Notice, desk: Desk, now: datetime) -> None:
    """Owe what is noted; whoever asked for silence is never told. Nothing if it was said meanwhile."""
    if tx.proving.said(notice, now):
        _tell(tx, desk, notice, now)


def _tell(tx: Transaction, desk: Desk, notice: Notice, now: datetime) -> None:
    account, kind = notice.account, f"told-{notice.kind}"
    language = language_of(tx, account, desk)
    wording = Wording(kind, values_of(desk.policy))
    if notice.kind == LINKED and not tx.people.is_silent(account):
        wording = consulting(tx, account, wording, desk, language, account.handle, now)
    key = derive_key(f"{account.platform}:{account.id or account.handle}:{notice.origin}", kind)  # readable by nobody
    tell(tx, desk, account, wording, kind=kind, key=key, now=now, priority=Priority.PROOF, language=language)
