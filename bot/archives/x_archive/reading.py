"""An X archive, from whatever form it came in to what the bot keeps of it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from bot.archives.x_archive.account import Owner, read_account
from bot.archives.x_archive.ids import XList, x_list
from bot.archives.x_archive.limits import SMALL_BYTES
from bot.archives.x_archive.lists import read_part
from bot.archives.x_archive.manifest import Manifest, compared, read_manifest
from bot.archives.x_archive.members import Member
from bot.archives.x_archive.names import LISTS, Role
from bot.archives.x_archive.profile import Profile, read_profile
from bot.archives.x_archive.sources import read_source
from bot.errors import InputError


@dataclass(frozen=True, slots=True)
class XArchive:
    """What is kept of an X archive.

    `owner` is an X number and `username` a normalised handle, None and "" where the archive does not say; `date` is
    when X made it, in UTC. `partial`: X says so, or a part of a list is missing: it tells who is there, not who is
    gone. A list is None if it is absent, and empty if it is there and empty. `notes`: what was odd and accepted.
    """

    owner: int | None
    username: str
    date: datetime | None
    partial: bool
    following: XList | None
    followers: XList | None
    notes: tuple[str, ...]
    profile: Profile | None

    @property
    def words(self) -> str:
        """What its owner said of themselves: description and website, a line each."""
        return f"{self.profile.bio}\n{self.profile.website}" if self.profile else ""


def open_archive(source: Path | BinaryIO) -> XArchive:
    """Read an archive: a zip, a folder, or one loose file; a stream must be seekable and is left open.

    InputError, in one line that names the file, if anything of what is read is not as it should be.
    Of the rest of the archive nothing is read, and nothing is ever unpacked to disk.
    """
    return read_source(source, _archive)


def _archive(members: dict[Role, Member], notes: list[str]) -> XArchive:
    manifest_file, account_file = members.get(Role("manifest")), members.get(Role("account"))
    manifest = read_manifest(manifest_file, notes) if manifest_file else Manifest()
    account = read_account(account_file, notes) if account_file else Owner()
    owner = _owner(account, manifest.owner)
    profile_file = members.get(Role("profile"))
    profile = _profile(profile_file, notes) if profile_file else None
    counts: dict[Role, int] = {}
    following, followers = (_list(kind, members, counts, notes) for kind in LISTS)
    lines, missing = compared(manifest, counts, {role: member.name for role, member in members.items()})
    if manifest.partial:
        lines.append("X calls this archive partial")
    return XArchive(
        owner.id, owner.username, manifest.date, manifest.partial or missing,
        following, followers, (*notes, *lines), profile,
    )  # fmt: skip


def _owner(account: Owner, manifest: Owner) -> Owner:
    if None not in (account.id, manifest.id) and account.id != manifest.id:
        raise InputError("account.js and manifest.js name two different owners")
    return Owner(account.id or manifest.id, account.username or manifest.username)


def _profile(member: Member, notes: list[str]) -> Profile | None:
    """Nobody's lists wait for what stands in their profile; only bytes that cannot be had at all are a refusal."""
    whole = b"".join(member.pieces()) if member.size <= SMALL_BYTES else b""
    try:
        return read_profile(replace(member, pieces=lambda: iter((whole,))), notes)
    except InputError as fault:
        notes.append(f"{fault}; the lists do without it")
        return None


def _list(kind: str, members: dict[Role, Member], counts: dict[Role, int], notes: list[str]) -> XList | None:
    """One list from all its parts, None if there is none; `counts` gets the entries of each."""
    roles = sorted(role for role in members if role.kind == kind)
    if not roles:
        return None
    ids = array("Q")
    for role in roles:
        counts[role] = read_part(kind, role.part, members[role], ids, notes)
    read = len(ids)
    found = x_list(ids)
    if found.count < read:
        notes.append(f"{kind}: {read - found.count} of {read} entries were there before, each is taken once")
    return found
