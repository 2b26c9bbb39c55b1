"""What we ask people, and what is kept of how they want to be spoken to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Account


class Asking(Protocol):
    """The part of `People` about our questions, and about marks. Both hold for all Accounts of a Person."""

    def ask(
        self, account: Account, kind: str, now: datetime, *, again: bool = False, post: int | None = None
    ) -> bool:
        """This question is being asked; False if it was before, through any Account: once for life of a kind.

        With `again` it may be asked a second time, and is open anew. A question that this Post puts was never asked if
        the Post is refused, or withdrawn before it can have been sent.
        """

    def answer(self, account: Account, agrees: bool, now: datetime) -> str | None:
        """Yes or no to the open question this Account was asked last: its kind, None if none is open."""

    def close(self, account: Account, kind: str, now: datetime) -> None:
        """The open question of this kind, through whichever Account, waits for no answer any more."""

    def question(self, account: Account, since: datetime) -> str | None:
        """The kind of the question this Account was asked last, if it is open and was not asked before `since`.

        Only the last one: older ones are closed by it. A question that a Post puts is open once the Post is sent.
        """

    def questions(self, account: Account) -> Mapping[str, bool | None]:
        """What was asked through any Account of the Person: kind -> the answer, None while it is open."""

    def mark(self, account: Account, kind: str, now: datetime) -> bool:
        """Keep a mark; False if this Account, or another of the same Person, has it."""

    def unmark(self, account: Account, kind: str) -> None:
        """Take a mark off all of them."""

    def marks(self, account: Account) -> frozenset[str]:
        """The kinds of the marks they have."""
