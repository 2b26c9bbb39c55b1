"""Made-up people and their archives: the same for the same size, and made in portions, so that memory stays bounded.

Lists are lognormal in length, far ends Zipf in popularity; 12 % of those followed and 8 % of the followers are
registered. 45 % of X ids are early ones (below 4e9), the others snowflakes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

UNIVERSE_SEED, PEOPLE_SEED, IMPORTERS_SEED, POPULARITY_SEED, GRAPH_SEED, QUERIES_SEED = 7, 8, 9, 10, 42, 5
PORTION: Final = 1000  # importers made at once: a million edges
FIRST_SNOWFLAKE, LAST_SNOWFLAKE = 3 * 10**16, 2 * 10**18
EARLY_IDS: Final = 4 * 10**9
INSTANCE: Final = "mastodon.example"
_EARLY, _SOME = 0.45, 4_000_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made. `edges` is nominal: duplicates in a list are dropped."""

    name: str
    edges: int
    people: int
    universe: int = 40_000_000  # X accounts that are not registered
    queries: int = 1000
    cold: int = 300

    @property
    def importers(self) -> int:
        """People who bring an archive."""
        return self.edges // 1000


SIZES: Final = {
    "S": Size("S", 10**6, 10**5),
    "M": Size("M", 10**7, 10**5),
    "L": Size("L", 10**8, 10**6),
}


@dataclass(frozen=True, slots=True)
class Taste:
    """One direction of lists: length and share of registered people; the exponents of popularity."""

    middle: float
    spread: float
    longest: int
    registered: float
    exponent_registered: float
    exponent: float


FOLLOWS: Final = Taste(300, 1.0, 20_000, 0.12, 0.8, 0.85)
FOLLOWERS: Final = Taste(120, 1.7, 200_000, 0.08, 0.3, 0.4)


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of several Persons: that of `persons[n]` is `ids[starts[n]:starts[n + 1]]`, X ids, sorted, each once."""

    persons: Numbers
    starts: Numbers
    ids: Numbers

    @property
    def owners(self) -> Numbers:
        """The Person of each id."""
        return np.repeat(self.persons, np.diff(self.starts))

    def one(self, at: int) -> Numbers:
        """One of the lists."""
        return self.ids[self.starts[at] : self.starts[at + 1]]


@dataclass(frozen=True, slots=True)
class Portion:
    """Some importers' two lists each."""

    follows: Lists
    followers: Lists

    @property
    def directions(self) -> tuple[Lists, Lists]:
        """By direction: 0 whom they follow, 1 who follows them."""
        return self.follows, self.followers

    @property
    def edges(self) -> int:
        """Edges in all of them."""
        return len(self.follows.ids) + len(self.followers.ids)


class MadeUp:
    """Everybody of one size. Persons are numbered from 1."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.x_ids = _people(size.people)
        self.popular = np.random.default_rng(POPULARITY_SEED).permutation(size.people)
        shuffled = np.random.default_rng(IMPORTERS_SEED).permutation(size.people)
        self.importers: Numbers = np.sort(shuffled[: size.importers]) + 1
        places = np.random.default_rng(PEOPLE_SEED + 100)
        bluesky = places.random(size.people) < 0.75
        self.bluesky: NDArray[np.bool_] = bluesky
        self.mastodon: NDArray[np.bool_] = ~bluesky | (places.random(size.people) < 0.4)

    @cached_property
    def universe(self) -> Numbers:
        """The X ids of everybody else, most popular first."""
        rng = np.random.default_rng(UNIVERSE_SEED)
        everybody = np.empty(self.size.universe, np.int64)
        for at in range(0, len(everybody), _SOME):
            everybody[at : at + _SOME] = x_ids(rng, min(_SOME, len(everybody) - at))
        return everybody

    @cached_property
    def registry(self) -> tuple[Numbers, Numbers]:
        """X ids, sorted, and the Person of each."""
        order = np.argsort(self.x_ids)
        return self.x_ids[order], order + 1

    def portions(self) -> Iterator[Portion]:
        """All archives, by Person; again is the same."""
        for number, at in enumerate(range(0, len(self.importers), PORTION)):
            yield self.portion(number, self.importers[at : at + PORTION])

    def portion(self, number: int, persons: Numbers, seed: int = GRAPH_SEED) -> Portion:
        """Archives of these Persons; `number` makes them other ones."""
        rng = np.random.default_rng([seed, number])
        return Portion(self._lists(rng, persons, FOLLOWS), self._lists(rng, persons, FOLLOWERS))

    def queries(self) -> Numbers:
        """Persons who ask, every other one an importer."""
        rng, size = np.random.default_rng(QUERIES_SEED), self.size
        others = np.setdiff1d(np.arange(1, size.people + 1), self.importers)
        half = min(size.queries // 2, size.importers)
        asking = np.concatenate([rng.choice(self.importers, half, False), rng.choice(others, half, False)])
        return rng.permutation(asking)

    def _lists(self, rng: np.random.Generator, persons: Numbers, taste: Taste) -> Lists:
        drawn = rng.lognormal(np.log(taste.middle), taste.spread, len(persons))
        lengths = np.clip(drawn.round(), 1, taste.longest).astype(np.int64)
        ids = self.far_ends(rng, int(lengths.sum()), taste)
        owners = np.repeat(np.arange(len(persons)), lengths)
        order = np.lexsort((ids, owners))
        ids, owners = ids[order], owners[order]
        keep = ids != self.x_ids[persons - 1][owners]  # nobody follows themselves
        keep[1:] &= (ids[1:] != ids[:-1]) | (owners[1:] != owners[:-1])
        starts = np.zeros(len(persons) + 1, np.int64)
        np.cumsum(np.bincount(owners[keep], minlength=len(persons)), out=starts[1:])
        return Lists(persons, starts, ids[keep])

    def far_ends(self, rng: np.random.Generator, count: int, taste: Taste) -> Numbers:
        """X ids by popularity, some of them of registered people; not each once."""
        here = rng.random(count) < taste.registered
        ids = np.empty(count, np.int64)
        some = int(here.sum())
        ids[here] = self.x_ids[self.popular[_ranks(rng, some, self.size.people, taste.exponent_registered)]]
        ids[~here] = self.universe[_ranks(rng, count - some, self.size.universe, taste.exponent)]
        return ids


def did_of(person: int) -> str:
    """A DID of the usual length."""
    return f"did:plc:{person:024d}"


def handle_of(person: int) -> str:
    """A handle on Bluesky."""
    return f"user{person}.bsky.social"


def x_ids(rng: np.random.Generator, count: int) -> Numbers:
    """X ids, not each once."""
    ids = rng.integers(FIRST_SNOWFLAKE, LAST_SNOWFLAKE, count)
    early = rng.random(count) < _EARLY
    ids[early] = rng.integers(1, EARLY_IDS, int(early.sum()))
    return ids


def _people(count: int) -> Numbers:
    rng = np.random.default_rng(PEOPLE_SEED)
    ids = np.unique(x_ids(rng, count + count // 100 + 100))
    return rng.permutation(ids)[:count]


def _ranks(rng: np.random.Generator, count: int, among: int, exponent: float) -> NDArray[Any]:
    """Bounded Zipf, most popular first, by its continuous inverse."""
    power = 1 - exponent
    drawn = (rng.random(count) * ((among + 1) ** power - 1) + 1) ** (1 / power) - 1
    found: NDArray[Any] = np.minimum(drawn.astype(np.int64), among - 1)
    return found
