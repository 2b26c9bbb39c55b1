"""Both readers of a list, here and in a process of its own."""

from pathlib import Path

from bot.bench.graph.archives import list_file
from bot.bench.graph.parsing import extra_memory, loaded_file, opened, parsed


def test_they_read_the_same(tmp_path: Path) -> None:
    file = tmp_path / "following.js"
    file.write_bytes(list_file("following", [7, 5, 2**62]))
    assert list(parsed(file)) == loaded_file(file) == [7, 5, 2**62]
    assert list(opened(file)) == [5, 7, 2**62]


def test_memory_is_measured_beside(tmp_path: Path) -> None:
    file = tmp_path / "following.js"
    file.write_bytes(list_file("following", range(10**17, 10**17 + 60_000)))
    assert extra_memory(file, "baseline") > 20_000_000 > extra_memory(file, "ours") >= 0
