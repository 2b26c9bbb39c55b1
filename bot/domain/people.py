"""Persons, and the ladder from a Claim to a Link."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.accounts import Account
from bot.domain.consent import Consent

SELF_CLAIM, ARCHIVE, ARCHIVE_AND_PROFILE, CODE_OR_ADMIN, REGISTRY, VERIFIED_DOMAIN = range(6)
"""The proof ladder: 0 is never matched and never shown; 3 is a code in an X post or an admin's word."""


@dataclass(frozen=True, slots=True)
class Claim:
    """ "This Account and this X handle are one Person", believed by nobody yet."""

    id: int
    account: Account
    x_handle: str
    source: str
    at: datetime
    state: str = "waiting"  # waiting | accepted | rejected


@dataclass(frozen=True, slots=True)
class Link:
    """A proven Claim: an Account of a Person, the level of its proof, where it came from and when."""

    account: Account
    level: int
    source: str
    at: datetime
    held: bool = False  # may not be told for now: disputed, or the Account is away

    def stands(self, minimum: int) -> bool:
        """Whether it may be told where Links are believed from this level on."""
        return not self.held and self.level >= minimum


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the registry. `id` is small, internal and never shown."""

    id: int
    x_id: int | None
    x_handle: str = ""
    language: str = ""
    links: tuple[Link, ...] = ()
    consent: Consent = field(default_factory=Consent)
    x_heard: bool = False  # the X handle is only what somebody else's tweets say

    @property
    def vouched_handle(self) -> str:
        """The X handle by which they may be recognised: their own archive, a registry file or an admin says so."""
        return "" if self.x_heard else self.x_handle
