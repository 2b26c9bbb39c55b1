"""manifest.js: what X says it put in the archive, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from bot.archives.x_archive.account import Owner, owner_of
from bot.archives.x_archive.ids import from_json
from bot.archives.x_archive.limits import MANIFEST_BYTES
from bot.archives.x_archive.members import Member
from bot.archives.x_archive.names import LISTS, Role, role_of
from bot.archives.x_archive.prefix import body_of
from bot.errors import InputError

_DATES = ("%Y-%m-%d %H:%M:%S %z", "%a %b %d %H:%M:%S %z %Y")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says. `parts`: the files we read that it names, with how many entries each, None if unsaid."""

    owner: Owner = field(default_factory=Owner)
    date: datetime | None = None
    partial: bool = False
    parts: Mapping[Role, int | None] = field(default_factory=dict)


class _User(msgspec.Struct):
    account_id: Any = msgspec.field(name="accountId", default=None)
    username: Any = msgspec.field(name="userName", default=None)


class _Info(msgspec.Struct):
    date: Any = msgspec.field(name="generationDate", default=None)
    partial: Any = msgspec.field(name="isPartialArchive", default=None)


class _File(msgspec.Struct):
    name: Any = msgspec.field(name="fileName", default=None)
    count: Any = None


class _Type(msgspec.Struct):
    files: list[_File] | None = None


class _Types(msgspec.Struct):
    following: _Type | None = None
    follower: _Type | None = None
    account: _Type | None = None
    profile: _Type | None = None


class _Manifest(msgspec.Struct):
    user: _User | None = msgspec.field(name="userInfo", default=None)
    info: _Info | None = msgspec.field(name="archiveInfo", default=None)
    types: _Types | None = msgspec.field(name="dataTypes", default=None)


_decode = msgspec.json.Decoder(_Manifest).decode


def read_manifest(member: Member, notes: list[str]) -> Manifest:
    """The manifest; InputError if it cannot be read."""
    body = body_of(iter((member.read(MANIFEST_BYTES),)), member.name)
    if body.kind not in (None, "manifest"):
        raise InputError(f"{member.name}: calls itself {body.kind}, not manifest")
    if body.kind is None:
        notes.append(f"{member.name}: plain JSON, without X's first line")
    said = _said(b"".join(body.pieces).rstrip(b" \t\r\n;"), member.name)
    user, info = said.user or _User(), said.info or _Info()
    return Manifest(
        owner_of(user.account_id, user.username, member.name),
        _date(info.date, member.name, notes),
        info.partial in (True, "true"),
        _parts(said.types or _Types()),
    )


def compared(manifest: Manifest, counts: Mapping[Role, int], names: Mapping[Role, str]) -> tuple[list[str], bool]:
    """Where the files are not as the manifest says, one line each, and whether a part of a list is missing.

    `names` are those of all files there, `counts` the entries of the lists. A list that the manifest does not name, and
    any list without one, must have all parts below its highest.
    """
    lines = []
    missing = False
    for role, said in sorted(manifest.parts.items()):
        if role not in names:
            missing = missing or role.kind in LISTS
            lines.append(f"{_file(role)}: named by manifest.js and missing")
        elif said is not None and said != counts.get(role, said):
            lines.append(f"{names[role]}: {counts[role]} entries, and {said} by manifest.js")
    for kind in LISTS:
        there = {role for role in counts if role.kind == kind}
        named = {role for role in manifest.parts if role.kind == kind}
        if named:
            lines += [f"{names[role]}: not named by manifest.js" for role in sorted(there - named)]
        elif absent := max((role.part + 1 for role in there), default=0) - len(there):
            missing = True
            lines.append(f"{kind}: {absent} parts below part {max(there).part} are missing")
    return lines, missing


def _file(role: Role) -> str:
    return f"{role.kind}-part{role.part}.js" if role.part else f"{role.kind}.js"


def _said(text: bytes, name: str) -> _Manifest:
    try:
        try:
            return _decode(text)
        except msgspec.ValidationError:
            raise
        except (msgspec.DecodeError, UnicodeError):  # half an emoji in a name, which X writes and `json` reads
            return msgspec.convert(from_json(text), _Manifest)
    except msgspec.ValidationError as fault:  # it names the place, never the value
        raise InputError(f"{name}: {fault}") from None
    except (InputError, RecursionError):
        raise InputError(f"{name}: not valid JSON") from None


def _parts(types: _Types) -> dict[Role, int | None]:
    found: dict[Role, int | None] = {}
    for kind in (*LISTS, "account", "profile"):
        listed = getattr(types, kind)
        for file in (listed.files if listed else None) or ():
            role = role_of(file.name.replace("\\", "/").rpartition("/")[2]) if isinstance(file.name, str) else None
            if role and role.kind == kind:
                found[role] = _count(file.count)
    return found


def _count(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    return value if type(value) is int and value >= 0 else None


def _date(value: object, name: str, notes: list[str]) -> datetime | None:
    """A moment as X has written it over the years, in UTC; with a word in `notes` if it is none."""
    if value is None:
        return None
    moment = _moment(value) if isinstance(value, str) else None
    if moment is None:
        notes.append(f"{name}: its generationDate is no date")
        return None
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:  # year 1 or 9999
        notes.append(f"{name}: its generationDate is no date")
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        pass
    for pattern in _DATES:
        try:
            return datetime.strptime(text.strip(), pattern)  # noqa: DTZ007 - both patterns hold a zone
        except ValueError:
            continue
    return None
