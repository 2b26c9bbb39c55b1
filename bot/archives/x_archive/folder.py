"""An unzipped archive, or loose files in a folder: nothing is followed out of it, nothing but plain files is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bot.archives.x_archive.inflate import PIECE_BYTES
from bot.archives.x_archive.limits import ENTRIES
from bot.archives.x_archive.members import Found, Member, Members
from bot.archives.x_archive.names import ARCHIVE, Wanted, place_of, shown
from bot.archives.x_archive.services import is_packed, nothing_found, service_of
from bot.errors import InputError


def read_folder(folder: Path, wanted: Wanted = ARCHIVE) -> Members:
    """What is read of a folder; InputError if there is nothing, or a trap."""
    found = Found()
    files = packed = 0
    service = ""
    for count, (name, entry) in enumerate(_walk(folder)):
        if count >= ENTRIES:
            raise InputError(f"more than {ENTRIES:,} files: not an archive of X")
        place = place_of(name, wanted)
        if place:
            found.add(place, _member(shown(place.path), entry))
        files, packed, service = files + 1, packed + is_packed(name), service or service_of(name)
    return found.chosen(wanted.needed, nothing_found(wanted.needed, service, files, packed))


def pieces_of(path: str, name: str, size: int) -> Iterator[bytes]:
    """The bytes of a plain file; InputError if it is none or no longer as it was."""
    with open(path, "rb", buffering=0, opener=_plain) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise InputError(f"{name}: no regular file")
        left = size
        while piece := file.read(PIECE_BYTES):
            left -= len(piece)
            yield piece
    if left:
        raise InputError(f"{name}: changed while it was read")


def _plain(path: str, flags: int) -> int:
    """Open without following a link at its end and without waiting for a writer of a pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _walk(top: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below `top` by its path there, in the order of names; folders that are links are not entered."""
    waiting = [("", str(top))]
    while waiting:
        inside, folder = waiting.pop()
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
        for entry in ordered:
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{name}/", entry.path))
            elif entry.is_symlink() and entry.name.lower() == "data" and entry.is_dir():
                raise InputError(f"{shown(name)}: a symbolic link")
            else:
                yield name, entry


def _member(name: str, entry: os.DirEntry[str]) -> Member:
    state = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(state.st_mode):
        raise InputError(f"{name}: {'a symbolic link' if stat.S_ISLNK(state.st_mode) else 'no regular file'}")
    return Member(name, state.st_size, partial(pieces_of, entry.path, name, state.st_size))
