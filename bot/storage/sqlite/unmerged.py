"""What the lists say and the index does not know yet, in memory: a few sorted runs over the table `unmerged`.

A lookup takes some microseconds per run; runs grow together, so that there are never many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.pseudonyms import Numbers, Pseudonyms

_GROWTH = 4  # a run is joined with the one before it unless that is so many times as long

_OLDEST = "SELECT min(id) FROM graph.unmerged"
_NEWER = "SELECT id, who, epoch, added, removed FROM graph.unmerged WHERE id > ? ORDER BY id"


class Run(NamedTuple):
    """Entries sorted by target, the older before the newer; a word is `who * 2 + (1 if it is there)`."""

    targets: Numbers
    words: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Runs:
    """Older runs first; made of the rows from `first` to `seen`, some of which may be merged and gone by now."""

    first: int
    seen: int
    runs: tuple[Run, ...] = ()

    def naming(self, target: int) -> dict[int, bool]:
        """Everybody whose edge to `target` has changed, and whether it is there now."""
        found: dict[int, bool] = {}
        for targets, words in self.runs:
            start, end = (np.searchsorted(targets, np.int64(target), side) for side in ("left", "right"))
            found.update((word >> 1, bool(word & 1)) for word in words[start:end].tolist())
        return found

    def __len__(self) -> int:
        return sum(len(run.targets) for run in self.runs)


class Unmerged:
    """The overlay over `edge`, made at first use and brought up to the moment at each.

    Rows that were merged meanwhile do no harm: what they say is what `edge` says. Those of a Person who was removed
    may still be answered.
    """

    def __init__(self) -> None:
        self.state: Runs | None = None
        """Never changed, only replaced: who keeps it can put it back."""

    def naming(self, connection: Connection, keys: Pseudonyms, target: int) -> dict[int, bool]:
        """Each who -> whether their edge to this pseudonym (as of these keys) is there, where `edge` is behind."""
        return self._now(connection, keys).naming(target)

    def _now(self, connection: Connection, keys: Pseudonyms) -> Runs:
        (oldest,) = connection.execute(_OLDEST).fetchone()
        state = self.state
        if oldest is None:
            state = Runs(0, state.seen if state else 0)
        elif state is None or not state.runs or oldest - state.first > (state.seen - state.first) // 2:
            state = _joined(connection, keys, Runs(oldest, oldest - 1))  # most of it was merged
        else:
            state = _joined(connection, keys, state)
        self.state = state
        return state


def _joined(connection: Connection, keys: Pseudonyms, state: Runs) -> Runs:
    """With the rows written since."""
    seen, targets, words = state.seen, [], []
    for row, who, epoch, *blobs in connection.execute(_NEWER, (state.seen,)):
        seen = row
        for there, blob in zip((1, 0), blobs, strict=True):
            some = keys.listed(blob, epoch)
            targets.append(some)
            words.append(np.full(len(some), who * 2 + there, np.int64))
    if seen == state.seen:
        return state
    newest = _sorted(np.concatenate(targets), np.concatenate(words))
    return Runs(state.first, seen, tuple(_grown([*state.runs, newest])))


def _grown(runs: list[Run]) -> Iterator[Run]:
    while len(runs) > 1 and len(runs[-2].targets) < _GROWTH * len(runs[-1].targets):
        newer, older = runs.pop(), runs.pop()
        joined = (np.concatenate(both) for both in zip(older, newer, strict=True))
        runs.append(_sorted(*joined))
    yield from runs


def _sorted(targets: Numbers, words: NDArray[np.int64]) -> Run:
    order = np.argsort(targets, kind="stable")
    return Run(targets[order], words[order])
