"""A merge brings the index to what the lists say; at every moment of it the answers are right."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.sqlite import merging
from bot.storage.sqlite.merging import Change, forgetting, merge, net_effect, newest_row, take
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.steps import Work
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.conftest import Opener
from tests.storage.indexed import indexed, listed
from tests.storage.indexing import brings, people, pieces, small

targets = st.lists(st.integers(0, 6), unique=True).map(sorted)
changes = st.lists(st.tuples(st.integers(2, 5), targets, targets), max_size=12)


def merging_of(session: Session, told: list[int] | None = None) -> Work:
    return merge(session.connection, lambda: session.pseudonyms, ([] if told is None else told).append)


@settings(max_examples=60)
@given(changes)
def test_the_net_effect_is_the_last_word_on_each_edge(said: list[tuple[int, list[int], list[int]]]) -> None:
    made, last = [], {}
    for number, (who, added, removed) in enumerate(said):
        gone = [target for target in removed if target not in added]
        made.append(Change(number, who, np.array(added, np.int64), np.array(gone, np.int64)))
        last.update({(target, who): True for target in added} | {(target, who): False for target in gone})
    net = net_effect(made)
    assert net.added.tolist() == [list(edge) for edge, there in sorted(last.items()) if there]
    assert net.removed.tolist() == [list(edge) for edge, there in sorted(last.items()) if not there]


def test_the_index_has_what_the_lists_have(tx: SqliteTransaction, session: Session) -> None:
    ann, bob, *_ = people(tx)
    tx.graph.replace_list(ann, 0, "s", [2, 3, 20], NOW)
    tx.graph.replace_list(bob, 1, "s", [1, 20], NOW)
    told: list[int] = []
    assert list(pieces(session, merging_of(session, told)))
    assert session.execute("SELECT count(*) FROM graph.edge").fetchone() == (5,)
    tx.graph.replace_list(ann, 0, "s", [3, 21], NOW)
    assert list(pieces(session, merging_of(session, told)))
    assert session.execute("SELECT count(*) FROM graph.unmerged").fetchone() == (0,)
    assert indexed(session) == listed(session) and told == [5, 3]
    assert not list(pieces(session, merging_of(session)))


@pytest.mark.parametrize("seed", range(6))
def test_killed_after_any_transaction_and_with_lists_coming_in_between_it_is_right(
    seed: int, tx: SqliteTransaction, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch)
    monkeypatch.setattr(merging, "EDGES_AT_ONCE", 30)
    chance, persons = Random(seed), people(tx)
    for _ in range(6):
        for _ in range(chance.randint(1, 12)):
            brings(tx, chance.choice(persons), chance)
        killed = chance.randint(1, 60)
        for number in pieces(session, merging_of(session)):
            if chance.random() < 0.2:
                brings(tx, chance.choice(persons), chance)
            assert indexed(session) == listed(session)
            if number == killed:
                break
        if chance.random() < 0.3:
            tx.people.remove(persons.pop(chance.randrange(len(persons))))
            persons.append(tx.people.register(None, "", "", NOW).id)
    list(pieces(session, merging_of(session)))
    assert indexed(session) == listed(session)
    assert session.execute("SELECT count(*) FROM graph.unmerged").fetchone() == (0,)


def test_an_erasure_in_the_middle_is_not_undone(
    tx: SqliteTransaction, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch)
    ann, bob, *_ = people(tx)
    for person in (ann, bob):
        tx.graph.replace_list(person, 0, "s", range(10, 30), NOW)
    for number in pieces(session, merging_of(session)):
        if number == 3:
            tx.people.remove(ann)
        if number >= 3:
            assert not {who for _, who in indexed(session)} & {ann * 2}
    assert indexed(session) == listed(session) != set()


def test_rows_leave_one_by_one_and_the_oldest_first(tx: SqliteTransaction, session: Session) -> None:
    ann, *_ = people(tx)
    for number in range(25):
        tx.graph.replace_list(ann, 0, "s", [number + 1], NOW)
    newest = newest_row(session.connection)
    step = forgetting(newest - 1)
    left = []
    while step(session.connection, lambda: True):
        left.append([row for (row,) in session.execute("SELECT id FROM graph.unmerged ORDER BY id")])
    assert left == [list(range(newest - number, newest + 1)) for number in range(23, 0, -1)]
    assert session.execute("SELECT id FROM graph.unmerged").fetchall() == [(newest,)]


def test_what_waits_is_taken_in_portions(
    tx: SqliteTransaction, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "EDGES_AT_ONCE", 3)
    ann, *_ = people(tx)
    for source in "abc":
        tx.graph.replace_list(ann, 0, source, {"a": [5, 6], "b": [7], "c": [8]}[source], NOW)
    first = take(session.connection, lambda: session.pseudonyms, 0, 2**62)
    assert [len(change) for change in first] == [2, 1]
    rest = take(session.connection, lambda: session.pseudonyms, first[-1].id, 2**62)
    assert [len(change) for change in rest] == [1]


async def test_it_is_a_program_beside_the_bot(opener: Opener, database: Path, key_file: Path) -> None:
    store = await opener()
    await store.write(lambda tx: tx.graph.replace_list(people(tx)[0], 0, "s", [2, 7], NOW))  # type: ignore[arg-type]
    words = [sys.executable, "-m", "bot.storage.sqlite.merging", str(database), str(key_file), "1"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"merged": 2, "built": False}
    words[3] = str(database.with_name("nothing.db"))
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
