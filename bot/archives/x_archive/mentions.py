"""Names for X numbers, from the people whom the owner mentions in their own tweets.

X's lists hold numbers only. This is for whoever wants names of people who are registered, with the owner's consent:
`open_archive` never looks at tweets.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from bot.archives.x_archive.blocks import Blocks
from bot.archives.x_archive.ids import from_json, x_id
from bot.archives.x_archive.members import Member
from bot.archives.x_archive.names import TWEETS, Role
from bot.archives.x_archive.prefix import body_of
from bot.archives.x_archive.sources import read_source
from bot.domain.accounts import Platform, normalise_handle
from bot.errors import InputError

Said = tuple[int, list[tuple[int, str]]]
"""The number of a tweet, which grows with time; whom it mentions: their numbers and handles."""


class _User(msgspec.Struct, gc=False):
    id: Any = msgspec.field(name="id_str", default=None)
    handle: Any = msgspec.field(name="screen_name", default=None)


class _Entities(msgspec.Struct, gc=False):
    users: list[_User] = msgspec.field(name="user_mentions", default_factory=list)


class _Tweet(msgspec.Struct, gc=False):
    id: Any = msgspec.field(name="id_str", default=None)
    entities: _Entities = msgspec.field(default_factory=_Entities)


class _Wrapped(msgspec.Struct, gc=False):
    tweet: _Tweet


class _Bare(msgspec.Struct, gc=False):
    id: str = msgspec.field(name="id_str")
    entities: _Entities = msgspec.field(default_factory=_Entities)


_wrapped = msgspec.json.Decoder(list[_Wrapped]).decode
_bare = msgspec.json.Decoder(list[_Bare]).decode


def mentions_of(source: Path | BinaryIO) -> dict[int, str]:
    """X numbers of people mentioned in the archive's tweets, with their handle in the newest tweet that mentions them.

    InputError for an archive without tweets or a broken one. A mention that is none is left out: it names nobody.
    """
    return read_source(source, _mentions, TWEETS)


def _mentions(members: dict[Role, Member], _notes: list[str]) -> dict[int, str]:
    newest: dict[int, tuple[int, str]] = {}
    for role in sorted(members):
        for tweet, users in _tweets(members[role]):
            for ident, handle in users:
                if tweet >= newest.get(ident, (0, ""))[0]:
                    newest[ident] = tweet, handle
    return {ident: handle for ident, (_, handle) in newest.items()}


def _tweets(member: Member) -> Iterator[Said]:
    body = body_of(member.pieces(), member.name)
    if body.kind not in (None, "tweet"):
        raise InputError(f"{member.name}: calls itself {body.kind}, not tweets")
    for tweets in Blocks(member.name, "tweet", _decode, _one).read(body.pieces):
        yield from tweets


def _decode(text: memoryview) -> list[Said] | None:
    try:
        return [_said(entry.tweet) for entry in _wrapped(text)]
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        pass
    try:  # as in 2018
        return [_said(tweet) for tweet in _bare(text)]
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None


def _one(text: bytes) -> Said:
    entry = from_json(text)
    tweet = entry.get("tweet", entry) if isinstance(entry, dict) else None
    try:
        return _said(msgspec.convert(tweet, _Tweet))
    except msgspec.ValidationError:
        raise InputError("no tweet") from None


def _said(tweet: _Tweet | _Bare) -> Said:
    number = int(tweet.id) if isinstance(tweet.id, str) and tweet.id.isdecimal() and len(tweet.id) < 20 else 0
    return number, [pair for user in tweet.entities.users if (pair := _named(user))]


def _named(user: _User) -> tuple[int, str] | None:
    """None for somebody whom X itself no longer knew: their number is -1."""
    try:
        return (x_id(user.id), normalise_handle(Platform.X, user.handle)) if isinstance(user.handle, str) else None
    except InputError:
        return None
