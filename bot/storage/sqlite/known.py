"""Whose pseudonym is whose, in memory: no table has a pseudonym beside a person.

1 million people are 12 MB. What has changed since is read from the log `x_change`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.storage.sqlite.sets import NOTHING, look_up, within

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.pseudonyms import Numbers, Pseudonyms

_SOME = 400  # numbers in one IN (...)
_ROWS = 1 << 16  # rows of the registry in one go
_MANY = 4096  # changes after which the array is made anew

_NOBODY = np.empty(0, np.int32)

_LAST = "SELECT coalesce(max(id), 0) FROM main.x_change"
_CHANGES = "SELECT id, person FROM main.x_change WHERE id > ? ORDER BY id LIMIT ?"
_EVERYBODY = "SELECT id, x_id FROM person WHERE x_id IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Registry:
    """As of one change: `pseudonyms` sorted, `persons` beside them; `recent` instead of what those say of a Person."""

    seen: int  # the last change in it
    pseudonyms: Numbers
    persons: NDArray[np.int32]
    recent: dict[int, int | None]
    moved: Numbers  # the Persons in `recent`, sorted
    fresh: Numbers  # the pseudonyms in `recent`, sorted
    fresh_persons: NDArray[np.int32]  # whose they are

    def among(self, pseudonyms: Numbers) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
        """Which of these (sorted) belong to somebody: their places, and the Persons."""
        places, there = look_up(pseudonyms, self.pseudonyms)
        persons = self.persons[there]
        if not self.recent:
            return places, persons
        still = ~within(persons.astype(np.int64), self.moved)
        new_places, there = look_up(pseudonyms, self.fresh)
        found = np.concatenate((persons[still], self.fresh_persons[there]))
        return np.concatenate((places[still], new_places)), found


class Known:
    """The registry's array, made at first use and brought up to the moment at each."""

    def __init__(self) -> None:
        self.registry: Registry | None = None
        """Never changed, only replaced: who keeps it can put it back."""

    def among(
        self, connection: Connection, keys: Pseudonyms, numbers: Numbers
    ) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
        """Which of these pseudonyms (sorted, as of these keys) belong to somebody: their places, the Persons."""
        if not len(numbers):
            return np.empty(0, np.intp), _NOBODY
        return self._now(connection, keys).among(numbers)

    def __len__(self) -> int:
        return 0 if self.registry is None else len(self.registry.pseudonyms)

    def _now(self, connection: Connection, keys: Pseudonyms) -> Registry:
        registry = self.registry
        if registry is None:
            registry = self.registry = _load(connection, keys)
            return registry
        most = max(_MANY, len(registry.persons) // 4)
        changes = connection.execute(_CHANGES, (registry.seen, most + 1)).fetchall()
        if changes:
            # A gap: those changes were trimmed away before we saw them.
            lost = changes[0][0] != registry.seen + 1 or len(changes) > most
            registry = _load(connection, keys) if lost else _changed(connection, keys, registry, changes)
            self.registry = registry
        return registry


def _load(connection: Connection, keys: Pseudonyms) -> Registry:
    (last,) = connection.execute(_LAST).fetchone()
    rows, portions, persons = connection.execute(_EVERYBODY), [NOTHING], [_NOBODY]
    while some := rows.fetchmany(_ROWS):
        persons.append(np.fromiter((person for person, _ in some), np.int32, len(some)))
        portions.append(keys.of(x_id for _, x_id in some))
    return _sorted(last, np.concatenate(portions), np.concatenate(persons))


def _sorted(seen: int, pseudonyms: Numbers, persons: NDArray[np.int32]) -> Registry:
    order = np.argsort(pseudonyms, kind="stable")
    return Registry(seen, pseudonyms[order], persons[order], {}, NOTHING, NOTHING, _NOBODY)


def _changed(connection: Connection, keys: Pseudonyms, registry: Registry, changes: list[tuple[int, int]]) -> Registry:
    """With what is true now of everybody who changed."""
    numbers = sorted({person for _, person in changes})
    x_ids = dict(_x_ids(connection, numbers))
    pseudonyms = dict(zip(x_ids, keys.of(x_ids.values()).tolist(), strict=True))
    recent = {**registry.recent, **{person: pseudonyms.get(person) for person in numbers}}
    seen = changes[-1][0]
    moved = np.array(sorted(recent), np.int64)
    held = sorted((pseudonym, person) for person, pseudonym in recent.items() if pseudonym is not None)
    fresh = np.array([pseudonym for pseudonym, _ in held], np.int64)
    fresh_persons = np.array([person for _, person in held], np.int32)
    if len(recent) <= _MANY:
        return Registry(seen, registry.pseudonyms, registry.persons, recent, moved, fresh, fresh_persons)
    still = ~within(registry.persons.astype(np.int64), moved)
    return _sorted(
        seen,
        np.concatenate((registry.pseudonyms[still], fresh)),
        np.concatenate((registry.persons[still], fresh_persons)),
    )


def _x_ids(connection: Connection, persons: Sequence[int]) -> Iterable[tuple[int, int]]:
    for start in range(0, len(persons), _SOME):
        some = persons[start : start + _SOME]
        marks = ",".join("?" * len(some))
        yield from connection.execute(f"{_EVERYBODY} AND id IN ({marks})", some)
