"""Seven weeks in a second: `python -m bot.demo.past CONFIG DAY FILE [DAY FILE ...]`.

Each file goes through the real `quittex registry import`, and the counters of that moment are kept as those of its
day: so the chart of the demo has a past, counted and not made up.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path

from bot.actions.announce import keep_day
from bot.cli import main as quittex
from bot.cli.database import write

IMPORT = ("registry", "import", "--source", "demo", "--consent", "found=network")


def main(arguments: list[str]) -> None:
    """Import every file and keep its day."""
    config, *rest = arguments
    for day, file in zip(rest[::2], rest[1::2], strict=True):
        quittex([*IMPORT, "--config", config, file], standalone_mode=False)
        write(Path(config), partial(keep_day, day=date.fromisoformat(day)))


if __name__ == "__main__":
    main(sys.argv[1:])
