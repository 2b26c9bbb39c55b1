"""Whether an Account may be given a name by itself, or an admin has to look first. Every way to a Link asks here."""

from __future__ import annotations

from bot.domain.accounts import Account
from bot.domain.lookalikes import names_of
from bot.domain.officials import Flag, domains_of, flag
from bot.domain.proof import Method
from bot.ports import Snapshot


def flag_of(tx: Snapshot, account: Account, x_handle: str, level: int, method: Method, x_id: int | None = None) -> Flag:
    """Why a proof, or a Claim (level 0), that gives this Account this X handle or number must wait for an admin."""
    if method is Method.ADMIN:
        return Flag.NONE
    person = None if x_id is None else tx.people.by_x(x_id)
    own = {x_handle, person.x_handle if person else ""}
    looks = [like for like in tx.people.lookalikes(x_handle) if like not in own]
    return flag(tx.people.protected(x_handle, x_id), looks or _pretends(tx, account, own), level, method, x_id)


def _pretends(tx: Snapshot, account: Account, own: set[str]) -> list[str]:
    """Whom the Account itself looks like; whoever has a name at an official's domain has it from them."""
    if any(tx.people.official_at(domain) for domain in domains_of(account)):
        return []
    found: list[str] = []
    for name in sorted(names_of(account)):
        official = tx.people.protected(name)
        found += [official.x_handle] if official else tx.people.lookalikes(name)
    return [like for like in found if like not in own]
