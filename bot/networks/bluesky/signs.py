"""How accounts live, as Jetstream tells: identity and account events, read apart from the flood of records. Pure.

Lexicons com.atproto.sync.subscribeRepos#identity and #account. Statuses may come from a relay, not from the account's
own server: they are signs, and the AppView is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlencode

import msgspec

from bot.domain.accounts import Account, Platform
from bot.domain.lives import ACTIVE, RENAMED, Sign
from bot.domain.text import clean
from bot.networks.bluesky.jetstream import SUBSCRIBE

KINDS: Final = ("identity", "account")
AWAY: Final = "inactive"
"""An account that is not active for a reason nobody tells."""
LONGEST_STATUS: Final = 32


class _Account(msgspec.Struct, gc=False):
    active: bool = True
    status: str = ""


class _Payload(msgspec.Struct, gc=False):
    kind: str = msgspec.field(name="$type", default="")
    did: str = ""
    time: str = ""
    witnessed_at: str = msgspec.field(name="witnessedAt", default="")
    account: _Account | None = None


class _Frame(msgspec.Struct, gc=False):
    payload: _Payload = msgspec.field(default_factory=_Payload)


_decoder = msgspec.json.Decoder(_Frame)


def address(host: str, cursor: int | None) -> str:
    """The subscription at a base address (`wss://host`); no cursor is from now on."""
    wanted: list[tuple[str, str | int]] = [("kinds", kind) for kind in KINDS]
    if cursor is not None:
        wanted.append(("cursor", cursor))
    return f"{host.rstrip('/')}{SUBSCRIBE}?{urlencode(wanted)}"


def signs_of(frames: Sequence[bytes]) -> Iterator[Sign]:
    """The Signs in these frames; none for any other frame, however malformed."""
    for frame in frames:
        try:
            payload = _decoder.decode(frame).payload
            at = datetime.fromisoformat(payload.witnessed_at or payload.time)
        except (msgspec.DecodeError, ValueError, RecursionError):
            continue
        if payload.did.startswith("did:") and (status := _status(payload)) is not None:
            account = Account(Platform.BLUESKY, payload.did)
            yield Sign(account, at if at.tzinfo else at.replace(tzinfo=UTC), status)


def _status(payload: _Payload) -> str | None:
    """What a frame says; None for one that says nothing. A new name is asked for, never believed from here."""
    if payload.kind.endswith("#identity"):
        return RENAMED
    if not payload.kind.endswith("#account") or payload.account is None:
        return None
    return ACTIVE if payload.account.active else clean(payload.account.status)[:LONGEST_STATUS].strip() or AWAY
