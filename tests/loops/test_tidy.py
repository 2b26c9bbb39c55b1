"""The index is tidied when there is enough of it, at night whatever there is; a fault does not end it."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.errors import StorageError
from bot.loops import tidy
from bot.loops.tidy import ANY, MANY, at_least, keep_tidy
from tests.storage.builders import NOW, FixedClock


@pytest.mark.parametrize(("hour", "expected"), [(3, MANY), (4, ANY), (5, MANY), (16, MANY)])
def test_at_night_anything_is_enough(hour: int, expected: int) -> None:
    assert at_least(datetime(2026, 11, 20, hour, 59, tzinfo=ZoneInfo("Europe/Paris"))) == expected


async def test_it_asks_again_and_again_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidy, "EVERY_SECONDS", 0.0)
    asked, enough = [], asyncio.Event()

    async def work(number: int) -> None:
        asked.append(number)
        if len(asked) == 3:
            enough.set()
        raise [StorageError("the disk is full"), ValueError("a bug")][len(asked) % 2]

    clock = FixedClock()
    clock.time = NOW.replace(hour=3, minute=30)  # 4:30 in Paris, in winter
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(keep_tidy(work, clock, "Europe/Paris"))
        await enough.wait()
        task.cancel()
    assert asked[:3] == [ANY] * 3
