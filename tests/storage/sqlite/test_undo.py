"""An undo in steps as small as one wants; what came between stays. See also tests/actions/test_register."""

import shutil
from array import array
from pathlib import Path

import pytest

from bot.domain.registry import ListsRow
from bot.storage.sqlite import engine
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import bring, everything, person, take_back
from tests.storage.builders import NOW, bluesky, mastodon
from tests.storage.conftest import Opener


def test_one_thing_at_a_time(tx: SqliteTransaction) -> None:
    bring(tx, person(1, bluesky("ann"), level=1, consent=(("told", "daily"),)), ListsRow(1, 1, array("q", [5]), None))
    before = everything(tx)
    anna = person(1, bluesky("anna"), level=2, x_handle="anna", consent=(("told", "weekly"),))
    batch = bring(tx, anna, person(2, mastodon("bob")), ListsRow(1, 1, array("q", [6]), array("q", [7])))
    steps = 0
    while tx.imports.undo(batch, lambda: True):
        steps += 1
        everything(tx)  # the counts are right at every step
    assert everything(tx) == before and steps >= 7
    assert tx.imports.get(batch).state == "undone"  # type: ignore[union-attr]


def test_somebody_removed_in_between_stays_removed(tx: SqliteTransaction) -> None:
    bring(tx, person(1, bluesky("ann"), level=1), person(2))
    batch = bring(tx, person(1, bluesky("anna"), level=2), person(2, bluesky("ann"), level=2))
    tx.people.remove(tx.people.by_x(1).id)  # type: ignore[union-attr]
    take_back(tx, batch)
    assert tx.people.by_x(1) is None
    assert tx.people.find(bluesky("ann")) is None


def test_a_later_list_of_the_same_source_stays(tx: SqliteTransaction) -> None:
    bring(tx, person(1), ListsRow(1, 1, array("q", [5]), None))
    batch = bring(tx, ListsRow(1, 1, array("q", [6]), None))
    tx.graph.replace_list(tx.people.by_x(1).id, 0, "s", [7, 8], NOW)  # type: ignore[union-attr]
    before = everything(tx)
    take_back(tx, batch)
    assert everything(tx) == before


def test_newer_names_stay(tx: SqliteTransaction) -> None:
    bring(tx, person(1, x_handle="ann"))
    batch = bring(tx, person(1, x_handle="anna"), person(1, x_handle="annette"))
    bring(tx, person(1, x_handle="annabel"), source="t")
    take_back(tx, batch)
    assert tx.people.by_x(1).x_handle == "annabel"  # type: ignore[union-attr]


def test_what_was_undone_never_comes_back_with_a_later_undo(tx: SqliteTransaction) -> None:
    def say(first: str, second: str, followed: int) -> int:
        rows = (person(1, consent=(("told", first),), x_handle=first), person(2, consent=(("told", second),)))
        return bring(tx, *rows, ListsRow(1, 1, array("q", [followed]), None), ListsRow(1, 2, array("q", [9]), None))

    say("daily", "weekly", 5)
    before = everything(tx)
    first, second = say("weekly", "daily", 6), say("never", "never", 7)
    after = everything(tx)
    take_back(tx, first)
    assert everything(tx) == after
    take_back(tx, second)
    assert everything(tx) == before


def test_a_person_of_two_imports_goes_with_the_last_of_them(tx: SqliteTransaction) -> None:
    empty = everything(tx)
    first, second = bring(tx, person(1)), bring(tx, person(1, bluesky("ann")))
    take_back(tx, first)
    assert tx.people.find(bluesky("ann")) is not None
    take_back(tx, second)
    assert everything(tx) == empty


@pytest.mark.parametrize("killed_at", range(6))
async def test_killed_between_the_two_files_it_goes_on(opener: Opener, database: Path, killed_at: int) -> None:
    """The graph's file has lost the transaction of one step."""
    store = await opener(role="command")
    graph = engine.graph_path(database)
    await store.write(lambda tx: bring(tx, person(1), ListsRow(1, 1, array("q", [5, 6]), None), source="s"))  # type: ignore[arg-type]
    before = await store.write(everything)  # type: ignore[arg-type]
    rows = (ListsRow(1, 1, array("q", [7]), array("q", [8])), person(2), ListsRow(2, 2, array("q", [9]), None))
    batch = await store.write(lambda tx: bring(tx, *rows))  # type: ignore[arg-type]
    for step in range(99):
        await store.close()
        copy = shutil.copy2(graph, graph.with_suffix(".copy"))
        store = await opener(role="command")
        more = await store.write(lambda tx: tx.imports.undo(batch, lambda: killed_at % 2 == 0))
        if step == killed_at // 2:
            await store.close()
            shutil.copy2(copy, graph)
            store = await opener(role="command")
        elif not more:
            break
    assert (await store.read(lambda tx: tx.imports.get(batch))).state == "undone"  # type: ignore[union-attr]
    assert await store.write(everything) == before  # type: ignore[arg-type]
