"""What a public profile says of its owner elsewhere, read strictly: a name stands whole, or it does not stand there.

Anyone may write any name into their own profile; so it counts only together with the other side, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import regex

from bot.domain.accounts import Account, Platform, parse_account
from bot.domain.text import clean
from bot.errors import InputError

LONGEST: Final = 20_000
"""Characters that are read."""

_TOKENS: Final = regex.compile(r"[^\s,;|<>()\[\]{}\"«»“”]+")
_ENDS: Final = ".,:;!?'’…"
_ON_X: Final = regex.compile(r"(?i:twitter)|(?<![\w’'&/+-])X(?![\w’'&/+-])")
_HANDLE: Final = regex.compile(r"@([A-Za-z0-9_]{1,20})")


@dataclass(frozen=True, slots=True)
class Portrait:
    """A profile as its network shows it now. `words` are its text and fields; `verified` hosts of links that the server
    itself looked at and found to link back, front pages alone: another page may be its author's, not the domain's."""

    account: Account
    words: str
    verified: frozenset[str] = frozenset()


def names_x(words: str, x_handle: str) -> bool:
    """Whether a profile names this X handle: by its address, or as @handle in a line that speaks of X.

    >>> names_x("Sur X : @alice", "alice"), names_x("x.com/alice2", "alice"), names_x("@alice@piaille.fr on X", "alice")
    (True, False, False)
    """
    return bool(x_handle) and any(handle == x_handle for handle in _x_handles(clean(words[:LONGEST])))


def names_account(words: str, account: Account) -> bool:
    """Whether somebody's words elsewhere name this Account: by its whole handle, its id, or the address of its profile.

    >>> names_account("Now at @alice.bsky.social!", Account(Platform.BLUESKY, "did:plc:a", "alice.bsky.social"))
    True
    """
    return any(_same(named, account) for named in _accounts(clean(words[:LONGEST])))


def hosts_in(words: str) -> list[str]:
    """The hosts of the addresses that words give, in their order."""
    found = (host_of(token) for token in _tokens(words[:LONGEST]) if token.startswith("https://"))
    return list(dict.fromkeys(host for host in found if host))


def host_of(url: str) -> str:
    """The host of an address, "" without one."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def front_page_of(url: str) -> str:
    """The host of an address, "" where it is not that of the host's front page.

    >>> front_page_of("https://lemonde.fr/"), front_page_of("https://lemonde.fr/blog/eve"), front_page_of("https://a.fr/?b")
    ('lemonde.fr', '', '')
    """
    try:
        parts = urlsplit(url)
        is_front = parts.path in ("", "/") and not parts.query and not parts.fragment and parts.port in (None, 80, 443)
        return (parts.hostname or "") if is_front else ""
    except ValueError:
        return ""


def _x_handles(words: str) -> Iterator[str]:
    for line in words.splitlines():
        on_x = _ON_X.search(line) is not None
        for token in _tokens(line):
            if on_x and (found := _HANDLE.fullmatch(token)):
                yield found[1].lower()
            elif (account := _account(token)) and account.platform is Platform.X:
                yield account.handle


def _accounts(words: str) -> Iterator[Account]:
    return (account for token in _tokens(words) if (account := _account(token)))


def _account(token: str) -> Account | None:
    """What a token names without doubt: a lone word is no handle of any network."""
    if "." not in token.removeprefix("@") and not token.startswith("did:"):
        return None
    try:
        return parse_account(token)
    except InputError:
        return None


def _tokens(words: str) -> Iterator[str]:
    for token in _TOKENS.findall(words):
        bare = token.strip(_ENDS)
        if bare:
            yield bare


def _same(named: Account, account: Account) -> bool:
    if named.platform is not account.platform:
        return False
    pairs = ((named.id, account.id), (named.handle, account.handle), (named.url, account.url))
    return any(theirs and theirs == ours for theirs, ours in pairs)
