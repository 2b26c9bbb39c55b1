"""Rows that cannot all be true are found, all of them; rows that agree or complete each other are not."""

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.registry import (
    BadRow,
    Contradictions,
    PersonRow,
    file_and_line,
    parse_consent,
    parse_consents,
    place,
)
from bot.errors import InputError


def bluesky(did: str = "", handle: str = "") -> Account:
    return Account(Platform.BLUESKY, did, handle)


def mastodon(handle: str, local_id: str = "", uri: str = "") -> Account:
    host = handle.partition("@")[2] if local_id else ""
    return Account(Platform.MASTODON, uri, handle, local_id=local_id, local_host=host)


def found(*rows: tuple[int, list[Account]]) -> dict[int, str]:
    """Bad rows, by their number in order from 0, when all are of one file."""
    contradictions = Contradictions(["a.csv"])
    bad: dict[int, str] = {}
    for line, (x_id, accounts) in enumerate(rows):
        bad.update(contradictions.check(0, PersonRow(line, x_id, accounts=tuple(accounts))))
    return bad


@pytest.mark.parametrize(
    "rows",
    [
        [(1, [bluesky("did:plc:a", "a.x")]), (1, [bluesky("did:plc:a", "a.x")])],
        [(1, [bluesky("did:plc:a", "old.x")]), (1, [bluesky("did:plc:a", "new.x")])],
        [(1, [bluesky("", "a.x")]), (1, [bluesky("did:plc:a", "a.x")])],
        [(1, [bluesky("did:plc:a")]), (1, [mastodon("a@b.c")])],
        [(1, [mastodon("a@b.c", "7")]), (1, [mastodon("a@b.c")])],
        [(1, [mastodon("a@b.c"), mastodon("a@d.e")]), (1, [mastodon("a@d.e")])],
        [(1, []), (1, [bluesky("did:plc:a")]), (2, [])],
        # A handle that changed hands: both accounts are known by what does not change.
        [(1, [bluesky("did:plc:a", "a.x")]), (2, [bluesky("did:plc:b", "a.x")])],
        # The same number on two servers is two people.
        [(1, [mastodon("a@b.c", "7")]), (2, [mastodon("b@d.e", "7")])],
    ],
)
def test_rows_that_can_all_be_true(rows: list[tuple[int, list[Account]]]) -> None:
    assert found(*rows) == {}


@pytest.mark.parametrize(
    "rows",
    [
        [(1, [bluesky("did:plc:a")]), (1, [bluesky("did:plc:b")])],
        [(1, [bluesky("did:plc:a", "a.x")]), (1, [bluesky("", "b.x")])],
        [(1, [bluesky("did:plc:a", "a.x")]), (1, [bluesky("did:plc:b", "a.x")])],
        [(1, [mastodon("a@b.c", "7")]), (1, [mastodon("a@b.c", "8")])],
        [(1, [bluesky("did:plc:a")]), (2, [bluesky("did:plc:a")])],
        [(1, [bluesky("", "a.x")]), (2, [bluesky("", "a.x")])],
        [(1, [bluesky("did:plc:a", "a.x")]), (2, [bluesky("", "a.x")])],
        [(1, [mastodon("a@b.c")]), (2, [mastodon("a@b.c", "7")])],
        [(1, [mastodon("a@b.c", uri="https://b.c/a")]), (2, [mastodon("b@b.c", uri="https://b.c/a")])],
    ],
)
def test_rows_that_cannot_all_be_true_are_all_bad(rows: list[tuple[int, list[Account]]]) -> None:
    assert set(found(*rows)) == {0, 1}
    assert set(found(*reversed(rows))) == {0, 1}
    assert set(found((3, [bluesky("did:plc:z")]), *rows)) == {1, 2}


def test_reasons_name_the_other_row_and_nobody() -> None:
    contradictions = Contradictions(["a.csv", "b.csv"])
    assert not list(contradictions.check(0, PersonRow(7, 1, accounts=(bluesky("did:plc:secret"),))))
    bad = dict(contradictions.check(1, PersonRow(9, 1, accounts=(bluesky("did:plc:other"),))))
    assert {file_and_line(at): why for at, why in bad.items()} == {
        (0, 7): "line 9 of b.csv gives this X id another account",
        (1, 9): "line 7 of a.csv gives this X id another account",
    }


def test_places_are_in_the_order_of_reading() -> None:
    places = [place(0, 1), place(0, 2**39), place(1, 1), place(1, 2)]
    assert places == sorted(places)
    assert [file_and_line(at) for at in places] == [(0, 1), (0, 2**39), (1, 1), (1, 2)]


def test_a_bad_row_reads_as_people_expect() -> None:
    assert str(BadRow("people.csv", 17, "twitter_id: missing")) == "people.csv:17: twitter_id: missing"


def test_consents() -> None:
    assert parse_consents("") == {}
    assert parse_consents("found=nobody, told = at-once,named=yes") == {
        "found": "nobody", "told": "at-once", "named": "yes",
    }  # fmt: skip
    assert [parse_consent("counted", value) for value in (True, False, "no")] == ["yes", "no", "no"]


@pytest.mark.parametrize(
    "text", ["found", "found=", "found=all", "sold=no", "told=yes", "found=nobody,found=network", "=", "named=True"]
)
def test_consents_that_cannot_be_read(text: str) -> None:
    with pytest.raises(InputError):
        parse_consents(text)


@pytest.mark.parametrize(("purpose", "value"), [("told", True), ("named", None), ("named", 1), ("named", ["yes"])])
def test_consent_values_of_the_wrong_kind(purpose: str, value: object) -> None:
    with pytest.raises(InputError):
        parse_consent(purpose, value)
