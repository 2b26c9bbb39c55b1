"""What reading a list costs in memory, in a process of its own: `python -m bot.bench.graph.parsing FILE ours|baseline`.

It prints the bytes that it held at its highest beyond what it held before.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from subprocess import run
from typing import Final

from bot.bench.children import PYTHON, environment
from bot.bench.graph.archives import FOLLOWING, list_file, loaded
from bot.bench.graph.place import forget_highest, highest, resident


def parsed(file: Path) -> array[int]:
    """The numbers of a list file, by the reader that a whole archive's lists are read with."""
    from bot.archives.x_archive.lists import read_part
    from bot.archives.x_archive.loose import read_loose

    ids, notes = array("q"), list[str]()
    with file.open("rb") as stream:
        members, _ = read_loose(stream, file.name)
        ((role, member),) = members.items()
        read_part(role.kind, role.part, member, ids, notes)
    return ids


def opened(file: Path) -> array[int]:
    """The same as the bot reads it: each once, sorted, with its digest."""
    from bot.archives.x_archive import open_archive

    found = open_archive(file).following
    assert found is not None
    return found.ids


def loaded_file(file: Path) -> list[int]:
    """The same by json.loads."""
    return loaded(file.read_bytes(), FOLLOWING)


SIDES: Final[dict[str, Callable[[Path], object]]] = {"ours": opened, "baseline": loaded_file}


def extra_memory(file: Path, side: str) -> int:
    """Bytes at the highest, beyond those of a process that has read a small list before."""
    ended = run(  # noqa: S603 - our own words
        [*PYTHON, "-m", "bot.bench.graph.parsing", str(file), side], capture_output=True, env=environment(), check=True
    )
    return int(ended.stdout)


def main(file: Path, side: str) -> None:
    """Read a small list, then the one that counts."""
    read, small = SIDES[side], file.with_name("small.js")
    small.write_bytes(list_file(FOLLOWING, range(10**17, 10**17 + 100)))
    read(small)
    forget_highest()
    before = resident()
    held = read(file)
    sys.stdout.write(f"{highest() - before}\n")
    del held


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
