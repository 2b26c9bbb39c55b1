"""Proofs that are to be looked at again: which, and what follows from what was seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.actions import disputes
from bot.actions.disputes import Verdict
from bot.actions.officials import number_of
from bot.actions.register import confirm
from bot.domain.accounts import Account
from bot.domain.officials import Flag, Official
from bot.domain.people import VERIFIED_DOMAIN, Person
from bot.domain.proof import Method, Proof, Seen, State, after
from bot.ports import Snapshot, Transaction

AT_ONCE: Final = 10
LATER: Final = timedelta(hours=1)
"""When to try again what could not be looked at for a reason of our own."""


@dataclass(frozen=True, slots=True)
class Look:
    """A proof that is due: of which Account and Person, and which official its domain is now."""

    account: Account
    person: Person | None
    proof: Proof
    official: Official | None = None


class Change(StrEnum):
    """What a look changed, for the log."""

    NOTHING = ""
    ROSE = "a link rose"
    FELL = "a proof fell"
    EXPIRED = "a proof expired"
    ELSEWHERE = "an official's domain names an account that is linked to somebody else"


def due(tx: Snapshot, now: datetime) -> list[Look]:
    """The next proofs to be looked at, the longest due first."""
    return [
        Look(
            found.account,
            None if found.person is None else tx.people.get(found.person),
            found.proof,
            tx.people.official_at(found.proof.evidence) if found.proof.method is Method.DOMAIN else None,
        )
        for found in tx.people.due_proofs(now, AT_ONCE)
    ]


def keep(tx: Transaction, look: Look, seen: Seen | None, now: datetime) -> Change:
    """Write down what was seen (None: it could not be looked at), unless the proof is another meanwhile."""
    proof = next((kept for kept in tx.people.proofs(look.account) if kept.method is look.proof.method), None)
    if proof is None or proof.evidence != look.proof.evidence:
        return Change.NOTHING
    if seen is None:
        tx.people.checked(look.account, replace(proof, due_at=now + LATER), now)
        return Change.EXPIRED if proof.expired(now) else Change.NOTHING
    if proof.method is Method.DOMAIN and look.official is None:
        tx.people.drop_proof(look.account, Method.DOMAIN, now)  # the name is not protected any more
        return Change.FELL if proof.state is State.STANDS else Change.NOTHING
    if proof.method is Method.DOMAIN and look.official and seen is Seen.HOLDS:
        return _at_home(tx, look, look.official, proof, now)
    return _kept(tx, look, proof, seen, now)


def _kept(tx: Transaction, look: Look, proof: Proof, seen: Seen, now: datetime) -> Change:
    new = after(proof, seen, now)
    unseen = seen is Seen.GONE and proof.state is State.PENDING
    if look.person is None and (unseen or new.due_at is None):
        tx.people.drop_proof(look.account, proof.method, now)  # nobody's, and nothing to wait for
        return Change.NOTHING
    tx.people.checked(look.account, new, now)
    if proof.carries(now) == new.carries(now):
        return Change.EXPIRED if proof.expired(now) and proof.state is State.STANDS else Change.NOTHING
    return Change.ROSE if new.carries(now) else Change.FELL


def _at_home(tx: Transaction, look: Look, official: Official, proof: Proof, now: datetime) -> Change:
    """The domain says that the Account is theirs: it is the official's, as soon as the X number is known."""
    number, person = number_of(tx, official), tx.people.find(look.account)
    new = after(proof, Seen.HOLDS, now)
    if person is not None and person.x_id not in (None, number):
        tx.people.drop_proof(look.account, Method.DOMAIN, now)
        return Change.ELSEWHERE  # somebody who works there, perhaps: an admin has to say
    if number is None:
        if person is None:
            _claim(tx, look.account, official, now)
        tx.people.checked(look.account, new, now)
        return Change.NOTHING
    known = tx.people.by_x(number)
    handle = "" if known and known.vouched_handle else official.x_handle
    owner = tx.people.register(number, handle, "", now)
    verdict = disputes.contest(tx, number, look.account, proof.level, now, Method.DOMAIN.value)
    if verdict is not Verdict.JOINS:
        tx.people.checked(look.account, new, now)
        return Change.ELSEWHERE
    tx.people.prove(owner.id, look.account, new, now)
    tx.people.release(look.account, Flag.PROTECTED)
    claim = tx.people.waiting_claim(look.account)
    if claim is not None and claim.x_handle == official.x_handle:
        confirm(tx, claim, now, Method.DOMAIN.value, new.level)
    return Change.ROSE if proof.state is not State.STANDS or person is None else Change.NOTHING


def _claim(tx: Transaction, account: Account, official: Official, now: datetime) -> None:
    """It waits, proven, for the number of the official's X handle."""
    claim = tx.people.claim(account, official.x_handle, Method.DOMAIN.value, now)
    if claim.state == "waiting":
        by = Method.DOMAIN.value
        tx.people.change_claim(claim.id, "proven", now, by=by, level=VERIFIED_DOMAIN, method=by, flag="")
