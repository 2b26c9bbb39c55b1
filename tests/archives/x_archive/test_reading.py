"""An archive in any form says the same, and what is wrong with it is said in one line."""

import io
import random
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archives.x_archive import Profile, XArchive, open_archive
from bot.domain.accounts import MAX_X_ID
from bot.errors import InputError
from tests.archives.x_archive.builder import (
    YEARS,
    Invented,
    Layout,
    archive_zip,
    entry,
    files,
    manifest,
    sha256_of,
    text_of,
    write_folder,
    zipped,
)

ALICE = Invented()


def read(text: bytes) -> XArchive:
    return open_archive(io.BytesIO(text))


def read_members(members: dict[str, bytes]) -> XArchive:
    return read(zipped(members))


def agrees(archive: XArchive, person: Invented) -> None:
    for ids, found in ((person.following, archive.following), (person.follower, archive.followers)):
        if ids is None:
            assert found is None
        else:
            assert found is not None
            assert list(found.ids) == sorted(set(ids))
            assert (found.ids.typecode, found.count, found.sha256) == ("Q", len(set(ids)), sha256_of(ids))


@pytest.mark.parametrize("year", YEARS)
def test_every_year_zipped_or_unzipped_says_the_same(year: str, tmp_path: Path) -> None:
    members = files(ALICE, YEARS[year])
    for archive in (read_members(members), open_archive(write_folder(members, tmp_path))):
        agrees(archive, ALICE)
        assert (archive.owner, archive.username, archive.partial, archive.notes) == (1001, "alice_x", False, ())
        assert archive.profile == Profile("Now on alice.bsky.social", "https://piaille.fr/@alice")
        assert archive.words == "Now on alice.bsky.social\nhttps://piaille.fr/@alice"
        dated = datetime(2025, 1, 15, 10, tzinfo=UTC) if YEARS[year].manifest else None
        assert archive.date == dated


def test_a_zip_on_disk_and_a_folder_inside_folders_are_read(tmp_path: Path) -> None:
    file = tmp_path / "twitter.zip"
    file.write_bytes(archive_zip(ALICE))
    agrees(open_archive(file), ALICE)
    agrees(open_archive(write_folder(files(ALICE, Layout(top="a/b c/")), tmp_path / "there")), ALICE)
    agrees(open_archive(tmp_path / "there" / "a" / "b c" / "data"), ALICE)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (b"window.YTD.tweets.part0 = []", "calls itself tweet, not profile"),
        (b"window.YTD.profile.part0 = [", "data/profile.js: "),
        (b"window.YTD.profile.part0 = {}", "not a list"),
        (b"", "empty"),
        (b"[" + b" " * 1_000_000 + b"]", "longer than 1000000 bytes"),
        (b"\xff\xfe[", "not UTF-8"),
    ],
)
def test_lists_do_without_a_profile(text: bytes, note: str) -> None:
    archive = read(zipped(files(ALICE, YEARS["2024"]) | {"data/profile.js": text}, zipfile.ZIP_STORED))
    agrees(archive, ALICE)
    assert archive.profile is None
    assert [note in line for line in archive.notes] == [True]


def test_one_loose_list_is_enough(tmp_path: Path) -> None:
    text = text_of("following", 0, [entry("following", 7), entry("following", 5)])
    for source in (io.BytesIO(text), write_folder({"following.js": text}, tmp_path) / "following.js", tmp_path):
        archive = open_archive(source)
        agrees(archive, Invented(following=(5, 7), follower=None))
        assert (archive.owner, archive.username, archive.date, archive.partial) == (None, "", None, False)


def test_a_list_without_entries_is_empty_and_one_that_is_absent_is_none() -> None:
    person = Invented(following=(), follower=None)
    agrees(read(archive_zip(person)), person)


def test_ids_stay_whole_at_64_bits() -> None:
    person = Invented(following=(MAX_X_ID, MAX_X_ID - 1, 9007199254740993, 1), follower=(1,))
    agrees(read(archive_zip(person)), person)
    agrees(read(archive_zip(person, Layout(as_numbers=True))), person)


def test_what_stands_twice_is_taken_once_and_told() -> None:
    person = Invented(following=(5, 6, 5, 5), follower=(1,))
    archive = read(archive_zip(person, Layout(part_size=2)))
    agrees(archive, person)
    assert archive.notes == ("following: 2 of 4 entries were there before, each is taken once",)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    space = st.text(" \t\n\r", max_size=4)
    equals = f"{draw(space)}={draw(space)}"
    return Layout(
        top=draw(st.sampled_from(["", "x/", "twitter-2025-01-15-abc/", "Mes données/été/"])),
        data=draw(st.sampled_from(["data/", "", "DATA/"])),
        part_size=draw(st.integers(1, 9)),
        first_part=draw(st.sampled_from(["{kind}.js", "{kind}-part0.js"])),
        prefix=draw(st.sampled_from(["window.YTD.{kind}.part{part}", "window.YTD.{kind}", "YTD.{kind}.part{part}"]))
        + equals,
        bom=draw(st.booleans()),
        end=draw(st.sampled_from(["", ";", " ;\n", "\n"])),
        newline=draw(st.sampled_from(["\n", "\r\n"])),
        indent=draw(st.sampled_from([None, 0, 2, 7])),
        separators=(draw(space) + "," + draw(space), draw(space) + ":" + draw(space)),
        link=draw(st.sampled_from([None, "https://x.com/intent/user?user_id={id}", "}}, {{{id}"])),
        as_numbers=draw(st.booleans()),
        wrapped=draw(st.booleans()),
        upper=draw(st.booleans()),
        extra=draw(st.booleans()),
        manifest=draw(st.booleans()),
    )


IDS = st.lists(st.integers(1, MAX_X_ID), max_size=25)


@settings(max_examples=100, deadline=None)
@given(
    st.builds(Invented, following=IDS, follower=st.none() | IDS),
    layouts(),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]),
)
def test_any_layout_says_the_same(person: Invented, layout: Layout, compression: int) -> None:
    archive = read(archive_zip(person, layout, compression))
    agrees(archive, person)
    assert archive.owner == 1001
    assert not archive.partial


def test_two_owners_in_one_archive_are_refused() -> None:
    members = files(ALICE, Layout()) | {"data/manifest.js": manifest(replace(ALICE, owner=1002), {})}
    with pytest.raises(InputError, match=r"^the archive: account.js and manifest.js name two different owners$"):
        read_members(members)


def test_the_owner_comes_from_the_manifest_when_only_that_is_there() -> None:
    members = files(ALICE, Layout())
    del members["data/account.js"]
    archive = read_members(members)
    assert (archive.owner, archive.username) == (1001, "alice_x")


def test_a_part_that_is_missing_makes_it_partial() -> None:
    members = files(ALICE, Layout(part_size=1))
    del members["data/following-part1.js"]
    archive = read_members(members)
    agrees(archive, replace(ALICE, following=(2001, 2003)))
    assert archive.partial
    assert archive.notes == ("following-part1.js: named by manifest.js and missing",)
    del members["data/manifest.js"]
    archive = read_members(members)
    assert archive.partial
    assert archive.notes == ("following: 1 parts below part 2 are missing",)


def test_x_may_call_it_partial() -> None:
    archive = read_members(files(ALICE, Layout()) | {"data/manifest.js": manifest(ALICE, {}, partial=True)})
    assert archive.partial
    assert archive.notes == ("X calls this archive partial",)


def test_counts_that_differ_are_told() -> None:
    counts = {"following": [("data/following.js", 0, 99)], "follower": [("data/follower-part3.js", 3, 1)]}
    archive = read_members(files(ALICE, Layout()) | {"data/manifest.js": manifest(ALICE, counts)})
    assert archive.partial
    assert archive.notes == (
        "follower-part3.js: named by manifest.js and missing",
        "data/following.js: 3 entries, and 99 by manifest.js",
        "data/follower.js: not named by manifest.js",
    )


MEASURED = """
import sys
from pathlib import Path
from bot.archives.x_archive import open_archive
def held(which):
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(which))
Path("small.js").write_text('[{"following": {"accountId": "5"}}]')
open_archive(Path("small.js"))
before = held("VmRSS")
Path("/proc/self/clear_refs").write_text("5")
archive = open_archive(Path(sys.argv[1]))
print(archive.following.count, archive.following.sha256, held("VmHWM") - before)
"""


@pytest.mark.long
def test_a_million_follows_are_read_in_little(tmp_path: Path) -> None:
    ids = random.Random(3).sample(range(1, 2 * 10**18), 1_000_000)
    (tmp_path / "x.zip").write_bytes(archive_zip(Invented(following=ids), Layout(part_size=600_000, indent=None)))
    words = [sys.executable, "-c", MEASURED, "x.zip"]
    path = {"PYTHONPATH": str(Path(__file__).parents[3])}
    ended = subprocess.run(words, cwd=tmp_path, env=path, capture_output=True, text=True, check=True)
    count, sha256, kilobytes = ended.stdout.split()
    assert (int(count), sha256) == (1_000_000, sha256_of(ids))
    assert int(kilobytes) < 32_000
