"""Our own form, as the documentation shows it and as files really are."""

import io
import json
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archives.json_lines import read_json_lines
from bot.domain.accounts import Account, Platform
from bot.domain.registry import BadRow, ListsRow, PersonRow, Row


def rows(*lines: object) -> list[Row]:
    written = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_json_lines(io.BytesIO(written), "f.jsonl"))


def test_a_person_as_documented() -> None:
    person = {
        "x_id": "123", "x_handle": "Alice", "language": "fr", "proof_level": 4, "later": "ignored",
        "accounts": [
            {"network": "bluesky", "id": "did:plc:abc", "handle": "alice.bsky.social"},
            {"network": "mastodon", "instance": "https://piaille.fr", "id": "109", "handle": "alice"},
        ],
        "consent": {"found": "followed", "named": True, "told": "at-once"},
    }  # fmt: skip
    assert rows(person) == [
        PersonRow(
            1, 123, "alice", "fr",
            accounts=(
                Account(Platform.BLUESKY, "did:plc:abc", "alice.bsky.social"),
                Account(Platform.MASTODON, "", "alice@piaille.fr", local_id="109", local_host="piaille.fr"),
            ),
            levels=(None, None),
            consent=(("found", "followed"), ("named", "yes"), ("told", "at-once")),
            level=4,
        )
    ]  # fmt: skip


def test_follows_and_people_mix_even_on_one_line() -> None:
    assert rows({"x_id": 1}, {"x_id": "1", "follows": ["2", 3]}, {"x_id": 1, "x_handle": "a", "followers": []}) == [
        PersonRow(1, 1),
        ListsRow(2, 1, array("q", [2, 3]), None),
        PersonRow(3, 1, "a"),
        ListsRow(3, 1, None, array("q")),
    ]


def test_an_account_may_carry_its_uri_its_page_and_its_own_level() -> None:
    account = {
        "network": "mastodon", "uri": "https://piaille.fr/users/Alice", "url": "https://piaille.fr/@Alice",
        "handle": "alice@piaille.fr", "instance": "https://piaille.fr", "id": "109", "proof_level": 5,
    }  # fmt: skip
    (person,) = rows({"x_id": 1, "accounts": [account], "proof_level": 2})
    assert isinstance(person, PersonRow)
    assert (person.levels, person.level) == ((5,), 2)
    assert person.accounts == (
        Account(
            Platform.MASTODON, "https://piaille.fr/users/Alice", "alice@piaille.fr", "https://piaille.fr/@Alice", "109",
            "piaille.fr",
        ),
    )  # fmt: skip


def test_null_and_blank_are_absent() -> None:
    account = {"network": "bluesky", "id": None, "handle": " alice "}
    (person,) = rows(b"", {"x_id": 1, "x_handle": None, "language": "", "accounts": [account], "follows": None})
    assert person == PersonRow(2, 1, accounts=(Account(Platform.BLUESKY, "", "alice.bsky.social"),), levels=(None,))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "truncated"), (b"[]", "object"), (b"3", "object"), (b'{"x_id":1}{"x_id":2}', "JSON"), (b"\xff", "JSON"),
        (b'{"x_id":"1","x_handle":"\xff"}', "UTF-8"), (b"[" * 100_000, ""), (b'{"x_id":1,"a":' + b"[" * 90_000, "deep"),
        ({}, "x_id"), ({"x_id": None}, "x_id"), ({"x_id": 1.0}, "x_id"), ({"x_id": "1e3"}, "x_id: "),
        ({"x_id": True}, "x_id"), ({"x_id": 2**63}, "x_id: "), ({"x_id": 1, "x_handle": "a b"}, "x_handle: "),
        ({"x_id": 1, "language": "french"}, "language: "), ({"x_id": 1, "proof_level": 0}, "proof_level: "),
        ({"x_id": 1, "proof_level": 6}, "proof_level: "), ({"x_id": 1, "proof_level": "4"}, "proof_level"),
        ({"x_id": 1, "accounts": [{"network": "threads", "id": "1"}]}, "accounts.network: "),
        ({"x_id": 1, "accounts": [{"network": "bluesky"}]}, "accounts: "),
        ({"x_id": 1, "accounts": [{"network": "bluesky", "id": "plc:abc"}]}, "accounts.id: "),
        ({"x_id": 1, "accounts": [{"network": "mastodon", "id": "1", "handle": "a"}]}, "accounts.instance: missing"),
        ({"x_id": 1, "accounts": [{"network": "mastodon", "handle": "a@b.c", "uri": "ftp://b.c/a"}]}, "accounts.uri: "),
        ({"x_id": 1, "accounts": [{"id": "did:plc:abc"}]}, "network"), ({"x_id": 1, "accounts": {}}, "accounts"),
        ({"x_id": 1, "consent": {"found": "all"}}, "found is one of"),
        ({"x_id": 1, "consent": {"sold": "no"}}, "purpose"),
        ({"x_id": 1, "follows": ["x"]}, "follows: "), ({"x_id": 1, "followers": [1.5]}, "followers"),
        ({"x_id": 1, "follows": "2"}, "follows"), ({"x_id": 1, "follows": [2, None]}, "follows"),
    ],
)  # fmt: skip
def test_a_bad_line_says_why_and_the_next_is_read(line: object, why: str) -> None:
    bad, good = rows(line, {"x_id": 7})
    assert isinstance(bad, BadRow) and (bad.file, bad.line) == ("f.jsonl", 1) and why in bad.reason
    assert good == PersonRow(2, 7)


def test_a_bad_part_spoils_the_whole_line() -> None:
    assert len(rows({"x_id": 1, "x_handle": "alice", "follows": [0]})) == 1


def test_reasons_never_tell_the_value() -> None:
    secrets = ("77777777777", "someone_there", "sömeone")
    lines = [
        {"x_id": secrets[0] + "x"}, {"x_id": 1, "x_handle": "@" + secrets[1] + "!"},
        {"x_id": 1, "accounts": [{"network": secrets[1], "handle": secrets[2]}]},
        {"x_id": 1, "consent": {secrets[1]: secrets[2]}}, {"x_id": 1, "follows": [secrets[0] * 3]},
        {"x_id": 1, "accounts": [{"network": "mastodon", "handle": secrets[2] + "@" + secrets[1]}]},
    ]  # fmt: skip
    bad = rows(*lines)
    assert len(bad) == len(lines)
    assert not [row for row in bad for secret in secrets if not isinstance(row, BadRow) or secret in row.reason]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(["x_id", "x_handle", "language", "accounts", "proof_level", "consent", "follows", "followers"])


@given(st.dictionaries(keys, json_values) | json_values)
def test_any_json_is_read_or_refused(value: object) -> None:
    assert all(isinstance(row, PersonRow | ListsRow | BadRow) for row in rows(json.dumps(value).encode()))
