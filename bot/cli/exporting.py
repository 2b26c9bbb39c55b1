"""`registry export`: every Person, page by page, to stdout or to a file that appears whole or not at all."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from bot.archives.exports import accounts_rows, json_lines, left_out_of_users, users_row
from bot.archives.tables import ACCOUNTS, USERS
from bot.domain.people import Person
from bot.errors import BotError
from bot.ports import Snapshot

PAGE = 1_000

Rows = Callable[[Person], Iterator[list[str]]]
_TABLES: dict[str, tuple[tuple[str, ...], Rows]] = {"users": (USERS, users_row), "accounts": (ACCOUNTS, accounts_rows)}


def export_people(snapshot: Snapshot, form: str, output: Path | None) -> dict[str, Any]:
    """Write everybody who has an X number; how many, and what the form could not hold."""
    people = without = dropped = 0
    with opened(output) as stream:
        put = _writer(stream, form)
        for person in _everybody(snapshot):
            if person.x_id is None:
                without += 1
                continue
            put(person)
            people += 1
            dropped += left_out_of_users(person) if form == "users" else 0
    notes = []
    if without:
        notes.append(f"{without} people without an X number are left out: no import could take them")
    if dropped:
        notes.append(f"{dropped} further accounts are left out: this form has room for one on each network")
    return {"people": people, "format": form, "output": str(output) if output else None, "notes": notes}


def _writer(stream: TextIO, form: str) -> Callable[[Person], None]:
    if form == "jsonl":
        return lambda person: stream.writelines(json_lines(person))
    header, rows = _TABLES[form]
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(header)
    return lambda person: table.writerows(rows(person))


def _everybody(snapshot: Snapshot) -> Iterator[Person]:
    after = 0
    while page := snapshot.people.page(after, PAGE):
        yield from page
        after = page[-1].id


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Stdout, or a file beside `output`, readable by its owner only, that takes its place at the end."""
    if output is None:
        yield sys.stdout
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(output)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as fault:
        raise BotError(f"{output}: it cannot be written: {fault.strerror}") from None
