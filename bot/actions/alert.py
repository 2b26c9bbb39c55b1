"""alert: one private message to the admin becomes one Post; what needs one is read from the store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.actions.receive import Desk
from bot.domain.accounts import Account
from bot.domain.alerts import Alarm, Scene
from bot.domain.encounters import Visibility
from bot.domain.outbox import REHEARSAL, Draft, Priority, State, derive_key
from bot.domain.text import plain
from bot.domain.wording import Wording, render
from bot.ports import Snapshot, Transaction

ALERT = "alert"
TOLD = "alerts"  # meta: kind -> about -> when it was told
UNDECIDED = ("frozen", "proven", "waiting")  # states of a Claim
KEPT = timedelta(days=2)
HOUR = timedelta(hours=1)
HELD_LOOKED_AT = 1000
"""Newest Posts among which held announcements are looked for: a rehearsal holds everything."""


def tell_admin(
    tx: Transaction, account: Account, desk: Desk, alarm: Alarm, now: datetime, again: timedelta = HOUR
) -> bool:
    """Owe the message, unless this was told since `again` ago; False if its kind had a message in the last hour."""
    known = _told(tx)
    when = known.get(alarm.kind, {}).get(alarm.about)
    if when and now - datetime.fromisoformat(when) < again:
        return True
    if any(now - datetime.fromisoformat(at) < HOUR for at in known.get(alarm.kind, {}).values()):
        return False
    if alert_post(tx, account, desk, alarm, now) is None:
        return False
    known.setdefault(alarm.kind, {})[alarm.about] = now.isoformat()
    tx.set_meta(TOLD, json.dumps(_recent(known, now)))
    return True


def was_told(tx: Snapshot, alarm: Alarm, now: datetime, again: timedelta) -> bool:
    """Whether this was told since `again` ago: nobody need be looked up then."""
    when = _told(tx).get(alarm.kind, {}).get(alarm.about)
    return when is not None and now - datetime.fromisoformat(when) < again


def alert_post(tx: Transaction, account: Account, desk: Desk, alarm: Alarm, now: datetime) -> int | None:
    """Owe the message `alert-KIND`; None if it is owed already. No courtesy and no queue holds it back."""
    trigger = f"alert:{alarm.kind}:{now:%Y-%m-%dT%H}"
    language = desk.policy.languages[0]
    wording = Wording(f"alert-{alarm.kind}", {"campaign": desk.policy.campaign, **alarm.values})
    words = render(wording, desk.words, language, desk.network.limits_for(account.handle))
    draft = Draft(
        key=derive_key(trigger, ALERT),
        text=words,
        language=language,
        visibility=Visibility.DIRECT,
        created_at=now,
        trigger=trigger,
        recipient=account.handle,
        recipient_id=account.id,
        reply=desk.network.private_to(account),
        mark=plain(words),
    )
    return tx.outbox.add(
        draft,
        desk.network.compose(draft),
        network=desk.network.name,
        kind=ALERT,
        state=State.HELD if desk.rehearsal else State.READY,
        reason=REHEARSAL if desk.rehearsal else None,
        thread="",
        counts=False,
        priority=Priority.RIGHTS,
    )


def scene_of(tx: Snapshot, used: Mapping[str, float], disk: tuple[int, int] | None, kinds: frozenset[str]) -> Scene:
    """What is known now; `kinds` are those of announcements."""
    held = tx.outbox.rows(state=State.HELD, limit=HELD_LOOKED_AT)
    return Scene(
        gaps=tx.inbox.gaps(),
        used=used,
        protected=_protected(tx),
        held=[str(row.id) for row in held if row.kind in kinds and row.reason != REHEARSAL],
        disk=disk,
    )


def _protected(tx: Snapshot) -> list[str]:
    """The newest undecided Claims on protected names."""
    claims = (claim for state in UNDECIDED for claim in tx.people.claims(state))
    return [str(claim.id) for claim in claims if tx.people.protected(claim.x_handle)]


def _told(tx: Snapshot) -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(tx.get_meta(TOLD) or "{}")
    return known


def _recent(known: Mapping[str, Mapping[str, str]], now: datetime) -> dict[str, Any]:
    """What is no longer needed is forgotten."""
    return {
        kind: {about: at for about, at in told.items() if now - datetime.fromisoformat(at) < KEPT}
        for kind, told in known.items()
    }
