"""X archives as X ships them, of made-up lists."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from typing import Final

FOLLOWING, FOLLOWERS = "following", "follower"
DATE: Final = "2026-11-01T09:00:00.000Z"


def list_file(kind: str, ids: Iterable[int]) -> bytes:
    """data/following.js or data/follower.js: some 150 bytes a row."""
    rows = [
        f'  {{\n    "{kind}" : {{\n      "accountId" : "{number}",\n'
        f'      "userLink" : "https://twitter.com/intent/user?user_id={number}"\n    }}\n  }}'
        for number in ids
    ]
    return f"window.YTD.{kind}.part0 = [\n{','.join(rows)}\n]".encode()


def archive(owner: int, following: Iterable[int], followers: Iterable[int]) -> bytes:
    """A whole zip: both lists, whose it is, and the manifest."""
    account = {"accountId": str(owner), "username": f"x_user{owner}", "createdAt": "2012-01-01T00:00:00.000Z"}
    manifest = {
        "userInfo": {"accountId": str(owner), "userName": account["username"], "displayName": "x"},
        "archiveInfo": {"sizeBytes": "1", "generationDate": DATE, "isPartialArchive": False, "maxPartSizeBytes": "1"},
    }
    members = {
        "data/manifest.js": f"window.__THAR_CONFIG = {json.dumps(manifest)}".encode(),
        "data/account.js": f"window.YTD.account.part0 = {json.dumps([{'account': account}])}".encode(),
        "data/following.js": list_file(FOLLOWING, following),
        "data/follower.js": list_file(FOLLOWERS, followers),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return file.getvalue()


def loaded(content: bytes, kind: str) -> list[int]:
    """The baseline: everything through json.loads after the prefix."""
    return [int(row[kind]["accountId"]) for row in json.loads(content[content.index(b"=") + 1 :])]


def loaded_archive(file: bytes) -> tuple[list[int], list[int]]:
    """The baseline for a whole zip: both lists."""
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        following, followers = (opened.read(f"data/{kind}.js") for kind in (FOLLOWING, FOLLOWERS))
    return loaded(following, FOLLOWING), loaded(followers, FOLLOWERS)
