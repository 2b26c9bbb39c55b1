"""lives: what is heard and learned of how Accounts live, written down. Each function is part of one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from bot.actions import disputes, officials
from bot.domain.accounts import Account
from bot.domain.lives import ALONE_FOR, AWAY, PASSING, RENAMED, USUAL, Course, Kept, Life, Sign, course, shows_life

if TYPE_CHECKING:
    from bot.ports import Transaction


def notice(tx: Transaction, signs: Iterable[Sign], now: datetime) -> int:
    """Hold and release on what a stream told, and ask the network soon; how many were about Accounts we know."""
    told = [sign for sign in signs if sign.status not in PASSING]
    if not told:
        return 0
    platform = told[0].account.platform
    known = {account.id: account for account in tx.lives.known(platform, (sign.account.id for sign in told))}
    mine = [sign for sign in told if sign.account.id in known]
    for sign in mine:
        if sign.status != RENAMED:
            _hold(tx, known[sign.account.id], sign.hold, sign.at)
        tx.lives.hear(known[sign.account.id], now)
    return len(mine)


def act_of(tx: Transaction, account: Account, at: datetime, now: datetime, *, moved: bool = False) -> None:
    """An Account did something at that moment: it is not away, unless others than its owner said so.

    `moved`: it says of itself that it lives elsewhere now.
    """
    since = tx.lives.away_since(account)
    if since is not None and (kept := tx.lives.of(account)):
        over, ask = shows_life(kept, at, since)
        for hold in over:
            tx.people.release(account, hold)
        if ask or over:
            tx.lives.hear(account, now)
    if moved:
        tx.lives.hear(account, now)


def learn(tx: Transaction, asked: Account, life: Life, now: datetime, asked_at: datetime | None = None) -> None:
    """The network answered a question asked at that moment; what was heard since is newer: it is asked again."""
    before = tx.lives.of(asked)
    if before is None or (asked_at and before.heard_at and before.heard_at >= asked_at):
        return
    if life.account is not None:
        tx.lives.rename(life.account)
    kept = tx.lives.of(asked) or before
    if kept.account.handle != before.account.handle or (life.account and not life.account.handle):
        tx.people.recheck(kept.account, now)
        officials.notice(tx, kept.account, "", now)
    after = course(kept, life, now)
    if after.forget:
        _forget(tx, kept.account, now)
    elif after.move_to is not None:
        _move(tx, kept, after.move_to, now)
    else:
        _keep(tx, kept, after, now)


def forget_alone(tx: Transaction, now: datetime) -> int:
    """Erase whoever had no Account any more for a month: nobody could ask for it in their name; how many."""
    persons = tx.lives.alone(now - ALONE_FOR)
    for person in persons:
        tx.people.remove(person)
    return len(persons)


def _forget(tx: Transaction, account: Account, now: datetime) -> None:
    """Whoever was in dispute with them alone is not any more."""
    claim = tx.people.waiting_claim(account)
    tx.lives.forget(account, now)
    if claim is not None and claim.dispute is not None:
        disputes.free_whoever_is_alone(tx, claim.dispute, now, disputes.BY_BOT)


def _move(tx: Transaction, kept: Kept, to: Account, now: datetime) -> None:
    """Where another Person has the new Account, nothing moves: that is theirs to settle."""
    if tx.lives.move(kept.account, to, now):
        tx.lives.ask(to, now + USUAL)
    else:
        tx.lives.keep(kept.account, Course(now + USUAL))


def _keep(tx: Transaction, kept: Kept, after: Course, now: datetime) -> None:
    if after.hold is not None:
        _hold(tx, kept.account, after.hold, now)
    if after.drop_handle:
        tx.lives.drop_handle(kept.account)
    tx.lives.keep(kept.account, after)


def _hold(tx: Transaction, account: Account, hold: str, at: datetime) -> None:
    """Away for this reason alone; for none if it is ""."""
    if hold:
        tx.people.hold(account, hold, at)
    for other in tx.people.holds(account):
        if other.startswith(AWAY) and other != hold:
            tx.people.release(account, other)
