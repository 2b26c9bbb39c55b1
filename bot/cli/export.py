"""quittex export"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, say, show

if TYPE_CHECKING:
    from bot.domain.rights import Kept


@click.command()
@config_option
@click.argument("account", metavar="ACCOUNT")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the JSON here, mode 0600, not to stdout."
)
@click.option("--summary", is_flag=True, help="Print only how much of what there is.")
@command
def export(config: Path, account: str, output: Path | None, summary: bool) -> None:
    """Write everything that is kept about somebody, as JSON, for them.

    ACCOUNT is x:NUMBER, x:@handle, a DID, a Bluesky handle, user@host, or the address of a profile. Lists are there
    with the number of their entries: those are pseudonyms of other people.
    """
    from bot.cli.database import reading
    from bot.cli.exporting import opened
    from bot.domain.accounts import parse_account
    from bot.errors import InputError

    meant = parse_account(account)
    with reading(config) as snapshot:
        kept = snapshot.rights.kept(meant, whole=True)
    if not kept.tables:
        raise InputError("nothing is kept about this account")
    if summary:
        show({}, False, lambda: _lines(kept))
        return
    with opened(output) as stream:
        json.dump(_document(account, kept), stream, ensure_ascii=False, indent=2, default=str)
        stream.write("\n")
    if output is not None:
        for line in _lines(kept):
            say(line)


def _document(account: str, kept: Kept) -> dict[str, Any]:
    return {"account": account, "list_entries": kept.entries, "tables": kept.tables}


def _lines(kept: Kept) -> Iterator[str]:
    for table, rows in sorted(kept.tables.items()):
        yield f"{table}: {len(rows)}"
    yield f"entries of their lists: {kept.entries}"
