"""Where we remember: `open_store` gives the Store of a `[storage] url`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot.errors import StorageError

if TYPE_CHECKING:
    from bot.ports import Clock, Snapshot
    from bot.storage.sqlite.connection import SqliteStore
    from bot.storage.sqlite.migrations import Versions


async def open_store(
    url: str | Path,
    key_file: str | Path,
    *,
    role: Literal["bot", "command", "reader"] = "bot",
    minimum: int | None = None,
    clock: Clock | None = None,
    lean: bool = False,
) -> SqliteStore:
    """Open the database at `url` ("sqlite:PATH" or a path), made and migrated if needed.

    "bot" is the one that runs: a second one gets AlreadyRunning with its pid. "command" writes beside it, in short
    transactions (AlreadyRunning on an SQLite older than 3.51.3 while a bot runs). "reader" only reads, makes nothing
    and needs no key. `minimum` is the proof level from which a Link counts; None keeps the last one. `lean` is for
    a command that brings lists: it keeps few pages in memory, and makes what lists need before it holds any lock.
    WrongKey or StorageError, in one line, if the key or a file cannot be used.
    """
    import asyncio

    from bot.storage.sqlite.opening import Role
    from bot.storage.sqlite.opening import open_store as open_sqlite

    path, key = database_path(url), Path(key_file)
    return await asyncio.to_thread(open_sqlite, path, key, Role(role), minimum, clock or _WallClock(), lean=lean)


@contextmanager
def snapshot(url: str | Path, key_file: str | Path | None = None) -> Iterator[Snapshot]:
    """A read-only view of one moment, without an event loop or a thread: for commands that only look, like `status`.

    With a key file it can compare lists. StorageError if there is no database, or one this release cannot read as it
    is; WrongKey if the graph was made with another key.
    """
    from bot.storage.sqlite.memory import Memory
    from bot.storage.sqlite.migrations import check_version
    from bot.storage.sqlite.snapshot import open_readonly, snapshot_of

    path = database_path(url)
    check_version(path)
    connection = open_readonly(path)
    try:
        memory = None if key_file is None else Memory(Path(key_file))
        with snapshot_of(connection, path, _WallClock(), memory) as view:
            yield view
    finally:
        connection.close()


def is_torn(view: Snapshot) -> bool:
    """Whether a crash fell between the commits of the two files: the next writer to open them mends that."""
    from bot.storage.sqlite.snapshot import same_moment

    return not same_moment(view.session.connection)  # type: ignore[attr-defined]


def make_key(path: Path) -> None:
    """A new key for the pseudonyms in `path`, mode 0600. FileExistsError rather than overwriting one."""
    from bot.storage.sqlite import keys

    keys.make_key(path)


def inspect_version(url: str | Path) -> Versions:
    """How many schema steps were applied and how many are known. StorageError if it cannot be read, or is newer."""
    from bot.storage.sqlite.migrations import versions

    return versions(database_path(url))


def running_pid(url: str | Path) -> int | None:
    """The pid of the bot running on this database (0 if it is not known), None if none runs."""
    from bot.storage.sqlite.locks import running_pid as pid

    return pid(database_path(url))


@contextmanager
def import_lock(url: str | Path) -> Iterator[bool]:
    """Whether this process is alone with the imports of this database; it stays so inside. StorageError."""
    from bot.storage.sqlite.import_lock import import_lock as lock

    with lock(database_path(url)) as alone:
        yield alone


def database_path(url: str | Path) -> Path:
    """The file behind "sqlite:PATH" or a path. StorageError for another engine."""
    if isinstance(url, Path):
        return url
    scheme, colon, rest = url.partition(":")
    if not colon:
        return Path(url)
    if scheme != "sqlite" or not rest:
        raise StorageError(f"storage.url: {scheme}: is not supported: write sqlite:PATH")
    return Path(rest.removeprefix("//"))


class _WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)
