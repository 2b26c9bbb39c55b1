"""Visibility: an order from widest to narrowest."""

from itertools import pairwise, product

from bot.domain.encounters import Visibility


def test_visibility_goes_from_widest_to_narrowest() -> None:
    order = [Visibility.PUBLIC, Visibility.UNLISTED, Visibility.PRIVATE, Visibility.DIRECT]
    assert all(wide.width < narrow.width for wide, narrow in pairwise(order))


def test_the_narrower_of_two_wins_whichever_comes_first() -> None:
    for one, other in product(Visibility, repeat=2):
        both = one.narrowed_to(other)
        assert both in (one, other)
        assert both.width == max(one.width, other.width)
        assert both is other.narrowed_to(one)
