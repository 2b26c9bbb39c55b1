"""The registry in the forms it can be read back from: our JSON lines, users, platform accounts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bot.archives.fields import LOCAL_ID
from bot.domain.accounts import Account, Platform, normalise_handle
from bot.domain.people import Link, Person
from bot.errors import InputError


def person_document(person: Person) -> dict[str, Any]:
    """A Person as a JSON line holds them, complete but for their lists: those are pseudonyms and cannot be told."""
    consent = person.consent
    return {
        "x_id": None if person.x_id is None else str(person.x_id),
        "x_handle": person.x_handle,
        "language": person.language,
        "accounts": [_link_document(link) for link in _named(person)],
        "proof_level": max((link.level for link in person.links), default=None),
        "consent": {
            "found": consent.found.value,
            "told": consent.told.value,
            "named": "yes" if consent.named else "no",
            "counted": "yes" if consent.counted else "no",
        },
    }


def json_lines(person: Person) -> Iterator[str]:
    """One line, read back as it is; an X handle that was only heard would be vouched for then."""
    document = person_document(person) | {"x_handle": person.vouched_handle}
    yield json.dumps(document, ensure_ascii=False) + "\n"


def users_row(person: Person) -> Iterator[list[str]]:
    """One row of the users' columns: the best proven account on each network."""
    bluesky, mastodon = (_best(person, platform) for platform in (Platform.BLUESKY, Platform.MASTODON))
    yield [
        str(person.x_id), handle_of(Platform.X, person.vouched_handle),
        bluesky.id if bluesky else "", handle_of(Platform.BLUESKY, bluesky.handle) if bluesky else "",
        *(_mastodon_cells(mastodon) if mastodon else ("", "", "")),
    ]  # fmt: skip


def accounts_rows(person: Person) -> Iterator[list[str]]:
    """One row per account, X included; the X number is the identity."""
    identity = str(person.x_id)
    yield ["twitter", "", identity, handle_of(Platform.X, person.vouched_handle), identity]
    for link in _named(person):
        account = link.account
        if account.platform is Platform.BLUESKY:
            yield ["bluesky", "", account.id, handle_of(account.platform, account.handle), identity]
        else:
            ident, username, instance = _mastodon_cells(account)
            yield ["mastodon", instance, ident or account.id, username, identity]


def left_out_of_users(person: Person) -> int:
    """How many of their accounts a users' row has no room for."""
    return len(person.links) - len({link.account.platform for link in _named(person)})


def handle_of(platform: Platform, handle: str) -> str:
    """The handle if it is one, "" otherwise: what a network once called a handle never begins a formula in a sheet."""
    try:
        return normalise_handle(platform, handle) if handle else ""
    except InputError:
        return ""


def _named(person: Person) -> list[Link]:
    """Those with a name that can be read back: a stable id or a handle."""
    return [link for link in person.links if link.account.id or handle_of(link.account.platform, link.account.handle)]


def _link_document(link: Link) -> dict[str, Any]:
    account = link.account
    proof = {"proof_level": link.level, "source": link.source, "linked_at": link.at.isoformat()}
    if account.platform is Platform.BLUESKY:
        return {"network": "bluesky", "id": account.id, "handle": account.handle} | proof
    names = {"instance": _instance(account), "id": account.local_id, "handle": account.handle}
    more = {name: value for name, value in (("uri", account.id), ("url", account.url)) if value}
    return {"network": "mastodon"} | names | more | proof


def _best(person: Person, platform: Platform) -> Account | None:
    links = [link for link in _named(person) if link.account.platform is platform]
    return max(links, key=lambda link: link.level).account if links else None


def _mastodon_cells(account: Account) -> tuple[str, str, str]:
    """id, username, instance; the username with its host where that is not the instance."""
    user, _, host = handle_of(account.platform, account.handle).partition("@")
    if not user:
        return "", "", ""
    ident = account.local_id if LOCAL_ID.fullmatch(account.local_id) else ""
    at_home = not ident or account.local_host in ("", host)
    return ident, user if at_home else f"{user}@{host}", _instance(account)


def _instance(account: Account) -> str:
    host = (account.local_id and account.local_host) or handle_of(account.platform, account.handle).partition("@")[2]
    return f"https://{host}" if host else ""
