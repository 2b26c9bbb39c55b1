"""A crash between the commits of the two files takes no list away from those it came with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.accounts import Platform
from bot.errors import WrongKey
from bot.ports import Transaction
from bot.storage.sqlite import derived, engine, redo
from bot.storage.sqlite.connection import SqliteStore
from bot.storage.sqlite.session import bump_generation
from tests.storage.builders import NOW, bluesky
from tests.storage.conftest import Opener

LATER = NOW + timedelta(days=1)


def bring(tx: Transaction, x_ids: list[int], at: Any = NOW) -> None:
    """What an archive brings: a person, their link and a list."""
    person = tx.people.register(7, "ann_x", "", at)
    tx.people.link(person.id, bluesky("ann"), 1, "archive", at)
    tx.graph.replace_list(person.id, 0, "archive", x_ids, at, made_at=NOW, whole=True)


def rows(store: SqliteStore) -> int:
    """Lists held back for a crash."""
    connection = store._readers._take()
    (count,) = connection.execute("SELECT count(*) FROM list_redo").fetchone()
    store._readers._idle.append(connection)
    return int(count)


class Torn:
    """A database whose graph's file has not got the last commit."""

    def __init__(self, opener: Opener, database: Path) -> None:
        self._opener, self._graph = opener, engine.graph_path(database)

    async def made(self, before: Callable[[Any], Any], last: Callable[[Any], Any]) -> SqliteStore:
        await self.tear(before, last)
        return await self._opener(role="command")

    async def tear(self, before: Callable[[Any], Any], last: Callable[[Any], Any]) -> None:
        store = await self._opener(role="command")
        await store.write(before)
        await store.close()
        copy = shutil.copy2(self._graph, self._graph.with_suffix(".copy"))
        store = await self._opener(role="command")
        await store.write(last)
        await store.close()
        shutil.copy2(copy, self._graph)


@pytest.fixture
def torn(opener: Opener, database: Path) -> Torn:
    return Torn(opener, database)


async def seen(store: SqliteStore) -> tuple[int, int, list[str]]:
    """Edges, pairs, and whom the newcomer is told of."""

    def look(view: Transaction) -> tuple[int, int, list[str]]:
        now, ann = view.tallies.now(), view.people.by_x(7)
        assert ann
        found = view.graph.matches(ann.id, Platform.BLUESKY, 1).ranked
        return now["edges"], now["matches"], [match.account.handle for match in found]

    return await store.read(look)


def bob(tx: Transaction) -> None:
    person = tx.people.register(8, "bob_x", "", NOW)
    tx.people.link(person.id, bluesky("bob"), 4, "s", NOW)


async def test_a_new_persons_list_is_put_back(torn: Torn) -> None:
    store = await torn.made(bob, lambda tx: bring(tx, [8, 9]))
    assert await seen(store) == (2, 1, ["bob.bsky.social"])
    list_ = await store.read(lambda view: view.graph.list_of(view.people.by_x(7).id, 0, "archive"))  # type: ignore[union-attr]
    assert list_ is not None and list_.made_at == NOW


async def test_a_later_list_is_put_back_in_place_of_the_earlier(torn: Torn) -> None:
    def before(tx: Transaction) -> None:
        bob(tx)
        bring(tx, [1, 2, 3])

    store = await torn.made(before, lambda tx: bring(tx, [3, 8], LATER))
    assert await seen(store) == (2, 1, ["bob.bsky.social"])


async def test_what_was_put_back_is_kept_until_it_is_committed(torn: Torn, opener: Opener) -> None:
    store = await torn.made(bob, lambda tx: bring(tx, [8]))
    assert rows(store) == 1
    await store.close()
    store = await opener(role="command")
    assert rows(store) == 0
    assert await seen(store) == (1, 1, ["bob.bsky.social"])


async def test_what_is_committed_is_kept_once(opener: Opener) -> None:
    store = await opener(role="command")
    await store.write(lambda tx: bring(tx, [1]))
    assert rows(store) == 1
    await store.write(lambda tx: tx.graph.committed(LATER))
    assert rows(store) == 1
    await store.write(lambda tx: tx.graph.committed(NOW))
    assert rows(store) == 0


async def test_it_leaves_with_its_list_or_its_person(opener: Opener) -> None:
    store = await opener(role="command")
    await store.write(lambda tx: bring(tx, [1]))
    person = await store.read(lambda view: view.people.by_x(7))
    assert person
    await store.write(lambda tx: tx.graph.drop_list(person.id, 0, "archive"))
    assert rows(store) == 0
    await store.write(lambda tx: bring(tx, [1], LATER))
    await store.write(lambda tx: tx.people.remove(person.id))
    assert rows(store) == 0


async def test_the_key_is_asked_for_while_a_list_waits(torn: Torn, opener: Opener, key_file: Path) -> None:
    await torn.tear(lambda tx: None, lambda tx: bring(tx, [1]))
    key_file.unlink()
    with pytest.raises(WrongKey, match="put back your copy"):
        await opener(role="command")


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redo, "_PART", 2)


@pytest.mark.usefixtures("small_parts")
async def test_a_long_list_goes_in_and_out_in_parts(torn: Torn, opener: Opener) -> None:
    store = await torn.made(bob, lambda tx: bring(tx, [*range(20, 30), 8]))
    assert await seen(store) == (11, 1, ["bob.bsky.social"])
    assert rows(store) == 6
    assert await store.write(lambda tx: tx.graph.committed(NOW))
    assert rows(store) == 2
    assert not await store.write(lambda tx: tx.graph.committed(NOW))
    assert rows(store) == 0


def everything_made_again(caplog: pytest.LogCaptureFixture) -> bool:
    return "made again" in caplog.text


def others(tx: Transaction) -> None:
    """Cy names ann, who comes later; ann is known with one list, and dan with another of hers."""
    for x_id, name, list_ in ((8, "bob", [1]), (9, "cy", [7, 8]), (10, "dan", [2])):
        person = tx.people.register(x_id, name, "", NOW)
        tx.people.link(person.id, bluesky(name), 4, "s", NOW)
        tx.graph.replace_list(person.id, 0, "s", list_, NOW)


@pytest.mark.parametrize("known", [True, False])
async def test_only_what_a_list_is_about_is_put_back(
    torn: Torn, opener: Opener, caplog: pytest.LogCaptureFixture, known: bool
) -> None:
    def before(tx: Transaction) -> None:
        others(tx)
        if known:
            bring(tx, [10, 11])
            ann = tx.people.by_x(7)
            assert ann
            tx.graph.replace_list(ann.id, 0, "csv", [10, 12], NOW)

    store = await torn.made(before, lambda tx: bring(tx, [8, 9, 7], LATER))
    assert not everything_made_again(caplog)
    right = await seen(store)
    assert right[:2] == ((9, 5) if known else (7, 4))
    connection = store._readers._take()
    found = connection.execute("SELECT * FROM graph.match ORDER BY 1, 2").fetchall()
    store._readers._idle.append(connection)
    again = await store.write(made_again)
    assert (right, found) == (await seen(store), again)


def made_again(tx: Transaction) -> list[tuple[int, ...]]:
    session = tx.session  # type: ignore[attr-defined]
    derived.mend(session)
    found: list[tuple[int, ...]] = session.execute("SELECT * FROM graph.match ORDER BY 1, 2").fetchall()
    return found


async def test_where_more_was_lost_everything_is_made_again(torn: Torn, caplog: pytest.LogCaptureFixture) -> None:
    def last(tx: Transaction) -> None:
        bring(tx, [8, 9])

    async def before_and_between() -> SqliteStore:
        await torn.tear(bob, lambda tx: tx.people.register(9, "", "", NOW))
        return await torn._opener(role="command")

    store = await before_and_between()
    assert everything_made_again(caplog)
    await store.close()
    caplog.clear()

    def two(tx: Transaction) -> None:
        last(tx)
        bump_generation(tx.session.connection)  # type: ignore[attr-defined]

    store = await torn.made(lambda tx: None, two)
    assert everything_made_again(caplog)
    assert (await seen(store))[1:] == (1, ["bob.bsky.social"])
