"""Proofs: why an Account is believed to be somebody's, since when, for how long, and when to look at it again.

A Link's level is that of its best proof that stands. A proof that falls or expires is no disaster: the next best one
carries the Link, at level 0 if there is none, and when it is seen again the Link rises again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.accounts import Account

SELF_CLAIM, ARCHIVE, ARCHIVE_AND_PROFILE, CODE_OR_ADMIN, REGISTRY, VERIFIED_DOMAIN = range(6)
"""The proof ladder: 0 is never matched and never shown; 3 is a code in an X post or an admin's word."""


class Method(StrEnum):
    """How a proof was come by."""

    ARCHIVE = "archive"
    ARCHIVE_AND_PROFILE = "archive-and-profile"
    CODE = "code"
    ADMIN = "admin"
    REGISTRY = "registry"
    DOMAIN = "domain"
    MOVE = "move"


class State(StrEnum):
    """Whether a proof carries its Link."""

    PENDING = "pending"  # one side is there, the other was not seen yet
    STANDS = "stands"
    FALLEN = "fallen"  # it was true and is not seen any more


class Seen(StrEnum):
    """What looking at a proof again told."""

    HOLDS = "holds"
    GONE = "gone"
    UNKNOWN = "unknown"  # nobody answered


LEVELS = {
    Method.ARCHIVE: ARCHIVE,
    Method.ARCHIVE_AND_PROFILE: ARCHIVE_AND_PROFILE,
    Method.CODE: CODE_OR_ADMIN,
    Method.ADMIN: CODE_OR_ADMIN,
    Method.REGISTRY: REGISTRY,
    Method.DOMAIN: VERIFIED_DOMAIN,
}
"""Of a fresh proof; a move hands on the level there was."""

CODE_LASTS = timedelta(days=365)
CODE_MUST_STAY = timedelta(days=7)
"""A post with a code that is gone sooner proves nothing any more; later its author may tidy up."""

DAILY, WEEKLY, MONTHLY = timedelta(days=1), timedelta(days=7), timedelta(days=30)
PATIENCE = {Seen.GONE: timedelta(days=3), Seen.UNKNOWN: timedelta(days=14)}
"""How long, at least, failures have to last: a server that is down says less than a page without the link."""

FAILURES = 3
GIVEN_UP = timedelta(days=90)
"""How long something that is not, or no longer, to be seen is looked for."""

_LOOKED_AT = {Method.CODE, Method.DOMAIN, Method.ARCHIVE_AND_PROFILE}


@dataclass(frozen=True, slots=True)
class Proof:
    """One reason to believe a Link. `evidence` is a domain, a post's address or a registry's name, and no more.

    `due_at` is when to look again (None: never), `failures` how many looks in a row were in vain since `failed_at`.
    """

    method: Method
    level: int
    at: datetime
    evidence: str = ""
    expires_at: datetime | None = None
    state: State = State.STANDS
    due_at: datetime | None = None
    checked_at: datetime | None = None
    failures: int = 0
    failed_at: datetime | None = None

    def carries(self, now: datetime) -> bool:
        """Whether a Link may stand on it."""
        return self.state is State.STANDS and not self.expired(now)

    def expired(self, now: datetime) -> bool:
        """Whether its time is over."""
        return self.expires_at is not None and self.expires_at <= now


@dataclass(frozen=True, slots=True)
class Due:
    """A proof to be looked at again: of which Account, and of which Person (its number) if anybody's yet."""

    account: Account
    person: int | None
    proof: Proof


def fresh(method: Method, at: datetime, evidence: str = "", *, level: int | None = None) -> Proof:
    """A proof as it is when it was just seen, with its level, its expiry and its first re-check.

    `level` is for a move and for a registry, whose levels differ.
    """
    proof = Proof(method, LEVELS[method] if level is None else level, at, evidence)
    if method is Method.CODE:
        proof = replace(proof, expires_at=at + CODE_LASTS)
    return replace(proof, due_at=_next(proof, at), checked_at=at)


def pending(method: Method, at: datetime, evidence: str = "") -> Proof:
    """One side of a proof: it is looked for at once, and carries nothing until it was seen."""
    return Proof(method, LEVELS[method], at, evidence, state=State.PENDING, due_at=at)


def after(proof: Proof, seen: Seen, now: datetime) -> Proof:
    """The proof after another look."""
    if seen is Seen.HOLDS:
        at = now if proof.state is State.PENDING else proof.at
        stands = replace(proof, state=State.STANDS, at=at, checked_at=now, failures=0, failed_at=None)
        return replace(stands, due_at=_next(stands, now))
    failed_at = proof.failed_at or now
    failed = replace(proof, failures=proof.failures + 1, failed_at=failed_at, checked_at=now)
    if _falls(failed, seen, now):
        failed = replace(failed, state=State.FALLEN)
    return replace(failed, due_at=_next(failed, now))


def best(proofs: Iterable[Proof], now: datetime) -> Proof | None:
    """The one a Link stands on: the highest, then the one that lasts longest."""
    standing = [proof for proof in proofs if proof.carries(now)]
    return max(standing, key=lambda p: (p.level, p.expires_at is None, p.expires_at or p.at, p.at), default=None)


def method_of(source: str, level: int) -> Method:
    """The method behind the source of a Link that has no proof of its own; a file's own name is a registry's."""
    try:
        method = Method(source)
    except ValueError:
        return Method.REGISTRY
    return method if level in (SELF_CLAIM, LEVELS.get(method, level)) else Method.REGISTRY


def source_of(proof: Proof) -> str:
    """The other way round: a registry goes by its name."""
    return proof.evidence if proof.method is Method.REGISTRY and proof.evidence else proof.method.value


def _falls(proof: Proof, seen: Seen, now: datetime) -> bool:
    if proof.state is not State.STANDS or proof.failed_at is None:
        return False
    if proof.method is Method.CODE:
        return seen is Seen.GONE and now - proof.at <= CODE_MUST_STAY
    return proof.failures >= FAILURES and now - proof.failed_at >= PATIENCE[seen]


def _next(proof: Proof, now: datetime) -> datetime | None:
    """When to look again: sooner while it is young or failing, never when there is nothing to hope for."""
    if proof.method not in _LOOKED_AT or proof.expired(now):
        return None
    if proof.method is Method.CODE:
        return _next_of_code(proof, now)
    if proof.failed_at is not None and now - proof.failed_at >= GIVEN_UP and proof.state is not State.STANDS:
        return None
    if proof.state is not State.STANDS:
        return now + (DAILY if proof.failures < FAILURES else WEEKLY)
    if proof.failures:
        return now + DAILY
    return now + (WEEKLY if proof.method is Method.DOMAIN else MONTHLY)


def _next_of_code(proof: Proof, now: datetime) -> datetime | None:
    """The expiry is a look too: the Link falls then."""
    if proof.expires_at is None:
        return None
    if proof.state is State.FALLEN:
        given_up = proof.failed_at is None or now - proof.failed_at >= GIVEN_UP
        return None if given_up else min(now + WEEKLY, proof.expires_at)
    young = now - proof.at < CODE_MUST_STAY
    return min(now + (DAILY if young else MONTHLY), proof.expires_at)
