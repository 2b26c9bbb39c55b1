"""`registry import --officials`: the list is read whole, then put in place of the one before, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.actions.officials import take_officials
from bot.archives.officials import read_officials
from bot.cli.database import WallClock, write_with
from bot.config.settings import Settings
from bot.domain.officials import Official
from bot.domain.registry import BadRow

SHOWN = 50  # bad rows reported one by one


def import_officials(settings: Settings, files: Sequence[Path], *, dry_run: bool, keep_good: bool) -> dict[str, Any]:
    """Take the list, or only look; the document of what happened. InputError, StorageError."""
    rows = list(_rows(files))
    good = [row for row in rows if isinstance(row, Official)]
    bad = [row for row in rows if isinstance(row, BadRow)]
    stored = bool(good) and not dry_run and (keep_good or not bad)
    if stored:
        write_with(settings, lambda tx: take_officials(tx, good, WallClock().now()))
    return {
        "dry_run": dry_run,
        "stored": stored,
        "officials": len(good),
        "without_number": sum(row.x_id is None for row in good),
        "bad": len(bad),
        "bad_rows": [{"file": row.file, "line": row.line, "reason": row.reason} for row in bad[:SHOWN]],
    }


def told(document: dict[str, Any]) -> Iterator[str]:
    """The document for people."""
    what = f"{document['officials']} officials"
    if document["stored"]:
        yield f"{what} are protected; they take the place of the list before"
        if document["without_number"]:
            yield f"{document['without_number']} without an X number: they are linked when the registry has it"
    elif document["dry_run"]:
        yield f"dry run: {what} could be imported, {document['bad']} rows are bad"
    elif not document["bad"]:
        yield "nothing to import"


def _rows(files: Sequence[Path]) -> Iterator[Official | BadRow]:
    """Of all files; a domain counts once."""
    seen: dict[str, str] = {}
    for path in files:
        for row in read_officials(path, str(path)):
            if isinstance(row, Official) and seen.setdefault(row.domain, str(path)) != str(path):
                yield BadRow(str(path), 0, f"domain: {seen[row.domain]} has one of these too")
            else:
                yield row
