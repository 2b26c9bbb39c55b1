"""bridging: one person behind several accounts, one post in several places, is one person and one post."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.actions.desk import Desk
from bot.domain.accounts import Account
from bot.domain.courtesy import places_of
from bot.domain.effects import Why
from bot.domain.encounters import Encounter, Kind

if TYPE_CHECKING:
    from bot.ports import Transaction

_POSTS = (Kind.MENTION, Kind.TAG)


def at_home(tx: Transaction, encounter: Encounter) -> Encounter:
    """The Encounter of somebody seen through a bridge, by the Account the registry has of them.

    A bridge tells the handle and the page of somebody of the fediverse, not the address that stands in the registry.
    """
    if encounter.via is None:
        return encounter
    account = encounter.account
    for asked in (account, Account(account.platform, "", account.handle)):
        person = tx.people.find(asked) if asked.id or asked.handle else None
        for link in person.links if person else ():
            if _same(link.account, account):
                return replace(encounter, account=replace(link.account, display_name=account.display_name))
    return encounter


def is_us(account: Account, desk: Desk) -> bool:
    """Whether an Account is one of ours, on whichever network."""
    return any(name in desk.ourselves for name in (account.id, account.url, account.handle) if name)


def distrusted(tx: Transaction, encounter: Encounter, desk: Desk) -> str | None:
    """Nothing counts that comes by a bridge which is denied: its operator could say it in anybody's name."""
    via = encounter.via
    if via is None or not (desk.courtesy.denies(via) or tx.courtesy.denies(places_of(via))):
        return None
    return Why.DENIED


def is_taken(tx: Transaction, encounter: Encounter) -> bool:
    """Whether this post was dealt with in another place."""
    return encounter.kind in _POSTS and tx.inbox.is_taken((encounter.uri, *encounter.names))


def take(tx: Transaction, encounter: Encounter, desk: Desk, now: datetime, *, answered: bool) -> None:
    """This post is dealt with: it spoke to us, or it was answered. What merely carries a tag may name us elsewhere.

    A rehearsal says nothing, so it takes nothing from anybody.
    """
    if not desk.rehearsal and (encounter.kind is Kind.MENTION or (encounter.kind is Kind.TAG and answered)):
        tx.inbox.take((encounter.uri, *encounter.names), now)


def _same(known: Account, told: Account) -> bool:
    names = {known.id, known.url, known.handle} & {told.id, told.url, told.handle}
    return known.platform is told.platform and bool(names - {""})
