"""What a Person allows. Every purpose starts at its strict default; a value is dated and can be withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Found(StrEnum):
    """Who may be told that this Person is here."""

    NOBODY = "nobody"
    FOLLOWED = "followed"  # people this Person followed on X
    NETWORK = "network"  # people this Person followed or who followed them


class Told(StrEnum):
    """Whether, and how often, we may write to this Person without being asked."""

    NEVER = "never"
    WEEKLY = "weekly"
    DAILY = "daily"
    AT_ONCE = "at-once"


@dataclass(frozen=True, slots=True)
class Consent:
    """A Person's choices; the defaults are those of somebody who never said anything."""

    found: Found = Found.NETWORK
    told: Told = Told.NEVER
    named: bool = False  # may be named in public
    counted: bool = True


def may_be_shown(subject: Consent, *, subject_followed_asker: bool) -> bool:
    """Whether an asker connected on X to `subject` may learn that the subject is here.

    >>> may_be_shown(Consent(found=Found.FOLLOWED), subject_followed_asker=False)
    False
    """
    if subject.found is Found.NETWORK:
        return True
    return subject.found is Found.FOLLOWED and subject_followed_asker
