"""quittex registry import | undo | batches | export | show | consent | link | unlink"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import NUMBER, command, config_option, json_option, say, show
from bot.cli.consent import consent
from bot.cli.proofs import proof_document, proof_line

if TYPE_CHECKING:
    from bot.cli.importing import Plan
    from bot.config.settings import Settings
    from bot.domain.accounts import Account
    from bot.domain.people import Claim

ACCOUNT = "ACCOUNT"
FORMATS = ["jsonl", "users", "accounts"]
_RESERVED = ("admin", "archive", "archive-and-profile", "code", "domain", "move")  # no file speaks with their voice


@click.group()
def registry() -> None:
    """The people: who is who on X and here.

    ACCOUNT is x:NUMBER, x:@handle, a DID, a Bluesky handle, user@host, or the address of a profile.
    """


@registry.command("import")
@config_option
@json_option
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", default="", help="Who says so; the same source may correct itself later.")
@click.option("--officials", is_flag=True, help="FILE lists media and organisations with their domains, see trust.md.")
@click.option(
    "--proof-level", type=click.IntRange(1, 5), help="Of rows that carry none, and the most any has. [default: 4]"
)
@click.option("--consent", default="", help="Of people who never said: found=network,told=weekly,named=no,counted=yes")
@click.option("--dry-run", is_flag=True, help="Check everything, store nothing.")
@click.option("--keep-good", is_flag=True, help="Store the good rows although there are bad ones.")
@command
def import_(
    config: Path, as_json: bool, files: tuple[Path, ...], source: str, officials: bool, proof_level: int | None,
    consent: str, dry_run: bool, keep_good: bool,
) -> None:  # fmt: skip
    """Import people and who follows whom, from tables or JSON lines known by their headers; all files are one batch.

    A row is bad when it cannot be read, contradicts another, or an equal or stronger proof of another source. With
    a bad row nothing is stored and the exit code is 2, unless --keep-good.
    """
    from bot.config import load
    from bot.domain.registry import parse_consents

    if officials:
        from bot.cli.officials import import_officials, told

        document = import_officials(load(config), files, dry_run=dry_run, keep_good=keep_good)
        show(document, as_json, lambda: told(document))
    else:
        from bot.cli.importing import Plan

        plan = Plan(files, _source(source), proof_level, parse_consents(consent), dry_run, keep_good)
        document = _import(load(config), plan)
        show(document, as_json, lambda: _imported(document))
    _complain(document, as_json=as_json, keep_good=keep_good)


def _import(settings: Settings, plan: Plan) -> dict[str, Any]:
    import asyncio

    from bot.cli.database import WallClock, tidy
    from bot.cli.importing import import_files

    document = asyncio.run(import_files(settings, plan, WallClock()))
    if document["stored"]:
        tidy(settings)
    return document


def _complain(document: dict[str, Any], *, as_json: bool, keep_good: bool) -> None:
    """Of bad rows; they are an exit code, unless they were to be left out."""
    if not as_json:
        for row in document["bad_rows"]:
            say(f"{row['file']}:{row['line']}: {row['reason']}")
        if document["bad"] > len(document["bad_rows"]):
            say(f"... and {document['bad'] - len(document['bad_rows'])} more")
    if document["bad"] and not keep_good:
        say(f"{document['bad']} bad rows: nothing was stored; correct them, or import the rest with --keep-good")
        raise SystemExit(2)


@registry.command()
@config_option
@json_option
@click.argument("batch", metavar="BATCH", type=NUMBER)
@command
def undo(config: Path, as_json: bool, batch: int) -> None:
    """Take back an import: what it made is removed, what it replaced is restored, what others changed since stays."""
    import asyncio

    from bot.cli.database import tidy
    from bot.cli.importing import undo_batch
    from bot.config import load

    settings = load(config)
    document = asyncio.run(undo_batch(settings, batch))
    tidy(settings)
    show(document, as_json, lambda: [f"batch {batch} is undone"])


@registry.command()
@config_option
@json_option
@command
def batches(config: Path, as_json: bool) -> None:
    """Imports, newest first."""
    from bot.cli.database import reading
    from bot.cli.importing import batch_document

    with reading(config) as snapshot:
        rows = [batch_document(found) for found in snapshot.imports.all()]
    show(rows, as_json, lambda: (_batch_line(row) for row in rows))


@registry.command()
@config_option
@json_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="What is written."
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, mode 0600, instead of stdout."
)
@command
def export(config: Path, as_json: bool, form: str, output: Path | None) -> None:
    """Write the people in a form that `import` reads. jsonl is complete; lists are pseudonyms and stay here."""
    from bot.cli.database import reading
    from bot.cli.exporting import export_people
    from bot.errors import InputError

    if as_json and output is None:
        raise InputError("--json needs --output: without it stdout is the export itself")
    with reading(config) as snapshot:
        document = export_people(snapshot, form, output)
    for note in document["notes"]:
        say(note)
    if output is not None:
        show(document, as_json, lambda: [f"{document['people']} people written to {output}"])


@registry.command("show")
@config_option
@json_option
@click.argument("account", metavar=ACCOUNT)
@command
def show_person(config: Path, as_json: bool, account: str) -> None:
    """What the registry knows of somebody."""
    from bot.archives.exports import person_document
    from bot.cli.database import reading
    from bot.domain.accounts import parse_account
    from bot.errors import InputError

    named = parse_account(account)
    with reading(config) as snapshot:
        person = snapshot.people.find(named)
        claim = snapshot.people.waiting_claim(named)
        links = person.links if person else ()
        silent = any(snapshot.people.is_silent(link.account) for link in links)
        held = {_named(link.account): snapshot.people.holds(link.account) for link in links if link.held}
        proofs = {_named(link.account): snapshot.people.proofs(link.account) for link in links}
    if person is None:
        hint = "; it waits with a claim, see `quittex claims list`" if claim else ""
        raise InputError(f"nobody in the registry has this account{hint}")
    document = person_document(person) | {"silent": silent, "claim": _claim(claim), "held": held}
    document |= {"proofs": {name: [proof_document(proof) for proof in kept] for name, kept in proofs.items()}}
    show(document, as_json, lambda: _person_lines(document))


@registry.command()
@config_option
@json_option
@click.argument("x", metavar="x:NUMBER")
@click.argument("account", metavar=ACCOUNT)
@command
def link(config: Path, as_json: bool, x: str, account: str) -> None:
    """Say that an account is this X account (proof level 3); the person is made if needed, a waiting claim accepted."""
    from datetime import UTC, datetime

    from bot.actions import register
    from bot.archives.exports import person_document
    from bot.cli.database import write
    from bot.domain.accounts import Platform, parse_account
    from bot.errors import InputError

    number, named = parse_account(x), parse_account(account)
    if number.platform is not Platform.X or not number.id:
        raise InputError("link takes x:NUMBER first: a handle may change hands, the number never does")
    done = write(config, lambda tx: register.link(tx, int(number.id), named, datetime.now(UTC)))
    document = person_document(done.person) | {"claim": _claim(done.claim)}
    accepted = f"; claim {done.claim.id} is accepted" if done.claim else ""
    show(document, as_json, lambda: [f"linked{accepted}", *_person_lines(document | {"claim": None})])


@registry.command()
@config_option
@json_option
@click.argument("account", metavar=ACCOUNT)
@command
def unlink(config: Path, as_json: bool, account: str) -> None:
    """Take back that an account is somebody's."""
    from bot.actions import register
    from bot.archives.exports import person_document
    from bot.cli.database import write
    from bot.domain.accounts import parse_account

    named = parse_account(account)
    document = person_document(write(config, lambda tx: register.unlink(tx, named)))
    show(document, as_json, lambda: ["unlinked; what is left of the person:", *_person_lines(document)])


registry.add_command(consent)


def _claim(claim: Claim | None) -> dict[str, Any] | None:
    return {"id": claim.id, "x_handle": claim.x_handle} if claim else None


def _source(text: str) -> str:
    from bot.errors import InputError

    source = text.strip()
    if not source or len(source) > 64 or not source.isprintable():
        raise InputError("--source is a name of 1 to 64 printable characters")
    if source.lower() in _RESERVED:
        raise InputError(f"--source {source.lower()} is what the bot calls a proof of its own: choose another name")
    return source


def _imported(document: dict[str, Any]) -> Iterator[str]:
    what = f"{document['people']} people, {document['accounts']} accounts, {document['lists']} rows of lists"
    if document["stored"]:
        yield f"batch {document['batch']}: {what}"
        if document["bad"]:
            yield f"{document['bad']} bad rows left out"
        if document["left_out"]:
            why = "of people who asked to be forgotten, or the registry had changed"
            yield f"{document['left_out']} rows left out: {why}"
    elif document["dry_run"]:
        yield f"dry run: {what} could be imported, {document['bad']} rows are bad"
    elif not document["bad"]:
        yield "nothing to import"


def _batch_line(row: dict[str, Any]) -> str:
    counts = f"{row['people']} people, {row['lists']} lists, {row['bad']} bad"
    return f"{row['batch']:>5}  {row['at'][:16]}  {row['state']:<9} {row['source']}  ({counts})"


def _named(account: Account) -> str:
    return account.id or account.handle


def _person_lines(document: dict[str, Any]) -> Iterator[str]:
    handle = f"  @{document['x_handle']}" if document["x_handle"] else ""
    yield f"x:{document['x_id']}{handle}" if document["x_id"] else "no X number"
    for account in document["accounts"]:
        name = account["handle"] or account.get("uri") or account["id"]
        waits = "" if account["id"] or account.get("uri") else "  (waits to be seen)"
        since = f" since {account['linked_at'][:10]}" if account.get("linked_at") else ""
        yield f"  {account['network']}: {name}  level {account['proof_level']} by {account['source']}{since}{waits}"
        reasons = document.get("held", {}).get(account.get("uri") or account["id"] or account["handle"])
        if reasons:
            yield f"    held, told to nobody: {', '.join(reasons)}"
        kept = document.get("proofs", {}).get(account.get("uri") or account["id"] or account["handle"], ())
        yield from (f"    {line}" for line in map(proof_line, kept))
    yield "  " + ", ".join(f"{purpose} {value}" for purpose, value in document["consent"].items())
    if document.get("claim"):
        yield f"  claim {document['claim']['id']} waits: x.com/{document['claim']['x_handle']}"
    if document.get("silent"):
        yield "  asked for silence"
