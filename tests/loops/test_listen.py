"""What a network shows is taken in, in its order, and a poisoned post stops nobody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from bot.actions.receive import Desk
from bot.domain.encounters import Batch
from bot.errors import StorageError
from bot.loops.listen import listen, take_in
from bot.ports import Store
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK, asks
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, FixedClock


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield opened
    await opened.close()


def desk_of(network: PaperNetwork) -> Desk:
    return replace(DESK, network=network)


async def test_it_asks_from_the_committed_cursors_and_moves_them(store: SqliteStore) -> None:
    network = PaperNetwork(batches=[Batch("stream", (asks(),), cursor="2"), Batch("stream", cursor="3")])
    await store.write(lambda tx: tx.inbox.move_cursor("paper", "stream", "1"))
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(listen(store, desk_of(network), FixedClock()))
        heard = 0
        while (await store.read(lambda tx: tx.inbox.cursors("paper"))) != {"stream": "3"}:
            heard = await store.changed(heard)
        task.cancel()
    assert network.since == {"stream": "1"}
    assert len(await store.read(lambda tx: tx.outbox.rows())) == 1


async def test_a_poisoned_encounter_is_logged_counted_and_passed(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    class Fragile(PaperNetwork):
        def compose(self, draft: object) -> dict[str, object]:
            if len(self.calls) == 0:
                self.calls.append("broke")
                raise RuntimeError("a bug")
            return {"text": "fine"}

    await store.write(lambda tx: tx.inbox.first_start("paper", NOW))
    batch = Batch("stream", (asks(), asks(uri="at://ann/2")), cursor="2")
    await take_in(batch, store, desk_of(Fragile()), FixedClock())
    assert await store.read(lambda tx: tx.inbox.outcomes("paper")) == {"fault": 1, "answered": 1}
    assert await store.read(lambda tx: tx.inbox.cursors("paper")) == {"stream": "2"}
    assert sum(record.levelname == "ERROR" for record in caplog.records) == 1


async def test_a_first_look_answers_nothing_old(store: SqliteStore) -> None:
    clock = FixedClock()
    await store.write(lambda tx: tx.inbox.first_start("paper", clock.now()))
    old = asks(at=NOW.replace(year=2020))
    await take_in(Batch("scan", (old,), cursor="1", seen=True), store, desk_of(PaperNetwork()), clock)
    assert await store.read(lambda tx: tx.outbox.rows()) == []
    assert await store.read(lambda tx: tx.inbox.cursors("paper")) == {"scan": "1"}


async def test_a_failing_disk_loses_no_encounter(store: SqliteStore) -> None:
    class FailingOnce:
        """The real store, whose first write finds the disk full."""

        def __init__(self) -> None:
            self.failed = False

        async def write(self, work: Any) -> Any:
            if not self.failed:
                self.failed = True
                raise StorageError("disk full")
            return await store.write(work)

    await store.write(lambda tx: tx.inbox.first_start("paper", NOW))
    failing, batch = cast(Store, FailingOnce()), Batch("stream", (asks(),), cursor="2")
    with pytest.raises(StorageError):
        await take_in(batch, failing, desk_of(PaperNetwork()), FixedClock())
    assert await store.read(lambda tx: tx.inbox.cursors("paper")) == {}
    await take_in(batch, failing, desk_of(PaperNetwork()), FixedClock())
    assert await store.read(lambda tx: tx.inbox.outcomes("paper")) == {"answered": 1}
