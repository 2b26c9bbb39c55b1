"""Only one import or undo at a time: whoever finds one half done must know that nobody is at it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StorageError


@contextmanager
def import_lock(path: Path) -> Iterator[bool]:
    """Whether this process is alone with the imports of the database at `path`; it stays so inside.

    The lock falls with the process, however that ends.
    """
    with held(path.with_name(f"{path.name}.import-lock")) as alone:
        yield alone


@contextmanager
def held(lock: Path) -> Iterator[bool]:
    """Whether this process holds the file `lock`, made if needed; it does so inside."""
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as fault:
        raise StorageError(f"{lock}: it cannot be made: {fault.strerror}") from fault
    try:
        yield _taken(descriptor)
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
