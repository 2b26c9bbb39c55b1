"""reconnecting: what was seen of follows that exist again. Each function is one transaction, or reads one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.accounts import Platform
from bot.domain.reconnecting import Follows, Look, verdicts
from bot.ports import Snapshot, Transaction

AT_ONCE = 20  # people looked at between two commits: what a kill loses is asked again
AROUND = 600  # of those around somebody, in one look; the others are looked at from their own side, and next time


@dataclass(frozen=True, slots=True)
class Seen:
    """A Look and what the network answered, question by question."""

    look: Look
    told: tuple[Follows, ...]


def due(snapshot: Snapshot, platform: Platform, now: datetime) -> list[Look]:
    """The people to look at now."""
    return snapshot.reconnections.due(platform, now, AT_ONCE, AROUND)


def keep(tx: Transaction, platform: Platform, seen: Sequence[Seen], now: datetime) -> None:
    """Keep what was seen, and when to look again."""
    for one in seen:
        tx.reconnections.keep(platform, verdicts(one.look, one.told), now)
        tx.reconnections.looked(platform, one.look, now)
