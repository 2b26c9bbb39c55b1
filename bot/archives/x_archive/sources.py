"""Whatever an archive comes in: a zip, a folder, a loose file, a stream; opened as long as its members are read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from bot.archives.x_archive.directory import is_zip
from bot.archives.x_archive.folder import read_folder
from bot.archives.x_archive.loose import read_loose
from bot.archives.x_archive.members import Member, Members
from bot.archives.x_archive.names import ARCHIVE, Role, Wanted, shown
from bot.archives.x_archive.zips import read_zip
from bot.errors import InputError

T = TypeVar("T")


def read_source(
    source: Path | BinaryIO, use: Callable[[dict[Role, Member], list[str]], T], wanted: Wanted = ARCHIVE
) -> T:
    """What `use` makes of the members and notes of a source.

    InputError names the source; everything that the system refuses is one, too.
    """
    label = shown(str(source)) if isinstance(source, Path) else "the archive"
    try:
        if isinstance(source, Path) and source.is_dir():
            return _labelled(label, partial(read_folder, source, wanted), use)
        with _stream(source, label) as stream:
            if is_zip(stream):
                return _labelled(label, partial(read_zip, stream, wanted), use)
            return use(*read_loose(stream, label, wanted))
    except (OSError, ValueError) as fault:  # a closed stream, a NUL in a path
        raise InputError(f"{label}: cannot be read: {_why(fault, source)}") from None


def _labelled(label: str, find: Callable[[], Members], use: Callable[[dict[Role, Member], list[str]], T]) -> T:
    """What is made of what is found, every fault preceded by where."""
    try:
        return use(*find())
    except InputError as fault:
        raise InputError(f"{label}: {fault}") from None


def _why(fault: OSError | ValueError, source: Path | BinaryIO) -> str:
    """What the system says, with the file it says it of if that is one of a folder."""
    if not isinstance(fault, OSError) or not fault.strerror:
        return "the system refuses it"
    inside = isinstance(fault.filename, str) and isinstance(source, Path) and fault.filename != str(source)
    return f"{shown(fault.filename)}: {fault.strerror}" if inside else fault.strerror


def _stream(source: Path | BinaryIO, label: str) -> AbstractContextManager[BinaryIO]:
    if not isinstance(source, Path):
        return nullcontext(source)
    if source.exists() and not source.is_file():
        raise InputError(f"{label}: no regular file")
    return source.open("rb")
