"""The key file: one key a line, oldest first. Pseudonyms are made with the first so many of them, in turn.

Whoever has the keys can enumerate all early X ids in minutes; so they live in a file of their own, outside the
database and its backups.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from bot.errors import StorageError, WrongKey

KEY_BYTES = 32


def check_of(keys: Sequence[bytes]) -> str:
    """A value that tells keys apart without telling them."""
    return hashlib.sha256(b"quittex pseudonym key\n" + b"".join(keys)).hexdigest()[:32]


def load_or_make_keys(path: Path) -> tuple[bytes, ...]:
    """The keys in `path`; one is made there if there is no such file."""
    if not path.exists():
        try:
            make_key(path)
        except FileExistsError:
            pass  # another process was faster
    return load_keys(path)


def make_key(path: Path) -> None:
    """A new key in `path`, 64 hex digits, mode 0600. FileExistsError, never overwriting one; StorageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise
    except OSError as fault:
        raise StorageError(f"{path}: the key file cannot be made: {fault.strerror}") from fault
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(KEY_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())


def load_keys(path: Path) -> tuple[bytes, ...]:
    """The keys in `path`, oldest first. WrongKey if it holds none or anything else; StorageError if unreadable."""
    try:
        lines = path.read_text(encoding="ascii", errors="replace").split()
    except OSError as fault:
        raise StorageError(f"{path}: the key file cannot be read: {fault.strerror}") from fault
    try:
        keys = tuple(bytes.fromhex(line) for line in lines)
    except ValueError:
        keys = ()
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise WrongKey(f"{path}: it does not hold a key (64 hexadecimal digits): put back your copy of the key file")
    return keys
