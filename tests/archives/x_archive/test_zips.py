"""Which members of a zip are read, and that the others are not even looked at."""

import io
import zipfile

import pytest

from bot.archives.x_archive.names import Role
from bot.archives.x_archive.zips import read_zip
from bot.errors import InputError
from tests.archives.x_archive.builder import Invented, Layout, files, zipped
from tests.archives.x_archive.crafting import FOLLOWING, Item, crafted


def test_only_what_is_needed_is_read() -> None:
    text = zipped(files(Invented(), Layout()) | {"data/direct-messages.js": b"private" * 100}, zipfile.ZIP_STORED)
    private, asked = text.index(b"private"), []

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            start = self.tell()
            got = super().read(size)
            asked.append((start, start + len(got)))
            return got

    # So much behind it that the search for the end of the zip does not come near.
    far = zipped({"data/direct-messages.js": b"private" * 100, "data/x": bytes(200_000)}, zipfile.ZIP_STORED)
    stream = Watched(crafted([Item()], before=far + bytes(1000)))
    members, _ = read_zip(stream)
    assert b"".join(members[Role("following")].pieces()) == FOLLOWING
    assert not [where for where in asked if where[0] < 100_000]
    members, _ = read_zip(Watched(text))
    assert private > 0
    assert {role.kind for role in members} == {"following", "follower", "account", "profile", "manifest"}


@pytest.mark.parametrize(
    "odd",
    [
        Item(name=b"../../etc/passwd"), Item(name=b"/etc/passwd"), Item(name=b"c:\\x"), Item(name=b"\0\n\x1b"),
        Item(name=b"data/like.js", flags=1), Item(name=b"data/like.js", method=9), Item(name=b""),
        Item(name=b"link", mode=0o120777), Item(name=b"data/like.js", c_size=1 << 31), Item(name=b"\xff", flags=0x800),
        Item(name=b"__MACOSX/data/._following.js", text=b"\0"), Item(name=b"data/like.js", l_size=3),
        Item(name=b"data/.DS_Store"), Item(name=b"data/tweets.js", flags=1), Item(name=b"twitter-old.zip"),
    ],
    ids=lambda item: repr(item.name),
)  # fmt: skip
def test_odd_members_that_nobody_reads_do_no_harm(odd: Item) -> None:
    for items in ([odd, Item()], [Item(), odd], [odd, Item(), odd]):
        members, notes = read_zip(io.BytesIO(crafted(items)))
        assert b"".join(members[Role("following")].pieces()) == FOLLOWING
        assert notes == []


def test_backslashes_are_accepted_with_a_word() -> None:
    _, notes = read_zip(io.BytesIO(crafted([Item(name=b"a\\data\\following.js")])))
    assert notes == ["a/data/following.js: named with backslashes"]


def test_a_zip_of_nothing_says_what_was_looked_for() -> None:
    with pytest.raises(InputError, match=r"X's archives hold data/following\.js and data/follower\.js"):
        read_zip(io.BytesIO(zipped({"a.txt": b""})))
