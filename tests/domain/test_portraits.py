"""Names in profiles, whole or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.accounts import Account, Platform
from bot.domain.portraits import hosts_in, names_account, names_x

ALICE = Account(Platform.BLUESKY, "did:plc:alice", "alice.bsky.social")
DOMAIN = Account(Platform.BLUESKY, "did:plc:ann", "ann.example")
BOB = Account(Platform.MASTODON, "https://piaille.fr/users/bob", "bob@piaille.fr", "https://piaille.fr/@bob")


@pytest.mark.parametrize(
    "words",
    [
        "https://x.com/alice", "x.com/alice", "www.twitter.com/Alice?s=20", "Twitter: @alice", "On X: @Alice.",
        "ex @alice (X)", "hello\nX : @alice\nbye", "(https://twitter.com/alice)", "mobile.twitter.com/alice/status/1",
        "Sur X\u202f: @alice\u202f!",
    ],
)  # fmt: skip
def test_a_profile_that_names_the_x_handle(words: str) -> None:
    assert names_x(words, "alice")


@pytest.mark.parametrize(
    "words",
    [
        "", "alice", "@alice", "x.com/alice2", "x.com/malice", "@alice_ on X", "@alice.bsky.social on X",
        "@alice@piaille.fr on X", "netflix.com/alice", "x.com.evil.example/alice", "evil.example/x.com/alice",
        "https://evil.example/?u=x.com/alice", "x.com/@alicе", "fax.com/alice", "Instagram: @alice",
        "@alice works on X-rays", "x.com/i/user/alice", "https://x.com@evil.example/alice",
    ],
)  # fmt: skip
def test_a_profile_that_does_not(words: str) -> None:
    assert not names_x(words, "alice")


def test_nobody_is_named_by_nothing() -> None:
    assert not names_x("x.com/", "") and not names_account("", ALICE)


@pytest.mark.parametrize(
    ("words", "account"),
    [
        ("now at alice.bsky.social", ALICE), ("(@alice.bsky.social)", ALICE), ("bsky.app/profile/alice", ALICE),
        ("https://bsky.app/profile/did:plc:alice", ALICE), ("did:plc:alice", ALICE), ("→ @ann.example!", DOMAIN),
        ("@bob@piaille.fr", BOB), ("bob@piaille.fr,", BOB), ("https://piaille.fr/@bob", BOB), ("piaille.fr/@Bob", BOB),
    ],
)  # fmt: skip
def test_words_that_name_an_account(words: str, account: Account) -> None:
    assert names_account(words, account)


@pytest.mark.parametrize(
    ("words", "account"),
    [
        ("alice", ALICE), ("@alice", ALICE), ("malice.bsky.social", ALICE), ("alice.bsky.social.evil.example", ALICE),
        ("alice.bsky.socials", ALICE), ("xann.example", DOMAIN), ("bob@piaille.fr.evil.example", BOB), ("@bob", BOB),
        ("rob@piaille.fr", BOB), ("https://evil.example/@bob@piaille.fr.evil", BOB), ("piaille.fr", BOB),
    ],
)  # fmt: skip
def test_words_that_do_not(words: str, account: Account) -> None:
    assert not names_account(words, account)


@given(st.text(max_size=200))
def test_no_words_break_it(words: str) -> None:
    assert names_x(words, "alice") in (True, False) and names_account(words, ALICE) in (True, False)
    assert all(isinstance(host, str) for host in hosts_in(words))


def test_the_hosts_of_addresses() -> None:
    words = "https://lemonde.fr/a, http://plain.example x.com/a (https://Live.lemonde.fr) https://lemonde.fr"
    assert hosts_in(words) == ["lemonde.fr", "live.lemonde.fr"]
