"""Proof by a one-time code in a post on X: what it looks like, where it must stand, what a look at the post says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

CODE_LIFE: Final = timedelta(hours=72)
CHECKS_AN_HOUR: Final = 3
"""Posts that are looked at for one Account."""

PATIENCE: Final = timedelta(hours=24)
"""How long a post is looked for while X does not answer."""

LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Of codes: none that is mistaken for another."""

CODE_LETTERS: Final = 7
PREFIX: Final = "QX-"

_HOSTS: Final = frozenset(
    f"{prefix}{host}" for prefix in ("", "www.", "mobile.") for host in ("x.com", "twitter.com")
)
_LONGEST_NUMBER: Final = 19
_NAME_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=15), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class XPost:
    """A post as X shows it to everybody: the handle of its author, folded, and its own words."""

    author: str
    text: str


class Outcome(StrEnum):
    """What a look at a post on X says; the message is `prove-` and the value."""

    PROVEN = "proven"
    NO_CODE = "no-code"
    OTHER_AUTHOR = "other-author"
    GONE = "gone"  # X shows no such post to everybody: deleted, protected, never there
    UNREADABLE = "unreadable"  # what came back makes no sense
    UNREACHABLE = "unreachable"  # for a whole day
    EXPIRED = "expired"  # there is no code to look for any more


@dataclass(frozen=True, slots=True)
class Code:
    """What somebody is to post from their X account; `given` is false for one they were not told yet."""

    text: str
    x_handle: str
    expires_at: datetime
    given: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A post on X to be looked at for an Account (its row), and what is needed to answer whoever named it."""

    id: int
    account: int
    network: str
    trigger: str
    post: str
    asked_at: datetime
    tries: int = 0


def address_of(text: str) -> tuple[str, str] | None:
    """(handle, number) of the post on X that an address names; the handle is "" where it names none.

    >>> address_of("https://X.com/Alice/status/1234567890?s=20"), address_of("twitter.com/i/web/status/12")
    (('alice', '1234567890'), ('', '12'))
    >>> address_of("https://x.com@evil.example/alice/status/12"), address_of("https://x.com/alice")
    (None, None)
    """
    scheme, mark, rest = text.strip().partition("://")
    if mark and scheme.lower() not in ("http", "https"):
        return None
    bare = (rest if mark else scheme).partition("?")[0].partition("#")[0]
    host, *path = bare.split("/")
    if host.lower() not in _HOSTS:
        return None
    match path[:4]:
        case ["i", "web", "status", number]:
            return ("", number) if _is_number(number) else None
        case [name, "status" | "statuses", number, *_] if _is_name(name.lower()) and _is_number(number):
            return ("" if name.lower() == "i" else name.lower(), number)
    return None


def judge(post: XPost | None, x_handle: str, code: str) -> Outcome:
    """Whether this post proves that its reader's X handle is theirs."""
    if post is None:
        return Outcome.GONE
    if post.author != x_handle.lower():
        return Outcome.OTHER_AUTHOR
    return Outcome.PROVEN if holds(post.text, code) else Outcome.NO_CODE


def holds(text: str, code: str) -> bool:
    """Whether the code stands in a text as a word of its own, in capitals or not.

    >>> holds("here: qx-abcdefg.", "QX-ABCDEFG"), holds("QX-ABCDEFGH", "QX-ABCDEFG"), holds("#QX-ABCDEFG", "QX-ABCDEFG")
    (True, False, True)
    """
    words, sought = text.upper(), code.upper()
    at = words.find(sought) if sought else -1
    while at >= 0:
        before, after = words[at - 1 : at], words[at + len(sought) : at + len(sought) + 1]
        if not any(letter.isalnum() or letter in ("-", "_") for letter in (before, after)):
            return True
        at = words.find(sought, at + 1)
    return False


def look_again_after(tries: int, wait: float) -> timedelta:
    """How long a post rests after so many looks in vain: doubling from 15 s to an hour, never less than told (s)."""
    backoff = min(_FIRST_WAIT * (1 << min(max(tries - 1, 0), 10)), _LONGEST_WAIT)
    return max(backoff, timedelta(seconds=min(max(wait, 0.0), _LONGEST_WAIT.total_seconds())))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER


def _is_name(text: str) -> bool:
    return 0 < len(text) <= 15 and _NAME_LETTERS.issuperset(text)
