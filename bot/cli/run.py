"""quittex run"""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.common import command, config_option


@click.command()
@config_option
@click.option(
    "--log-level", type=click.Choice(["DEBUG", "INFO", "WARNING", "ERROR"]), default="INFO", show_default=True,
    help="Log nothing below this.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Log lines as JSON.")
@command
def run(config: Path, log_level: str, as_json: bool) -> None:
    """Run the bot until SIGTERM: it finishes what it is sending (10 s at most) and stops."""
    import asyncio

    from bot import running
    from bot.cli.common import say
    from bot.cli.configuration import load_whole
    from bot.config.loading import secrets_of
    from bot.log import configure

    settings, warnings = load_whole(config, secrets=True)
    configure([secret.read() for secret in secrets_of(settings).values()], level=log_level, as_json=as_json)
    for line in warnings:
        say(line)
    asyncio.run(running.run(settings))
