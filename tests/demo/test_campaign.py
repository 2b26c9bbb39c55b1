"""What the demo writes for the bot is what the bot reads."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.archives.json_lines import read_json_lines
from bot.config import load
from bot.demo import campaign
from bot.demo.cast import Registry
from bot.demo.stage import Stage
from bot.domain.registry import BadRow, ListsRow, PersonRow
from bot.loops.schedule import firings


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with Stage(Registry()) as stage:
        yield stage


async def test_the_configuration_is_right(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    settings = load(campaign.write_config(stage, tmp_path))
    for name, value in campaign.secrets(stage).items():
        monkeypatch.setenv(name, value)
    assert settings.networks["bluesky"].password.read() == stage.bot_there.password
    assert settings.networks["mastodon"].token.read() == stage.bot_here.token
    assert settings.database.is_relative_to(tmp_path)


async def test_no_schedule_fires_while_the_story_plays(stage: Stage, tmp_path: Path):
    settings = load(campaign.write_config(stage, tmp_path))
    now = datetime.now(UTC)
    first = next(firings(settings.announcements[0].cron, settings.campaign.timezone, now))
    assert (first - now).total_seconds() > 24 * 3600


async def test_registry_files_hold_everybody_once_and_in_order(stage: Stage, tmp_path: Path):
    written = campaign.write_registry(stage, tmp_path)
    assert [day for day, _ in written] == sorted(day for day, _ in written)
    assert written[-1][0] == datetime.now(UTC).date()
    rows = []
    for _, path in written:
        with path.open("rb") as stream:
            rows += list(read_json_lines(stream, path.name))
    assert not [row for row in rows if isinstance(row, BadRow)]
    people = [row.x_id for row in rows if isinstance(row, PersonRow)]
    assert len(people) == len(set(people)) == stage.registry.counters()[0]
    edges = sum(len(row.follows or ()) for row in rows if isinstance(row, ListsRow))
    assert edges == sum(len(stage.registry.follows.get(key, ())) for key in stage.registry.registered)
    assert json.loads(written[0][1].read_text().splitlines()[0])["proof_level"] == 4
