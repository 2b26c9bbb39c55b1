"""Bridges: whose copy an account is, and of which post. Pure.

Bridgy Fed copies people of Bluesky into the fediverse and back (https://fed.brid.gy/docs#translate; ids.py and
atproto.py of https://github.com/snarfed/bridgy-fed). Only what a network itself vouches for is believed: the host of
an actor, a handle under the bridge's own domain. A label or a link that anybody may write proves nothing.

>>> home_of(Account(Platform.MASTODON, "https://bsky.brid.gy/ap/did:plc:ann", "ann.example@bsky.brid.gy")).id
'did:plc:ann'
>>> home_of(Account(Platform.BLUESKY, "did:plc:c", "ann.m.example.ap.brid.gy"), "https://m.example/@ann/1").handle
'ann@m.example'
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from bot.domain.accounts import Account, Platform, normalise_handle, parse_account
from bot.errors import InputError

_ACTOR: Final = re.compile(r"https://bsky\.brid\.gy/ap/(did:[a-z]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-])")
_POST: Final = re.compile(r"https://bsky\.brid\.gy/convert/ap/at://?(did:[^/]+)/(app\.bsky\.feed\.post/[^/?#]+)")
_WEB_ACTOR: Final = re.compile(r"https://(?:web|fed)\.brid\.gy/[a-z0-9.-]+\.[a-z0-9-]+")
_WEB_POST: Final = re.compile(r"https://(?:web|fed)\.brid\.gy/r/(https?://.+)")

BRIDGE: Final = "brid.gy"
BLUESKY_COPIES: Final = "bsky.brid.gy"
"""The host of people of Bluesky in the fediverse: `@handle@bsky.brid.gy`."""
FEDIVERSE_COPIES: Final = ".ap.brid.gy"
"""What ends the handle of people of the fediverse on Bluesky: `user.host.tld.ap.brid.gy`."""
WEB_COPIES: Final = ".web.brid.gy"
"""The same of web sites, which are known in the fediverse as `domain@web.brid.gy`."""


def home_of(account: Account, original: str = "") -> Account | None:
    """The Account on its own network behind a bridge's copy; None for any other, and for one that cannot be told.

    `original` is the address of the post or profile that was copied, as the bridge gives it along (Bluesky only). A web
    site has no network of its own: it goes by its name in the fediverse, wherever it is seen.
    """
    if account.platform is Platform.MASTODON:
        return _home_on_bluesky(account)
    if account.platform is Platform.BLUESKY and account.handle.endswith(FEDIVERSE_COPIES):
        found = _home_in_fediverse(account.handle.removesuffix(FEDIVERSE_COPIES), original)
        return found and replace(found, display_name=account.display_name)
    if account.platform is Platform.BLUESKY and account.handle.endswith(WEB_COPIES):
        domain = account.handle.removesuffix(WEB_COPIES)
        page = f"https://web.brid.gy/{domain}"
        return Account(Platform.MASTODON, page, f"{domain}@web.brid.gy", page, display_name=account.display_name)
    return None


def at_home(account: Account) -> Account:
    """The Account a bridge's copy stands for; any other as it is."""
    bridged = BRIDGE in account.id or account.handle.endswith(BRIDGE)
    return (home_of(account) or account) if bridged else account


def is_web_site(account: Account) -> bool:
    """Whether this is how a web site is known in the fediverse."""
    return account.platform is Platform.MASTODON and _WEB_ACTOR.fullmatch(account.id) is not None


def original_of(uri: str, author: Account) -> str:
    """The address of the post that a status of the fediverse is a copy of; "" for any other, and for another's."""
    if found := _POST.fullmatch(uri):
        return f"at://{found[1]}/{found[2]}" if found[1] == author.id else ""
    if is_web_site(author) and (found := _WEB_POST.fullmatch(uri)):
        return found[1]
    return ""


def copies_of(did: str) -> tuple[str, str]:
    """What the addresses of somebody of Bluesky begin with in the fediverse: their actor's, and their posts'."""
    return f"https://{BLUESKY_COPIES}/ap/{did}", f"https://{BLUESKY_COPIES}/convert/ap/at://{did}/"


def name_of_copy(account: Account) -> str:
    """The handle on Bluesky of the copy of somebody of the fediverse, if they have one; "" for anybody else.

    >>> name_of_copy(Account(Platform.MASTODON, "", "a_nn@m.example"))
    'a-nn.m.example.ap.brid.gy'
    """
    user, _, host = account.handle.partition("@")
    return f"{_as_label(user)}.{host}{FEDIVERSE_COPIES}" if account.platform is Platform.MASTODON and host else ""


def same_host(uri: str, url: str) -> bool:
    """Whether a post's page is where the post is: only then is it a second name of it."""
    try:
        here, there = urlsplit(uri), urlsplit(url)
    except ValueError:
        return False
    return bool(here.netloc) and there.scheme in ("https", "http") and here.netloc == there.netloc


def _home_on_bluesky(account: Account) -> Account | None:
    user, _, host = account.handle.partition("@")
    actor = _ACTOR.fullmatch(account.id)
    if not actor and (account.id or host != BLUESKY_COPIES):
        return None
    try:
        handle = normalise_handle(Platform.BLUESKY, user)
    except InputError:
        handle = ""
    if not actor:
        return Account(Platform.BLUESKY, "", handle) if handle else None
    page = f"https://bsky.app/profile/{actor[1]}"
    return Account(Platform.BLUESKY, actor[1], handle, page, display_name=account.display_name)


def _home_in_fediverse(name: str, original: str) -> Account | None:
    """`name` is `user.host.tld`, with `-` for every sign a Bluesky handle may not have; the original's address decides.

    Its page stands in for the actor's address, which a bridge does not tell.
    """
    page, host = _page_of(original)
    if page is not None:
        user = page.handle.partition("@")[0]
        place = name.removeprefix(f"{_as_label(user)}.")
        return Account(Platform.MASTODON, page.url, f"{user}@{place}", page.url) if place != name else None
    user = name.removesuffix(f".{host}") if host else name
    if user == name or "." in user or "-" in user:
        return None
    url = f"https://{host}/@{user}"
    return Account(Platform.MASTODON, url, f"{user}@{host}", url)


def _page_of(original: str) -> tuple[Account | None, str]:
    """Whose page an address names, where it names anybody; and its host."""
    try:
        parts = urlsplit(original)
    except ValueError:
        return None, ""
    if parts.scheme not in ("https", "http"):
        return None, ""
    try:
        page = parse_account(original)
    except InputError:
        return None, parts.netloc.lower()
    return (page if page.url and page.platform is Platform.MASTODON else None), parts.netloc.lower()


def _as_label(user: str) -> str:
    return re.sub(r"[_~]", "-", user)
