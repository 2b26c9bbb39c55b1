"""The `quittex` command. Every command's imports are inside it, so that `--help` starts at once."""

from __future__ import annotations

import gc
import os
from importlib import import_module

gc.disable()  # nothing is garbage yet, and looking for it is a twentieth of the time `--help` takes
import click  # noqa: E402

gc.enable()

WIDEST = 110  # columns of help
COMMANDS = {
    # name: (module, one-line help)
    "init": ("init", "Ask a few questions, write config.toml and the key."),
    "check": ("check", "Validate the configuration, log in, show rights, limits and next firings."),
    "run": ("run", "Run the bot until SIGTERM."),
    "demo": ("demo", "Two local networks, a cast, and the real bot between them."),
    "status": ("status", "What the bot does, what waits, what failed."),
    "doctor": ("doctor", "Is the running bot well? Exit 0 if so."),
    "registry": ("registry", "The people: import, undo, batches, export, show, consent, link, unlink."),
    "archive": ("archive", "X archives: import one."),
    "matches": ("matches", "What `find` would answer to an account."),
    "understand": ("understand", "Read posts, print the request each one makes."),
    "announce": ("announce", "Post an announcement now, or show it."),
    "outbox": ("outbox", "The posts the bot owes: list, show, retry, withdraw."),
    "claims": ("claims", "Who says to be whom on X, and waits for a word."),
    "courtesy": ("courtesy", "Servers whose people get nothing: list, deny, allow."),
    "export": ("export", "Everything that is kept about somebody, as JSON, for them."),
    "forget": ("forget", "Erase somebody from everything, and search the files for what is left."),
    "graph": ("graph", "Who follows whom, as pseudonyms: rekey, rebuild, check."),
    "backup": ("backup", "Copies of the database, and of the key."),
    "bench": ("bench", "Measure, as ratios against a baseline of the same run."),
}


class LazyGroup(click.Group):
    """Knows its commands by name and imports one only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"bot.cli.{COMMANDS[cmd_name][0]}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _width() -> int:
    """Columns of help, as click would find them; it asks with shutil, which brings every compression library along."""
    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
    except (OSError, ValueError):
        columns = 0
    return max(min(columns or 80, WIDEST) - 2, 50)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _width()})
@click.version_option(package_name="quittex-bot", prog_name="quittex")
def main() -> None:
    """QuitteX bot: helps people who leave X find each other again on Bluesky and Mastodon."""
