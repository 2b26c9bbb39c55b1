"""What stands before the JSON, in all its spellings."""

import pytest

from bot.archives.x_archive.prefix import body_of
from bot.errors import InputError

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize("piece", [1, 100_000])
@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        (b"window.YTD.following.part0 = [", "following", 0), (b"window.YTD.following.part12=[", "following", 12),
        (b"window.YTD.following=[", "following", None), (b"YTD.follower.part0 = [", "follower", 0),
        (b"window.YTD.tweets.part1\n=\t\r\n[", "tweet", 1), (b"window.YTD.tweet.part0 = [", "tweet", 0),
        (BOM + b"window.YTD.following.part0 = [", "following", 0), (b"\twindow . YTD . following=[", "following", None),
        (b"window.ytd.Following.Part0 = [", "following", 0), (b"window.__THAR_CONFIG = [", "manifest", None),
        (b"window.YTD.manifest.part0 = [", "manifest", 0), (b"[", None, None), (BOM + b" [", None, None),
        (b"window.YTD.following.part0" + b" " * 5000 + b"=" + b" " * 100_000 + b"[", "following", 0),
    ],
)  # fmt: skip
def test_prefixes(text: bytes, kind: str | None, part: int | None, piece: int) -> None:
    whole = text + b" 1 ]"
    body = body_of(iter([whole[at : at + piece] for at in range(0, len(whole), piece)]), "f")
    assert (body.kind, body.part) == (kind, part)
    assert b"".join(body.pieces).lstrip() == b"[ 1 ]"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "empty"), (BOM, "empty"), (b" \n ", "empty"), (b"\xff\xfew\0", "not UTF-8"), (b"w\0i\0", "not UTF-8"),
        (b"hello", "neither"), (b"window.YTD.following.part0 [", "neither"), (b"window.following = [", "begins like"),
        (b"var a = [", "begins like"), (b"window['YTD'] = {}", "begins like"), (b"window.YTD = {}", "begins like"),
        (b"Account address,a\n", "neither"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_x(text: bytes, why: str) -> None:
    with pytest.raises(InputError, match=f"^f: {why}"):
        body_of(iter((text,)), "f")
