"""The layout we compare with finds what a plain count finds, and its arrivals what its bulk load does."""

from pathlib import Path

import numpy as np
import pytest

from bot.bench.graph.baseline import Asker, Baseline, compared, uuid_of
from bot.bench.graph.made import MadeUp
from bot.bench.graph.oracle import agreed, gathered, plain_count
from bot.bench.graph.rows import transaction
from tests.bench.graph.small import TINY


def found(made: MadeUp, baseline: Baseline) -> object:
    asker, persons = Asker(baseline.connection), made.queries()
    answers = ((int(person), asker.answer(int(person), int(made.x_ids[person - 1]))) for person in persons)
    ours = gathered(part for person, answer in answers for part in compared(made, person, answer))
    return agreed({"plain count": plain_count(made, persons), "baseline": ours})


@pytest.mark.parametrize("arriving", [False, True])
def test_it_finds_what_is_true(arriving: bool, tmp_path: Path) -> None:
    made, baseline = MadeUp(TINY), Baseline(tmp_path / "baseline.db")
    baseline.make(made)
    nodes = np.unique(np.concatenate([x.ids for portion in made.portions() for x in portion.directions]))
    if arriving:
        baseline.index()
    for portion in made.portions():
        if arriving:
            with transaction(baseline.connection):
                baseline.arrive(portion)
        else:
            baseline.load(portion)
    if not arriving:
        baseline.load_nodes(nodes)
        baseline.index()
    assert found(made, baseline)["forward"] > 20  # type: ignore[index]
    assert baseline.connection.execute("SELECT count(*) FROM nodes").fetchone() == (len(nodes),)
    person = int(made.importers[0])
    with transaction(baseline.connection):
        baseline.forget(person)
    for table in ("sources_targets", "sources_followers"):
        left = baseline.connection.execute(f"SELECT count(DISTINCT source_id) FROM {table}").fetchone()
        assert left == (19,)
    baseline.close()


def test_sources_come_in_the_order_of_people() -> None:
    uuids = [uuid_of(person) for person in range(1, 5000)]
    assert uuids == sorted(uuids)
    assert {len(uuid) for uuid in uuids} == {36}
