"""following.js, follower.js and their parts, from bytes to X numbers, at three million a second."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeAlias

import msgspec
import numpy as np

from bot.archives.x_archive.blocks import Blocks
from bot.archives.x_archive.ids import from_json, x_id
from bot.archives.x_archive.limits import LIST_ENTRIES
from bot.archives.x_archive.members import Member
from bot.archives.x_archive.names import LISTS
from bot.archives.x_archive.prefix import body_of
from bot.errors import InputError

Form: TypeAlias = "Callable[[memoryview], array[int]]"

_integers = msgspec.json.Decoder(list[int]).decode


def read_part(kind: str, part: int, member: Member, ids: array[int], notes: list[str]) -> int:
    """Append one part's numbers to `ids`, in their order; how many entries it has.

    InputError names the file and the entry that is wrong; what is odd and harmless goes to `notes`.
    """
    body = body_of(member.pieces(), member.name)
    if body.kind not in (None, kind):
        raise InputError(f"{member.name}: calls itself {body.kind}, not {kind}")
    if body.kind is None:
        notes.append(f"{member.name}: plain JSON, without X's first line")
    elif body.part not in (None, part):
        notes.append(f"{member.name}: calls itself part {body.part}")
    blocks = Blocks(f"{member.name} (part {part})", kind, _decoder(kind), partial(_one, kind))
    for numbers in blocks.read(body.pieces):
        ids.frombytes(memoryview(array("q", numbers)).cast("B"))
        if len(ids) > LIST_ENTRIES:
            raise InputError(f"{member.name}: more than {LIST_ENTRIES:,} entries: not a list of X")
    return blocks.count


def kind_of(text: bytes) -> str | None:
    """The kind of a list by how its first entry begins, None if it does not say."""
    start = text.lstrip(b"[{ \t\r\n")
    return next((kind for kind in LISTS if start.startswith(f'"{kind}"'.encode())), None)


def _decoder(kind: str) -> Callable[[memoryview], array[int] | None]:
    """A decoder of whole blocks. It begins with the form that it met last: a file is written in one."""
    forms = list(_forms(kind))

    def decode(text: memoryview) -> array[int] | None:
        for form in forms:
            try:
                numbers = form(text)
            except (msgspec.ValidationError, OverflowError):
                continue
            except (msgspec.DecodeError, RecursionError, UnicodeError):  # no JSON in any form
                return None
            if form is not forms[0]:
                forms.remove(form)
                forms.insert(0, form)
            return numbers
        return None

    return decode


class _Text(msgspec.Struct, gc=False):
    id: str = msgspec.field(name="accountId")


class _Number(msgspec.Struct, gc=False):
    id: int = msgspec.field(name="accountId")


class _Either(msgspec.Struct, gc=False):
    id: str | int = msgspec.field(name="accountId")


@cache  # making them takes as long as reading a list of 300
def _forms(kind: str) -> tuple[Form, ...]:
    """The forms entries may have: numbers as strings or as integers, in an object of the list's name or without."""
    forms: list[Form] = []
    for account, check in ((_Text, _from_text), (_Number, _checked), (_Either, _from_both)):
        entry = msgspec.defstruct("Entry", [("account", account)], gc=False, rename={"account": kind})
        forms += [
            partial(_wrapped, msgspec.json.Decoder(list[entry]).decode, check),  # type: ignore[valid-type]
            partial(_bare, msgspec.json.Decoder(list[account]).decode, check),  # type: ignore[valid-type]
        ]
    return tuple(forms)


def _wrapped(
    read: Callable[[memoryview], Any], check: Callable[[list[Any]], array[int]], text: memoryview
) -> array[int]:
    return check([entry.account.id for entry in read(text)])


def _bare(read: Callable[[memoryview], Any], check: Callable[[list[Any]], array[int]], text: memoryview) -> array[int]:
    return check([account.id for account in read(text)])


def _from_text(words: list[str]) -> array[int]:
    """As one JSON list: four times faster than one by one, and as strict, but for what JSON would skip or split."""
    joined = ",".join(words)
    numbers = _integers(f"[{joined}]")
    if len(numbers) != len(words) or any(space in joined for space in " \t\r\n"):
        raise OverflowError
    return _checked(numbers)


def _from_both(values: list[str | int]) -> array[int]:
    return _from_text([str(value) for value in values])


def _checked(numbers: list[int]) -> array[int]:
    """OverflowError unless all are X numbers: an array of signed 64 bits raises it beyond 2^63-1."""
    ids = array("q", numbers)
    if ids and np.frombuffer(ids, np.int64).min() < 1:
        raise OverflowError
    return ids


def _one(kind: str, text: bytes) -> int:
    """The number of one entry, read with care; InputError says what is wrong with it."""
    if not text.strip():
        raise InputError("missing between two commas")
    entry = from_json(text)
    account = entry.get(kind, entry) if isinstance(entry, dict) else None
    if not isinstance(account, dict) or "accountId" not in account:
        raise InputError(f"no {kind} with an accountId")
    try:
        return x_id(account["accountId"])
    except InputError as fault:
        raise InputError(f"accountId: {fault}") from None
