"""The whole outbox is there to see, and an admin can change its mind."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.outbox import State
from tests.cli.conftest import Quittex
from tests.storage.builders import a_draft

Write = Callable[[Callable[[Any], Any]], Any]


def owe(write: Write, state: State = State.READY, reason: str | None = None, trigger: str = "at://ann/1") -> int:
    draft = a_draft(trigger, created_at=datetime.now(UTC))
    more = {"network": "sky", "kind": "find", "state": state, "thread": "", "counts": True, "reason": reason}
    owed: int = write(lambda tx: tx.outbox.add(draft, {"text": "hello"}, **more))
    return owed


def test_a_row_has_exactly_the_promised_keys(quittex: Quittex, write: Write) -> None:
    owe(write)
    (row,) = json.loads(quittex("outbox", "list", "--json").stdout)
    promised = "id key network kind state trigger created_at sent_at receipt reason"
    assert list(row) == promised.split()
    assert (row["state"], row["trigger"]) == ("ready", "at://ann/1")


def test_rows_come_newest_first_and_by_state(quittex: Quittex, write: Write) -> None:
    owe(write)
    owe(write, State.HELD, "rehearsal", "at://ann/2")
    assert [row["id"] for row in json.loads(quittex("outbox", "list", "--json").stdout)] == [2, 1]
    assert [row["id"] for row in json.loads(quittex("outbox", "list", "--state", "ready", "--json").stdout)] == [1]
    assert [row["id"] for row in json.loads(quittex("outbox", "list", "--rehearsal", "--json").stdout)] == [2]
    assert "held  (rehearsal)" in quittex("outbox", "list").stdout


def test_a_rehearsal_shows_what_would_have_been_said(quittex: Quittex, write: Write) -> None:
    owe(write, State.HELD, "rehearsal", "at://ann/2")
    assert quittex("outbox", "list", "--rehearsal").stdout.splitlines()[1].strip() == "hello"
    assert "hello" not in quittex("outbox", "list").stdout


def test_one_post_is_shown_with_its_words(quittex: Quittex, write: Write) -> None:
    post = owe(write)
    assert json.loads(quittex("outbox", "show", str(post), "--json").stdout)["record"] == {"text": "hello"}
    lines = quittex("outbox", "show", str(post)).stdout.splitlines()
    assert "words: hello" in lines and "priority: answer" in lines and 'record: {"text": "hello"}' in lines
    assert not [line for line in lines if line.endswith(": None")]


@pytest.mark.parametrize("verb", ["show", "retry", "withdraw"])
def test_a_post_that_is_not_there_is_a_wrong_use(quittex: Quittex, write: Write, verb: str) -> None:
    owe(write)
    result = quittex("outbox", verb, "99")
    assert result.exit_code == 2
    assert result.stderr == "there is no post 99; see `quittex outbox list`\n"


def test_withdraw_and_retry_move_a_post(quittex: Quittex, write: Write) -> None:
    post = str(owe(write))
    assert json.loads(quittex("outbox", "withdraw", post, "--json").stdout)["state"] == "withdrawn"
    assert quittex("outbox", "withdraw", post).exit_code == 1
    assert json.loads(quittex("outbox", "retry", post, "--json").stdout)["state"] == "ready"


def test_without_a_database_it_says_what_to_do(quittex: Quittex) -> None:
    result = quittex("outbox", "list")
    assert result.exit_code == 1
    assert "there is no database yet" in result.stderr


def test_a_number_no_database_holds_is_a_wrong_use(quittex: Quittex, write: Write) -> None:
    owe(write)
    for words in (("show", str(2**63)), ("retry", "0"), ("list", "--limit", str(2**64))):
        assert quittex("outbox", *words).exit_code == 2
    assert quittex("registry", "undo", str(2**63)).exit_code == 2
