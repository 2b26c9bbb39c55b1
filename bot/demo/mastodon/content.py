"""A status's words: who is mentioned, which tags, how long, and the HTML a server makes of them. Pure."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import regex

MENTION = r"(?<![=/\w`])@(?P<user>[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?:@(?P<host>[\w.-]*\w(?::\d+)?))?"
TAG = r"(?<![/\w)])[#＃](?P<tag>[\w·]*[^\W\d_][\w·]*)"
LINK = r"(?P<link>https?://[^\s<>\"]*[^\s<>\".,;:!?)])"
MARKS = re.compile(f"{LINK}|{MENTION}|{TAG}", re.IGNORECASE)
SHOWN_LINK = 30  # characters of a link that Mastodon shows


@dataclass(frozen=True)
class Target:
    """Whom a mention found: the address of the profile and the name."""

    url: str
    username: str


Find = Callable[[str, str], Target | None]
"""(user, host or empty) -> who that is here; None leaves the words as they are."""


def mentions_of(text: str) -> list[tuple[str, str]]:
    """(user, host or empty) of each mention, in order."""
    return [(match["user"], match["host"] or "") for match in MARKS.finditer(text) if match["user"]]


def tags_of(text: str) -> list[str]:
    """Tag names as the server keys them: NFKC, lower case, each once."""
    names = (tag_name(match["tag"]) for match in MARKS.finditer(text) if match["tag"])
    return list(dict.fromkeys(names))


def tag_name(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def length(text: str, url_length: int) -> int:
    """Characters as Mastodon counts them: each link `url_length`, of a remote mention only the user."""

    def counted(match: re.Match[str]) -> str:
        if match["link"]:
            return "x" * url_length
        return f"@{match['user']}" if match["user"] else match[0]

    return len(regex.findall(r"\X", MARKS.sub(counted, text)))


def to_html(text: str, find: Find, tags_at: str) -> str:
    """The HTML of a status: paragraphs, and links as Mastodon writes them. `tags_at` is the address before a tag."""

    def one(match: re.Match[str]) -> str:
        if match["link"]:
            return _link(match["link"])
        if match["tag"]:
            where = html.escape(tags_at + tag_name(match["tag"]))
            return f'<a href="{where}" class="mention hashtag" rel="tag">#<span>{html.escape(match["tag"])}</span></a>'
        target = find(match["user"], match["host"] or "")
        return _mention(target) if target else html.escape(match[0])

    pieces, end = [], 0
    for match in MARKS.finditer(text):
        pieces += [html.escape(text[end : match.start()]), one(match)]
        end = match.end()
    return paragraphs("".join(pieces) + html.escape(text[end:]))


def paragraphs(escaped: str) -> str:
    """Blank lines part paragraphs, line ends become breaks."""
    if not escaped.strip():
        return ""
    parts = re.split(r"\n{2,}", escaped.replace("\r\n", "\n").strip())
    return "".join(f"<p>{part.replace(chr(10), '<br />')}</p>" for part in parts)


def _mention(target: Target) -> str:
    where, name = html.escape(target.url), html.escape(target.username)
    link = f'<a href="{where}" class="u-url mention">@<span>{name}</span></a>'
    return f'<span class="h-card" translate="no">{link}</span>'


def _link(url: str) -> str:
    scheme, _, rest = url.partition("://")
    shown, hidden = html.escape(rest[:SHOWN_LINK]), html.escape(rest[SHOWN_LINK:])
    style = "ellipsis" if hidden else ""
    return (
        f'<a href="{html.escape(url)}" target="_blank" rel="nofollow noopener" translate="no">'
        f'<span class="invisible">{scheme}://</span><span class="{style}">{shown}</span>'
        f'<span class="invisible">{hidden}</span></a>'
    )
