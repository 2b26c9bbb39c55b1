"""Matches: who an asker followed on X, or who followed them, and is here; ranked, with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag, StrEnum

from bot.domain.accounts import Account, Platform
from bot.domain.consent import Consent, Found, may_be_shown
from bot.domain.people import Link


class Reason(StrEnum):
    """Why somebody is a Match, seen from the asker."""

    MUTUAL = "mutual"
    FOLLOWED = "followed"  # the asker followed them on X
    FOLLOWER = "follower"  # they followed the asker on X


@dataclass(frozen=True, slots=True)
class Tie:
    """How another Person stands to the asker: all that numbers and ranks depend on, and the same for many people."""

    followed: bool  # the asker followed them
    follower: bool  # they followed the asker
    platforms: frozenset[Platform]  # where they have a Link that can be told
    found: Found = Found.NETWORK
    named: bool = False

    @property
    def visible(self) -> bool:
        """Whether the asker may learn that they are here."""
        subject = Consent(found=self.found)
        return bool(self.platforms) and may_be_shown(subject, subject_followed_asker=self.follower)

    @property
    def reason(self) -> Reason:
        """Of the Match."""
        if self.followed and self.follower:
            return Reason.MUTUAL
        return Reason.FOLLOWED if self.followed else Reason.FOLLOWER

    def rank(self, platform: Platform) -> int:
        """Less is better, for an asker on `platform`: mutual, then there too, then who may be named; names decide last.

        >>> Tie(True, True, frozenset()).rank(Platform.BLUESKY) < Tie(True, False, frozenset()).rank(Platform.BLUESKY)
        True
        """
        mutual, there = self.reason is Reason.MUTUAL, platform in self.platforms
        return (not mutual) * 4 + (not there) * 2 + (not self.named)


@dataclass(frozen=True, slots=True)
class Match:
    """One Person the asker may be told of."""

    person: int
    account: Account  # on the asker's platform when there is one
    accounts: tuple[Account, ...]
    reason: Reason
    named: bool
    level: int  # of the strongest proof among `accounts`
    since: datetime  # of the oldest Link among them


@dataclass(frozen=True, slots=True)
class Matches:
    """What `find` knows: exact numbers, all of them after consent, and the first of the Matches, best first."""

    ranked: tuple[Match, ...] = ()
    total: int = 0  # distinct people
    followed: int = 0  # people the asker followed, mutual ones included
    followers: int = 0  # people who followed the asker, mutual ones included
    mutual: int = 0
    per_platform: Mapping[Platform, int] = field(default_factory=dict)


class Witness(StrEnum):
    """Whose lists tell how two people stand to each other, seen from the asker."""

    OWN = "own"
    THEIRS = "theirs"
    BOTH = "both"  # one direction each


class Tells(IntFlag):
    """What each list tells of an asker and another Person."""

    FOLLOWED_OWN = 1  # the asker followed them, says a list of the asker
    FOLLOWED_THEIRS = 2  # the same, says a list of theirs
    FOLLOWER_OWN = 4  # they followed the asker, says a list of the asker
    FOLLOWER_THEIRS = 8


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a Match is one: whose list tells it, of when the asker's own is, and the Link of the Account that is told."""

    match: Match
    link: Link
    witness: Witness
    listed_at: datetime | None = None  # of the asker's own list, if it tells anything of it


def evidence_of(match: Match, link: Link, told: int, follows: datetime | None, followers: datetime | None) -> Evidence:
    """The Evidence of a Match from what the lists tell, and the dates of the asker's own two lists.

    The asker's own list is named wherever it tells the same as the other's.
    """
    ways = (
        (Tells.FOLLOWED_OWN, Tells.FOLLOWED_THEIRS, follows),
        (Tells.FOLLOWER_OWN, Tells.FOLLOWER_THEIRS, followers),
    )
    said = [(bool(told & own), at) for own, theirs, at in ways if told & (own | theirs)]
    own = [at for is_own, at in said if is_own and at is not None]
    if not own:
        return Evidence(match, link, Witness.THEIRS)
    return Evidence(match, link, Witness.OWN if len(own) == len(said) else Witness.BOTH, own[0])


def numbers(crowds: Mapping[Tie, int]) -> Matches:
    """The numbers of so many people of each Tie; somebody the asker may not see is in none of them."""
    shown = {tie: size for tie, size in crowds.items() if tie.visible}
    return Matches(
        total=sum(shown.values()),
        followed=sum(size for tie, size in shown.items() if tie.followed),
        followers=sum(size for tie, size in shown.items() if tie.follower),
        mutual=sum(size for tie, size in shown.items() if tie.reason is Reason.MUTUAL),
        per_platform={p: sum(size for tie, size in shown.items() if p in tie.platforms) for p in Platform},
    )


def match_of(person: int, tie: Tie, links: Sequence[Link], platform: Platform) -> Match:
    """The Match of somebody with this Tie for an asker on `platform`, from their Links that can be told (one at least).

    The Account told is the first by handle; one without a handle only when there is no other.
    """
    told = [link for link in links if link.account.platform in tie.platforms]
    here = [link.account for link in told if link.account.platform is platform] or [link.account for link in told]
    return Match(
        person=person,
        account=min(here, key=lambda account: (not account.handle, account.handle.casefold())),
        accounts=tuple(link.account for link in told),
        reason=tie.reason,
        named=tie.named,
        level=max(link.level for link in told),
        since=min(link.at for link in told),
    )
