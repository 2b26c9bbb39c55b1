"""Changing the key: a new one is applied on top of the others, to everything that is kept, beside a running bot.

First the key file gets a line more; then, in one transaction, the database says that this key counts, and whoever
writes from then on uses it; then what was kept before is moved to it, list by list; then the index is built anew.
What is still of the old epoch at any moment is moved when it is read. Killed anywhere, the next goes on.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import StorageError, WrongKey
from bot.storage.sqlite import building, engine, merging, steps
from bot.storage.sqlite.all_lists import Keys, at_epoch
from bot.storage.sqlite.keys import KEY_BYTES, check_of, load_keys
from bot.storage.sqlite.pseudonyms import Pseudonyms, pack
from bot.storage.sqlite.steps import Work, drop, get, once, put

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection

EDGES_AT_ONCE = 100_000  # moved in one transaction

_REKEYING = "rekeying"  # meta: the epoch that a rekey leads to, until all of it is done

_STALE = "SELECT 1 FROM graph.unmerged WHERE epoch < CAST(? AS INTEGER) LIMIT 1"
_KEPT = {
    "graph.archive": ("pseudonyms",),
    "graph.erased": ("pseudonyms",),
    "main.import_row": ("follows", "followers"),
    "main.import_before": ("pseudonyms",),
    "main.list_redo": ("pseudonyms",),
}
"""Where lists are kept, each row with its epoch."""

Progress = Callable[[str, float], object]
"""Hears what is being done and how much of it is done, from 0 to 1."""


def keys_of(connection: Connection, key_file: Path) -> Keys:
    """The keys the graph is made with as of each call. WrongKey if the file does not hold them."""
    known: dict[str, Pseudonyms] = {}

    def keys() -> Pseudonyms:
        check = get(connection, "key_check") or ""
        if check not in known:
            epoch, cut = int(get(connection, "epoch") or 1), get(connection, "first_step") == "cut"
            found = Pseudonyms(load_keys(key_file)[:epoch], cut=cut)
            if found.check != check:
                raise WrongKey(f"{key_file}: it is not the key this graph was made with: put back your copy")
            known[check] = found
        return known[check]

    return keys


def unfinished(connection: Connection) -> bool:
    """Whether a rekey has begun and not ended."""
    return get(connection, _REKEYING) is not None


def rekey(path: Path, key_file: Path, told: Progress = lambda _, __: None) -> int:
    """Change the key, or finish a change that was killed; the epoch there is now. Call it under `index_lock`.

    WrongKey, StorageError.
    """
    with both_files(path) as connection:
        if not unfinished(connection):
            _switch(connection, key_file)
        epoch = int(get(connection, "epoch") or 1)
    _finish(path, key_file, told)
    return epoch


def resume(path: Path, key_file: Path, told: Progress = lambda _, __: None) -> None:
    """Finish a change that was killed, if any. Call it under `index_lock`."""
    with steps.index_connection(path) as connection:
        begun = unfinished(connection)
    if begun:
        _finish(path, key_file, told)


def _switch(connection: Connection, key_file: Path) -> None:
    """From the commit on, the new key counts."""
    epoch = keys_of(connection, key_file)().epoch
    keys = load_keys(key_file)
    if len(keys) == epoch:  # otherwise a rekey was killed before it came to this: its key will do
        keys = add_key(key_file)
    with steps.immediate(connection):
        put(connection, "epoch", str(epoch + 1))
        put(connection, "key_check", check_of(keys[: epoch + 1]))
        put(connection, _REKEYING, str(epoch + 1))


def _finish(path: Path, key_file: Path, told: Progress) -> None:
    pace = partial(steps.pace_beside, path)
    with both_files(path) as connection:
        steps.drive(connection, lifting(connection, keys_of(connection, key_file), told), pace)
        steps.tidy_log(connection, "main")
    with steps.index_connection(path) as connection:
        steps.drive(connection, indexing(connection, path, keys_of(connection, key_file), told), pace)


def lifting(connection: Connection, keys: Keys, told: Progress = lambda _, __: None) -> Work:
    """The first steps of finishing a change: everything that is kept is moved; they need both files."""
    for table, columns in _KEPT.items():
        yield from _lifting(connection, table, columns, keys, partial(told, "moving lists"))


def indexing(connection: Connection, path: Path, keys: Keys, told: Progress = lambda _, __: None) -> Work:
    """The other steps: the index follows, and the change is done."""
    if building.unfinished(connection) or get(connection, "edge_epoch") != get(connection, "epoch"):
        yield from building.build(connection, path, keys, partial(told, "building"))
    yield from building.clear(connection)
    if connection.execute(_STALE, (get(connection, "epoch"),)).fetchone():  # killed just after the index was built
        yield from merging.merge(connection, keys, lambda _: None)
    yield once(lambda on: drop(on, _REKEYING))


def _lifting(
    connection: Connection, table: str, columns: tuple[str, ...], keys: Keys, told: Callable[[float], object]
) -> Work:
    """Every list of an earlier epoch moved to the present one, unless somebody changed it meanwhile."""
    epoch, names = keys().epoch, ", ".join(columns)
    stale = [row for (row,) in connection.execute(f"SELECT rowid FROM {table} WHERE epoch < ?", (epoch,))]  # noqa: S608
    moved: list[tuple[Any, ...]] = []
    weight = 0
    for done, row in enumerate(stale, 1):
        sql = f"SELECT epoch, {names} FROM {table} WHERE rowid = ? AND epoch < ?"  # noqa: S608
        for since, *blobs in connection.execute(sql, (row, epoch)).fetchall():
            new = [None if blob is None else pack(at_epoch(keys, blob, since, epoch)) for blob in blobs]
            moved.append((epoch, *new, row, since, *blobs))
            weight += sum(len(blob or b"") // 8 for blob in blobs)
        if weight >= EDGES_AT_ONCE or done == len(stale):
            yield once(partial(_change, table=table, columns=columns, moved=moved))
            moved, weight = [], 0
            told(done / len(stale))


def _change(connection: Connection, table: str, columns: tuple[str, ...], moved: list[tuple[Any, ...]]) -> None:
    sets = ", ".join(f"{name} = ?" for name in ("epoch", *columns))
    same = " AND ".join(f"{name} IS ?" for name in ("epoch", *columns))
    connection.executemany(f"UPDATE {table} SET {sets} WHERE rowid = ? AND {same}", moved)  # noqa: S608


def add_key(path: Path) -> tuple[bytes, ...]:
    """One more key in the key file, at once or not at all, its rights and owner kept; all of them. StorageError.

    A symbolic link stays one: it is the file it leads to that changes.
    """
    try:
        path = path.resolve(strict=True)
        beside = path.with_name(f"{path.name}.new")
        beside.unlink(missing_ok=True)
        descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write("".join(f"{key.hex()}\n" for key in load_keys(path)) + secrets.token_hex(KEY_BYTES) + "\n")
            there, here = path.stat(), beside.stat()
            if (there.st_uid, there.st_gid) != (here.st_uid, here.st_gid):
                os.chown(beside, there.st_uid, there.st_gid)
            beside.chmod(stat.S_IMODE(there.st_mode))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as fault:
        raise StorageError(f"{path}: the key file cannot be changed: {fault.strerror}") from fault
    return load_keys(path)


def sync_folder(folder: Path) -> None:
    """Make what was renamed in it durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def both_files(path: Path) -> Iterator[Connection]:
    """A connection that writes both files. StorageError."""
    connection = engine.connect(path)
    try:
        engine.attach_graph(connection, path)
        yield connection
    except engine.Fault as fault:
        raise engine.translated(fault, path) from fault
    finally:
        connection.close()
