"""A configuration in a temporary folder, and the command as a person types it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.config import load
from bot.storage import open_store

CONFIG = """
[campaign]
name = "QuitteX"
operator = "operator@example.org"
[networks.sky]
kind = "bluesky"
handle = "quittex.test"
password = "env:QUITTEX_TEST_ABSENT"
"""

Quittex = Callable[..., Result]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return path


@pytest.fixture
def quittex(config: Path) -> Quittex:
    """`quittex WORDS --config ...`; a traceback is a failure of the test, not an exit code."""

    def run(*words: str, input: str | None = None) -> Result:
        result = CliRunner().invoke(main, [*words, "--config", str(config)], input=input)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def write(config: Path) -> Callable[[Callable[[Any], Any]], Any]:
    """Run some work on the configuration's database, made if needed."""

    def once(work: Callable[[Any], Any]) -> Any:
        async def writing() -> Any:
            settings = load(config)
            store = await open_store(settings.database, settings.key_file, role="command")
            try:
                return await store.write(work)
            finally:
                await store.close()

        return asyncio.run(writing())

    return once
