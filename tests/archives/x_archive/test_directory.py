"""The list of entries of a zip, in all the ways packers write it."""

import io
import struct
import tracemalloc
from pathlib import Path

import pytest

from bot.archives.x_archive import open_archive
from bot.archives.x_archive.directory import Directory, extra_field, is_zip, read_directory
from bot.errors import InputError
from tests.archives.x_archive.crafting import FOLLOWING, Item, central, crafted, deflate, end, local


def read(text: bytes) -> Directory:
    return read_directory(io.BytesIO(text))


def names(found: Directory) -> list[str]:
    return [place.path for place, _ in found.entries]


@pytest.mark.parametrize(
    "text",
    [
        crafted([Item()]),
        crafted([Item()], comment=b"PK\5\6 a comment that looks like an end"),
        crafted([Item()], comment=b"x" * 65_535),
        crafted([Item()], before=b"#!/bin/sh\nunzip $0\n"),
        crafted([Item()], before=b"#!/bin/sh\n", zip64=True),
        crafted([Item()], zip64=True),
        crafted([Item()]) + b"\r\n",
    ],
    ids=["plain", "comment", "long comment", "behind a script", "zip64 behind a script", "zip64", "with a rest"],
)
def test_the_end_is_found(text: bytes) -> None:
    assert is_zip(io.BytesIO(text))
    found = read(text)
    assert (names(found), found.files, found.packed) == (["data/following.js"], 1, 0)
    entry = found.entries[0][1]
    assert text[entry.offset : entry.offset + 4] == b"PK\3\4"
    assert text[entry.limit : entry.limit + 4] == b"PK\1\2"


def test_what_is_no_zip() -> None:
    assert not is_zip(io.BytesIO(b""))
    assert not is_zip(io.BytesIO(FOLLOWING))
    assert is_zip(io.BytesIO(b"PK\3\4"))


def test_zip64_numbers_are_taken_where_the_short_ones_are_full() -> None:
    packed = len(deflate(FOLLOWING))
    extra = b"\xfe\xca\x02\0xx" + struct.pack("<HHQQ", 1, 16, len(FOLLOWING), packed)
    item = Item(c_size=0xFFFFFFFF, c_packed=0xFFFFFFFF, c_extra=extra)
    (_, entry), = read(crafted([item])).entries  # fmt: skip
    assert (entry.size, entry.packed, entry.offset) == (len(FOLLOWING), packed, 0)


def test_extra_fields() -> None:
    assert extra_field(b"\1\0\2\0ab\2\0\1\0c", 2) == b"c"
    assert extra_field(b"\1\0\2\0ab", 2) == b""
    assert extra_field(b"\1\0", 1) == b""


def test_names_are_read_in_both_encodings() -> None:
    found = read(crafted([Item(name="été/data/following.js".encode(), flags=0x800), Item(name=b"\x82/like.js")]))
    assert names(found) == ["été/data/following.js"]
    assert names(read(crafted([Item(name=b"\x82t\x82/data/following.js")]))) == ["été/data/following.js"]


def test_a_count_that_lost_its_high_bits_is_believed() -> None:
    """As packers without zip64 write it for more than 65,535 entries."""
    media = [Item(name=b"%d.jpg" % number, text=b"", method=0) for number in range(0x10000 + 3)]
    found = read(crafted([*media, Item()], count=4))
    assert (names(found), found.files) == (["data/following.js"], 0x10000 + 4)


def test_a_zip_of_macos_longer_than_4_gb_is_read(tmp_path: Path) -> None:
    """It has no zip64: offsets and counts have lost their high bits."""
    media, list_of = Item(name=b"data/tweets_media/1.mp4", text=b""), Item()
    file = tmp_path / "sparse.zip"
    with file.open("wb") as stream:
        stream.write(local(media))
        at = stream.seek(9 * 2**30 // 2)
        stream.write(local(list_of))
        directory = central(media, 0) + central(list_of, at % 2**32)
        start = stream.tell()
        stream.write(directory + end(2, len(directory), start % 2**32))
    with file.open("rb") as stream:
        found = read_directory(stream)
        assert [(place.path, entry.offset) for place, entry in found.entries] == [("data/following.js", at)]
    assert list(open_archive(file).following.ids) == [2001]  # type: ignore[union-attr]


def test_little_is_kept_of_many_entries() -> None:
    """X's archives of heavy users have a hundred thousand pictures; `zipfile` would hold sixty megabytes."""
    text = crafted([Item(name=f"data/tweets_media/{number:0100}.jpg".encode(), text=b"") for number in range(4_000)])
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    assert read(text).files == 4_000
    highest = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert highest < 2_000_000


def test_the_rest_is_counted() -> None:
    found = read(crafted([Item(name=b"a.zip"), Item(name=b"b/B.ZIP"), Item(name=b"outbox.json"), Item(name=b"b/")]))
    assert (found.files, found.packed, found.service) == (3, 2, "Mastodon")


@pytest.mark.parametrize(
    "text",
    [
        crafted([Item()], zip64=True).replace(b"PK\6\6", b"PK\6\5"),
        crafted([Item()]).replace(b"PK\1\2", b"PK\1\3"),
        crafted([Item(c_extra=b"\1\0\x08\0" + b"\xff" * 8, c_packed=0xFFFFFFFF)]),
    ],
)
def test_damage_is_told(text: bytes) -> None:
    with pytest.raises(InputError, match="a damaged zip"):
        read(text)
