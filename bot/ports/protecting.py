"""Proofs, and the names that are protected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Account
    from bot.domain.officials import Official
    from bot.domain.proof import Due, Method, Proof


class Proving(Protocol):
    """The part of `People` about proofs."""

    def prove(self, person: int, account: Account, proof: Proof, now: datetime) -> bool:
        """Put a proof down, in place of an earlier one of its method, and link at its level, by the rules of `link`.

        The Link's level is that of its best proof that stands; it falls to the next best when that one falls or
        expires, to 0 without any, and rises again.
        """

    def await_proof(self, account: Account, proof: Proof) -> None:
        """Keep one side of a proof, linked or not, until the other is seen; what is known already stays as it is."""

    def awaited(self) -> int:
        """How many proofs are awaited of Accounts of nobody."""

    def proofs(self, account: Account) -> list[Proof]:
        """Every proof of an Account, the strongest first, those that wait, fell or expired too."""

    def due_proofs(self, now: datetime, limit: int) -> list[Due]:
        """Proofs to be looked at by now, the longest due first."""

    def checked(self, account: Account, proof: Proof, now: datetime) -> None:
        """Keep a proof as it is after a look, and the Link at its best one; nothing if there is none of its method."""

    def drop_proof(self, account: Account, method: Method, now: datetime) -> None:
        """Forget a proof; the Link stands on the next best."""

    def recheck(self, account: Account, now: datetime) -> bool:
        """Look at an Account's proofs again at once, because it changed; whether there is any to look at."""


class Protecting(Protocol):
    """The part of `People` about protected names, and names that look like known ones."""

    def set_officials(self, officials: Iterable[Official], now: datetime) -> None:
        """The admin's list, in place of the one there was; every proof by a domain is looked at again."""

    def officials(self) -> list[Official]:
        """The whole list, by domain."""

    def protected(self, x_handle: str, x_id: int | None = None) -> Official | None:
        """The Official whose X handle, or whose X number, this is."""

    def official_at(self, host: str) -> Official | None:
        """The Official who holds this domain, or one above it that goes for the names below."""

    def held_for(self, reason: str) -> list[Account]:
        """The Accounts that are held for this reason."""

    def accounts_at(self, domain: str) -> list[Account]:
        """Bluesky Accounts we remember whose handle this domain is."""

    def lookalikes(self, name: str) -> list[str]:
        """Known and protected names that this one may be taken for, itself excepted.

        Known are the X handles of people with a Link proven at level 3 or better. A protected name is also looked like
        by one with an addition (`lemonde_officiel`). A domain is compared with protected names only.
        """
