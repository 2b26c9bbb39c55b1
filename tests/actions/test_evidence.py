"""What is behind a match, read from the lists."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.actions.evidence import read_evidence
from bot.domain.accounts import Platform
from bot.domain.matching import Evidence, Witness
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.storage.builders import NOW, SECOND, bluesky

FOLLOWS, FOLLOWERS = 0, 1
MADE = NOW - 1000 * SECOND


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    yield opened
    await opened.close()


def cast(tx: Transaction) -> dict[str, int]:
    """Ann asks; Bob she followed, Cid followed her, with Dan it was mutual, Eve wants to be found by nobody."""
    people = {}
    for number, name in enumerate(("ann", "bob", "cid", "dan", "eve"), start=1):
        people[name] = tx.people.register(number, name, "", NOW).id
        tx.people.link(people[name], bluesky(name), 4, "registry", NOW)
    tx.people.set_consent(people["eve"], "found", "nobody", NOW)
    tx.graph.replace_list(people["ann"], FOLLOWS, "archive", [2, 5], NOW, made_at=MADE)
    tx.graph.replace_list(people["cid"], FOLLOWS, "archive", [1], NOW)
    tx.graph.replace_list(people["dan"], FOLLOWS, "archive", [1], NOW)
    tx.graph.replace_list(people["ann"], FOLLOWS, "older", [4], MADE)
    return people


def told(tx: Transaction, asker: int) -> dict[str, Evidence]:
    person = tx.people.get(asker)
    assert person is not None
    found = read_evidence(tx, person, tx.graph.matches(asker, Platform.BLUESKY, 1, limit=8))
    return {evidence.match.account.handle.partition(".")[0]: evidence for evidence in found}


async def test_each_list_is_told_of_to_whom_it_concerns(store: SqliteStore) -> None:
    people = await store.write(cast)
    seen = await store.read(lambda tx: told(tx, people["ann"]))
    assert {name: evidence.witness for name, evidence in seen.items()} == {
        "bob": Witness.OWN, "cid": Witness.THEIRS, "dan": Witness.BOTH,
    }  # fmt: skip
    assert seen["bob"].listed_at == MADE and seen["cid"].listed_at is None
    assert seen["bob"].link.source == "registry"


async def test_nobody_is_in_the_evidence_who_may_not_be_shown_now(store: SqliteStore) -> None:
    people = await store.write(cast)
    await store.write(lambda tx: tx.people.set_consent(people["bob"], "found", "nobody", NOW))
    assert "bob" not in await store.read(lambda tx: told(tx, people["ann"]))


async def test_the_other_end_sees_its_own_side(store: SqliteStore) -> None:
    people = await store.write(cast)
    seen = await store.read(lambda tx: told(tx, people["cid"]))
    assert seen["ann"].witness is Witness.OWN and seen["ann"].listed_at == NOW
    seen = await store.read(lambda tx: told(tx, people["bob"]))
    assert seen["ann"].witness is Witness.THEIRS
