"""The admin hears of what needs a human: once an hour, in private, through a network that works."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.accounts import Platform
from bot.domain.alerts import Alarm
from bot.errors import NotSent
from bot.loops.alert import alert
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.actions.test_receive import DESK
from tests.paper import PaperNetwork
from tests.storage.builders import FixedClock, mastodon

ADMIN = "@admin@m.example"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield opened
    await opened.close()


async def told(
    store: SqliteStore,
    *networks: PaperNetwork,
    clock: FixedClock | None = None,
    rehearsing: str = "",
    about: str = "sky",
) -> bool:
    desks = [replace(DESK, network=network, rehearsal=network.name == rehearsing) for network in networks]
    return await alert(store, desks, ADMIN, Alarm("stopped", about, {"network": about}), clock or FixedClock())


def tusk(**more: object) -> PaperNetwork:
    known = {"name": "tusk", "platform": Platform.MASTODON, "people": {"admin@m.example": mastodon("admin")}}
    return PaperNetwork(**{**known, **more})  # type: ignore[arg-type]


async def test_one_message_an_hour_in_private(store: SqliteStore) -> None:
    clock = FixedClock()
    for _ in range(3):
        assert await told(store, tusk(), clock=clock)
    clock.time += timedelta(hours=1)
    assert await told(store, tusk(), clock=clock)
    rows = await store.read(lambda tx: tx.outbox.rows())
    assert [(row.network, row.kind) for row in rows] == [("tusk", "alert")] * 2
    post = await store.read(lambda tx: tx.outbox.get(rows[0].id))
    assert post is not None and post.record["visibility"] == "direct"
    assert "sky" in post.record["text"]


async def test_a_network_of_the_wrong_kind_or_out_of_reach_is_passed_over(store: SqliteStore) -> None:
    busy = tusk(faults={"profile": [NotSent("busy")]})
    assert await told(store, PaperNetwork(), busy, tusk(name="other"))
    (row,) = await store.read(lambda tx: tx.outbox.rows())
    assert row.network == "other"


async def test_without_a_network_that_reaches_them_nothing_is_owed(store: SqliteStore) -> None:
    assert not await told(store, PaperNetwork())
    assert await store.read(lambda tx: tx.outbox.rows()) == []


async def test_a_rehearsal_sends_no_alert_either(store: SqliteStore) -> None:
    assert await told(store, tusk(), rehearsing="tusk")
    (row,) = await store.read(lambda tx: tx.outbox.rows())
    assert (row.state, row.reason) == ("held", "rehearsal")


async def test_where_one_network_rehearses_another_tells(store: SqliteStore) -> None:
    assert await told(store, tusk(), tusk(name="other"), rehearsing="tusk")
    (row,) = await store.read(lambda tx: tx.outbox.rows())
    assert (row.network, row.state) == ("other", "ready")


async def test_another_thing_of_the_same_kind_waits_for_its_hour(store: SqliteStore) -> None:
    clock = FixedClock()
    clock.time += timedelta(minutes=50)  # of an hour of the clock: its end begins nothing
    assert await told(store, tusk(), clock=clock)
    for minutes in (0, 45, 14):
        clock.time += timedelta(minutes=minutes)
        assert not await told(store, tusk(), clock=clock, about="ground")
    clock.time += timedelta(minutes=1)
    assert await told(store, tusk(), clock=clock, about="ground")
    assert len(await store.read(lambda tx: tx.outbox.rows())) == 2
