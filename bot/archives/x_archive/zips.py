"""The zip as X ships it, or packed again: which of its members are read, each as a stream, and why not."""

from __future__ import annotations

from functools import partial
from typing import BinaryIO

from bot.archives.x_archive import inflate
from bot.archives.x_archive.directory import read_directory
from bot.archives.x_archive.members import Found, Member, Members
from bot.archives.x_archive.names import ARCHIVE, Wanted, shown
from bot.archives.x_archive.services import nothing_found


def read_zip(stream: BinaryIO, wanted: Wanted = ARCHIVE) -> Members:
    """What is read of a zip; InputError if it cannot be trusted or there is nothing."""
    found = Found()
    directory = read_directory(stream, wanted)
    for place, entry in directory.entries:
        name = shown(place.path)
        inflate.check(entry, name)
        found.add(place, Member(name, entry.size, partial(inflate.pieces, stream, entry, name)))
    why = nothing_found(wanted.needed, directory.service, directory.files, directory.packed)
    return found.chosen(wanted.needed, why)
