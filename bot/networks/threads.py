"""One thread for a client that only works in a thread, seen from asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class OneThread:
    """Runs functions one after the other on one thread of its own, which starts with the first of them.

    The thread is a daemon: a call that hangs never holds up the end of the program. A caller that is cancelled
    stops waiting; a call that has already begun runs to its end.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises; RuntimeError after `close`."""
        if self._closed:
            raise RuntimeError(f"the thread {self._name} is closed")
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
            self._thread.start()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def one() -> None:
            if done.cancelled():
                return
            try:
                tell, value = _answer, work()
            except BaseException as error:  # noqa: BLE001 - it is raised again where `run` was awaited
                tell, value = _fail, error  # type: ignore[assignment]
            with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile: nobody waits any more
                loop.call_soon_threadsafe(tell, done, value)

        self._work.put(one)
        return await done

    def close(self) -> None:
        """Let the thread end after the call it is in; those that wait behind it are cancelled with their callers."""
        if not self._closed:
            self._closed = True
            self._work.put(None)

    def _serve(self) -> None:
        while (work := self._work.get()) is not None:
            work()


def _answer(done: asyncio.Future[Any], value: object) -> None:
    if not done.done():
        done.set_result(value)


def _fail(done: asyncio.Future[Any], error: BaseException) -> None:
    if not done.done():
        done.set_exception(error)
