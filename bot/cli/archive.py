"""quittex archive import"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, show

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.archives import ListReport, Order, Report


@click.group()
def archive() -> None:
    """X archives: whom somebody followed on X, and who followed them."""


@archive.command("import")
@config_option
@json_option
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@click.option("--for", "account", metavar="ACCOUNT", required=True, help="Whose archive it is.")
@click.option("--dry-run", is_flag=True, help="Read and compare, store nothing.")
@click.option("--partial", is_flag=True, help="Take what a partial archive holds as additions only.")
@click.option("--older", is_flag=True, help="Take an archive that is older than the one we have.")
@click.option("--owner-unchecked", is_flag=True, help="Take one that does not say whose it is, for a linked account.")
@click.option("--names", is_flag=True, help="Its owner agrees: give registered people their X handles from its tweets.")
@command
def import_(
    config: Path, as_json: bool, path: Path, account: str, dry_run: bool, partial: bool, older: bool,
    owner_unchecked: bool, names: bool,
) -> None:  # fmt: skip
    """Import somebody's X archive: the zip as X gives it, its folder, or one of its files.

    ACCOUNT is x:NUMBER, x:@handle, a DID, a Bluesky handle, user@host, or the address of a profile. The archive tells
    its owner's X number: an account on Bluesky or Mastodon is linked to it, proof level 1. A later archive of the same
    person is a difference: who was unfollowed goes, who is new comes.
    """
    import asyncio

    from bot.cli.database import tidy
    from bot.config import load
    from bot.domain.accounts import parse_account
    from bot.domain.archives import Order

    order = Order(parse_account(account), partial=partial, older=older, owner_unchecked=owner_unchecked)
    settings = load(config)
    with _named(path):
        document = _document(asyncio.run(_import(settings, path, order, dry_run=dry_run, names=names)))
    show(document, as_json, lambda: _lines(document, dry_run=dry_run))
    if not dry_run:
        tidy(settings)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """A refusal by the registry names the file, as one of the reader does."""
    from bot.domain.archives import NotTakenError
    from bot.errors import InputError

    try:
        yield
    except NotTakenError as fault:
        from bot.archives.x_archive.names import shown

        raise InputError(f"{shown(str(path))}: {fault}") from None


async def _import(settings: Settings, path: Path, order: Order, *, dry_run: bool, names: bool) -> Report:
    """Read the archive before anything is opened: one that is refused leaves not even an empty database."""
    from dataclasses import replace

    from bot.actions.import_archive import plan
    from bot.archives.x_archive import mentions_of, open_archive
    from bot.cli.database import WallClock, open_for_writing
    from bot.cli.progress import Progress
    from bot.domain.archives import without_registry
    from bot.loops.archives import take_in
    from bot.storage import snapshot

    with Progress() as progress:
        with progress.bar(f"reading {path.name}", None):
            archive = open_archive(path)
            order = replace(order, names=mentions_of(path)) if names else order
        if not settings.database.exists():
            alone = without_registry(archive, order)
            if dry_run:
                return alone
        if dry_run:
            with snapshot(settings.database, settings.key_file) as view:
                return plan(view, archive, order)
        with progress.bar("importing", None):
            held = [archive]
            del archive  # a million numbers are 8 MB
            store = await open_for_writing(settings, lean=True)
            try:
                return await take_in(store, WallClock(), held.pop, order)
            finally:
                await store.close()


def _document(report: Report) -> dict[str, Any]:
    return {
        "owner_x_id": None if report.owner is None else str(report.owner),
        "date": report.date and report.date.astimezone(UTC).isoformat(),
        "partial": report.partial,
        "following": _list(report.following),
        "followers": _list(report.followers),
        "notes": list(report.notes),
    }


def _list(found: ListReport | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"count": found.count, "sha256": found.sha256, "added": found.added, "removed": found.removed}


def _lines(document: dict[str, Any], *, dry_run: bool) -> Iterator[str]:
    made = f"of {document['date'][:10]}" if document["date"] else "without a date"
    yield f"an archive {made} {'could be' if dry_run else 'is'} imported{', as additions' * document['partial']}"
    for name in ("following", "followers"):
        yield f"  {name}: {_change(document[name])}"
    for note in document["notes"]:
        yield f"  note: {note}"


def _change(found: dict[str, Any] | None) -> str:
    if found is None:
        return "not in it, what was known stays"
    return f"{found['count']} people, {found['added']} added, {found['removed']} removed"
