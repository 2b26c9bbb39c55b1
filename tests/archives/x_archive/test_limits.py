"""What is refused for its size alone."""

import pytest

from bot.archives.x_archive.limits import RATIO, UNPACKED_BYTES, check_ratio, check_total
from bot.errors import InputError


def test_a_hundred_times_is_the_most() -> None:
    check_ratio("a", 100 * RATIO, 100)
    check_ratio("empty", 0, 0)
    with pytest.raises(InputError, match=r"^a: unpacks to more than 100 times"):
        check_ratio("a", 100 * RATIO + 1, 100)


def test_the_lists_together_are_bounded() -> None:
    check_total([UNPACKED_BYTES])
    with pytest.raises(InputError, match="more than 1 GB"):
        check_total([UNPACKED_BYTES, 1])
