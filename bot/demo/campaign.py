"""The campaign of the demo as its admin would make it: a configuration, registry files, and seven weeks of past."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.demo.cast import HOST, SKY
from bot.demo.stage import BOT, Stage

NAME = "QuitteX"
OPERATOR = f"@admin@{HOST}"
PASSWORD, TOKEN = "QUITTEX_DEMO_PASSWORD", "QUITTEX_DEMO_TOKEN"  # names in the environment
WEEKS = 7
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_CONFIG = """\
# The configuration of `quittex demo`, written by itself. A real one looks no different: see config.example.toml.
[campaign]
name = "{name}"
tags = ["{name}"]
languages = ["en", "fr"]
operator = "{operator}"

[networks.bluesky]
kind = "bluesky"
service = "{service}"
handle = "{bot}.{sky}"
password = "env:{password}"
jetstream = ["{jetstream}"]

[networks.mastodon]
kind = "mastodon"
url = "{url}"
token = "env:{token}"
settle_seconds = 2

[[announcements]]
id = "weekly"
cron = "0 9 * * {day}"
kind = "counters"
"""


def write_config(stage: Stage, folder: Path) -> Path:
    """`config.toml` in `folder`. The weekly counters are due in three days, so that only the story orders them."""
    text = _CONFIG.format(
        name=NAME, operator=OPERATOR, bot=BOT, sky=SKY, service=stage.bluesky.url,
        jetstream=stage.bluesky.jetstream.url, url=stage.mastodon.url, password=PASSWORD, token=TOKEN,
        day=_DAYS[(datetime.now(UTC) + timedelta(days=3)).weekday()],
    )  # fmt: skip
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def secrets(stage: Stage) -> dict[str, str]:
    """What the configuration only names; as invented as everybody."""
    return {PASSWORD: stage.bot_there.password, TOKEN: stage.bot_here.token}


def write_registry(stage: Stage, folder: Path) -> list[tuple[date, Path]]:
    """One file for each week of registrations, oldest first, with its day; the X archives come with the last."""
    registry, ids = stage.registry, stage.ids()
    written = []
    for weeks in range(WEEKS, 0, -1):
        lines = registry.lines(weeks, stage.instance, ids)
        if weeks == 1:
            lines += registry.archives()
        day = datetime.now(UTC).date() - timedelta(weeks=weeks - 1)
        written.append((day, _write(folder / f"registry-{WEEKS - weeks + 1}.jsonl", lines)))
    return written


def _write(path: Path, lines: Iterable[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path
