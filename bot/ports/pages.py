"""The open web, as far as proofs need it."""

from __future__ import annotations

from collections.abc import Set
from typing import Protocol


class Pages(Protocol):
    """What domains say of themselves. Public addresses only, little, quickly; what comes back is not trusted."""

    async def owners(self, domain: str) -> Set[str] | None:
        """The addresses that the front page of a domain marks as its owner's (`rel="me"`); None without a page.

        NotSent if it cannot be told now, Refused for a page that may not be read.
        """

    async def did_of(self, domain: str) -> str | None:
        """The DID a domain says it is, by DNS or by its well-known page; None if it says none. NotSent, Refused."""


class Actors(Protocol):
    """What servers of the fediverse say of their own people, asked without our own server between."""

    async def also_known_as(self, actor: str) -> Set[str]:
        """The addresses of other Accounts which the owner of this one (its stable id) says are theirs: `alsoKnownAs`.

        Nothing of an actor that is not there. NotSent if it cannot be told now, Refused where strangers may not ask.
        """
