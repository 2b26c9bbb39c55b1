"""A list of accounts to follow, in the form Mastodon itself exports and imports. Pure.

What its importer takes: https://github.com/mastodon/mastodon/blob/main/app/models/form/import.rb (these four headers,
20,000 rows, 20 MB, an account as `user@host`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot.archives.exports import handle_of
from bot.domain.accounts import Account, Platform

HEADER: Final = "Account address,Show boosts,Notify on new posts,Languages\n"
MOST_ROWS: Final = 20_000
MOST_BYTES: Final = 20_000_000

_CHOICES: Final = ",true,false,\n"  # boosts shown, no bell, every language: what a follow by hand has


def followable(accounts: Iterable[Account], own: Iterable[Account]) -> Iterator[str]:
    """`user@host` of each Mastodon account, once, in the given order; never one of `own`.

    What a network once called a handle and is none is left out: a cell neither begins a formula nor needs quotes.
    """
    seen = {_address(account) for account in own}
    for account in accounts:
        address = _address(account)
        if address and address not in seen:
            seen.add(address)
            yield address


def files(addresses: Iterable[str], most_rows: int = MOST_ROWS, most_bytes: int = MOST_BYTES) -> Iterator[str]:
    """Whole files, as few as hold everybody; at least one, which may have no row.

    >>> [text.count("@") for text in files(["a@m.example", "b@m.example", "c@m.example"], most_rows=2)]
    [2, 1]
    """
    rows, size = [HEADER], len(HEADER)
    for address in addresses:
        row = address + _CHOICES
        if len(rows) > most_rows or size + len(row) > most_bytes:
            yield "".join(rows)
            rows, size = [HEADER], len(HEADER)
        rows.append(row)
        size += len(row)
    yield "".join(rows)


def _address(account: Account) -> str:
    return handle_of(Platform.MASTODON, account.handle) if account.platform is Platform.MASTODON else ""
