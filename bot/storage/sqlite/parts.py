"""Edges on their way into order: a file for each range of pseudonyms, beside the database, for us only.

So each range is sorted in memory and enters the tree in its order: 3 million edges a second of CPU time where the
order they come in gives 60,000. The files are gone when the work ends; what a killed one left, the next removes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from bot.errors import StorageError
from bot.storage.sqlite.engine import graph_path
from bot.storage.sqlite.pseudonyms import Numbers

PART_EDGES = 1_000_000
"""Sorted together: 50 MB of memory, and a tenth faster than four times as many, which leave the processor's cache."""

BITS = 63  # of a pseudonym
MOST_BITS = 10


def bits_for(edges: int, share: int = 1) -> int:
    """2**bits ranges hold that many edges, in each a part of what is sorted together, or such a share of that."""
    return min((edges * share // PART_EDGES).bit_length(), MOST_BITS)


def folder_of(path: Path) -> Path:
    """Where the files are, for the database at `path`."""
    return graph_path(path).with_name(f"{graph_path(path).name}.parts")


def clear_away(path: Path) -> None:
    """Remove what a killed one left. Call it under `index_lock`."""
    shutil.rmtree(folder_of(path), ignore_errors=True)


class Parts:
    """Rows of numbers, a target first; in each range they stand in the order they came in.

    Only the ranges from `first` on are kept.
    """

    def __init__(self, path: Path, bits: int, first: int = 0, *, columns: int = 2) -> None:
        self._folder = folder_of(path)
        self._bits = bits
        self._first = first
        self._columns = columns

    def __enter__(self) -> Parts:
        shutil.rmtree(self._folder, ignore_errors=True)
        try:
            self._folder.mkdir(mode=0o700)
        except OSError as fault:
            raise StorageError(f"{self._folder}: it cannot be made: {fault.strerror}") from fault
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, rows: Numbers) -> None:
        """Lay them where they belong."""
        numbers = (rows[:, 0] >> (BITS - self._bits)).astype(np.uint16)
        order = np.argsort(numbers, kind="stable")
        ends = np.searchsorted(numbers[order], np.arange(2**self._bits + 1))
        for number in range(self._first, 2**self._bits):
            some = order[ends[number] : ends[number + 1]]
            if len(some):
                self._append(number, rows.take(some, axis=0))

    def sorted(self, number: int) -> Numbers:
        """One range by target, what has the same in the order it came in; its file is gone then."""
        file = self._folder / str(number)
        if not file.exists():
            return np.empty((0, self._columns), np.int64)
        rows = np.fromfile(file, np.int64).reshape(-1, self._columns)
        file.unlink()
        # take: whole rows by their numbers are 8 times as slow (numpy 2.4)
        return rows.take(np.argsort(rows[:, 0], kind="stable"), axis=0)

    def range(self, number: int) -> tuple[int, int]:
        """The first and the last pseudonym of a range."""
        return number << (BITS - self._bits), ((number + 1) << (BITS - self._bits)) - 1

    def _append(self, number: int, rows: Numbers) -> None:
        file = self._folder / str(number)
        try:
            with file.open("ab") as end:
                rows.tofile(end)
        except OSError as fault:
            raise StorageError(f"{file}: it cannot be written: {fault.strerror}") from fault
