"""Persons, and the ladder from a Claim to a Link."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.accounts import Account
from bot.domain.consent import Consent
from bot.domain.proof import (
    ARCHIVE,
    ARCHIVE_AND_PROFILE,
    CODE_OR_ADMIN,
    REGISTRY,
    SELF_CLAIM,
    VERIFIED_DOMAIN,
    Method,
    method_of,
)

__all__ = [
    "ARCHIVE",
    "ARCHIVE_AND_PROFILE",
    "CODE_OR_ADMIN",
    "REGISTRY",
    "SELF_CLAIM",
    "VERIFIED_DOMAIN",
    "Claim",
    "Link",
    "Person",
]

OPEN = ("waiting", "proven", "frozen")
"""The states of a Claim that nobody has decided about: proven, it waits for its handle's number; frozen, it is
disputed."""

NOT_ME = "not me"
"""The flag of a dispute that somebody opened about their own Link."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done about a Claim, by whom and why: one line of its audit."""

    at: datetime
    act: str
    by: str
    reason: str


DISCREET, WROTE = "private", "wrote"
"""Marks of a Person: wants to be answered in private; has written to us in private."""


@dataclass(frozen=True, slots=True)
class Claim:
    """ "This Account and this X handle are one Person", believed by nobody yet."""

    id: int
    account: Account
    x_handle: str
    source: str
    at: datetime
    state: str = "waiting"  # waiting | proven | frozen | accepted | rejected
    x_id: int | None = None  # where a number is what is disputed
    level: int = SELF_CLAIM  # of its proof
    method: str = ""
    dispute: int | None = None  # Claims that share it contradict one another
    flag: str = ""  # why it never becomes a Link by itself
    settled_at: datetime | None = None
    decided_by: str = ""
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Said:
    """One choice of a Person: its value, since when, and who said so: "" is the Person, else an import or the admin."""

    value: str
    at: datetime
    source: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A proven Claim: an Account of a Person, the level of its proof, where it came from and when."""

    account: Account
    level: int
    source: str
    at: datetime
    held: bool = False  # may not be told for now: disputed, or the Account is away
    expires_at: datetime | None = None

    @property
    def method(self) -> Method:
        """How it was proven."""
        return method_of(self.source, self.level)

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
    consulted: bool = False  # they said whether they want to be told, or a registry file brought what they allow

    @property
    def vouched_handle(self) -> str:
        """The X handle by which they may be recognised: their own archive, a registry file or an admin says so."""
        return "" if self.x_heard else self.x_handle
