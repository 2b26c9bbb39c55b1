"""Names: what is read, what is nobody's business, what is a trap."""

import pytest

from bot.archives.x_archive.names import Place, Role, place_of, role_of, shown
from bot.errors import InputError


@pytest.mark.parametrize(
    ("base", "role"),
    [
        ("following.js", Role("following")), ("FOLLOWER-PART12.JS", Role("follower", 12)),
        ("following-part0.js", Role("following")), ("account.js", Role("account")), ("tweet.js", Role("tweet")),
        ("tweets-part3.js", Role("tweet", 3)), ("manifest.js", Role("manifest")), ("profile.js", Role("profile")),
        ("account-part1.js", None), ("followings.js", None), ("following.json", None), ("following.js.bak", None),
        ("following-part.js", None), ("following-part-1.js", None), ("following-part1234567.js", None), ("", None),
        ("lists-member.js", None), ("following (1).js", None), ("following-part٣.js", None),
    ],
)  # fmt: skip
def test_roles(base: str, role: Role | None) -> None:
    assert role_of(base) == role


@pytest.mark.parametrize(
    ("name", "root", "path"),
    [
        ("data/following.js", "", "data/following.js"), ("following.js", "", "following.js"),
        ("Twitter 2025/Data/Following.js", "twitter 2025", "Twitter 2025/Data/Following.js"),
        ("a\\data\\following.js", "a", "a/data/following.js"), ("./data//following.js", "", "data/following.js"),
        ("data/data/following.js", "data", "data/data/following.js"), ("a/b/following.js", "a/b", "a/b/following.js"),
    ],
)  # fmt: skip
def test_places(name: str, root: str, path: str) -> None:
    assert place_of(name) == Place(Role("following"), root, path, "\\" in name)


@pytest.mark.parametrize(
    "name",
    [
        "data/like.js", "__MACOSX/data/._following.js", "__MACOSX/data/following.js", "data/._following.js",
        "assets/js/following.js", "../like.js", "/etc/passwd", "data/following.js/", ".DS_Store", "a\0b",
    ],
)  # fmt: skip
def test_what_nobody_reads(name: str) -> None:
    assert place_of(name) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../following.js", "climbs"), ("data/../following.js", "climbs"), ("..\\following.js", "climbs"),
        ("/following.js", "absolute"), ("\\following.js", "absolute"), ("c:following.js", "absolute"),
        ("D:/following.js", "absolute"), ("following.js\0", "NUL"), ("\0/following.js", "NUL"),
    ],
)  # fmt: skip
def test_traps(name: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        place_of(name)


def test_names_stay_in_one_line() -> None:
    assert shown("a\nb\x1b[0m\u202ec") == "a?b?[0m?c"
    assert shown("x" * 500) == "x" * 120 + "..."
