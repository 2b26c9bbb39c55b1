"""A new key on top of the others: nobody sees a difference, nothing of the old one stays, a killed one goes on."""

import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from bot.errors import StorageError, WrongKey
from bot.storage import open_store
from bot.storage.sqlite import building, engine, parts, redo, rekeying, steps
from bot.storage.sqlite.building import leftover
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.keys import load_keys
from bot.storage.sqlite.lists import NewList, list_at
from bot.storage.sqlite.pseudonyms import unpack
from bot.storage.sqlite.rebuilding import rebuild
from bot.storage.sqlite.rekeying import add_key, keys_of, rekey, resume, unfinished
from bot.storage.sqlite.tidying import tidy
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import bring, person
from tests.storage.builders import NOW, FixedClock, bluesky
from tests.storage.conftest import Opener
from tests.storage.indexed import Edges, indexed, listed
from tests.storage.indexing import people

_BLOBS = """
SELECT pseudonyms FROM graph.archive UNION ALL SELECT added FROM graph.unmerged
UNION ALL SELECT removed FROM graph.unmerged
UNION ALL SELECT follows FROM main.import_row UNION ALL SELECT pseudonyms FROM main.import_before
UNION ALL SELECT pseudonyms FROM main.list_redo
"""


async def fill(store: SqliteStore) -> Edges:
    """Some lists, some of them replaced by an import that can be undone, some staged; the edges as of X ids."""

    def work(tx: SqliteTransaction) -> None:
        ann, bob, *_ = people(tx)
        tx.graph.replace_list(ann, 0, "s", [2, 3, 20], NOW)
        tx.graph.replace_list(bob, 1, "s", [1, 21], NOW)
        bring(tx, person(9, bluesky("p9")))
        tx.imports.begin("u", NOW)
        tx.session.execute(
            "INSERT INTO import_row (batch, turn, x_id, follows, epoch) SELECT 2, 1, 1, pseudonyms, epoch FROM archive"
        )
        tx.session.execute(
            "INSERT INTO import_before (batch, kind, person, before, pseudonyms, epoch) "
            "SELECT 1, 'list', 1, '{}', pseudonyms, epoch FROM archive"
        )
        redo.note(tx.session, NewList(ann, 0, "s", list_at(tx.session, ann, 0, "s"), 1))

    await store.write(work)  # type: ignore[arg-type]
    return await named(store)


async def named(store: SqliteStore) -> Edges:
    """Who names whom, by X id; index and lists agree about it."""

    def work(tx: SqliteTransaction) -> Edges:
        assert indexed(tx.session) == listed(tx.session)
        x_ids = {tx.session.pseudonyms.one(x_id): x_id for x_id in range(30)}
        return {(x_ids[target], who) for target, who in indexed(tx.session)}

    return await store.write(work)  # type: ignore[arg-type]


def pseudonyms(path: Path) -> set[int]:
    """Every pseudonym that is written anywhere."""
    with rekeying.both_files(path) as connection:
        blobs = connection.execute(_BLOBS).fetchall()
        edges = connection.execute("SELECT target FROM graph.edge").fetchall()
    numbers = (number for (blob,) in blobs if blob for number in unpack(blob).tolist())
    return {target for (target,) in edges} | set(numbers)


async def test_a_running_bot_notices_and_nothing_old_stays(opener: Opener, database: Path, key_file: Path) -> None:
    bot = await opener()
    before = await fill(bot)
    old = pseudonyms(database)
    told: list[tuple[str, float]] = []
    assert rekey(database, key_file, lambda what, part: told.append((what, part))) == 2
    assert await named(bot) == before
    await bot.write(lambda tx: tx.graph.replace_list(1, 1, "s", [22], NOW))
    assert await named(bot) == before | {(22, 3)}
    assert not old & pseudonyms(database) and len(load_keys(key_file)) == 2
    assert {what for what, _ in told} == {"moving lists", "building"} and told[-1][1] == 1.0
    files = [database, engine.graph_path(database)]
    everything = b"".join(each.read_bytes() for file in files for each in file.parent.glob(f"{file.name}*"))
    assert not [n for n in old if n.to_bytes(8, "little") in everything or n.to_bytes(8, "big") in everything]
    assert rekey(database, key_file) == 3
    assert await named(bot) == before | {(22, 3)}


async def test_killed_after_any_transaction_it_goes_on(
    opener: Opener, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekeying, "EDGES_AT_ONCE", 1)
    monkeypatch.setattr(steps, "ROWS_AT_ONCE", 2)
    bot = await opener()
    before = await fill(bot)
    killed = 0
    while True:
        left = killed

        def deadly(hold: float) -> steps.Enough:
            nonlocal left
            left -= 1
            if left < 0:
                raise StorageError("killed")
            return lambda: True

        with monkeypatch.context() as patched, suppress(StorageError):
            patched.setattr(steps, "timer", deadly)
            rekey(database, key_file)
            break
        killed += 1
        assert await named(bot) == before
        await bot.write(lambda tx: tx.graph.replace_list(2, 0, "s", [3, 4], NOW))
        await bot.write(lambda tx: tx.graph.drop_list(2, 0, "s"))
    assert killed > 5 and await named(bot) == before
    assert len(load_keys(key_file)) == 2
    with steps.index_connection(database) as connection:
        assert not unfinished(connection) and not leftover(connection)
        keys = keys_of(connection, key_file)()
    assert pseudonyms(database) <= set(keys.of(range(30)).tolist())


def killed_after_the_swap(database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of the key of which only the tidying up is left."""

    def deadly(until: int) -> steps.Step:
        raise StorageError("killed")

    with monkeypatch.context() as patched, pytest.raises(StorageError, match="killed"):
        patched.setattr(building, "forgetting", deadly)
        rekey(database, key_file)
    with steps.index_connection(database) as connection:
        assert unfinished(connection) and not building.unfinished(connection)


async def test_a_build_begun_after_a_killed_change_is_finished_before_anything_is_merged(
    opener: Opener, database: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PART_EDGES", 1)
    bot = await opener()
    before = await fill(bot)
    killed_after_the_swap(database, key_file, monkeypatch)
    with steps.index_connection(database) as connection:
        work = building.build(connection, database, keys_of(connection, key_file), lambda _: None)
        for step in work:
            with steps.immediate(connection):
                step(connection, lambda: False)
            if (at := building.unfinished(connection)) and at.done == 2**at.bits - 1:
                break
        work.close()  # type: ignore[attr-defined]
    await bot.write(lambda tx: tx.graph.replace_list(1, 1, "s", range(22, 30), NOW))
    tidy(database, key_file)
    assert await named(bot) == before | {(x_id, 3) for x_id in range(22, 30)}


async def test_a_rebuild_first_finishes_a_killed_change(
    opener: Opener, database: Path, key_file: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = await opener()
    before = await fill(bot)
    killed_after_the_swap(database, key_file, monkeypatch)
    rebuild(database, key_file, clock)
    with steps.index_connection(database) as connection:
        assert not unfinished(connection) and not leftover(connection)
    assert await named(bot) == before


async def test_killed_between_key_file_and_database_it_takes_that_key(
    opener: Opener, database: Path, key_file: Path
) -> None:
    bot = await opener()
    before = await fill(bot)
    keys = add_key(key_file)
    assert await named(bot) == before
    assert rekey(database, key_file) == 2 and load_keys(key_file) == keys
    assert await named(bot) == before


async def test_another_key_is_refused(opener: Opener, database: Path, key_file: Path) -> None:
    await fill(await opener())
    key_file.write_text("ab" * 32)
    with pytest.raises(WrongKey):
        rekey(database, key_file)
    assert key_file.read_text() == "ab" * 32


async def test_nothing_to_finish_is_nothing_done(opener: Opener, database: Path, key_file: Path) -> None:
    bot = await opener()
    before = await fill(bot)
    resume(database, key_file)
    assert await named(bot) == before and len(load_keys(key_file)) == 1


def test_the_key_file_gets_a_line_more(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("ab" * 32)
    file.chmod(0o600)
    keys = add_key(file)
    assert load_keys(file) == keys and len(keys) == 2 and keys[0].hex() == "ab" * 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and file.stat().st_uid == os.geteuid()
    assert [each.name for each in tmp_path.iterdir()] == ["key"]
    with pytest.raises(StorageError, match="cannot be"):
        add_key(tmp_path / "none" / "key")


async def test_pseudonyms_made_before_are_those_of_the_new_key(
    opener: Opener, database: Path, key_file: Path, tmp_path: Path
) -> None:
    store = await opener()
    ann = (await store.write(lambda tx: tx.people.register(1, "", "", NOW))).id
    early = await store.read(lambda view: view.graph.blind([9, 8, 7, 8]))
    rekey(database, key_file)
    change = await store.write(lambda tx: tx.graph.replace_list(ann, 0, "s", early, NOW))
    assert (change.count, change.added) == (3, 3)
    change = await store.write(lambda tx: tx.graph.replace_list(ann, 0, "s", [7, 8, 9], NOW))
    assert (change.added, change.removed) == (0, 0)
    elsewhere = await open_store(tmp_path / "other.db", tmp_path / "other.key")
    foreign = await elsewhere.read(lambda view: view.graph.blind([7]))
    await elsewhere.close()
    with pytest.raises(WrongKey):
        await store.write(lambda tx: tx.graph.replace_list(ann, 0, "s", foreign, NOW))


def test_the_key_file_keeps_its_rights_and_its_place(tmp_path: Path) -> None:
    file, link = tmp_path / "safe" / "key", tmp_path / "key"
    file.parent.mkdir()
    file.write_text("ab" * 32)
    file.chmod(0o640)
    os.chown(file, os.geteuid(), max(os.getgroups(), default=os.getegid()))
    group = file.stat().st_gid
    link.symlink_to(file)
    assert len(add_key(link)) == 2
    assert link.readlink() == file and len(load_keys(file)) == 2
    assert (stat.S_IMODE(file.stat().st_mode), file.stat().st_gid) == (0o640, group)
    assert [each.name for each in file.parent.iterdir()] == ["key"]
