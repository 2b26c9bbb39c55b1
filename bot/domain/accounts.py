"""Accounts, on X and on the networks, by their stable ids; handles in every form people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from bot.errors import InputError

MAX_X_ID = 2**63 - 1
BLUESKY_DEFAULT_DOMAIN = ".bsky.social"

_X_HOSTS = frozenset(prefix + host for host in ("x.com", "twitter.com") for prefix in ("", "www.", "mobile.", "m."))
_X_NOT_PEOPLE = frozenset(
    {"compose", "explore", "hashtag", "home", "i", "intent", "jobs", "login", "logout", "messages", "notifications"}
    | {"privacy", "search", "settings", "share", "signup", "tos"}
)
_BLUESKY_HOSTS = frozenset({"bsky.app", "www.bsky.app", "staging.bsky.app", "main.bsky.dev"})

# X: 15 characters today, up to 20 in accounts of its first years.
_X_HANDLE = re.compile(r"[a-z0-9_]{1,20}")
_X_ID = re.compile(r"[1-9][0-9]{0,18}")
# https://atproto.com/specs/did and https://atproto.com/specs/handle
_DID = re.compile(r"did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_BLUESKY_HANDLE = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?")
# A host may be an address or a lone name: local networks and tests use them.
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?")
# https://docs.joinmastodon.org/spec/webfinger/ and what its kin allow: no dot or dash at the ends
_MASTODON_USER = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,62}[a-z0-9_])?")
_MASTODON_PATH = re.compile(r"/(?:web/|deck/)?(?:@|users/|u/|a/|accounts/)([^/@]+)(?:@([^/]+))?(?:/.*)?")
_NAMELESS_ACTOR = re.compile(r"/ap/users/[0-9]+")

WRITE_X = "write x:NUMBER or x:@handle"
WRITE_X_ID = "an X id is a whole number from 1 to 9223372036854775807, in digits only"
WRITE_X_HANDLE = "an X handle is up to 20 letters, digits and underscores, like @alice"
WRITE_BLUESKY = "a Bluesky handle is a host name like alice.bsky.social"
WRITE_DID = "a DID looks like did:plc:ewvi7nxzyoun6zhxrhs64oiz"
WRITE_MASTODON = "a Mastodon account is written user@host"
WRITE_HOST = "a server is a host like piaille.fr, or its address https://piaille.fr"
WRITE_ACCOUNT = (
    "an account is written x:NUMBER, x:@handle, a DID, a Bluesky handle, user@host, or the address of a profile"
)


class Platform(StrEnum):
    """Where an Account lives. Several configured networks may share a platform (two Mastodon accounts)."""

    X = "x"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"


@dataclass(frozen=True, slots=True)
class Account:
    """One identity on a network.

    `id` is stable: a DID, an actor URI (or the profile URL where the server gives no more), an X number in decimal;
    empty while only the handle is known.
    `handle` is normalised: `alice.bsky.social`, `alice@piaille.fr`, `alice` on X; it may change hands.
    `url` is the profile page, a second name for a Mastodon account; `local_id` its id on the server that told us,
    `local_host` that server.
    """

    platform: Platform
    id: str
    handle: str = ""
    url: str = ""
    local_id: str = ""
    local_host: str = ""
    display_name: str = ""


def parse_x_id(value: object) -> int:
    """An X number from a decimal string or an integer; InputError for anything else.

    Never a float: those above 2^53 have lost digits, so `1.2E+18` of a spreadsheet is somebody else.

    >>> parse_x_id(" 1234567890123456789 ")
    1234567890123456789
    """
    if type(value) is int and 1 <= value <= MAX_X_ID:
        return value
    if isinstance(value, str) and _X_ID.fullmatch(value.strip()):
        number = int(value)
        if number <= MAX_X_ID:
            return number
    raise InputError(WRITE_X_ID)


def parse_did(text: str) -> str:
    """A DID, or InputError."""
    did = text.strip()
    if len(did) > 2048 or not _DID.fullmatch(did):
        raise InputError(WRITE_DID)
    return did


@lru_cache(maxsize=1024)  # a registry names few servers many times
def normalise_host(text: str) -> str:
    """The host of a server given as a host or an origin: lower case, punycode, with a port only if it is unusual.

    >>> normalise_host("https://Piaille.FR/"), normalise_host("127.0.0.1:8080")
    ('piaille.fr', '127.0.0.1:8080')
    """
    plain = _plain(text)
    parts = _split(plain if "://" in plain else f"https://{plain}", WRITE_HOST)
    if parts.scheme not in ("http", "https") or parts.path not in ("", "/") or parts.query or "@" in parts.netloc:
        raise InputError(WRITE_HOST)
    return _host(parts)


def normalise_handle(platform: Platform, text: str, host: str = "") -> str:
    """The handle in the one form we keep, from any form people write; InputError says how to write it.

    `host` is the server (host or origin) of a Mastodon handle written without one.

    >>> normalise_handle(Platform.BLUESKY, "@Alice"), normalise_handle(Platform.X, "https://x.com/Alice?s=20")
    ('alice.bsky.social', 'alice')
    >>> normalise_handle(Platform.MASTODON, "https://piaille.fr/@alice")
    'alice@piaille.fr'
    """
    plain = _plain(text)
    if platform is Platform.MASTODON and host and "/" not in plain and "@" not in plain.removeprefix("@"):
        plain = f"{plain}@{normalise_host(host)}"
    handle = _HANDLES[platform](plain)
    if not handle:
        raise InputError(_WRITE[platform])
    return handle


def parse_account(text: str) -> Account:
    """The Account an admin names: `x:NUMBER`, `x:@handle`, a DID, a Bluesky handle, `user@host` or a profile URL.

    Only what the words say is filled in: `id` is empty where only a handle was given. InputError says what to write.
    """
    plain = _plain(text)
    if plain[:2] in ("x:", "X:"):
        return _x_account(plain[2:].strip())
    if plain.startswith("at://"):
        plain = plain[5:].partition("/")[0]
    if plain.startswith("did:"):
        return Account(Platform.BLUESKY, id=parse_did(plain))
    if "/" in plain:
        return _from_url(plain)
    if plain.isdecimal():
        raise InputError(f"a number alone names nobody: {WRITE_X}")
    if "@" in plain.removeprefix("@"):
        return Account(Platform.MASTODON, id="", handle=normalise_handle(Platform.MASTODON, plain))
    handle = _bluesky_handle(plain)
    if not handle:
        raise InputError(WRITE_ACCOUNT)
    return Account(Platform.BLUESKY, id="", handle=handle)


def _plain(text: str) -> str:
    """Without what the eye does not see, and full-width signs as plain ones."""
    if text.isascii() and text.isprintable():
        return text.strip()
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if unicodedata.category(c) not in ("Cf", "Cc", "Cs", "Co", "Cn")).strip()


def _x_account(name: str) -> Account:
    if name.isdecimal():
        return Account(Platform.X, id=str(parse_x_id(name)))
    if "/" in name:
        account = _from_url(name)
        if account.platform is Platform.X:
            return account
    handle = _x_handle(name)
    if not handle:
        raise InputError(WRITE_X)
    return Account(Platform.X, id="", handle=handle)


def _x_handle(plain: str) -> str:
    if "/" in plain:
        account = _from_url(plain)
        return account.handle if account.platform is Platform.X else ""
    name = plain.removeprefix("@").lower()
    return name if _X_HANDLE.fullmatch(name) else ""


def _bluesky_handle(plain: str) -> str:
    plain = plain.removeprefix("at://").rstrip("/")
    if "/" in plain:
        account = _from_url(plain)
        return account.handle if account.platform is Platform.BLUESKY else ""
    name = plain.removeprefix("@").removesuffix(".").lower()
    if "." not in name:
        name += BLUESKY_DEFAULT_DOMAIN
    name = _punycode(name)
    known = len(name) <= 253 and name != "handle.invalid" and _BLUESKY_HANDLE.fullmatch(name)
    return name if known else ""


def _mastodon_handle(plain: str) -> str:
    if "/" in plain:
        account = _from_url(plain)
        return account.handle if account.platform is Platform.MASTODON else ""
    user, _, server = plain.removeprefix("acct:").removeprefix("@").partition("@")
    user = user.lower()
    if not _MASTODON_USER.fullmatch(user):
        return ""
    try:
        host = normalise_host(server)
    except InputError:
        return ""
    return "" if host in _X_HOSTS else f"{user}@{host}"


_HANDLES: dict[Platform, Callable[[str], str]] = {
    Platform.X: _x_handle,
    Platform.BLUESKY: _bluesky_handle,
    Platform.MASTODON: _mastodon_handle,
}
_WRITE = {Platform.X: WRITE_X_HANDLE, Platform.BLUESKY: WRITE_BLUESKY, Platform.MASTODON: WRITE_MASTODON}


def _from_url(plain: str) -> Account:
    parts = _split(plain if "://" in plain else f"https://{plain}", WRITE_ACCOUNT)
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        raise InputError(WRITE_ACCOUNT)
    host = _host(parts)
    path = unquote(parts.path).rstrip("/")
    if host in _X_HOSTS:
        return _x_page(path, parts)
    bluesky = _bluesky_page(host, path)
    return bluesky or _mastodon_page(parts.scheme, host, path)


def _x_page(path: str, parts: SplitResult) -> Account:
    steps = path.split("/")[1:] if path else parts.fragment.removeprefix("!").split("/")[1:]
    query = parse_qs(parts.query)
    if steps[:2] == ["i", "user"] and len(steps) == 3:
        return Account(Platform.X, id=str(parse_x_id(steps[2])))
    if steps[:1] == ["intent"] and "user_id" in query:
        return Account(Platform.X, id=str(parse_x_id(query["user_id"][0])))
    name = query["screen_name"][0] if steps[:1] == ["intent"] and "screen_name" in query else "".join(steps[:1])
    handle = _x_handle(name)
    if not handle or handle in _X_NOT_PEOPLE:
        raise InputError(f"this page of X is nobody's profile: {WRITE_X}")
    return Account(Platform.X, id="", handle=handle)


def _bluesky_page(host: str, path: str) -> Account | None:
    """Any host may show Bluesky profiles; elsewhere than on its own, only a DID or a dotted name is one."""
    found = re.fullmatch(r"/profile/([^/]+)(?:/.*)?", path)
    if not found:
        if host in _BLUESKY_HOSTS:
            raise InputError("the address of a Bluesky profile is https://bsky.app/profile/ and the handle")
        return None
    name = found[1]
    if name.startswith("did:"):
        return Account(Platform.BLUESKY, id=parse_did(name))
    if host not in _BLUESKY_HOSTS and "." not in name:
        return None
    handle = _bluesky_handle(name)
    if not handle:
        raise InputError(WRITE_BLUESKY)
    return Account(Platform.BLUESKY, id="", handle=handle)


def _mastodon_page(scheme: str, host: str, path: str) -> Account:
    if _NAMELESS_ACTOR.fullmatch(path):
        return Account(Platform.MASTODON, id=f"{scheme}://{host}{path}")
    found = _MASTODON_PATH.fullmatch(path)
    handle = _mastodon_handle(f"{found[1]}@{found[2] or host}") if found else ""
    if not found or not handle:
        raise InputError(WRITE_ACCOUNT)
    if found[2]:  # another server's page about somebody: no second name of theirs
        return Account(Platform.MASTODON, id="", handle=handle)
    return Account(Platform.MASTODON, id="", handle=handle, url=f"{scheme}://{host}/@{found[1]}")


def _split(url: str, write: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise InputError(write) from None
    return parts


def _host(parts: SplitResult) -> str:
    name = _punycode((parts.hostname or "").removesuffix("."))
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    host = name if parts.port in (None, usual) else f"{name}:{parts.port}"
    if len(name) > 253 or not _HOST.fullmatch(host):
        raise InputError(WRITE_HOST)
    return host


def _punycode(name: str) -> str:
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
