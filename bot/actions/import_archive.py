"""Taking in somebody's X archive: whose it is, their two lists as a difference to those known, the Link it proves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.actions.disputes import Verdict, contest
from bot.actions.guarding import flag_of
from bot.actions.register import confirm, waiting_claim
from bot.domain.accounts import Account, Platform
from bot.domain.archives import (
    FOLLOWERS,
    FOLLOWS,
    SOURCE,
    Archive,
    BlindArchive,
    Change,
    Facts,
    NotTakenError,
    Order,
    Report,
    Why,
    XList,
    blinded,
    dated,
    known_as,
    names_owner,
    objection,
    reported,
    with_names,
)
from bot.domain.officials import Flag
from bot.domain.people import ARCHIVE, Person
from bot.domain.portraits import names_account
from bot.domain.proof import Method, pending
from bot.domain.registry import link_of
from bot.ports import Snapshot, Transaction

DISPUTED: Final = (
    "another account there is linked to this X id by an archive too: nothing was taken, both are frozen until one of "
    "them gives a stronger proof or you decide: see `quittex claims list`"
)
FLAGGED: Final = (
    "the X name is protected, or may be taken for somebody else's: nothing was taken, the account waits with a claim; "
    "if you know better, say so with `quittex registry link x:NUMBER ACCOUNT` and import the archive again"
)


def check(tx: Snapshot, archive: Archive, order: Order) -> Facts:
    """What the registry knows beforehand. NotTakenError if it cannot take the archive."""
    facts = _facts(tx, archive, order)
    why = _erased(tx, archive, order) or objection(archive, order, facts)
    if why:
        raise NotTakenError(why)
    return facts


def _erased(tx: Snapshot, archive: Archive, order: Order) -> Why | None:
    """Nobody brings somebody back who asked to be forgotten; their own claim does, by the Account they had."""
    if not tx.rights.is_erased([order.account], archive.owner):
        return None
    claim, number = tx.people.waiting_claim(order.account), archive.owner
    if claim is None or archive.username.lower() not in ("", claim.x_handle):
        return Why.ERASED
    account = order.account if order.account.id else claim.account
    gone = number is not None and tx.rights.is_erased([], number)
    return Why.ERASED if number is not None and gone and not tx.rights.were_one(account, number) else None


def prepare(tx: Snapshot, archive: Archive, order: Order) -> BlindArchive:
    """The same, and what takes long is done: the archive as `apply` takes it, without an X number in it."""
    check(tx, archive, order)
    return blinded(archive, tx.graph.blind)


def plan(tx: Snapshot, archive: Archive, order: Order) -> Report:
    """What `apply` would do. NotTakenError."""
    facts = check(tx, archive, order)
    whose = facts.owner or facts.person

    def compared(direction: int, found: XList) -> Change:
        if whose is None or tx.graph.list_of(whose.id, direction, SOURCE) is None:
            return found.count, 0
        change = tx.graph.compare_list(whose.id, direction, SOURCE, found.ids, only_add=archive.partial)
        return change.added, change.removed

    others = [x_id for x_id in order.names if x_id != archive.owner]
    named = len(tx.people.nameless_x(others)) + names_owner(archive, order, whose)
    return with_names(reported(archive, compared), order, named)


def apply(tx: Transaction, archive: Archive, order: Order, now: datetime) -> Report:
    """Take the archive in, whole: the Person, their Link, their lists. NotTakenError, and nothing has changed.

    Where another account there brought an archive of the same X id, both are frozen, and nothing else is taken.
    """
    facts = check(tx, archive, order)
    why = _flagged(tx, archive, order, facts, now) or _contested(tx, archive, order, now)
    if why:
        untouched = reported(archive, lambda *_: (0, 0))
        return replace(untouched, notes=(*untouched.notes, why))
    tx.rights.come_back(order.account, now, x_id=archive.owner)
    person = _person(tx, archive, facts, now)
    if archive.owner is not None and order.account.platform is not Platform.X:
        _link(tx, person, archive, order, now)

    def replaced(direction: int, found: XList) -> Change:
        made_at = dated(archive, _date(tx, person, direction))
        change = tx.graph.replace_list(
            person.id, direction, SOURCE, found.ids, now, made_at=made_at, only_add=archive.partial, whole=True
        )
        return change.added, change.removed

    report = reported(archive, replaced)
    return with_names(report, order, tx.people.name_x(order.names) if order.names else 0)


def committed(tx: Transaction, at: datetime) -> bool:
    """What was taken in at that moment is kept: what was held back for a crash goes; whether there is more of it."""
    return tx.graph.committed(at)


def _facts(tx: Snapshot, archive: Archive, order: Order) -> Facts:
    person = _meant(tx, order.account)
    owner = None if archive.owner is None else tx.people.by_x(archive.owner)
    whose = person if archive.owner is None else owner
    dates = [_date(tx, whose, direction) for direction in (FOLLOWS, FOLLOWERS)] if whose else []
    return Facts(person, owner, max(filter(None, dates), default=None))


def _meant(tx: Snapshot, account: Account) -> Person | None:
    """Whose account it is; an X handle that was only heard tells nobody."""
    found = tx.people.find(account)
    heard = found is not None and found.x_heard and account.platform is Platform.X and not account.id
    return None if heard else found


def _date(tx: Snapshot, person: Person, direction: int) -> datetime | None:
    """Of the archive that the list we have came in."""
    known = tx.graph.list_of(person.id, direction, SOURCE)
    return known.made_at if known else None


def _person(tx: Transaction, archive: Archive, facts: Facts, now: datetime) -> Person:
    """Whose archive it is, with the X number and handle it gives them; nothing known is replaced."""
    known, number = facts.owner or facts.person, archive.owner
    if known is None or number is None:
        return known or tx.people.register(number, archive.username, "", now)
    if known.x_id is None:
        tx.people.set_x(known.id, number, known.vouched_handle or archive.username)
    else:
        tx.people.register(number, known_as(archive, known), "", now)
    return known


def _meant_account(tx: Transaction, order: Order) -> Account:
    """As a Claim of theirs shows it, where only a handle was given."""
    claim = waiting_claim(tx, order.account)
    return claim.account if claim and not order.account.id else order.account


def _flagged(tx: Transaction, archive: Archive, order: Order, facts: Facts, now: datetime) -> str:
    """Whether the X name is protected or may be taken for another's: anybody could write such an archive."""
    if archive.owner is None or order.account.platform is Platform.X:
        return ""
    account = _meant_account(tx, order)
    if facts.owner is not None and (link := link_of(facts.owner, account)) and link.level >= ARCHIVE:
        return ""  # an admin has seen it
    found = flag_of(tx, account, archive.username, ARCHIVE, Method.ARCHIVE, archive.owner)
    if not found and _is_anothers(tx, archive):
        found = Flag.LOOKALIKE
    if found:
        tx.people.claim(account, archive.username, SOURCE, now, flag=found)
    return FLAGGED if found else ""


def _is_anothers(tx: Transaction, archive: Archive) -> bool:
    """Whether somebody better proven than by an archive has its X handle, under another number."""
    named = tx.people.find(Account(Platform.X, "", archive.username)) if archive.username else None
    if named is None or named.x_heard or named.x_id in (None, archive.owner):
        return False
    return any(link.level > ARCHIVE for link in named.links)


def _contested(tx: Transaction, archive: Archive, order: Order, now: datetime) -> str:
    """Whether an equal proof says that the X id is another account there: from now on both are frozen."""
    if archive.owner is None or order.account.platform is Platform.X:
        return ""
    verdict = contest(tx, archive.owner, _meant_account(tx, order), ARCHIVE, now, SOURCE)
    if verdict is Verdict.WEAKER:
        raise NotTakenError(Why.STRONGER)
    return DISPUTED if verdict is Verdict.FROZEN else ""


def _link(tx: Transaction, person: Person, archive: Archive, order: Order, now: datetime) -> None:
    """The Account is theirs, if no stronger proof said so before; a Claim of theirs that says the same is accepted."""
    claim = waiting_claim(tx, order.account)
    account = claim.account if claim and not order.account.id else order.account
    if not tx.people.link(person.id, account, ARCHIVE, SOURCE, now):
        raise NotTakenError(Why.OTHER_PERSON)
    if names_account(archive.words, account):  # the other side is what the account's own profile says
        tx.people.await_proof(account, pending(Method.ARCHIVE_AND_PROFILE, now))
    if claim and claim.x_handle == archive.username:
        confirm(tx, claim, now, SOURCE, ARCHIVE)
