"""What people may ask by right: that an answer goes, that they go, that they see what is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.outbox import Post


class Rights(Protocol):
    """The part of a Transaction that erases and shows."""

    def answer_at(self, network: str, receipt: str) -> Post | None:
        """The Post of ours with this Receipt, unless it is a deletion."""

    def latest_answer(self, network: str, recipient_id: str) -> Post | None:
        """The latest Post to somebody that is out there, or may still get there, and was not taken back yet."""

    def take_back(self, post: int) -> None:
        """Remember that this Post is to be deleted: at once if it is there, else as soon as it is known to be."""

    def is_taken_back(self, post: int) -> bool:
        """Whether it is."""
