"""Whose copy an account is, and of which post: what Bridgy Fed's own domain vouches for, and nothing else."""

from __future__ import annotations

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.bridges import home_of, is_web_site, original_of, same_host

SKY, TUSK = Platform.BLUESKY, Platform.MASTODON
CONVERT, POST = "https://bsky.brid.gy/convert/ap/", "app.bsky.feed.post/3k"
ACTOR = "https://bsky.brid.gy/ap/did:plc:ann"


@pytest.mark.parametrize(
    ("copy", "original", "home"),
    [
        ((TUSK, ACTOR, "ann.bsky.social@bsky.brid.gy"), "", (SKY, "did:plc:ann", "ann.bsky.social")),
        ((TUSK, ACTOR, "ann.example@ann.example"), "", (SKY, "did:plc:ann", "ann.example")),
        ((TUSK, "https://bsky.brid.gy/ap/did:web:ann.example", ""), "", (SKY, "did:web:ann.example", "")),
        ((TUSK, "", "ann.bsky.social@bsky.brid.gy"), "", (SKY, "", "ann.bsky.social")),
        ((SKY, "did:plc:c", "ann.m.example.ap.brid.gy"), "https://m.example/@ann/1", (TUSK, "", "ann@m.example")),
        ((SKY, "did:plc:c", "ann.m.example.ap.brid.gy"), "https://m.example/@ann", (TUSK, "", "ann@m.example")),
        ((SKY, "did:plc:c", "a-nn.m.example.ap.brid.gy"), "https://m.example/@a_nn/1", (TUSK, "", "a_nn@m.example")),
        ((SKY, "did:plc:c", "ann.m.example.ap.brid.gy"), "https://web.m.example/@ann/1", (TUSK, "", "ann@m.example")),
        ((SKY, "did:plc:c", "ann.misskey.io.ap.brid.gy"), "https://misskey.io/notes/1", (TUSK, "", "ann@misskey.io")),
        (
            (SKY, "did:plc:c", "ann.example.web.brid.gy"),
            "https://ann.example/post",
            (TUSK, "https://web.brid.gy/ann.example", "ann.example@web.brid.gy"),
        ),
    ],
)
def test_the_forms_of_the_bridge(
    copy: tuple[Platform, str, str], original: str, home: tuple[Platform, str, str]
) -> None:
    found = home_of(Account(*copy), original)
    assert found is not None
    stable = "" if found.id == found.url and home[1] == "" else found.id
    assert (found.platform, stable, found.handle) == home


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ((TUSK, "https://m.example/users/ann", "ann@m.example"), ""),
        ((TUSK, "https://m.example/ap/did:plc:ann", "ann.example@bsky.brid.gy"), ""),
        ((TUSK, "https://bsky.brid.gy.m.example/ap/did:plc:ann", "ann@m.example"), ""),
        ((TUSK, "https://bsky.brid.gy/bsky.brid.gy", "bsky.brid.gy@bsky.brid.gy"), ""),
        ((TUSK, "http://bsky.brid.gy/ap/did:plc:ann", "ann.example@bsky.brid.gy"), ""),
        ((SKY, "did:plc:c", "ann.bsky.social"), "https://m.example/@ann/1"),
        ((SKY, "did:plc:c", "ann.m.example.ap.brid.gy.example"), "https://m.example/@ann/1"),
        ((SKY, "did:plc:c", "bob.m.example.ap.brid.gy"), "https://m.example/@ann/1"),
        ((SKY, "did:plc:c", "ann.m.example.ap.brid.gy"), ""),
        ((SKY, "did:plc:c", "ann.m.example.ap.brid.gy"), "garbage"),
        ((SKY, "did:plc:c", "ann.m.example.ap.brid.gy"), "https://[::1"),
        ((SKY, "did:plc:c", "a-nn.misskey.io.ap.brid.gy"), "https://misskey.io/notes/1"),
        ((SKY, "did:plc:c", "ann.b.misskey.io.ap.brid.gy"), "https://misskey.io/notes/1"),
        ((Platform.X, "7", "ann"), ""),
    ],
)
def test_what_anybody_could_write_proves_nothing(copy: tuple[Platform, str, str], original: str) -> None:
    assert home_of(Account(*copy), original) is None


def test_a_web_site_goes_by_its_name_in_the_fediverse() -> None:
    assert is_web_site(Account(TUSK, "https://web.brid.gy/ann.example", "ann.example@web.brid.gy"))
    assert not is_web_site(Account(TUSK, "https://m.example/ann.example", "ann.example@web.brid.gy"))


@pytest.mark.parametrize(
    ("uri", "author", "original"),
    [
        (f"{CONVERT}at://did:plc:ann/{POST}", "did:plc:ann", f"at://{{}}/{POST}"),
        (f"{CONVERT}at:/did:plc:ann/{POST}", "did:plc:ann", f"at://{{}}/{POST}"),
        ("https://bsky.brid.gy/convert/ap/at://did:plc:bob/app.bsky.feed.post/3k", "did:plc:ann", ""),
        ("https://m.example/convert/ap/at://did:plc:ann/app.bsky.feed.post/3k", "did:plc:ann", ""),
        ("https://bsky.brid.gy/convert/ap/at://did:plc:ann/app.bsky.feed.like/3k", "did:plc:ann", ""),
    ],
)
def test_the_original_of_a_copied_post(uri: str, author: str, original: str) -> None:
    assert original_of(uri, Account(SKY, author)) == original.format(author)


def test_the_original_of_a_web_sites_post() -> None:
    site = Account(TUSK, "https://web.brid.gy/ann.example", "ann.example@web.brid.gy")
    assert original_of("https://web.brid.gy/r/https://ann.example/post", site) == "https://ann.example/post"
    assert original_of("https://web.brid.gy/r/https://ann.example/post", Account(SKY, "did:plc:ann")) == ""


@pytest.mark.parametrize(
    ("uri", "url", "same"),
    [
        ("https://m.example/users/ann/statuses/1", "https://m.example/@ann/1", True),
        ("https://m.example/users/ann/statuses/1", "https://n.example/@bob/1", False),
        ("https://m.example/users/ann/statuses/1", "https://[::1", False),
        ("at://did:plc:ann/app.bsky.feed.post/3k", "", False),
    ],
)
def test_a_page_elsewhere_is_no_second_name_of_a_post(uri: str, url: str, same: bool) -> None:
    assert same_host(uri, url) is same
