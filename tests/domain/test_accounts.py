"""Handles in every form people write them, and ids that are never guessed."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.accounts import (
    _X_NOT_PEOPLE,
    MAX_X_ID,
    Account,
    Platform,
    normalise_handle,
    normalise_host,
    parse_account,
    parse_did,
    parse_x_id,
)
from bot.errors import InputError

X, BLUESKY, MASTODON = Platform.X, Platform.BLUESKY, Platform.MASTODON

FORMS = {
    (X, "alice"): [
        "alice", "@alice", " @Alice ", "＠alice", "\u2066@alice\u2069", "x.com/alice", "https://x.com/alice",
        "https://twitter.com/alice?s=20", "https://mobile.twitter.com/Alice/", "http://www.twitter.com/@alice",
        "https://x.com/alice/status/1234", "https://twitter.com/#!/alice",
        "https://twitter.com/intent/user?screen_name=alice",
    ],
    (BLUESKY, "alice.bsky.social"): [
        "alice.bsky.social", "@alice.bsky.social", "Alice.BSKY.social", "alice", "@alice", " ＠alice\u200b",
        "https://bsky.app/profile/alice.bsky.social", "bsky.app/profile/alice.bsky.social/",
        "https://bsky.app/profile/alice.bsky.social/post/3kabc", "https://bsky.app/profile/alice",
        "https://deer.social/profile/alice.bsky.social", "alice.bsky.social.", "at://alice.bsky.social",
    ],
    (BLUESKY, "xn--caf-dma.example"): ["café.example", "@CAFÉ.example", "https://bsky.app/profile/café.example"],
    (MASTODON, "alice@piaille.fr"): [
        "alice@piaille.fr", "@alice@piaille.fr", "@Alice@Piaille.FR", "＠alice＠piaille.fr", "acct:alice@piaille.fr",
        "https://piaille.fr/@alice", "https://piaille.fr/users/alice", "piaille.fr/@alice",
        "https://mastodon.social/@alice@piaille.fr", "https://piaille.fr/@alice/109372843234",
        "https://piaille.fr:443/@alice", "https://piaille.fr/web/@alice",
    ],
    (MASTODON, "alice@xn--caf-dma.example"): ["@alice@café.example", "https://café.example/@alice"],
    (MASTODON, "alice@127.0.0.1:8080"): ["@alice@127.0.0.1:8080", "http://127.0.0.1:8080/@alice"],
}  # fmt: skip


@pytest.mark.parametrize(("platform", "kept", "written"), [(p, k, w) for (p, k), ws in FORMS.items() for w in ws])
def test_every_form_gives_one_handle(platform: Platform, kept: str, written: str) -> None:
    assert normalise_handle(platform, written) == kept


@pytest.mark.parametrize(("platform", "kept", "written"), [(p, k, w) for (p, k), ws in FORMS.items() for w in ws])
def test_an_admin_may_write_every_form(platform: Platform, kept: str, written: str) -> None:
    account = parse_account(f"x:{written}" if platform is X else written)
    assert (account.platform, account.id, account.handle) == (platform, "", kept)


@pytest.mark.parametrize(
    ("platform", "written"),
    [
        (X, ""), (X, "@"), (X, "al ice"), (X, "a" * 21), (X, "https://piaille.fr/@alice"), (X, "https://x.com/i"),
        (X, "https://x.com/search?q=alice"), (X, "alicé"), (X, "https://x.com/"),
        (BLUESKY, ""), (BLUESKY, "al_ice"), (BLUESKY, "alice..bsky.social"), (BLUESKY, "handle.invalid"),
        (BLUESKY, "alice@piaille.fr"), (BLUESKY, "-alice"), (BLUESKY, "a" * 64), (BLUESKY, "alice.123"),
        (BLUESKY, "https://bsky.app/about"), (BLUESKY, "x.com/alice"), (BLUESKY, ("a" * 60 + ".") * 5 + "com"),
        (MASTODON, "alice"), (MASTODON, "@alice@"), (MASTODON, "@@piaille.fr"), (MASTODON, "alice@pia ille.fr"),
        (MASTODON, "alice@x.com"), (MASTODON, "a@b@c"), (MASTODON, ".alice@piaille.fr"),
        (MASTODON, "https://piaille.fr/about"), (MASTODON, "alice@piaille.fr:99999"), (MASTODON, "alice@[::1"),
    ],
)  # fmt: skip
def test_what_is_no_handle_is_refused_without_an_echo(platform: Platform, written: str) -> None:
    with pytest.raises(InputError) as refusal:
        normalise_handle(platform, written)
    assert len(written) < 4 or written not in str(refusal.value)


def test_a_mastodon_name_takes_the_host_it_is_given() -> None:
    assert normalise_handle(MASTODON, "@Alice", host="https://Piaille.FR/") == "alice@piaille.fr"
    assert normalise_handle(MASTODON, "alice@example.org", host="social.example.org") == "alice@example.org"
    assert normalise_handle(MASTODON, "https://piaille.fr/@alice", host="else.where") == "alice@piaille.fr"


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("piaille.fr", "piaille.fr"), ("https://Piaille.fr", "piaille.fr"), ("https://piaille.fr/", "piaille.fr"),
        ("http://127.0.0.1:8080", "127.0.0.1:8080"), ("http://piaille.fr:80", "piaille.fr"), ("localhost", "localhost"),
        (" https://café.example ", "xn--caf-dma.example"), ("piaille.fr.", "piaille.fr"),
    ],
)  # fmt: skip
def test_a_server_is_a_host_or_an_origin(written: str, host: str) -> None:
    assert normalise_host(written) == host


@pytest.mark.parametrize(
    "written", ["", "https://", "ftp://piaille.fr", "piaille.fr/@alice", "a b", "u@h", "https://h?x=1"]
)
def test_what_is_no_server_is_refused(written: str) -> None:
    with pytest.raises(InputError):
        normalise_host(written)


@pytest.mark.parametrize(
    ("written", "account"),
    [
        ("x:123", Account(X, id="123")),
        ("X: 123 ", Account(X, id="123")),
        ("https://twitter.com/i/user/123", Account(X, id="123")),
        ("https://x.com/intent/user?user_id=123", Account(X, id="123")),
        ("did:plc:ewvi7nxzyoun6zhxrhs64oiz", Account(BLUESKY, id="did:plc:ewvi7nxzyoun6zhxrhs64oiz")),
        ("did:web:example.org", Account(BLUESKY, id="did:web:example.org")),
        ("at://did:web:example.org/app.bsky.actor.profile/self", Account(BLUESKY, id="did:web:example.org")),
        ("https://bsky.app/profile/did:web:example.org", Account(BLUESKY, id="did:web:example.org")),
        ("https://piaille.fr/@alice", Account(MASTODON, "", "alice@piaille.fr", url="https://piaille.fr/@alice")),
        ("https://a.example/@bob@b.example", Account(MASTODON, "", "bob@b.example")),
        ("https://a.example/ap/users/115", Account(MASTODON, "https://a.example/ap/users/115")),
    ],
)
def test_an_admins_account(written: str, account: Account) -> None:
    assert parse_account(written) == account


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("123", "x:NUMBER"), ("x:", "x:NUMBER"), ("x:0", "whole number"), ("x:al ice", "x:NUMBER"),
        ("did:plc:", "DID"), ("", "account"), ("x:bsky.app/profile/alice", "x:NUMBER"), ("https://x.com/home", "x:@"),
        ("javascript://x.com/alice", "account"), ("https://alice@x.com/bob", "account"), ("alice bob", "account"),
    ],
)  # fmt: skip
def test_an_admin_is_told_what_to_write(written: str, hint: str) -> None:
    with pytest.raises(InputError, match=hint):
        parse_account(written)


@pytest.mark.parametrize("value", ["1", 1, " 42 ", str(MAX_X_ID), MAX_X_ID])
def test_x_ids(value: object) -> None:
    assert parse_x_id(value) == int(str(value))


@pytest.mark.parametrize(
    "value",
    [0, -1, "0", "01", "+1", "-1", "1.0", "1e3", "1.2E+18", "1_000", "", "١٢٣", MAX_X_ID + 1, str(MAX_X_ID + 1),
     1.0, 2.0**60, True, None, [1], "9" * 5000],
)  # fmt: skip
def test_what_is_no_x_id(value: object) -> None:
    with pytest.raises(InputError, match="whole number"):
        parse_x_id(value)


def test_a_did_is_not_a_handle() -> None:
    assert parse_did(" did:plc:abc ") == "did:plc:abc"
    for wrong in ("plc:abc", "did:PLC:abc", "did:plc:", "did:plc:a b", "did:web:" + "a" * 2048):
        with pytest.raises(InputError):
            parse_did(wrong)


names = st.text(string.ascii_letters + string.digits + "_", min_size=1, max_size=15)
labels = st.text(string.ascii_letters + string.digits, min_size=1, max_size=20)


@given(names)
def test_x_forms_agree(name: str) -> None:
    assume(name.lower() not in _X_NOT_PEOPLE)
    forms = (name, f"@{name}", f"  {name.upper()}", f"twitter.com/{name}?s=20")
    assert {normalise_handle(X, form) for form in forms} == {name.lower()}


@given(labels)
def test_bluesky_forms_agree(name: str) -> None:
    full = f"{name}.bsky.social"
    forms = (name, f"@{name}", full, full.upper(), f"@{full}", f"https://bsky.app/profile/{full}")
    assert {normalise_handle(BLUESKY, form) for form in forms} == {full.lower()}


@given(names, labels)
def test_mastodon_forms_agree(user: str, label: str) -> None:
    host = f"{label}.example"
    forms = (f"{user}@{host}", f"@{user}@{host}", f"https://{host}/@{user}", f"https://{host}/users/{user}",
             f"https://else.where/@{user}@{host}")  # fmt: skip
    assert {normalise_handle(MASTODON, form) for form in forms} == {f"{user}@{host}".lower()}


@given(st.sampled_from(Platform), st.text(max_size=80))
def test_any_text_gives_a_plain_handle_or_a_refusal(platform: Platform, text: str) -> None:
    try:
        handle = normalise_handle(platform, text)
    except InputError:
        return
    assert handle.isascii() and handle == handle.lower() and not set(handle) & set(" /\\<>\"'")
    assert normalise_handle(platform, handle) == handle


@given(st.text(max_size=80) | st.from_regex(r"(https?://)?[a-z.]{1,9}/(@|users/|profile/)?[a-z@.%0-9]{1,20}"))
def test_any_text_is_an_account_or_a_refusal(text: str) -> None:
    try:
        account = parse_account(text)
    except InputError:
        return
    assert account.id or account.handle


@given(st.integers() | st.floats() | st.text() | st.from_regex(r"[0-9]{1,25}", fullmatch=True))
def test_an_x_id_is_exact_or_refused(value: object) -> None:
    try:
        number = parse_x_id(value)
    except InputError:
        return
    assert 1 <= number <= MAX_X_ID and str(number) == str(value).strip()
