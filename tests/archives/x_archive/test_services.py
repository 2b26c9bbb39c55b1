"""Whose archive it is when it is none of X."""

import pytest

from bot.archives.x_archive.names import LISTS
from bot.archives.x_archive.services import OLD_X, format_of, is_packed, nothing_found, service_of


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("archive-2025/outbox.json", "Mastodon"), ("following_accounts.csv", "Mastodon"), ("repo.car", "Bluesky"),
        ("a\\your_instagram_activity\\likes\\x.json", "Instagram"), ("friends/friends.json", "Facebook"),
        ("Connections.csv", "LinkedIn"), ("Takeout/archive_browser.html", "Google"), ("user_data.json", "TikTok"),
        ("data/js/tweets/2012_05.js", OLD_X), ("data/js/user_details.js", OLD_X), ("data/tweets.js", ""), ("", ""),
        ("my outbox.json", ""), ("data/like.js", ""),
    ],
)  # fmt: skip
def test_services(name: str, service: str) -> None:
    assert service_of(name) == service


def test_packed_files() -> None:
    assert is_packed("twitter/A.ZIP") and is_packed("a.tar.gz")
    assert not is_packed("zip.js")


@pytest.mark.parametrize(
    ("head", "name"),
    [(b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (bytes(257) + b"ustar", "a tar archive"), (b"[", ""), (b"", "")],
)
def test_formats(head: bytes, name: str) -> None:
    assert format_of(head) == name


def test_what_is_said_of_nothing() -> None:
    assert nothing_found(LISTS, "", 0, 0).startswith("holds no file")
    assert nothing_found(LISTS, "", 2, 2).startswith("holds nothing but another archive")
    assert nothing_found(LISTS, "", 2, 1).startswith("holds neither following.js nor follower.js")
    assert nothing_found(["tweet"], "", 2, 1) == "holds no tweets.js: X's archives hold data/tweets.js"
    assert nothing_found(LISTS, "Mastodon", 2, 1).startswith("looks like an archive of Mastodon")
    assert "before 2018" in nothing_found(LISTS, OLD_X, 9, 0)
