"""What X says of an archive, and how that compares."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.archives.x_archive.account import Owner
from bot.archives.x_archive.manifest import Manifest, compared, read_manifest
from bot.archives.x_archive.members import Member
from bot.archives.x_archive.names import Role
from bot.errors import InputError
from tests.archives.x_archive.builder import Invented, manifest

ONE, TWO, THREE = (Role("following", part) for part in range(3))


def read(text: bytes) -> tuple[Manifest, list[str]]:
    notes: list[str] = []
    return read_manifest(Member("manifest.js", len(text), lambda: iter((text,))), notes), notes


def said(**parts: Any) -> tuple[Manifest, list[str]]:
    return read(f"window.__THAR_CONFIG = {json.dumps(parts)};".encode())


def test_what_x_writes_is_read() -> None:
    parts = {"following": [("data/following.js", 0, 3), ("data/following-part1.js", 1, 2)], "follower": []}
    found, notes = read(manifest(Invented(), parts, partial=True))
    assert found == Manifest(
        Owner(1001, "alice_x"), datetime(2025, 1, 15, 10, tzinfo=UTC), True, {ONE: 3, TWO: 2}
    )  # fmt: skip
    assert notes == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-01-15T10:00:00.000Z", (2025, 1, 15, 10)), ("2019-03-05 19:02:00 +0100", (2019, 3, 5, 18, 2)),
        ("Tue Mar 05 19:02:00 +0000 2019", (2019, 3, 5, 19, 2)), ("2021-01-01T00:00:00", (2021, 1, 1)),
        ("2021-01-01T01:00:00+01:00", (2021, 1, 1)), ("2021-01-01", (2021, 1, 1)),
    ],
)  # fmt: skip
def test_dates_of_all_years(text: str, date: tuple[int, int, int]) -> None:
    found, notes = said(archiveInfo={"generationDate": text})
    assert found.date == datetime(*date, tzinfo=UTC)
    assert notes == []


@pytest.mark.parametrize("value", ["yesterday", 7, "0001-01-01T00:00:00+14:00", "", [], "9999-12-31T23:00:00-05:00"])
def test_what_is_no_date_is_told(value: object) -> None:
    assert said(archiveInfo={"generationDate": value}) == (Manifest(), ["manifest.js: its generationDate is no date"])


def test_little_is_enough() -> None:
    assert said() == (Manifest(), [])
    assert said(archiveInfo=None, userInfo=None, dataTypes=None) == (Manifest(), [])
    assert read(b"{}") == (Manifest(), ["manifest.js: plain JSON, without X's first line"])
    assert read(b"window.YTD.manifest.part0 = {}") == (Manifest(), [])
    assert said(userInfo={"accountId": 12, "displayName": "\ud83d"})[0].owner == Owner(12)


@pytest.mark.parametrize(
    ("count", "number"),
    [("7", 7), (7, 7), ("0", 0), (None, None), ("many", None), (-1, None), (True, None), (1.5, None), ("9" * 30, None)],
)
def test_counts(count: object, number: int | None) -> None:
    files = [{"fileName": "data\\Following.js", "count": count}, {"fileName": "data/like.js"}, {"fileName": 7}]
    assert said(dataTypes={"following": {"files": files}})[0].parts == {ONE: number}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"[]", "Expected `object`"), (b"{", "not valid JSON"), (b'{"a": \xff}', "not valid JSON"),
        (b'{"dataTypes": []}', "Expected `object"), (b'{"userInfo": {"accountId": "1.0"}}', "accountId: an X id"),
        (b'{"dataTypes": {"following": {"files": {}}}}', "Expected `array"), (b"", "empty"),
        (b"window.YTD.account.part0 = {}", "calls itself account, not manifest"),
    ],
)  # fmt: skip
def test_what_is_no_manifest(text: bytes, why: str) -> None:
    with pytest.raises(InputError, match=rf"^manifest\.js: {why}"):
        read(text)


@pytest.mark.parametrize(
    ("named", "there", "lines", "missing"),
    [
        ({ONE: 3}, {ONE: 3}, [], False), ({ONE: None}, {ONE: 3}, [], False), ({}, {ONE: 3, TWO: 1}, [], False),
        ({ONE: 4}, {ONE: 3}, ["f0: 3 entries, and 4 by manifest.js"], False),
        ({ONE: 3, TWO: 1}, {ONE: 3}, ["following-part1.js: named by manifest.js and missing"], True),
        ({ONE: 3}, {ONE: 3, TWO: 1}, ["f1: not named by manifest.js"], False),
        ({}, {TWO: 3}, ["following: 1 parts below part 1 are missing"], True),
        ({}, {Role("follower", 999_999): 1}, ["follower: 999999 parts below part 999999 are missing"], True),
        ({TWO: 3, THREE: 3}, {TWO: 3, THREE: 3}, [], False),
        ({Role("account"): 1, ONE: 3}, {ONE: 3}, ["account.js: named by manifest.js and missing"], False),
    ],
)  # fmt: skip
def test_differences(named: dict[Role, int | None], there: dict[Role, int], lines: list[str], missing: bool) -> None:
    names = {role: f"f{role.part}" for role in there}
    assert compared(Manifest(parts=named), there, names) == (lines, missing)
