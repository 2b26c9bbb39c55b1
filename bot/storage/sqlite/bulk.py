"""Many lists at once: their rows, counts and pairs go in together where nothing can depend on their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.storage.sqlite import derived, edges
from bot.storage.sqlite.lists import NewList, keep_list, known_among, pairs, write_archives
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.sets import NOTHING

_SOME = 500  # numbers in one IN (...)


def keep_lists(session: Session, lists: Sequence[NewList]) -> None:
    """`lists.keep_list` for many lists: together where a Person brings a list for the first time, else one by one."""
    seen = _with_lists(session, {new.person for new in lists})
    first: list[NewList] = []
    for new in lists:
        if (new.person, new.direction) in seen:
            _keep_first(session, first)  # it may be among them
            first = []
            keep_list(session, new)
        else:
            seen.add((new.person, new.direction))
            first.append(new)
    _keep_first(session, first)


def _with_lists(session: Session, persons: set[int]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    numbers = sorted(persons)
    for start in range(0, len(numbers), _SOME):
        some = numbers[start : start + _SOME]
        marks = ",".join("?" * len(some))
        found.update(session.execute(f"SELECT person, direction FROM graph.archive WHERE person IN ({marks})", some))  # noqa: S608
    return found


def _keep_first(session: Session, lists: list[NewList]) -> None:
    """Nothing of theirs is there: every edge is new, no pair has their support yet."""
    if not lists:
        return
    write_archives(session, lists)
    added: Counter[int] = Counter()
    supported: list[derived.Pair] = []
    for new in lists:
        edges.note(session, new.person * 2 + new.direction, new.pseudonyms, NOTHING)
        added[new.person] += len(new.pseudonyms)
        supported += pairs(new.person, new.direction, known_among(session, new.pseudonyms))
    derived.count_edges(session, added)
    derived.add_pairs(session, [pair for pair in supported if pair[2] == derived.OWN_LIST])
    derived.add_pairs(session, [pair for pair in supported if pair[2] == derived.THEIR_LIST])
