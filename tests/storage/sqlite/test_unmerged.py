"""The overlay answers what the rows say, in their order, whatever was merged meanwhile."""

from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.sqlite import edges
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.unmerged import Unmerged
from tests.storage.builders import FixedClock
from tests.storage.conftest import a_session
from tests.storage.sqlite.test_known import files

__all__ = ["files"]

TARGETS = st.frozensets(st.integers(0, 5) | st.sampled_from([2**63 - 2, 2**63 - 1]), max_size=4)
STEPS = st.lists(
    st.tuples(st.just("note"), st.integers(2, 5), TARGETS, TARGETS)
    | st.tuples(st.just("merge"), st.integers(0, 5))
    | st.tuples(st.just("look")),
    max_size=40,
)


def check(session: Session, unmerged: Unmerged, model: dict[tuple[int, int], bool]) -> None:
    """What the rows say is answered; what is answered besides was true when its row was merged."""
    waiting = set()
    for who, added, removed in session.execute("SELECT who, added, removed FROM graph.unmerged"):
        waiting |= {(int(target), who) for blob in (added, removed) for target in np.frombuffer(blob, "<i8")}
    for target in [*range(6), 2**63 - 2, 2**63 - 1]:
        said = unmerged.naming(session.connection, session.pseudonyms, target)
        assert all(model[target, who] == there for who, there in said.items())
        assert {who for about, who in waiting if about == target} <= said.keys()


@settings(max_examples=100)
@given(steps=STEPS)
def test_it_keeps_up(files: tuple[Path, Path], steps: list[tuple[Any, ...]]) -> None:
    model: dict[tuple[int, int], bool] = {}
    with a_session(*files, FixedClock()) as session:
        unmerged = Unmerged()
        for kind, *more in steps:
            if kind == "note":
                who, added, removed = more
                removed -= added
                model |= {(target, who): True for target in added} | {(target, who): False for target in removed}
                sets = (np.array(sorted(numbers), np.int64) for numbers in (added, removed))
                edges.note(session, who, *sets)
            elif kind == "merge":
                oldest = "(SELECT id FROM graph.unmerged ORDER BY id LIMIT ?)"
                session.execute(f"DELETE FROM graph.unmerged WHERE id IN {oldest}", more)
            else:
                check(session, unmerged, model)
        check(session, unmerged, model)


def test_few_runs_of_many_rows(session: Session) -> None:
    unmerged = Unmerged()
    for who in range(2, 202):
        edges.note(session, who, np.array([1, who], np.int64), np.empty(0, np.int64))
        unmerged.naming(session.connection, session.pseudonyms, 1)
    assert unmerged.state is not None
    assert len(unmerged.state.runs) <= 5 and len(unmerged.state) == 400
    assert unmerged.naming(session.connection, session.pseudonyms, 1) == dict.fromkeys(range(2, 202), True)
