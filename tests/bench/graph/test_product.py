"""Ours as the benchmarks fill and ask it: what a plain count finds, before the pairs are written down and after."""

from pathlib import Path

import pytest

from bot.bench.graph import product
from bot.bench.graph.made import MadeUp
from bot.bench.graph.oracle import FORWARD, agreed, gathered, plain_count
from bot.bench.graph.product import Product
from bot.storage.sqlite import matching
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.bench.graph.small import TINY


@pytest.fixture
def ours(tmp_path: Path) -> Product:
    return Product(tmp_path)


def test_both_ways_of_answering_find_what_is_true(ours: Product) -> None:
    made = MadeUp(TINY)
    ours.make(made)
    for portion in made.portions():
        ours.write_archives(portion)
    ours.build()
    session, persons = ours.session(), made.queries().tolist()
    first = {person: product.first_answer(session, person, int(made.x_ids[person - 1])) for person in persons}
    ours.write_pairs(made)
    repeat = {person: list(matching.rows(ours.session(), person)) for person in persons}
    sides = {
        name: gathered(part for person, rows in answers.items() for part in product.compared(person, rows))
        for name, answers in (("first", first), ("repeat", repeat))
    }
    assert agreed({"plain count": plain_count(made, made.queries()), **sides})["forward"] > 20  # type: ignore[operator]
    assert {row[0]: row[2:] for row in first[persons[0]]} == {row[0]: tuple(row[2:]) for row in repeat[persons[0]]}
    with ours.writing() as session:
        tallies = SqliteTransaction(session).tallies
        counted = tallies.recount()
        assert counted["people"] == 300
        assert counted["matches"] == tallies.now()["matches"] > 20
    ours.close()


def test_lists_that_are_kept_are_found_before_they_are_merged(ours: Product) -> None:
    made = MadeUp(TINY)
    ours.make(made)
    portion = next(made.portions())
    ours.keep(portion)
    person = int(made.importers[0])
    found = product.compared(person, product.first_answer(ours.session(), person, int(made.x_ids[person - 1])))
    truth = plain_count(made, made.importers[:1], [portion])
    assert gathered(found).checksum == truth.checksum
    assert product.replace_list(ours, person, FORWARD, [5, 6, 7]) == 3
    ours.close()
