"""quittex init"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from bot.cli.common import command, config_option, json_option, say, show

if TYPE_CHECKING:
    from bot.config.settings import Settings


@click.command()
@config_option
@json_option
@command
def init(config: Path, as_json: bool) -> None:
    """Ask a few questions, write config.toml (mode 0600) and the key of the pseudonyms. Overwrites nothing."""
    from bot.errors import BotError, InputError
    from bot.storage import make_key

    if config.exists():
        raise InputError(f"{config}: is already there; edit it, or name another file with --config")
    try:
        settings = _kept(config)
        if not settings.key_file.exists():
            make_key(settings.key_file)
    except OSError as fault:
        raise BotError(f"{fault.filename or config}: it cannot be written: {fault.strerror}") from None
    say(f"wrote {config} and {settings.key_file}; keep a copy of the key elsewhere, losing it loses the graph")
    say(f"next: quittex check --config {config}")
    show({"config": str(config), "key_file": str(settings.key_file)}, as_json, list)


def _kept(config: Path) -> Settings:
    """The answers as a file that is right, or no file; a person is asked again, with their answers as defaults."""
    from bot.config import load
    from bot.errors import ConfigError

    answers: dict[str, Any] = {"name": "QuitteX", "operator": None, "language": "fr", "bluesky": "", "mastodon": ""}
    config.parent.mkdir(parents=True, exist_ok=True)
    while True:
        _ask(answers)
        config.touch(mode=0o600, exist_ok=False)
        try:
            config.write_text(_written(answers), encoding="utf-8")
            return load(config)
        except BaseException as fault:
            config.unlink()
            if not isinstance(fault, ConfigError) or not sys.stdin.isatty():
                raise
            say(f"{fault}\nagain, please")


def _ask(answers: dict[str, Any]) -> None:
    """Fill in the answers; those there are the defaults."""
    from bot.config.settings import Language

    questions: dict[str, dict[str, Any]] = {
        "name": {"text": "Campaign name"},
        "operator": {"text": "A human people can write to (such as @admin@mastodon.example)"},
        "language": {"text": "Language", "type": click.Choice(get_args(Language))},
        "bluesky": {"text": "Bluesky handle of the bot (empty: none)", "show_default": bool(answers["bluesky"])},
        "mastodon": {"text": "Mastodon server of the bot (empty: none)", "show_default": bool(answers["mastodon"])},
    }
    for name, question in questions.items():
        answers[name] = click.prompt(default=answers[name], err=True, **question)
    while not answers["bluesky"] and not answers["mastodon"]:
        say("one of the two is needed")
        for name in ("bluesky", "mastodon"):
            answers[name] = click.prompt(default="", err=True, **questions[name])


def _written(answers: dict[str, Any]) -> str:
    """The file, from what is needed; every other key has its default."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("QuitteX bot. Every key is explained in config.example.toml."))
    first = answers["language"]
    languages = [first, *(other for other in ("fr", "en") if other != first)]
    document["campaign"] = {"name": answers["name"], "operator": answers["operator"], "languages": languages}
    networks: dict[str, Any] = {}
    if answers["bluesky"]:
        handle = answers["bluesky"].strip().removeprefix("@")
        networks["bluesky"] = {"kind": "bluesky", "handle": handle, "password": "env:QUITTEX_BLUESKY_PASSWORD"}
    if answers["mastodon"]:
        server = answers["mastodon"].strip().rstrip("/")
        url = server if "://" in server else f"https://{server}"
        networks["mastodon"] = {"kind": "mastodon", "url": url, "token": "env:QUITTEX_MASTODON_TOKEN"}
    document["networks"] = networks
    return tomlkit.dumps(document)
