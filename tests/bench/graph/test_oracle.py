"""The plain count: right on a graph one can count by hand, and loud when somebody finds something else."""

import numpy as np
import pytest

from bot.bench.graph.made import Lists, MadeUp, Portion
from bot.bench.graph.oracle import FORWARD, REVERSE, Disagreement, Found, agreed, gathered, plain_count, rows
from tests.bench.graph.small import TINY


def lists(*given: tuple[int, list[int]]) -> Lists:
    starts = np.cumsum([0, *(len(ids) for _, ids in given)])
    return Lists(
        np.array([person for person, _ in given]),
        starts,
        np.array([x_id for _, ids in given for x_id in sorted(ids)], np.int64),
    )


def world(*x_ids: int) -> MadeUp:
    made = MadeUp(TINY)
    made.x_ids = np.array(x_ids, np.int64)
    return made


def test_both_lists_of_both_sides_are_looked_through() -> None:
    made = world(501, 502, 503, 504)
    portion = Portion(follows=lists((1, [502, 9]), (3, [501])), followers=lists((1, [504, 8]), (2, [501, 503])))
    found = plain_count(made, np.array([1, 4]), [portion])
    expected = [
        rows(1, FORWARD, [2]),  # their own list, and 2's list of followers says so too
        rows(1, REVERSE, [3, 4]),
        rows(4, FORWARD, [1]),
    ]
    assert np.array_equal(found.rows, np.sort(np.concatenate(expected)))
    assert found.checksum["forward"] == 2
    assert found.checksum["reverse"] == 2


def test_nothing_is_found_in_nothing() -> None:
    assert plain_count(MadeUp(TINY), np.array([1]), []).checksum == {"forward": 0, "reverse": 0, "crc": "00000000"}


def test_who_finds_the_same_agrees() -> None:
    one = gathered([rows(1, FORWARD, [5, 5, 4]), rows(2, REVERSE, [1])])
    other = gathered([rows(2, REVERSE, [1]), rows(1, FORWARD, [4, 5])])
    assert agreed({"one": one, "other": other}) == one.checksum


@pytest.mark.parametrize("parts", [[rows(1, FORWARD, [4])], [rows(1, REVERSE, [5])], [rows(2, FORWARD, [5])]])
def test_who_finds_another_row_does_not(parts: list[np.ndarray]) -> None:
    truth = gathered([rows(1, FORWARD, [5])])
    with pytest.raises(Disagreement, match="do not find the same"):
        agreed({"plain count": truth, "ours": Found(parts[0])})
