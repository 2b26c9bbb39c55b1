"""The folder is gone afterwards; a disk without room is told before anything is begun; what is read can be counted."""

import mmap
import os
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

from bot.bench.children import PYTHON, environment
from bot.bench.graph.place import NoRoom, bytes_read, forget_highest, highest, make_cold, resident, workplace


def test_the_folder_is_gone_afterwards() -> None:
    before = os.environ.get("SQLITE_TMPDIR")
    with workplace(1) as folder:
        (folder / "some").mkdir()
        assert os.environ["SQLITE_TMPDIR"] == str(folder)
    assert not folder.exists()
    assert os.environ.get("SQLITE_TMPDIR") == before


def test_a_full_disk_is_told_before(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NoRoom, match=r"1000000\.0 GB are needed and .* are free"), workplace(10**15):
        pytest.fail("not reached")
    assert tempfile.gettempdir() in capsys.readouterr().err


def test_whoever_is_told_to_end_removes_the_folder(tmp_path: Path) -> None:
    words = (
        "import os, signal\nfrom bot.bench.graph.place import ending_in_order, workplace\n"
        "with ending_in_order(), workplace(1) as folder:\n"
        "    print(folder)\n    os.kill(os.getpid(), signal.SIGTERM)\n"
    )
    ended = subprocess.run(
        [*PYTHON, "-c", words],
        capture_output=True, text=True, check=False, env=environment() | {"TMPDIR": str(tmp_path)},
    )  # fmt: skip
    assert ended.returncode == 128 + signal.SIGTERM
    assert ended.stdout.startswith(str(tmp_path))
    assert not list(tmp_path.iterdir())


def test_what_was_dropped_from_memory_can_still_be_read(tmp_path: Path) -> None:
    file = tmp_path / "some"
    file.write_bytes(os.urandom(1_000_000))
    before = bytes_read()
    make_cold([file])
    assert len(file.read_bytes()) == 1_000_000
    assert bytes_read() >= before


def test_the_highest_is_what_was_held_since() -> None:
    hold(30_000_000)
    forget_highest()
    before = resident()
    assert highest() < before + 20_000_000
    hold(30_000_000)
    assert highest() > before + 20_000_000


def hold(size: int) -> None:
    """For a moment; of its own, as what Python frees may be held on and used again."""
    with mmap.mmap(-1, size) as held:
        held.write(b"x" * size)
