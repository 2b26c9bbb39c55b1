"""quittex claims list | show | accept | reject"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from bot.cli.common import NUMBER, command, config_option, json_option, show


@click.group()
def claims() -> None:
    """Who says to be whom on X, and waits for a word."""


@claims.command("list")
@config_option
@json_option
@click.option("--all", "everything", is_flag=True, help="Decided ones too.")
@click.option("--limit", type=NUMBER, default=100, show_default=True, help="Newest first.")
@command
def list_claims(config: Path, as_json: bool, everything: bool, limit: int) -> None:
    """Claims, newest first."""
    from bot.cli.database import reading

    with reading(config) as snapshot:
        rows = [_document(claim) for claim in snapshot.people.claims(None if everything else "waiting", limit)]
    show(rows, as_json, lambda: (_line(row) for row in rows))


@claims.command("show")
@config_option
@json_option
@click.argument("claim_id", metavar="ID", type=NUMBER)
@command
def show_claim(config: Path, as_json: bool, claim_id: int) -> None:
    """One claim, and whether the registry knows its X handle."""
    from bot.actions.register import find_claim
    from bot.cli.database import reading
    from bot.domain.accounts import Account, Platform

    with reading(config) as snapshot:
        claim = find_claim(snapshot, claim_id)
        person = snapshot.people.find(Account(Platform.X, "", claim.x_handle))
    number = None if person is None or person.x_heard else person.x_id
    document = _document(claim) | {"source": claim.source, "x_id": number and str(number)}
    show(document, as_json, lambda: (f"{key}: {value}" for key, value in document.items()))


@claims.command()
@config_option
@json_option
@click.argument("claim_id", metavar="ID", type=NUMBER)
@command
def accept(config: Path, as_json: bool, claim_id: int) -> None:
    """Confirm a claim (proof level 3). If nobody in the registry has its X handle: `registry link x:NUMBER ACCOUNT`."""
    from datetime import UTC, datetime

    from bot.actions import register
    from bot.archives.exports import person_document
    from bot.cli.database import write

    done = write(config, lambda tx: register.accept(tx, claim_id, datetime.now(UTC)))
    show(person_document(done.person), as_json, lambda: [f"claim {claim_id} is accepted: x:{done.person.x_id} linked"])


@claims.command()
@config_option
@json_option
@click.argument("claim_id", metavar="ID", type=NUMBER)
@command
def reject(config: Path, as_json: bool, claim_id: int) -> None:
    """Refuse a claim; nobody is told."""
    from datetime import UTC, datetime

    from bot.actions import register
    from bot.cli.database import write

    claim = write(config, lambda tx: register.reject(tx, claim_id, datetime.now(UTC)))
    show(_document(claim), as_json, lambda: [f"claim {claim_id} is rejected"])


def _document(claim: Any) -> dict[str, Any]:
    return {
        "id": claim.id,
        "platform": str(claim.account.platform),
        "account": claim.account.id,
        "handle": claim.account.handle,
        "x_handle": claim.x_handle,
        "at": claim.at.isoformat(),
        "state": claim.state,
    }


def _line(row: dict[str, Any]) -> str:
    who = row["handle"] or row["account"]
    return f"{row['id']:>5}  {row['at'][:16]}  {row['state']:<9} {who} says: x.com/{row['x_handle']}"
