"""Sets of pseudonyms as sorted arrays: what one holds and another does not, in one pass each.

Never numpy's own set functions: they sort both sides again, and `np.isin` is 20 times slower on a long list.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.storage.sqlite.pseudonyms import Numbers

_AT_ONCE = 1 << 16  # numbers looked up in one go: places of a list of a million would be 24 MB
_BLOCK = 1 << 10  # numbers compared in one go: where two lists agree they are not looked up one by one

NOTHING: Numbers = np.empty(0, np.int64)
NOTHING.flags.writeable = False


def unique(numbers: Numbers) -> Numbers:
    """Sorted, each once."""
    return _each_once(np.sort(numbers))


def in_place(numbers: Numbers) -> Numbers:
    """The same of an array that nobody else has: a long one is held once."""
    numbers.sort()
    return _each_once(numbers)


def union(*sets: Numbers) -> Numbers:
    """What any of them holds."""
    some = [numbers for numbers in sets if len(numbers)]
    if not some:
        return NOTHING
    return some[0] if len(some) == 1 else _each_once(np.sort(np.concatenate(some), kind="stable"))


def without(numbers: Numbers, others: Numbers) -> Numbers:
    """What `numbers` holds and `others` does not."""
    if not len(numbers) or not len(others):
        return numbers
    starts = np.searchsorted(others, numbers[::_BLOCK]).tolist()
    found = [NOTHING]
    for block, (start, end) in enumerate(pairwise([*starts, len(others)])):
        some, there = numbers[block * _BLOCK : (block + 1) * _BLOCK], others[start:end]
        if not np.array_equal(some, there):
            found.append(some[~within(some, there)])
    return np.concatenate(found)


def within(numbers: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """For each number, in any order, whether `others` holds it."""
    mask = np.zeros(len(numbers), np.bool_)
    for start in range(0, len(numbers) if len(others) else 0, _AT_ONCE):
        mask[start + _places(numbers[start : start + _AT_ONCE], others)[0]] = True
    return mask


def look_up(numbers: Numbers, others: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(places in `numbers`, places in `others`) of what both hold; the shorter is looked up in the longer."""
    if len(numbers) > len(others):
        there, here = look_up(others, numbers)
        return here, there
    found = [_places(numbers[start : start + _AT_ONCE], others) for start in range(0, len(numbers), _AT_ONCE)]
    if len(found) == 1:
        return found[0]
    heres = [np.empty(0, np.intp), *(here + start * _AT_ONCE for start, (here, _) in enumerate(found))]
    return np.concatenate(heres), np.concatenate([np.empty(0, np.intp), *(there for _, there in found)])


def _places(numbers: Numbers, others: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The same for numbers in any order; `others` holds something."""
    there = np.searchsorted(others, numbers)
    there[there == len(others)] = 0
    here = np.flatnonzero(others[there] == numbers)
    return here, there[here]


def _each_once(numbers: Numbers) -> Numbers:
    if len(numbers) < 2:
        return numbers
    first = np.empty(len(numbers), np.bool_)
    first[0] = True
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return numbers if first.all() else numbers[first]
