"""From the words of a cell or a JSON value to what we keep; a fault names its field and never its value."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.domain.accounts import MAX_X_ID, WRITE_X_ID, Account, Platform, normalise_handle, normalise_host, parse_did
from bot.errors import InputError

T = TypeVar("T")

# A server's own id of an account: a decimal number, or a ULID on GoToSocial and its like.
LOCAL_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_URL = re.compile(r"https?://[!-.0-~]+/[!-~]+")


def field(name: str, read: Callable[[str], T], text: str) -> T:
    """What `read` makes of `text`, its InputError preceded by the field's name."""
    try:
        return read(text)
    except InputError as fault:
        raise InputError(f"{name}: {fault}") from None


def x_handle(text: str) -> str:
    """An X handle, "" if absent."""
    return normalise_handle(Platform.X, text) if text else ""


def language(text: str) -> str:
    """A language tag like fr or pt-br, "" if absent."""
    tag = text.strip().lower().replace("_", "-")
    if tag and not _LANGUAGE.fullmatch(tag):
        raise InputError("a language is written like fr or pt-BR")
    return tag


def bluesky_account(did: str, handle: str, names: tuple[str, str]) -> Account | None:
    """A Bluesky account by DID, handle or both; None if both are absent. `names` are the fields of did and handle."""
    # Bluesky shows this name while it cannot confirm the real one; with a DID nothing is lost.
    if did and handle.strip().removeprefix("@").lower() == "handle.invalid":
        handle = ""
    if not did and not handle:
        return None
    return Account(
        Platform.BLUESKY,
        id=field(names[0], parse_did, did) if did else "",
        handle=field(names[1], lambda text: normalise_handle(Platform.BLUESKY, text), handle) if handle else "",
    )


def mastodon_account(ident: str, username: str, instance: str, names: tuple[str, str, str]) -> Account | None:
    """A Mastodon account by username and server, with its id there or its actor URI when given; None if all are absent.

    `names` are the fields of id, username and instance. Without an actor URI `id` stays empty until the account is
    seen: the number is worth something on its own server only.
    """
    if not (ident or username or instance):
        return None
    is_uri = ident.startswith(("https://", "http://"))
    if is_uri and not username:
        return Account(Platform.MASTODON, id=field(names[0], actor_uri, ident))
    if not username:
        raise InputError(f"{names[1]}: missing")
    host = field(names[2], normalise_host, instance) if instance else ""
    if not host and "/" not in username and "@" not in username.strip().removeprefix("@"):
        raise InputError(f"{names[2]}: missing")
    handle = field(names[1], lambda text: normalise_handle(Platform.MASTODON, text, host), username)
    if is_uri:
        return Account(Platform.MASTODON, id=field(names[0], actor_uri, ident), handle=handle)
    local_id = field(names[0], _local_id, ident) if ident else ""
    local_host = (host or handle.partition("@")[2]) if local_id else ""
    return Account(Platform.MASTODON, id="", handle=handle, local_id=local_id, local_host=local_host)


def actor_uri(text: str) -> str:
    """The address of an ActivityPub actor or of its profile page, as its server writes it."""
    if not _URL.fullmatch(text) or len(text) > 2048:
        raise InputError("an actor's address looks like https://piaille.fr/users/alice")
    return text


def _local_id(text: str) -> str:
    if not LOCAL_ID.fullmatch(text):
        raise InputError("not an account's id on its server")
    return text


def x_ids(values: Sequence[str | int], without: int) -> array[int]:
    """X numbers, each once, in their order, without that of their own person; InputError if any is none.

    Checked as a whole, not one by one: lists hold millions.
    """
    words = [value for value in values if isinstance(value, str)]
    joined = "".join(words)
    if words and not (joined.isascii() and joined.isdigit() and "" not in words and not _led_by_zero(words)):
        raise InputError(WRITE_X_ID)
    try:
        numbers = array("q", map(int, values))
    except (OverflowError, ValueError):  # more than 64 bits, or more digits than Python reads
        raise InputError(WRITE_X_ID) from None
    if numbers and not 1 <= min(numbers) <= max(numbers) <= MAX_X_ID:
        raise InputError(WRITE_X_ID)
    once = dict.fromkeys(numbers)
    once.pop(without, None)
    return array("q", once)


def _led_by_zero(words: list[str]) -> bool:
    return any(word[0] == "0" for word in words)
