"""quittex courtesy list | deny | allow"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, say, show

if TYPE_CHECKING:
    from bot.ports import Snapshot


@click.group()
def courtesy() -> None:
    """Servers whose people get no answer and no message."""


@courtesy.command("list")
@config_option
@json_option
@command
def list_denied(config: Path, as_json: bool) -> None:
    """Every denied server: by the configuration, by you, or because a moderator of it said so."""
    from bot.cli.configuration import load_whole
    from bot.cli.database import reading

    settings, _ = load_whole(config, secrets=False)
    rows: list[dict[str, Any]] = [
        {"host": host, "by": f"config, networks.{name}.courtesy.deny", "since": None}
        for name, network in settings.networks.items()
        for host in network.courtesy.deny
    ]
    with reading(config) as snapshot:
        rows += _denied(snapshot)
    if not rows:
        say("nobody is denied")
    show(rows, as_json, lambda: (f"{row['host']}  by the {row['by']}  {(row['since'] or '')[:16]}" for row in rows))


@courtesy.command()
@config_option
@json_option
@click.argument("host")
@command
def deny(config: Path, as_json: bool, host: str) -> None:
    """Leave the people of a server, and of all below it, alone. A running bot notices at once."""
    from datetime import UTC, datetime

    from bot.cli.database import write

    name = _host(host)
    done = write(config, lambda tx: tx.courtesy.deny(name, "admin", datetime.now(UTC)))
    show({"host": name, "changed": done}, as_json, lambda: [f"{name} is denied{'' if done else ' already'}"])


@courtesy.command()
@config_option
@json_option
@click.argument("host")
@command
def allow(config: Path, as_json: bool, host: str) -> None:
    """Take that back, whoever said so; what the configuration denies stays denied."""
    from bot.cli.database import write
    from bot.errors import InputError

    name = _host(host)
    if not write(config, lambda tx: tx.courtesy.allow(name)):
        raise InputError(f"{name} is not denied; see `quittex courtesy list`")
    show({"host": name, "changed": True}, as_json, lambda: [f"{name} is allowed again"])


def _denied(snapshot: Snapshot) -> list[dict[str, Any]]:
    return [
        {"host": host, "by": source, "since": since.isoformat()} for host, source, since in snapshot.courtesy.denied()
    ]


def _host(text: str) -> str:
    from bot.domain.accounts import normalise_host

    return normalise_host(text.strip().removeprefix("@").removeprefix("*."))
