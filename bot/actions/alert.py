"""alert: one private message to the admin becomes one Post."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.actions.receive import Desk
from bot.domain.accounts import Account
from bot.domain.encounters import Visibility
from bot.domain.outbox import REHEARSAL, Draft, State, derive_key
from bot.domain.text import plain
from bot.domain.wording import Wording, render
from bot.ports import Transaction

ALERT = "alert"


def alert_post(
    tx: Transaction, account: Account, desk: Desk, kind: str, about: str, values: Mapping[str, str], now: datetime
) -> int | None:
    """Owe the message `alert-KIND`; None if this kind about this thing was already told in this hour."""
    trigger = f"alert:{kind}:{about}:{now:%Y-%m-%dT%H}"
    language = desk.policy.languages[0]
    wording = Wording(f"alert-{kind}", {"campaign": desk.policy.campaign, **values})
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
    )
