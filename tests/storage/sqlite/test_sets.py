"""Sorted arrays do what sets do."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.sqlite.pseudonyms import Numbers
from bot.storage.sqlite.sets import look_up, union, unique, within, without

SETS = st.frozensets(st.integers(0, 2**63 - 1) | st.integers(0, 9))


def array(numbers: frozenset[int]) -> Numbers:
    return np.array(sorted(numbers), np.int64)


@given(SETS, SETS, SETS)
def test_as_sets_do(one: frozenset[int], two: frozenset[int], three: frozenset[int]) -> None:
    assert without(array(one), array(two)).tolist() == sorted(one - two)
    assert union(array(one), array(two), array(three)).tolist() == sorted(one | two | three)
    here, there = look_up(array(one), array(two))
    assert array(one)[here].tolist() == array(two)[there].tolist() == sorted(one & two)
    assert unique(np.array([*one, *two, *one], np.int64)).tolist() == sorted(one | two)


def test_as_sets_do_however_long_they_are() -> None:
    rng = np.random.default_rng(1)
    base = rng.integers(0, 2**63 - 1, 150_000)
    for other in (base[:-5], base[::7], base[5:3000], rng.integers(0, 2**63 - 1, 90_000), np.append(base, 3), base[:0]):
        one, two = unique(base), unique(other)
        sets = set(one.tolist()), set(two.tolist())
        assert without(one, two).tolist() == sorted(sets[0] - sets[1])
        assert without(two, one).tolist() == sorted(sets[1] - sets[0])
        here, there = look_up(one, two)
        assert one[here].tolist() == two[there].tolist() == sorted(sets[0] & sets[1])
        assert within(base, two).tolist() == [number in sets[1] for number in base.tolist()]
