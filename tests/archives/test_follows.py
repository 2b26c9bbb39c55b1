"""The list of accounts that Mastodon imports."""

from __future__ import annotations

import csv
import io

from bot.archives.follows import HEADER, MOST_BYTES, MOST_ROWS, files, followable
from bot.domain.accounts import Account, Platform

COLUMNS = ["Account address", "Show boosts", "Notify on new posts", "Languages"]


def mastodon(handle: str) -> Account:
    return Account(Platform.MASTODON, f"https://{handle}", handle)


def as_mastodon_reads(text: str) -> list[dict[str, object]]:
    """The rows by the rules of app/models/form/import.rb; AssertionError where it would refuse the file."""
    assert len(text.encode()) <= 20 * 1024 * 1024
    rows = list(csv.DictReader(io.StringIO(text), strict=True))
    assert next(csv.reader(io.StringIO(text))) == COLUMNS
    assert len(rows) <= 20_000
    read: list[dict[str, object]] = []
    for row in rows:
        assert None not in row and None not in row.values()
        assert {row["Show boosts"], row["Notify on new posts"]} <= {"true", "false"}
        languages = [word.strip() for word in row["Languages"].split(",") if word.strip()] or None
        acct = row["Account address"].strip().removeprefix("@")
        read.append({"acct": acct, "boosts": row["Show boosts"] == "true", "languages": languages})
    return read


def test_each_account_once_and_never_ones_own() -> None:
    handles = ("bob@m.example", "Ann@M.example", "bob@m.example", "ann@m.example")
    accounts = [mastodon(handle) for handle in handles]
    others = [Account(Platform.BLUESKY, "did:plc:x", "x.bsky.social"), mastodon("cat@n.example")]
    assert list(followable([*accounts, *others], own=[mastodon("ann@m.example")])) == ["bob@m.example", "cat@n.example"]


def test_no_cell_is_a_formula_or_breaks_the_table() -> None:
    hostile = ["=cmd()@m.example", "+1@m.example", "-x@m.example", "@@m.example", "a,b@m.example", 'a"b@m.example', "@"]
    assert list(followable([*map(mastodon, hostile), mastodon("@dan@m.example")], own=[])) == ["dan@m.example"]


def test_no_match_is_a_file_without_rows() -> None:
    assert list(files([])) == [HEADER]
    assert as_mastodon_reads(HEADER) == []


def test_a_file_holds_what_mastodon_takes_and_the_next_begins_with_the_header() -> None:
    addresses = [f"user{number}@m.example" for number in range(2 * MOST_ROWS + 1)]
    parts = list(files(addresses))
    read = [as_mastodon_reads(text) for text in parts]
    assert [len(rows) for rows in read] == [MOST_ROWS, MOST_ROWS, 1]
    assert [row["acct"] for rows in read for row in rows] == addresses
    assert read[0][0] == {"acct": "user0@m.example", "boosts": True, "languages": None}


def test_long_addresses_are_split_by_size() -> None:
    addresses = [f"{'u' * 60}{number}@{'h' * 1900}.example" for number in range(12_000)]
    parts = list(files(addresses))
    assert len(parts) == 2
    assert max(len(text.encode()) for text in parts) <= MOST_BYTES
    assert sum(len(as_mastodon_reads(text)) for text in parts) == len(addresses)
