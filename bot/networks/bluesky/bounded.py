"""Answers larger than any true one are cut off while they are read, not after they have filled the memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

import httpx

LARGEST_ANSWER: Final = 8_000_000
"""Bytes; a page of 100 notifications is about 0.2 MB."""
LARGEST_PACKED: Final = LARGEST_ANSWER // 50
"""Of an answer packed although we asked for it unpacked: what it unpacks to cannot be counted in time."""

UNPACKED: Final = {"Accept-Encoding": "identity"}


async def bound(response: httpx.Response) -> None:
    """A response hook for httpx: reading more than LARGEST_ANSWER raises httpx.ReadError."""
    packed = response.headers.get("Content-Encoding", "identity") != "identity"
    assert isinstance(response.stream, httpx.AsyncByteStream)
    response.stream = _Bounded(response.stream, LARGEST_PACKED if packed else LARGEST_ANSWER, response.request)


class _Bounded(httpx.AsyncByteStream):
    def __init__(self, inner: httpx.AsyncByteStream, largest: int, request: httpx.Request) -> None:
        self._inner, self._left, self._request = inner, largest, request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:
            self._left -= len(chunk)
            if self._left < 0:
                raise httpx.ReadError("the answer is too large", request=self._request)
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()
