"""The schema's steps, applied by sqlite-utils and made safe: what was applied is checked before anything is touched.

sqlite-utils neither waits for another process, nor refuses a newer database, nor notices an edited step
(measured on 4.2.1). To add a step: a new file `schema/<main|graph>-<four digits>.sql`; never edit a released one.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import StorageError
from bot.storage.sqlite import engine

if TYPE_CHECKING:
    from sqlite_utils import Database

SETS = ("main", "graph")
_SCHEMA = Path(__file__).parent / "schema"
_APPLIED = "SELECT name, sha256 FROM migration_hash ORDER BY name"
_NOTES = "_sqlite_migrations"
_NOTED = "SELECT name FROM _sqlite_migrations"


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: its name, `main-0001`, and its SQL."""

    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """Of its SQL, kept with the database, so that an edited step is noticed."""
        import hashlib  # here: readers compare names only, and it loads a library of 5 MB

        return hashlib.sha256(self.sql.encode()).hexdigest()


def known_steps(which: str, folder: Path | None = None) -> tuple[Step, ...]:
    """The steps this program knows for "main" or "graph", in order; `folder` in place of the package's own."""
    files = sorted((folder or _SCHEMA).glob(f"{which}-*.sql"))
    return tuple(Step(f.stem, f.read_text(encoding="utf-8")) for f in files)


@dataclass(frozen=True, slots=True)
class Versions:
    """How far a database's schema is, beside what this program knows."""

    applied: int
    known: int


def versions(path: Path) -> Versions:
    """Of the main file. StorageError if there is no database, or it is damaged, newer or not ours."""
    known = {file.stem for file in _SCHEMA.glob("main-*.sql")}
    connection = engine.open_existing(path)
    try:
        applied = applied_steps(connection, path)
        _refuse_newer(connection, applied, known, path)
        return Versions(len(applied), len(known))
    finally:
        connection.close()


def check_version(path: Path) -> None:
    """StorageError unless the database can be read as it is."""
    found = versions(path)
    if found.applied < found.known:
        raise StorageError(f"{path}: it was made by an older release: start the bot once to bring it up to date")


def pending(connection: engine.Connection, steps: tuple[Step, ...], path: Path) -> tuple[Step, ...]:
    """Those of `steps` not yet applied. StorageError if the database is newer, edited, or not ours."""
    applied = applied_steps(connection, path)
    _refuse_newer(connection, applied, {step.name for step in steps}, path)
    for step in steps:
        if applied.get(step.name, step.sha256) != step.sha256:
            raise StorageError(f"{path}: step {step.name} is not the one it was made with: install a released version")
    return tuple(step for step in steps if step.name not in applied)


def _refuse_newer(connection: engine.Connection, applied: dict[str, str], known: set[str], path: Path) -> None:
    """What sqlite-utils has noted counts too: a later release may keep no hashes."""
    names = {*applied, *(name for (name,) in connection.execute(_NOTED))} if applied else set()
    if extra := names - known:
        raise StorageError(
            f"{path}: it was made by a newer release ({max(extra)}): update the bot, or restore a backup"
        )


def applied_steps(connection: engine.Connection, path: Path) -> dict[str, str]:
    """name -> sha256 of what was applied. StorageError if the file holds somebody else's tables."""
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if "migration_hash" in tables:
            return dict(connection.execute(_APPLIED).fetchall())
    except engine.Fault as fault:
        raise engine.translated(fault, path) from fault
    if tables - {_NOTES}:  # sqlite-utils makes its own table before our first step begins
        raise StorageError(f"{path}: it is a database of another program")
    return {}


def apply(connection: engine.Connection, steps: tuple[Step, ...], path: Path) -> None:
    """Apply `steps`, each in its own transaction, after a copy of a database that holds something already.

    Call it inside `alone`, with what `pending` gave there.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    applied = applied_steps(connection, path)
    try:
        if applied:
            _copy(connection, path, steps[0].name)
        database = Database(connection, execute_plugins=False)
        migrations = Migrations(path.name)
        for step in steps:
            migrations(name=step.name)(_function(step))
        migrations.apply(database)
    except engine.Fault as fault:
        raise engine.translated(fault, path) from fault


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock under which files are made and migrated; other processes wait here."""
    lock = path.with_name(f"{path.name}.migration-lock")
    try:
        descriptor = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as fault:
        raise StorageError(f"{lock}: it cannot be made: {fault.strerror}") from fault
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _function(step: Step) -> Callable[[Database], None]:
    def run(database: Database) -> None:
        for statement in _statements(step.sql):
            database.conn.execute(statement)  # never executescript: it escapes the transaction
        database.conn.execute(
            "CREATE TABLE IF NOT EXISTS migration_hash (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT"
        )
        database.conn.execute("INSERT INTO migration_hash VALUES (?, ?)", (step.name, step.sha256))

    run.__name__ = step.name
    return run


def _statements(sql: str) -> Iterator[str]:
    waiting = ""
    for line in sql.splitlines(keepends=True):
        waiting += line
        if engine.complete_statement(waiting):
            yield waiting
            waiting = ""
    if waiting.strip():
        yield waiting


def _copy(connection: engine.Connection, path: Path, step: str) -> None:
    """A copy of the whole database as it was before `step`, beside it."""
    copy = path.with_name(f"{path.name}.before-{step}")
    copy.unlink(missing_ok=True)
    engine.create_file(copy)
    connection.execute("VACUUM INTO ?", (str(copy),))
