"""The reader in another process asks all the time, and tells of each while apart."""

from pathlib import Path

from bot.bench.graph.made import MadeUp
from bot.bench.graph.product import Product
from bot.bench.graph.reading import Reader
from tests.bench.graph.small import TINY


def test_each_while_is_told_apart(tmp_path: Path) -> None:
    ours, made = Product(tmp_path), MadeUp(TINY)
    ours.make(made)
    with Reader(ours, made) as reader:
        some = reader.during(lambda: reader.rest(0.2))
        more = reader.during(lambda: reader.rest(0.2))
    for waits in (some, more):
        assert len(waits.cpu) == len(waits.wall) > 5
        assert 0 < waits.share(0.5) <= waits.share(0.99)
        assert 0 < waits.share_on_the_clock(0.5) <= waits.share_on_the_clock(0.99)
    ours.close()
