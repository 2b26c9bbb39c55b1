"""JSON may hold half of a surrogate pair, and our decoders refuse the whole text for it: one post would hide a page."""

from __future__ import annotations

import json
import re
from typing import Final

import httpx

_SURROGATE: Final = re.compile(rb"\\u[dD][89a-fA-F]")


def mended(text: bytes) -> bytes:
    """The JSON with each lone surrogate replaced by U+FFFD; empty when it holds no surrogates, or is no JSON.

    >>> mended(b'{"text":"x \\\\ud83d"}') == '{"text": "x \\ufffd"}'.encode()
    True
    """
    if _SURROGATE.search(text) is None:
        return b""
    try:
        whole = json.dumps(json.loads(text), ensure_ascii=False)
    except (ValueError, RecursionError):
        return b""
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


async def mend(response: httpx.Response) -> None:
    """A response hook for httpx: reads the answer and mends it."""
    body = await response.aread()
    response._content = mended(body) or body
