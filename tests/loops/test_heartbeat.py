"""The sign of life that `status` and `doctor` read."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.actions.report import ailments, status
from bot.errors import StorageError
from bot.loops import heartbeat
from bot.loops.heartbeat import beat, keep_beat, keep_network_state
from bot.ports import Store, Transaction
from bot.storage import open_store
from tests.storage.builders import NOW, FixedClock


async def test_a_beating_bot_is_running_and_a_silent_one_is_not(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(beat(store, FixedClock()))
        await asyncio.sleep(0.1)
        task.cancel()
    later = NOW + timedelta(minutes=2)
    assert (await store.read(lambda tx: status(tx, [], NOW)))["running"] is True
    assert (await store.read(lambda tx: status(tx, [], later)))["running"] is False
    assert await store.read(lambda tx: ailments(tx, [], NOW)) == []
    await store.write(lambda tx: keep_beat(tx, NOW, pid=0))
    assert (await store.read(lambda tx: status(tx, [], NOW)))["running"] is False
    await store.close()


async def test_a_full_disk_costs_beats_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heartbeat, "EVERY_SECONDS", 0.01)
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    tries = []

    class FullAtFirst:
        async def write(self, work: Callable[[Transaction], object]) -> object:
            tries.append(work)
            if len(tries) == 1:
                raise StorageError("the disk is full")
            return await store.write(work)

    task = asyncio.get_running_loop().create_task(beat(cast(Store, FullAtFirst()), FixedClock()))
    await asyncio.sleep(0.2)
    task.cancel()
    assert (await store.read(lambda tx: status(tx, [], NOW)))["running"] is True
    await store.close()


async def test_a_stopped_network_is_an_ailment_with_its_reason(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await store.write(lambda tx: keep_beat(tx, NOW, os.getpid()))
    await store.write(lambda tx: keep_network_state(tx, "sky", "stopped", NOW, "token revoked"))
    assert await store.read(lambda tx: ailments(tx, ["sky"], NOW)) == ["sky: stopped: token revoked"]
    await store.close()
