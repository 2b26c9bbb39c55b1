"""Who we are on a server and what it lets us do: read at start, set right by `check --fix`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.errors import NotSent, Refused, Stopped
from bot.networks.mastodon.errors import Missing
from bot.networks.mastodon.session import Session
from bot.networks.mastodon.settings import Instance, read_instance
from bot.networks.mastodon.translate import Us, to_account
from bot.ports import Identity

POLICY: Final = "/api/v2/notifications/policy"
MUST_ARRIVE: Final = {
    "for_private_mentions": "private mentions from strangers",
    "for_not_following": "mentions from people we do not follow",
    "for_not_followers": "mentions from people who do not follow us",
    "for_new_accounts": "mentions from new accounts",
    "for_limited_accounts": "mentions from limited accounts",
}
"""Notifications that Mastodon 4.3 and later can keep back; the first it keeps back unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known after a login."""

    identity: Identity
    us: Us
    instance: Instance


async def open_account(session: Session, network: str) -> Opened:
    """Ask the server who we are. Stopped if it refuses the token, NotSent if it is not there."""
    try:
        told = await session.get("/api/v1/accounts/verify_credentials")
    except Missing as fault:
        raise NotSent("what answers at `url` is no Mastodon-compatible server") from fault
    except Refused as fault:
        raise Stopped(str(fault)) from fault
    instance = await _instance(session)
    account = to_account(told, instance.domain) if isinstance(told, dict) else None
    if account is None:
        raise NotSent("what answers at `url` is no Mastodon-compatible server")
    us = Us(network, account, instance.domain, frozenset(session.settings.tags))
    notes = [*_of_account(told), *await _of_policy(session)]
    return Opened(Identity(account, bool(told.get("bot")), await _rights(session), tuple(notes)), us, instance)


async def label_as_bot(session: Session) -> None:
    """`bot` on, `locked` off, nothing kept back from us; all else of the account stays. Refused, NotSent or Stopped."""
    await session.call(lambda sdk: sdk.account_update_credentials(bot=True, locked=False))
    policy = await _policy(session)
    wanted = {name: "accept" for name in MUST_ARRIVE if policy.get(name) not in (None, "accept")}
    if wanted:
        await session.call(lambda sdk: sdk.update_notifications_policy(**wanted))


async def _instance(session: Session) -> Instance:
    try:
        told = await session.get("/api/v2/instance")
    except Refused:
        told = await session.get("/api/v1/instance")
    return read_instance(told if isinstance(told, dict) else {}, session.settings.base)


async def _rights(session: Session) -> tuple[str, ...]:
    """The scopes, where the server tells them."""
    try:
        told = await session.get("/api/v1/apps/verify_credentials")
    except (Refused, Stopped):  # the token itself was good a moment ago
        return ()
    scopes = told.get("scopes") if isinstance(told, dict) else None
    return tuple(str(scope) for scope in scopes) if isinstance(scopes, list) else ()


def _of_account(told: Mapping[str, Any]) -> list[str]:
    notes = []
    if not told.get("bot"):
        notes.append("the account is not labelled as a bot")
    if told.get("locked"):
        notes.append("the account is locked: follows arrive as requests")
    return notes


async def _of_policy(session: Session) -> list[str]:
    policy = await _policy(session)
    kept_back = [words for name, words in MUST_ARRIVE.items() if policy.get(name) not in (None, "accept")]
    return [f"the server keeps back {words}" for words in kept_back]


async def _policy(session: Session) -> Mapping[str, Any]:
    """The notification policy; empty where the server has none."""
    try:
        told = await session.get(POLICY)
    except Refused:
        return {}
    return told if isinstance(told, dict) else {}
