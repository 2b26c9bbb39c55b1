"""Who of a Person's X network is here: one pass over their pairs, each joined to one row, however many there are.

The pass counts how many people stand in each Tie to the asker and keeps the best so far; what numbers and ranks mean is
decided in `domain.matching`. Links are read of those listed only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from heapq import nsmallest
from itertools import chain, islice

from bot.domain.accounts import Account, Platform
from bot.domain.matching import Match, Matches, Tie, match_of, numbers
from bot.domain.people import Link
from bot.storage.sqlite import shown
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.shown import FOLLOWED, FOLLOWER
from bot.storage.sqlite.values import micros, moment

Row = tuple[int, int, str, str]
"""Another Person, the code of their Tie (see `shown.tie_of`), and their names on Bluesky and on Mastodon."""

_Ranked = tuple[int, bool, str, int, int]  # rank, without a name, name, Person, code

# CROSS JOIN: from the pairs, in their order, to the people.
_ROWS = """
SELECT m.other, p.shows | (m.support << 5), p.name_bluesky, p.name_mastodon
FROM graph.match m CROSS JOIN person p ON p.id = m.other WHERE m.person = ?
"""
_TOLD = """
SELECT t.other, t.platform FROM told t JOIN telling g ON g.id = t.telling
WHERE t.person = ? AND t.other BETWEEN ? AND ? AND g.void = 0
"""
# A Post that is held tells nothing until it is let go: what a rehearsal would have said is new when it is over.
_TELLING = """
INSERT INTO telling (person, post, at, void)
VALUES (?1, ?2, ?3, EXISTS (SELECT 1 FROM outbox WHERE id = ?2 AND state = 'held')) RETURNING id
"""
_TELL = "INSERT INTO told (person, other, platform, telling) VALUES (?, ?, ?, ?)"
_LINKS = """
SELECT person, level, source, linked_at, platform, stable_id, handle, url, local_id, local_host
FROM account WHERE person IN ({}) AND {} ORDER BY id
"""

_PLATFORMS = {platform.value: platform for platform in Platform}
_SOME = 500  # rows dealt with together


def rows(session: Session, person: int) -> Iterator[Row]:
    """Everybody connected to a Person, each once, by number; visible or not."""
    return session.execute(_ROWS, (person,))


def find(
    session: Session,
    person: int,
    platform: Platform,
    minimum: int,
    *,
    limit: int | None = None,
    new_only: bool = False,
    named_only: bool = False,
    followed_only: bool = False,
) -> Matches:
    """See `ports.Graph.matches`."""
    crowds: Counter[int] = Counter()
    on_mastodon, there = platform is Platform.MASTODON, shown.BITS.get(platform, 1)

    def ranked() -> Iterator[_Ranked]:
        visible = _visible(session, person, minimum, new_only=new_only, followed_only=followed_only)
        for other, code, bluesky, mastodon in visible:
            crowds[code] += 1
            if not named_only or code & shown.NAMED:
                name = mastodon if on_mastodon == bool(code & there) else bluesky
                yield _rank(code, platform), not name, name, other, code

    best = _first(ranked(), limit)
    people: Counter[Tie] = Counter()
    for code, size in crowds.items():
        people[shown.tie_of(code)] += size
    return replace(numbers(people), ranked=tuple(_matches(session, best, platform, minimum)))


def tell(
    session: Session, person: int, post: int | None, minimum: int, now: datetime, *, followed_only: bool = False
) -> None:
    """See `ports.Graph.tell`."""
    new = _visible(session, person, minimum, new_only=True, followed_only=followed_only)
    if (first := next(new, None)) is None:
        return
    ((telling,),) = session.execute(_TELLING, (person, post, micros(now))).fetchall()
    told = ((person, row[0], bit, telling) for row in chain([first], new) for bit in (1, 2) if row[1] & bit)
    session.connection.executemany(_TELL, told)


def _visible(session: Session, person: int, minimum: int, *, new_only: bool, followed_only: bool) -> Iterator[Row]:
    """The rows this Person may be told of; with `new_only` their platforms are those not told of yet."""
    there = rows(session, person) if minimum == session.minimum else _at(session, person, minimum)
    unfiltered = _untold(session, person, there) if new_only else there
    return (row for row in unfiltered if _may_be_told(row[1]) and (row[1] & FOLLOWED or not followed_only))


@cache
def _may_be_told(code: int) -> bool:
    return shown.tie_of(code).visible


@cache
def _rank(code: int, platform: Platform) -> int:
    return shown.tie_of(code).rank(platform)


def _at(session: Session, person: int, minimum: int) -> Iterator[Row]:
    """The rows as they would be with another threshold than the one that is kept."""
    for some in _portions(rows(session, person)):
        seen = shown.look(session, [row[0] for row in some], minimum)
        for other, code, *_ in some:
            bits, bluesky, mastodon = seen[other]
            yield other, bits | code & (FOLLOWED | FOLLOWER), bluesky, mastodon


def _untold(session: Session, person: int, there: Iterator[Row]) -> Iterator[Row]:
    for some in _portions(there):
        told: Counter[int] = Counter()
        for other, bit in session.execute(_TOLD, (person, some[0][0], some[-1][0])):
            told[other] |= bit
        yield from ((row[0], row[1] & ~told[row[0]], row[2], row[3]) for row in some)


def _portions(there: Iterator[Row]) -> Iterator[list[Row]]:
    while some := list(islice(there, _SOME)):
        yield some


def _first(ranked: Iterator[_Ranked], limit: int | None) -> list[_Ranked]:
    """The best so many, in order; all are looked at."""
    if limit is None:
        return sorted(ranked)
    best = nsmallest(max(limit, 1), ranked)
    return best[:limit]


def _matches(session: Session, best: list[_Ranked], platform: Platform, minimum: int) -> Iterator[Match]:
    for start in range(0, len(best), _SOME):
        some = best[start : start + _SOME]
        told = links(session, [other for *_, other, _ in some], minimum)
        yield from (match_of(other, shown.tie_of(code), told[other], platform) for *_, other, code in some)


def links(session: Session, persons: list[int], minimum: int) -> dict[int, list[Link]]:
    """Of a few Persons, their Links that can be told, oldest first."""
    found: dict[int, list[Link]] = {person: [] for person in persons}
    moments = cache(moment)  # a registry brings many at once
    sql = _LINKS.format(shown.numbers(persons), shown.SAYABLE)
    for person, level, source, at, platform, stable_id, *names in session.execute(sql, (minimum,)):
        account = Account(_PLATFORMS[platform], stable_id or "", *names)
        found[person].append(Link(account, level, source, moments(at)))
    return found
