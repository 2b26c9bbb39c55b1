"""Edges come out range by range, sorted by target, in the order they came in where that is the same."""

import stat
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import StorageError
from bot.storage.sqlite import parts
from bot.storage.sqlite.parts import Parts, bits_for

rows = st.lists(st.tuples(st.integers(0, 2**63 - 1) | st.integers(0, 3), st.integers(2, 9)), max_size=30)


@settings(max_examples=40)
@given(st.lists(rows, max_size=4), st.integers(0, 4))
def test_every_row_comes_out_once_in_its_range(
    tmp_path_factory: pytest.TempPathFactory, portions: list[list[tuple[int, int]]], bits: int
) -> None:
    found = []
    with Parts(tmp_path_factory.mktemp("x") / "quittex.db", bits) as some:
        for portion in portions:
            some.add(np.array(portion, np.int64).reshape(-1, 2))
        for number in range(2**bits):
            first, last = some.range(number)
            part = [(target, who) for target, who in some.sorted(number).tolist()]
            assert all(first <= target <= last for target, _ in part)
            found += part
    assert found == sorted((row for portion in portions for row in portion), key=lambda row: row[0])


def test_nothing_stays_and_nobody_else_may_look(tmp_path: Path) -> None:
    folder = tmp_path / "quittex-graph.db.parts"
    folder.mkdir()
    (folder / "0").write_bytes(b"of one that was killed")
    with Parts(tmp_path / "quittex.db", 0) as some:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        some.add(np.array([[1, 2]], np.int64))
        assert some.sorted(0).tolist() == [[1, 2]] and not list(folder.iterdir())
    assert not folder.exists()


def test_ranges_that_are_done_are_left_out(tmp_path: Path) -> None:
    with Parts(tmp_path / "quittex.db", 1, 1) as some:
        some.add(np.array([[1, 2], [2**62, 3]], np.int64))
        assert some.sorted(0).tolist() == [] and some.sorted(1).tolist() == [[2**62, 3]]


def test_ranges_are_as_many_as_memory_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [bits_for(edges) for edges in (0, 999_999, 1_000_000, 100_000_000)] == [0, 0, 1, 7]
    assert bits_for(1_000_000, 4) == 3
    monkeypatch.setattr(parts, "PART_EDGES", 1)
    assert bits_for(10**9) == parts.MOST_BITS


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be made"), Parts(tmp_path / "file" / "quittex.db", 0):
        pass
