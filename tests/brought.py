"""X archives as they are after their reading, of invented people."""

from __future__ import annotations

import hashlib
import json
import zipfile
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

MADE = datetime(2026, 10, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class AList:
    """One list."""

    ids: array[int]
    count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class AnArchive:
    """What `bot.domain.archives.Archive` asks for."""

    owner: int | None = 7
    username: str = "ann_x"
    date: datetime | None = MADE
    partial: bool = False
    following: AList | None = None
    followers: AList | None = None
    notes: tuple[str, ...] = ()
    words: str = ""


def a_list(x_ids: Iterable[int]) -> AList:
    ids = array("Q", sorted(set(x_ids)))
    return AList(ids, len(ids), hashlib.sha256("\n".join(map(str, ids)).encode()).hexdigest())


def a_zip(
    path: Path,
    *,
    owner: int | None = 7,
    username: str = "ann_x",
    date: datetime | None = MADE,
    partial: bool = False,
    following: Iterable[int] | None = None,
    followers: Iterable[int] | None = None,
    mentions: Mapping[int, str] | None = None,
) -> Path:
    """An archive as X ships it, with what somebody else might find in it."""
    files = {"data/tweets.js": "window.YTD.tweets.part0 = [ not read ]"}
    if mentions is not None:
        users = [{"id_str": str(x_id), "screen_name": handle} for x_id, handle in mentions.items()]
        files["data/tweets.js"] = _js("tweets", [{"tweet": {"id_str": "1", "entities": {"user_mentions": users}}}])
    if owner is not None:
        account = {"accountId": str(owner), "username": username, "email": "ann@example.org"}
        files["data/account.js"] = _js("account", [{"account": account}])
    for name, kind, x_ids in (("following", "following", following), ("follower", "follower", followers)):
        if x_ids is not None:
            link = "https://twitter.com/intent/user?user_id="
            rows = [{kind: {"accountId": str(x_id), "userLink": f"{link}{x_id}"}} for x_id in x_ids]
            files[f"data/{name}.js"] = _js(name, rows)
    if date is not None or partial:
        info = {"generationDate": f"{date or MADE:%Y-%m-%dT%H:%M:%S.000Z}", "isPartialArchive": partial}
        files["data/manifest.js"] = f"window.__THAR_CONFIG = {json.dumps({'archiveInfo': info, 'dataTypes': {}})}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return path


def _js(name: str, rows: list[dict[str, Any]]) -> str:
    return f"window.YTD.{name}.part0 = {json.dumps(rows, indent=2)}"
