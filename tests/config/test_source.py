"""The file as text: where each key stands, and what is wrong with the file itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import load, locate_database
from bot.config.source import read_toml
from bot.errors import ConfigError
from tests.config.test_loading import MINIMAL, problems, written


@pytest.mark.parametrize("text", ["[campaign", "name = 'x", "a = 1\na = 2"])
def test_broken_toml_is_one_line_with_its_place(tmp_path: Path, text: str) -> None:
    (only,) = problems(tmp_path, text)
    assert only.startswith("config.toml: not valid TOML") and "at " in only


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="quittex init"):
        load(tmp_path / "config.toml")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    assert load(written(tmp_path, "\ufeff" + MINIMAL)).campaign.name == "QuitteX"


def test_reading_commands_find_the_database_without_the_rest(tmp_path: Path) -> None:
    assert locate_database(written(tmp_path, "[storage]\nurl = 'sqlite:x.db'\n[nonsense]")) == tmp_path / "x.db"


def test_a_file_nested_without_end_is_one_line(tmp_path: Path) -> None:
    assert problems(tmp_path, "x = " + "[" * 100_000) == ["config.toml: not valid TOML: nested too deeply"]


def test_tables_of_an_array_are_found_by_number_and_by_id(tmp_path: Path) -> None:
    text = MINIMAL + '[[announcements]]\nid = "a"\n[[announcements]]\nid = "b"\ncron = "x"\n'
    source = read_toml(written(tmp_path, text))
    assert source.where("announcements.b.cron") == "config.toml:13 announcements.b.cron"
    assert source.where("announcements.1.cron") == "config.toml:13 announcements.1.cron"
