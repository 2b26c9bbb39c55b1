"""Text as a tree: plain words, links and tags; each network renders it in its own form.

Two renderings exist, and `measure` counts the one a network uses:

- `plain`: a link shows its words, its address travels beside them (Bluesky's facets);
- `spelled`: a link shows its address (Mastodon, where text is all there is).

A tag shows as `#name` in both, and whom the text is for as `@name`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

import regex


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a URL. The words never look like another host."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A hashtag, without '#'."""

    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The one whom the text is for, called by name: a handle without '@', and the stable id behind it."""

    handle: str
    id: str


Part = str | Link | Tag | Mention
Text = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one post may hold on a network.

    `graphemes` and `utf8_bytes` bound the whole text; `url_length` is what a URL counts for (Mastodon: 23), or
    None where links are facets and only their words count.
    """

    graphemes: int
    utf8_bytes: int | None = None
    url_length: int | None = None
    images: int = 4
    alt_graphemes: int = 1500


ELLIPSIS: Final = "…"
_GRAPHEME: Final = regex.compile(r"\X")
_LINE_ENDS: Final = regex.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What no reader sees and no post needs. Joiners (U+200C, U+200D) stay: emoji and several scripts are made of them.
_UNSEEN: Final = regex.compile(r"[[\p{Cc}\p{Cf}\p{Cs}\p{Co}]--[\n\u200c\u200d]]", regex.V1)
_UNSEEN_IN_TAG: Final = regex.compile(r"[\p{Cc}\p{Cf}\p{Cs}\p{Co}]")
_HOST: Final = regex.compile(r"[\w-]+\.\p{L}{2,}")


def clean(text: str) -> str:
    """The text without lone surrogates, control, bidi, invisible and private-use characters; line ends become LF.

    A lone surrogate is legal JSON and breaks every later encoding; bidi controls turn names around.

    >>> clean("a\\ud800\\u202eb\\r\\nc\\x00")
    'ab\\nc'
    """
    if text.isprintable():  # as most words are; the patterns cost fifty times as much
        return text
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def fold_tag(name: str) -> str:
    """A hashtag in the form in which tags are compared: without '#', NFKC, without invisible characters, casefolded.

    >>> fold_tag("#Quitte\\u200dX") == fold_tag("ＱｕｉｔｔｅＸ") == "quittex"
    True
    """
    visible = unicodedata.normalize("NFKC", name)
    if not visible.isprintable():
        visible = _UNSEEN_IN_TAG.sub("", visible)
    return unicodedata.normalize("NFKC", visible.casefold()).lstrip("#").strip()


def graphemes(text: str) -> list[str]:
    """What a reader counts as characters (Unicode extended grapheme clusters)."""
    return _GRAPHEME.findall(text)


def plain(text: Text) -> str:
    """The words as they show where links are facets."""
    return "".join(_part_plain(part) for part in text)


def spelled(text: Text) -> str:
    """The words as they show where a link is its address."""
    return "".join(part.url if isinstance(part, Link) else _part_plain(part) for part in text)


def _part_plain(part: Part) -> str:
    if isinstance(part, Link):
        return part.words
    if isinstance(part, Mention):
        return f"@{part.handle}"
    return f"#{part.name}" if isinstance(part, Tag) else part


def measure(text: Text, limits: Limits) -> tuple[int, int]:
    """(graphemes, UTF-8 bytes) of the rendering that a network with these limits uses."""
    if limits.url_length is None:
        words = plain(text)
        return len(graphemes(words)), len(words.encode())
    counted = tuple("x" * limits.url_length if isinstance(part, Link) else part for part in text)
    return len(graphemes(plain(counted))), len(spelled(text).encode())


def fits(text: Text, limits: Limits) -> bool:
    """Whether the text is one post."""
    length, size = measure(text, limits)
    return length <= limits.graphemes and (limits.utf8_bytes is None or size <= limits.utf8_bytes)


def less(limits: Limits, words: str) -> Limits:
    """What is left of the limits beside `words` (the address of a recipient, say)."""
    size = None if limits.utf8_bytes is None else max(limits.utf8_bytes - len(words.encode()), 0)
    return replace(limits, graphemes=max(limits.graphemes - len(graphemes(words)), 0), utf8_bytes=size)


def merged(parts: Iterable[Part]) -> Text:
    """The same text without empty parts and with neighbouring words joined."""
    out: list[Part] = []
    for part in parts:
        if part == "":
            continue
        if isinstance(part, str) and out and isinstance(out[-1], str):
            out[-1] += part
        else:
            out.append(part)
    return tuple(out)


def cut(text: Text, limits: Limits) -> Text:
    """The longest beginning of the text that is one post, ended by an ellipsis if anything was lost.

    Links, tags and mentions are kept whole or dropped. ValueError if not even the ellipsis fits.
    """
    if fits(text, limits):
        return text
    if not fits((ELLIPSIS,), limits):
        raise ValueError("no post is that short")
    atoms = [atom for part in text for atom in (graphemes(part) if isinstance(part, str) else [part])]
    low, high = 0, len(atoms)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(merged([*atoms[:middle], ELLIPSIS]), limits):
            low = middle
        else:
            high = middle - 1
    return merged([*atoms[:low], ELLIPSIS])


def looks_like_host(words: str) -> bool:
    """Whether a network may take these words for an address (a link with such words to another host is a lure)."""
    return _HOST.search(words) is not None


def address(url: str) -> Link:
    """A link whose words are the URL's own host: the only words like a host that never mislead."""
    host = urlsplit(url).hostname or ""
    return Link(host.removeprefix("www."), url)


_CALLS: Final = regex.compile(r"(?<!\w)(?:@+|[＠﹫]+(?=\w))")


def contact_words(operator: str) -> str:
    """Whom people can write to, in a form that no network takes for a mention: `admin@host`, without a leading '@'.

    >>> contact_words("@admin@mastodon.example"), contact_words("https://mastodon.example/@admin")
    ('admin@mastodon.example', 'admin@mastodon.example')
    >>> contact_words("@ann.example or @bob@m.example")
    'ann.example or bob@m.example'
    """
    words = clean(operator).strip()
    if "://" in words:
        parts = urlsplit(words)
        name = parts.path.rstrip("/").rpartition("/@")[2]
        if "/@" in parts.path and name and "/" not in name:
            return name if "@" in name else f"{name}@{parts.hostname}"
        return words.replace("/@", "/")
    return _CALLS.sub("", words)
