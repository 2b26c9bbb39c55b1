"""The pairs of registered people, compared with the lists they follow from, some Persons at a time.

A pair stands in two rows of `match`, one for each end. The lists of a Person tell half of the bits of the rows that
begin with them; the other half must be what the rows of the other ends say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.storage.sqlite.all_lists import portions
from bot.storage.sqlite.derived import OWN_LIST, THEIR_LIST, Pair, support, unsupport
from bot.storage.sqlite.pseudonyms import Numbers
from bot.storage.sqlite.sets import NOTHING, unique, without

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.session import Session

PERSONS_AT_ONCE = 200
LAST = 2**31 - 1  # no Person has a number above

_NEXT = "SELECT max(id) FROM (SELECT id FROM main.person WHERE id > ? ORDER BY id LIMIT ?)"
# What the own lists of these Persons support, as person * 2**31 + other: whom they follow, who follows them.
_ROWS = "SELECT (person << 31) | other FROM graph.match WHERE person > ? AND person <= ? AND support & ?"
_BITS = (1, 4)
# Rows that say something else than those of the other ends.
_ONE_SIDED = """
SELECT m.person, m.other, m.support, coalesce(r.support, 0) FROM graph.match m
LEFT JOIN graph.match r ON r.person = m.other AND r.other = m.person
WHERE m.person > ? AND m.person <= ? AND coalesce(r.support, 0) & 15 <>
  (((m.support & 1) << 3) | ((m.support & 2) << 1) | ((m.support & 4) >> 1) | ((m.support & 8) >> 3))
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the lists of some Persons support, beside what is kept."""

    right: int
    missing: tuple[Pair, ...]
    extra: tuple[Pair, ...]
    half: tuple[Pair, ...]  # only the row of the Person whose list it is says so
    stray: tuple[Pair, ...]  # only the row of the other end does

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.half or self.stray)


def ranges(connection: Connection) -> Iterator[tuple[int, int]]:
    """Everybody who was ever registered: Persons after the first number, up to the second."""
    after = 0
    while (until := connection.execute(_NEXT, (after, PERSONS_AT_ONCE)).fetchone()[0]) is not None:
        yield after, until
        after = until
    yield after, LAST


def newest(connection: Connection) -> int:
    """The last Person who was registered."""
    (number,) = connection.execute("SELECT coalesce(max(id), 1) FROM main.person").fetchone()
    return int(number)


def compare(session: Session, after: int, until: int) -> Difference:
    """The pairs that lists of the Persons after `after`, up to `until`, support; in one transaction."""
    right, missing, extra = 0, list[Pair](), list[Pair]()
    for direction, expected in enumerate(_expected(session, after, until)):
        rows = session.execute(_ROWS, (after, until, _BITS[direction]))
        kept = unique(np.fromiter((pair for (pair,) in rows), np.int64))
        lacking = without(expected, kept)
        right += len(expected) - len(lacking)
        missing += _pairs(lacking, direction)
        extra += _pairs(without(kept, expected), direction)
    return Difference(right, tuple(missing), tuple(extra), *_one_sided(session, after, until))


def put_right(connection: Connection, found: Difference) -> None:
    """Keep what the lists of these Persons support and nothing else; the Tallies are the caller's affair.

    A stray is dropped; one that is true all the same is missing at the turn of the Person whose list it is.
    """
    unsupport(connection, found.stray)
    unsupport(connection, found.extra)
    support(connection, found.missing)
    support(connection, set(found.half).difference(found.extra))


def _expected(session: Session, after: int, until: int) -> tuple[Numbers, Numbers]:
    """What the lists say, as person * 2**31 + other: whom these Persons follow, who follows them."""
    found: tuple[list[Numbers], list[Numbers]] = ([NOTHING], [NOTHING])
    epoch = session.pseudonyms.epoch
    for portion in portions(session.connection, lambda: session.pseudonyms, epoch, after, until):
        for whole in portion:
            person, direction = divmod(whole.who, 2)
            others = session.registered(whole.targets)[1].astype(np.int64)
            found[direction].append(person << 31 | others[others != person])
    return unique(np.concatenate(found[0])), unique(np.concatenate(found[1]))


def _pairs(numbers: Numbers, direction: int) -> list[Pair]:
    ends = [(number >> 31, number & LAST) for number in numbers.tolist()]
    return [(other, person, THEIR_LIST) if direction else (person, other, OWN_LIST) for person, other in ends]


def _one_sided(session: Session, after: int, until: int) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    half, stray = list[Pair](), list[Pair]()
    for person, other, here, there in session.execute(_ONE_SIDED, (after, until)):
        for bit, beyond, kind, pair in (
            (1, 8, half, (person, other, OWN_LIST)),
            (2, 4, stray, (person, other, THEIR_LIST)),
            (4, 2, half, (other, person, THEIR_LIST)),
            (8, 1, stray, (other, person, OWN_LIST)),
        ):
            if here & bit and not there & beyond:
                kind.append(pair)
    return tuple(half), tuple(stray)
