"""quittex bench"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.common import command, json_option, say, show

if TYPE_CHECKING:
    from bot.bench.measure import Figure

MODULES = {
    **{name: name for name in ("stream", "answer", "start", "understand", "match")},
    "import": "importing",
    **{name: name for name in ("merge", "celebrity", "erase", "forget", "archive")},
}
GROWING = "match"
"""The one that is compared with a smaller size."""


@click.command()
@click.argument("name", type=click.Choice(list(MODULES)))
@click.option("--size", type=click.Choice(["S", "M", "L"]), default="M", show_default=True, help="How much to do.")
@click.option(
    "--against", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="The JSON of `match` at size M, for size L; without it M is run first.",
)  # fmt: skip
@json_option
@command
def bench(name: str, size: str, against: Path | None, as_json: bool) -> None:
    """Measure, as ratios against a baseline of the same run. Exit 1 when a goal is missed.

    S only shows that it works; M and L have goals. L of the graph takes an hour and 22 GB of disk meanwhile.
    """
    from bot.bench.graph.place import ending_in_order

    more = {"against": _figures(name, size, against)} if against else {}
    if not as_json:
        say(f"bench {name}, size {size}: ours and the baseline by turns …")
    with ending_in_order():
        report = import_module(f"bot.bench.{MODULES[name]}").bench(size, **more)
    show(report.document(), as_json, report.lines)
    if not report.met:
        raise SystemExit(1)


def _figures(name: str, size: str, file: Path) -> dict[str, Figure]:
    """What a smaller run found. InputError."""
    from bot.bench.measure import figures_of
    from bot.errors import InputError

    if (name, size) != (GROWING, "L"):
        raise InputError("--against goes with `bench match --size L` only")
    try:
        document = json.loads(file.read_text("utf-8"))
    except OSError as fault:
        raise InputError(f"{file}: it cannot be read: {fault.strerror}") from None
    except ValueError:
        raise InputError(f"{file}: it is not JSON") from None
    if not isinstance(document, dict) or (document.get("benchmark"), document.get("size")) != (GROWING, "M"):
        raise InputError(f"{file}: it is not what `bench match --size M --json` prints")
    return figures_of(document)
