"""The key file: never overwritten, ours alone, and told when it is not one."""

import stat
from pathlib import Path

import pytest

from bot.errors import StorageError, WrongKey
from bot.storage.sqlite.keys import check_of, load_keys, load_or_make_keys, make_key


def test_a_key_is_made_once_and_is_ours_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "key"
    keys = load_or_make_keys(path)
    assert load_or_make_keys(path) == load_keys(path) == keys and len(keys) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and len(path.read_text()) == 65
    with pytest.raises(FileExistsError):
        make_key(path)


def test_one_key_a_line_oldest_first(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("11" * 32 + "\n" + "22" * 32 + "\n")
    keys = load_keys(tmp_path / "key")
    assert keys == (b"\x11" * 32, b"\x22" * 32)
    assert check_of(keys[:1]) != check_of(keys) != check_of(keys[::-1])


@pytest.mark.parametrize("written", ["", "abc", "zz" * 32, "00" * 31, "é" * 64, "11" * 32 + "\n22"])
def test_what_is_no_key_is_told(tmp_path: Path, written: str) -> None:
    (tmp_path / "key").write_text(written)
    with pytest.raises(WrongKey, match="64 hexadecimal digits"):
        load_keys(tmp_path / "key")


def test_a_key_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be read"):
        load_keys(tmp_path)
