"""quittex backup database | key"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import command, config_option, json_option, show

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def backup() -> None:
    """Copies of the database and of the key, beside a running bot. Keep them apart: together they name people."""


@backup.command()
@config_option
@json_option
@click.argument("file", metavar="FILE", type=_FILE)
@command
def database(config: Path, as_json: bool, file: Path) -> None:
    """Copy the database to FILE and its graph beside it, as of one moment. Nothing is overwritten."""
    from bot.cli.graph import progress
    from bot.config import locate_database
    from bot.storage import upkeep

    with progress() as told:
        files = upkeep.backup_database(locate_database(config), file, told)
    document = {"files": [{"path": str(each), "bytes": each.stat().st_size} for each in files]}
    show(document, as_json, lambda: [f"written: {' and '.join(map(str, files))}"])


@backup.command()
@config_option
@json_option
@click.argument("file", metavar="FILE", type=_FILE)
@command
def key(config: Path, as_json: bool, file: Path) -> None:
    """Copy the key file to FILE, mode 0600. Nothing is overwritten."""
    from bot.config import load
    from bot.storage import upkeep

    upkeep.backup_key(load(config).key_file, file)
    show({"file": str(file)}, as_json, lambda: [f"written: {file}; keep it apart from the backups of the database"])
