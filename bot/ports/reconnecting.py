"""Which matches follow each other again, and whom to look at next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Account, Platform
    from bot.domain.reconnecting import Follows, Look, Verdict


class Relations(Protocol):
    """What a network tells of who follows whom among people other than us."""

    at_once: int  # others a question may name
    pause: float  # seconds to leave between two questions, so that they stay a small part of what we may ask

    async def between(self, account: Account, others: Sequence[Account]) -> Follows:
        """Who follows whom between an Account and up to `at_once` others. Refused, NotSent or Stopped."""


class Reconnections(Protocol):
    """Pairs (asker, followed) whose follow was seen to exist again, while both are here and the pair stands.

    Looked at are people who are here (registered, linked, counted) and have a match who is.
    """

    def due(self, platform: Platform, now: datetime, limit: int, around: int) -> list[Look]:
        """The people to look at now, longest overdue first, each with up to `around` of those around them."""

    def keep(self, platform: Platform, verdicts: Iterable[Verdict], now: datetime) -> None:
        """Keep what was seen there; a pair that no longer stands, or whose link is gone, is left out."""

    def looked(self, platform: Platform, look: Look, now: datetime) -> None:
        """This Look was taken: the next one is later, and goes on where this one ended."""
