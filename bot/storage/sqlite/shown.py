"""What others may see of a Person, kept in their row: where they have a Link that can be told, by whom they want to be
found, whether they may be named, and by which names they are ranked.

So matching reads one row for each of a million people, not their Links and consents. Derived, as `derived` is, whose
`changing` calls `settle`; so does whoever changes a name of an Account.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bot.domain.accounts import Platform
from bot.domain.consent import Found, Use, consent_of, may
from bot.domain.matching import Tie
from bot.storage.sqlite.session import Session

BITS: Mapping[str, int] = {Platform.BLUESKY.value: 1, Platform.MASTODON.value: 2}
"""Of `person.shows`, and the `platform` of `told`."""

NAMED = 4
FOUND: Mapping[str, int] = {Found.NETWORK.value: 0, Found.FOLLOWED.value: 8, Found.NOBODY.value: 16}
FOLLOWED, FOLLOWER = 3 << 5, 12 << 5
"""Beside these bits in a code: the `support` of their row in `match`."""

SAYABLE = "level >= ? AND handle || url <> ''"
"""A Link that can be told: proven, and with a name to tell."""

_SOME = 500  # numbers in one IN (...)
_MARK = "shows"
_LINKS = f"SELECT person, platform, handle FROM account WHERE person IN ({{}}) AND {SAYABLE}"  # noqa: S608
_CONSENTS = "SELECT person, purpose, value FROM consent WHERE person IN ({}) AND purpose IN ('found', 'named')"
_KEPT = "SELECT id, shows, name_bluesky, name_mastodon FROM person WHERE id IN ({})"
_KEEP = "UPDATE person SET shows = ?, name_bluesky = ?, name_mastodon = ? WHERE id = ?"


class Shown(NamedTuple):
    """The columns of `person`: bits, and the casefolded handle on each platform, '' where none is known."""

    shows: int
    bluesky: str
    mastodon: str


def shown(links: Iterable[tuple[str, str]], consents: Mapping[str, str]) -> Shown:
    """Of the (platform, handle) of Links that can be told, and what the Person said of purposes."""
    consent = consent_of(consents)
    bits = FOUND[consent.found.value] | NAMED * may(consent, Use.NAMED_IN_PUBLIC)
    names: dict[str, list[str]] = {}
    for platform, handle in links:
        bits |= BITS[platform]
        if handle:
            names.setdefault(platform, []).append(handle.casefold())
    first = {platform: min(handles) for platform, handles in names.items()}
    return Shown(bits, first.get(Platform.BLUESKY, ""), first.get(Platform.MASTODON, ""))


@cache
def tie_of(code: int) -> Tie:
    """The Tie behind the bits of `shows` and those of `support`, which begin at 32; at most 384 different ones."""
    return Tie(
        followed=bool(code & FOLLOWED),
        follower=bool(code & FOLLOWER),
        platforms=frozenset(Platform(name) for name, bit in BITS.items() if code & bit),
        found=next(Found(name) for name, bits in FOUND.items() if code & 24 == bits),
        named=bool(code & NAMED),
    )


def look(session: Session, persons: list[int], minimum: int) -> dict[int, Shown]:
    """What is to be seen of these Persons with Links from level `minimum` on, from the sources."""
    found: dict[int, Shown] = {}
    for some in portions(persons):
        links: dict[int, list[tuple[str, str]]] = {}
        said: dict[int, dict[str, str]] = {}
        for person, platform, handle in session.execute(_LINKS.format(numbers(some)), (minimum,)):
            links.setdefault(person, []).append((platform, handle))
        for person, purpose, value in session.execute(_CONSENTS.format(numbers(some))):
            said.setdefault(person, {})[purpose] = value
        found.update((person, shown(links.get(person, ()), said.get(person, {}))) for person in some)
    return found


def settle(session: Session, persons: list[int]) -> None:
    """Write down what is to be seen of these Persons now."""
    for some in portions(persons):
        kept = {person: Shown(*rest) for person, *rest in session.execute(_KEPT.format(numbers(some)))}
        now = look(session, list(kept), session.minimum)
        session.connection.executemany(_KEEP, ((*now[p], p) for p, before in kept.items() if now[p] != before))


def fill(session: Session) -> None:
    """The same for everybody."""
    last, there = 0, True
    while there:
        rows = session.execute("SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?", (last, _SOME)).fetchall()
        settle(session, [person for (person,) in rows])
        last, there = (rows[-1][0], True) if rows else (last, False)
    session.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')", (_MARK,))


def fill_if_new(session: Session) -> None:
    """After the step that made the columns."""
    if session.execute("SELECT 1 FROM main.meta WHERE key = ?", (_MARK,)).fetchone() is None:
        fill(session)


def portions(persons: list[int]) -> Iterator[list[int]]:
    """So many at a time as fit in one IN (...)."""
    return (persons[start : start + _SOME] for start in range(0, len(persons), _SOME))


def numbers(persons: Iterable[int]) -> str:
    """For an IN (...)."""
    return ",".join(map(str, persons))
