"""Files written anew after an erasure hold nothing of what was deleted, not even in bytes that nothing uses."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from bot.storage.sqlite import cleaning, engine
from tests.storage.builders import NOW, bluesky
from tests.storage.conftest import Opener

NAME = "d{:05}a"


async def crowd(opener: Opener, people: int) -> None:
    """Registered in an order that splits pages."""
    store = await opener(role="command")

    def work(tx: object) -> None:
        for number in range(people):
            mixed = number * 7919 % people
            person = tx.people.register(10**18 + mixed, f"x{mixed:05}b", "fr", NOW)  # type: ignore[attr-defined]
            tx.people.link(person.id, bluesky(NAME.format(mixed)), 4, "s", NOW)  # type: ignore[attr-defined]

    await store.write(work)
    await store.close()


async def test_nothing_is_left_in_any_file_of_many_who_go(opener: Opener, database: Path) -> None:
    people, gone = 1200, range(0, 1200, 40)
    await crowd(opener, people)
    (database.parent / f"{database.name}.before-main-0019").write_bytes(NAME.format(0).encode())
    store = await opener(role="command")
    for number in gone:
        await store.write(lambda tx, n=number: tx.rights.erase(bluesky(NAME.format(n)), NOW, whole=False))  # type: ignore[misc]
    began = time.monotonic()
    await store.close()
    assert time.monotonic() - began < 60
    files = {file.name: file.read_bytes() for file in database.parent.iterdir() if file.is_file()}
    for number in gone:
        for needle in (NAME.format(number).encode(), f"x{number:05}b".encode(), (10**18 + number).to_bytes(8, "big")):
            assert not [name for name, held in files.items() if needle in held], needle
    assert NAME.format(1).encode() in files[database.name]
    assert not list(database.parent.glob("*.before-*"))


async def test_copies_from_before_a_migration_grow_old(database: Path) -> None:
    graph = engine.graph_path(database)
    old, new = (file.with_name(f"{file.name}.before-main-0001") for file in (database, graph))
    for file in (old, new):
        file.touch()
    os.utime(old, (0, 0))
    assert cleaning.drop_copies(database, before=time.time() - 60) == 1
    assert (old.exists(), new.exists()) == (False, True)
    assert cleaning.drop_copies(database) == 1


async def test_a_file_too_large_is_left_and_said_so(
    opener: Opener, database: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(cleaning, "LARGEST", {"main": 1, "graph": 1})
    store = await opener(role="command")
    await store.write(lambda tx: tx.rights.erase(bluesky("ann"), NOW, whole=False))
    await store.close()
    assert "too large" in caplog.text
