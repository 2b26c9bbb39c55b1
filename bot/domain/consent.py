"""What a Person allows. Every purpose starts at its strict default; a value is dated and can be withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final


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


class Use(StrEnum):
    """What we do with somebody, wherever we do it."""

    FOUND_BY_FOLLOWED = "found by whom they followed"
    FOUND_BY_FOLLOWER = "found by who followed them"
    NAMED_IN_PUBLIC = "named in public"
    ON_THE_LIST = "on the public list"
    TOLD = "told of arrivals"
    COUNTED = "counted"


def may(consent: Consent, use: Use) -> bool:
    """Whether somebody who chose this allows that: the one place where it is decided.

    >>> may(Consent(), Use.FOUND_BY_FOLLOWER), may(Consent(), Use.TOLD)
    (True, False)
    """
    return _ALLOWS[use](consent)


_ALLOWS: Final[Mapping[Use, Callable[[Consent], bool]]] = {
    Use.FOUND_BY_FOLLOWED: lambda said: said.found is not Found.NOBODY,
    Use.FOUND_BY_FOLLOWER: lambda said: said.found is Found.NETWORK,
    Use.NAMED_IN_PUBLIC: lambda said: said.named,
    Use.ON_THE_LIST: lambda said: said.named and said.found is not Found.NOBODY,
    Use.TOLD: lambda said: said.told is not Told.NEVER,
    Use.COUNTED: lambda said: said.counted,
}


def may_be_shown(subject: Consent, *, subject_followed_asker: bool) -> bool:
    """Whether an asker connected on X to `subject` may learn that the subject is here.

    >>> may_be_shown(Consent(found=Found.FOLLOWED), subject_followed_asker=False)
    False
    """
    return may(subject, Use.FOUND_BY_FOLLOWED if subject_followed_asker else Use.FOUND_BY_FOLLOWER)


def consent_of(said: Mapping[str, str]) -> Consent:
    """The Consent of somebody from purpose -> value; what was never said is at its default."""
    return with_choices(Consent(), said) if said else Consent()


def with_choices(consent: Consent, said: Mapping[str, str]) -> Consent:
    """The Consent after these choices, purpose -> value. ValueError for a value there is not."""
    return replace(consent, **{purpose: _READ[purpose](value) for purpose, value in said.items()})


def values_of(consent: Consent) -> dict[str, str]:
    """Purpose -> value, as it is stored and shown.

    >>> values_of(Consent())
    {'found': 'network', 'told': 'never', 'named': 'no', 'counted': 'yes'}
    """
    return {
        "found": consent.found.value,
        "told": consent.told.value,
        "named": _YES_OR_NO[consent.named],
        "counted": _YES_OR_NO[consent.counted],
    }


_YES_OR_NO: Final = {True: "yes", False: "no"}
_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    "found": Found,
    "told": Told,
    "named": lambda value: value == "yes",
    "counted": lambda value: value != "no",
}
