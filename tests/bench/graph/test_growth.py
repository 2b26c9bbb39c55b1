"""The law: fitted where two sizes were run, assumed where one was."""

from bot.bench.graph.growth import growth
from bot.bench.graph.made import SIZES
from bot.bench.measure import Figure


def test_two_sizes_give_the_power() -> None:
    lines = growth(SIZES["L"], [Figure("match.edge", 20.0, "us")], {"match.edge": Figure("match.edge", 2.0, "us")})
    assert "p fitted +1.00" in lines[-1]
    assert "5e8: 100," in lines[-1]
    assert lines[-1].endswith("1.4e9: 280")


def test_one_size_takes_what_was_measured_before() -> None:
    *_, line = growth(SIZES["M"], [Figure("import.disk", 35.0, "bytes per edge"), Figure("other", 1.0)], {})
    assert "p assumed +0.01" in line
    assert "1.4e9: 36.7" in line


def test_nothing_is_told_of_what_was_not_measured() -> None:
    assert growth(SIZES["M"], [Figure("other", 1.0)], {}) == []
