"""Record keys, derived: the same trigger and kind give the same key, so the same answer lands on the same place. Pure.

A post's key must be a TID, 53 bits of microseconds and 10 of a clock id (https://atproto.com/specs/tid); the PDS takes
those of any year. The microseconds are the trigger's own, so that our posts sort where they belong.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

_ALPHABET: Final = "234567abcdefghijklmnopqrstuvwxyz"
_TID: Final = re.compile(rf"[234567abcdefghij][{_ALPHABET}]{{12}}")
_SLOT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SPREAD: Final = 1_000_000
_WITHOUT_TIME: Final = 1_704_067_200_000_000  # 2024-01-01, when the network opened
_YEAR: Final = 2**45  # microseconds, a little over a year


def record_key(trigger: str, key: str) -> str:
    """The TID of the Post with this derived key (32 hex digits; see `derive_key`) for this trigger.

    At the trigger's time when it tells one (an AT URI with a TID, an Announcement's slot), plus up to a second taken
    from the key; else at a moment of 2024 taken from the key.
    """
    number = int(key, 16)
    moment = _moment(trigger)
    micros = _WITHOUT_TIME + number % _YEAR if moment is None else moment + number % _SPREAD
    return tid(micros, number >> 64)


def tid(micros: int, clock_id: int) -> str:
    """Unix microseconds and the lower 10 bits of a clock id as a TID."""
    number = (micros & (2**53 - 1)) << 10 | (clock_id & 1023)
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(60, -1, -5))


def micros_of(tid: str) -> int | None:
    """The microseconds of a TID; None for any other key."""
    if not _TID.fullmatch(tid):
        return None
    number = 0
    for character in tid:
        number = number << 5 | _ALPHABET.index(character)
    return number >> 10


def _moment(trigger: str) -> int | None:
    if trigger.startswith("at://"):
        return micros_of(trigger.rpartition("/")[2])
    slot = _SLOT.search(trigger) if trigger.startswith("announcement:") else None
    if slot is None:
        return None
    try:
        named = datetime.fromisoformat(slot.group()).replace(tzinfo=UTC)
    except ValueError:
        return None
    return int((named - _EPOCH).total_seconds()) * _SPREAD
