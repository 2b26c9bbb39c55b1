"""Sides take turns; the first turn is not counted."""

import gc

from bot.bench.graph.asking import ROUNDS, Spent, ask_by_turns, half


def test_sides_take_turns_after_a_warm_up() -> None:
    order: list[str] = []
    sides = {name: lambda person, x_id, name=name: order.append(f"{name}{person}") for name in ("a", "b")}
    spent = ask_by_turns(sides, [(1, 10), (2, 20)])
    assert order == ["a1", "a2", "b1", "b2"] * (ROUNDS + 1)
    assert [len(one) for one in spent["a"].rounds] == [2] * ROUNDS
    assert gc.isenabled()


def test_the_middle_round_counts() -> None:
    ours = Spent([[1e-6, 3e-6], [9e-6, 99e-6], [2e-6, 2e-6]])
    theirs = Spent([[4e-6, 4e-6], [500e-6, 40e-6], [4e-6, 4e-6]])
    assert ours.mean == 2
    assert ours.share(0.99) == 3
    assert theirs.above(ours) == 2
    assert theirs.above(ours, half) == 4
