"""The made-up archives are what X ships: the bot's own reader takes them."""

import io

from bot.archives.x_archive import open_archive
from bot.bench.graph.archives import archive, list_file, loaded, loaded_archive

FOLLOWING, FOLLOWERS = [7, 2**62, 12], [5]


def test_the_bot_reads_them_whole() -> None:
    found = open_archive(io.BytesIO(archive(99, FOLLOWING, FOLLOWERS)))
    assert (found.owner, found.partial, found.notes) == (99, False, ())
    assert found.following is not None and list(found.following.ids) == sorted(FOLLOWING)
    assert found.followers is not None and list(found.followers.ids) == FOLLOWERS
    assert found.date is not None


def test_so_does_the_baseline() -> None:
    assert loaded_archive(archive(99, FOLLOWING, FOLLOWERS)) == (FOLLOWING, FOLLOWERS)
    assert loaded(list_file("following", FOLLOWING), "following") == FOLLOWING


def test_a_row_is_as_long_as_one_of_x() -> None:
    rows = [10**17 + n for n in range(1000)]
    assert 140 < len(list_file("following", rows)) / 1000 < 165
