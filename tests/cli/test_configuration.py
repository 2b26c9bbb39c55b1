"""Schedules and secrets are checked with everything else, and named where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.configuration import load_whole
from bot.errors import ConfigError
from tests.config.test_loading import MINIMAL, written

DEAD = '[[announcements]]\nid = "w"\ncron = "0 9 31 2 *"\n'
NEVER = "config.toml:11 announcements.w.cron: 0 9 31 2 * never fires: there is no such day"
ABSENT = "config.toml:8 networks.sky.password: env:QUITTEX_TEST_ABSENT is not set or empty"


def problems(folder: Path, text: str, *, secrets: bool) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_whole(written(folder, text), secrets=secrets)
    return list(caught.value.problems)


def test_every_problem_comes_at_once(tmp_path: Path) -> None:
    assert problems(tmp_path, MINIMAL + DEAD, secrets=True) == [ABSENT, NEVER]
    assert problems(tmp_path, MINIMAL + DEAD, secrets=False) == [NEVER]
    text = MINIMAL.replace("name =", "nmae =") + DEAD
    found = problems(tmp_path, text, secrets=False)
    assert len(found) == 3
    assert found[-1] == NEVER


def test_a_file_that_is_no_toml_is_named_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "[campaign", secrets=True)) == 1


def test_what_is_right_comes_with_its_warnings(tmp_path: Path) -> None:
    settings, warnings = load_whole(
        written(tmp_path, MINIMAL.replace("env:QUITTEX_TEST_ABSENT", "plain")), secrets=True
    )
    assert list(settings.networks) == ["sky"]
    assert warnings == ["config.toml:8 networks.sky.password: a plain secret; env:NAME or file:PATH is safer"]
