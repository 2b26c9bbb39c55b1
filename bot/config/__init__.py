"""Settings from one TOML file. Every key has its one-line help; errors name the key, never the secret.

Nothing heavy is imported here, so that commands which only read the database start at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config.settings import Settings


def load(path: Path) -> Settings:
    """The whole validated configuration. ConfigError lists every problem at once, one line each."""
    from bot.config.loading import load_settings

    return load_settings(path)


def locate_database(path: Path) -> Path:
    """The database file of a configuration, without validating the rest: what reading commands need.

    ConfigError when the file is missing, is not TOML, or names another kind of storage.
    """
    from bot.config.source import database_path, read_toml

    return database_path(path, read_toml(path).values)
