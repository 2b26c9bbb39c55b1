"""Who is connected to whom, found by looking at every edge there is: what ours and the baseline must find as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from bot.bench.graph.made import Lists, MadeUp, Numbers, Portion
from bot.errors import BotError

FORWARD, REVERSE = 0, 1
"""Whom the asker followed; who followed the asker."""


class Disagreement(BotError):  # noqa: N818 - what happened, not what broke
    """Ours, the baseline and the plain count did not find the same."""


@dataclass(frozen=True, slots=True)
class Found:
    """All answers together. Each row is asker, way and the other Person in one number; sorted, each once."""

    rows: Numbers

    @property
    def checksum(self) -> dict[str, int | str]:
        """What two runs, or two ways of finding, are compared by."""
        reverse = int(np.count_nonzero(self.rows >> 32 & 1))
        crc = crc32(np.ascontiguousarray(self.rows, "<i8").tobytes())
        return {"forward": len(self.rows) - reverse, "reverse": reverse, "crc": f"{crc:08x}"}


def gathered(parts: Iterable[Numbers]) -> Found:
    """Answers put together."""
    return Found(np.unique(np.concatenate([np.empty(0, np.int64), *parts])))


def rows(askers: Numbers | int, way: int, others: Iterable[int] | Numbers) -> Numbers:
    """Rows in the form that is compared."""
    them = others if isinstance(others, np.ndarray) else np.fromiter(others, np.int64)
    return np.asarray(askers, np.int64) << 33 | way << 32 | them.astype(np.int64)


def plain_count(made: MadeUp, askers: Numbers, portions: Iterable[Portion] | None = None) -> Found:
    """Every row of the answers to these Persons."""
    xs = made.x_ids[askers - 1]
    order = np.argsort(xs)
    asked = xs[order], askers[order]
    return gathered(
        part
        for portion in (made.portions() if portions is None else portions)
        for direction, lists in enumerate(portion.directions)
        for part in (_naming(lists, direction, asked), _brought(lists, direction, made.registry, askers))
    )


def agreed(found: Mapping[str, Found]) -> dict[str, int | str]:
    """The checksum all of them have. Disagreement."""
    sums = {name: one.checksum for name, one in found.items()}
    first, *others = sums.values()
    if any(other != first for other in others):
        raise Disagreement(f"they do not find the same: {sums}")
    return first


def _naming(lists: Lists, direction: int, asked: tuple[Numbers, Numbers]) -> Numbers:
    """Lists of others that name an asker: who follows them, or whom they follow."""
    at, hits = _among(lists.ids, asked[0])
    return rows(asked[1][at], REVERSE if direction == 0 else FORWARD, lists.owners[hits])


def _brought(lists: Lists, direction: int, registry: tuple[Numbers, Numbers], askers: Numbers) -> Numbers:
    """Registered people on the askers' own lists."""
    own = np.flatnonzero(np.isin(lists.owners, askers))
    at, hits = _among(lists.ids[own], registry[0])
    return rows(lists.owners[own][hits], FORWARD if direction == 0 else REVERSE, registry[1][at])


def _among(ids: Numbers, known: Numbers) -> tuple[Numbers, Numbers]:
    """Where in `known`, which is sorted, an id stands; and which of the ids do."""
    at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
    hits = np.flatnonzero(known[at] == ids)
    return at[hits], hits
