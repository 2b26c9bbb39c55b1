"""rel="me": the addresses by which a page says who its owner is elsewhere."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from typing import Final

AT_ONCE: Final = 8_192
"""Characters fed in one go: between two of them we look at the time."""

SECONDS: Final = 2.0
MOST: Final = 200
_STRANGERS: Final = {"nofollow", "ugc", "sponsored"}


def rel_me(html: str) -> frozenset[str]:
    """Every address of a link marked `me`, as far as the page can be read within two seconds.

    One that the page itself distrusts (`nofollow`, `ugc`: a comment) is none.
    """
    reader, ends = _Reader(), time.monotonic() + SECONDS
    for start in range(0, len(html), AT_ONCE):
        # Never closed: Python's parser would look for the end of each tag left open anew.
        try:
            reader.feed(html[start : start + AT_ONCE].replace("<![", "&lt;!["))
        except AssertionError:  # its word for what no browser would read
            break
        if time.monotonic() > ends or len(reader.found) >= MOST:
            break
    return frozenset(reader.found)


class _Reader(HTMLParser):
    """Gathers addresses of `a` and `link`; what is in a script, a comment or a template is none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: set[str] = set()
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "template":
            self._hidden += 1
        if tag not in ("a", "link") or self._hidden:
            return
        told = {name: value or "" for name, value in reversed(attrs)}
        marks = set(told.get("rel", "").lower().split())
        if "me" in marks and not marks & _STRANGERS:
            self.found.add(told.get("href", "").strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._hidden = max(0, self._hidden - 1)
