"""The life of accounts: what it means that one was renamed, moved, sleeps or is gone. Pure.

What a network tells in passing is a Sign; what it answers when asked is a Life. A hold is made and taken back on a
Sign, nothing is ever taken away on one; and a fault is no answer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zlib import crc32

from bot.domain.accounts import Account, Platform

AWAY: Final = "away:"
"""The reason of a hold begins so: the Account is not there for people to follow now, and may come back."""

RENAMED, ACTIVE = "", "active"
"""Of a Sign: its names may be others; it is there."""

PASSING: Final = frozenset({"desynchronized", "throttled"})
"""Of a server's own troubles: whoever follows the account notices nothing."""

SILENCING: Final = frozenset({"suspended", "takendown"})
"""Said by others than the account's owner: that it seems to act is no proof that people can see it."""

GONE: Final = "deleted"

NAMELESS_FOR: Final = timedelta(days=7)
"""How long the last name stands in for one that does not hold now: `handle.invalid` was 8 hours of a fault in 2024
(https://github.com/bluesky-social/indigo/issues/833)."""

GONE_FOR: Final[Mapping[Platform, timedelta]] = {
    Platform.BLUESKY: timedelta(days=7),
    Platform.MASTODON: timedelta(days=3),
}
"""How long an Account must be told gone, twice at least, until what is kept about it goes too."""

ALONE_FOR: Final = timedelta(days=30)
"""How long a Person stays registered whose last Account is gone."""

SOON, USUAL = timedelta(days=1), timedelta(days=7)
"""Until an Account is asked about again: while something is open, and otherwise."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a stream told of an Account in passing: RENAMED, ACTIVE, or the status in which it is away."""

    account: Account
    at: datetime
    status: str = RENAMED

    @property
    def hold(self) -> str:
        """The reason for which it is held from now on; "" for none."""
        return reason(self.status) if self.status not in (RENAMED, ACTIVE) and self.status not in PASSING else ""


class Standing(StrEnum):
    """How an Account stands."""

    ACTIVE = "active"
    AWAY = "away"  # deactivated, suspended, taken down, in memory of somebody: `Life.status`
    GONE = "gone"  # the network says that there is no such account
    MOVED = "moved"  # to `Life.to`, which names this one back
    UNKNOWN = "unknown"  # whoever was asked cannot know


@dataclass(frozen=True, slots=True)
class Life:
    """What a network answers when asked about an Account: `account` as it is now, with "" for a name that fails.

    `claims` is where an ACTIVE Account says it moved, as long as nobody knows whether the new one says so too.
    """

    standing: Standing
    account: Account | None = None
    status: str = ""
    to: Account | None = None
    claims: Account | None = None

    def confirmed(self, known_as: Collection[str]) -> Life:
        """The same once the new Account's own server told by which other addresses it is known."""
        if self.claims is None or self.account is None or not {self.account.id, self.account.url} & set(known_as):
            return self
        return Life(Standing.MOVED, self.account, to=self.claims)


@dataclass(frozen=True, slots=True)
class Kept:
    """What we know of how an Account lives."""

    account: Account
    holds: Sequence[str] = ()
    nameless_since: datetime | None = None
    gone_since: datetime | None = None
    heard_at: datetime | None = None  # the latest sign

    @property
    def away(self) -> list[str]:
        """The holds that say it is away."""
        return [hold for hold in self.holds if hold.startswith(AWAY)]


@dataclass(frozen=True, slots=True)
class Course:
    """What follows from a Life: the one reason to be away ("" for none; None: as before), what is kept and done."""

    due: datetime
    hold: str | None = None
    nameless_since: datetime | None = None
    gone_since: datetime | None = None
    drop_handle: bool = False
    forget: bool = False
    move_to: Account | None = None


def share(account: Account) -> float:
    """A number from 0 to 1, always the same for an Account and spread evenly over all of them."""
    return crc32(account.id.encode()) / 2**32


def reason(status: str) -> str:
    """The reason of the hold of an Account in this status."""
    return f"{AWAY}{status}"


def course(kept: Kept, life: Life, now: datetime) -> Course:
    """What an answer means. An unknown one changes nothing."""
    if life.standing is Standing.UNKNOWN:
        pending = kept.away or kept.nameless_since or kept.gone_since
        # Not all at once again: what is unknown of many at a time may be the network's fault.
        wait = (SOON if pending else USUAL) * (0.5 + share(kept.account))
        return Course(now + wait, None, kept.nameless_since, kept.gone_since)
    if life.standing is Standing.GONE:
        return _gone(kept, now)
    if life.standing is Standing.MOVED and life.to is not None:
        return Course(now + SOON, move_to=life.to)
    if life.standing is Standing.AWAY:
        return Course(now + SOON, reason(life.status or "inactive"), kept.nameless_since)
    return _active(kept, life, now)


def _gone(kept: Kept, now: datetime) -> Course:
    since = kept.gone_since or now
    forget = kept.gone_since is not None and now - since >= GONE_FOR[kept.account.platform]
    return Course(now + SOON, reason(GONE), kept.nameless_since, since, forget=forget)


def _active(kept: Kept, life: Life, now: datetime) -> Course:
    if life.account is None or life.account.handle:
        return Course(now + USUAL, "")
    since = kept.nameless_since or now
    drop = bool(kept.account.handle) and now - since >= NAMELESS_FOR
    return Course(now + SOON, "", since, drop_handle=drop)


def shows_life(kept: Kept, at: datetime, held_since: datetime) -> tuple[list[str], bool]:
    """The holds that end because the Account acted at that moment, and whether the network is asked first.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    >>> asleep = Kept(Account(Platform.BLUESKY, "did:plc:a"), ["away:deactivated", "dispute:4"])
    >>> shows_life(asleep, noon, noon - SOON), shows_life(asleep, noon, noon + SOON)
    ((['away:deactivated'], False), ([], False))
    """
    away = kept.away if at > held_since else []
    silenced = [hold for hold in away if hold.removeprefix(AWAY) in SILENCING]
    return [hold for hold in away if hold not in silenced], bool(silenced)
