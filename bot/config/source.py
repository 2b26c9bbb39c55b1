"""The TOML file as text: its values, and on which line each key stands (tomllib does not say)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.errors import ConfigError

DEFAULT_STORAGE = "sqlite:data/quittex.db"
SQLITE = "sqlite:"

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]#]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_\-\"'.]+)\s*=")


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed file: `values` as tomllib gives them, `lines` from a key's path ("limits.budget_share") to its line."""

    path: Path
    values: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)

    def where(self, key: str) -> str:
        """`config.toml:14 limits.budget_share`: the line of the key, else of the nearest table above it."""
        parts = key.split(".")
        for length in range(len(parts), 0, -1):
            line = self.lines.get(".".join(parts[:length]))
            if line is not None:
                return f"{self.path.name}:{line} {key}"
        return f"{self.path.name} {key}"


def read_toml(path: Path) -> Source:
    """Read and parse; ConfigError names the file, and the line where the syntax breaks."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError([f"{path}: no such file; write one with `quittex init`, or name it with --config"]) from None
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "is not UTF-8 text"
        raise ConfigError([f"{path}: cannot be read: {reason}"]) from None
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ConfigError([f"{path.name}: not valid TOML: {fault}"]) from None
    except RecursionError:
        raise ConfigError([f"{path.name}: not valid TOML: nested too deeply"]) from None
    return Source(path, values, _with_names(_key_lines(text), values))


def _key_lines(text: str) -> dict[str, int]:
    """Path of each key and table -> line number, from 1. Arrays of tables count from 0: `announcements.0.cron`."""
    lines: dict[str, int] = {}
    table, counts = "", dict[str, int]()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _unquote(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                lines.setdefault(table, number)
                table = f"{table}.{counts[table]}"
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(f"{table}.{_unquote(key[1])}".lstrip("."), number)
    return lines


def _with_names(lines: dict[str, int], values: dict[str, Any]) -> dict[str, int]:
    """The same, arrays of tables by their ids too: `announcements.weekly.cron`."""
    for table, entries in values.items():
        for number, entry in enumerate(entries if isinstance(entries, list) else []):
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str):
                old, new = f"{table}.{number}", f"{table}.{name}"
                keys = [key for key in lines if key == old or key.startswith(f"{old}.")]
                for key in keys:
                    lines.setdefault(new + key.removeprefix(old), lines[key])
    return lines


def _unquote(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))


def database_path(config: Path, values: dict[str, Any]) -> Path:
    """Where `storage.url` points; relative paths start at the configuration file's folder."""
    storage = values.get("storage", {})
    url = storage.get("url", DEFAULT_STORAGE) if isinstance(storage, dict) else None
    if not isinstance(url, str) or not url.startswith(SQLITE) or not Path(url.removeprefix(SQLITE)).name:
        raise ConfigError([f"{config.name} storage.url: write sqlite:PATH; other databases are not built yet"])
    return config.parent / url.removeprefix(SQLITE).removeprefix("//")
