"""X numbers, strictly: a decimal string or a JSON integer from 1 to 2^63-1, and nothing that would wrap or round."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NoReturn

import numpy as np

from bot.domain.accounts import MAX_X_ID, WRITE_X_ID
from bot.errors import InputError

_DECIMAL = re.compile(r"[1-9][0-9]{0,18}")
_SLICE = 1 << 13


@dataclass(frozen=True, slots=True)
class XList:
    """The X numbers of one list, unique, sorted as numbers.

    `sha256` is that of the numbers in decimal, joined by line feeds.
    """

    ids: array[int]
    sha256: str

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.ids)


def x_list(ids: array[int]) -> XList:
    """The list of these numbers (`array("Q")`), which is made of them in place: they are held once, however many."""
    distinct = _sort(ids)
    del ids[distinct:]
    return XList(ids, digest(ids))


def _sort(ids: array[int]) -> int:
    """Sort them, each once, to the front; how many that are."""
    if not ids:
        return 0
    numbers = np.frombuffer(ids, np.uint64)
    numbers.sort()
    first = np.empty(len(numbers), np.bool_)
    first[0] = True
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    distinct = int(np.count_nonzero(first))
    if distinct < len(numbers):
        numbers[:distinct] = numbers[first]
    return distinct


def digest(ids: Sequence[int]) -> str:
    """sha256 of numbers in decimal, joined by line feeds, as hexadecimal digits."""
    found = sha256()
    for at in range(0, len(ids), _SLICE):
        text = "\n".join(map(str, ids[at : at + _SLICE]))
        found.update(f"\n{text}".encode() if at else text.encode())
    return found.hexdigest()


def x_id(value: object) -> int:
    """The X number that a JSON value is, InputError if it is none."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        value = int(value)
    if type(value) is int and 1 <= value <= MAX_X_ID:
        return value
    raise InputError(WRITE_X_ID)


def from_json(text: bytes) -> Any:
    """A JSON value of bounded size; InputError if it is none."""
    try:
        return _decode(text.decode().strip(" \t\r\n"))
    except RecursionError:
        raise InputError("nested too deeply") from None
    except ValueError:  # JSON, UTF-8, or a number of thousands of digits
        raise InputError("not valid JSON") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


_decode = json.JSONDecoder(parse_constant=_no_constant).decode
