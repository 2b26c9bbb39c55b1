"""Opening a database: locks, files, migrations, the key, the epoch; each refusal is one line."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path

from bot.errors import AlreadyRunning, StorageError, WrongKey
from bot.ports import Clock
from bot.storage.sqlite import derived, engine, migrations, replaying, shown
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.epoch import EpochFile, Mark, epoch_path
from bot.storage.sqlite.keys import check_of, load_keys, load_or_make_keys
from bot.storage.sqlite.locks import RunLock, running_pid
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.outbox import mark_all_suspect
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.snapshot import Readers
from bot.storage.sqlite.writer import Writer

log = logging.getLogger(__name__)

_SET = "INSERT INTO {}.meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_GET = "SELECT value FROM {}.meta WHERE key = ?"
# Whoever finds that changes it had not seen are gone reads the whole registry again.
_TRIM = "DELETE FROM main.x_change WHERE id <= (SELECT max(id) FROM main.x_change) - 100000"
_BLOBS = """
SELECT EXISTS (SELECT 1 FROM graph.archive)
  OR EXISTS (SELECT 1 FROM import_row WHERE follows IS NOT NULL OR followers IS NOT NULL)
  OR EXISTS (SELECT 1 FROM import_before WHERE pseudonyms IS NOT NULL) OR EXISTS (SELECT 1 FROM list_redo)
"""


class Role(StrEnum):
    """Who opens."""

    BOT = "bot"  # the one that runs
    COMMAND = "command"  # writes, beside a running bot
    READER = "reader"


def open_store(
    path: Path, key_file: Path, role: Role, minimum: int | None, clock: Clock, *, lean: bool = False
) -> SqliteStore:
    """The Store in `path` and the graph's file beside it, made and migrated as needed (not by a reader).

    `minimum` is the proof level from which a Link counts; None keeps what was. AlreadyRunning, with the pid, if
    another bot runs (role BOT, or any writer on an SQLite older than 3.51.3); WrongKey and StorageError if the key
    or a file cannot be used.
    """
    if role is Role.READER:
        migrations.check_version(path)
        return SqliteStore(Readers(path, clock), restored=False, lock=None, epoch=None)
    with ExitStack() as undo:
        lock = _lock(path, role)
        if lock:
            undo.callback(lock.release)
        _make_and_migrate(path)
        connection = engine.connect(path)
        undo.callback(connection.close)
        engine.attach_graph(connection, path)
        if lean:
            engine.keep_few_pages(connection)
        epoch = EpochFile(epoch_path(path))
        undo.callback(epoch.close)
        memory = Memory(key_file)
        session = Session(connection, memory=memory, clock=clock)
        with _faults(path):
            restored = _settle(session, path, key_file, epoch, role, minimum)
            if role is Role.BOT or lean:
                memory.warm(connection)
        store = SqliteStore(Readers(path, clock, key_file), restored=restored, lock=lock, epoch=epoch)
        store.start(Writer(path, connection, memory=memory, clock=clock, epoch=epoch, mend=mend, noticed=store.noticed))
        undo.pop_all()
    return store


def _lock(path: Path, role: Role) -> RunLock | None:
    if not engine.several_writers_are_safe():
        log.warning("this SQLite is older than 3.51.3: no command can write while the bot runs")
        return RunLock.take(path)
    return RunLock.take(path) if role is Role.BOT else None


def _make_and_migrate(path: Path) -> None:
    if path.is_dir():
        raise StorageError(f"{path}: it is a folder, not a database")
    files = {"graph": engine.graph_path(path), "main": path}
    if all(file.exists() and not _waiting(which, file) for which, file in files.items()) and _joined(path):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with migrations.alone(path):
        _refuse_leftovers(path)
        for which, file in files.items():
            engine.create_file(file)
            connection = engine.connect(file)
            try:
                steps = migrations.pending(connection, migrations.known_steps(which), file)
                if steps:
                    _refuse_beside_a_bot(path, connection, file)
                    migrations.apply(connection, steps, file)
            finally:
                connection.close()
        _join(path)


def _waiting(which: str, file: Path) -> bool:
    if file.stat().st_size == 0:
        return True
    connection = engine.connect(file, readonly=True)
    try:
        return bool(migrations.pending(connection, migrations.known_steps(which), file))
    finally:
        connection.close()


def _refuse_leftovers(path: Path) -> None:
    """One file without the other is not a fresh start: people would lose what they gave us without a word."""
    graph = engine.graph_path(path)
    here, there = (file.exists() and file.stat().st_size > 0 for file in (path, graph))
    if not here and epoch_path(path).exists():
        what = "is empty" if path.exists() else "is missing"
        raise StorageError(f"{path}: it {what}, but a bot has run here: restore a backup, or remove {epoch_path(path)}")
    if here and not there and _joined(path):
        raise StorageError(f"{graph}: it is missing: restore it from a backup")


def _joined(path: Path) -> bool:
    connection = engine.connect(path, readonly=True)
    try:
        applied = migrations.applied_steps(connection, path)
        return bool(applied) and connection.execute(_GET.format("main"), ("store_id",)).fetchone() is not None
    finally:
        connection.close()


def _refuse_beside_a_bot(path: Path, connection: engine.Connection, file: Path) -> None:
    """A bot of an older release would not know the new tables; its own process may of course migrate."""
    pid = running_pid(path)
    if pid is not None and pid != os.getpid() and migrations.applied_steps(connection, file):
        raise AlreadyRunning(f"{path}: a bot of an older release is running (pid {pid}): stop it first", pid)


def _join(path: Path) -> None:
    """Tie the two files together: one id, and a generation that both carry."""
    connection = engine.connect(path)
    try:
        engine.attach_graph(connection, path)
        ids = [connection.execute(_GET.format(schema), ("store_id",)).fetchone() for schema in ("main", "graph")]
        if ids[0] is not None and ids[0] == ids[1]:
            return
        if (ids[0] != ids[1] and ids[0] is not None) or _count(connection, "graph.archive"):
            raise StorageError(
                f"{engine.graph_path(path)}: it belongs to another database: restore both from one backup"
            )
        connection.execute("BEGIN IMMEDIATE")
        store_id = secrets.token_hex(8)
        for schema in ("graph", "main"):  # the main file last: it says that both are joined
            connection.execute(_SET.format(schema), ("generation", "1"))
            connection.execute(_SET.format(schema), ("store_id", store_id))
        connection.execute("COMMIT")
    except engine.Fault as fault:
        raise engine.translated(fault, path) from fault
    finally:
        connection.close()


def _strangers(path: Path) -> StorageError:
    return StorageError(f"{engine.graph_path(path)}: it belongs to another database: restore both from one backup")


def _settle(session: Session, path: Path, key_file: Path, epoch: EpochFile, role: Role, minimum: int | None) -> bool:
    """Everything that must hold before the first work; whether an older database was put back."""
    mark, restored = None, False
    session.execute("BEGIN IMMEDIATE")
    try:
        _check_joined(session, path)
        _check_key(session, key_file)
        mend(session)
        session.execute(_TRIM)
        shown.fill_if_new(session)
        replaying.replay(session)
        if minimum is not None:
            derived.set_minimum(session, minimum)
        if role is Role.BOT:
            restored, mark = _new_epoch(session, epoch)
        session.finish()
        session.execute("COMMIT")
    except BaseException:
        if session.connection.in_transaction:
            session.execute("ROLLBACK")
        raise
    if mark:
        epoch.write(mark)
    if restored:
        log.warning("an older database was put back: every unsent post is looked for before it is sent")
    return restored


def _check_joined(session: Session, path: Path) -> None:
    ids = [session.execute(_GET.format(schema), ("store_id",)).fetchone() for schema in ("main", "graph")]
    if ids[0] != ids[1]:
        raise _strangers(path)


def _check_key(session: Session, key_file: Path) -> None:
    """The key file must hold the keys the graph was made with; where nothing was made with them, any will do."""
    epochs = session.epochs
    (blobs,) = session.execute(_BLOBS).fetchone()
    if blobs and not key_file.exists():
        raise WrongKey(
            f"{key_file}: the key file is missing, and the graph means nothing without it: put back your copy"
        )
    keys = load_keys(key_file) if blobs else load_or_make_keys(key_file)
    if len(keys) >= epochs.epoch and check_of(keys[: epochs.epoch]) == epochs.check:
        return
    if blobs:
        raise WrongKey(f"{key_file}: it is not the key this graph was made with: put back your copy of the right one")
    for table in ("edge", "unmerged", "erased", "match"):
        session.execute(f"DELETE FROM graph.{table}")  # noqa: S608
    session.execute("DELETE FROM graph.meta WHERE key = 'first_step'")
    for key, value in (("epoch", "1"), ("edge_epoch", "1"), ("key_check", check_of(keys[:1]))):
        session.execute(_SET.format("graph"), (key, value))
    session.forget_epochs()
    session.execute("UPDATE person SET edges = 0 WHERE edges <> 0")
    derived.recount_people(session)
    session.graph_changed = True


def mend(session: Session) -> None:
    """Put right what a crash between the commits of both files left, if it did."""
    if not _repair(session):
        _mend(session)
        _replay(session)


def _mend(session: Session) -> None:
    """A crash between the two files' commits, or a backup of one of them: make the derived rows again."""
    generations = _generations(session)
    if generations[0] != generations[1]:
        log.warning("the database and its graph are not of one moment: matches and tallies are made again")
        derived.mend(session)
        _set_generation(session, max(generations))


def _repair(session: Session) -> bool:
    """Put back what a crash kept out of the graph's file, if that is lists of archives and nothing else."""
    until, since = _generations(session)
    if until <= since or not _count(session.connection, "main.list_redo"):
        return False
    from bot.storage.sqlite import redo  # here and below: it loads numpy

    if not redo.tells_all(session, since, until):
        return False
    log.warning("a crash kept lists of archives out of the graph: they are put back")
    redo.repair(session)
    _set_generation(session, until)
    return True


def _generations(session: Session) -> tuple[int, int]:
    main, graph = (session.execute(_GET.format(schema), ("generation",)).fetchone()[0] for schema in ("main", "graph"))
    return int(main), int(graph)


def _set_generation(session: Session, generation: int) -> None:
    for schema in ("main", "graph"):
        session.execute(_SET.format(schema), ("generation", str(generation)))


def _replay(session: Session) -> None:
    """Lists of an archive that a crash kept out of the graph's file go in."""
    if _count(session.connection, "main.list_redo"):
        from bot.storage.sqlite import redo

        redo.replay(session)


def _new_epoch(session: Session, epoch: EpochFile) -> tuple[bool, Mark]:
    present = Mark(*session.execute("SELECT starts, tries FROM epoch").fetchone())
    if not present.starts:
        epoch.write(present)  # or a first start killed before its mark is written looked like a restore
    last = epoch.read()
    restored = present.starts > 0 if last is None else present.behind(last)
    if restored:
        mark_all_suspect(session)
    further = present.merged(last) if last else present
    mark = Mark(further.starts + 1, further.tries)
    session.execute("UPDATE epoch SET starts = ?, tries = ?", (mark.starts, mark.tries))
    return restored, mark


def _count(connection: engine.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT 1)").fetchone()  # noqa: S608
    return int(count)


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except engine.Fault as fault:
        raise engine.translated(fault, path) from fault
