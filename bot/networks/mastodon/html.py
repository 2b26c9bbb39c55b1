"""Statuses, bios and fields come as HTML; people and the grammar read plain text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from bot.domain.text import clean

LARGEST = 100_000
"""Characters of HTML that are read; the largest status of a server we know has 5,000, and a page of it 20,000."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PARAGRAPHS = frozenset({"p", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr"})
_LINES = frozenset({"br", "div", "li", "tr", "dt", "dd"})
_UNSEEN = frozenset({"script", "style", "template", "title", "head", "iframe", "object", "svg", "math", "textarea"})
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source", "area", "base", "col", "embed"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named in a status, as the server lists it: `handle` is user@host, folded."""

    handle: str
    urls: frozenset[str]
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """A status as text.

    `leading` are the handles that stand at the very start, where clients put whoever is answered;
    `ours_written` says that our name stands further on, where only a hand can have put it.
    """

    text: str
    leading: tuple[str, ...] = ()
    ours_written: bool = False


def read(html: str, mentions: Iterable[Mention] = ()) -> Plain:
    """The text of a status: our own mention taken out, everybody else as user@host, URLs whole, tags as #tag.

    >>> read('<p>Bonjour <a href="https://x.com/alice"><span class="invisible">https://</span>x.com/alice</a></p>').text
    'Bonjour https://x.com/alice'
    """
    return _read(html, tuple(mentions))


def to_text(html: str) -> str:
    """The plain text of a bio or a profile field."""
    return _read(html, ()).text


def _read(html: str, mentions: tuple[Mention, ...]) -> Plain:
    reader = _Reader(mentions)
    reader.feed(_closed(html[:LARGEST]))
    reader.close()
    return reader.plain()


def _closed(html: str) -> str:
    """The same without comments, and with a plain `<` where nothing closes it.

    The parser of Python 3.11 fails on unknown sections, and looks for the end of each open tag or comment anew: 100 kB
    of them took it 46 s.
    """
    commented, end, rest = html.rpartition("-->")
    whole = (_COMMENT.sub("", commented + end) + rest).replace("<!", "&lt;!")
    tags, end, rest = whole.rpartition(">")
    return tags + end + rest.replace("<", "&lt;")


class _Reader(HTMLParser):
    """Gathers words and mentions in their order. Counts depths instead of recursing: nesting costs nothing."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        super().__init__(convert_charrefs=True)
        self._by_url = {url: mention for mention in mentions for url in mention.urls}
        self._by_name = _names(mentions)
        self._pieces: list[str | Mention] = []
        self._unseen = 0  # depth inside an element nobody sees
        self._link: list[str] | None = None  # the words of the link we are in
        self._href = ""
        self._classes: frozenset[str] = frozenset()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _PARAGRAPHS or tag in _LINES:
            self._break("\n\n" if tag in _PARAGRAPHS else "\n")
        elif tag == "a" and self._link is None:
            told = {name: value or "" for name, value in attrs}
            self._link, self._href = [], told.get("href", "").strip()
            self._classes = frozenset(told.get("class", "").split())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID or tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _PARAGRAPHS:
            self._break("\n\n")
        elif tag == "div":
            self._break("\n")
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            (self._pieces if self._link is None else self._link).append(data)

    def plain(self) -> Plain:
        """What was gathered."""
        self._end_link()
        pieces = [part for piece in self._pieces for part in self._split(piece)]
        leading, place = _leading(pieces)
        ours = any(isinstance(piece, Mention) and piece.ours for piece in pieces[place:])
        words = "".join(piece if isinstance(piece, str) else ("" if piece.ours else piece.handle) for piece in pieces)
        return Plain(_tidy(words), leading, ours)

    def _break(self, lines: str) -> None:
        if not self._unseen:
            (self._pieces if self._link is None else self._link).append(lines)

    def _end_link(self) -> None:
        if self._link is None:
            return
        words, href, classes = "".join(self._link), self._href, self._classes
        self._link = None
        mention = self._by_url.get(href.rstrip("/")) if _names_somebody(words, classes) else None
        if mention is not None:
            self._pieces.append(mention)
        elif _is_link(href) and not classes & {"hashtag", "mention"} and not words.lstrip().startswith(("#", "@")):
            self._pieces.append(_whole(words, href))
        else:
            self._pieces.append(words)

    def _split(self, piece: str | Mention) -> list[str | Mention]:
        """Mentions that a server left as plain text."""
        if not isinstance(piece, str) or "@" not in piece or not self._by_name:
            return [piece]
        found: list[str | Mention] = []
        rest = piece
        while (at := rest.find("@")) >= 0:
            name = _name_at(rest, at + 1)
            mention = self._by_name.get(name.rstrip(".-").lower())
            stands_alone = at == 0 or not (rest[at - 1].isalnum() or rest[at - 1] in "_/@")
            if mention is None or not stands_alone:
                found.append(rest[: at + 1])
                rest = rest[at + 1 :]
                continue
            found += [rest[:at], mention]
            rest = rest[at + 1 + len(name.rstrip(".-")) :]
        return [*found, rest]


def _names(mentions: tuple[Mention, ...]) -> dict[str, Mention]:
    """Mentions by user@host, and by the user alone where nobody else has that name."""
    short: dict[str, list[Mention]] = {}
    for mention in mentions:
        short.setdefault(mention.handle.partition("@")[0], []).append(mention)
    alone = {name: those[0] for name, those in short.items() if len(those) == 1}
    return alone | {mention.handle: mention for mention in mentions}


def _name_at(text: str, start: int) -> str:
    """The user or user@host that begins at `start`."""
    end = start
    while end < len(text) and (text[end].isascii() and (text[end].isalnum() or text[end] in "_.-:@")):
        end += 1
    return text[start:end].rstrip(":@")


def _names_somebody(words: str, classes: frozenset[str]) -> bool:
    return "mention" in classes or "u-url" in classes or words.lstrip().startswith("@")


def _is_link(href: str) -> bool:
    try:
        return urlsplit(href).scheme in ("http", "https")
    except ValueError:
        return False


def _whole(words: str, href: str) -> str:
    """The URL, with the words where they say something else than its beginning (Mastodon hides parts of long URLs)."""
    bare = "".join(words.split()).rstrip("…").lower()
    short = href.lower().partition("://")[2]
    if not bare or href.lower().startswith(bare) or short.startswith((bare, "www." + bare)):
        return href
    return f"{words} {href}"


def _leading(pieces: list[str | Mention]) -> tuple[tuple[str, ...], int]:
    """The handles at the very start and the place of the first piece after them."""
    handles: list[str] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, Mention):
            handles.append(piece.handle)
        elif piece.strip():
            return tuple(handles), place
    return tuple(handles), len(pieces)


def _tidy(words: str) -> str:
    """Clean, without trailing or doubled blanks, with at most one empty line in a row."""
    lines = [" ".join(line.split()) for line in clean(words).split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()
