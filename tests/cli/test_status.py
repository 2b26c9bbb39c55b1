"""Status and doctor read what the loops leave, at any time."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.actions.digest import keep_rate
from bot.domain.encounters import Gap
from bot.domain.outbox import Priority, State
from bot.loops.heartbeat import keep_beat, keep_network_state
from tests.cli.conftest import Quittex
from tests.storage.builders import a_draft

Write = Callable[[Callable[[Any], Any]], Any]
NOW = datetime.now(UTC)


def alive(tx: Any) -> None:
    keep_beat(tx, datetime.now(UTC), os.getpid())
    keep_network_state(tx, "sky", "listening", datetime.now(UTC))


def test_a_bot_that_never_ran(quittex: Quittex, write: Write) -> None:
    write(lambda tx: None)
    document = json.loads(quittex("status", "--json").stdout)
    assert document["running"] is False
    assert document["tallies"]["people"] == 0
    result = quittex("doctor")
    assert result.exit_code == 1
    assert "not running" in result.stdout


def test_a_bot_that_runs_is_well(quittex: Quittex, write: Write) -> None:
    write(alive)
    assert json.loads(quittex("doctor", "--json").stdout) == {"well": True, "ailments": []}
    lines = quittex("status").stdout
    assert "bot: running" in lines and "sky: listening" in lines


def test_digests_that_wait_are_told_with_their_end(quittex: Quittex, write: Write) -> None:
    def owe(tx: Any) -> None:
        more = {"network": "sky", "kind": "digest", "state": State.READY, "thread": "", "counts": False}
        tx.outbox.add(a_draft("digest:1:2026-W47"), {}, priority=Priority.DIGEST, **more)

    write(owe)
    assert "  digests: 1 wait\n" in quittex("status").stdout
    write(lambda tx: keep_rate(tx, "sky", 40.0, "Europe/Paris"))
    assert "  digests: 1 wait, the last goes out about 20" in quittex("status").stdout


def test_a_network_that_refuses_us_and_a_gap_are_shown(quittex: Quittex, write: Write) -> None:
    def trouble(tx: Any) -> None:
        alive(tx)
        keep_network_state(tx, "sky", "stopped", NOW, "the token was refused")
        tx.inbox.add_gap(Gap("sky", "answers", NOW - timedelta(days=4), NOW, "too old", missed=3), NOW)

    write(trouble)
    lines = quittex("status").stdout
    assert "sky: stopped  (the token was refused)" in lines
    assert "too old, 3 left unanswered" in lines
    assert quittex("doctor").exit_code == 1


def test_the_campaigns_list_is_told(quittex: Quittex, write: Write) -> None:
    write(lambda tx: tx.set_meta("list:sky", "https://bsky.app/profile/did:plc:bot/lists/1"))
    assert "  list: 0 accounts  https://bsky.app/profile/did:plc:bot/lists/1\n" in quittex("status").stdout
