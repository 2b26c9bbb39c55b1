"""desk: everything that stays the same from one Encounter of a network to the next."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.courtesy import Courtesy
from bot.domain.effects import Policy
from bot.domain.outbox import REHEARSAL, State
from bot.ports import Network, Words


@dataclass(frozen=True, slots=True)
class Desk:
    """What answers the Encounters of one network."""

    network: Network
    policy: Policy
    words: Words
    minimum: int  # proof level from which a Link is believed
    answer_within: timedelta
    rehearsal: bool = False
    courtesy: Courtesy = field(default_factory=Courtesy)
    ourselves: Set[str] = frozenset()  # ids, pages and handles of our Accounts, on every network; grows as we log in

    @property
    def first_state(self) -> tuple[State, str | None]:
        """In which state a Post of this desk begins, and why; a rehearsal holds everything."""
        return (State.HELD, REHEARSAL) if self.rehearsal else (State.READY, None)
