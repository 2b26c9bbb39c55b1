"""Officials: media and organisations whose names are protected, each known by a domain of its own.

A protected name is given to nobody but whoever holds the domain, and by an admin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.accounts import Account, Platform
from bot.domain.proof import VERIFIED_DOMAIN, Method


@dataclass(frozen=True, slots=True)
class Official:
    """A row of the admin's list. `x_id` is None while not known; `below`: names below the domain are theirs too."""

    domain: str
    x_handle: str = ""
    x_id: int | None = None
    name: str = ""
    below: bool = False

    def covers(self, host: str) -> bool:
        """Whether a host is theirs.

        >>> Official("lemonde.fr", below=True).covers("live.lemonde.fr"), Official("lemonde.fr").covers("x.lemonde.fr")
        (True, False)
        """
        return host == self.domain or (self.below and host.endswith(f".{self.domain}"))


class Flag(StrEnum):
    """Why a Claim or a proof becomes no Link by itself: an admin has to look."""

    NONE = ""
    PROTECTED = "protected"  # the name is an official's: only its domain proves it
    LOOKALIKE = "lookalike"  # the name may be taken for somebody else's


def flag(official: Official | None, looks: Sequence[str], level: int, method: Method, x_id: int | None = None) -> Flag:
    """Whether an Account may be given a name by itself: by whom it is protected, what it looks like, how it is proven.

    A registry's file, whatever level it claims, is believed about a protected name where it gives the list's number.
    """
    if method is Method.ADMIN:
        return Flag.NONE
    if official is not None and method is Method.REGISTRY:
        return Flag.NONE if official.x_id is not None and official.x_id == x_id else Flag.PROTECTED
    if official is not None:
        return Flag.NONE if level >= VERIFIED_DOMAIN else Flag.PROTECTED
    return Flag.LOOKALIKE if looks and method not in (Method.REGISTRY, Method.DOMAIN) else Flag.NONE


def domains_of(account: Account) -> tuple[str, ...]:
    """The domain a Bluesky handle is, with those above it: where to look for an official.

    >>> domains_of(Account(Platform.BLUESKY, "did:plc:a", "live.lemonde.fr"))
    ('live.lemonde.fr', 'lemonde.fr')
    """
    return hosts_above(account.handle) if account.platform is Platform.BLUESKY else ()


def hosts_above(host: str) -> tuple[str, ...]:
    """A host and the domains above it, down to two labels."""
    labels = host.split(".")
    return tuple(".".join(labels[start:]) for start in range(max(1, len(labels) - 1)))
