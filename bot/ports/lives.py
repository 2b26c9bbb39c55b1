"""How Accounts live, as far as we know, and when the networks are asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Account, Platform
    from bot.domain.lives import Course, Kept


class Lives(Protocol):
    """Renamed, away, gone, moved: what is kept about Accounts beside their Links."""

    def known(self, platform: Platform, ids: Iterable[str]) -> list[Account]:
        """Those of these stable ids about which anything is kept."""

    def of(self, account: Account) -> Kept | None:
        """What we know of an Account; None where nothing is kept about it."""

    def away_since(self, account: Account) -> datetime | None:
        """When the latest hold began that says it is away; None if there is none."""

    def ask(self, account: Account, due: datetime) -> None:
        """Ask the network about an Account of which something is kept, at that moment or before."""

    def hear(self, account: Account, now: datetime) -> None:
        """The Account gave a sign just now: ask soon, and believe no answer to an earlier question."""

    def unwatched(self, platform: Platform, limit: int) -> list[Account]:
        """Linked Accounts that nobody would ask about."""

    def due(self, platform: Platform, home: str, now: datetime, limit: int) -> list[Kept]:
        """The next Accounts to ask about, the longest overdue first.

        `home` is the host whose ids of Accounts can be asked for ("" where ids are the same everywhere): those that
        only another server knows by number are left to it.
        """

    def keep(self, account: Account, course: Course) -> None:
        """Keep when to ask again, and since when something is open."""

    def rename(self, account: Account) -> None:
        """An Account has these names now; whoever else had its handle has none."""

    def drop_handle(self, account: Account) -> None:
        """Show an Account without the name that does not hold any more."""

    def move(self, old: Account, new: Account, now: datetime) -> bool:
        """The Person of the old Account is at the new one: the Link at its level, claims, silence and all else.

        False, and nothing, if the new one belongs to another Person with a proof at least as strong.
        """

    def forget(self, account: Account, now: datetime) -> None:
        """An Account is gone: its Link, claims and everything kept only about it.

        A wish for silence stays with the Person's other Accounts; a Person without any is remembered as alone.
        """

    def alone(self, before: datetime) -> list[int]:
        """Persons whose last Account went before that moment, and who have none since."""
