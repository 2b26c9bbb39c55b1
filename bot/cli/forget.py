"""quittex forget"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, show, stop

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.accounts import Account
    from bot.ports import Transaction

SECONDS = 60.0
"""How long what is left may take to go; beside a running bot its own reading may keep a log for a moment."""


@click.command()
@config_option
@json_option
@click.argument("account", metavar="ACCOUNT")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--check", is_flag=True, help="Erase nothing; with x:NUMBER: is that number in the files?")
@command
def forget(config: Path, as_json: bool, account: str, yes: bool, check: bool) -> None:
    """Erase somebody from every table, every list and every file, and delete what was published to them.

    ACCOUNT is x:NUMBER, x:@handle, a DID, a Bluesky handle, user@host, or the address of a profile. x:NUMBER may
    be that of somebody who never registered: then it goes out of the lists others brought. Afterwards the files are
    searched byte by byte; exit 1 if anything is left.
    """
    from bot.config import load
    from bot.domain.accounts import parse_account

    settings, meant = load(config), parse_account(account)
    if check:
        known = _number_is_known(settings, meant)
        show({"known": known}, as_json, lambda: ["yes: this number is in the files" if known else "no"])
        return
    _confirm(account, yes)
    document = _erase(settings, meant)
    show(document, as_json, lambda: _lines(document))
    if document["left"]:
        stop("something is left: see which files, then run the command again, or stop the bot first", 1)


def _confirm(account: str, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        stop("this cannot be taken back: say --yes where nobody can be asked", 2)
    if not click.confirm(f"Erase everything about {account}, for good?", err=True):
        stop("nothing was erased", 2)


def _number_is_known(settings: Settings, account: Account) -> bool:
    from bot.cli.database import write_with
    from bot.domain.accounts import Platform
    from bot.errors import InputError

    if account.platform is not Platform.X or not account.id:
        raise InputError("--check takes x:NUMBER")
    return write_with(settings, lambda tx: tx.rights.knows_number(int(account.id)))


def _erase(settings: Settings, account: Account) -> dict[str, Any]:
    from datetime import UTC, datetime

    from bot.actions import rights
    from bot.cli.database import write_with
    from bot.domain.accounts import Platform
    from bot.errors import InputError

    def work(tx: Transaction) -> tuple[Any, list[str], list[int]]:
        numbered = account.platform is Platform.X and account.id
        if not numbered and not tx.rights.kept(account, whole=True).tables:
            raise InputError("nothing is kept about this account")
        names, numbers = tx.rights.names(account, whole=True)
        return rights.forget(tx, account, datetime.now(UTC), whole=True), names, numbers

    began = time.monotonic()
    gone, names, numbers = write_with(settings, work)
    left, files = _left(settings.database, names, numbers, began + SECONDS)
    counted = {"accounts": gone.accounts, "lists": gone.lists, "posts": gone.posts, "to_delete": len(gone.published)}
    return {**counted, "seconds": round(time.monotonic() - began, 1), "files": files, "left": left}


def _left(database: Path, names: list[str], numbers: list[int], until: float) -> tuple[dict[str, int], int]:
    """What the files still hold, asked again until nothing is left or the time is over."""
    from bot.storage import upkeep

    left, files = upkeep.search(database, names, numbers)
    while left and time.monotonic() < until:
        threading.Event().wait(1.0)
        left, files = upkeep.search(database, names, numbers)
    return left, files


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield (
        f"erased: {document['accounts']} accounts, {document['lists']} lists of theirs, {document['posts']} posts; "
        f"{document['to_delete']} of them are being deleted on the networks"
    )
    if document["left"]:
        for name, count in document["left"].items():
            yield f"left: {count} in {name}"
    else:
        files, seconds = document["files"], document["seconds"]
        yield f"searched byte by byte: nothing is left in {files} files, {seconds} s after the wish"
