"""One private message out of the blue: once, to nobody silent, and held where the network only rehearses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.actions.receive import Desk
from bot.actions.telling import tell
from bot.domain.encounters import Visibility
from bot.domain.outbox import Priority, State
from bot.domain.wording import Wording
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.actions.test_receive import DESK
from tests.imported import shared_database
from tests.storage.builders import NOW, FixedClock, a_mention, bluesky
from tests.storage.conftest import a_session

RESUME = Wording("resume", {})


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


@pytest.fixture
def tx(files: tuple[Path, Path]) -> Iterator[SqliteTransaction]:
    with a_session(*files, FixedClock()) as session:
        yield SqliteTransaction(session)


def told(tx: SqliteTransaction, desk: Desk = DESK, key: str = "1") -> int | None:
    return tell(tx, desk, bluesky("ann"), RESUME, kind="linked", key=key, now=NOW, priority=Priority.PROOF)


def test_it_is_a_private_message_that_is_owed_once(tx: SqliteTransaction) -> None:
    post = told(tx)
    assert post is not None and told(tx) is None and told(tx, key="2") not in (None, post)
    found = tx.outbox.get(post)
    assert found and found.record["visibility"] == Visibility.DIRECT
    assert (found.recipient_id, found.state, found.priority) == ("did:plc:ann", State.READY, Priority.PROOF)


def test_it_counts_towards_no_limit(tx: SqliteTransaction) -> None:
    told(tx)
    assert tx.outbox.answers(bluesky("ann").platform, "did:plc:ann", NOW) == 0


def test_nobody_who_asked_for_silence_is_written_to(tx: SqliteTransaction) -> None:
    tx.people.silence(bluesky("ann"), True, NOW)
    assert told(tx) is None


def test_a_rehearsal_holds_it(tx: SqliteTransaction) -> None:
    post = told(tx, replace(DESK, rehearsal=True))
    found = tx.outbox.get(post or 0)
    assert found and found.state is State.HELD


def test_it_speaks_the_language_of_the_person_among_those_of_the_campaign(tx: SqliteTransaction) -> None:
    person = tx.people.register(7, "ann_x", "en-GB", NOW)
    tx.people.link(person.id, bluesky("ann"), 3, "admin", NOW)
    found = tx.outbox.get(told(tx) or 0)
    assert found and found.record["text"].startswith("I’m back")


def test_to_whom_nobody_knows_it_speaks_the_language_they_wrote(tx: SqliteTransaction) -> None:
    tx.inbox.add(a_mention(languages=("sv", "en-US")), NOW)
    found = tx.outbox.get(told(tx) or 0)
    assert found and found.record["text"].startswith("I’m back")
