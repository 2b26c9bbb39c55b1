"""Archives that are none of X: whose they are, told by the names of their files."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PACKED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst")

# Name of the service -> a path that its archives have and X's have not, in lower case.
_SERVICES = {
    "Mastodon": r"(outbox\.json|actor\.json|following_accounts\.csv)",
    "Instagram": r"(connections/followers_and_following/.*|your_instagram_activity/.*)",
    "Facebook": r"(your_facebook_activity/.*|friends_and_followers/.*|(connections/)?friends/.*)",
    "Bluesky": r"repo\.car",
    "TikTok": r"user_data(_tiktok)?\.(json|txt)",
    "Google": r"archive_browser\.html",
    "LinkedIn": r"connections\.csv",
    "Reddit": r"subscribed_subreddits\.csv",
}
_NAMES = re.compile("|".join(f"(?:^|.*/)(?P<{name}>{path})$" for name, path in _SERVICES.items()))
_OLD_X = re.compile(r"(?:^|.*/)data/js/(?:user_details\.js|tweets/.*)$")
OLD_X = "X before 2018"

# The first bytes of files that people take for an archive.
_MAGIC = {
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"%PDF": "a PDF",
    b"SQLite format 3": "a database",
    b"<": "a web page",
    b"\xff\xfe": "a text in UTF-16",
    b"\xfe\xff": "a text in UTF-16",
}


def is_packed(name: str) -> bool:
    """Whether a file is itself an archive, by its name."""
    return name.lower().endswith(_PACKED)


def service_of(name: str) -> str:
    """The service whose archives have a file of this name, "" if none."""
    lowered = name.replace("\\", "/").lower()
    if _OLD_X.match(lowered):
        return OLD_X
    found = _NAMES.match(lowered)
    return found.lastgroup or "" if found else ""


def format_of(head: bytes) -> str:
    """What a file is that is no zip, by its first bytes; "" if unknown."""
    if head[257:262] == b"ustar":
        return "a tar archive"
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")


def nothing_found(needed: Sequence[str], service: str, files: int, packed: int) -> str:
    """Why no file of the kinds needed was found among so many."""
    names = [f"{'tweets' if kind == 'tweet' else kind}.js" for kind in needed]
    wanted = f"X's archives hold {' and '.join(f'data/{name}' for name in names)}"
    if service == OLD_X:
        return "an archive of X from before 2018, which holds tweets and no lists: ask X for a new one"
    if service:
        return f"looks like an archive of {service}, not of X: {wanted}"
    if files and packed == files:
        return "holds nothing but another archive: unpack it once and give what is inside"
    if not files:
        return f"holds no file: {wanted}"
    return f"holds {'neither ' if len(names) > 1 else 'no '}{' nor '.join(names)}: {wanted}"
