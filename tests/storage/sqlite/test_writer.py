"""The writing thread: one transaction for many, one failure for one, and nothing acknowledged is ever lost."""

import asyncio
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from bot.domain.outbox import State
from bot.errors import StorageError
from bot.ports import Transaction
from bot.storage import is_torn, snapshot
from bot.storage.sqlite import engine, steps, writer
from bot.storage.sqlite.epoch import EpochFile, Mark
from bot.storage.sqlite.rekeying import both_files
from bot.storage.sqlite.writer import Job, Writer
from tests.storage.builders import NEW_ENOUGH, NOW, bluesky
from tests.storage.conftest import Opener
from tests.storage.sqlite.test_opening import owe


def execute(tx: Transaction, sql: str) -> Any:
    return tx.session.execute(sql).fetchall()  # type: ignore[attr-defined]


async def test_what_queues_up_meanwhile_shares_one_transaction(opener: Opener, database: Path) -> None:
    store = await opener()
    reader = engine.connect(database, readonly=True)
    versions = set()

    def work(tx: Transaction, number: int) -> None:
        time.sleep(0.002)  # so that the queue fills
        tx.set_meta(str(number), "")
        versions.add(reader.execute("SELECT count(*) FROM meta").fetchone()[0])

    await asyncio.gather(*(store.write(lambda tx, n=n: work(tx, n)) for n in range(10)))  # type: ignore[misc]
    reader.close()
    assert len(versions) <= 3, "a reader saw only whole groups"


async def test_a_full_disk_fails_what_it_must_and_nothing_else(opener: Opener) -> None:
    store = await opener()
    await store.write(lambda tx: tx.set_meta("before", "kept"))
    await store.write(lambda tx: execute(tx, f"PRAGMA max_page_count = {execute(tx, 'PRAGMA page_count')[0][0] + 4}"))
    results = await asyncio.gather(
        store.write(lambda tx: tx.set_meta("small", "x")),
        store.write(lambda tx: tx.set_meta("big", "x" * 10**6)),
        store.write(lambda tx: tx.set_meta("small2", "x")),
        return_exceptions=True,
    )
    assert isinstance(results[1], StorageError) and "disk is full" in str(results[1])
    kept = await store.read(lambda tx: [tx.get_meta(key) for key in ("small", "big", "small2", "before")])
    told = [None if isinstance(result, StorageError) else "x" for result in results]
    assert kept == [*told, "kept"], "what was told is what is there"
    await store.write(lambda tx: execute(tx, "PRAGMA max_page_count = 1000000"))
    await store.write(lambda tx: tx.set_meta("big", "x" * 10**6))


@pytest.mark.parametrize("number", range(1, 8))
async def test_the_transaction_that_is_lost_with_its_nth_write_is_told_and_forgotten(
    opener: Opener, number: int
) -> None:
    store = await opener()

    def work(tx: Transaction) -> None:
        for n in range(10):
            if n == number:
                execute(tx, "ROLLBACK")  # what SQLite does by itself when the disk is full
                raise engine.Fault("database or disk is full")
            tx.set_meta(str(n), "x")

    with pytest.raises(StorageError, match="disk is full"):
        await store.write(work)
    assert await store.read(lambda tx: tx.get_meta("0")) is None
    await store.write(lambda tx: tx.set_meta("after", "x"))


async def test_a_fault_of_the_library_comes_in_our_words(opener: Opener) -> None:
    store = await opener()
    with pytest.raises(StorageError, match="no such table"):
        await store.write(lambda tx: execute(tx, "SELECT * FROM outobx"))


async def test_the_thread_outlives_a_disk_that_fails_while_it_looks_around(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await opener()
    failed = threading.Event()

    def fail(self: Writer) -> tuple[int, ...]:
        failed.set()
        raise engine.Fault("disk I/O error")

    monkeypatch.setattr(Writer, "_data_versions", fail)
    assert await asyncio.to_thread(failed.wait, 10)
    await store.write(lambda tx: tx.set_meta("a", "b"))


async def test_what_was_kept_is_told_as_kept_when_only_the_epoch_file_fails(
    opener: Opener, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(self: EpochFile, mark: Mark) -> None:
        raise StorageError("the epoch file cannot be written: No space left on device")

    store = await opener()
    post = await store.write(owe)
    with monkeypatch.context() as patch:
        patch.setattr(EpochFile, "write", fail)
        assert await store.write(lambda tx: tx.outbox.mark_sending(post, NOW))
    told = await store.read(lambda tx: tx.outbox.get(post))
    assert told is not None and told.state is State.SENDING
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
        "the epoch file cannot be written: No space left on device: an older database put back would not be noticed"
    ]


ACKNOWLEDGE = """
import asyncio, sys
from bot.storage import open_store
async def one(store, number):
    await store.write(lambda tx: tx.set_meta(str(number), "kept"))
    print(number, flush=True)
async def main():
    store = await open_store(sys.argv[1], sys.argv[2], role="bot")
    for start in range(0, 10**6, 20):
        await asyncio.gather(*(one(store, n) for n in range(start, start + 20)))
asyncio.run(main())
"""


@pytest.mark.parametrize("lines", [1, 21, 250])
def test_what_was_acknowledged_survives_a_kill(database: Path, key_file: Path, lines: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ACKNOWLEDGE, database, key_file], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    told = [process.stdout.readline() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    told += process.communicate()[0].splitlines()
    numbers = [line.strip() for line in told if line.strip()]
    with snapshot(database) as view:
        assert [number for number in numbers if view.get_meta(number) != "kept"] == []
    assert len(numbers) >= lines


async def test_no_byte_of_the_erased_stays_in_a_log(
    opener: Opener, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def needles() -> int:
        return sum(file.read_bytes().count(b"needle.bsky") for file in database.parent.glob("quittex*.db*"))

    monkeypatch.setattr(writer, "TIDY_SECONDS", 0.3)
    monkeypatch.setattr(writer, "TIDY_AGAIN_SECONDS", 0.1)
    store = await opener()
    await store.write(lambda tx: tx.people.link(_register(tx), bluesky("needle"), 4, "s", NOW))
    reader = engine.connect(database, readonly=True)
    reader.execute("BEGIN").execute("SELECT count(*) FROM person").fetchone()
    await store.write(lambda tx: tx.people.remove(1))
    assert needles()
    await asyncio.sleep(0.5)
    assert needles(), "somebody still reads what was"
    reader.close()
    for _ in range(100):
        await asyncio.sleep(0.1)
        if not needles():
            break
    assert not needles()


def _register(tx: Transaction) -> int:
    return tx.people.register(1, "", "", NOW).id


async def test_what_another_left_between_the_commits_of_two_files_is_put_right(opener: Opener, database: Path) -> None:
    store = await opener()

    def follow(tx: Transaction) -> None:
        for x_id, followed in ((1, 2), (2, 1)):
            person = tx.people.register(x_id, "", "", NOW).id
            tx.people.link(person, bluesky(f"p{x_id}"), 4, "s", NOW)
            tx.graph.replace_list(person, 0, "s", [followed], NOW)

    await store.write(follow)
    before = await store.read(lambda tx: tx.tallies.now())
    with both_files(database) as killed, steps.immediate(killed):
        killed.execute("UPDATE main.meta SET value = value + 1 WHERE key = 'generation'")
        killed.execute("DELETE FROM main.tally")
    await store.write(lambda tx: tx.set_meta("a", "b"))
    assert not await store.read(is_torn)
    assert await store.read(lambda tx: tx.tallies.now()) == before != {}


async def test_it_ends_though_the_end_comes_while_it_puts_that_right(opener: Opener, database: Path) -> None:
    store, begun, go = await opener(), threading.Event(), threading.Event()

    def blocked(*_: object) -> None:
        begun.set()
        go.wait(60)

    writing = store._writer
    assert writing
    writing.submit(Job(lambda tx: None, blocked))
    assert await asyncio.to_thread(begun.wait, 60)  # or it would take in what comes after the crash
    with both_files(database) as killed, steps.immediate(killed):
        killed.execute("UPDATE main.meta SET value = value + 1 WHERE key = 'generation'")
    writing.submit(Job(lambda tx: tx.set_meta("a", "b"), lambda *_: None))
    ending = asyncio.create_task(store.close())
    for _ in range(1000):
        await asyncio.sleep(0.01)
        if writing._closed:
            break
    go.set()
    await asyncio.wait_for(ending, 30)
    with snapshot(database) as view:
        assert view.get_meta("a") == "b" and not is_torn(view)


async def test_two_processes_write_at_once(opener: Opener, database: Path, key_file: Path) -> None:
    store = await opener()
    code = (
        ACKNOWLEDGE.replace("10**6", "200")
        .replace('role="bot"', 'role="command"')
        .replace("str(number)", '"c%d" % number')
    )
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-c", NEW_ENOUGH + code, database, key_file, stdout=asyncio.subprocess.PIPE
    )
    for number in range(200):
        await store.write(lambda tx, n=number: tx.set_meta(f"b{n}", "kept"))  # type: ignore[misc]
    await command.communicate()
    assert command.returncode == 0
    kept = await store.read(lambda tx: [tx.get_meta(f"{who}{n}") for n in range(200) for who in "bc"])
    assert kept == ["kept"] * 400
