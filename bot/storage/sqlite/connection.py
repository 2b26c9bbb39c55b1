"""The Store on SQLite: asynchronous outside, one writing thread and read-only connections inside."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from bot.errors import StorageError
from bot.ports import Snapshot, Transaction
from bot.storage.sqlite.epoch import EpochFile
from bot.storage.sqlite.locks import RunLock
from bot.storage.sqlite.snapshot import Readers
from bot.storage.sqlite.writer import Job, Writer

T = TypeVar("T")


class SqliteStore:
    """`ports.Store`. Made by `opening.open_store`; belongs to the event loop of its first call."""

    def __init__(self, readers: Readers, *, restored: bool, lock: RunLock | None, epoch: EpochFile | None) -> None:
        self.restored = restored
        self._readers = readers
        self._lock = lock
        self._epoch = epoch
        self._writer: Writer | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._version = 0
        self._bell = asyncio.Event()

    def start(self, writer: Writer) -> None:
        """Take a writer into use; without one the store only reads."""
        self._writer = writer
        writer.start()

    @property
    def version(self) -> int:
        """See the port."""
        return self._version

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """See the port. A caller that is cancelled while waiting does not undo the work."""
        if self._writer is None:
            raise StorageError("this store was opened for reading only")
        self._loop = loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()

        def tell(result: Any, fault: BaseException | None) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody listens any more
                loop.call_soon_threadsafe(_settle, future, result, fault)

        self._writer.submit(Job(work, tell))
        return await future

    async def read(self, work: Callable[[Snapshot], T]) -> T:
        """See the port."""
        return await asyncio.to_thread(self._readers.read, work)

    async def changed(self, since: int) -> int:
        """See the port."""
        self._loop = asyncio.get_running_loop()
        while self._version == since:
            await self._bell.wait()
        return self._version

    def noticed(self) -> None:
        """Ring the bell; from the writer's thread."""
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._ring)
        else:
            self._version += 1

    async def close(self) -> None:
        """See the port."""
        self._readers.close()  # first: only a writer that is the last to leave tidies the -wal file away
        if self._writer is not None:
            await asyncio.to_thread(self._writer.close)
        if self._epoch is not None:
            self._epoch.close()
        if self._lock is not None:
            self._lock.release()

    def _ring(self) -> None:
        self._version += 1
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()


def _settle(future: asyncio.Future[Any], result: Any, fault: BaseException | None) -> None:
    if future.cancelled():
        return
    if fault is None:
        future.set_result(result)
    else:
        future.set_exception(fault)
