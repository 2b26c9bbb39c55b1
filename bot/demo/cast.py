"""The people of the demo, all invented: who they are, whom they followed on X, and what that must come to.

The numbers expected of the bot are counted here, in the plainest way, from the same lists that it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

BLUESKY, MASTODON = "bluesky", "mastodon"
SKY, HOST = "sky.test", "piaf.test"  # no such places: https://www.rfc-editor.org/rfc/rfc2606 keeps .test free
FIRST_X_ID = 9_200_000_000_000_000_000  # X will give out numbers like these in many decades


@dataclass(frozen=True)
class Character:
    """Somebody. `networks` are where they have an account; `weeks` ago they registered, 0 for those who never did."""

    key: str
    name: str
    language: str
    networks: tuple[str, ...]
    x_id: int
    weeks: int = 1
    consent: Mapping[str, str] = field(default_factory=dict)

    @property
    def x_handle(self) -> str:
        """As invented as they are."""
        return f"{self.key}_quittex"

    def handle(self, network: str) -> str:
        """Their readable name on a network, as the bot writes it."""
        return f"{self.key}.{SKY}" if network == BLUESKY else f"{self.key}@{HOST}"

    @property
    def handles(self) -> tuple[str, ...]:
        return tuple(self.handle(network) for network in self.networks)


B, M = (BLUESKY,), (MASTODON,)
BOTH = (BLUESKY, MASTODON)
CAST: Mapping[str, Character] = {
    person.key: person
    for person in (
        Character("camille", "Camille Roussel", "fr", B, FIRST_X_ID + 1),
        Character("tom", "Tom Weaver", "en", M, FIRST_X_ID + 2),
        Character("ines", "Inès Delmas", "fr", B, FIRST_X_ID + 3, consent={"told": "weekly"}),
        Character("priya", "Priya Raman", "en", B, FIRST_X_ID + 4),
        Character("elodie", "Élodie Marchand", "fr", B, FIRST_X_ID + 5, weeks=2),
        Character("felix", "Félix Aubert", "fr", B, FIRST_X_ID + 6, weeks=2),
        Character("radio", "Radio Rivière", "fr", BOTH, FIRST_X_ID + 7, weeks=3, consent={"named": "yes"}),
        Character("yael", "Yaël Stern", "fr", BOTH, FIRST_X_ID + 8, weeks=2, consent={"found": "nobody"}),
        Character("nadia", "Nadia Benali", "fr", B, FIRST_X_ID + 9, weeks=0),
        Character("gus", "Gus Whitaker", "en", M, FIRST_X_ID + 10, weeks=0),
        Character("lou", "Lou Petit", "fr", M, FIRST_X_ID + 11, weeks=0),
        Character("max", "Max Brandt", "en", B, FIRST_X_ID + 12, weeks=0),
    )
}

_FIRST = ("ada", "bela", "cleo", "dario", "edda", "farid", "gala", "hugo", "iris", "jana")
_LAST = ("abel", "berg", "costa", "duval", "eriks", "faure")
_WHERE = (B, M, B, BOTH, B)


def crowd() -> list[Character]:
    """Sixty more who registered in the last seven weeks, more of them each week, and say nothing in the story."""
    names = list(product(_LAST, _FIRST))
    return [
        Character(
            f"{first}{last}", f"{first.title()} {last.title()}", "fr" if place % 2 else "en",
            _WHERE[place % len(_WHERE)], FIRST_X_ID + 1000 + place, 1 + (len(names) - place) // 10,
        )
        for place, (last, first) in enumerate(names)
    ]  # fmt: skip


class Registry:
    """Everybody, and who followed whom on X."""

    def __init__(self) -> None:
        self.everybody = {person.key: person for person in (*CAST.values(), *crowd())}
        self.registered = {key for key, person in self.everybody.items() if person.weeks}
        self.follows = _follows([person.key for person in crowd()])

    def register(self, key: str) -> None:
        """Somebody more has a proven link."""
        self.registered.add(key)

    # what the bot is given

    def lines(self, weeks: int, instance: str, ids: Mapping[tuple[str, str], str]) -> list[dict[str, object]]:
        """Registry lines of those who registered so many weeks ago; `ids` tells the id of (network, key)."""
        people = [person for person in self.everybody.values() if person.weeks == weeks]
        return [_line(person, instance, ids) for person in people]

    def archives(self) -> list[dict[str, object]]:
        """Registry lines of the X lists that registered people brought."""
        return [
            {"x_id": str(person.x_id), "follows": self._x_ids(self.follows[key])}
            for key, person in self.everybody.items()
            if person.weeks and self.follows.get(key)
        ]

    def _x_ids(self, keys: Iterable[str]) -> list[str]:
        return [str(self.everybody[key].x_id) for key in sorted(keys)]

    # what that must come to

    def shown_to(self, key: str) -> tuple[set[str], set[str]]:
        """Registered people whom `key` followed, and who followed `key`; without those who do not want to be found."""
        followed = {other for other in self.follows.get(key, ()) if self._may_be_found(other)}
        followers = {other for other in self.registered if key in self.follows.get(other, ())}
        return followed - {key}, {other for other in followers if self._may_be_found(other)}

    def _may_be_found(self, key: str) -> bool:
        return key in self.registered and self.everybody[key].consent.get("found") != "nobody"

    def numbers_for(self, key: str) -> tuple[int, ...]:
        """What an answer to `find` counts: followed, mutual among them, others who followed; those that are not 0."""
        followed, followers = self.shown_to(key)
        told = (len(followed), len(followed & followers), len(followers - followed))
        return tuple(number for number in told if number)

    def counters(self) -> tuple[int, ...]:
        """People, accounts on Bluesky and on Mastodon, reunited people, matches: in the order they are told."""
        here = [self.everybody[key] for key in self.registered]
        pairs = {(one, other) for one in self.registered for other in self.follows.get(one, ())}
        pairs = {pair for pair in pairs if pair[1] in self.registered}
        accounts = [sum(network in person.networks for person in here) for network in BOTH]
        return (len(here), *accounts, len({key for pair in pairs for key in pair}), len(pairs))


def _line(person: Character, instance: str, ids: Mapping[tuple[str, str], str]) -> dict[str, object]:
    accounts = [
        {"network": network, "id": ids[network, person.key], "handle": person.handle(network).partition("@")[0]}
        | ({"instance": instance} if network == MASTODON else {})
        for network in person.networks
    ]
    said = {"x_id": str(person.x_id), "x_handle": person.x_handle, "language": person.language, "accounts": accounts}
    return {**said, "proof_level": 4, "consent": dict(person.consent)}


def _follows(others: Sequence[str]) -> dict[str, set[str]]:
    """Who followed whom on X. `others` are the crowd, who mostly follow the well-known."""
    follows = {
        "camille": {"tom", "ines", "radio", "yael", "max", *others[:24:3]},
        "tom": {"camille", "radio", "priya", "yael"},
        "ines": {"camille", "radio", *others[5:40:7]},
        "priya": {"tom", "radio", "gus"},
        "elodie": {"ines", "radio", "nadia", *others[::9]},
        "felix": {"camille", "nadia"},
        "radio": {"camille", "elodie"},
        "yael": {"camille", "tom", "nadia"},
    }
    for place, key in enumerate(others):
        follows[key] = {"radio", others[(place * 7 + 3) % len(others)]} - {key}
        follows[key] |= {"camille"} if place % 6 == 0 else set()
        follows[key] |= {"nadia"} if place % 11 == 0 else set()
        follows[key] |= {"elodie"} if place % 8 == 0 else set()
    follows[others[4]] |= {"tom"}
    return follows
