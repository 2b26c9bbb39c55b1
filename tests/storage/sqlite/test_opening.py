"""Opening: what is refused, in one line each; what is mended; and when an older database was put back."""

import os
import shutil
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.accounts import Platform
from bot.domain.matching import Reason
from bot.domain.outbox import State
from bot.domain.registry import ListChange, ListsRow
from bot.errors import AlreadyRunning, StorageError, WrongKey
from bot.ports import Transaction
from bot.storage import database_path, open_store, running_pid
from bot.storage.sqlite import engine, migrations
from bot.storage.sqlite.epoch import EpochFile, Mark, epoch_path
from bot.storage.sqlite.keys import load_keys, make_key
from bot.storage.sqlite.pseudonyms import Pseudonyms, pack
from tests.storage.builders import NOW, a_draft, bluesky, mastodon
from tests.storage.conftest import Opener


def owe(tx: Transaction, number: int = 1) -> int:
    post = tx.outbox.add(
        a_draft(f"at://{number}"), {}, network="bluesky", kind="help", state=State.READY, thread="", counts=True
    )
    assert post is not None
    return post


def follow(tx: Transaction) -> None:
    """Ann follows bob on X, both are here."""
    for x_id, name in ((1, "ann"), (2, "bob")):
        tx.people.link(tx.people.register(x_id, "", "", NOW).id, bluesky(name), 4, "s", NOW)
    tx.graph.replace_list(1, 0, "s", [2, 3], NOW)


def edit(path: Path, sql: str) -> None:
    connection = engine.connect(path)
    connection.execute(sql)
    connection.close()


def older_release(database: Path, key_file: Path) -> None:
    """Ann follows 2 and 3 on X; bob is 2. Pseudonyms are AES of the id, cut to 63 bits."""
    key = make_key_file(key_file)
    for which, path in (("main", database), ("graph", engine.graph_path(database))):
        engine.create_file(path)
        connection = engine.connect(path)
        steps = [step for step in migrations.known_steps(which) if step.name in OLDER]
        migrations.apply(connection, tuple(steps), path)
        connection.execute("INSERT INTO meta VALUES ('store_id', 'one'), ('generation', '1')")
        connection.close()
    connection = engine.connect(database)
    engine.attach_graph(connection, database)
    keys = Pseudonyms([key], cut=True)
    blob = pack(sorted(keys.of([2, 3]).tolist()))
    connection.execute("INSERT INTO graph.meta VALUES ('key_check', ?)", (keys.check,))
    for person in (1, 2):
        connection.execute(
            "INSERT INTO person (id, x_id, x_handle, language, created_at) VALUES (?1, ?1, '', '', 0)", (person,)
        )
        connection.execute("INSERT INTO graph.known VALUES (?, ?)", (keys.one(person), person))
    connection.execute("INSERT INTO graph.archive VALUES (1, 0, 's', 0, ?, NULL)", (blob,))
    connection.executemany("INSERT INTO graph.edge VALUES (?, 2)", [(keys.one(x_id),) for x_id in (2, 3)])
    connection.execute("INSERT INTO graph.match VALUES (1, 2, 1)")
    for person, account in ((1, bluesky("ann")), (2, bluesky("bob"))):
        values = (account.id, account.handle, person)
        connection.execute(
            "INSERT INTO account (platform, stable_id, url, handle, local_id, local_host, person, level, linked_at)"
            " VALUES ('bluesky', ?, '', ?, '', '', ?, 4, 0)",
            values,
        )
    connection.execute("UPDATE person SET edges = iif(id = 1, 2, 0), here = 1, pairs = 1")
    connection.execute(
        "INSERT INTO tally VALUES ('people', 2), ('accounts:bluesky', 2), ('edges', 2), ('matches', 1), ('reunited', 2)"
    )
    connection.close()


def make_key_file(path: Path) -> bytes:
    make_key(path)
    return load_keys(path)[0]


OLDER = {"main-0001", "main-0002", "main-0003", "graph-0001"}
OTHER_ID = "UPDATE meta SET value = 'x' WHERE key = 'store_id'"


class TestRoles:
    async def test_a_second_bot_is_told_who_runs(self, opener: Opener, database: Path) -> None:
        first = await opener()
        with pytest.raises(AlreadyRunning) as caught:
            await opener()
        assert caught.value.pid == os.getpid() == running_pid(database)
        await first.close()
        assert running_pid(database) is None
        await opener()

    async def test_on_an_old_sqlite_a_command_waits_for_the_bot_to_stop(
        self, opener: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(engine, "VERSION", (3, 40, 1))
        bot = await opener()
        with pytest.raises(AlreadyRunning) as caught:
            await opener(role="command")
        assert caught.value.pid == os.getpid()
        await opener(role="reader")
        await bot.close()
        await opener(role="command")

    async def test_a_reader_makes_nothing(self, opener: Opener, tmp_path: Path) -> None:
        with pytest.raises(StorageError, match="no database yet"):
            await opener(role="reader")
        assert list(tmp_path.iterdir()) == []

    async def test_what_failed_to_open_holds_nothing(self, opener: Opener, key_file: Path) -> None:
        key_file.write_text("not a key")
        with pytest.raises(WrongKey):
            await opener()
        key_file.unlink()
        await opener()


class TestFiles:
    async def test_folders_are_made(self, opener: Opener, tmp_path: Path) -> None:
        store = await open_store(tmp_path / "a" / "b" / "q.db", tmp_path / "c" / "key")
        await store.close()
        assert (tmp_path / "a" / "b" / "q-graph.db").exists()

    async def test_a_touched_file_is_a_fresh_start(self, opener: Opener, database: Path) -> None:
        database.touch()
        await opener()

    @pytest.mark.parametrize(
        ("harm", "told"),
        [
            (lambda db: os.truncate(db, 0), "is empty, but a bot has run here"),
            (lambda db: db.unlink(), "is missing, but a bot has run here"),
            (lambda db: engine.graph_path(db).unlink(), r"graph\.db: it is missing"),
            (lambda db: os.truncate(engine.graph_path(db), 0), r"graph\.db: it is missing"),
            (lambda db: db.write_bytes(b"x" * 9000), "not an SQLite database"),
            (lambda db: os.truncate(db, 5000), "damaged"),
            (lambda db: (db.unlink(), db.mkdir()), "it is a folder"),
            (lambda db: edit(engine.graph_path(db), OTHER_ID), "another database"),
        ],
        ids=["emptied", "removed", "graph removed", "graph emptied", "overwritten", "cut", "a folder", "another graph"],
    )
    async def test_a_harmed_database_is_refused_in_one_line(
        self, opener: Opener, database: Path, harm: Callable[[Path], object], told: str
    ) -> None:
        store = await opener()
        await store.write(follow)
        await store.close()
        harm(database)
        with pytest.raises(StorageError, match=told) as caught:
            await opener()
        assert "\n" not in str(caught.value)

    async def test_a_path_that_cannot_be_made_is_told(self, opener: Opener, database: Path) -> None:
        database.parent.joinpath("file").touch()
        with pytest.raises(StorageError, match="cannot be made"):
            await open_store(database.parent / "file" / "q.db", database.parent / "key")

    def test_urls(self) -> None:
        assert database_path("sqlite:data/q.db") == Path("data/q.db")
        assert database_path("sqlite:///srv/q.db") == Path("/srv/q.db")
        assert database_path(Path("a:b/q.db")) == Path("a:b/q.db")
        with pytest.raises(StorageError, match="postgresql: is not supported"):
            database_path("postgresql://host/db")


class TestKey:
    async def test_without_edges_a_lost_key_is_replaced(self, opener: Opener, key_file: Path) -> None:
        store = await opener()
        await store.write(lambda tx: tx.people.register(1, "", "", NOW))
        await store.close()
        key_file.unlink()
        store = await opener()
        await store.write(follow)
        assert len(await store.read(lambda tx: tx.graph.matches(1, Platform.BLUESKY, 1).ranked)) == 1

    async def test_with_edges_a_lost_key_is_an_error(self, opener: Opener, key_file: Path) -> None:
        store = await opener()
        await store.write(follow)
        await store.close()
        key_file.rename(key_file.with_suffix(".bak"))
        with pytest.raises(WrongKey, match="missing"):
            await opener()
        key_file.write_text("11" * 32)
        with pytest.raises(WrongKey, match="not the key"):
            await opener()
        key_file.with_suffix(".bak").rename(key_file)
        await opener()

    async def test_a_later_key_in_the_file_waits_for_its_turn(self, opener: Opener, key_file: Path) -> None:
        """A rekey that was killed between writing the key and taking it into use."""
        store = await opener()
        await store.write(follow)
        await store.close()
        with key_file.open("a") as file:
            file.write("11" * 32 + "\n")
        await opener()

    async def test_a_row_that_waits_for_its_turn_needs_the_key_too(self, opener: Opener, key_file: Path) -> None:
        def stage(tx: Transaction) -> None:
            tx.imports.stage(tx.imports.begin("s", NOW), [ListsRow(1, 1, array("q", [5]), None)])

        store = await opener()
        await store.write(stage)
        await store.close()
        key_file.unlink()
        with pytest.raises(WrongKey, match="missing"):
            await opener()

    async def test_a_database_from_before_the_permutation_keeps_what_it_knows(
        self, opener: Opener, database: Path, key_file: Path
    ) -> None:
        older_release(database, key_file)
        store = await opener()
        tallies = await store.read(lambda tx: tx.tallies.now())
        assert tallies == await store.read(lambda tx: tx.tallies.recount())
        assert await store.write(lambda tx: tx.graph.compare_list(1, 0, "s", [2, 3, 5])) == ListChange(3, 1, 0)
        newcomer = await store.write(lambda tx: tx.people.register(3, "", "", NOW).id)
        await store.write(lambda tx: tx.people.link(newcomer, bluesky("cat"), 4, "s", NOW))
        assert (await store.read(lambda tx: tx.tallies.now()))["matches"] == 2

    async def test_a_database_from_before_knows_who_is_seen_and_who_was_told(
        self, opener: Opener, database: Path, key_file: Path
    ) -> None:
        older_release(database, key_file)
        edit(database, "INSERT INTO told (person, other, at) VALUES (1, 2, 5)")
        edit(database, "INSERT INTO consent (person, purpose, value, at) VALUES (2, 'named', 'yes', 0)")
        store = await opener()
        (match,) = (await store.read(lambda tx: tx.graph.matches(1, Platform.BLUESKY, 1))).ranked
        assert (match.account.handle, match.named) == ("bob.bsky.social", True)
        assert (await store.read(lambda tx: tx.graph.matches(1, Platform.BLUESKY, 1, new_only=True))).total == 0
        (match,) = (await store.read(lambda tx: tx.graph.matches(2, Platform.BLUESKY, 1, new_only=True))).ranked
        assert match.reason is Reason.FOLLOWER
        await store.write(lambda tx: tx.people.link(2, mastodon("bob"), 4, "s", NOW))
        assert (await store.read(lambda tx: tx.graph.matches(1, Platform.BLUESKY, 1, new_only=True))).total == 1

    async def test_an_empty_database_from_before_takes_the_permutation_with_another_key(
        self, opener: Opener, database: Path, key_file: Path
    ) -> None:
        older_release(database, key_file)
        edit(engine.graph_path(database), "DELETE FROM archive")
        key_file.unlink()
        store = await opener()
        await store.write(follow)
        assert (await store.read(lambda tx: tx.tallies.now()))["matches"] == 1


class TestTwoFiles:
    async def test_files_of_two_moments_are_mended(self, opener: Opener, database: Path) -> None:
        store = await opener()
        await store.write(follow)
        await store.close()
        graph = engine.graph_path(database)
        shutil.copy(database, database.with_suffix(".old"))
        store = await opener()
        await store.write(lambda tx: tx.graph.replace_list(1, 0, "s", [3], NOW))
        await store.write(lambda tx: tx.people.remove(2))
        await store.close()
        # A crash between the two commits: the graph is ahead of the people.
        shutil.copy(database.with_suffix(".old"), database)
        store = await opener()
        tallies = await store.read(lambda tx: tx.tallies.now())
        assert tallies == await store.read(lambda tx: tx.tallies.recount())
        assert (tallies["people"], tallies["matches"], tallies["edges"]) == (2, 0, 1)
        await store.write(lambda tx: tx.graph.replace_list(2, 0, "s", [1], NOW))
        assert (await store.read(lambda tx: tx.tallies.now()))["matches"] == 1
        assert graph.exists()

    async def test_another_threshold_counts_again(self, opener: Opener) -> None:
        store = await opener(minimum=1)
        await store.write(follow)
        await store.close()
        store = await opener(minimum=5)
        assert (await store.read(lambda tx: tx.tallies.now()))["people"] == 0
        await store.close()
        store = await opener()
        assert (await store.read(lambda tx: tx.tallies.now()))["people"] == 0, "None keeps what was"
        await store.close()
        store = await opener(minimum=4)
        assert (await store.read(lambda tx: tx.tallies.now()))["matches"] == 1


class TestRestore:
    async def test_a_plain_restart_is_none(self, opener: Opener) -> None:
        for number in range(3):
            store = await opener()
            assert not store.restored
            await store.write(lambda tx, n=number: tx.outbox.mark_sending(owe(tx, n), NOW))
            await store.close()

    async def test_a_first_start_killed_before_its_mark_is_written_is_none(
        self, opener: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class KilledError(BaseException):
            pass

        def write(self: EpochFile, mark: Mark) -> None:
            if mark.starts:
                raise KilledError
            as_always(self, mark)

        as_always = EpochFile.write
        with monkeypatch.context() as patch:
            patch.setattr(EpochFile, "write", write)
            with pytest.raises(KilledError):
                await opener()
        assert not (await opener()).restored

    async def test_a_command_in_between_is_none(self, opener: Opener) -> None:
        for number, role in enumerate(("command", "bot", "command", "bot")):
            store = await opener(role=role)
            assert not store.restored
            await store.write(lambda tx, n=number: owe(tx, n))
            await store.close()

    async def test_a_copy_of_an_earlier_run_is_noticed(self, opener: Opener, database: Path) -> None:
        store = await opener()
        await store.write(owe)
        await store.close()
        shutil.copy(database, database.with_suffix(".backup"))
        await (await opener()).close()
        shutil.copy(database.with_suffix(".backup"), database)
        store = await opener()
        assert store.restored
        post = await store.read(lambda tx: tx.outbox.get(1))
        assert post is not None and post.state is State.UNKNOWN
        await store.close()
        assert not (await opener()).restored

    async def test_a_copy_of_the_same_run_is_noticed_if_anything_was_tried_since(
        self, opener: Opener, database: Path
    ) -> None:
        store = await opener()
        first = await store.write(lambda tx: owe(tx, 1))
        await store.write(lambda tx: owe(tx, 2))
        backup = database.with_suffix(".backup")
        edit(database, f"VACUUM INTO '{backup}'")
        await store.write(lambda tx: tx.outbox.mark_sending(first, NOW))
        await store.close()
        shutil.copy(backup, database)
        store = await opener()
        assert store.restored

    async def test_a_try_is_in_the_epoch_file_before_anybody_is_told(self, opener: Opener, database: Path) -> None:
        store = await opener()
        post = await store.write(owe)
        before = epoch_path(database).read_text()
        await store.write(lambda tx: tx.outbox.mark_sending(post, NOW))
        after = epoch_path(database).read_text()
        assert int(after.split()[1]) == int(before.split()[1]) + 1

    async def test_a_start_killed_in_the_middle_of_noticing_forgets_nothing(
        self, opener: Opener, database: Path
    ) -> None:
        store = await opener()
        await store.write(owe)
        await store.close()
        shutil.copy(database, database.with_suffix(".backup"))
        await (await opener()).close()
        shutil.copy(database.with_suffix(".backup"), database)
        store = await opener()
        assert await store.read(lambda tx: tx.outbox.next_due("bluesky")) is None
        await store.close()  # before `recover`
        store = await opener()
        assert not store.restored
        assert await store.write(lambda tx: tx.outbox.next_ready("bluesky", NOW)) is None

    async def test_a_lost_mark_counts_as_a_restore(self, opener: Opener, database: Path) -> None:
        await (await opener()).close()
        epoch_path(database).unlink()
        assert (await opener()).restored
