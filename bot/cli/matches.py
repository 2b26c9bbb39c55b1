"""quittex matches"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, say, show

if TYPE_CHECKING:
    from bot.domain.accounts import Account, Platform
    from bot.domain.matching import Match, Matches
    from bot.domain.people import Person


@click.command()
@config_option
@json_option
@click.argument("account", metavar="ACCOUNT")
@click.option("--csv", "form", type=click.Choice(["mastodon"]), help="Print a file that Mastodon can import.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --csv: write here, mode 0600, instead of stdout; F-2, F-3... hold what does not fit in one file.",
)
@command
def matches(config: Path, as_json: bool, account: str, form: str | None, output: Path | None) -> None:
    """What `find` would answer to somebody, best first.

    ACCOUNT is x:NUMBER, x:@handle, a DID, a Bluesky handle, user@host, or the address of a profile.
    """
    from bot.cli.database import reading
    from bot.config import load
    from bot.domain.accounts import parse_account
    from bot.errors import InputError

    if as_json and form and output is None:
        raise InputError("--json and --csv exclude each other, unless --output names the file")
    if output is not None and not form:
        raise InputError("--output goes with --csv")
    named, minimum = parse_account(account), load(config).proof.minimum
    with reading(config) as snapshot:
        person = snapshot.people.find(named)
        if person is None:
            raise InputError("nobody in the registry has this account")
        platform = _platform(named, person, minimum)
        found = snapshot.graph.matches(person.id, platform, minimum)
    if not any(link.stands(minimum) for link in person.links):
        say(f"no account of theirs is proven at level {minimum}: the bot would tell them how to link one")
    if form == "mastodon":
        from bot.cli.following import write_follows

        written = write_follows(found, person, output)
        if output is not None:
            show(written, as_json, lambda: [f"{written['accounts']} accounts written to {', '.join(written['files'])}"])
        return
    document = _document(found, platform)
    show(document, as_json, lambda: _lines(document))


def _platform(named: Account, person: Person, minimum: int) -> Platform:
    """Where they would ask: where the account is, for an X account where they are here."""
    from bot.domain.accounts import Platform

    if named.platform is not Platform.X:
        return named.platform
    here = [link.account.platform for link in person.links if link.stands(minimum)]
    return here[0] if here else Platform.BLUESKY


def _document(found: Matches, platform: Platform) -> dict[str, Any]:
    return {
        "platform": str(platform),
        "total": found.total,
        "followed": found.followed,
        "followers": found.followers,
        "mutual": found.mutual,
        "per_platform": {str(name): count for name, count in found.per_platform.items() if name != "x"},
        "matches": [_match(match) for match in found.ranked],
    }


def _match(match: Match) -> dict[str, Any]:
    return {
        "reason": str(match.reason),
        "network": str(match.account.platform),
        "account": match.account.id or match.account.url,
        "handle": match.account.handle,
        "url": match.account.url,
        "accounts": [
            {"network": str(other.platform), "id": other.id, "handle": other.handle} for other in match.accounts
        ],
        "named": match.named,
        "proof_level": match.level,
        "since": match.since.isoformat(),
    }


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield (
        f"{document['total']} people: {document['followed']} they followed on X, {document['followers']} who followed "
        f"them, {document['mutual']} of them both"
    )
    for match in document["matches"]:
        named = ", may be named" if match["named"] else ""
        name = match["handle"] or match["account"]
        yield f"  {match['reason']:<9} {name}  ({match['network']}, level {match['proof_level']}{named})"
