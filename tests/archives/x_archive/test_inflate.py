"""Unpacking, in every method, held against what the zip says."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.archives.x_archive.directory import Entry, read_directory
from bot.archives.x_archive.inflate import PIECE_BYTES, check, pieces
from bot.errors import InputError
from tests.archives.x_archive.builder import zipped
from tests.archives.x_archive.crafting import FOLLOWING, Item, crafted, deflate

NAME = "data/following.js"
LONG = FOLLOWING + os.urandom(300_000).hex().encode() + b" " * 400_000


def entry_of(stream: io.BytesIO) -> Entry:
    (_, entry), = read_directory(stream).entries  # fmt: skip
    return entry


def unpacked(text: bytes) -> Iterator[bytes]:
    stream = io.BytesIO(text)
    entry = entry_of(stream)
    check(entry, NAME)
    return pieces(stream, entry, NAME)


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=str
)
@pytest.mark.parametrize("text", [b"", b"x", FOLLOWING, LONG], ids=len)
def test_every_method_gives_the_text_in_small_pieces(method: int, text: bytes) -> None:
    found = list(unpacked(zipped({NAME: text}, method)))
    assert b"".join(found) == text
    assert max(map(len, found), default=0) <= PIECE_BYTES


def test_sizes_may_stand_behind_the_data() -> None:
    """As packers write to a pipe, and X does."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    held = Pipe()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(NAME, "w") as file:
        file.write(FOLLOWING)
    assert b"".join(unpacked(held.getvalue())) == FOLLOWING


def test_lzma_may_end_without_saying_so() -> None:
    held = io.BytesIO(zipped({NAME: FOLLOWING}, zipfile.ZIP_LZMA))
    entry = replace(entry_of(held), flags=0)
    assert b"".join(pieces(held, entry, NAME)) == FOLLOWING


def test_an_own_header_may_hold_long_sizes() -> None:
    extra = struct.pack("<HHQQ", 1, 16, len(FOLLOWING), len(deflate(FOLLOWING)))
    item = Item(l_size=0xFFFFFFFF, l_packed=0xFFFFFFFF, l_extra=extra)
    assert b"".join(unpacked(crafted([item]))) == FOLLOWING


def test_a_bomb_is_left_at_its_declared_size() -> None:
    """What is unpacked beyond the declared size is one piece, however much there would be."""
    item = Item(packed=deflate(bytes(50_000_000)), c_size=10, l_size=10)
    given = unpacked(crafted([item]))
    with pytest.raises(InputError, match="longer than the zip says"):
        next(given)


def test_two_members_are_read_in_turns() -> None:
    stream = io.BytesIO(zipped({NAME: LONG, "data/follower.js": LONG[::-1]}))
    both = [pieces(stream, entry, NAME) for _, entry in read_directory(stream).entries]
    texts = [b"", b""]
    for pair in zip(*both, strict=True):
        texts = [text + piece for text, piece in zip(texts, pair, strict=True)]
    assert texts == [LONG, LONG[::-1]]


def test_a_dictionary_no_greater_than_the_text_is_enough() -> None:
    """Packers ask for 64 MB and more even for a small file."""
    text = bytearray(zipped({NAME: FOLLOWING}, zipfile.ZIP_LZMA))
    at = text.index(b"\x09\x04\x05\x00") + 5
    text[at : at + 4] = b"\xff\xff\xff\xff"
    assert b"".join(unpacked(bytes(text))) == FOLLOWING


def test_a_stream_that_ends_is_told() -> None:
    stream = io.BytesIO(crafted([Item(flags=8)]))
    entry = replace(entry_of(stream), limit=1 << 40, packed=1 << 20)
    stream.truncate(60)
    with pytest.raises(InputError, match=f"^{NAME}: (cut short|damaged)"):
        list(pieces(stream, entry, NAME))


def test_the_checksum_is_that_of_the_text() -> None:
    assert zlib.crc32(FOLLOWING) == entry_of(io.BytesIO(crafted([Item()]))).crc
