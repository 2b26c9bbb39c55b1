"""Where secrets lie, and what is said when they are not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.config import load
from bot.config.loading import absent_secrets, secrets_of
from tests.config.test_loading import MINIMAL, written


def test_secrets_come_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("s3cret\n")
    monkeypatch.setenv("QUITTEX_TEST_ABSENT", "from-env")
    assert secrets_of(load(written(tmp_path, MINIMAL)))["networks.sky.password"].read() == "from-env"
    settings = load(written(tmp_path, MINIMAL.replace("env:QUITTEX_TEST_ABSENT", "file:secret")))
    assert secrets_of(settings)["networks.sky.password"].read() == "s3cret"


def test_an_absent_secret_is_named_by_line_key_and_place(tmp_path: Path) -> None:
    settings = load(written(tmp_path, MINIMAL))
    assert absent_secrets(settings) == [
        "config.toml:8 networks.sky.password: env:QUITTEX_TEST_ABSENT is not set or empty"
    ]


def test_what_cannot_be_a_secret_is_named_and_never_shown_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "lines").write_text("s3cret\nmore\n")
    (tmp_path / "long").write_text("s" * 100_000)
    for name, expected in (("pipe", "not a regular file"), ("lines", "not one line"), ("long", "longer than")):
        text = MINIMAL.replace("env:QUITTEX_TEST_ABSENT", f"file:{name}")
        (line,) = absent_secrets(load(written(tmp_path, text)))
        assert expected in line
        assert "s3cret" not in line
