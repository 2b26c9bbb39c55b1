"""quittex demo"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import command, json_option


@click.command()
@json_option
@click.option(
    "--seconds", type=click.FloatRange(min=1), default=40.0, show_default=True,
    help="About how long to take, with time to read; below 15 or so it plays as fast as it can.",
)  # fmt: skip
@click.option("--stay", is_flag=True, help="Keep everything up afterwards, with addresses and accounts, until Ctrl-C.")
@click.option("--picture", type=click.Path(path_type=Path, dir_okay=False, writable=True), hidden=True)
@command
def demo(as_json: bool, seconds: float, stay: bool, picture: Path | None) -> None:
    """Two small local networks, a cast of invented people, and the real bot between them, in a minute.

    Exit code 0 when all went as told, else 1. What stays is the bot's chart and configuration, in a temporary folder.

    \f
    `--picture FILE`, hidden, saves the story's main scenes and the summary as SVG: the README's picture.
    """
    import sys

    from bot.cli.common import show
    from bot.demo.run import run
    from bot.demo.screen import Screen

    stream = sys.stderr if as_json else sys.stdout
    stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    screen = Screen(stream, picture=picture is not None)
    outcome = run(screen, seconds, stay=stay)
    if picture:
        screen.save_picture(picture)
    if as_json:
        show(outcome.document(screen.transcript), True, tuple)
    sys.exit(0 if outcome.ok else 1)
