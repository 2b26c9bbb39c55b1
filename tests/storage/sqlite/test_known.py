"""The registry in memory is the registry, whatever happened since it was made."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.sqlite import known
from bot.storage.sqlite.known import Known
from bot.storage.sqlite.lists import pseudonyms_of
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import shared_database
from tests.storage.builders import NOW, FixedClock
from tests.storage.conftest import a_session

X_IDS = range(1, 9)
CHANGES = st.lists(
    st.tuples(st.just("register"), st.sampled_from(X_IDS))
    | st.tuples(st.sampled_from(["remove", "move", "look"]), st.integers(0, 7)),
    max_size=30,
)


def found(session: Session, memory: Known) -> set[tuple[int, int]]:
    pseudonyms = pseudonyms_of(session, X_IDS)
    places, persons = memory.among(session.connection, session.pseudonyms, pseudonyms)
    return set(zip(pseudonyms[places].tolist(), persons.tolist(), strict=True))


def true(session: Session) -> set[tuple[int, int]]:
    rows = session.execute("SELECT x_id, id FROM person WHERE x_id IS NOT NULL").fetchall()
    return {(session.pseudonyms.one(x_id), person) for x_id, person in rows}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


@settings(max_examples=60)
@given(changes=CHANGES, many=st.sampled_from([1, 3, 4096]))
def test_it_keeps_up(files: tuple[Path, Path], changes: list[tuple[str, int]], many: int) -> None:
    with a_session(*files, FixedClock()) as session, pytest.MonkeyPatch.context() as patch:
        patch.setattr(known, "_MANY", many)
        tx, memory = SqliteTransaction(session), Known()
        for kind, number in changes:
            people = [person for (person,) in session.execute("SELECT id FROM person ORDER BY id")]
            if kind == "register":
                tx.people.register(number, "", "", NOW)
            elif kind == "look":
                assert found(session, memory) == true(session)
            elif people and kind == "remove":
                tx.people.remove(people[number % len(people)])
            elif people:
                tx.people.set_x(people[number % len(people)], number or None, "")
        assert found(session, memory) == true(session)


def test_changes_that_were_trimmed_away_are_noticed(session: Session) -> None:
    people, memory = SqliteTransaction(session).people, Known()
    people.register(1, "", "", NOW)
    assert found(session, memory) == true(session)
    for x_id in range(2, 6):
        people.register(x_id, "", "", NOW)
    session.execute("DELETE FROM x_change WHERE id < (SELECT max(id) FROM x_change)")
    assert found(session, memory) == true(session)
