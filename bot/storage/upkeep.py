"""Work on the database as a whole, beside a running bot: keeping the index up, rekeying, checking, copying.

Each takes the `[storage]` url and the key file. What takes long tells how far it is: what it does, from 0 to 1.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bot
from bot.errors import BotError, StorageError
from bot.storage import _WallClock as WallClock
from bot.storage import database_path

if TYPE_CHECKING:
    from bot.ports import Store, Transaction
    from bot.storage.sqlite.rebuilding import Compared, Pairs
    from bot.storage.sqlite.rekeying import Progress
    from bot.storage.sqlite.steps import Step
    from bot.storage.sqlite.tidying import Tidied

MANY = 1000
"""So many changed lists are worth a merge."""

PATIENCE_SECONDS = 600.0
"""How long a command waits for a merge under way."""

_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "PYTHONUTF8", "SQLITE_TMPDIR", "TMPDIR", "TZ")


def _silent(what: str, part: float) -> None:
    """Nobody listens."""


async def tidy_beside(store: Store, url: str | Path, key_file: Path, at_least: int = MANY) -> Tidied:
    """Bring the index up to date if so many lists wait, and go on with what was killed; for the running bot.

    In a process of its own, which ends with this call; where SQLite is too old for that, on the writer's thread in
    short transactions. Nothing happens while another is at it. StorageError.
    """
    from bot.storage.sqlite import engine, tidying

    path = database_path(url)
    if not await asyncio.to_thread(tidying.due, path, at_least):
        return tidying.Tidied()
    if engine.several_writers_are_safe():
        return await _in_a_process(path, key_file, at_least)
    return await _on_the_writer(store, path, key_file, at_least)


async def _in_a_process(path: Path, key_file: Path, at_least: int) -> Tidied:
    from bot.storage.sqlite.tidying import Tidied

    process = await asyncio.create_subprocess_exec(
        # -P: whatever is called `bot` in the folder we were started in is not us.
        sys.executable, "-P", "-m", "bot.storage.sqlite.merging", str(path), str(key_file), str(at_least),
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env=_environment(),
        start_new_session=True,  # Ctrl-C is for us; we end it
    )  # fmt: skip
    try:
        output, said = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()  # harmless at any point
            await process.wait()
    if process.returncode:
        raise StorageError(said.decode(errors="replace").strip().splitlines()[-1] if said else "a merge was killed")
    return Tidied(**json.loads(output))


def _environment() -> dict[str, str]:
    """Nothing of ours that is secret; and it finds what we are made of, however we were started."""
    folders = [str(Path(bot.__file__).parents[1]), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, folders))}  # an empty one would be the present folder


async def _on_the_writer(store: Store, path: Path, key_file: Path, at_least: int) -> Tidied:
    from bot.storage.sqlite import steps, tidying
    from bot.storage.sqlite.index_lock import index_lock
    from bot.storage.sqlite.parts import clear_away
    from bot.storage.sqlite.rekeying import keys_of
    from bot.storage.sqlite.snapshot import open_readonly

    done = tidying.Tidied()
    with index_lock(path) as alone:
        connection = open_readonly(path)
        try:
            work = tidying.everything(connection, path, keys_of(connection, key_file), at_least, done)
            if alone:
                clear_away(path)
            while alone and (step := await asyncio.to_thread(next, work, None)) is not None:
                more = True
                while more:
                    more = await store.write(partial(_some, step=step))
                    await asyncio.sleep(steps.GENTLE.pause)
        finally:
            connection.close()
    return done


def _some(tx: Transaction, step: Step) -> bool:
    from bot.storage.sqlite import steps

    session: Any = tx
    return step(session.session.connection, steps.timer(steps.GENTLE.hold))


def tidy(url: str | Path, key_file: Path, at_least: int = MANY) -> Tidied:
    """The same for a command at its end, where no bot runs: in this process. StorageError, WrongKey, AlreadyRunning."""
    from bot.storage.sqlite import tidying

    path = database_path(url)
    if not tidying.due(path, at_least):
        return tidying.Tidied()
    with _the_only_writer(path):
        return tidying.tidy(path, key_file, at_least)


def rekey(url: str | Path, key_file: Path, told: Progress = _silent) -> int:
    """Change the key, or finish a change that was killed; how many keys there are now. The database must be there.

    BotError if other index work does not end; AlreadyRunning where SQLite is too old to write beside a bot.
    """
    from bot.storage.sqlite.rekeying import rekey as work

    path = database_path(url)
    with _the_only_writer(path), _alone_with_index(path):
        return work(path, key_file, told)


def rebuild(url: str | Path, key_file: Path, told: Progress = _silent) -> Pairs:
    """Build the index anew from the lists and put wrong pairs right; how the pairs were. Faults as of `rekey`."""
    from bot.storage.sqlite.rebuilding import rebuild as work

    path = database_path(url)
    with _the_only_writer(path), _alone_with_index(path):
        return work(path, key_file, WallClock(), told)


def check(url: str | Path, key_file: Path, told: Progress = _silent) -> Compared:
    """Compare index and pairs with the lists; nothing is written. BotError if index work does not end."""
    from bot.storage.sqlite.migrations import check_version
    from bot.storage.sqlite.rebuilding import check as work

    path = database_path(url)
    check_version(path)
    with _alone_with_index(path):
        return work(path, key_file, WallClock(), told)


def backup_database(url: str | Path, to: Path, told: Progress = _silent) -> list[Path]:
    """Copy both files, as of one moment, to `to` and beside it. InputError rather than overwriting anything."""
    from bot.storage.sqlite.backup import backup_database as work
    from bot.storage.sqlite.migrations import check_version

    path = database_path(url)
    check_version(path)
    return work(path, to, partial(told, "copying"))


def backup_key(key_file: Path, to: Path) -> None:
    """Copy the key file, mode 0600. InputError rather than overwriting anything; WrongKey."""
    from bot.storage.sqlite.backup import backup_key as work

    work(key_file, to)


def drop_copies(url: str | Path, before: datetime) -> int:
    """Remove the copies of the database that were made before migrations, if they are older than that; how many."""
    from bot.storage.sqlite.cleaning import drop_copies as work

    return work(database_path(url), before.timestamp())


def search(url: str | Path, names: list[str], numbers: list[int]) -> tuple[dict[str, int], int]:
    """How often these stand in which files of the database, byte by byte ({}: nowhere), and how many files there are.

    No Store may be open in this process.
    """
    from bot.storage.sqlite.verify import Needles, files_of
    from bot.storage.sqlite.verify import search as work

    path = database_path(url)
    return work(path, Needles(tuple(names), tuple(numbers))), len(files_of(path))


@contextmanager
def _the_only_writer(path: Path) -> Iterator[None]:
    """Where SQLite is too old for two writers, no bot may run meanwhile."""
    from bot.storage.sqlite import engine
    from bot.storage.sqlite.locks import RunLock

    if engine.several_writers_are_safe():
        yield
        return
    lock = RunLock.take(path)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _alone_with_index(path: Path) -> Iterator[None]:
    from bot.storage.sqlite.index_lock import index_lock

    with index_lock(path, PATIENCE_SECONDS) as alone:
        if not alone:
            raise BotError("a merge or a rebuild of the graph has been under way for long: try again later")
        yield
