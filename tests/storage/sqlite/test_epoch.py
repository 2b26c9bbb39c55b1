"""The mark beside the database: never ahead of it, and not to be copied."""

import shutil
from pathlib import Path

import pytest

from bot.storage.sqlite.epoch import EpochFile, Mark


@pytest.mark.parametrize(
    ("mark", "other", "behind"),
    [
        (Mark(2, 5), Mark(2, 5), False),
        (Mark(3, 5), Mark(2, 5), False),
        (Mark(1, 5), Mark(2, 5), True),
        (Mark(2, 4), Mark(2, 5), True),
        (Mark(3, 4), Mark(2, 5), True),
    ],
)
def test_behind_means_something_happened_since(mark: Mark, other: Mark, behind: bool) -> None:
    assert mark.behind(other) is behind
    assert not mark.merged(other).behind(other)


def test_a_mark_comes_back(tmp_path: Path) -> None:
    file = EpochFile(tmp_path / "epoch")
    assert file.read() is None
    for mark in (Mark(123456, 98765432101), Mark(1, 2)):
        file.write(mark)
        assert file.read() == mark
    file.close()
    file.close()


def test_a_copy_is_not_the_file(tmp_path: Path) -> None:
    file = EpochFile(tmp_path / "epoch")
    file.write(Mark(1, 2))
    file.close()
    shutil.copy(tmp_path / "epoch", tmp_path / "copy")
    copy = EpochFile(tmp_path / "copy")
    assert copy.read() is None
    copy.close()


@pytest.mark.parametrize("torn", [b"", b"1 2", b"1 x 3", b"\0" * 72, b"-1 2 3"])
def test_a_torn_file_says_nothing(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / "epoch").write_bytes(torn)
    file = EpochFile(tmp_path / "epoch")
    assert file.read() is None
    file.close()
