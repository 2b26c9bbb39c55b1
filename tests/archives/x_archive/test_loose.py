"""One list alone."""

import io

import pytest

from bot.archives.x_archive.loose import read_loose
from bot.archives.x_archive.names import Role
from bot.errors import InputError
from tests.archives.x_archive.builder import entry, text_of

PLAIN = b' [ { "follower" : { "accountId" : "1" } } ]'
FOLLOWING = text_of("following", 2, [entry("following", 1)])


@pytest.mark.parametrize(
    ("name", "text", "role"),
    [
        ("/a/following.js", FOLLOWING, Role("following")), ("following-part2.js", FOLLOWING, Role("following", 2)),
        ("following (1).js", FOLLOWING, Role("following", 2)), ("upload", FOLLOWING, Role("following", 2)),
        ("upload", PLAIN, Role("follower")), ("c:\\x\\FOLLOWER.JS", b"[]", Role("follower")),
        ("account.js", FOLLOWING, Role("following", 2)),
    ],
)  # fmt: skip
def test_a_list_is_known_by_what_it_says_then_by_its_name(name: str, text: bytes, role: Role) -> None:
    members, notes = read_loose(io.BytesIO(text), name)
    assert list(members) == [role]
    assert b"".join(members[role].pieces()) == text
    assert notes == []


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("follower.js", FOLLOWING, "calls itself following, not follower"), ("a", b"[]", "says neither following"),
        ("a", b"\x1f\x8b\x08", "a gzip archive"), ("account.js", b"[]", "is account.js alone"),
        ("a", b"Account address,Show boosts", "a list of Mastodon accounts"), ("a", b"", "empty"),
    ],
)  # fmt: skip
def test_what_is_no_list(name: str, text: bytes, why: str) -> None:
    with pytest.raises(InputError, match=f"^{name}: {why}"):
        read_loose(io.BytesIO(text), name)
