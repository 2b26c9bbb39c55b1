"""What people may ask by right: that an answer goes, that they go, that they see what is kept of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Account
    from bot.domain.outbox import Post
    from bot.domain.rights import Gone, Kept


class Rights(Protocol):
    """The part of a Transaction that erases and shows.

    `whole` says that an admin means the Person of an Account however weak its Link is. Without it a Link that is not
    believed, or held, counts for nothing: the Account stands for itself alone. An X Account is meant by its number, or
    by the handle of somebody registered.
    """

    def answer_at(self, network: str, receipt: str) -> Post | None:
        """The Post of ours with this Receipt, unless it is a deletion."""

    def latest_answer(self, network: str, recipient_id: str) -> Post | None:
        """The latest Post to somebody that is out there, or may still get there, and was not taken back yet."""

    def take_back(self, post: int) -> None:
        """Remember that this Post is to be deleted: at once if it is there, else as soon as it is known to be."""

    def is_taken_back(self, post: int) -> bool:
        """Whether it is."""

    def undeleted(self, network: str) -> list[int]:
        """Posts that were taken back, are out there, and whose deletion nobody owes."""

    def scrub_at_end(self, post: int) -> None:
        """Forget whom this Post is for, and its words, as soon as it was sent or will never be."""

    def erase(self, account: Account, now: datetime, *, whole: bool) -> Gone:
        """Erase somebody: everything of theirs, and the edges of others to their X number, in this transaction and in
        short ones right after it. StorageError if it cannot be remembered beside the database: nothing is erased then.
        """

    def come_back(self, account: Account, now: datetime, *, x_handle: str = "", x_id: int | None = None) -> None:
        """Somebody who was erased is here again by their own word, or an admin's."""

    def is_erased(self, accounts: Iterable[Account], x_id: int | None = None) -> bool:
        """Whether one of these, or this X number, is of somebody who was erased and did not come back."""

    def were_one(self, account: Account, x_id: int) -> bool:
        """Whether this Account was erased together with this X number, which did not come back since."""

    def kept(self, account: Account, *, whole: bool) -> Kept:
        """All that is kept about somebody."""

    def names(self, account: Account, *, whole: bool) -> tuple[list[str], list[int]]:
        """What a search of the files looks for: every name of theirs, in small letters; their X number and every
        pseudonym it has or had. It needs the key."""

    def knows_number(self, x_id: int) -> bool:
        """Whether a list of anybody names this X number, or a Person has it. It needs the key."""

    def unword(self, before: datetime, at_most: int) -> int:
        """Forget the words of Posts that are over, made before that moment, and whom they listed in private; how many.
        """
