"""What we decided about the campaign's public list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Platform
    from bot.domain.listing import Place


class Listed(Protocol):
    """Who is on the campaign's public list of a network.

    Somebody is *willing* who chose to be named, may be found by somebody and asked for no silence; of them every
    Account with a stable id, linked at the threshold, belongs on the list.
    """

    def willing(self, platform: Platform) -> int:
        """How many people are willing and have such an Account."""

    def joining(self, network: str, platform: Platform, limit: int) -> list[str]:
        """Accounts that belong on the list and are not on it nor away."""

    def belongs(self, account: str, platform: Platform) -> bool:
        """Whether this Account belongs on the list now."""

    def leaving(self, network: str, platform: Platform, limit: int) -> list[Place]:
        """Places of those who no longer belong on the list, or are away; the forgotten and the erased among them."""

    def turn(self, network: str, place: Place) -> int:
        """Keep what was decided about a place, to be carried out by no Post yet; how often that happened now."""

    def owe(self, network: str, place: str, post: int) -> None:
        """This Post of the outbox carries the last decision about a place out."""

    def stands(self, post: int) -> bool:
        """Whether this Post carries out the last decision about its place, and who would join still is willing."""

    def pending(self, network: str) -> int:
        """How many Posts about the list wait to be sent."""

    def settled(self, network: str, before: datetime) -> list[Place]:
        """Places with no Post, or one that has ended, one way or another, before that moment."""

    def knows(self, network: str, place: str) -> bool:
        """Whether anything was ever decided about this place."""

    def accounts(self, network: str, after: str, limit: int) -> list[str]:
        """The next Accounts on the list or away, sorted; "" is before the first."""

    def mark_away(self, network: str, accounts: Iterable[str], *, away: bool) -> None:
        """The network does not show these Accounts, or shows them again."""

    def size(self, network: str) -> int:
        """How many places are taken, as far as we decided."""
