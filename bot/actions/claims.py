"""Claims: what an admin decides about them, and those that become Links by themselves."""

from __future__ import annotations

from datetime import datetime

from bot.actions import disputes, register
from bot.actions.disputes import BY_ADMIN, Verdict
from bot.actions.register import CONFIRM, Linked
from bot.domain.accounts import Account, Platform
from bot.domain.people import NOT_ME, Claim, Person
from bot.domain.proof import Method, Proof
from bot.domain.registry import link_of
from bot.errors import InputError
from bot.ports import Snapshot, Transaction


def find_claim(tx: Snapshot, claim_id: int) -> Claim:
    """One Claim, in any state. InputError if there is none."""
    found = tx.people.get_claim(claim_id)
    if found is None:
        raise InputError(f"there is no claim {claim_id}; see `quittex claims list`")
    return found


def accept(tx: Transaction, claim_id: int, now: datetime, reason: str = "") -> Linked:
    """An admin's word that a Claim is true. InputError if there is none, or its X handle is nobody's here.

    A Claim names an X handle; only the registry gives that handle's number. A handle read in somebody else's tweets is
    not enough: whoever brings an archive could have written what it says. In a dispute the others lose: they are
    rejected, unlinked and told. Of a "not me" it is the Link that goes.
    """
    claim = _undecided(tx, claim_id)
    if claim.flag == NOT_ME:
        return _disowned(tx, claim, now, reason)
    number = claim.x_id if claim.x_id is not None else _number_of(tx, claim.x_handle)
    person = tx.people.by_x(number)
    if person is not None:
        disputes.resolve(tx, claim, person, now, BY_ADMIN, reason)
    return register.link(tx, number, claim.account, now, reason)


def reject(tx: Transaction, claim_id: int, now: datetime, reason: str = "") -> Claim:
    """An admin's word that a Claim is not true. InputError if there is none.

    Of a dispute, its Link goes, its author is told, and whoever is alone in it then is out of it. Of a "not me", the
    Link is put back.
    """
    claim = _undecided(tx, claim_id)
    if claim.flag == NOT_ME:
        disputes.put_back(tx, claim, now, BY_ADMIN, reason)
    elif claim.state == "frozen":
        disputes.refuse(tx, claim, now, BY_ADMIN, reason)
    else:
        tx.people.settle_claim(claim.id, "rejected", now, by=BY_ADMIN, reason=reason)
    tx.proving.drop_code(claim.account)
    return find_claim(tx, claim_id)


def ripen(tx: Transaction, claim: Claim, minimum: int, now: datetime) -> bool:
    """A Claim whose handle got a number, or whose Account a Person: whether it became a Link, or was one already."""
    linked = _is_link(tx, claim, minimum, now)
    tx.proving.looked_at(claim.id)
    return linked


def _wins(tx: Transaction, claim: Claim, x_id: int, now: datetime) -> bool:
    """A dispute about a number is over when one of them has got a stronger proof elsewhere, such as a registry's."""
    person = tx.people.by_x(x_id)
    link = link_of(person, claim.account) if person else None
    if link is None or link.level <= claim.level or claim.flag:
        return False
    return disputes.contest(tx, x_id, claim.account, link.level, now, link.source) is Verdict.JOINS


def _is_link(tx: Transaction, claim: Claim, minimum: int, now: datetime) -> bool:
    if claim.state == "frozen" and claim.x_id is not None:
        return _wins(tx, claim, claim.x_id, now)
    person = tx.people.find(Account(Platform.X, "", claim.x_handle)) if claim.x_handle else None
    if person is None or person.x_id is None or person.x_heard or claim.flag or claim.x_id is not None:
        return False
    linked = link_of(person, claim.account)
    if linked is None and not _becomes_link(tx, claim, person, minimum, now):
        return False
    by, level = (linked.source, linked.level) if linked else (claim.method, claim.level)
    register.confirm(tx, claim, now, by, level)
    return True


def _becomes_link(tx: Transaction, claim: Claim, person: Person, minimum: int, now: datetime) -> bool:
    """By the code that was seen, or the domain that said so; it must still stand."""
    proof = next((kept for kept in tx.people.proofs(claim.account) if _is_of(kept, claim)), None)
    stands = proof is not None and proof.carries(now) and proof.level >= minimum
    if claim.state != "proven" or proof is None or not stands or person.x_id is None:
        return False
    owner = tx.people.find(claim.account)
    if owner is not None and owner.id != person.id:
        return False  # the Account is somebody else's: an admin has to say which
    verdict = disputes.contest(tx, person.x_id, claim.account, proof.level, now, claim.method)
    return verdict is Verdict.JOINS and tx.people.prove(person.id, claim.account, proof, now)


def _is_of(proof: Proof, claim: Claim) -> bool:
    """Whether a Claim was proven by this: an Account has one code, and it may be seen for another X handle later."""
    if proof.method.value != claim.method:
        return False
    post_of = f"https://x.com/{claim.x_handle}/".casefold()
    return proof.method is not Method.CODE or proof.evidence.casefold().startswith(post_of)


def _disowned(tx: Transaction, claim: Claim, now: datetime, reason: str) -> Linked:
    """It was not they: the Link goes."""
    person = tx.people.find(claim.account)
    if person is None:
        raise InputError("the link this claim is about is gone: reject the claim")
    tx.people.change_claim(claim.id, "accepted", now, by=BY_ADMIN, reason=reason)
    tx.people.unlink(claim.account)
    tx.people.release(claim.account, disputes.hold_of(claim.dispute or claim.id))
    return Linked(tx.people.get(person.id) or person, claim.account, claim)


def _number_of(tx: Transaction, x_handle: str) -> int:
    person = tx.people.find(Account(Platform.X, "", x_handle))
    if person is None or person.x_id is None:
        raise InputError(f"nobody in the registry has this X handle: {CONFIRM}")
    if person.x_heard:
        raise InputError(f"only somebody else's tweets say whose this X handle is: {CONFIRM}")
    return person.x_id


def _undecided(tx: Transaction, claim_id: int) -> Claim:
    claim = find_claim(tx, claim_id)
    if not claim.is_open:
        raise InputError(f"claim {claim_id} is {claim.state} already")
    return claim
