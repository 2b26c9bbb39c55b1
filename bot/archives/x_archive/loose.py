"""One list alone, without an archive around it: a loose following.js, told by what it says rather than by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from bot.archives.x_archive.inflate import PIECE_BYTES
from bot.archives.x_archive.lists import kind_of
from bot.archives.x_archive.members import Found, Member, Members
from bot.archives.x_archive.names import ARCHIVE, Place, Role, Wanted, role_of
from bot.archives.x_archive.prefix import body_of
from bot.archives.x_archive.services import format_of
from bot.errors import InputError


def read_loose(stream: BinaryIO, name: str, wanted: Wanted = ARCHIVE) -> Members:
    """A stream as one part of what is needed; InputError if it is something else. `name` is how the file is called."""
    size = stream.seek(0, 2)
    member = Member(name, size, lambda: pieces_of(stream))
    found = Found()
    role = _role(member, stream, name.replace("\\", "/").rpartition("/")[2], wanted.needed)
    found.add(Place(role, "", name, backslashes=False), member)
    return found.chosen(wanted.needed, "")


def pieces_of(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a stream from its beginning."""
    stream.seek(0)
    while piece := stream.read(PIECE_BYTES):
        yield piece


def _role(member: Member, stream: BinaryIO, base: str, needed: Sequence[str]) -> Role:
    stream.seek(0)
    head = stream.read(512)
    if what := format_of(head):
        raise InputError(f"{member.name}: {what}, not an archive of X: a zip, a folder or following.js is read")
    if head.startswith(b"Account address"):
        raise InputError(f"{member.name}: a list of Mastodon accounts, not of X")
    body = body_of(member.pieces(), member.name)
    named = role_of(base)
    if body.kind is not None:
        kind = body.kind
    else:
        kind = named.kind if named else kind_of(next(chain(body.pieces, (b"",)))) or ""
    if kind not in needed:
        what = f"is {kind}.js alone" if kind else "says neither following nor follower"
        raise InputError(f"{member.name}: {what}: give following.js, follower.js or the whole archive")
    if named and named.kind != kind and named.kind in needed:
        raise InputError(f"{member.name}: calls itself {kind}, not {named.kind}")
    return Role(kind, named.part if named and named.kind == kind else body.part or 0)
