"""A few questions give a configuration that is right and private."""

from __future__ import annotations

import json
import os
import pty
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.config import load

ANSWERS = "QuitteX\n@admin@mastodon.example\nen\n@quittex.example.org\npiaille.fr\n"


def test_it_writes_a_valid_private_file_and_the_key(tmp_path: Path) -> None:
    config = tmp_path / "new" / "config.toml"
    result = CliRunner().invoke(main, ["init", "--config", str(config)], input=ANSWERS)
    assert result.exit_code == 0, result.output
    settings = load(config)
    assert settings.campaign.languages == ["en", "fr"]
    assert set(settings.networks) == {"bluesky", "mastodon"}
    for file in (config, settings.key_file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_json_is_one_document_on_stdout(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    result = CliRunner().invoke(main, ["init", "--json", "--config", str(config)], input=ANSWERS)
    assert json.loads(result.stdout) == {"config": str(config), "key_file": str(tmp_path / "data/pseudonym.key")}


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("mine")
    result = CliRunner().invoke(main, ["init", "--config", str(config)], input=ANSWERS)
    assert result.exit_code == 2
    assert config.read_text() == "mine"


def test_it_asks_again_until_there_is_a_network(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    words = "QuitteX\noperator@example.org\nfr\n\n\nquittex.example.org\n\n"
    result = CliRunner().invoke(main, ["init", "--config", str(config)], input=words)
    assert result.exit_code == 0, result.output
    assert list(load(config).networks) == ["bluesky"]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("@x@y.example\noperator\nfr\nquittex.example.org\n\n", "campaign.name"),
        ("QuitteX\noperator\nfr\nquittex\n\n", "networks.bluesky.handle"),
        ("QuitteX\noperator\nfr\n\nftp://piaille.fr\n", "networks.mastodon.url"),
        ("QuitteX\n", "Aborted"),
    ],
)
def test_a_wrong_answer_leaves_no_file(tmp_path: Path, words: str, key: str) -> None:
    config = tmp_path / "config.toml"
    result = CliRunner().invoke(main, ["init", "--config", str(config)], input=words)
    assert result.exit_code != 0
    assert isinstance(result.exception, SystemExit)
    assert key in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(main, ["init", "--config", str(tmp_path / "file" / "config.toml")], input=ANSWERS)
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_at_a_terminal_a_wrong_answer_is_asked_again(tmp_path: Path) -> None:
    main_end, other_end = pty.openpty()
    words = [sys.executable, "-m", "bot", "init", "--config", str(tmp_path / "config.toml")]
    program = subprocess.Popen(words, stdin=other_end, stderr=subprocess.DEVNULL)
    os.write(main_end, b"QuitteX\noperator\nfr\nquittex\n\n\n\n\nquittex.example.org\n\n")
    assert program.wait(timeout=60) == 0
    assert load(tmp_path / "config.toml").networks["bluesky"].handle == "quittex.example.org"
    os.close(main_end)
    os.close(other_end)
