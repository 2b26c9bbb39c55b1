"""Notices that an older database was put back: a small file beside it remembers how far the bot had come.

The database counts its starts and its tries (Posts marked `sending`); the file repeats both numbers. The database is
committed first and the file written before anybody is told of the commit, hence before the network call the try
is about. So the file is never ahead of a database that was not replaced, wherever the process is killed; and a
database put back from before any try is behind the file. Each start counts as well, so that a copy from an earlier
run is noticed even if nothing was tried since. A file that is gone, torn, or itself a copy (another inode) counts as
a restore too: that is only slower, since every unsent Post is then looked for before it is sent.

Do not put the file back with a backup of the database.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StorageError

_LENGTH = 72


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a bot had come."""

    starts: int
    tries: int

    def behind(self, other: Mark) -> bool:
        """Whether something happened after this one."""
        return self.starts < other.starts or self.tries < other.tries

    def merged(self, other: Mark) -> Mark:
        """The further of both."""
        return Mark(max(self.starts, other.starts), max(self.tries, other.tries))


class EpochFile:
    """The file beside the database. Written in place: a new inode means somebody copied it."""

    def __init__(self, path: Path) -> None:
        try:
            self._descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as fault:
            raise StorageError(f"{path}: it cannot be made: {fault.strerror}") from fault
        self._inode = os.fstat(self._descriptor).st_ino

    def read(self) -> Mark | None:
        """What was written last; None if nothing usable is there."""
        words = os.pread(self._descriptor, _LENGTH, 0).split()
        if len(words) != 3 or not all(word.isdigit() for word in words) or int(words[2]) != self._inode:
            return None
        return Mark(int(words[0]), int(words[1]))

    def write(self, mark: Mark) -> None:
        """Keep the mark, durably."""
        line = f"{mark.starts} {mark.tries} {self._inode}".ljust(_LENGTH - 1) + "\n"
        try:
            os.pwrite(self._descriptor, line.encode(), 0)
            os.fdatasync(self._descriptor)
        except OSError as fault:
            raise StorageError(f"the epoch file cannot be written: {fault.strerror}") from fault

    def close(self) -> None:
        """Let go of the file. Again is harmless."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def epoch_path(path: Path) -> Path:
    """The epoch's file, beside the database."""
    return path.with_name(f"{path.name}.epoch")
