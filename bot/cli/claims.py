"""quittex claims list | show | accept | reject"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import NUMBER, command, config_option, json_option, show

if TYPE_CHECKING:
    from bot.domain.people import Claim
    from bot.ports import Snapshot

reason_option = click.option("--reason", default="", metavar="TEXT", help="Why, for the audit; nobody else sees it.")


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
    """Claims, newest first: those that wait, are proven but for a number, or are in a dispute."""
    from bot.cli.database import reading

    with reading(config) as snapshot:
        rows = [_document(claim) for claim in snapshot.people.claims(None if everything else "open", limit)]
    show(rows, as_json, lambda: (_line(row) for row in rows))


@claims.command("show")
@config_option
@json_option
@click.argument("claim_id", metavar="ID", type=NUMBER)
@command
def show_claim(config: Path, as_json: bool, claim_id: int) -> None:
    """One claim: whether the registry knows its X handle, what it contradicts, and what was done about it."""
    from bot.actions.claims import find_claim
    from bot.cli.database import reading

    with reading(config) as snapshot:
        claim = find_claim(snapshot, claim_id)
        document = _document(claim) | {
            "source": claim.source,
            "x_id": _number_of(snapshot, claim),
            "against": [_document(other) for other in _others(snapshot, claim)],
            "audit": [
                {"at": act.at.isoformat(), "act": act.act, "by": act.by, "reason": act.reason}
                for act in snapshot.people.audit(claim.id)
            ],
        }
    show(document, as_json, lambda: _lines(document))


@claims.command()
@config_option
@json_option
@reason_option
@click.argument("claim_id", metavar="ID", type=NUMBER)
@command
def accept(config: Path, as_json: bool, reason: str, claim_id: int) -> None:
    """Confirm a claim (proof level 3); its author is told. If nobody in the registry has its X handle:
    `registry link x:NUMBER ACCOUNT`.

    Of a dispute, the others are rejected, unlinked and told. Of a "not me", the link is taken away.
    """
    from bot.actions import claims as action
    from bot.archives.exports import person_document

    done = _decided(config, lambda tx, now: action.accept(tx, claim_id, now, reason))
    what = "unlinked" if done.claim and done.claim.flag == "not me" else "linked"
    show(person_document(done.person), as_json, lambda: [f"claim {claim_id} is accepted: x:{done.person.x_id} {what}"])


@claims.command()
@config_option
@json_option
@reason_option
@click.argument("claim_id", metavar="ID", type=NUMBER)
@command
def reject(config: Path, as_json: bool, reason: str, claim_id: int) -> None:
    """Refuse a claim; nobody is told, but in a dispute. Of a "not me", the link is put back."""
    from bot.actions import claims as action

    claim = _decided(config, lambda tx, now: action.reject(tx, claim_id, now, reason))
    show(_document(claim), as_json, lambda: [f"claim {claim_id} is rejected"])


def _decided(config: Path, decide: Callable[[Any, datetime], Any]) -> Any:
    from datetime import UTC

    from bot.cli.database import write

    return write(config, lambda tx: decide(tx, datetime.now(UTC)))


def _number_of(snapshot: Snapshot, claim: Claim) -> str | None:
    from bot.domain.accounts import Account, Platform

    person = snapshot.people.find(Account(Platform.X, "", claim.x_handle)) if claim.x_handle else None
    known = None if person is None or person.x_heard else person.x_id
    number = claim.x_id if claim.x_id is not None else known
    return None if number is None else str(number)


def _others(snapshot: Snapshot, claim: Claim) -> list[Claim]:
    if claim.dispute is None or claim.state != "frozen":
        return []
    return [other for other in snapshot.people.disputed(claim.dispute) if other.id != claim.id]


def _document(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "platform": str(claim.account.platform),
        "account": claim.account.id,
        "handle": claim.account.handle,
        "x_handle": claim.x_handle,
        "at": claim.at.isoformat(),
        "state": claim.state,
        "proof_level": claim.level,
        "method": claim.method,
        "dispute": claim.dispute,
        "flag": claim.flag,
        "decided_at": claim.settled_at and claim.settled_at.isoformat(),
        "decided_by": claim.decided_by,
        "reason": claim.reason,
    }


def _line(row: dict[str, Any]) -> str:
    who = row["handle"] or row["account"]
    says = f"says: x.com/{row['x_handle']}" if row["x_handle"] else "is linked to a disputed X id"
    marks = [f"proof {row['proof_level']}"] if row["proof_level"] else []
    marks += [f"dispute {row['dispute']}"] if row["state"] == "frozen" else []
    marks += [row["flag"]] if row["flag"] else []
    marks += [f"by {row['decided_by']}"] if row["decided_by"] else []
    marks += [f"“{row['reason']}”"] if row["reason"] else []
    end = f"  [{', '.join(marks)}]" if marks else ""
    return f"{row['id']:>5}  {row['at'][:16]}  {row['state']:<9} {who} {says}{end}"


def _lines(document: dict[str, Any]) -> Iterator[str]:
    for key, value in document.items():
        if key == "against":
            yield from (f"against: {_line(row).strip()}" for row in value)
        elif key == "audit":
            yield from (f"{act['at'][:16]}  {act['act']:<9} {_why(act)}".rstrip() for act in value)
        else:
            yield f"{key}: {value}"


def _why(act: dict[str, Any]) -> str:
    return f"by {act['by']}: {act['reason']}" if act["reason"] else f"by {act['by']}"
