"""account.js: whose archive it is."""

from __future__ import annotations

from dataclasses import dataclass

from bot.archives.x_archive.ids import from_json, x_id
from bot.archives.x_archive.limits import SMALL_BYTES
from bot.archives.x_archive.members import Member
from bot.archives.x_archive.prefix import body_of
from bot.domain.accounts import Platform, normalise_handle
from bot.errors import InputError


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose archive it is, as one file of it says: an X number and a normalised handle, None and "" if it does not."""

    id: int | None = None
    username: str = ""


def read_account(member: Member, notes: list[str]) -> Owner:
    """The owner by account.js; InputError if it cannot be read or names two."""
    accounts = [_account(entry, member.name) for entry in entries(member, "account", notes)]
    if not accounts:
        notes.append(f"{member.name}: names no account")
        return Owner()
    if len({owner.id for owner in accounts}) > 1:
        raise InputError(f"{member.name}: names two accounts")
    return accounts[0]


def entries(member: Member, kind: str, notes: list[str]) -> list[object]:
    """What stands in a small file of one list; InputError if it is another file."""
    text = member.read(SMALL_BYTES)
    body = body_of(iter((text,)), member.name)
    if body.kind not in (None, kind):
        raise InputError(f"{member.name}: calls itself {body.kind}, not {kind}")
    if body.kind is None:
        notes.append(f"{member.name}: plain JSON, without X's first line")
    try:
        listed = from_json(b"".join(body.pieces).rstrip(b" \t\r\n;"))
    except InputError as fault:
        raise InputError(f"{member.name}: {fault}") from None
    if not isinstance(listed, list):
        raise InputError(f"{member.name}: not a list")
    return listed


def owner_of(ident: object, username: object, name: str) -> Owner:
    """The owner by two JSON values, None where absent; InputError if the number is none."""
    try:
        number = None if ident is None else x_id(ident)
    except InputError as fault:
        raise InputError(f"{name}: accountId: {fault}") from None
    return Owner(number, _username(username))


def _account(entry: object, name: str) -> Owner:
    account = entry.get("account", entry) if isinstance(entry, dict) else None
    if not isinstance(account, dict) or account.get("accountId") is None:
        raise InputError(f"{name}: no account with an accountId")
    return owner_of(account["accountId"], account.get("username"), name)


def _username(value: object) -> str:
    try:
        return normalise_handle(Platform.X, value) if isinstance(value, str) else ""
    except InputError:
        return ""
