"""quittex graph rekey | rebuild | check"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, show

if TYPE_CHECKING:
    from bot.config.settings import Settings


@click.group()
def graph() -> None:
    """Who follows whom, as pseudonyms: change the key, make the index anew, check it. All beside a running bot."""


@graph.command()
@config_option
@json_option
@command
def rekey(config: Path, as_json: bool) -> None:
    """Put a new key on top of the others in the key file, and move everything that is kept to it.

    Killed, it goes on when called again. Make a backup of the key afterwards.
    """
    from bot.storage import upkeep

    settings = _opened(config)
    with progress() as told:
        keys = upkeep.rekey(settings.database, settings.key_file, told)
    document = {"keys": keys}
    show(document, as_json, lambda: [f"done: {keys} keys in use; make a new backup of the key file"])


@graph.command()
@config_option
@json_option
@command
def rebuild(config: Path, as_json: bool) -> None:
    """Make the index anew from the lists people brought, and put right what is wrong among the pairs."""
    from dataclasses import asdict

    from bot.storage import upkeep

    settings = _opened(config)
    with progress() as told:
        pairs = upkeep.rebuild(settings.database, settings.key_file, told)
    document = {"pairs": asdict(pairs)}
    show(document, as_json, lambda: [f"done: of the pairs {_counts(document['pairs'], ' were right')}"])


@graph.command()
@config_option
@json_option
@command
def check(config: Path, as_json: bool) -> None:
    """Compare the index and the pairs with the lists people brought. Exit 1 if they differ; nothing is changed."""
    from dataclasses import asdict

    from bot.config import load
    from bot.storage import upkeep

    settings = load(config)
    with progress() as told:
        found = upkeep.check(settings.database, settings.key_file, told)
    document = {"same": found.same, **asdict(found)}
    show(document, as_json, lambda: _lines(document))
    if not found.same:
        raise SystemExit(1)


def _opened(config: Path) -> Settings:
    """The settings, after seeing to it that the database is there, of this release, and has this key."""
    from bot.cli.database import write_with
    from bot.config import load

    settings = load(config)
    write_with(settings, lambda _: None)
    return settings


@contextmanager
def progress() -> Iterator[Callable[[str, float], object]]:
    """A bar for each thing that is being done."""
    from bot.cli.progress import Bar, Progress

    with Progress() as shown, ExitStack() as stack:
        bars: dict[str, Bar] = {}

        def told(what: str, part: float) -> None:
            if what not in bars:
                bars[what] = stack.enter_context(shown.bar(what, 1000))
            bars[what].reach(int(part * 1000))

        yield told


def _lines(document: dict[str, Any]) -> Iterator[str]:
    for what in ("edges", "pairs"):
        yield f"{what}: {_counts(document[what], ' right')}"
    if not document["same"]:
        yield "`quittex graph rebuild` makes them again from the lists"


def _counts(found: dict[str, int], right: str) -> str:
    words = {"right": right, "missing": " missing", "extra": " too many", "half": " half"}
    return ", ".join(f"{number}{words[name]}" for name, number in found.items())
