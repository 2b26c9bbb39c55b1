"""courtesy: a server wants to be left in peace; each function is one transaction."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from bot.actions.desk import Desk
from bot.domain.accounts import Account
from bot.domain.answers import Case
from bot.domain.answers.courtesy import KIND, REFERRED
from bot.domain.courtesy import places_of, server_of
from bot.domain.effects import Facts, Policy
from bot.domain.encounters import Encounter, Visibility
from bot.domain.outbox import Draft, Priority, derive_key
from bot.domain.requests import Request, Understood
from bot.domain.text import contact_words
from bot.domain.waiting import priority_of
from bot.domain.wording import Wording, render
from bot.ports import ServerCheck, Transaction

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=4)
PATIENCE = timedelta(days=1)
"""A server that does not answer for so long does not say that they speak for it."""

EVER = datetime(2000, 1, 1, tzinfo=UTC)


def ask_server(tx: Transaction, encounter: Encounter, language: str, now: datetime) -> bool:
    """Put down that their server is to be asked; False if it is to be already. A machine is told nothing of it."""
    answer = {"language": language, "reply": dict(encounter.reply), "unsaid": encounter.bot}
    return tx.courtesy.ask(encounter.account, encounter.network, encounter.uri, answer, now)


def ask_late(tx: Transaction, encounter: Encounter, understood: Understood, policy: Policy, now: datetime) -> None:
    """A server's wish to be left in peace never grows too old."""
    account, meant = encounter.account, encounter.private or encounter.addressed
    if understood.request is not Request.INSTANCE_STOP or not meant or not server_of(account):
        return
    if not tx.courtesy.denies(places_of(account)):
        ask_server(tx, encounter, Case(encounter, understood, Facts(), policy).language, now)


def settle_check(tx: Transaction, check: ServerCheck, desk: Desk, now: datetime, *, speaks: bool) -> int | None:
    """Deny the server its author speaks for, or refer them to the operator, once a day; the Post that says so.

    None if the question is gone: its author was erased while the server was asked.
    """
    if not tx.courtesy.done(check.id):
        return None
    if speaks:
        for host in servers_of(check):
            tx.courtesy.deny(host, "server", now)
    if check.answer.get("unsaid"):
        return None
    return _say(tx, check, KIND if speaks else REFERRED, desk, now)


def ask_again(tx: Transaction, check: ServerCheck, desk: Desk, now: datetime) -> None:
    """The server could not be asked: later, doubling from 1 min to 4 h, for a day."""
    if now - check.at >= PATIENCE:
        settle_check(tx, check, desk, now, speaks=False)
        return
    _postpone(tx, check, now)


def set_aside(tx: Transaction, check: ServerCheck, now: datetime) -> None:
    """It could not be dealt with for a reason of ours: later, for a day, then never; nothing is said."""
    if now - check.at >= PATIENCE:
        tx.courtesy.done(check.id)
        return
    _postpone(tx, check, now)


def servers_of(check: ServerCheck) -> tuple[str, ...]:
    """The names under which its people come: that of their handles, and of their addresses if it is not below."""
    handles, addresses = server_of(check.account).lower(), (urlsplit(check.account.id).hostname or "").lower()
    if not addresses or (handles in places_of(check.account) and addresses.endswith(f".{handles}")):
        return (handles,)
    return tuple(dict.fromkeys(name for name in (handles, addresses) if name))


def _postpone(tx: Transaction, check: ServerCheck, now: datetime) -> None:
    tx.courtesy.postpone(check.id, now + min(FIRST_WAIT * (1 << min(check.tries, 10)), LONGEST_WAIT))


def _say(tx: Transaction, check: ServerCheck, message: str, desk: Desk, now: datetime) -> int | None:
    account, language = check.account, str(check.answer["language"])
    wording = Wording(message, {"operator": contact_words(desk.policy.operator), "campaign": desk.policy.campaign})
    draft = Draft(
        key=derive_key(check.uri if message == KIND else f"{REFERRED}:{account.id}:{check.at:%Y-%m-%d}", "answered"),
        text=render(wording, desk.words, language, desk.network.limits_for(account.handle)),
        language=language,
        visibility=Visibility.DIRECT,
        created_at=now,
        trigger=check.uri,
        recipient=account.handle,
        recipient_id=account.id,
        reply=check.answer["reply"],
    )
    state, reason = desk.first_state
    return tx.outbox.add(
        draft,
        desk.network.compose(draft),
        network=desk.network.name,
        kind=KIND,
        state=state,
        reason=reason,
        thread="",
        counts=True,
        priority=Priority.RIGHTS if message == KIND else _turn_of(tx, account, desk),
    )


def _turn_of(tx: Transaction, account: Account, desk: Desk) -> Priority:
    known = tx.people.by_account(account, desk.minimum) is not None
    return priority_of(KIND, known=known, answered=tx.outbox.answers(account.platform, account.id, EVER) > 0)
