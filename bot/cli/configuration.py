"""The configuration as `check` and `run` need it: schedules and secrets too, and every problem at once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.config import load
from bot.config.loading import absent_secrets, warnings_of
from bot.config.settings import Settings
from bot.config.source import read_toml
from bot.errors import ConfigError, InputError
from bot.loops.schedule import next_firings, validate


def load_whole(config: Path, *, secrets: bool) -> tuple[Settings, list[str]]:
    """Settings, and what is worth a warning. ConfigError with every problem, absent secrets among them if wanted."""
    try:
        settings = load(config)
    except ConfigError as fault:
        raise ConfigError([*fault.problems, *_dead_schedules(config)]) from None
    problems = absent_secrets(settings) if secrets else []
    try:
        warnings = validate(settings, where=settings.where)
    except ConfigError as fault:
        raise ConfigError([*problems, *fault.problems]) from None
    if problems:
        raise ConfigError(problems)
    return settings, [*warnings_of(settings), *warnings]


def _dead_schedules(config: Path) -> list[str]:
    """The same for a file that has other problems: as much as can be said of it."""
    try:
        source = read_toml(config)
    except ConfigError:
        return []
    announcements, problems = source.values.get("announcements"), []
    for number, announcement in enumerate(announcements if isinstance(announcements, list) else []):
        cron = announcement.get("cron") if isinstance(announcement, dict) else None
        if isinstance(cron, str) and cron:
            try:
                next_firings(cron, "UTC", datetime.now(UTC), 1)
            except InputError as fault:
                key = f"announcements.{announcement.get('id', number)}.cron"
                problems.append(f"{source.where(key)}: {fault}")
    return problems
