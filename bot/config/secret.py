"""Secrets: `env:NAME` or `file:PATH`; a plain value only in a file nobody else can read."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ConfigError

MOST_BYTES = 16_384  # tokens have less than a thousand
OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """Where a secret lies; its value is read when it is needed and never printed."""

    reference: str
    key: str = ""
    folder: Path = Path()

    def __repr__(self) -> str:
        return f"Secret({self.described})"

    @property
    def described(self) -> str:
        """The reference where it is one; never a plain value."""
        return self.reference if self.is_reference else "a plain value"

    @property
    def is_reference(self) -> bool:
        """Whether the configuration only says where the secret lies."""
        return self.reference.startswith(("env:", "file:"))

    def read(self) -> str:
        """The secret, one trailing newline trimmed. ConfigError if it is absent, empty, unreadable or not one line."""
        kind, _, name = self.reference.partition(":")
        if not self.is_reference:
            value = self.reference
        elif kind == "env":
            value = os.environ.get(name, "")
        else:
            value = self._from_file(self.folder / name)
        value = value.removesuffix("\n").removesuffix("\r")
        if not value:
            raise ConfigError([f"{self.key}: {self.described} is not set or empty"])
        if not value.isprintable():
            raise ConfigError([f"{self.key}: {self.described} is not one line of visible characters"])
        return value

    def _from_file(self, path: Path) -> str:
        try:
            if path.exists() and not path.is_file():  # a pipe would be waited for
                raise ConfigError([f"{self.key}: cannot read {self.reference}: it is not a regular file"])
            if path.stat().st_size > MOST_BYTES:
                raise ConfigError([f"{self.key}: {self.reference} is longer than {MOST_BYTES} bytes"])
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            reason = fault.strerror if isinstance(fault, OSError) else "is not UTF-8 text"
            raise ConfigError([f"{self.key}: cannot read {self.reference}: {reason}"]) from None


def readable_by_others(path: Path) -> bool:
    """Whether anybody but the owner may read or write this file."""
    return bool(path.stat().st_mode & OTHERS)
