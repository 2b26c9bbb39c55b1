"""One bot per database."""

import os
import threading
from pathlib import Path

import pytest

from bot.errors import AlreadyRunning
from bot.storage.sqlite.locks import RunLock, running_pid


def test_the_second_learns_who_runs(database: Path) -> None:
    lock = RunLock.take(database)
    with pytest.raises(AlreadyRunning, match=f"pid {os.getpid()}") as caught:
        RunLock.take(database)
    assert caught.value.pid == running_pid(database) == os.getpid()
    lock.release()
    lock.release()
    assert running_pid(database) is None
    RunLock.take(database).release()


def test_nobody_runs_on_a_database_that_is_not_there(database: Path) -> None:
    assert running_pid(database) is None


def test_asking_who_runs_stops_nobody_from_running(database: Path) -> None:
    RunLock.take(database).release()
    asking = threading.Event()

    def ask() -> None:
        while not asking.is_set():
            running_pid(database)

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        for _ in range(50):
            RunLock.take(database).release()
    finally:
        asking.set()
        thread.join()
