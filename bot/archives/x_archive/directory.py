"""The central directory of a zip, read as a stream: what lies where, and nothing of what lies there.

Of a real archive's tens of thousands of entries only the few that are read are kept; of the others two numbers each,
to see that no two overlap (https://www.bamsoftware.com/hacks/zipbomb/). Format: APPNOTE.TXT 6.3.10, 4.3 and 4.5.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

import numpy as np

from bot.archives.x_archive.limits import DIRECTORY_BYTES, ENTRIES
from bot.archives.x_archive.names import ARCHIVE, Place, Wanted, place_of
from bot.archives.x_archive.services import is_packed, service_of
from bot.errors import InputError

CUT_SHORT = "cut short: the end of the zip is missing; download it again"
DAMAGED = "a damaged zip: its list of entries cannot be read"

_BLOCK = 256 * 1024
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_HEADER = struct.Struct("<4s6H3L5H2L")
_LOCAL_BYTES = 30
_FULL = 0xFFFFFFFF
_WRAP = 1 << 32
_UTF_8 = 0x800


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the directory declares it; `limit` is where the next one begins, its data must end before."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int
    limit: int = 0


@dataclass(slots=True)
class Directory:
    """What was found: entries that are read with their places; how many files, how many of them packed ones.

    `service` is another service by whose names the files go, "" if none.
    """

    entries: list[tuple[Place, Entry]] = field(default_factory=list)
    files: int = 0
    packed: int = 0
    service: str = ""


@dataclass(frozen=True, slots=True)
class _End:
    """`at` is where the directory ends; `count` may have lost its high bits (packers without zip64)."""

    at: int
    count: int
    size: int
    offset: int
    is_64: bool


def is_zip(stream: BinaryIO) -> bool:
    """Whether a stream is a zip, whole or cut short."""
    stream.seek(0)
    if stream.read(4) in (b"PK\3\4", b"PK\5\6", b"PK\7\x08"):
        return True
    return _find_end(_tail(stream)) is not None


def read_directory(stream: BinaryIO, wanted: Wanted = ARCHIVE) -> Directory:
    """The directory of a zip; InputError if it is damaged, too large, or its entries overlap."""
    end = _end(stream)
    if end.size > DIRECTORY_BYTES:
        raise InputError(f"its list of entries is longer than {DIRECTORY_BYTES // 10**6} MB: not an archive of X")
    if end.count > ENTRIES:
        raise InputError(f"more than {ENTRIES:,} entries: not an archive of X")
    start = end.at - end.size
    shift = start - end.offset
    if start < 0 or shift < 0:
        raise InputError(CUT_SHORT)
    found, starts, ends = Directory(), array("Q"), array("Q")
    for entry in _entries(stream, start, end.at, shift):
        starts.append(entry.offset)
        ends.append(entry.offset + _LOCAL_BYTES + len(entry.name) + entry.packed)
        if len(starts) > ENTRIES:
            raise InputError(f"more than {ENTRIES:,} entries: not an archive of X")
        _keep(found, entry, wanted)
    if len(starts) != end.count and (end.is_64 or len(starts) % 0x10000 != end.count):
        raise InputError(DAMAGED)
    if shift and not end.is_64 and shift % _WRAP == 0:
        found.entries = [(place, _unwrapped(stream, entry, shift, start)) for place, entry in found.entries]
    else:
        limits = _limits(starts, ends, start)
        found.entries = [(place, replace(entry, limit=_after(limits, entry.offset))) for place, entry in found.entries]
    return found


def _unwrapped(stream: BinaryIO, entry: Entry, shift: int, directory: int) -> Entry:
    """An entry of a zip longer than 4 GB by a packer without zip64, whose offsets have lost their high bits.

    macOS's own packs like that. The entry is where its header is; whether others overlap cannot be told.
    """
    first = entry.offset - shift
    for offset in range(first, min(first + shift, directory) + 1, _WRAP):
        stream.seek(offset)
        head = stream.read(_LOCAL_BYTES + len(entry.name))
        if head.startswith(b"PK\3\4") and head[_LOCAL_BYTES:] == entry.name:
            return replace(entry, offset=offset, limit=directory)
    raise InputError(DAMAGED)


def _keep(found: Directory, entry: Entry, wanted: Wanted) -> None:
    name = entry.name.decode("utf-8" if entry.flags & _UTF_8 else "cp437", "replace")
    if name.endswith("/"):
        return
    found.files += 1
    found.packed += is_packed(name)
    found.service = found.service or service_of(name)
    place = place_of(name, wanted) if ".js" in name.lower() else None
    if place:
        found.entries.append((place, entry))


def _entries(stream: BinaryIO, start: int, end: int, shift: int) -> Iterator[Entry]:
    """Every entry; InputError as soon as one is broken. No more than a block and an entry are held.

    `shift` is how much stands before the zip itself: offsets do not count it.
    """
    stream.seek(start)
    left, buffer, at = end - start, b"", 0
    while left or at < len(buffer):
        if len(buffer) - at < 4 * 0x10000 and left:
            block = stream.read(min(_BLOCK, left))
            if not block:
                raise InputError(CUT_SHORT)
            left -= len(block)
            buffer, at = buffer[at:] + block, 0
            continue
        if len(buffer) - at < _HEADER.size:
            raise InputError(DAMAGED)
        entry, length = _entry(buffer, at, shift)
        at += length
        yield entry


def _entry(buffer: bytes, at: int, shift: int) -> tuple[Entry, int]:
    (
        signature, _made, _needed, flags, method, _time, _date, crc, packed, size,
        name_length, extra_length, comment_length, _disk, _internal, external, offset,
    ) = _HEADER.unpack_from(buffer, at)  # fmt: skip
    extra_at = at + _HEADER.size + name_length
    length = _HEADER.size + name_length + extra_length + comment_length
    if signature != b"PK\1\2" or at + length > len(buffer):
        raise InputError(DAMAGED)
    name = buffer[at + _HEADER.size : extra_at]
    if _FULL in (packed, size, offset):
        size, packed, offset = _long(buffer[extra_at : extra_at + extra_length], size, packed, offset)
    return Entry(name, flags, method, crc, packed, size, offset + shift, external >> 16), length


def _long(extra: bytes, *numbers: int) -> tuple[int, int, int]:
    """The numbers that zip64 keeps in an extra field, in its order: size, packed size, offset."""
    body = extra_field(extra, 1)
    words = iter(struct.unpack(f"<{len(body) // 8}Q", body[: len(body) // 8 * 8]))
    size, packed, offset = (next(words, -1) if number == _FULL else number for number in numbers)
    if min(size, packed, offset) < 0 or max(size, packed, offset) >= 1 << 62:
        raise InputError(DAMAGED)
    return size, packed, offset


def extra_field(extra: bytes, wanted: int) -> bytes:
    """The body of an extra field, b"" if it is not there."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == wanted:
            return extra[at + 4 : at + 4 + length]
        at += 4 + length
    return b""


def _limits(starts: array[int], ends: array[int], directory: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Where entries begin, sorted, and the directory behind them; InputError if any two overlap."""
    first = np.frombuffer(starts, np.uint64)
    order = np.argsort(first, kind="stable")
    limits = np.append(first[order], np.uint64(directory))
    if bool((np.frombuffer(ends, np.uint64)[order] > limits[1:]).any()):
        raise InputError("its entries overlap: not an archive of X")
    return limits


def _after(limits: np.ndarray[tuple[int], np.dtype[np.uint64]], offset: int) -> int:
    return int(limits[np.searchsorted(limits, np.uint64(offset), side="right")])


def _tail(stream: BinaryIO) -> tuple[bytes, int]:
    """The last bytes of a stream, long enough for the end record with any comment; and where they begin."""
    size = stream.seek(0, 2)
    at = max(0, size - _END.size - 0xFFFF - _LOCATOR.size)
    stream.seek(at)
    return stream.read(size - at), at


def _find_end(tail: tuple[bytes, int]) -> int | None:
    """Where in the tail the end record lies: the last whose comment ends the file, else the last whose comment fits."""
    text, _ = tail
    fitting: int | None = None
    at = text.rfind(b"PK\5\6")
    while at >= 0:
        if len(text) - at >= _END.size:
            spare = len(text) - at - _END.size - int(_END.unpack_from(text, at)[-1])
            if spare == 0:
                return at
            fitting = at if spare > 0 and fitting is None else fitting
        at = text.rfind(b"PK\5\6", 0, at)
    return fitting


def _end(stream: BinaryIO) -> _End:
    tail = _tail(stream)
    at = _find_end(tail)
    if at is None:
        raise InputError(CUT_SHORT)
    text, base = tail
    _, disk, first_disk, here, count, size, offset, _ = _END.unpack_from(text, at)
    if at >= _LOCATOR.size and text[at - _LOCATOR.size :].startswith(b"PK\6\7"):
        return _end_64(stream, _LOCATOR.unpack_from(text, at - _LOCATOR.size), base + at - _LOCATOR.size)
    if disk or first_disk or here != count:
        raise InputError("one volume of several: give the zip as X ships it")
    return _End(base + at, count, size, offset, is_64=False)


def _end_64(stream: BinaryIO, locator: tuple[int, ...], before: int) -> _End:
    """The zip64 end record, where its locator says or right before it (something was put before the zip)."""
    for at in (locator[2], before - _END_64.size):
        if 0 <= at <= before - _END_64.size:
            stream.seek(at)
            text = stream.read(_END_64.size)
            if text.startswith(b"PK\6\6") and len(text) == _END_64.size:
                _, _, _, _, disk, first_disk, here, count, size, offset = _END_64.unpack(text)
                if disk or first_disk or here != count or locator[3] > 1:
                    raise InputError("one volume of several: give the zip as X ships it")
                return _End(at, count, size, offset, is_64=True)
    raise InputError(DAMAGED)
