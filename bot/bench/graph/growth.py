"""How the figures grow, and what they would be at sizes nobody ran: the law, fitted to the sizes that were run.

A figure grows as a power of the number of edges. With two sizes the power is fitted; with one it is that of the first
measurements of this layout, on 10 and 100 million edges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from bot.bench.graph.made import SIZES, Size
from bot.bench.measure import Figure, short

FAR: Final = {"5e8": 5e8, "1.4e9": 1.4e9}
"""Edges of 350,000 people who bring their archives, and of a million."""


@dataclass(frozen=True, slots=True)
class Law:
    """figure ~ edges ** power; the power if only one size was run, and what it rests on."""

    figure: str
    power: float
    why: str


LAWS: Final = (
    Law("match.first", 0.27, "rows found do not grow, caches miss more often"),
    Law("match.repeat", 0.25, "as above"),
    Law("match.edge", 0.03, "one more level of the tree every 200-fold"),
    Law("import.disk", 0.01, "bytes per edge"),
    Law("import.bulk", -0.06, "edges per second, linear but for sorting"),
    Law("merge.rate", -0.3, "1000 archives at a time; constant if as many more are merged at once"),
    Law("merge.bytes", 0.35, "pages touched by a batch: P(1 - exp(-M/P))"),
)


def growth(size: Size, figures: Sequence[Figure], smaller: Mapping[str, Figure]) -> list[str]:
    """Lines for people, one for each law whose figure was measured."""
    lines = [
        _line(law, size, figure, smaller.get(law.figure))
        for law in LAWS
        for figure in figures
        if figure.id == law.figure
    ]
    return ["", f"growth: figure ~ edges^p; at {size.edges:.0e} edges, then as the law has it", *lines] if lines else []


def _line(law: Law, size: Size, here: Figure, there: Figure | None) -> str:
    power, fitted = law.power, "p assumed"
    if there and there.ours > 0 and here.ours > 0:
        power = log(here.ours / there.ours) / log(size.edges / SIZES["M"].edges)
        fitted = f"M {short(there.ours)}, p fitted"
    far = ", ".join(f"{name}: {short(here.ours * (edges / size.edges) ** power)}" for name, edges in FAR.items())
    return f"  {law.figure} [{here.unit}]: {short(here.ours)} now ({fitted} {power:+.2f}: {law.why}); {far}"
