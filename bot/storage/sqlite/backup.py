"""A copy of both files as of one moment, beside a running bot; and a copy of the key, somewhere else.

`VACUUM INTO` cannot run inside a transaction, so two of them would not be of one moment; the library's own copying
can, and reads both files through one reading view.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

from bot.errors import InputError, StorageError
from bot.storage.sqlite import engine
from bot.storage.sqlite.keys import load_keys
from bot.storage.sqlite.rekeying import sync_folder
from bot.storage.sqlite.snapshot import open_readonly, same_moment

PAGES_AT_ONCE = 2_000  # 8 MB
_MOMENT = "SELECT key, value FROM meta WHERE key IN ('store_id', 'generation') ORDER BY key"
_TRIES, _PAUSE_SECONDS = 1000, 0.005


def backup_database(path: Path, to: Path, told: Callable[[float], object] = lambda _: None) -> list[Path]:
    """Copy the database at `path` to `to` and its graph beside that; where they are.

    InputError rather than overwriting something; StorageError. Until both are complete neither stands there.
    """
    files = {"main": to, "graph": engine.graph_path(to)}
    unfinished = {schema: file.with_name(f"{file.name}.unfinished") for schema, file in files.items()}
    if not to.exists() and _of_one_moment(unfinished["main"], files["graph"]):
        files["graph"].unlink()  # a run was killed between its last two steps
    for file in files.values():
        _refuse(file)
    try:
        connection = open_readonly(path)
        try:
            _begin(connection)
            for number, (schema, file) in enumerate(unfinished.items()):
                _copy(connection, schema, file, lambda part, done=number: told((done + part) / len(files)))  # type: ignore[misc]
        finally:
            connection.close()
        for schema in ("graph", "main"):
            unfinished[schema].rename(files[schema])
        sync_folder(to.absolute().parent)
    except OSError as fault:
        raise StorageError(f"{to}: it cannot be written: {fault.strerror}") from fault
    finally:
        for file in unfinished.values():
            file.unlink(missing_ok=True)
        if not to.exists():
            files["graph"].unlink(missing_ok=True)
    return list(files.values())


def backup_key(key_file: Path, to: Path) -> None:
    """Copy the key file, for us only. InputError rather than overwriting something; WrongKey, StorageError."""
    _refuse(to)
    lines = "".join(f"{key.hex()}\n" for key in load_keys(key_file))
    try:
        descriptor = os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(to.absolute().parent)
    except OSError as fault:
        raise StorageError(f"{to}: it cannot be written: {fault.strerror}") from fault


def _begin(connection: engine.Connection) -> None:
    """A reading view in which neither file is ahead of the other: between their commits lies a write to the disk."""
    rest = Event()
    for _ in range(_TRIES):
        connection.execute("BEGIN")
        if same_moment(connection):
            return
        connection.execute("ROLLBACK")
        rest.wait(_PAUSE_SECONDS)
    connection.execute("BEGIN")  # one was put back without the other: whoever opens the copy mends it


def _of_one_moment(main: Path, graph: Path) -> bool:
    """Whether these are both files of one copy."""
    if not main.is_file() or not graph.is_file():
        return False
    said = []
    for file in (main, graph):
        connection = engine.connect_bare(file)
        try:
            said.append(connection.execute(_MOMENT).fetchall())
        except engine.Fault:
            return False
        finally:
            connection.close()
    return len(said[0]) == 2 and said[0] == said[1]


def _refuse(file: Path) -> None:
    if file.exists() or file.is_symlink():
        raise InputError(f"{file}: it is there already: nothing was overwritten")
    if not file.absolute().parent.is_dir():
        raise InputError(f"{file}: there is no such folder")


def _copy(connection: engine.Connection, schema: str, file: Path, told: Callable[[float], object]) -> None:
    file.unlink(missing_ok=True)
    engine.create_file(file)
    target = engine.connect_bare(file)
    try:
        connection.backup(
            target, name=schema, pages=PAGES_AT_ONCE,
            progress=lambda _, left, total: told(1 - left / total if total else 1.0),
        )  # fmt: skip
        target.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, that can be moved about
    except engine.Fault as fault:
        raise engine.translated(fault, file) from fault
    finally:
        target.close()
    with file.open("rb") as copy:
        os.fsync(copy.fileno())
