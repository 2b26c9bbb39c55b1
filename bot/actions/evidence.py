"""evidence: what is known behind the matches of somebody who asks why, read in the transaction of the answer."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.matching import Evidence, Match, Matches, evidence_of
from bot.domain.people import Person
from bot.ports import Snapshot

FOLLOWS, FOLLOWERS = 0, 1


def read_evidence(tx: Snapshot, person: Person, matches: Matches) -> tuple[Evidence, ...]:
    """The Evidence behind each of the Matches that are listed; without those that are no match any more."""
    return tuple(_evidence(tx, person, matches.ranked))


def _evidence(tx: Snapshot, person: Person, ranked: tuple[Match, ...]) -> Iterator[Evidence]:
    told = tx.graph.told_by_lists(person.id, [match.person for match in ranked])
    dates = tx.graph.listed_at(person.id)
    for match in ranked:
        other = tx.people.get(match.person)
        link = next((link for link in other.links if link.account == match.account), None) if other else None
        if link and match.person in told:
            yield evidence_of(match, link, told[match.person], dates.get(FOLLOWS), dates.get(FOLLOWERS))
