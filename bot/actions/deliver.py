"""deliver: which Post goes next, and what an outcome does to it. Each function is one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.actions import digest
from bot.actions.report import DIGESTS_PACED, PACED
from bot.actions.rights import owe_deletions, retract
from bot.actions.waiting import opens
from bot.domain import listing
from bot.domain.accounts import Account, Platform
from bot.domain.consent import Use, may
from bot.domain.courtesy import Courtesy, places_of
from bot.domain.digests import DIGEST, Terms, is_quiet
from bot.domain.encounters import Kind
from bot.domain.outbox import (
    ABSENT_FOR,
    DELETION,
    SENT_BY_ADMIN,
    TAKEN_BACK,
    Post,
    Priority,
    State,
    absent_again_after,
    ask_again_after,
    favoured,
    try_again_after,
)
from bot.domain.waiting import NOTICE
from bot.errors import BotError, NotSent, Refused, Unknown
from bot.ports import Snapshot, Transaction

UTC_TERMS = Terms(ZoneInfo("UTC"))
ALWAYS_SENT = frozenset({"stop"})  # the one sentence that acknowledges the wish for silence


DENIED = "the bot was asked to leave that server alone"

MOST_WITHDRAWN = 100
"""In one transaction: a whole queue of digests may be too late at once."""


def next_post(
    tx: Transaction, network: str, platform: Platform, now: datetime, within: timedelta, terms: Terms = UTC_TERMS,
    turn: int = 0,
) -> Post | None:  # fmt: skip
    """The first Post to deal with now; those nobody wants any more are withdrawn on the way, up to a hundred.

    `turn` counts the Posts sent: now and then somebody at the end of the order is first. A Post that may already be
    out there is looked for whatever has changed: its row must tell the truth.
    """
    last = _awake(tx, network, now, terms)
    for _ in range(MOST_WITHDRAWN):
        if (post := tx.outbox.next_ready(network, now, last, favoured(turn))) is None:
            return None
        reason = None if post.state is State.UNKNOWN else _unwanted(tx, post, platform, now, within, terms)
        if reason is None:
            return post
        withdraw(tx, post, reason, now)
    return None


def next_due(
    tx: Snapshot, network: str, now: datetime, terms: Terms = UTC_TERMS, before: Priority | None = None
) -> datetime | None:
    """When the next Post that only waits for time falls due; of those that go before a priority, if one is given."""
    last = _awake(tx, network, now, terms)
    return tx.outbox.next_due(network, last if before is None else min(Priority(before - 1), last))


def _awake(tx: Snapshot, network: str, now: datetime, terms: Terms) -> Priority:
    """The last priority that may speak: at night digests rest, and whatever comes after them.

    Outside the hours of courtesy, and when the day's Posts are spent, only rights speak: they are never held back.
    """
    if opens(tx, network, terms.courtesy, now) > now:
        return Priority.RIGHTS
    return Priority.ANNOUNCEMENT if is_quiet(now, terms.zone) else max(Priority)


def _unwanted(
    tx: Transaction, post: Post, platform: Platform, now: datetime, within: timedelta, terms: Terms
) -> str | None:
    """Why this Post should not be sent after all; consent is asked again at the moment of sending.

    Also that of everybody it lists by name. Withdrawn, it has told nothing: the others come with the next.
    """
    reason = _unasked(tx, post, platform, now, within, terms)
    if reason is None and not tx.graph.names_stand(post.id, terms.minimum):
        return "somebody it tells of may not be told of any more"
    return reason


def _unasked(
    tx: Transaction, post: Post, platform: Platform, now: datetime, within: timedelta, terms: Terms
) -> str | None:
    if post.kind == DELETION:
        return None  # however old the wish is
    if tx.rights.is_taken_back(post.id):
        return TAKEN_BACK
    if _is_denied(tx, post, platform, terms.courtesy):
        return DENIED
    if post.kind == DIGEST:
        return digest.unwanted(tx, post, platform, now, terms)
    if post.kind in listing.KINDS:
        # However long it waited: it says how the list is to be, unless a later one does.
        return None if post.kind == listing.HEAD or tx.listed.stands(post.id) else "overtaken by a later decision"
    if post.kind == NOTICE and not tx.outbox.is_owed(post.recipient_id, post.trigger, post.id):
        return "the answer it speaks of has gone"
    if post.created_at < now - within and post.reason != SENT_BY_ADMIN:
        return "too late"
    if not post.recipient_id or post.kind in ALWAYS_SENT:
        return None
    if tx.people.is_silent(_recipient(post, platform)):
        return "asked for silence"
    return "did not agree to be told" if _is_told_too_much(tx, post, platform) else None


def _is_told_too_much(tx: Transaction, post: Post, platform: Platform) -> bool:
    """Whether it answers a mere tag, and its author has said since that they do not want to be told."""
    if tx.inbox.kind_of(post.network, post.trigger) != Kind.TAG:
        return False
    person = tx.people.by_account(_recipient(post, platform), 0)
    said = tx.people.consents(person.id).get("told") if person and not may(person.consent, Use.TOLD) else None
    return said is not None and said.at >= post.created_at


def _is_denied(tx: Transaction, post: Post, platform: Platform, courtesy: Courtesy) -> bool:
    """Whether it would speak to somebody of a server whose people get nothing. What rights ask for is done anyway."""
    if not post.recipient_id or post.priority is Priority.RIGHTS:
        return False
    account = _recipient(post, platform)
    account = replace(account, handle=tx.people.handle_of(account))
    return courtesy.denies(account) or tx.courtesy.denies(places_of(account))


def _recipient(post: Post, platform: Platform) -> Account:
    """Whom it is for: through a bridge it goes to a copy, and the Account is one of another network."""
    of_bluesky = post.recipient_id.startswith("did:")
    home = Platform.BLUESKY if of_bluesky else Platform.MASTODON if "://" in post.recipient_id else platform
    return Account(home, post.recipient_id)


def begin(
    tx: Transaction, post: Post, platform: Platform, now: datetime, within: timedelta, terms: Terms = UTC_TERMS
) -> bool:
    """To `sending`, committed before the call; False if nobody wants the Post any more or somebody else changed it.

    Also when night has fallen on a digest, or the hours of courtesy are over: it waits.
    """
    reason = _unwanted(tx, post, platform, now, within, terms)
    if reason is not None:
        if post.state is State.UNKNOWN:  # looked for just now, and not there: nobody was told
            tx.outbox.settle(post.id, State.READY, now)
        withdraw(tx, post, reason, now)
        return False
    if post.priority > _awake(tx, post.network, now, terms):
        return False
    return tx.outbox.mark_sending(post.id, now)


def keep_ticket(tx: Transaction, post: Post, ticket: Mapping[str, Any]) -> None:
    """Keep what had to exist before the Post (an uploaded picture)."""
    tx.outbox.keep_ticket(post.id, ticket)


def receipts_beside(tx: Transaction, post: Post) -> frozenset[str]:
    """Receipts of other Posts to the same recipient, so that a look does not take one of them for this Post."""
    return tx.outbox.receipts(post.network, post.recipient_id)


def sent(tx: Transaction, post: Post, receipt: str, now: datetime) -> None:
    """It is there; if somebody wanted it gone meanwhile, that is owed now."""
    tx.outbox.settle(post.id, State.SENT, now, receipt=receipt)
    if tx.rights.is_taken_back(post.id):
        retract(tx, post.id, now)


def withdraw(tx: Transaction, post: Post, reason: str, now: datetime) -> None:
    """Silence is the right answer after all."""
    tx.outbox.settle(post.id, State.WITHDRAWN, now, reason=reason)


def absent(tx: Transaction, post: Post, now: datetime) -> None:
    """The network does not show us the trigger: asked again for 30 s (the AppView lags the stream), then silence."""
    if now - post.created_at >= ABSENT_FOR:
        withdraw(tx, post, "the post answered is gone or hidden from us", now)
        return
    wait = absent_again_after(now - post.created_at)
    tx.outbox.settle(post.id, State.READY, now, not_before=now + wait, reason="not shown to us yet")


def failed(tx: Transaction, post: Post, fault: BotError, now: datetime, settle_seconds: float) -> State:
    """Keep what a fault says about the Post; the state it ends in."""
    if isinstance(fault, Refused):
        state, due = State.REFUSED, None
    elif isinstance(fault, Unknown):
        state, due = State.UNKNOWN, now + timedelta(seconds=settle_seconds)
    else:
        wait = fault.wait if isinstance(fault, NotSent) else 0.0
        state, due = State.READY, now + try_again_after(post.attempts, wait)
    tx.outbox.settle(post.id, state, now, not_before=due, reason=str(fault))
    return state


def postpone(tx: Transaction, post: Post, fault: BotError, now: datetime) -> None:
    """A question before the sending failed: nothing was sent, the Post keeps its state and waits."""
    wait = fault.wait if isinstance(fault, NotSent) else 0.0
    due = now + ask_again_after(now - (post.last_try or post.created_at), wait)
    reason = post.reason if post.reason == SENT_BY_ADMIN else str(fault)
    tx.outbox.settle(post.id, post.state, now, not_before=due, reason=reason)


def recover(tx: Transaction, network: str, now: datetime, *, restored: bool, settle_seconds: float) -> int:
    """At start: what was being sent when we died is unknown; after a restored backup everything unsent is."""
    owe_deletions(tx, network, now)
    return tx.outbox.recover(network, now, restored=restored, wait=settle_seconds)


def keep_pace(tx: Transaction, network: str, until: datetime, priority: Priority = Priority.ANSWER) -> None:
    """Remember until when this network's Posts of this priority wait for the budget, where `status` looks."""
    if priority <= Priority.DIGEST:
        tx.set_meta(f"{DIGESTS_PACED if priority is Priority.DIGEST else PACED}{network}", until.isoformat())
