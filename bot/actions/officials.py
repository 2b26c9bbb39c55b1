"""Taking in the admin's list of officials, and noticing Accounts that may be one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.accounts import BLUESKY_DEFAULT_DOMAIN, Account, Platform
from bot.domain.officials import Flag, Official, domains_of, flag
from bot.domain.portraits import hosts_in
from bot.domain.proof import Method, pending
from bot.ports import Snapshot, Transaction

MOST_AWAITED: Final = 1000
"""Accounts of nobody whose domain is still to be looked at: whoever names a domain in many profiles gains nothing."""

MOST_HOSTS: Final = 4
"""Of one profile that are compared with the list."""


def take_officials(tx: Transaction, officials: Sequence[Official], now: datetime) -> None:
    """The list, in place of the one before; whoever has a name at one of the domains is looked at soon.

    A Link that gives a protected name by less than it takes is held until its domain, or an admin, says so.
    """
    tx.people.set_officials(officials, now)
    for account in tx.people.held_for(Flag.PROTECTED):
        tx.people.release(account, Flag.PROTECTED)
    for official in officials:
        _hold_impostors(tx, official, now)
        for account in tx.people.accounts_at(official.domain):
            _await(tx, account, official, now)


def notice(tx: Transaction, account: Account, bio: str, now: datetime) -> None:
    """Somebody was met: their domain is looked at soon if it, or one their profile names, is an official's."""
    for host in _hosts(account, bio):
        official = tx.people.official_at(host)
        if official is not None:
            if tx.people.awaited() < MOST_AWAITED:
                _await(tx, account, official, now)
            return


def number_of(tx: Snapshot, official: Official) -> int | None:
    """The X number of an official: the list's, else whose X handle it is by the registry."""
    if official.x_id is not None or not official.x_handle:
        return official.x_id
    person = tx.people.find(Account(Platform.X, "", official.x_handle))
    return None if person is None or person.x_heard else person.x_id


def _hold_impostors(tx: Transaction, official: Official, now: datetime) -> None:
    by_number = tx.people.by_x(official.x_id) if official.x_id is not None else None
    by_name = tx.people.find(Account(Platform.X, "", official.x_handle)) if official.x_handle else None
    for person in {one.id: one for one in (by_number, by_name) if one}.values():
        for link in person.links:
            proofs = [proof for proof in tx.people.proofs(link.account) if proof.carries(now)]
            if all(flag(official, (), proof.level, proof.method, person.x_id) for proof in proofs):
                tx.people.hold(link.account, Flag.PROTECTED, now)


def _hosts(account: Account, bio: str) -> Sequence[str]:
    if account.platform is Platform.BLUESKY:
        return () if account.handle.endswith(BLUESKY_DEFAULT_DOMAIN) else domains_of(account)[:1]
    hosts = (account.handle.partition("@")[2], *hosts_in(bio)[:MOST_HOSTS])
    return [host.removeprefix("www.") for host in hosts]


def _await(tx: Transaction, account: Account, official: Official, now: datetime) -> None:
    tx.people.await_proof(account, pending(Method.DOMAIN, now, official.domain))
