"""Ids as the servers make them: Mastodon's numbers from time, GoToSocial's ULIDs."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Protocol

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Ids(Protocol):
    """Makes ids. `jitter` (seconds) hands out ids up to so much too old, as servers do that number before commit."""

    jitter: float

    def new(self, at: datetime) -> str: ...

    def random(self) -> str: ...


class Snowflakes:
    """Milliseconds since 1970 and 16 bits that count, as decimal text."""

    def __init__(self, seed: int = 0) -> None:
        self.jitter = 0.0
        self._dice = random.Random(seed)
        self._count = 0

    def new(self, at: datetime) -> str:
        self._count = (self._count + 1) % 65_536
        return str((_millis(at, self._dice, self.jitter) << 16) + self._count)

    def random(self) -> str:
        """An account's id: from the moment of its making."""
        return self.new(datetime.now(UTC))


class Ulids:
    """Milliseconds and chance, 26 characters; two of one millisecond are in no order."""

    def __init__(self, seed: int = 0) -> None:
        self.jitter = 0.0
        self._dice = random.Random(seed)

    def new(self, at: datetime) -> str:
        return _crockford((_millis(at, self._dice, self.jitter) << 80) | self._dice.getrandbits(80))

    def random(self) -> str:
        """An account's id: not in the order of time."""
        return _crockford(self._dice.getrandbits(127))


def order(text: str) -> tuple[int, str]:
    """Sorts ids of one server and one list."""
    return len(text), text


def _millis(at: datetime, dice: random.Random, jitter: float) -> int:
    back = timedelta(seconds=dice.random() * jitter) if jitter else timedelta()
    return (at - back - _EPOCH) // timedelta(milliseconds=1)


def _crockford(number: int) -> str:
    return "".join(CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))
