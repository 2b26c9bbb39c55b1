"""Our own form: one JSON object per line, a person or a person's lists or both."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

import msgspec

from bot.archives import fields
from bot.archives.limits import JSON_LINE_BYTES, bounded_lines
from bot.domain.accounts import Account, Platform
from bot.domain.registry import BadRow, ListsRow, PersonRow, Row, parse_consent
from bot.errors import InputError


class _Account(msgspec.Struct):
    network: str
    id: str | int | None = None
    instance: str | None = None
    handle: str | None = None
    uri: str | None = None
    url: str | None = None
    proof_level: int | None = None


class _Line(msgspec.Struct):
    x_id: str | int
    x_handle: str | None = None
    language: str | None = None
    accounts: list[_Account] | None = None
    proof_level: int | None = None
    consent: dict[str, str | bool] | None = None
    follows: list[str | int] | None = None
    followers: list[str | int] | None = None

    def has_lists(self) -> bool:
        return self.follows is not None or self.followers is not None

    def has_person(self) -> bool:
        said = (self.x_handle, self.language, self.accounts, self.proof_level, self.consent)
        return not self.has_lists() or any(value is not None for value in said)


_decode = msgspec.json.Decoder(_Line).decode


def read_json_lines(stream: BinaryIO, file: str) -> Iterator[Row]:
    """Every row of a stream that stands at its first line."""
    for number, line in bounded_lines(stream, JSON_LINE_BYTES):
        if line is None:
            yield BadRow(file, number, f"longer than {JSON_LINE_BYTES} bytes")
        elif line.strip():
            try:
                yield from _rows(number, line)
            except InputError as fault:
                yield BadRow(file, number, str(fault))


def _rows(number: int, line: bytes) -> list[Row]:
    """All rows of a line, or InputError: a line is good as a whole or not at all."""
    try:
        said = _decode(line)
    except msgspec.MsgspecError as fault:  # it names the place, never the value
        raise InputError(str(fault)) from None
    except RecursionError:
        raise InputError("nested too deeply") from None
    except UnicodeDecodeError:
        raise InputError("not UTF-8") from None
    x_id = _ids("x_id", [said.x_id], 0)[0]
    rows: list[Row] = []
    if said.has_person():
        rows.append(_person(number, x_id, said))
    if said.has_lists():
        follows = None if said.follows is None else _ids("follows", said.follows, x_id)
        followers = None if said.followers is None else _ids("followers", said.followers, x_id)
        rows.append(ListsRow(number, x_id, follows, followers))
    return rows


def _person(number: int, x_id: int, said: _Line) -> PersonRow:
    given = said.accounts or []
    return PersonRow(
        line=number,
        x_id=x_id,
        x_handle=fields.field("x_handle", fields.x_handle, said.x_handle or ""),
        language=fields.field("language", fields.language, said.language or ""),
        accounts=tuple(_account(account) for account in given),
        levels=tuple(_level(account.proof_level) for account in given),
        consent=tuple((purpose, parse_consent(purpose, value)) for purpose, value in (said.consent or {}).items()),
        level=_level(said.proof_level),
    )


def _account(said: _Account) -> Account:
    read = _READERS.get(said.network)
    if read is None:
        raise InputError("accounts.network: is bluesky or mastodon")
    account = read(said, "" if said.id is None else str(said.id).strip(), (said.handle or "").strip())
    if account is None:
        raise InputError("accounts: an account without id and handle")
    return account


def _bluesky(said: _Account, ident: str, handle: str) -> Account | None:
    return fields.bluesky_account(ident, handle, ("accounts.id", "accounts.handle"))


def _mastodon(said: _Account, ident: str, handle: str) -> Account | None:
    names = ("accounts.id", "accounts.handle", "accounts.instance")
    uri = fields.field("accounts.uri", fields.actor_uri, said.uri) if said.uri else ""
    url = fields.field("accounts.url", fields.actor_uri, said.url) if said.url else ""
    if uri and not handle:
        return Account(Platform.MASTODON, id=uri, url=url)
    account = fields.mastodon_account(ident, handle, (said.instance or "").strip(), names)
    return account and replace(account, id=uri or account.id, url=url)


_READERS: dict[str, Callable[[_Account, str, str], Account | None]] = {"bluesky": _bluesky, "mastodon": _mastodon}


def _level(level: int | None) -> int | None:
    if level is not None and not 1 <= level <= 5:
        raise InputError("proof_level: is 1 to 5")
    return level


def _ids(name: str, values: list[str | int], without: int) -> array[int]:
    try:
        return fields.x_ids(values, without)
    except InputError as fault:
        raise InputError(f"{name}: {fault}") from None
