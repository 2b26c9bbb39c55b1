"""What an export shows, counted."""

from bot.domain.rights import Kept


def test_rows_are_counted_by_table() -> None:
    kept = Kept({"account": [{}, {}]}, entries=3)
    assert (kept.count("account"), kept.count("person"), kept.entries) == (2, 0, 3)
    assert kept


def test_who_merely_wrote_something_is_nobody_to_us() -> None:
    assert not Kept({"inbox": [{"text": "hello"}]})
