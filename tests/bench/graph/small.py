"""A graph small enough for tests: 20 importers among 300 people."""

from bot.bench.graph.made import Size

TINY = Size("S", 20_000, 300, universe=5_000, queries=40, cold=5)
