"""The list of officials: a table known by its header, or one JSON object per line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from bot.archives import fields
from bot.archives.limits import TABLE_LINE_BYTES, bounded_lines
from bot.archives.tables import split_line
from bot.domain.accounts import normalise_host, parse_x_id
from bot.domain.officials import Official
from bot.domain.registry import BadRow
from bot.errors import InputError

COLUMNS = ("domain", "x_id", "x_handle", "name", "below")
_YES, _NO = ("yes", "true", "1"), ("", "no", "false", "0")
_LONGEST_NAME = 200
_OPEN_TO_ALL = frozenset({
    "bsky.social", "brid.gy", "ap.brid.gy", "web.brid.gy", "mastodon.social", "mastodon.online", "mstdn.social",
    "co.uk", "org.uk", "ac.uk", "com.au", "co.nz", "co.jp", "com.br", "co.za", "asso.fr", "com.fr", "eu.org",
    "github.io", "gitlab.io", "pages.dev", "workers.dev", "netlify.app", "vercel.app", "herokuapp.com", "web.app",
    "blogspot.com", "wordpress.com", "tumblr.com", "substack.com", "over-blog.com", "neocities.org", "wixsite.com",
})  # fmt: skip
"""Domains below which names are given to anybody: the best known."""
_BOM = b"\xef\xbb\xbf"


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    domain: str
    x_id: str | int | None = None
    x_handle: str | None = None
    name: str | None = None
    below: bool | None = None


_decode = msgspec.json.Decoder(_Line).decode


def read_officials(path: Path, file: str) -> Iterator[Official | BadRow]:
    """Every row, good or bad; a domain that is there twice is bad the second time, as is a handle with another number.

    InputError for a whole bad file.
    """
    if path.exists() and not path.is_file():
        raise InputError(f"{file}: not a regular file")
    try:
        with path.open("rb") as stream:
            yield from _once(_rows(stream, file), file)
    except OSError as fault:
        raise InputError(f"{file}: {fault.strerror}") from None


def _once(rows: Iterator[tuple[int, Official | InputError]], file: str) -> Iterator[Official | BadRow]:
    seen: dict[str, int] = {}
    owners: dict[str, tuple[int | None, int]] = {}
    for number, row in rows:
        if isinstance(row, InputError):
            yield BadRow(file, number, str(row))
        elif row.domain in seen:
            yield BadRow(file, number, f"domain: line {seen[row.domain]} has it too")
        elif (fault := _owned_otherwise(row, owners, number)) is not None:
            yield BadRow(file, number, fault)
        else:
            seen[row.domain] = number
            yield row


def _owned_otherwise(row: Official, owners: dict[str, tuple[int | None, int]], number: int) -> str | None:
    """What is wrong if an earlier line gives this handle another X number."""
    if not row.x_handle or row.x_id is None:
        return None
    x_id, line = owners.setdefault(row.x_handle, (row.x_id, number))
    return None if x_id == row.x_id else f"x_id: line {line} has another number for this x_handle"


def _rows(stream: BinaryIO, file: str) -> Iterator[tuple[int, Official | InputError]]:
    columns: tuple[str, dict[str, int]] | None = None
    json = None
    for number, line in bounded_lines(stream, TABLE_LINE_BYTES):
        if line is None:
            yield number, InputError(f"longer than {TABLE_LINE_BYTES} bytes")
            continue
        line = line.removeprefix(_BOM) if number == 1 else line
        if not line.strip():
            continue
        json = line.lstrip().startswith(b"{") if json is None else json
        if not json and columns is None:
            columns = _header(line, file)
            continue
        try:
            yield number, _of_json(line) if columns is None else _of_cells(line, *columns)
        except InputError as fault:
            yield number, fault
    if json is None:
        raise InputError(f"{file}: empty")


def _header(line: bytes, file: str) -> tuple[str, dict[str, int]]:
    """The delimiter, and where each known column stands."""
    for delimiter in (",", ";", "\t"):
        try:
            names = [name.strip().lower() for name in split_line(line.rstrip(b"\r\n"), delimiter)]
        except InputError as fault:
            raise InputError(f"{file}:1: {fault}") from None
        known = [name for name in names if name in COLUMNS]
        if "domain" in known and {"x_id", "x_handle"} & set(known):
            if len(set(known)) != len(known):
                raise InputError(f"{file}: its header names a column twice")
            return delimiter, {name: at for at, name in enumerate(names) if name in COLUMNS}
    raise InputError(f"{file}: unknown header. It should hold {','.join(COLUMNS)}; or every line a JSON object")


def _of_cells(line: bytes, delimiter: str, columns: Mapping[str, int]) -> Official:
    cells = split_line(line.rstrip(b"\r\n"), delimiter)
    if len(cells) <= max(columns.values()):
        raise InputError(f"{len(cells)} cells where the header has more")
    told = {name: cells[at].strip() for name, at in columns.items()}
    below = told.get("below", "").lower()
    if below not in (*_YES, *_NO):
        raise InputError("below: is yes or no")
    return _official(told.get("domain", ""), told.get("x_id", ""), told.get("x_handle", ""), told.get("name", ""),
                     below=below in _YES)  # fmt: skip


def _of_json(line: bytes) -> Official:
    try:
        said = _decode(line)
    except msgspec.MsgspecError as fault:  # it names the place, never the value
        raise InputError(str(fault)) from None
    except (RecursionError, UnicodeDecodeError):
        raise InputError("not to be read") from None
    x_id = "" if said.x_id is None else said.x_id
    return _official(said.domain, x_id, said.x_handle or "", said.name or "", below=bool(said.below))


def _official(domain: str, x_id: str | int, x_handle: str, name: str, *, below: bool) -> Official:
    host = fields.field("domain", normalise_host, domain)
    if "." not in host or ":" in host or host.rpartition(".")[2].isdigit():
        raise InputError("domain: a name like lemonde.fr")
    number = None
    if x_id != "":
        try:
            number = parse_x_id(x_id)
        except InputError as fault:
            raise InputError(f"x_id: {fault}") from None
    handle = fields.field("x_handle", fields.x_handle, x_handle)
    if number is None and not handle:
        raise InputError("x_id, x_handle: both missing")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise InputError(f"name: up to {_LONGEST_NAME} printable characters")
    if below and host.removeprefix("www.") in _OPEN_TO_ALL:
        raise InputError("below: anybody gets a name below that domain; write no")
    return Official(host.removeprefix("www."), handle, number, name, below)
