"""quittex doctor"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import command, config_option, json_option, show


@click.command()
@config_option
@json_option
@command
def doctor(config: Path, as_json: bool) -> None:
    """Is the running bot well? Exit 0 if so, 1 with the reasons if not. Reads only; made for health checks."""
    import sys
    from datetime import UTC, datetime

    from bot.actions.report import ailments
    from bot.cli.database import network_names, reading

    with reading(config) as snapshot:
        found = ailments(snapshot, network_names(config), datetime.now(UTC))
    show({"well": not found, "ailments": found}, as_json, lambda: found or ["well"])
    sys.exit(1 if found else 0)
