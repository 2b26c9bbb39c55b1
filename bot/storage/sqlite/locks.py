"""Only one bot runs on a database: a locked file beside it, holding the pid."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from threading import Event

from bot.errors import AlreadyRunning, StorageError

# A command that asks who runs holds the lock for an instant; do not take it for a bot.
_TRIES = 10
_PAUSE_SECONDS = 0.05


class RunLock:
    """The lock of one running bot. It falls with the process, however that ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path) -> RunLock:
        """Lock the database at `path` for this process; AlreadyRunning, with the pid, at once if another has it."""
        lock = lock_path(path)
        try:
            lock.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as fault:
            raise StorageError(f"{lock}: it cannot be made: {fault.strerror}") from fault
        if not _locked(descriptor):
            pid = _pid(descriptor)
            os.close(descriptor)
            raise AlreadyRunning(f"another bot is running on {path}{f' (pid {pid})' if pid else ''}", pid)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        return cls(descriptor)

    def release(self) -> None:
        """Let the next one in. Again is harmless."""
        if self._descriptor >= 0:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = -1


def lock_path(path: Path) -> Path:
    """The lock's file, beside the database."""
    return path.with_name(f"{path.name}.lock")


def running_pid(path: Path) -> int | None:
    """The pid of the bot running on the database at `path`, 0 if it is not known, None if none runs."""
    try:
        descriptor = os.open(lock_path(path), os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return _pid(descriptor) or 0
    else:
        return None
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    for _ in range(_TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            Event().wait(_PAUSE_SECONDS)
        else:
            return True
    return False


def _pid(descriptor: int) -> int | None:
    written = os.pread(descriptor, 20, 0).strip()
    return int(written) if written.isdigit() else None
