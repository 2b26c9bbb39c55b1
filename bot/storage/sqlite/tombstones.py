"""Who asked to be erased: keyed hashes, in a table and in a file beside the database.

A backup that is put back would bring people back who asked to be forgotten; the file, which is no part of a backup,
remembers them. It is a log of lines `+ MOMENT MARK SILENT` (erased) and `- MOMENT MARK 0` (came back by their own
word); each is on the disk before the database is committed. So whatever is killed, and whatever is put back, whoever
opens the database next finds in the file what the database does not know, and erases it again.

A mark is HMAC-SHA256, cut to 16 bytes, under a key derived from the first line of the key file. A change of the key
adds a line below, so marks hold; without the key file they tell nothing, and match nobody.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import StorageError

if TYPE_CHECKING:
    from bot.storage.sqlite.session import Session

MARK_BYTES = 16
FORGOTTEN = "forgotten:"
"""What the address of an Encounter begins with when only its keyed hash is left."""

_PURPOSE = b"quittex tombstone\n"
_PUT = """
INSERT INTO tombstone (mark, at, silent) VALUES (?, ?, ?)
ON CONFLICT (mark) DO UPDATE SET at = max(at, excluded.at), silent = max(silent, excluded.silent)
"""
_GONE = "DELETE FROM tombstone WHERE mark = ?"
_FILE = "SELECT file FROM pragma_database_list WHERE name = 'main'"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One erasure: when (microseconds), and whether they had asked for silence."""

    mark: bytes
    at: int
    silent: bool = False


def secret_of(keys: Iterable[bytes]) -> bytes:
    """The key of the marks."""
    return hmac.digest(next(iter(keys)), _PURPOSE, hashlib.sha256)


def mark_of(secret: bytes, *words: str) -> bytes:
    """The mark of what these words name; the first says what kind of name it is."""
    return hmac.digest(secret, "\n".join(words).encode(), hashlib.sha256)[:MARK_BYTES]


def tombstones_path(path: Path) -> Path:
    """The file, beside the database."""
    return path.with_name(f"{path.name}.tombstones")


def bury(session: Session, marks: Iterable[bytes], at: int, *, silent: bool) -> None:
    """Remember that these were erased: in the file first. StorageError, and then nothing is erased.

    Also of whom it is known already: a backup from between two erasures holds what was written between them.
    """
    found = [Tombstone(mark, at, silent or is_silent(session, mark)) for mark in marks]
    found = [stone for stone in found if _says_more(session, stone)]
    if not found:
        return
    _append(session, (f"+ {stone.at} {stone.mark.hex()} {int(stone.silent)}" for stone in found))
    session.connection.executemany(_PUT, [(stone.mark, stone.at, int(stone.silent)) for stone in found])


def _says_more(session: Session, stone: Tombstone) -> bool:
    row = session.execute("SELECT at, silent FROM tombstone WHERE mark = ?", (stone.mark,)).fetchone()
    return row is None or row[0] < stone.at or stone.silent > bool(row[1])


def lift(session: Session, marks: Iterable[bytes], at: int) -> bool:
    """They came back by their own word; whether any had been erased."""
    there = [mark for mark in marks if is_buried(session, mark)]
    if there:
        _append(session, (f"- {at} {mark.hex()} 0" for mark in there))
        session.connection.executemany(_GONE, [(mark,) for mark in there])
    return bool(there)


def is_buried(session: Session, mark: bytes) -> bool:
    """Whether whoever has this mark was erased, and did not come back."""
    return session.execute("SELECT 1 FROM tombstone WHERE mark = ?", (mark,)).fetchone() is not None


def is_silent(session: Session, mark: bytes) -> bool:
    """Whether they had asked for silence before they were erased."""
    row = session.execute("SELECT silent FROM tombstone WHERE mark = ?", (mark,)).fetchone()
    return row is not None and bool(row[0])


def any_buried(session: Session) -> bool:
    """Whether anybody was ever erased: most databases need not ask more."""
    return session.execute("SELECT 1 FROM tombstone LIMIT 1").fetchone() is not None


def speak_again(session: Session, mark: bytes) -> None:
    """They take back their wish for silence."""
    row = session.execute("SELECT at FROM tombstone WHERE mark = ? AND silent = 1", (mark,)).fetchone()
    if row:
        _append(session, [f"+ {row[0]} {mark.hex()} 0"])
        session.execute("UPDATE tombstone SET silent = 0 WHERE mark = ?", (mark,))


def hashed(session: Session, network: str, uri: str) -> str:
    """What is kept of the address of an Encounter whose author was erased."""
    return FORGOTTEN + mark_of(session.memory.secret, "uri", network, uri).hex()


def catch_up(session: Session) -> list[Tombstone]:
    """Make the table what the file says, and give back those the table did not know.

    Where the file is gone it is made again from the table. A line that was cut off by a crash is no line.
    """
    path = tombstones_path(_database(session))
    kept = {mark: (at, silent) for mark, at, silent in session.execute("SELECT mark, at, silent FROM tombstone")}
    if not path.exists():
        if kept:
            _append(session, (f"+ {at} {mark.hex()} {silent}" for mark, (at, silent) in kept.items()))
        return []
    told = {stone.mark: stone for stone in _read(path)}
    gone = [(mark,) for mark in kept if mark not in told]
    session.connection.executemany(_GONE, gone)
    new = [stone for stone in told.values() if stone.mark not in kept or kept[stone.mark][0] < stone.at]
    session.connection.executemany(_PUT, [(stone.mark, stone.at, int(stone.silent)) for stone in new])
    return new


def _read(path: Path) -> Iterator[Tombstone]:
    """Those that stand; the last word about a mark counts."""
    standing: dict[bytes, Tombstone] = {}
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as fault:
        raise StorageError(f"{path}: it cannot be read: {fault.strerror}") from fault
    for line in lines:
        words = line.split()
        if len(words) != 4 or len(words[2]) != 2 * MARK_BYTES or not words[1].isdigit():
            continue
        mark = bytes.fromhex(words[2].decode())
        if words[0] == b"+":
            standing[mark] = Tombstone(mark, int(words[1]), words[3] == b"1")
        else:
            standing.pop(mark, None)
    yield from standing.values()


def _append(session: Session, lines: Iterable[str]) -> None:
    path = tombstones_path(_database(session))
    text = "".join(f"{line}\n" for line in lines)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        try:
            # A line cut off by a crash must not swallow the next.
            os.write(descriptor, f"\n{text}".encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as fault:
        raise StorageError(f"{path}: it cannot be written, so nobody is erased: {fault.strerror}") from fault


def _database(session: Session) -> Path:
    (file,) = session.execute(_FILE).fetchone()
    return Path(file)
