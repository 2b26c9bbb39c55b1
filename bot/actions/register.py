"""Putting people into the registry: by an admin's word, or by an Import, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions import disputes
from bot.actions.disputes import BY_ADMIN
from bot.domain.accounts import Account, Platform
from bot.domain.officials import Flag, Official, flag
from bot.domain.people import CODE_OR_ADMIN, NOT_ME, Claim, Link, Person
from bot.domain.proof import Method
from bot.domain.registry import PersonRow, Staged, link_of, objection, rivals, wins
from bot.errors import BotError, InputError
from bot.ports import Snapshot, Transaction

CONFIRM = "give its number with `quittex registry link x:NUMBER ACCOUNT`"
_TAKEN = "this account is linked to another X id by an equal or stronger proof: unlink it first"


@dataclass(frozen=True, slots=True)
class Portion:
    """How much of an Import is taken up in one go: staged rows read, and far ends of lists put in together."""

    rows: int
    far_ends: int


@dataclass(frozen=True, slots=True)
class Linked:
    """What `link` did: the Person as they are now, and the Claim it settled."""

    person: Person
    account: Account
    claim: Claim | None


def link(tx: Transaction, x_id: int, account: Account, now: datetime, reason: str = "") -> Linked:
    """An admin's word that this Account is the Person with this X number, made if there is none; accepts their Claim.

    Another Account there that only a weaker proof gave the number loses it, and is told; so is who made the Claim.
    InputError for an X account; BotError if an equal or stronger proof says the Account is somebody else.
    """
    if account.platform is Platform.X:
        raise InputError("link takes an account on Bluesky or Mastodon after the X number")
    claim, owner = waiting_claim(tx, account), tx.people.find(account)
    there = link_of(owner, account) if owner else None
    if owner and owner.x_id != x_id and there and there.level >= CODE_OR_ADMIN:
        raise BotError(_TAKEN)
    account = claim.account if claim else _fuller(account, there)
    tx.rights.come_back(account, now, x_handle=claim.x_handle if claim else "", x_id=x_id)
    known = tx.people.by_x(x_id)
    handle = claim.x_handle if claim and not (known and known.vouched_handle) else ""
    person = tx.people.register(x_id, handle, "", now)
    if claim:
        _decide(tx, claim, now, reason)
    disputes.contest(tx, x_id, account, CODE_OR_ADMIN, now, BY_ADMIN)
    if not tx.people.link(person.id, account, CODE_OR_ADMIN, BY_ADMIN, now):
        raise BotError(_TAKEN)
    tx.people.release(account, Flag.PROTECTED)
    disputes.set_free(tx, account)
    return Linked(tx.people.get(person.id) or person, account, claim)


def _decide(tx: Transaction, claim: Claim, now: datetime, reason: str) -> None:
    """Whatever the Claim was about, an admin's word ends its dispute."""
    if claim.flag == NOT_ME:
        tx.people.change_claim(claim.id, "rejected", now, by=BY_ADMIN, reason=reason)
    else:
        confirm(tx, claim, now, BY_ADMIN, CODE_OR_ADMIN, reason)
    if claim.dispute is not None:
        tx.people.release(claim.account, disputes.hold_of(claim.dispute))


def confirm(tx: Transaction, claim: Claim, now: datetime, by: str, level: int, reason: str = "") -> None:
    """A Claim becomes a Link by a proof of this level: whoever made it is told once, others' mere words are refuted."""
    won = tx.people.change_claim(claim.id, "accepted", now, by=by, reason=reason, level=level)
    disputes.outprove(tx, won, now)
    tx.rights.come_back(claim.account, now, x_handle=claim.x_handle)
    tx.proving.notify(claim.account, disputes.LINKED, str(claim.id), now)


def unlink(tx: Transaction, account: Account) -> Person:
    """Take a Link away; whose it was. InputError if the Account has none."""
    if account.platform is Platform.X:
        raise InputError("unlink takes the account on Bluesky or Mastodon, not the X account")
    person = tx.people.unlink(account)
    found = None if person is None else tx.people.get(person)
    if found is None:
        raise InputError("this account is linked to nobody")
    return found


def objections(tx: Snapshot, rows: Sequence[PersonRow], source: str) -> list[tuple[int, str]]:
    """(line, why) of complete rows which the registry, as it is now, cannot take."""
    officials = tx.people.officials()
    names: dict[str | int, Official] = {one.x_handle: one for one in officials if one.x_handle}
    names |= {one.x_id: one for one in officials if one.x_id is not None}
    found = ((row.line, _protected(names, row) or _objection(tx, row, source)) for row in rows)
    return [(line, why) for line, why in found if why]


def unregistered(tx: Snapshot, x_ids: Sequence[int]) -> list[int]:
    """Those of these X numbers which no Person has."""
    return [x_id for x_id in x_ids if tx.people.by_x(x_id) is None]


def apply_imports(
    tx: Transaction, now: datetime, portion: Portion, enough: Callable[[], bool], given: Sequence[Staged] = ()
) -> list[Staged]:
    """Apply rows of sealed Imports, at least one and then until `enough`; which. None when nothing is left to do.

    `given`: what the last call answered, committed since. Only now are lists among it forgotten as staged: a commit is
    atomic in each file, not across, and a list that is applied again changes nothing.
    """
    tx.imports.settle([staged for staged in given if staged.row is None], ())
    done: list[Staged] = []
    left_out: list[Staged] = []
    for group in _groups(tx.imports.staged(portion.rows), portion.far_ends):
        row = group[0].row
        left_out += _lists(tx, group, now) if row is None else _person(tx, group[0], row, now)
        done += group
        if enough():
            break
    out = {staged.id for staged in left_out}
    tx.imports.settle([staged for staged in done if staged.row is not None or staged.id in out], left_out)
    return done


def _groups(rows: Sequence[Staged], far_ends: int) -> Iterator[list[Staged]]:
    """People one by one, lists together until they are long enough."""
    group: list[Staged] = []
    length = 0
    for staged in rows:
        group.append(staged)
        length += staged.far_ends
        if staged.row is not None or length >= far_ends:
            yield group
            group, length = [], 0
    if group:
        yield group


def _protected(names: Mapping[str | int, Official], row: PersonRow) -> str | None:
    official = names.get(row.x_handle) or names.get(row.x_id)
    if official is None or not flag(official, (), row.level or 0, Method.REGISTRY, row.x_id):
        return None
    return "protected: the list of officials does not give this X name to this X id"


def _objection(tx: Snapshot, row: PersonRow, source: str) -> str | None:
    owners = [tx.people.find(account) for account in row.accounts]
    return objection(row, tx.people.by_x(row.x_id), owners, source)


def _lists(tx: Transaction, group: Sequence[Staged], now: datetime) -> list[Staged]:
    """Those that nobody registered has."""
    owned = [(staged, tx.people.by_x(staged.x_id)) for staged in group]
    tx.imports.lists([(staged, person.id) for staged, person in owned if person], now)
    return [staged for staged, person in owned if person is None]


def _person(tx: Transaction, staged: Staged, row: PersonRow, now: datetime) -> list[Staged]:
    """The row, if the registry cannot take it any more, or somebody in it asked to be forgotten."""
    if tx.rights.is_erased(row.accounts, row.x_id):
        return [staged]
    if tx.imports.make(staged, row, now):
        return []
    known = tx.people.by_x(row.x_id)
    owners = [tx.people.find(account) for account in row.accounts]
    if objection(row, known, owners, staged.source):
        return [staged]
    for _, rival in rivals(row, known):
        tx.imports.before_link(staged.batch, known.id if known else 0, rival.account)
        tx.people.unlink(rival.account)
    person = _names(tx, staged, row, known, now)
    for account, level, owner in zip(row.accounts, row.levels, owners, strict=True):
        _link(tx, staged, person, account, level or 0, owner, now)
    for said, assumed in ((row.consent, False), (row.assumed, True)):
        for purpose, value in said:
            tx.imports.consent(staged.batch, person.id, purpose, value, now, assumed=assumed)
    return []


def _names(tx: Transaction, staged: Staged, row: PersonRow, known: Person | None, now: datetime) -> Person:
    """A weaker source names nobody anew, it only fills in what is missing."""
    if known is None:
        return tx.people.register(row.x_id, row.x_handle, row.language, now, staged.batch)
    weaker = (row.level or 0) < max((link.level for link in known.links), default=0)
    handle = known.vouched_handle if weaker and known.vouched_handle else row.x_handle
    language = known.language if weaker and known.language else row.language
    names = (handle or known.x_handle, language or known.language)
    if names == (known.x_handle, known.language) and not (handle and known.x_heard):
        return known
    tx.imports.before_names(staged.batch, known, *names)
    return tx.people.register(row.x_id, handle, language, now, staged.batch)


def _link(
    tx: Transaction, staged: Staged, person: Person, account: Account, level: int, owner: Person | None, now: datetime
) -> None:
    """A Link that the same Person has by an equal or stronger proof stays as it is: nobody weaker completes it."""
    link = link_of(owner, account) if owner else None
    if owner and link:
        account = _fuller(account, link)
        if owner.id == person.id and not (wins(level, staged.source, link) and _adds(account, level, link)):
            return
        tx.imports.before_link(staged.batch, owner.id, link.account)
        tx.people.unlink(link.account)
    tx.people.link(person.id, account, level, staged.source, now, staged.batch)


def _adds(account: Account, level: int, link: Link) -> bool:
    """Whether a statement says more than the Link; most of an import that is repeated every night does not."""
    there = link.account
    given = ((account.id, there.id), (account.url, there.url), (account.handle, there.handle))
    return level > link.level or any(ours and ours != theirs for ours, theirs in given)


def _fuller(account: Account, link: Link | None) -> Account:
    """A handle alone stands for the Account that has it now."""
    return link.account if link and not account.id else account


def waiting_claim(tx: Transaction, account: Account) -> Claim | None:
    """The Claim of the Account an admin means, who may have typed only its handle."""
    claim = tx.people.waiting_claim(account)
    if claim or not account.handle or account.id:
        return claim
    return tx.people.claim_by_handle(account.platform, account.handle)
