"""telling: one private message out of the blue to somebody becomes one Post."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.actions.desk import Desk
from bot.domain.accounts import Account
from bot.domain.digests import name_of
from bot.domain.effects import Policy
from bot.domain.encounters import Visibility
from bot.domain.outbox import REHEARSAL, Draft, Priority, State, derive_key
from bot.domain.text import contact_words, plain
from bot.domain.wording import Value, Wording, render
from bot.ports import Transaction


def tell(
    tx: Transaction,
    desk: Desk,
    account: Account,
    wording: Wording,
    *,
    kind: str,
    key: str,
    now: datetime,
    priority: Priority = Priority.ANSWER,
    reply: Mapping[str, Any] | None = None,
    language: str = "",
) -> int | None:
    """Owe an Account of the desk's platform one private message; None if it was owed before, or they asked for silence.

    `key` is the natural key that makes it once: again with the same `kind` and `key` is no second message. It counts
    towards no limit, and silence is asked for again when it is sent. Where the network lets nobody write to them out
    of the blue it ends there: nobody is written to in public instead.
    """
    if tx.people.is_silent(account):
        return None
    draft = _draft(tx, desk, account, wording, f"{kind}:{key}", kind, now, reply, language)
    return tx.outbox.add(
        draft,
        desk.network.compose(draft),
        network=desk.network.name,
        kind=kind,
        state=State.HELD if desk.rehearsal else State.READY,
        reason=REHEARSAL if desk.rehearsal else None,
        thread="",
        counts=False,
        priority=priority,
    )


def _draft(
    tx: Transaction,
    desk: Desk,
    account: Account,
    wording: Wording,
    trigger: str,
    kind: str,
    now: datetime,
    reply: Mapping[str, Any] | None,
    language: str,
) -> Draft:
    language = language or language_of(tx, account, desk)
    words = render(wording, desk.words, language, desk.network.limits_for(account.handle))
    return Draft(
        key=derive_key(trigger, kind),
        text=words,
        language=language,
        visibility=Visibility.DIRECT,
        created_at=now,
        trigger=trigger,
        recipient=account.handle,
        recipient_id=name_of(account),
        reply=desk.network.private_to(account) if reply is None else reply,
        mark=plain(words),
    )


def language_of(tx: Transaction, account: Account, desk: Desk) -> str:
    """The Person's, else that of what they wrote last, among the campaign's; else the campaign's first."""
    person = tx.people.by_account(account, desk.minimum)
    for language in (person.language if person else "", *tx.inbox.languages(account.id)):
        known = language.partition("-")[0].lower()
        if known in desk.policy.languages:
            return known
    return desk.policy.languages[0]


def values_of(policy: Policy) -> dict[str, Value]:
    """Values that any message out of the blue may use."""
    return {"campaign": policy.campaign, "operator": contact_words(policy.operator)}
