"""Zips written byte by byte, so that they can lie in any field."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

FOLLOWING = b'window.YTD.following.part0 = [ { "following" : { "accountId" : "2001" } } ]'


@dataclass(frozen=True)
class Item:
    """An entry; what is None is as it should be. `c_` is said in the directory, `l_` in the entry's own header."""

    name: bytes = b"data/following.js"
    text: bytes = FOLLOWING
    method: int = 8
    flags: int = 0
    packed: bytes | None = None
    c_name: bytes | None = None
    c_size: int | None = None
    l_size: int | None = None
    c_packed: int | None = None
    l_packed: int | None = None
    c_crc: int | None = None
    l_crc: int | None = None
    l_method: int | None = None
    offset: int | None = None
    mode: int = 0o100644
    c_extra: bytes = b""
    l_extra: bytes = b""

    def body(self) -> bytes:
        if self.packed is not None:
            return self.packed
        return deflate(self.text) if self.method == 8 else self.text


def deflate(text: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(text) + packer.flush()


def first(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value


def local(item: Item) -> bytes:
    body = item.body()
    head = struct.pack(
        "<4s5H3L2H", b"PK\3\4", 20, item.flags, first(item.l_method, item.method), 0, 33,
        first(item.l_crc, zlib.crc32(item.text)), first(item.l_packed, len(body)),
        first(item.l_size, len(item.text)), len(item.name), len(item.l_extra),
    )  # fmt: skip
    return head + item.name + item.l_extra + body


def central(item: Item, offset: int) -> bytes:
    name = item.name if item.c_name is None else item.c_name
    head = struct.pack(
        "<4s6H3L5H2L", b"PK\1\2", 0x314, 20, item.flags, item.method, 0, 33,
        first(item.c_crc, zlib.crc32(item.text)), first(item.c_packed, len(item.body())),
        first(item.c_size, len(item.text)), len(name), len(item.c_extra), 0, 0, 0, item.mode << 16,
        first(item.offset, offset),
    )  # fmt: skip
    return head + name + item.c_extra


def end(count: int, size: int, offset: int, comment: bytes = b"", disk: int = 0) -> bytes:
    return struct.pack("<4s4H2LH", b"PK\5\6", disk, disk, count, count, size, offset, len(comment)) + comment


def end_64(count: int, size: int, offset: int, at: int) -> bytes:
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    return record + struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)


def crafted(
    items: Sequence[Item], *, before: bytes = b"", comment: bytes = b"", count: int | None = None,
    size: int | None = None, offset: int | None = None, zip64: bool = False, disk: int = 0,
) -> bytes:  # fmt: skip
    """A zip of these entries; `count`, `size` and `offset` are what it says of its directory."""
    body, directory = bytearray(), bytearray()
    for item in items:
        directory += central(item, len(body))
        body += local(item)
    count, size, offset = first(count, len(items)), first(size, len(directory)), first(offset, len(body))
    text = before + body + directory
    if zip64:
        text += end_64(count, size, offset, len(text))
        count, size, offset = 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF
    return text + end(count, size, offset, comment, disk)
