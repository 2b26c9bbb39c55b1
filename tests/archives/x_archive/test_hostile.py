"""What is broken, hostile or simply something else: one line that names what, and nothing more."""

import bz2
import io
import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archives.x_archive import open_archive
from bot.errors import InputError
from tests.archives.x_archive.builder import Invented, Layout, archive_zip, files, text_of, write_folder, zipped
from tests.archives.x_archive.crafting import FOLLOWING, Item, central, crafted, deflate, end, end_64, local

GOOD = Invented()
MANY = bytes(range(65, 91)) * 4000
IN_FOLLOWING = r"data/following\.js"


def listed(*entries: str, kind: str = "following", before: str = "", after: str = "") -> bytes:
    return f"window.YTD.{kind}.part0 = {before}[{', '.join(entries)}]{after}".encode()


def one(ident: str) -> str:
    return f'{{"following": {{"accountId": {ident}}}}}'


def with_list(text: bytes) -> bytes:
    return zipped({"data/following.js": text}, zipfile.ZIP_STORED)


def with_id(ident: str) -> bytes:
    return with_list(listed(one('"1"'), one(ident), one('"3"')))


def members(**changed: bytes) -> bytes:
    return zipped(
        files(GOOD, Layout()) | {f"data/{name}.js": text for name, text in changed.items()}, zipfile.ZIP_STORED
    )


def item(**fields: object) -> bytes:
    return crafted([Item(**fields)])  # type: ignore[arg-type]


def overlapping() -> bytes:
    one_of_them = Item(name=b"data/follower.js", offset=0)
    return crafted([Item(), one_of_them])


def quoted() -> bytes:
    """The better bomb: an entry whose data holds the next entry."""
    inner = local(Item(name=b"data/like.js", method=0))
    outer = Item(method=0, text=FOLLOWING + inner)
    start = len(local(outer)) - len(inner)
    return crafted([outer, Item(name=b"data/like.js", method=0, offset=start)])


def many_entries(count: int) -> bytes:
    text = local(Item())
    directory = central(Item(), 0)
    return text + directory + end_64(count, len(directory), len(text), len(text + directory)) + end(0xFFFF, 0, 0)


def wide_directory() -> bytes:
    return crafted([Item()], size=256_000_001, zip64=True)


def huge_lzma() -> bytes:
    """A dictionary of 4 GB, in a member that says it is as long."""
    properties = b"\x09\x04\x05\x00" + bytes([93]) + b"\xff\xff\xff\xff"
    return item(method=14, packed=properties + b"\0" * 20_000_00, c_size=150_000_000, l_size=150_000_000)


HUGE_WORD = '"' + "9" * 5000 + '"'
DEEP = '{"a":' * 5000 + "1" + "}" * 5000

# What it is -> (the archive, the line that is told, without the words every line begins with).
HOSTILE: dict[str, tuple[bytes, str]] = {
    # Not an archive of X
    "empty": (b"", r"^the archive: empty$"),
    "a text": (b"Dear Elon,\n", "neither a file of X's archives"),
    "a script": (b"var following = [1]", "not like a file of X's archives"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + MANY, "neither a file of X's archives"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + MANY, "a 7z archive, not an archive of X"),
    "RAR": (b"Rar!\x1a\x07\x01" + MANY, "a RAR archive"),
    "tar.gz": (b"\x1f\x8b\x08" + MANY, "a gzip archive"),
    "tar": (bytes(257) + b"ustar" + bytes(300), "a tar archive"),
    "web page": (b"<!DOCTYPE html><title>Sign in</title>", "a web page"),
    "UTF-16": (b"\xff\xfe" + FOLLOWING.decode().encode("utf-16-le"), "a text in UTF-16"),
    "UTF-16 without a mark": (FOLLOWING.decode().encode("utf-16-le"), "not UTF-8|neither"),
    "Mastodon's list": (b"Account address,Show boosts\na@b.example,true\n", "a list of Mastodon accounts"),
    "loose tweets": (b"window.YTD.tweets.part0 = [ ]", "is tweet.js alone: give following.js"),
    "loose account": (b"window.YTD.account.part0 = [ ]", "is account.js alone"),
    "loose JSON of something": (b'[{"a": 1}]', "says neither following nor follower"),
    "Mastodon": (zipped({"outbox.json": b"{}", "actor.json": b"{}"}), "looks like an archive of Mastodon, not of X"),
    "Instagram": (
        zipped({"connections/followers_and_following/following.json": b"{}"}),
        "looks like an archive of Instagram",
    ),
    "Facebook": (zipped({"facebook-a/your_facebook_activity/posts/1.json": b""}), "looks like an archive of Facebook"),
    "X of 2012": (zipped({"data/js/tweets/2012_01.js": b"", "index.html": b""}), "from before 2018"),
    "a zip of letters": (zipped({"a.txt": b"a"}), "holds neither following.js nor follower.js"),
    "no file in it": (zipped({}), "holds no file"),
    "only a folder in it": (zipped({"data/": b""}), "holds no file"),
    "an archive in an archive": (zipped({"twitter.zip": archive_zip(GOOD)}), "holds nothing but another archive"),
    "no list in it": (zipped({"data/account.js": files(GOOD, Layout())["data/account.js"]}), "holds neither following"),
    "a folder with a list's name": (zipped({"data/following.js/": b""}), "holds no file"),
    "two archives": (
        zipped(files(GOOD, Layout(top="a/")) | files(GOOD, Layout(top="b/"))),
        r"holds more than one archive \(a, b\)",
    ),
    # Damaged or lying zips
    "cut short": (archive_zip(GOOD)[:-400], "cut short: the end of the zip is missing"),
    "only a beginning": (archive_zip(GOOD)[:100], "cut short"),
    "beginning missing": (archive_zip(GOOD)[300:], "cut short"),
    "one volume of several": (crafted([Item()], disk=1), "one volume of several"),
    "first volume": (b"PK\7\x08" + MANY, "cut short"),
    "encrypted": (item(flags=1), f"{IN_FOLLOWING}: encrypted"),
    "strongly encrypted": (item(flags=65), "encrypted"),
    "AES": (item(method=99, flags=1), "encrypted"),
    "Deflate64": (item(method=9), r"cannot be read here \(Deflate64\)"),
    "Zstandard": (item(method=93), r"cannot be read here \(Zstandard\)"),
    "method unknown": (item(method=77), r"cannot be read here \(method 77\)"),
    "patched": (item(flags=32), r"cannot be read here \(patched\)"),
    "a bomb": (
        zipped({"data/following.js": listed(before=" " * 5_000_000)}),
        f"{IN_FOLLOWING}: unpacks to more than 100 times",
    ),
    "a bomb that lies": (
        item(packed=deflate(FOLLOWING + b" " * 5_000_000), c_size=500, l_size=500),
        "longer than the zip says",
    ),
    "more than 1 GB": (
        item(packed=bytes(10_100_000), c_size=1_000_000_001, l_size=1_000_000_001),
        "its lists unpack to more than 1 GB",
    ),
    "too many entries": (many_entries(1_000_001), "more than 1,000,000 entries"),
    "a directory too wide": (wide_directory(), "longer than 256 MB"),
    "a directory beyond the file": (crafted([Item()], size=70_000), "cut short"),
    "a directory of zeros": (crafted([Item()], size=20, offset=0), "cannot be read"),
    "a count too high": (crafted([Item()], count=2), "list of entries cannot be read"),
    "a count too low": (crafted([Item(), Item(name=b"b")], count=1), "list of entries cannot be read"),
    "two entries in one place": (overlapping(), "its entries overlap"),
    "an entry in an entry": (quoted(), "its entries overlap"),
    "data into the directory": (item(method=0, c_packed=200, l_packed=200, c_size=200, l_size=200), "overlap"),
    "an own header that is longer": (item(l_extra=b"\xfe\xca\x04\0abcd", c_packed=100), "overlap"),
    "declared longer": (item(c_size=len(FOLLOWING) + 1, l_size=len(FOLLOWING) + 1), "shorter than the zip says"),
    "declared shorter": (item(c_size=len(FOLLOWING) - 1, l_size=len(FOLLOWING) - 1), "longer than the zip says"),
    "stored and shorter": (item(method=0, c_size=5, l_size=5), "longer than the zip says"),
    "sizes that disagree": (item(l_size=5), "its sizes are not those"),
    "checksums that disagree": (item(l_crc=5), "its sizes are not those"),
    "a wrong checksum": (item(c_crc=5, l_crc=5), "its checksum does not fit"),
    "methods that disagree": (item(l_method=0), "packed otherwise"),
    "names that disagree": (item(c_name=b"data/follower.js_"[:16]), "has two names|two names"),
    "not where it should be": (item(offset=3), "overlap|not where"),
    "deflate of noise": (item(packed=b"\xff" * 60), "damaged: it cannot be unpacked"),
    "deflate without its end": (item(packed=deflate(FOLLOWING)[:-9]), "damaged|shorter"),
    "deflate and more": (item(packed=deflate(FOLLOWING) + b"more"), "damaged: it cannot be unpacked"),
    "bzip2 of noise": (item(method=12, packed=b"\xff" * 60), "damaged: it cannot be unpacked"),
    "bzip2 twice": (item(method=12, packed=bz2.compress(FOLLOWING) * 2), "damaged"),
    "LZMA of noise": (item(method=14, packed=b"\x09\x04\x05\0\x5d\0\0\1\0" + b"\xff" * 60), "damaged|shorter"),
    "LZMA without properties": (item(method=14, packed=b"\x09\x04\x01\0\x5d"), "damaged"),
    "LZMA that wants 4 GB": (huge_lzma(), "damaged|cannot be"),
    "zip64 without its numbers": (item(c_size=0xFFFFFFFF), "cannot be read"),
    "zip64 of 2^63": (
        item(c_size=0xFFFFFFFF, c_extra=struct.pack("<HHQ", 1, 8, 1 << 63)),
        "cannot be read",
    ),
    # Names
    "climbs": (zipped({"../data/following.js": FOLLOWING}), r"a name that climbs out"),
    "climbs backwards": (zipped({"a\\..\\..\\data\\following.js": FOLLOWING}), r"a name that climbs out"),
    "absolute": (zipped({"/data/following.js": FOLLOWING}), "an absolute name"),
    "a drive": (zipped({"C:\\data\\following.js": FOLLOWING}), "an absolute name"),
    "a share": (zipped({"\\\\server\\data\\following.js": FOLLOWING}), "an absolute name"),
    "NUL": (item(name=b"data/following.js\0.png"), "a NUL in its name"),
    "NUL inside": (item(name=b"data/\0/following.js"), "a NUL in its name"),
    "a link": (item(mode=0o120777), f"{IN_FOLLOWING}: a symbolic link"),
    "a pipe": (item(mode=0o010644), f"{IN_FOLLOWING}: no regular file"),
    "twice": (crafted([Item(), Item()]), "the same file twice"),
    "twice in other letters": (zipped({"data/following.js": FOLLOWING, "Data/FOLLOWING.JS": FOLLOWING}), "twice"),
    "part 0 twice": (zipped({"data/following.js": FOLLOWING, "data/following-part0.js": FOLLOWING}), "twice"),
    "inside and outside of data": (zipped({"data/following.js": FOLLOWING, "following.js": FOLLOWING}), "twice"),
    "twice by its backslashes": (crafted([Item(), Item(name=b"data\\following.js")]), "twice"),
    "control signs in a name": (zipped({"a\nb\x1b[31m/../data/following.js": FOLLOWING}), r"a\?b\?\[31m/"),
    # Lists
    "an empty file": (with_list(b""), f"{IN_FOLLOWING}: empty"),
    "only a prefix": (with_list(b"window.YTD.following.part0 = "), "cut short"),
    "an object": (with_list(b"window.YTD.following.part0 = {}"), "not a list"),
    "a word": (with_list(b'window.YTD.following.part0 = "list"'), "not a list"),
    "the other list": (with_list(listed(kind="follower")), "calls itself follower, not following"),
    "tweets": (with_list(listed(kind="tweets")), "calls itself tweet"),
    "the end missing": (with_list(listed(one('"1"'))[:-1]), "cut short: its list does not end"),
    "the end of an entry missing": (with_list(listed(one('"1"'), one('"2"'))[:-4] + b"]"), "entry 2"),
    "more behind it": (with_list(listed(after="; alert(1)")), "something follows"),
    "another list behind it": (with_list(listed() + b"\n" + listed()), "something follows"),
    "a comma too many": (with_list(listed(one('"1"'), "")), "entry 2: missing between two commas"),
    "a comma first": (with_list(listed("", one('"1"'))), "entry 1: missing"),
    "no comma": (with_list(listed(one('"1"') + one('"2"'))), "entry 1: not valid JSON"),
    "numbers alone": (with_list(listed("1", "2")), "entry 1: no following with an accountId"),
    "lists in the list": (with_list(listed("[1]")), "entry 1: no following"),
    "no accountId": (with_list(listed(one('"1"'), '{"following": {"userLink": "x"}}')), "entry 2: no following"),
    "another kind of entry": (with_list(listed('{"follower": {"accountId": "1"}}')), "entry 1: no following"),
    "comments": (with_list(listed("/* hi */" + one('"1"'))), "entry 1: not valid JSON"),
    "unquoted names": (with_list(listed('{following: {accountId: "1"}}')), "entry 1: not valid JSON"),
    "not UTF-8": (with_list(listed(one('"\\udc00"'))), "entry 1: accountId"),
    "nested deeply": (with_list(listed(one('"1"'), f'{{"following": {DEEP}}}')), "nested too deeply"),
    "an entry of 2 MB": (with_list(listed(one('"1"'), one(f'"{os.urandom(1_000_001).hex()}"'))), "entry 2: longer"),
    "in the second part": (
        zipped({"data/following.js": FOLLOWING, "data/following-part1.js": listed(one('"1"'), one("true"))}),
        r"data/following-part1\.js \(part 1\): entry 2: accountId",
    ),
    # The other files
    "account.js broken": (members(account=b"window.YTD.account.part0 = [ {"), r"data/account\.js: not valid JSON"),
    "account.js without a number": (
        members(account=b'[{"account": {"username": "a"}}]'),
        "no account with an accountId",
    ),
    "account.js with half a number": (members(account=b'[{"account": {"accountId": 1.5}}]'), "accountId: an X id is"),
    "account.js an object": (members(account=b'{"accountId": "1"}'), r"data/account\.js: not a list"),
    "account.js of another": (members(account=b'[{"account": {"accountId": "7"}}]'), "two different owners"),
    "account.js of two": (
        members(account=b'[{"account": {"accountId": "1001"}}, {"account": {"accountId": "7"}}]'),
        "names two accounts",
    ),
    "account.js empty": (members(account=b""), r"data/account\.js: empty"),
    "account.js nested": (members(account=b"[" * 100_000), r"data/account\.js: nested too deeply"),
    "account.js too long": (members(account=b"[" + os.urandom(600_000).hex().encode()), "longer than 1000000 bytes"),
    "manifest.js broken": (members(manifest=b"window.__THAR_CONFIG = {"), r"data/manifest\.js: not valid JSON"),
    "manifest.js a list": (members(manifest=b"window.__THAR_CONFIG = []"), r"data/manifest\.js: Expected `object`"),
    "manifest.js nested": (members(manifest=b'{"a":' * 100_000), r"data/manifest\.js: not valid JSON"),
    "manifest.js of another": (members(manifest=b'{"userInfo": {"accountId": "8"}}'), "two different owners"),
    "manifest.js with a bad owner": (members(manifest=b'{"userInfo": {"accountId": "08"}}'), "accountId: an X id is"),
}

BAD_IDS = [
    '""', '"0"', "0", '"-5"', "-5", "-0", '"+5"', '" 12"', '"12 "', '"1\\n2"', '"012"', '"1e3"', "1e3", "1.0", '"1.0"',
    "12.5", '"0x1f"', '"1_000"', '"1,2"', '"٣"', '"１２"', "null", "true", "[1]", "{}", '"9223372036854775808"',
    "9223372036854775808", '"18446744073709551617"', "1e400", "9007199254740993.0", "NaN", "Infinity", HUGE_WORD,
    "9" * 5000, '"12', '"1"],[{"a":"1"',
]  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_wrong_is_said_in_one_line(what: str) -> None:
    text, line = HOSTILE[what]
    with pytest.raises(InputError, match=line) as fault:
        open_archive(io.BytesIO(text))
    assert_one_line(str(fault.value))


@pytest.mark.parametrize("ident", BAD_IDS, ids=lambda ident: ident[:20])
def test_a_bad_id_is_named_by_file_and_position_and_never_shown(ident: str) -> None:
    with pytest.raises(InputError, match=rf"^the archive: {IN_FOLLOWING} \(part 0\): entry 2: ") as fault:
        open_archive(io.BytesIO(with_id(ident)))
    assert_one_line(str(fault.value))
    assert len(ident) < 6 or ident.strip('"') not in str(fault.value).replace("9223372036854775807", "")


def assert_one_line(text: str) -> None:
    assert text.isprintable(), text
    assert text.startswith(("the archive: ", "the archive (part "))
    assert len(text) < 400


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) > 60


def test_a_bad_id_far_in_is_counted_right() -> None:
    entries = [one(f'"{number}"') for number in range(1, 40_000)]
    entries[33_332] = one("1.0")
    with pytest.raises(InputError, match=r"entry 33333: accountId"):
        open_archive(io.BytesIO(zipped({"data/following.js": listed(*entries)})))


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.symlink_to("/etc/passwd"),
        lambda path: os.mkfifo(path),
        lambda path: path.symlink_to(path.parent / "elsewhere.js"),
        lambda path: path.symlink_to(path),
    ],
    ids=["link outside", "pipe", "link to nothing", "link to itself"],
)
def test_traps_in_a_folder(make: Callable[[Path], None], tmp_path: Path) -> None:
    write_folder({"data/follower.js": text_of("follower", 0, [])}, tmp_path)
    make(tmp_path / "data" / "following.js")
    with pytest.raises(InputError, match=rf": {IN_FOLLOWING}: (a symbolic link|no regular file)$"):
        open_archive(tmp_path)


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    write_folder(files(GOOD, Layout()), tmp_path / "outside")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "data").symlink_to(tmp_path / "outside" / "data")
    with pytest.raises(InputError, match=r"data: a symbolic link$"):
        open_archive(tmp_path / "inside")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nowhere.zip", "cannot be read: No such file"), ("/dev/null", "no regular file"), ("pipe", "no regular file"),
        ("empty", "holds no file"), ("packed", "holds nothing but another archive"), ("nul\0", "cannot be read"),
    ],
)  # fmt: skip
def test_paths_that_are_no_archive(name: str, line: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    write_folder({"a.zip": archive_zip(GOOD)}, tmp_path / "packed")
    with pytest.raises(InputError, match=line):
        open_archive(tmp_path / name)


def test_a_closed_stream_is_told() -> None:
    stream = io.BytesIO(archive_zip(GOOD))
    stream.close()
    with pytest.raises(InputError, match=r"^the archive: cannot be read"):
        open_archive(stream)


PACKINGS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
UNBROKEN = {packing: archive_zip(GOOD, Layout(part_size=2), packing) for packing in PACKINGS}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PACKINGS), st.randoms(use_true_random=False))
def test_flipped_bits_are_found_or_do_not_matter(packing: int, chance: random.Random) -> None:
    text = bytearray(UNBROKEN[packing])
    for _ in range(chance.choice([1, 1, 1, 3, 20])):
        text[chance.randrange(len(text))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.1:
        del text[chance.randrange(len(text)) :]
    try:
        archive = open_archive(io.BytesIO(bytes(text)))
    except InputError as fault:
        assert_one_line(str(fault))
        return
    for found, ids in ((archive.following, GOOD.following), (archive.followers, GOOD.follower)):
        # A name in the list of entries can be hit so that a part is not recognised: then the manifest tells.
        assert archive.partial or (found is not None and list(found.ids) == sorted(ids or ()))
        assert found is None or set(found.ids) <= set(ids or ())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", "window.YTD.following.part0 = ", "PK\5\6", "[{"]))
def test_noise_is_refused_in_one_line(noise: bytes, before: str) -> None:
    for text in (before.encode() + noise, with_list(before.encode() + noise)):
        try:
            open_archive(io.BytesIO(text))
        except InputError as fault:
            assert_one_line(str(fault))
