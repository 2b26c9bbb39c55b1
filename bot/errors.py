"""Every fault the bot has a word for. The docstring of a class is its message when none is given."""

from __future__ import annotations

from collections.abc import Sequence


class BotError(Exception):
    """Something went wrong."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or (type(self).__doc__ or "").strip())


class InputError(BotError):
    """The command or a file given to it cannot be used as it is."""


class ConfigError(InputError):
    """The configuration cannot be used.

    `problems` holds one line each: the file, the key and what to do; never the value of a secret.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class AlreadyRunning(BotError):
    """Another bot is running on this database."""

    def __init__(self, message: str = "", pid: int | None = None) -> None:
        self.pid = pid
        super().__init__(message)


class StorageError(BotError):
    """The database cannot be used."""


class WrongKey(InputError):
    """The pseudonym key does not belong to this database."""


class Refused(BotError):
    """The network refused it for good: it was not posted and never will be."""


class NotSent(BotError):
    """It was certainly not posted; it may be tried again after `wait` seconds."""

    def __init__(self, message: str = "", wait: float = 0.0) -> None:
        self.wait = wait
        super().__init__(message)


class Unknown(BotError):
    """It may or may not have been posted: look before sending again."""


class Stopped(BotError):
    """The network refuses our credentials or our account: nothing works there until the admin acts."""
