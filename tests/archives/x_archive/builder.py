"""X archives of invented people, in every layout and year.

    archive_zip(Invented(owner=1001, following=(2001, 2002), followers=()), Layout())

`files` gives the members by name, `archive_zip` and `write_folder` put them where they are to be read from;
`YEARS` has the layouts as X shipped them.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DATE = "2025-01-15T10:00:00.000Z"
LISTS = ("following", "follower")


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist, and what X's archive of them holds; None is what it does not hold."""

    owner: int | None = 1001
    username: str | None = "Alice_x"
    following: Sequence[int] | None = (2001, 2002, 2003)
    follower: Sequence[int] | None = (3001, 2002)
    date: str | None = DATE
    bio: str | None = "Now on alice.bsky.social"
    website: str = "https://piaille.fr/@alice"

    def ids(self, kind: str) -> Sequence[int] | None:
        return self.following if kind == "following" else self.follower


@dataclass(frozen=True)
class Layout:
    """How it is written: all that X, packers and editors have been seen to vary."""

    top: str = ""  # folders around it, with a slash at the end
    data: str = "data/"
    manifest: bool = True
    part_size: int = 1_000_000
    first_part: str = "{kind}.js"  # how part 0 is named
    part_name: str = "{kind}-part{part}.js"
    prefix: str = "window.YTD.{kind}.part{part} = "
    bom: bool = False
    end: str = ""
    newline: str = "\n"
    indent: int | None = 2
    separators: tuple[str, str] = (",", " : ")
    link: str | None = "https://twitter.com/intent/user?user_id={id}"
    as_numbers: bool = False
    wrapped: bool = True
    upper: bool = False
    extra: bool = False  # other keys, and texts that look like the end of an entry


YEARS: dict[str, Layout] = {
    "2018": Layout(data="", manifest=False, link=None, wrapped=False),
    "2019": Layout(data="", manifest=False),
    "2020": Layout(prefix="window.YTD.{kind}.part{part} = "),
    "2021": Layout(),
    "2022": Layout(part_size=2),
    "2023": Layout(indent=None, separators=(", ", ": ")),
    "2024": Layout(link="https://x.com/intent/user?user_id={id}", end=";"),
    "2025": Layout(bom=True, newline="\r\n"),
    "2026": Layout(top="twitter-2026-01-15/", link="https://x.com/intent/user?user_id={id}", separators=(",", ":")),
}


def files(person: Invented, layout: Layout) -> dict[str, bytes]:
    """Every member of the archive by its name in it, strangers among them."""
    here = layout.top + layout.data
    members = {f"{layout.top}Your archive.html": b"<html>", f"{here}tweets.js": tweets(), f"{here}like.js": b"broken {"}
    counts: dict[str, list[tuple[str, int, int]]] = {kind: [] for kind in LISTS}
    for kind in LISTS:
        for part, ids in enumerate(_parts(person.ids(kind), layout.part_size)):
            name = here + (layout.part_name if part else layout.first_part).format(kind=kind, part=part)
            members[name] = text_of(kind, part, [entry(kind, ident, layout) for ident in ids], layout)
            counts[kind].append((name.removeprefix(layout.top), part, len(ids)))
    if person.owner is not None:
        account = {"email": "a@example.org", "createdVia": "web", "username": person.username}
        account |= {"accountId": str(person.owner), "accountDisplayName": "Alice \ud83d"}
        members[f"{here}account.js"] = text_of("account", 0, [{"account": account}], layout)
    if person.bio is not None:
        said = {"description": {"bio": person.bio, "website": person.website, "location": ""}, "avatarMediaUrl": ""}
        members[f"{here}profile.js"] = text_of("profile", 0, [{"profile": said}], layout)
    if layout.manifest:
        members[f"{here}manifest.js"] = manifest(person, counts)
    return {name.upper() if layout.upper else name: text for name, text in members.items()}


def entry(kind: str, ident: int, layout: Layout = Layout()) -> dict[str, object]:
    account: dict[str, object] = {"accountId": ident if layout.as_numbers else str(ident)}
    if layout.link:
        account["userLink"] = layout.link.format(id=ident)
    if layout.extra:
        trap = f'}} }}, {{ "{kind}" : {{ "accountId" : "1" }} }}, ]\\ "\u00e9'
        account = {"note": trap, "more": [{"a": [1.5e300, None, {}]}, []], **account}
    return {kind: account, **({"since": {}} if layout.extra else {})} if layout.wrapped else account


def text_of(kind: str, part: int, entries: Iterable[object], layout: Layout = Layout()) -> bytes:
    """One file of the archive."""
    body = json.dumps(list(entries), indent=layout.indent, separators=layout.separators)
    text = layout.prefix.format(kind=kind, part=part) + body + layout.end
    return (b"\xef\xbb\xbf" if layout.bom else b"") + text.replace("\n", layout.newline).encode()


def manifest(person: Invented, counts: Mapping[str, list[tuple[str, int, int]]], partial: bool = False) -> bytes:
    types = {
        kind: {
            "files": [
                {"fileName": name, "globalName": f"YTD.{kind}.part{part}", "count": str(count)}
                for name, part, count in parts
            ]
        }
        for kind, parts in counts.items()
        if parts
    }
    said: dict[str, object] = {
        "archiveInfo": {"sizeBytes": "1", "generationDate": person.date, "isPartialArchive": partial},
        "readmeInfo": {"fileName": "data/README.txt", "directory": "data/", "name": "README.txt"},
        "dataTypes": {"like": {"files": [{"fileName": "data/like.js", "count": "7"}]}, **types},
    }
    if person.owner is not None:
        said["userInfo"] = {
            "accountId": str(person.owner), "userName": person.username, "displayName": "Alice \ud83d\ude00",
        }  # fmt: skip
    return f"window.__THAR_CONFIG = {json.dumps(said, indent=2)}".encode()


def tweets(mentions: Iterable[tuple[int, str]] = ((2001, "Bob_x"),)) -> bytes:
    said = [{"name": "B", "screen_name": name, "id_str": str(ident), "id": str(ident)} for ident, name in mentions]
    tweet = {"entities": {"hashtags": [], "user_mentions": said}, "id_str": "77", "full_text": "hello } , { there"}
    return text_of("tweets", 0, [{"tweet": tweet}])


def archive_zip(
    person: Invented, layout: Layout = Layout(), compression: int = zipfile.ZIP_DEFLATED
) -> bytes:  # fmt: skip
    return zipped(files(person, layout), compression)


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return held.getvalue()


def write_folder(members: Mapping[str, bytes], folder: Path) -> Path:
    for name, text in members.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return folder


def sha256_of(ids: Iterable[int]) -> str:
    """As the promise has it: unique, sorted as numbers, in decimal, joined by line feeds."""
    return hashlib.sha256("\n".join(map(str, sorted(set(ids)))).encode()).hexdigest()


def _parts(ids: Sequence[int] | None, size: int) -> list[Sequence[int]]:
    if ids is None:
        return []
    return [ids[at : at + size] for at in range(0, len(ids), size)] or [()]
