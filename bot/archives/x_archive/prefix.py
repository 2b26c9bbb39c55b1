"""What stands before the JSON in X's files: `window.YTD.following.part0 = `, read leniently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from bot.errors import InputError

_SPACE = b" \t\r\n"
_HEAD_BYTES = 64 * 1024
_DATA = re.compile(
    rb"(?:window\s*\.\s*)?(?:YTD\s*\.\s*([a-z0-9_]+)(?:\s*\.\s*part\s*([0-9]{1,6}))?|(__THAR_CONFIG))\s*=\s*",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(rb"[A-Za-z_$][\w$.\[\]\"' \t]*=")


@dataclass(frozen=True, slots=True)
class Body:
    """The JSON of a file. `kind` and `part` are what its prefix says, None where it says nothing.

    `pieces` are its bytes from the first of the JSON on.
    """

    kind: str | None
    part: int | None
    pieces: Iterator[bytes]


def body_of(pieces: Iterator[bytes], name: str) -> Body:
    """The JSON in the bytes of a file; InputError if the file is empty or begins otherwise."""
    head = _head(pieces)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:4]:
        raise InputError(f"{name}: not UTF-8")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(_SPACE)
    if not head:
        raise InputError(f"{name}: empty")
    found = _DATA.match(head)
    if not found:
        if head[:1] not in b"[{":
            raise InputError(f"{name}: {_stranger(head)}")
        return Body(None, None, chain((head,), pieces))
    kind = "manifest" if found[3] else found[1].decode().lower()
    return Body(
        "tweet" if kind == "tweets" else kind,
        None if found[2] is None else int(found[2]),
        chain((head[found.end() :],), pieces),
    )


def _head(pieces: Iterator[bytes]) -> bytes:
    """Enough of a file to hold its prefix and the first sign of its JSON, however much space there is before."""
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD_BYTES:
            break
    return head


def _stranger(head: bytes) -> str:
    if _ASSIGNED.match(head):
        return "begins like a script, but not like a file of X's archives (window.YTD...)"
    return "neither a file of X's archives (window.YTD...) nor JSON"
