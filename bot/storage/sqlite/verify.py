"""Whether anything of somebody is left in the files of a database: searched byte by byte, whatever it means there.

Names are searched whatever their case, numbers in every form in which SQLite or a list may hold them. Nothing here
opens a database: closing a file drops the locks its process holds, so no Store may be open in this process meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.errors import StorageError
from bot.storage.sqlite.engine import graph_path

CHUNK: Final = 1 << 24
LARGEST_NAME: Final = 1 << 12

SMALLEST_NUMBER: Final = 1 << 31
"""SQLite keeps a smaller one in four bytes, which stand in any large file by chance; rows are asked for it instead."""


@dataclass(frozen=True, slots=True)
class Needles:
    """What is looked for: names in small letters, and numbers (an X number, its pseudonyms)."""

    names: tuple[str, ...]
    numbers: tuple[int, ...] = ()

    def folded(self) -> list[bytes]:
        """To be compared whatever the case."""
        return [name.encode() for name in self.names]

    def exact(self) -> list[bytes]:
        """To be compared as they are: big-endian as SQLite has them, little-endian as lists do."""
        return [form for number in self.numbers if number >= SMALLEST_NUMBER for form in forms(number)]


def forms(number: int) -> Iterator[bytes]:
    """The bytes of a number of 2**31 or more in a row and in a list."""
    yield number.to_bytes(6 if number < 1 << 47 else 8, "big")
    yield number.to_bytes(8, "little")


def files_of(path: Path) -> list[Path]:
    """Every file of the database at `path`: both, their logs, copies and indexes, and those kept beside it."""
    bases = (path.name, graph_path(path).name)
    found = [file for base in bases for file in path.parent.glob(f"{base}*")]
    inside = [file for folder in found if folder.is_dir() for file in folder.rglob("*")]
    return sorted({file for file in (*found, *inside) if file.is_file()})


def search(path: Path, needles: Needles) -> dict[str, int]:
    """How often something of it stands in which file; {} when nothing is left. StorageError."""
    found = {file.name: _count(file, needles) for file in files_of(path)}
    return {name: count for name, count in found.items() if count}


def _count(file: Path, needles: Needles) -> int:
    folded, exact = needles.folded(), needles.exact()
    count = 0
    for chunk, last in _chunks(file):
        small = chunk.lower()
        count += sum(_ends_in_time(small, needle, last) for needle in folded)
        count += sum(_ends_in_time(chunk, needle, last) for needle in exact)
    return count


def _ends_in_time(chunk: bytes, needle: bytes, last: int) -> int:
    """How often a needle ends after the part of the chunk that was searched before."""
    start = max(0, last - len(needle) + 1)
    return chunk.count(needle, start) if needle else 0


def _chunks(file: Path) -> Iterator[tuple[bytes, int]]:
    """The file in parts, each with the end of the one before it, and how long that end is."""
    tail = b""
    try:
        with file.open("rb") as stream:
            while part := stream.read(CHUNK):
                yield tail + part, len(tail)
                tail = (tail + part)[-LARGEST_NAME:]
    except FileNotFoundError:
        return  # a -wal that somebody tidied away meanwhile
    except OSError as fault:
        raise StorageError(f"{file}: it cannot be read: {fault.strerror}") from fault
