"""quittex registry consent: what somebody allows, shown and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, show

if TYPE_CHECKING:
    from bot.domain.accounts import Account
    from bot.domain.people import Person, Said
    from bot.ports import Snapshot

BY_ADMIN = "admin"


@click.command()
@config_option
@json_option
@click.argument("account", metavar="ACCOUNT")
@click.argument("choices", metavar="[PURPOSE=VALUE]...", nargs=-1)
@command
def consent(config: Path, as_json: bool, account: str, choices: tuple[str, ...]) -> None:
    """What somebody allows, since when and by whose word; or change it, in their name, with the date and `admin`.

    Purposes: found (nobody, followed, network), told (never, weekly, daily, at-once), named (no, yes), counted
    (yes, no).
    """
    from datetime import UTC, datetime

    from bot.cli.database import reading, write
    from bot.domain.accounts import parse_account
    from bot.domain.registry import parse_consents

    named, wanted = parse_account(account), parse_consents(",".join(choices))
    if wanted:
        document = write(config, lambda tx: _change(tx, named, wanted, datetime.now(UTC)))
    else:
        with reading(config) as snapshot:
            document = _document(snapshot, _person(snapshot, named))
    show(document, as_json, lambda: _lines(document))


def _change(tx: Snapshot, account: Account, wanted: Mapping[str, str], now: Any) -> dict[str, Any]:
    person = _person(tx, account)
    for purpose, value in wanted.items():
        tx.people.set_consent(person.id, purpose, value, now, source=BY_ADMIN)
    return _document(tx, _person(tx, account))


def _person(tx: Snapshot, account: Account) -> Person:
    from bot.errors import InputError

    person = tx.people.find(account)
    if person is None:
        raise InputError("nobody in the registry has this account")
    return person


def _document(tx: Snapshot, person: Person) -> dict[str, Any]:
    from bot.domain.consent import values_of

    said = tx.people.consents(person.id)
    return {
        "x_id": None if person.x_id is None else str(person.x_id),
        "consent": {purpose: _entry(value, said.get(purpose)) for purpose, value in values_of(person.consent).items()},
    }


def _entry(value: str, said: Said | None) -> dict[str, Any]:
    since = said.at.isoformat() if said else None
    return {"value": value, "since": since, "by": (said.source or "themselves") if said else "default"}


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield f"x:{document['x_id']}" if document["x_id"] else "no X number"
    for purpose, entry in document["consent"].items():
        since = f"since {entry['since'][:16]} by {entry['by']}" if entry["since"] else "by default"
        yield f"  {purpose:<8} {entry['value']:<8} {since}"
