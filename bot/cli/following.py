"""`matches --csv mastodon`: the accounts to follow, to stdout or to as many files as Mastodon's importer needs."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import Any

from bot.archives.follows import HEADER, MOST_ROWS, files, followable
from bot.cli.exporting import opened
from bot.domain.matching import Matches, Reason
from bot.domain.people import Person
from bot.errors import BotError, InputError

TOO_MANY = f"Mastodon takes {MOST_ROWS:,} rows a file, and these are more: with --output F they fill F, F-2, F-3..."


def write_follows(found: Matches, asker: Person, output: Path | None) -> dict[str, Any]:
    """Every Mastodon account of those Matches whom the asker followed, best Match first; the files, and how many.

    An import follows whom it lists: who only followed the asker is left out. Those of a longer run are removed.
    InputError if stdout would have to hold more than one file; nothing is written then.
    """
    followed = (match for match in found.ranked if match.reason is not Reason.FOLLOWER)
    matched = (account for match in followed for account in match.accounts)
    texts = files(followable(matched, own=(link.account for link in asker.links)))
    if output is None:
        first, *more = islice(texts, 2)
        if more:
            raise InputError(TOO_MANY)
        sys.stdout.write(first)
        return {"files": [], "accounts": _rows(first)}
    written: list[Path] = []
    accounts = 0
    for text in texts:
        path = beside(output, len(written) + 1)
        with opened(path) as stream:
            stream.write(text)
        written.append(path)
        accounts += _rows(text)
    _remove_after(output, len(written))
    return {"files": [str(path) for path in written], "accounts": accounts}


def _remove_after(output: Path, number: int) -> None:
    """Files of ours in the same series: whoever imports all of it would follow whom they took out since."""
    while _is_ours(later := beside(output, number := number + 1)):
        try:
            later.unlink()
        except OSError as fault:
            raise BotError(f"{later}: of an earlier run, and it cannot be removed: {fault.strerror}") from None


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(len(HEADER)) == HEADER.encode()
    except OSError:
        return False


def beside(output: Path, number: int) -> Path:
    """The file itself, then those beside it.

    >>> beside(Path("follows.csv"), 1).name, beside(Path("follows.csv"), 2).name
    ('follows.csv', 'follows-2.csv')
    """
    return output if number == 1 else output.with_name(f"{output.stem}-{number}{output.suffix}")


def _rows(text: str) -> int:
    return text.count("\n") - 1
