"""Where the benchmarks put their files: a folder that is gone afterwards, on a disk with room; what was read of it."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

from bot.cli.common import say
from bot.errors import BotError

GIGABYTE: Final = 10**9
_WORTH_A_WORD: Final = GIGABYTE


class NoRoom(BotError):  # noqa: N818 - what is the matter, not what broke
    """The disk is too full for a benchmark of this size."""


@contextmanager
def workplace(needed: int) -> Iterator[Path]:
    """A folder of our own in TMPDIR. NoRoom if the disk has less than `needed` bytes free; much is said before."""
    if needed >= _WORTH_A_WORD:
        say(f"needs up to {needed / GIGABYTE:.0f} GB in {gettempdir()} meanwhile (TMPDIR names another place)")
    free = shutil.disk_usage(gettempdir()).free
    if free < needed:
        raise NoRoom(
            f"{gettempdir()}: {needed / GIGABYTE:.1f} GB are needed and {free / GIGABYTE:.1f} GB are free: "
            "make room, or set TMPDIR"
        )
    before = os.environ.get("SQLITE_TMPDIR")
    with TemporaryDirectory(prefix="quittex-bench-") as name:
        os.environ["SQLITE_TMPDIR"] = name  # sorting for an index takes as much again
        try:
            yield Path(name)
        finally:
            os.environ.pop("SQLITE_TMPDIR") if before is None else os.environ.update(SQLITE_TMPDIR=before)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """SIGTERM becomes an exit that ends our processes and removes our folders, tens of gigabytes, on its way."""

    def leave(number: int, _: object) -> None:
        sys.exit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def make_cold(files: Sequence[Path]) -> None:
    """Drop these files from the system's memory; nobody may have them mapped, all must be written back."""
    for file in files:
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def bytes_read() -> int:
    """What this process has had read from the disk."""
    return _io("read_bytes")


def _io(name: str) -> int:
    lines = Path("/proc/self/io").read_text("ascii").splitlines()
    return next(int(line.split(": ")[1]) for line in lines if line.startswith(f"{name}:"))


def resident() -> int:
    """Bytes of memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def forget_highest() -> None:
    """Let `highest` begin anew (https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html: 5)."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def highest() -> int:
    """Bytes of memory this process held at most since then."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
