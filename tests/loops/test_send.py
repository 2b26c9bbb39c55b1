"""What is owed is said once: after lost answers, refusals, closed gates, and in its order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.consent import Told
from bot.domain.digests import Terms, period_of, trigger_of
from bot.domain.outbox import Post, Priority, State
from bot.errors import NotSent, Refused, Stopped, StorageError, Unknown
from bot.loops.send import Sender
from bot.ports import Gate, Store, Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.paper import PaperNetwork
from tests.storage.builders import a_draft


class Clock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield opened
    await opened.close()


async def owe(store: SqliteStore, trigger: str = "at://ann/1", **more: object) -> int:
    """Put a Post into the outbox; its id."""
    draft = a_draft(trigger, created_at=datetime.now(UTC))
    known = {"network": "paper", "kind": "find", "state": State.READY, "thread": trigger, "counts": True}
    owed = await store.write(lambda tx: tx.outbox.add(draft, {"text": trigger}, **{**known, **more}))  # type: ignore[arg-type]
    assert owed is not None
    return owed


async def state_of(store: SqliteStore, post: int) -> State:
    found = await store.read(lambda tx: tx.outbox.get(post))
    assert found is not None
    return found.state


@asynccontextmanager
async def speaking(store: SqliteStore, network: PaperNetwork) -> AsyncIterator[asyncio.Event]:
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(Sender(store, network, Clock(), timedelta(hours=72)).run(stopping))
        try:
            yield stopping
        finally:
            task.cancel()


async def until(store: SqliteStore, post: int, state: State) -> None:
    for _ in range(500):
        if await state_of(store, post) is state:
            return
        await asyncio.sleep(0.01)
    assert await state_of(store, post) is state


async def test_a_ready_post_is_sent_and_its_receipt_kept(store: SqliteStore) -> None:
    network, post = PaperNetwork(), await owe(store)
    async with speaking(store, network):
        await until(store, post, State.SENT)
    found = await store.read(lambda tx: tx.outbox.get(post))
    assert found is not None and found.receipt == "receipt:0"
    assert network.calls == ["gate", "send"]


async def test_a_post_that_comes_while_it_rests_rings_the_bell(store: SqliteStore) -> None:
    network = PaperNetwork()
    async with speaking(store, network):
        await asyncio.sleep(0.05)
        await until(store, await owe(store), State.SENT)


async def test_a_lost_answer_is_looked_for_before_anything_else(store: SqliteStore) -> None:
    network, post = PaperNetwork(loses_answers=1), await owe(store)
    async with speaking(store, network):
        await until(store, post, State.SENT)
    assert network.calls == ["gate", "send", "find"]
    assert len(network.published) == 1


async def test_a_lost_request_is_sent_again_with_the_same_key(store: SqliteStore) -> None:
    network, post = PaperNetwork(faults={"send": [Unknown("cut")]}), await owe(store)
    async with speaking(store, network):
        await until(store, post, State.SENT)
    assert network.calls == ["gate", "send", "find", "gate", "send"]
    assert len(network.published) == 1


async def test_where_no_key_binds_even_the_first_send_is_preceded_by_a_look(store: SqliteStore) -> None:
    network, post = PaperNetwork(looks=True), await owe(store)
    already = await store.read(lambda tx: tx.outbox.get(post))
    assert already is not None
    network.published["receipt:old"] = already
    async with speaking(store, network):
        await until(store, post, State.SENT)
    assert "send" not in network.calls


async def test_a_waiting_unknown_holds_up_nobody_else(store: SqliteStore) -> None:
    network = PaperNetwork(settle_seconds=60.0, faults={"send": [Unknown("cut")]})
    first, second = await owe(store, "at://ann/1"), await owe(store, "at://bob/2")
    async with speaking(store, network):
        await until(store, second, State.SENT)
    assert await state_of(store, first) is State.UNKNOWN


async def test_a_refusal_is_the_end_and_keeps_its_reason(store: SqliteStore) -> None:
    network, post = PaperNetwork(faults={"send": [Refused("too long")]}), await owe(store)
    async with speaking(store, network):
        await until(store, post, State.REFUSED)
    found = await store.read(lambda tx: tx.outbox.get(post))
    assert found is not None and found.reason == "too long"
    assert network.published == {}


async def test_what_was_certainly_not_sent_is_sent_later(store: SqliteStore) -> None:
    network, post = PaperNetwork(faults={"send": [NotSent("slow down", 0.2)]}), await owe(store)
    async with speaking(store, network):
        await until(store, post, State.SENT)
    assert network.calls.count("send") == 2


async def test_a_closed_gate_means_silence(store: SqliteStore) -> None:
    network, post = PaperNetwork(gate_says=Gate.CLOSED), await owe(store)
    async with speaking(store, network):
        await until(store, post, State.WITHDRAWN)
    assert "send" not in network.calls


async def test_an_absent_trigger_is_asked_for_again(store: SqliteStore) -> None:
    network, post = PaperNetwork(gate_says=Gate.ABSENT), await owe(store)
    async with speaking(store, network):
        await asyncio.sleep(0.1)
        network.gate_says = Gate.OPEN
        await until(store, post, State.SENT)
    assert network.calls.count("gate") >= 2


async def test_a_trigger_absent_for_half_a_minute_is_gone(store: SqliteStore) -> None:
    network = PaperNetwork(gate_says=Gate.ABSENT)
    draft = replace(a_draft(), created_at=datetime.now(UTC) - timedelta(seconds=31))
    post = await store.write(
        lambda tx: tx.outbox.add(draft, {}, network="paper", kind="find", state=State.READY, thread="", counts=True)
    )
    assert post is not None
    async with speaking(store, network):
        await until(store, post, State.WITHDRAWN)


async def test_a_wish_for_silence_is_asked_again_at_the_moment_of_sending(store: SqliteStore) -> None:
    network, post = PaperNetwork(), await owe(store)
    ann = Account(Platform.BLUESKY, "did:plc:ann", "ann.test")
    await store.write(lambda tx: tx.people.silence(ann, True, datetime.now(UTC)))
    async with speaking(store, network):
        await until(store, post, State.WITHDRAWN)
    assert network.published == {}


@pytest.mark.parametrize("arrived", [True, False])
async def test_what_may_have_left_is_looked_for_and_not_sent_again_after_a_stop(
    store: SqliteStore, arrived: bool
) -> None:
    network, post = PaperNetwork(), await owe(store)
    if arrived:
        already = await store.read(lambda tx: tx.outbox.get(post))
        assert already is not None
        network.published["receipt:old"] = already
    await store.write(lambda tx: tx.outbox.mark_sending(post, datetime.now(UTC)))
    ann = Account(Platform.BLUESKY, "did:plc:ann", "ann.test")
    await store.write(lambda tx: tx.people.silence(ann, True, datetime.now(UTC)))
    async with speaking(store, network):
        await until(store, post, State.SENT if arrived else State.WITHDRAWN)
    assert "send" not in network.calls


async def test_the_acknowledgement_of_stop_is_sent_all_the_same(store: SqliteStore) -> None:
    network, post = PaperNetwork(), await owe(store, kind="stop")
    ann = Account(Platform.BLUESKY, "did:plc:ann", "ann.test")
    await store.write(lambda tx: tx.people.silence(ann, True, datetime.now(UTC)))
    async with speaking(store, network):
        await until(store, post, State.SENT)


async def test_a_refused_token_ends_the_loop_and_keeps_the_post(store: SqliteStore) -> None:
    network, post = PaperNetwork(faults={"send": [Stopped("token revoked")]}), await owe(store)
    with pytest.raises(Stopped):
        await Sender(store, network, Clock(), timedelta(hours=72)).run(asyncio.Event())
    assert await state_of(store, post) is State.READY


async def test_stopped_in_the_middle_of_a_call_the_post_is_unknown(store: SqliteStore) -> None:
    class Slow(PaperNetwork):
        async def send(self, post: object) -> str:
            await asyncio.Event().wait()
            return ""

    post = await owe(store)
    async with speaking(store, Slow()):
        await until(store, post, State.SENDING)
    assert await state_of(store, post) is State.UNKNOWN


async def test_what_was_being_sent_when_we_died_is_looked_for(store: SqliteStore) -> None:
    network, post = PaperNetwork(), await owe(store)
    await store.write(lambda tx: tx.outbox.mark_sending(post, datetime.now(UTC)))
    async with speaking(store, network):
        await until(store, post, State.SENT)
    assert network.calls == ["find", "gate", "send"]


async def test_an_answer_that_is_too_late_is_not_sent(store: SqliteStore) -> None:
    network, post = PaperNetwork(), await owe(store)
    sender = Sender(store, network, Clock(), timedelta(seconds=0))
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(sender.run(stopping))
        await until(store, post, State.WITHDRAWN)
        task.cancel()
    assert network.published == {}


async def test_a_long_rest_for_the_budget_is_told_once(store: SqliteStore) -> None:
    await owe(store)
    async with speaking(store, PaperNetwork(waits=3600.0)):
        await asyncio.sleep(0.2)
        told = await store.read(lambda tx: tx.get_meta("paced:paper"))
        version = store.version
        await asyncio.sleep(0.3)
        assert store.version == version, "its own note does not wake it"
    assert told is not None
    assert datetime.fromisoformat(told) > datetime.now(UTC) + timedelta(minutes=50)


async def test_everything_rests_while_the_budget_is_spent(store: SqliteStore) -> None:
    network, post = PaperNetwork(waits=60.0), await owe(store)
    async with speaking(store, network):
        await asyncio.sleep(0.2)
        assert await state_of(store, post) is State.READY
        network.waits = 0.0
        await until(store, await owe(store, "at://bob/2"), State.SENT)
    assert await state_of(store, post) is State.SENT


async def test_asked_to_stop_it_ends_at_once(store: SqliteStore) -> None:
    stopping = asyncio.Event()
    sender = Sender(store, PaperNetwork(), Clock(), timedelta(hours=72))
    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        tasks.create_task(sender.run(stopping))
        await asyncio.sleep(0.05)
        stopping.set()
        await store.write(lambda tx: tx.set_meta("bell", "rings"))


async def test_a_refused_picture_is_the_end(store: SqliteStore) -> None:
    network = PaperNetwork(faults={"prepare": [Refused("not a picture")]})
    draft = a_draft(created_at=datetime.now(UTC), image=b"?")
    post = await store.write(
        lambda tx: tx.outbox.add(draft, {}, network="paper", kind="counters", state=State.READY, thread="", counts=True)
    )
    assert post is not None
    async with speaking(store, network):
        await until(store, post, State.REFUSED)


async def test_a_picture_is_prepared_once_and_kept_before_the_call(store: SqliteStore) -> None:
    network = PaperNetwork(faults={"send": [Unknown("cut")]})
    draft = a_draft(created_at=datetime.now(UTC), image=b"png")
    post = await store.write(
        lambda tx: tx.outbox.add(draft, {}, network="paper", kind="counters", state=State.READY, thread="", counts=True)
    )
    assert post is not None
    async with speaking(store, network):
        await until(store, post, State.SENT)
    assert network.calls.count("prepare") == 1
    assert network.published["receipt:0"].ticket == {"picture": 1}


async def test_a_network_in_trouble_is_not_asked_for_post_after_post(store: SqliteStore) -> None:
    network = PaperNetwork(faults={"gate": [NotSent("down") for _ in range(50)]})
    for number in range(20):
        await owe(store, f"at://ann/{number}")
    async with speaking(store, network):
        await asyncio.sleep(1.5)
    assert network.calls.count("gate") <= 3
    assert network.published == {}


class FailingDisk:
    """A store whose disk fails once, for the first thing written after `broken` was set."""

    def __init__(self, store: SqliteStore) -> None:
        self._store, self.broken = store, False

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    async def write(self, work: Callable[[Transaction], object]) -> object:
        if self.broken:
            self.broken = False
            raise StorageError("the disk is full")
        return await self._store.write(work)


@pytest.mark.parametrize("fault", [None, Unknown("cut")])
async def test_what_a_failing_disk_could_not_keep_is_unknown(store: SqliteStore, fault: Unknown | None) -> None:
    disk = FailingDisk(store)

    class Network(PaperNetwork):
        async def send(self, post: Post) -> str:
            disk.broken = True
            self.faults["send"] = [fault] if fault else []
            return await super().send(post)

    network, post = Network(looks=True), await owe(store)
    with pytest.raises(StorageError):
        async with asyncio.timeout(5):
            await Sender(cast(Store, disk), network, Clock(), timedelta(hours=72)).run(asyncio.Event())
    assert await state_of(store, post) is State.SENDING  # the next start takes it for unknown


async def test_a_refused_look_leaves_an_unknown_post_unknown(store: SqliteStore) -> None:
    network = PaperNetwork(faults={"send": [Unknown("cut")], "find": [Refused("no such page")]})
    post = await owe(store)
    async with speaking(store, network):
        await until(store, post, State.SENT)
    assert network.calls == ["gate", "send", "find", "find", "gate", "send"]


async def test_what_the_admin_retries_is_never_too_late(store: SqliteStore) -> None:
    post = await owe(store, state=State.HELD)
    await store.write(lambda tx: tx.outbox.retry(post, datetime.now(UTC)))
    network, stopping = PaperNetwork(faults={"gate": [NotSent("busy")]}), asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(Sender(store, network, Clock(), timedelta(0)).run(stopping))
        await until(store, post, State.SENT)
        task.cancel()


async def test_while_digests_wait_for_their_part_of_the_budget_answers_go(store: SqliteStore) -> None:
    class Half(PaperNetwork):
        def pace(self, post: Post, now: datetime) -> float:
            return 600.0 if post.priority is Priority.DIGEST else 0.0

    def person(tx: Transaction) -> None:
        ann = tx.people.register(1, "ann", "", datetime.now(UTC)).id
        tx.people.link(ann, Account(Platform.BLUESKY, "did:plc:ann", "ann.example"), 3, "test", datetime.now(UTC))
        tx.people.set_consent(ann, "told", "weekly", datetime.now(UTC))

    await store.write(person)
    noon = Terms(ZoneInfo(noon_zone()))
    period = period_of(Told.WEEKLY, datetime.now(UTC), noon.zone)
    digest = await owe(store, trigger_of(1, period), kind="digest", priority=Priority.DIGEST)
    network, stopping = Half(), asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(Sender(store, network, Clock(), timedelta(hours=72), terms=noon).run(stopping))
        await asyncio.sleep(0.1)
        await until(store, await owe(store), State.SENT)
        task.cancel()
    assert await state_of(store, digest) is State.READY
    known = await store.read(lambda tx: (tx.get_meta("digests paced:paper"), tx.get_meta("paced:paper")))
    assert known[0] and not known[1]


def noon_zone() -> str:
    """Where it is about noon (signs are turned around in these names)."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"
