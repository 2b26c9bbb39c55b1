"""The made-up archives: the same again, of the mix they claim, in any portions."""

import numpy as np
import pytest

from bot.bench.graph import made
from bot.bench.graph.made import EARLY_IDS, SIZES, MadeUp, Size
from tests.bench.graph.small import TINY


def test_the_sizes_are_those_our_figures_are_told_with() -> None:
    assert [(size.edges, size.people, size.importers) for size in SIZES.values()] == [
        (10**6, 10**5, 1_000), (10**7, 10**5, 10_000), (10**8, 10**6, 100_000),
    ]  # fmt: skip


def test_again_is_the_same() -> None:
    one, other = (list(MadeUp(TINY).portions()) for _ in range(2))
    for mine, theirs in zip(one, other, strict=True):
        assert np.array_equal(mine.follows.ids, theirs.follows.ids)
        assert np.array_equal(mine.followers.starts, theirs.followers.starts)


def test_everybody_has_a_number_of_their_own_and_an_account() -> None:
    world = MadeUp(TINY)
    assert len(np.unique(world.x_ids)) == len(world.x_ids) == 300
    assert world.x_ids.min() > 0
    assert (world.bluesky | world.mastodon).all()
    assert len(np.unique(world.importers)) == 20
    assert world.importers.min() >= 1 and world.importers.max() <= 300


def test_lists_are_sorted_each_once_and_without_their_owner() -> None:
    world = MadeUp(TINY)
    for portion in world.portions():
        for lists in portion.directions:
            for at, person in enumerate(lists.persons):
                one = lists.one(at)
                assert (one[1:] > one[:-1]).all()
                assert world.x_ids[person - 1] not in one
            assert len(lists.owners) == len(lists.ids)


def test_portions_do_not_change_what_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "PORTION", 7)
    portions = list(MadeUp(TINY).portions())
    assert [len(portion.follows.persons) for portion in portions] == [7, 7, 6]
    assert not np.array_equal(portions[0].follows.ids[:50], portions[1].follows.ids[:50])


def test_the_mix_is_what_it_claims() -> None:
    world = MadeUp(Size("S", 400_000, 20_000, universe=2_000_000))
    portion = next(world.portions())
    for lists, share in zip(portion.directions, (0.12, 0.08), strict=True):
        registered = np.isin(lists.ids, world.x_ids).mean()
        assert registered == pytest.approx(share, abs=0.03)
    lengths = np.diff(portion.follows.starts)
    assert 230 < np.median(lengths) < 380
    assert (portion.follows.ids < EARLY_IDS).mean() == pytest.approx(0.45, abs=0.15)


def test_half_of_those_who_ask_brought_an_archive() -> None:
    world = MadeUp(TINY)
    asking = world.queries()
    assert len(np.unique(asking)) == len(asking) == 40
    assert np.isin(asking, world.importers).sum() == 20
