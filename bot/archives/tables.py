"""Registry files: tables known by their headers, or our own JSON lines. Read row by row, in bounded memory.

A table is read line by line with a strict parser: given the whole file, Python's reader takes everything from one
unclosed quote to the next for one cell (500,001 of 1,000,001 rows seen, without an error).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.archives import fields
from bot.archives.json_lines import read_json_lines
from bot.archives.limits import TABLE_LINE_BYTES, bounded_lines
from bot.domain.accounts import Account, parse_x_id
from bot.domain.registry import BadRow, PersonRow, Row
from bot.errors import InputError

USERS = ("twitter_id", "twitter_username", "bluesky_id", "bluesky_username", "mastodon_id", "mastodon_username",
         "mastodon_instance")  # fmt: skip
MAPPINGS = ("twitter_id", "bluesky_handle")
ACCOUNTS = ("platform", "instance", "account_id", "username", "identity")
_KNOWN = frozenset(USERS + MAPPINGS + ACCOUNTS)

_JSON_SUFFIXES = (".jsonl", ".ndjson", ".json")  # whatever the first line may be
_UTF8_BOM = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_REPORT_EVERY = 1000  # rows between two words about progress


def read(path: Path, file: str, progress: Callable[[int], None] = lambda _: None) -> Iterator[Row]:
    """Every row of a registry file, good ones and bad ones; a line may give a person and lists.

    `file` is its name in reports; `progress` hears how many bytes have been read. InputError where the file as a
    whole is none of ours.
    """
    if path.exists() and not path.is_file():
        raise InputError(f"{file}: not a regular file")
    try:
        with path.open("rb") as stream:
            yield from _reported(_rows(stream, file, path.suffix.lower()), stream, progress)
    except OSError as fault:
        raise InputError(f"{file}: {fault.strerror}") from None


def _reported(rows: Iterator[Row], stream: BinaryIO, progress: Callable[[int], None]) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if count % _REPORT_EVERY == 0:
            progress(stream.tell())
        yield row
    progress(stream.tell())


def _rows(stream: BinaryIO, file: str, suffix: str) -> Iterator[Row]:
    head = stream.read(4096)
    if head.startswith(_WIDE) or b"\0" in head.partition(b"\n")[0]:
        raise InputError(f"{file}: not UTF-8 text (UTF-16, or not text at all): save it as UTF-8")
    stream.seek(len(_UTF8_BOM) if head.startswith(_UTF8_BOM) else 0)
    first = head.removeprefix(_UTF8_BOM).lstrip()[:1]
    if first == b"[":
        raise InputError(f"{file}: one JSON array; write one object per line instead")
    if first == b"{" or suffix in _JSON_SUFFIXES:
        return read_json_lines(stream, file)
    table = _table(stream, file)
    return _identities(table) if "identity" in table.columns else _users(table)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table after its header: `columns` are the known ones and where they stand; `width` counts all."""

    file: str
    stream: BinaryIO
    delimiter: str
    columns: dict[str, int]
    width: int
    header_line: int
    body: int  # offset of the line after the header

    def rows(self) -> Iterator[tuple[int, list[str] | BadRow]]:
        """(line, its cells or why there are none), blank lines left out."""
        self.stream.seek(self.body)
        for number, line in bounded_lines(self.stream, TABLE_LINE_BYTES, self.header_line + 1):
            if line is None:
                yield number, BadRow(self.file, number, f"longer than {TABLE_LINE_BYTES} bytes")
            elif line.strip():
                try:
                    yield number, self._cells(line)
                except InputError as fault:
                    yield number, BadRow(self.file, number, str(fault))

    def _cells(self, line: bytes) -> list[str]:
        cells = split_line(line, self.delimiter)
        if len(cells) > self.width and not any(cells[self.width :]):
            del cells[self.width :]  # delimiters at the end of a line
        if len(cells) != self.width:
            raise InputError(f"{len(cells)} cells where the header has {self.width}")
        return cells

    def cell(self, cells: list[str], name: str) -> str:
        """The cell under a known header without surrounding blanks; "" if empty or if there is no such column."""
        at = self.columns.get(name)
        return "" if at is None else cells[at].strip()


def split_line(line: bytes, delimiter: str) -> list[str]:
    """The cells of one line; InputError says why it has none."""
    if b"\0" in line:
        raise InputError("holds NUL bytes")
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise InputError("not UTF-8") from None
    if "\r" in text:
        raise InputError("holds a carriage return")
    if '"' not in text:
        return text.split(delimiter)
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as fault:
        unclosed = "unexpected end of data" in str(fault)
        why = "a quote is opened and not closed on this line" if unclosed else "its quotes are broken"
        raise InputError(why) from None


def _table(stream: BinaryIO, file: str) -> _Table:
    start = stream.tell()
    for number, line in bounded_lines(stream, TABLE_LINE_BYTES):
        if line is None or b"\r" in line.strip():
            raise InputError(f"{file}: its first line is no header: lines must end with a line feed")
        if line.strip():
            return _with_header(_Table(file, stream, ",", {}, 0, number, start), line)
    raise InputError(f"{file}: empty")


def _with_header(empty: _Table, line: bytes) -> _Table:
    for delimiter in (",", ";", "\t"):
        try:
            names = [name.strip().lower() for name in split_line(line, delimiter)]
        except InputError as fault:
            raise InputError(f"{empty.file}:{empty.header_line}: {fault}") from None
        known = [name for name in names if name in _KNOWN]
        if len(set(known)) != len(known):
            raise InputError(f"{empty.file}: its header names a column twice")
        if _is_shape(set(known)):
            columns = {name: at for at, name in enumerate(names) if name in _KNOWN}
            body = empty.stream.tell()
            return _Table(empty.file, empty.stream, delimiter, columns, len(names), empty.header_line, body)
    raise InputError(
        f"{empty.file}: unknown header. It should hold {','.join(USERS)} or {','.join(MAPPINGS)} or "
        f"{','.join(ACCOUNTS)}; or every line should be a JSON object"
    )


def _is_shape(known: set[str]) -> bool:
    if "twitter_id" in known:
        return len(known & set(USERS + MAPPINGS)) > 1
    return {"platform", "account_id", "username", "identity"} <= known


def _users(table: _Table) -> Iterator[Row]:
    for number, cells in table.rows():
        if isinstance(cells, BadRow):
            yield cells
            continue
        try:
            yield _user(number, table, cells)
        except InputError as fault:
            yield BadRow(table.file, number, str(fault))


def _user(number: int, table: _Table, cells: list[str]) -> PersonRow:
    x_id, handle, did, bluesky, ident, username, instance, mapped = (
        table.cell(cells, name) for name in (*USERS, "bluesky_handle")
    )
    if not x_id:
        raise InputError("twitter_id: missing")
    bluesky_handle = "bluesky_username" if bluesky else "bluesky_handle"
    found = (
        fields.bluesky_account(did, bluesky or mapped, ("bluesky_id", bluesky_handle)),
        fields.mastodon_account(ident, username, instance, ("mastodon_id", "mastodon_username", "mastodon_instance")),
    )
    accounts = tuple(account for account in found if account)
    return PersonRow(
        line=number,
        x_id=fields.field("twitter_id", parse_x_id, x_id),
        x_handle=fields.field("twitter_username", fields.x_handle, handle),
        accounts=accounts,
        levels=(None,) * len(accounts),
    )


@dataclass(slots=True)
class _Identity:
    """The rows of one identity read so far: all of a Person's accounts, anywhere in the file."""

    x: list[tuple[int, int, str]]  # line, X number, X handle
    accounts: list[tuple[int, Account]]


def _identities(table: _Table) -> Iterator[Row]:
    """Each identity as soon as its last row is read; what is held depends on how far apart its rows are."""
    last = _last_lines(table)
    waiting: dict[int, _Identity] = {}
    for number, cells in table.rows():
        if isinstance(cells, BadRow):
            yield cells
            continue
        name = table.cell(cells, "identity")
        if not name:
            yield BadRow(table.file, number, "identity: missing")
            continue
        identity = waiting.setdefault(hash(name), _Identity([], []))
        try:
            _add(identity, number, table, cells)
        except InputError as fault:
            yield BadRow(table.file, number, str(fault))
        if last[hash(name)] == number:
            yield from _person(waiting.pop(hash(name)), table.file)


def _last_lines(table: _Table) -> dict[int, int]:
    """The last line of each identity, by hash: 64 bits, so two of a million share one once in 40 million files."""
    return {
        hash(table.cell(cells, "identity")): number for number, cells in table.rows() if not isinstance(cells, BadRow)
    }


def _add(identity: _Identity, number: int, table: _Table, cells: list[str]) -> None:
    ident, username, instance = (table.cell(cells, name) for name in ("account_id", "username", "instance"))
    platform = table.cell(cells, "platform").lower()
    if platform in ("twitter", "x"):
        x_id = fields.field("account_id", parse_x_id, ident)
        identity.x.append((number, x_id, fields.field("username", fields.x_handle, username)))
        return
    if platform == "bluesky":
        account = fields.bluesky_account(ident, username, ("account_id", "username"))
    elif platform == "mastodon":
        account = fields.mastodon_account(ident, username, instance, ("account_id", "username", "instance"))
    else:
        raise InputError("platform: is twitter, bluesky or mastodon")
    if account is None:
        raise InputError("account_id, username: both missing")
    identity.accounts.append((number, account))


def _person(identity: _Identity, file: str) -> Iterator[Row]:
    numbers = {x_id for _, x_id, _ in identity.x}
    if len(numbers) != 1:
        why = "has two twitter accounts" if numbers else "has no good twitter row"
        lines = [line for line, *_ in identity.x] + [line for line, _ in identity.accounts]
        yield from (BadRow(file, line, f"identity: {why}") for line in sorted(lines))
        return
    line, x_id, handle = identity.x[-1]
    accounts = tuple(account for _, account in identity.accounts)
    yield PersonRow(line, x_id, handle, accounts=accounts, levels=(None,) * len(accounts))
