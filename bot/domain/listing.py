"""The campaign's public list: everybody who chose to be named, and nobody else; made of Posts like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.domain.outbox import Priority

HEAD: Final = "list"
"""The kind of the Post that makes the list itself."""
ENTRY: Final = "listed"
"""The kind of a Post that puts an Account on it."""
REMOVAL: Final = "unlisted"
"""The kind of a Post that takes one off."""
COMING: Final = Priority.LISTING
GOING: Final = Priority.ANNOUNCEMENT
"""Whoever leaves is not kept waiting; an entry that is overtaken by its removal is withdrawn."""

TURNS: Final = frozenset({ENTRY, REMOVAL})
KINDS: Final = TURNS | {HEAD}

DESCRIPTION: Final = "list-description"
"""Its description, among the messages of the catalogues."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the list has, or had, an Account (its stable id; "" once that is forgotten)."""

    key: str  # the network's own
    account: str
    present: bool = True  # to be on the list, as far as we decided
    away: bool = False  # the network does not show the Account: deactivated, suspended, deleted


def head_trigger(network: str) -> str:
    """What the list itself is derived from: there is one per network."""
    return f"list:{network}"


def turn_trigger(network: str, place: str, generation: int) -> str:
    """What one coming or going of an Account is derived from; each has its own number, counted by place."""
    return f"list:{network}:{place}:{generation}"
