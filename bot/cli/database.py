"""How commands reach the database: reading at any time, writing in short transactions beside a running bot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.loops.imports import Pace
    from bot.ports import Snapshot, Store, Transaction

T = TypeVar("T")


@contextmanager
def reading(config: Path) -> Iterator[Snapshot]:
    """A read-only view of one moment. ConfigError, StorageError."""
    from bot.config import locate_database
    from bot.storage import is_torn, running_pid, snapshot

    path = locate_database(config)
    with ExitStack() as stack:
        view = stack.enter_context(snapshot(path))
        if is_torn(view) and running_pid(path) is None and _mend(config):  # a running bot mends by itself
            stack.close()
            view = stack.enter_context(snapshot(path))
        yield view


def _mend(config: Path) -> bool:
    """Let a writer open what a crash left, and close it: nobody shall see the half of anything. False if it cannot."""
    import asyncio

    from bot.config import load
    from bot.storage import open_store

    async def once(settings: Settings) -> None:
        await (await open_store(settings.database, settings.key_file, role="command")).close()

    try:
        asyncio.run(once(load(config)))
    except BotError:
        return False
    return True


def network_names(config: Path) -> list[str]:
    """The configured networks, without validating the rest."""
    from bot.config.source import read_toml

    networks = read_toml(config).values.get("networks", {})
    return list(networks) if isinstance(networks, dict) else []


def write(config: Path, work: Callable[[Transaction], T]) -> T:
    """Run `work` in one transaction of its own, beside a running bot. ConfigError, StorageError, AlreadyRunning."""
    from bot.config import load

    return write_with(load(config), work)


def write_with(settings: Settings, work: Callable[[Transaction], T]) -> T:
    """The same for a configuration that is already loaded."""
    import asyncio

    async def once() -> T:
        store = await open_for_writing(settings)
        try:
            return await store.write(work)
        finally:
            await store.close()

    return asyncio.run(once())


async def open_for_writing(settings: Settings, *, alone: bool = False, lean: bool = False) -> Store:
    """The Store, beside a running bot, after finishing what a killed import left; the caller closes it.

    `alone` says that the caller holds the lock of imports; otherwise another import at work is left alone. `lean`
    keeps few pages of the database in memory.
    """
    from bot.loops.imports import resume_imports
    from bot.storage import import_lock, open_store, running_pid

    alive = running_pid(settings.database) is not None
    minimum = None if alive else settings.proof.minimum  # the Tallies of a running bot follow the file it has read
    store = await open_store(settings.database, settings.key_file, role="command", minimum=minimum, lean=lean)
    try:
        with nullcontext(True) if alone else import_lock(settings.database) as mine:
            if mine:
                await resume_imports(store, WallClock(), pace=pace_of(settings))
    except BaseException:
        await store.close()
        raise
    return store


def tidy(settings: Settings) -> None:
    """Bring the index of the graph up to date, if many lists wait for it; a running bot does that itself.

    For the end of a command that brings lists, when it has closed the Store. What goes wrong is only told: the lists
    are kept, and the next one goes on.
    """
    from bot.cli.common import say
    from bot.errors import BotError
    from bot.storage import running_pid, upkeep

    if running_pid(settings.database) is None:
        try:
            upkeep.tidy(settings.database, settings.key_file)
        except BotError as fault:
            say(f"done, but the index of the graph is behind: {fault}")


def pace_of(settings: Settings) -> Pace:
    """How a command may use the lock now."""
    from bot.loops.imports import ALONE, GENTLE
    from bot.storage import running_pid

    return ALONE if running_pid(settings.database) is None else GENTLE


class WallClock:
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)
