"""What crosses the border between Python and SQLite: moments as microseconds, JSON, text without lone surrogates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """A moment with its zone as whole microseconds since 1970, UTC.

    >>> micros(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (moment - _EPOCH) // _MICROSECOND


def moment(value: int) -> datetime:
    """The other way round, in UTC."""
    return _EPOCH + timedelta(microseconds=value)


def moment_or_none(value: int | None) -> datetime | None:
    """`moment`, for a column that may be empty."""
    return None if value is None else moment(value)


def clean(text: str) -> str:
    r"""`text` as UTF-8 can hold it: a lone surrogate, legal in JSON, would stop every insert for ever.

    >>> clean("a\ud800b")
    'a?b'
    """
    return text if text.isascii() else text.encode(errors="replace").decode()


def to_json(value: Mapping[str, Any]) -> str:
    """Compact JSON in the given order; the order is part of a frozen record."""
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def from_json(text: str) -> dict[str, Any]:
    """The object behind a column of JSON."""
    value: dict[str, Any] = json.loads(text)
    return value
