"""Bounds on what a file may make us hold at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

TABLE_LINE_BYTES = 64 * 1024
"""A row of a table: ours need 300 bytes; the rest is other people's columns."""

JSON_LINE_BYTES = 32 * 1024 * 1024
"""A line of JSON: the lists of a person with about one and a half million followers."""


def bounded_lines(stream: BinaryIO, limit: int, start: int = 1) -> Iterator[tuple[int, bytes | None]]:
    """(number, line without its end) from where `stream` stands; None for a line over `limit` bytes.

    However long a line is, no more than `limit` bytes of it are held.
    """
    number = start
    while line := stream.readline(limit + 2):
        if len(line) > limit and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")
        number += 1
