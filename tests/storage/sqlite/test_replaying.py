"""A backup that is put back brings nobody back who asked to be forgotten."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, FixedClock, a_mention, bluesky, mastodon
from tests.storage.conftest import Opener
from tests.storage.rich import HERE, OTHER, X_ID, enrich


async def filled(opener: Opener) -> SqliteStore:
    store = await opener()
    await store.write(enrich)
    return store


def put_back(database: Path, kept: Path) -> None:
    """The database's files as they were; the files beside them stay."""
    for file in (database, database.with_name("quittex-graph.db")):
        for more in ("-wal", "-shm"):
            file.with_name(file.name + more).unlink(missing_ok=True)
        shutil.copy(kept / file.name, file)


async def back_up(opener: Opener, database: Path) -> Path:
    await (await filled(opener)).close()
    kept = database.parent / "kept"
    kept.mkdir()
    for name in ("quittex.db", "quittex-graph.db"):
        shutil.copy(database.with_name(name), kept / name)
    return kept


async def there(store: SqliteStore) -> tuple[bool, bool]:
    return await store.write(lambda tx: (tx.people.by_x(X_ID) is not None, tx.people.find(OTHER) is not None))


@pytest.mark.parametrize("role", ["bot", "command"])
async def test_whoever_was_erased_is_erased_again(
    opener: Opener, database: Path, clock: FixedClock, role: str
) -> None:
    kept = await back_up(opener, database)
    clock.time = NOW + timedelta(hours=1)
    store = await opener()
    await store.write(lambda tx: tx.rights.erase(HERE, clock.now(), whole=False))
    await store.close()
    put_back(database, kept)
    store = await opener(role=role)
    assert await there(store) == (False, True)
    seen = a_mention("at://did:plc:richperson/app.bsky.feed.post/1", account=HERE)
    assert not await store.write(lambda tx: tx.inbox.add(seen, NOW))
    undeleted = await store.write(lambda tx: tx.rights.undeleted("bluesky"))
    assert len(undeleted) == 2
    await store.close()
    assert b"richperson" not in database.read_bytes()


async def test_a_weaker_account_that_was_erased_alone_takes_nobody_along(
    opener: Opener, database: Path, clock: FixedClock
) -> None:
    weak = mastodon("weak", "evil.example")
    store = await filled(opener)

    def join(tx: SqliteTransaction) -> None:
        person = tx.people.by_x(X_ID)
        assert person is not None
        tx.people.link(person.id, weak, 1, "archive", NOW)

    await store.write(join)
    await store.close()
    kept = database.parent / "kept"
    kept.mkdir()
    for name in ("quittex.db", "quittex-graph.db"):
        shutil.copy(database.with_name(name), kept / name)
    clock.time = NOW + timedelta(hours=1)
    store = await opener()
    await store.write(lambda tx: tx.rights.erase(weak, clock.now(), whole=False))
    await store.close()
    put_back(database, kept)
    store = await opener()
    assert await there(store) == (True, True)
    assert await store.write(lambda tx: tx.people.find(weak)) is None


async def test_whoever_came_back_since_stays(opener: Opener, database: Path, clock: FixedClock) -> None:
    store = await opener()
    await store.write(lambda tx: tx.rights.erase(HERE, NOW - timedelta(days=1), whole=False))
    await store.write(lambda tx: tx.rights.come_back(HERE, NOW, x_id=X_ID))
    await store.write(enrich)
    await store.close()
    kept = database.parent / "kept"
    kept.mkdir()
    for name in ("quittex.db", "quittex-graph.db"):
        shutil.copy(database.with_name(name), kept / name)
    put_back(database, kept)
    assert await there(await opener()) == (True, True)


async def test_a_crash_between_the_file_and_the_commit_is_finished_by_the_next_start(
    opener: Opener, database: Path, clock: FixedClock
) -> None:
    store = await filled(opener)
    clock.time = NOW + timedelta(hours=1)

    def dies(tx: object) -> None:
        tx.rights.erase(HERE, clock.now(), whole=False)  # type: ignore[attr-defined]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await store.write(dies)
    assert await there(store) == (True, True)
    await store.close()
    assert await there(await opener()) == (False, True)


async def test_most_starts_have_nothing_to_replay(opener: Opener) -> None:
    store = await filled(opener)
    await store.write(lambda tx: tx.rights.erase(bluesky("nobody"), NOW, whole=False))
    await store.close()
    assert await there(await opener()) == (True, True)
