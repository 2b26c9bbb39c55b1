"""Proof by code: posts on X, the codes that were given, the looks that are owed; and what people are to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Account, Platform
    from bot.domain.effects import Look
    from bot.domain.encounters import Encounter, Visibility
    from bot.domain.people import Claim
    from bot.domain.proving import Check, Code, XPost


class XPosts(Protocol):
    """Where posts on X can be read."""

    async def read(self, x_handle: str, number: str) -> XPost | None:
        """A post as X shows it to everybody, None if it shows none.

        NotSent when X cannot be asked now, Refused when its answer makes no sense. Bounded in time and memory whatever
        is answered.
        """

    async def close(self) -> None:
        """Let go of connections."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something an Account is to be told in private, once; `origin` is the natural key that makes it once."""

    id: int
    account: Account
    kind: str
    origin: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a Check came from: what its answer needs."""

    account: Account
    recipient: str  # the handle that is answered
    thread: str
    reply: Mapping[str, object]
    visibility: Visibility
    language: str


class Codes(Protocol):
    """The part of a Transaction that deals with all of this."""

    def code(self, account: Account, now: datetime) -> Code | None:
        """The code an Account was given and may still use."""

    def give_code(self, account: Account, code: Code, now: datetime) -> None:
        """Keep a code, in place of the one before."""

    def drop_code(self, account: Account) -> None:
        """It was used: it never works again."""

    def look(self, encounter: Encounter, look: Look, reply: Mapping[str, object], now: datetime) -> None:
        """A post on X is to be looked at for the author of an Encounter, and answered there; once per Encounter."""

    def looks_since(self, account: Account, moment: datetime) -> int:
        """How many were asked for by an Account."""

    def due(self, now: datetime, limit: int, networks: Sequence[str]) -> list[Check]:
        """Looks that are due for people of these networks, the oldest first."""

    def next_due(self, networks: Sequence[str]) -> datetime | None:
        """When the next of them falls due."""

    def asked(self, check: Check) -> Asked | None:
        """What the answer to a Check needs; None if it is settled already."""

    def postpone(self, check: Check, until: datetime) -> None:
        """It was tried in vain."""

    def settle(self, check: Check, outcome: str) -> None:
        """It is over; nothing of the post is kept."""

    def drop_old(self, now: datetime) -> int:
        """Forget codes that are over, looks settled a day ago, and notices of a month ago; how many."""

    def notify(self, account: Account, kind: str, origin: str, now: datetime, *, about: Account | None = None) -> bool:
        """An Account is to be told something, once for this kind and origin; False if it was noted before.

        Without an origin it is once for the Account it is about.
        """

    def notices(self, limit: int, platforms: Sequence[Platform]) -> list[Notice]:
        """What is still to be said on these platforms, the oldest first."""

    def said(self, notice: Notice, now: datetime) -> bool:
        """It is owed, or nobody may say it; False if that was so before."""

    def told_about(self, account: Account, kind: str, since: datetime) -> Account | None:
        """Whom the latest notice of this kind to an Account was about."""

    def any_ripe(self) -> bool:
        """Whether `ripe` would give any."""

    def ripe(self, limit: int) -> list[Claim]:
        """Undecided Claims whose handle got a number, or whose Account a Person, since they were looked at."""

    def looked_at(self, claim_id: int) -> None:
        """A ripe Claim was looked at."""
