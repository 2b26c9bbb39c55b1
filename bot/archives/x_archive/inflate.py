"""The bytes of one entry of a zip, unpacked piece by piece and held against everything the zip says of it."""

from __future__ import annotations

import bz2
import lzma
import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from bot.archives.x_archive.directory import Entry, extra_field
from bot.archives.x_archive.limits import LZMA_DICTIONARY_BYTES, check_ratio
from bot.errors import InputError

PIECE_BYTES = 256 * 1024
"""Unpacked at a time: of the sizes from 32 KB to 256 KB lists are read fastest with this one, by a tenth."""

_READ_BYTES = 64 * 1024
_LOCAL = struct.Struct("<4s5H3L2H")
_ENCRYPTED, _LATER, _PATCHED, _STRONG, _MASKED = 1, 8, 32, 64, 0x2000
_LZMA_ENDS_ITSELF = 2
_METHODS = {
    1: "Shrink", 6: "Implode", 9: "Deflate64", 93: "Zstandard", 95: "XZ", 97: "WavPack", 98: "PPMd", 99: "encryption",
}  # fmt: skip
_FAULTS = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


class _Unpacker(Protocol):
    """`hungry`: it has given all it can from what it was fed; `ended`: its stream is over; `spare`: bytes after it."""

    def unpack(self, data: bytes, most: int) -> bytes: ...
    def hungry(self) -> bool: ...
    def ended(self) -> bool: ...
    def spare(self) -> bytes: ...


class _Deflate:
    def __init__(self) -> None:
        self._inner = zlib.decompressobj(-15)

    def unpack(self, data: bytes, most: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, most)

    def hungry(self) -> bool:
        return not self._inner.unconsumed_tail

    def ended(self) -> bool:
        return self._inner.eof

    def spare(self) -> bytes:
        return self._inner.unused_data


class _Standard:
    """bzip2, and LZMA once its properties are known: both modules speak alike."""

    def __init__(self, inner: bz2.BZ2Decompressor | lzma.LZMADecompressor) -> None:
        self._inner = inner

    def unpack(self, data: bytes, most: int) -> bytes:
        return self._inner.decompress(data, most)

    def hungry(self) -> bool:
        return self._inner.needs_input

    def ended(self) -> bool:
        return self._inner.eof

    def spare(self) -> bytes:
        return self._inner.unused_data


def check(entry: Entry, name: str) -> None:
    """InputError if this entry cannot be read, or would unpack to too much, by what the directory says of it."""
    if entry.flags & (_ENCRYPTED | _STRONG | _MASKED) or entry.method == 99:
        raise InputError(f"{name}: encrypted: take its password off first")
    if stat.S_IFMT(entry.mode) not in (0, stat.S_IFREG):
        kind = "a symbolic link" if stat.S_ISLNK(entry.mode) else "no regular file"
        raise InputError(f"{name}: {kind}")
    if entry.method not in _UNPACK or entry.flags & _PATCHED:
        known = "patched" if entry.flags & _PATCHED else _METHODS.get(entry.method, f"method {entry.method}")
        raise InputError(f"{name}: packed in a way that cannot be read here ({known}): pack it again with deflate")
    check_ratio(name, entry.size, entry.packed)


def pieces(stream: BinaryIO, entry: Entry, name: str) -> Iterator[bytes]:
    """Its bytes, PIECE_BYTES at most at a time; InputError as soon as something is not as declared."""
    _to_data(stream, entry, name)
    crc, left = 0, entry.size
    try:
        for piece in _UNPACK[entry.method](_packed(stream, entry, name), entry):
            crc, left = zlib.crc32(piece, crc), left - len(piece)
            if left < 0:
                raise InputError(f"{name}: longer than the zip says")
            yield piece
    except _FAULTS:
        raise InputError(f"{name}: damaged: it cannot be unpacked") from None
    if left:
        raise InputError(f"{name}: shorter than the zip says")
    if crc != entry.crc:
        raise InputError(f"{name}: damaged: its checksum does not fit")


def _to_data(stream: BinaryIO, entry: Entry, name: str) -> None:
    """Stand at the first byte of its data, its own header held against the directory's."""
    stream.seek(entry.offset)
    head = stream.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
        raise InputError(f"{name}: not where the zip's list of entries says")
    _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL.unpack(head)
    if stream.read(name_length) != entry.name:
        raise InputError(f"{name}: has two names")
    extra = stream.read(extra_length)
    if method != entry.method or (flags ^ entry.flags) & _ENCRYPTED:
        raise InputError(f"{name}: packed otherwise than the zip's list of entries says")
    if not flags & _LATER:
        if 0xFFFFFFFF in (packed, size) and len(long := extra_field(extra, 1)) >= 16:
            size, packed = struct.unpack_from("<2Q", long)
        if (crc, packed, size) != (entry.crc, entry.packed, entry.size):
            raise InputError(f"{name}: its sizes are not those of the zip's list of entries")
    if stream.tell() + entry.packed > entry.limit:
        raise InputError(f"{name}: overlaps another entry")


def _packed(stream: BinaryIO, entry: Entry, name: str) -> Iterator[bytes]:
    """Its packed bytes. The stream is placed before each read: several members may be read in turns."""
    at, left = stream.tell(), entry.packed
    while left:
        stream.seek(at)
        block = stream.read(min(_READ_BYTES, left))
        if not block:
            raise InputError(f"{name}: cut short")
        at, left = at + len(block), left - len(block)
        yield block


def _stored(blocks: Iterator[bytes], _entry: Entry) -> Iterator[bytes]:
    return blocks


def _deflated(blocks: Iterator[bytes], _entry: Entry) -> Iterator[bytes]:
    return _unpacked(_Deflate(), blocks, must_end=True)


def _bzip2(blocks: Iterator[bytes], _entry: Entry) -> Iterator[bytes]:
    return _unpacked(_Standard(bz2.BZ2Decompressor()), blocks, must_end=True)


def _lzma(blocks: Iterator[bytes], entry: Entry) -> Iterator[bytes]:
    """APPNOTE.TXT 5.8.8: version, length of the properties, the properties, then the raw stream."""
    first = next(blocks, b"")
    length = int.from_bytes(first[2:4], "little")
    if length != 5 or len(first) < 9 or first[4] >= 9 * 5 * 5:
        raise EOFError
    # No distance can be greater than what is there, so a dictionary need not be either.
    dictionary = max(4096, min(int.from_bytes(first[5:9], "little"), entry.size))
    if dictionary > LZMA_DICTIONARY_BYTES:
        raise EOFError
    rest, lc = divmod(first[4], 9)
    pb, lp = divmod(rest, 5)
    filters = [{"id": lzma.FILTER_LZMA1, "dict_size": dictionary, "lc": lc, "lp": lp, "pb": pb}]
    unpacker = _Standard(lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters))

    def after() -> Iterator[bytes]:
        yield first[9:]
        yield from blocks

    return _unpacked(unpacker, after(), must_end=bool(entry.flags & _LZMA_ENDS_ITSELF))


_UNPACK: dict[int, Callable[[Iterator[bytes], Entry], Iterator[bytes]]] = {
    0: _stored, 8: _deflated, 12: _bzip2, 14: _lzma,
}  # fmt: skip


def _unpacked(unpacker: _Unpacker, blocks: Iterator[bytes], *, must_end: bool) -> Iterator[bytes]:
    """EOFError if the stream does not end with its last block or goes on behind it."""
    for block in blocks:
        if unpacker.ended():
            raise EOFError
        piece = unpacker.unpack(block, PIECE_BYTES)
        while piece or not (unpacker.hungry() or unpacker.ended()):
            if piece:
                yield piece
            if unpacker.ended():
                break
            piece = unpacker.unpack(b"", PIECE_BYTES)
    if unpacker.spare() or (must_end and not unpacker.ended()):
        raise EOFError
