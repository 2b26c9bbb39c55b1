"""Reconnections: who follows here whom they followed on X. Only what a network shows is one, never an attempt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.domain.accounts import Account

SOONEST, LATEST = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody connected on X to the Person looked at, both here, with their Accounts on the platform asked."""

    person: int
    accounts: tuple[Account, ...]
    followed: bool  # on X, by the Person looked at
    follower: bool


@dataclass(frozen=True, slots=True)
class Look:
    """A Person to look at, with their Accounts on a platform and a part of those around them."""

    person: int
    accounts: tuple[Account, ...]
    since: datetime | None  # of the first look
    around: tuple[Neighbour, ...]
    after: int  # where the next look goes on; 0: from the beginning


@dataclass(frozen=True, slots=True)
class Follows:
    """What a network tells of one Account and others: stable id -> whether; of whom it tells nothing is absent."""

    following: Mapping[str, bool] = field(default_factory=dict)  # the Account follows them
    followed_by: Mapping[str, bool] = field(default_factory=dict)  # they follow the Account


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether `person` follows `other`, who they followed on X."""

    person: int
    other: int
    holds: bool


def verdicts(look: Look, told: Iterable[Follows]) -> Iterator[Verdict]:
    """What several answers say of the pairs of a Look; each pair once, and none that was not told of.

    A pair holds when any Account of the one follows any of the other.
    """
    answers: Final = tuple(told)
    for neighbour in look.around:
        ids = [account.id for account in neighbour.accounts]
        ways = (
            (neighbour.followed, look.person, neighbour.person, [follows.following for follows in answers]),
            (neighbour.follower, neighbour.person, look.person, [follows.followed_by for follows in answers]),
        )
        for on_x, person, other, said in ways:
            known = [answer[one] for answer in said for one in ids if one in answer]
            if on_x and known:
                yield Verdict(person, other, any(known))


def next_look(since: datetime | None, now: datetime) -> datetime:
    """When somebody is looked at again who was first looked at then: after 1 min, 2, 4... and once a day in the end.

    >>> noon = datetime(2027, 1, 20, 12)
    >>> next_look(None, noon) - noon, next_look(noon - timedelta(hours=7), noon) - noon
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=25200))
    """
    known_for = timedelta(0) if since is None else now - since
    return now + min(max(known_for, SOONEST), LATEST)
