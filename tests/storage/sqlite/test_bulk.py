"""Many lists at once leave what they leave one by one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.sqlite.bulk import keep_lists
from bot.storage.sqlite.lists import NewList, keep_list, pseudonyms_of
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import bring, everything, person, shared_database
from tests.storage.builders import FixedClock, bluesky
from tests.storage.conftest import a_session


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


lists = st.tuples(
    st.integers(1, 4),
    st.integers(0, 1),
    st.sampled_from("st"),
    st.lists(st.integers(1, 6), max_size=5, unique=True),
)


def new_list(session: Session, person_id: int, direction: int, source: str, x_ids: list[int]) -> NewList:
    return NewList(person_id, direction, source, pseudonyms_of(session, x_ids), 5, 7)


@settings(max_examples=100)
@given(st.lists(lists, max_size=10))
def test_together_or_one_by_one(files: tuple[Path, Path], brought: list[tuple[int, int, str, list[int]]]) -> None:
    found = []
    for together in (True, False):
        with a_session(*files, FixedClock()) as session:
            tx = SqliteTransaction(session)
            people = [person(n, bluesky(f"p{n}"), consent=(("counted", "no"),) if n == 4 else ()) for n in range(1, 5)]
            bring(tx, *people)
            ids = {row.x_id: tx.people.by_x(row.x_id).id for row in people}  # type: ignore[union-attr]
            made = [new_list(session, ids[x_id], *more) for x_id, *more in brought]  # type: ignore[arg-type]
            if together:
                keep_lists(session, made)
            else:
                for new in made:
                    keep_list(session, new)
            assert session.graph_changed
            found.append(everything(tx))
    assert found[0] == found[1]
