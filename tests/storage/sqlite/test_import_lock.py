"""One import at a time, and none that a dead process still holds."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage import import_lock


def test_the_second_is_told_and_the_third_is_alone_again(tmp_path: Path) -> None:
    database = tmp_path / "data" / "quittex.db"
    with import_lock(database) as first, import_lock(f"sqlite:{database}") as second:
        assert (first, second) == (True, False)
    with import_lock(database) as third:
        assert third


def test_the_lock_falls_with_its_process(tmp_path: Path) -> None:
    hold = "import sys, bot.storage as s\nwith s.import_lock(sys.argv[1]) as got:\n print(got, flush=True)\n input()"
    database = tmp_path / "quittex.db"
    command = [sys.executable, "-c", hold, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline() == "True\n"
        with import_lock(database) as alone:
            assert not alone
        other.kill()
        other.wait()
    with import_lock(database) as alone:
        assert alone


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be made"), import_lock(tmp_path / "file" / "quittex.db"):
        pass
