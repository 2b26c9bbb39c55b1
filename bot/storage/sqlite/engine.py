"""The one door to the SQLite library, its settings, and its faults in one clear line each.

Two SQLite libraries in one process break each other's file locks (measured), so nothing else imports one.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import StorageError

if TYPE_CHECKING:
    import sqlite3 as sqlite
else:
    try:
        import pysqlite3 as sqlite
    except ImportError:
        import sqlite3 as sqlite

Connection = sqlite.Connection
Fault = sqlite.Error
IntegrityFault = sqlite.IntegrityError
complete_statement = sqlite.complete_statement

VERSION: tuple[int, ...] = tuple(int(part) for part in sqlite.sqlite_version.split("."))
SAFE_VERSION = (3, 51, 3)
"""From here on two connections may write one WAL file; before, the WAL-reset bug may damage it.

https://sqlite.org/wal.html#walresetbug
"""

BUSY_MILLISECONDS = 30_000
CACHE_KIB = 16_384
FEW_KIB = 4_096

_WORDS = (
    ("database or disk is full", "the disk is full: make room, nothing was lost"),
    ("file is not a database", "it is not an SQLite database: restore a backup"),
    ("malformed", "it is damaged: restore a backup"),
    ("readonly database", "it cannot be written: see to the rights of the file and its folder"),
    ("unable to open database", "it cannot be opened: see to the path and the rights of its folder"),
    ("database is locked", "another program has held it for over 30 s"),
    ("disk I/O error", "the disk gave an error while reading or writing it"),
)


def several_writers_are_safe() -> bool:
    """Whether a command may write beside a running bot with this SQLite."""
    return VERSION >= SAFE_VERSION


def graph_path(path: Path) -> Path:
    """The graph's file, beside the database: quittex.db -> quittex-graph.db."""
    return path.with_name(f"{path.stem}-graph{path.suffix}")


def connect(path: Path, *, readonly: bool = False) -> Connection:
    """One file, autocommit, with our settings; the writer's side makes WAL. StorageError if it cannot be used."""
    try:
        connection = sqlite.connect(
            _uri(path, readonly=readonly),
            uri=True,
            isolation_level=None,
            check_same_thread=False,  # handed to the writer thread, or used by one reading thread at a time
            timeout=BUSY_MILLISECONDS / 1000,
        )
        _settle(connection, "main", readonly=readonly)
        connection.execute("PRAGMA foreign_keys = ON")
    except Fault as fault:
        raise translated(fault, path) from fault
    return connection


def open_existing(path: Path) -> Connection:
    """The file for reading. StorageError if there is none, or nothing in it."""
    if not path.exists():
        raise StorageError(f"{path}: there is no database yet: start the bot once")
    if path.is_dir():
        raise StorageError(f"{path}: it is a folder, not a database")
    if path.stat().st_size == 0:
        raise StorageError(f"{path}: it is empty: restore a backup")
    return connect(path, readonly=True)


def attach_graph(connection: Connection, path: Path, *, readonly: bool = False) -> None:
    """Make the graph's file, beside the database `path`, the schema `graph` of this connection."""
    beside = graph_path(path)
    if not beside.exists():
        raise StorageError(f"{beside}: it is missing: restore it from a backup")
    try:
        connection.execute("ATTACH ? AS graph", (_uri(beside, readonly=readonly),))
        _settle(connection, "graph", readonly=readonly)
    except Fault as fault:
        raise translated(fault, beside) from fault


def connect_graph(path: Path, *, readonly: bool = False) -> Connection:
    """Only the graph's file, beside the database `path`, as the schema `graph`: work on it waits for nobody else's."""
    connection = sqlite.connect(
        ":memory:", uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_MILLISECONDS / 1000
    )
    try:
        attach_graph(connection, path, readonly=readonly)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_bare(path: Path) -> Connection:
    """A file that is being made, without our settings. StorageError."""
    try:
        return sqlite.connect(path, isolation_level=None)
    except Fault as fault:
        raise translated(fault, path) from fault


def keep_few_pages(connection: Connection) -> None:
    """Of either file; a list of a million that is written would fill both caches, and is never read again."""
    for schema in ("main", "graph"):
        connection.execute(f"PRAGMA {schema}.cache_size = {-FEW_KIB}").fetchall()


def tidy_log(connection: Connection, schema: str, patience: int) -> bool:
    """Write back what a -wal file holds and cut it; False if others read it for longer than so many milliseconds."""
    connection.execute(f"PRAGMA busy_timeout = {patience}").fetchall()
    (busy, *_) = connection.execute(f"PRAGMA {schema}.wal_checkpoint(TRUNCATE)").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}").fetchall()
    return not busy


def create_file(path: Path) -> None:
    """An empty file only we can read; its -wal and -shm inherit the mode. Nothing happens if it is there.

    Never opens a file that exists: closing it would drop the locks this process holds on it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as fault:
        raise StorageError(f"{path}: it cannot be made: {fault.strerror}") from fault


def translated(fault: Fault, path: Path | None = None) -> StorageError:
    """The library's fault in our words; what it says of values never gets out."""
    said = str(fault)
    words = next((ours for theirs, ours in _WORDS if theirs in said), "")
    if not words:
        name = getattr(fault, "sqlite_errorname", None) or type(fault).__name__
        words = f"{name}: {''.join(c if c.isalnum() or c in ' _.,:()-' else '?' for c in said)}"
    return StorageError(f"{path or 'the database'}: {words}")


def _uri(path: Path, *, readonly: bool) -> str:
    return f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rw'}"


def _settle(connection: Connection, schema: str, *, readonly: bool) -> None:
    def pragma(name: str, value: Any) -> None:
        connection.execute(f"PRAGMA {schema}.{name} = {value}").fetchall()

    pragma("cache_size", -CACHE_KIB)
    if readonly:
        connection.execute(f"SELECT count(*) FROM {schema}.sqlite_schema")  # noqa: S608 -- a damaged file shows here
        return
    pragma("journal_mode", "WAL")
    pragma("synchronous", "FULL")
    pragma("secure_delete", "ON")  # pysqlite3's build leaves it off
