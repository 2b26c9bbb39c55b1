"""Posts on X, read through its public oEmbed endpoint: only that host, little, quickly, and strictly.

What comes back is not trusted: size and time are bounded, redirects and compression refused, and the post's own words
are taken out of the HTML by a parser, not by a pattern. Sources: X's documentation of `publish.x.com/oembed` (JSON,
no login): https://docs.x.com/x-for-websites/oembed-api
"""

from __future__ import annotations

import asyncio
import json
from html.parser import HTMLParser
from typing import Any, Final

import httpx

from bot.domain.proving import XPost
from bot.errors import NotSent, Refused

LARGEST_ANSWER: Final = 256 * 1024
"""Bytes; X's own are about 1 kB."""

LARGEST_HTML: Final = 50_000
MOST_TAGS: Final = 500
"""Python's parser looks for the end of each open tag anew; so few cost nothing."""

LONGEST_WAIT: Final = 10.0
AUTHORS: Final = ("https://x.com/", "https://twitter.com/")
_GONE: Final = frozenset({404, 410})
_LATER: Final = frozenset({401, 403, 408, 425, 429})
"""A refusal is what a blocked address of ours gets too: it says nothing about the post."""

_RETRY_AFTER: Final = 3600.0
_UNREADABLE: Final = "what X says of the post makes no sense"
_VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "base", "col", "embed"})


class OEmbed:
    """`ports.XPosts`, by the endpoint at `base`; `timeout` (s) is for a whole answer, 10 s at most."""

    def __init__(self, base: str, timeout: float) -> None:
        self._base = base
        self._timeout = min(timeout, LONGEST_WAIT)
        self._web: httpx.AsyncClient | None = None

    async def read(self, x_handle: str, number: str) -> XPost | None:
        """See the port."""
        asked = {"url": f"https://x.com/{x_handle}/status/{number}", "omit_script": "1", "hide_thread": "1"}
        try:
            async with asyncio.timeout(self._timeout):
                status, wait, body = await self._fetch(asked)
        except TimeoutError as error:
            raise NotSent("X takes too long to answer") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise NotSent("X cannot be reached") from error
        if status in _GONE:
            return None
        if status >= 500 or status in _LATER:
            raise NotSent("X does not answer for now", wait)
        if status != 200:
            raise Refused(_UNREADABLE)
        return post_in(body)

    async def close(self) -> None:
        """See the port."""
        if self._web is not None:
            await self._web.aclose()

    async def _fetch(self, asked: dict[str, str]) -> tuple[int, float, bytes]:
        """Status, how long to wait (s), and the body of a good answer."""
        if self._web is None:  # made at first use: it reads the system's certificates
            self._web = httpx.AsyncClient(timeout=self._timeout, follow_redirects=False)
        body = bytearray()
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        async with self._web.stream("GET", self._base, params=asked, headers=headers) as answer:
            if answer.status_code == 200:
                if answer.headers.get("content-encoding", "identity").lower() != "identity":
                    raise Refused(_UNREADABLE)  # a few bytes may unpack into any number
                async for chunk in answer.aiter_raw():
                    body += chunk
                    if len(body) > LARGEST_ANSWER:
                        raise Refused(_UNREADABLE)
            return answer.status_code, _seconds(answer.headers.get("retry-after", "")), bytes(body)


def post_in(body: bytes) -> XPost:
    """The post an answer shows. Refused if it is not exactly what X writes.

    >>> html = '<blockquote><p>Hello</p>&mdash; Ann (@ann)</blockquote>'
    >>> post_in(json.dumps({"author_url": "https://x.com/Ann", "html": html}).encode())
    XPost(author='ann', text='Hello')
    """
    try:
        told = json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(_UNREADABLE) from error
    if not isinstance(told, dict):
        raise Refused(_UNREADABLE)
    return XPost(_author(told.get("author_url")), _words(told.get("html")))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that is there twice means one thing to one reader and another to the next."""
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError("a name is there twice")
    return told


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _author(url: object) -> str:
    """The handle, folded. No other host, nothing before or after it."""
    if isinstance(url, str):
        for start in AUTHORS:
            name = url.removeprefix(start)
            if name != url and name.isascii() and name.replace("_", "a").isalnum() and len(name) <= 15:
                return name.lower()
    raise Refused(_UNREADABLE)


def _words(html: object) -> str:
    if not isinstance(html, str) or len(html) > LARGEST_HTML or html.count("<") > MOST_TAGS or "<!" in html:
        raise Refused(_UNREADABLE)
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except (ValueError, AssertionError) as error:
        raise Refused(_UNREADABLE) from error
    return reader.words()


class _Reader(HTMLParser):
    """Gathers the text that stands directly in the one paragraph of the one quotation.

    What is in an element inside it (a link, a quoted post, a script) is no word of the post, and a gap stands for it.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._quotations = 0
        self._paragraphs = 0
        self._pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._open and tag == "blockquote":
            self._quotations += 1
        if self._open == ["blockquote"] and tag == "p":
            self._paragraphs += 1
        if self._open == ["blockquote", "p"]:
            self._pieces.append("\n" if tag == "br" else " ")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            raise ValueError("an element that closes itself is none of HTML's")
        if self._open == ["blockquote", "p"]:
            self._pieces.append("\n" if tag == "br" else " ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self._open or self._open.pop() != tag:
            raise ValueError("elements are not nested")

    def handle_data(self, data: str) -> None:
        if self._open == ["blockquote", "p"]:
            self._pieces.append(data)

    def words(self) -> str:
        """What was gathered. Refused where there is no telling which words are the post's."""
        if self._open or (self._quotations, self._paragraphs) != (1, 1):
            raise Refused(_UNREADABLE)
        return "".join(self._pieces).strip()


def _seconds(retry_after: str) -> float:
    return min(float(retry_after), _RETRY_AFTER) if retry_after.isascii() and retry_after.isdigit() else 0.0
