"""What every view shows."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from bot.actions.deliver import keep_pace
from bot.actions.digest import keep_rate
from bot.actions.report import ailments, is_alive, status
from bot.domain.listing import Place
from bot.domain.outbox import Priority, State
from bot.loops.heartbeat import keep_beat, keep_network_state
from bot.ports import Transaction
from bot.storage import open_store
from tests.storage.builders import NOW, a_draft, a_mention


async def test_the_report_is_json_and_counts_posts_and_encounters_by_network(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")

    def work(tx: object) -> None:
        more = {"kind": "find", "state": State.READY, "thread": "", "counts": True}
        tx.outbox.add(a_draft(), {}, network="sky", **more)  # type: ignore[attr-defined]
        tx.inbox.add(a_mention(network="sky"), NOW)  # type: ignore[attr-defined]
        tx.inbox.settle("sky", "at://did:plc:ann/post/1", "answered")  # type: ignore[attr-defined]
        keep_network_state(tx, "sky", "listening", NOW)  # type: ignore[arg-type]

    await store.write(work)
    report = await store.read(lambda tx: status(tx, ["sky", "other"], NOW))
    assert json.loads(json.dumps(report)) == report
    assert report["networks"]["sky"]["outbox"] == {"ready": 1}
    assert report["networks"]["sky"]["inbox"] == {"answered": 1}
    assert report["networks"]["other"]["outbox"] == {}
    await store.close()


async def test_posts_that_wait_too_long_are_an_ailment(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")

    def work(tx: object) -> None:
        more = {"kind": "find", "state": State.READY, "thread": "", "counts": True}
        tx.outbox.add(a_draft(created_at=NOW - timedelta(minutes=9)), {}, network="sky", **more)  # type: ignore[attr-defined]
        keep_network_state(tx, "sky", "listening", NOW)  # type: ignore[arg-type]
        keep_beat(tx, NOW, 1)  # type: ignore[arg-type]

    await store.write(work)
    (only,) = await store.read(lambda tx: ailments(tx, ["sky"], NOW))
    assert only.startswith("sky: posts wait since")
    await store.close()


async def test_posts_that_wait_for_the_networks_limits_are_told_and_are_no_ailment(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")

    def work(tx: object) -> None:
        more = {"kind": "find", "state": State.READY, "thread": "", "counts": True}
        tx.outbox.add(a_draft(created_at=NOW - timedelta(minutes=9)), {}, network="sky", **more)  # type: ignore[attr-defined]
        keep_network_state(tx, "sky", "listening", NOW)  # type: ignore[arg-type]
        keep_beat(tx, NOW, 1)  # type: ignore[arg-type]
        keep_pace(tx, "sky", NOW + timedelta(hours=1))  # type: ignore[arg-type]

    await store.write(work)
    until = (NOW + timedelta(hours=1)).isoformat()
    assert (await store.read(lambda tx: status(tx, ["sky"], NOW)))["networks"]["sky"]["paced_until"] == until
    assert await store.read(lambda tx: ailments(tx, ["sky"], NOW)) == []
    later = NOW + timedelta(hours=1, seconds=1)
    assert "paced_until" not in (await store.read(lambda tx: status(tx, ["sky"], later)))["networks"]["sky"]
    assert any("posts wait" in line for line in await store.read(lambda tx: ailments(tx, ["sky"], later)))
    await store.close()


def test_a_farewell_is_no_sign_of_life() -> None:
    beat = {"at": NOW.isoformat(), "pid": 7}
    assert is_alive(beat, NOW + timedelta(seconds=59))
    assert not is_alive(beat, NOW + timedelta(seconds=61))
    assert not is_alive({**beat, "pid": 0}, NOW)
    assert not is_alive({}, NOW)


async def test_a_bot_that_stopped_listens_nowhere(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")

    def work(tx: object) -> None:
        keep_network_state(tx, "sky", "listening", NOW)  # type: ignore[arg-type]
        keep_network_state(tx, "tusk", "stopped", NOW, "token revoked")  # type: ignore[arg-type]
        keep_beat(tx, NOW, 0)  # type: ignore[arg-type]

    await store.write(work)
    networks = (await store.read(lambda tx: status(tx, ["sky", "tusk"], NOW)))["networks"]
    assert [networks[name]["state"] for name in networks] == ["not running", "stopped"]
    await store.close()


async def test_digests_that_wait_are_counted_with_the_time_the_last_goes_out(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")

    def work(tx: Transaction) -> None:
        for n in range(120):
            draft = a_draft(f"digest:{n}:2026-W47", created_at=NOW - timedelta(hours=9))
            tx.outbox.add(
                draft, {}, network="sky", kind="digest", state=State.READY, thread="", counts=False,
                priority=Priority.DIGEST,
            )  # fmt: skip
        keep_rate(tx, "sky", 40.0, "Europe/Paris")
        keep_network_state(tx, "sky", "listening", NOW)
        keep_beat(tx, NOW, 1)

    await store.write(work)
    report = await store.read(lambda tx: status(tx, ["sky", "other"], NOW))
    assert report["networks"]["sky"]["digests"] == {"waiting": 120, "last": (NOW + timedelta(hours=3)).isoformat()}
    assert report["networks"]["other"]["digests"] == {"waiting": 0, "last": None}
    assert await store.read(lambda tx: ailments(tx, ["sky"], NOW)) == [], "that they wait is no ailment"
    await store.write(lambda tx: keep_pace(tx, "sky", NOW + timedelta(hours=1), Priority.DIGEST))
    later = await store.read(lambda tx: status(tx, ["sky"], NOW))
    assert later["networks"]["sky"]["digests"]["last"] == (NOW + timedelta(hours=4)).isoformat()
    assert "paced_until" not in later["networks"]["sky"]
    await store.close()


async def test_where_the_campaigns_list_is_and_how_long(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")

    def work(tx: Transaction) -> None:
        tx.set_meta("list:sky", "https://bsky.app/profile/did:plc:bot/lists/1")
        tx.listed.turn("sky", Place("a", "did:plc:ann"))
        tx.listed.turn("sky", Place("b", "", present=False))

    await store.write(work)
    networks = (await store.read(lambda tx: status(tx, ["sky", "other"], NOW)))["networks"]
    assert networks["sky"]["list"] == {"address": "https://bsky.app/profile/did:plc:bot/lists/1", "accounts": 1}
    assert "list" not in networks["other"]
    await store.close()


async def test_what_waits_for_the_hours_of_courtesy_is_no_ailment(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    opens = NOW + timedelta(hours=1)

    def work(tx: Transaction) -> None:
        more = {"network": "sky", "kind": "find", "state": State.READY, "thread": "", "counts": True}
        tx.outbox.add(a_draft(created_at=NOW - timedelta(hours=1)), {}, **more)  # type: ignore[arg-type]
        keep_network_state(tx, "sky", "listening", NOW)
        keep_beat(tx, NOW, 1)
        tx.set_meta("queue:sky", f'{{"seconds": 3600, "opens": "{opens.isoformat()}"}}')

    await store.write(work)
    report = (await store.read(lambda tx: status(tx, ["sky"], NOW)))["networks"]["sky"]
    assert (report["opens"], report["queue"]) == (opens.isoformat(), {"waiting": 1, "seconds": 3600})
    assert await store.read(lambda tx: ailments(tx, ["sky"], NOW)) == []
    later = opens + timedelta(seconds=1)
    await store.write(lambda tx: keep_beat(tx, later, 1))
    assert any("posts wait" in line for line in await store.read(lambda tx: ailments(tx, ["sky"], later)))
    await store.close()
