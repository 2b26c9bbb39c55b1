"""`bench archive`: reading the lists of X archives, beside json.loads on the same bytes.

Parsing gives numbers on both sides. What the bot does beyond that, sorting and the digest, is a figure of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from bot.bench.graph.archives import FOLLOWING, list_file
from bot.bench.graph.made import LAST_SNOWFLAKE
from bot.bench.graph.oracle import Disagreement
from bot.bench.graph.parsing import extra_memory, loaded_file, opened, parsed
from bot.bench.graph.place import workplace
from bot.bench.measure import Figure, Goal, Report, by_turns, middle, ratio

ROWS: Final = {"S": (1000, 10_000), "M": (1000, 100_000, 1_000_000), "L": (1000, 100_000, 1_000_000)}
AT_LEAST: Final = 20_000  # rows in one turn: a short list is read several times
SPAWNS: Final = 3
ROOM: Final = 400_000_000
PER_CPU: Final = "rows/cpu-s"


def bench(size: str) -> Report:
    """Lists of several lengths; each has its length as seed."""
    with workplace(ROOM) as folder:
        files = {rows: _written(folder, rows) for rows in ROWS[size]}
        figures = [figure for rows, file in files.items() for figure in _figures(rows, file, rows == max(files))]
        facts = {"bytes_per_row": {rows: round(file.stat().st_size / rows, 1) for rows, file in files.items()}}
    return Report("archive", size, facts, figures)


def _written(folder: Path, rows: int) -> Path:
    rng = np.random.default_rng(rows)
    ids = rng.permutation(np.unique(rng.integers(1, LAST_SNOWFLAKE, rows))).tolist()
    file = folder / f"following-{rows}.js"
    file.write_bytes(list_file(FOLLOWING, ids))
    return file


def _figures(rows: int, file: Path, longest: bool) -> Iterator[Figure]:
    """Of one list; the goals are those of the longest."""
    numbers = loaded_file(file)
    if list(parsed(file)) != numbers or list(opened(file)) != sorted(numbers):
        raise Disagreement(f"{rows} rows: ours and json.loads do not read the same")
    times = max(AT_LEAST // rows, 1)
    name = "" if longest else f".{rows}"
    for figure, read in (("parse", parsed), ("open", opened)):
        ours, theirs, _ = by_turns(partial(_each, read, file, times), partial(_each, loaded_file, file, times))
        rates = [len(numbers) * times / middle(turns).cpu for turns in (ours, theirs)]
        to_json = ratio([turn.cpu for turn in theirs], [turn.cpu for turn in ours])
        goal = Goal(">=", 6) if longest and figure == "parse" else None
        yield Figure(f"archive.{figure}{name}", rates[0], PER_CPU, rates[1], to_json, goal, f"{rows:,} rows")
    if longest:
        yield _memory(rows, file)


def _each(read: Callable[[Path], object], file: Path, times: int) -> None:
    for _ in range(times):
        read(file)


def _memory(rows: int, file: Path) -> Figure:
    ours, theirs = (median(extra_memory(file, side) for _ in range(SPAWNS)) / 1e6 for side in ("ours", "baseline"))
    return Figure(
        "archive.memory", round(ours, 1), "MB", round(theirs, 1), ours / theirs, Goal("<=", 16, of="ours"),
        f"{rows:,} rows, beyond an idle process",
    )  # fmt: skip
