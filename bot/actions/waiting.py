"""waiting: how long an answer takes, told to the asker once, and to `status`."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.desk import Desk
from bot.actions.report import QUEUE
from bot.domain.accounts import Account, Platform
from bot.domain.courtesy import Courtesy
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.outbox import Draft, Priority, derive_key
from bot.domain.people import Person
from bot.domain.text import plain
from bot.domain.waiting import NOTICE, may_tell, notice, notice_trigger, position
from bot.domain.wording import Wording, render
from bot.ports import Network, Snapshot, Transaction

HOUR = timedelta(hours=1)
A_YEAR = 31_536_000  # seconds; nobody waits longer, and dates end somewhere


def opens(tx: Snapshot, network: str, courtesy: Courtesy, now: datetime) -> datetime:
    """When this network may be spoken to, by its own courtesy: `now`, or when the next hours or the next day begin."""
    if courtesy.per_day is not None and tx.outbox.tried(network, courtesy.day_begins(now)) >= courtesy.per_day:
        return courtesy.opens(courtesy.day_begins(courtesy.day_begins(now) + timedelta(hours=36)))
    return courtesy.opens(now)


def expected(
    tx: Snapshot, network: Network, courtesy: Courtesy, now: datetime, priority: Priority = Priority.ANSWER
) -> float:
    """Seconds until the last Post of this priority that waits now will have gone: its turn, its budget, its hours."""
    name = network.name
    before = position(tx.outbox.ahead(name, priority), tx.outbox.ahead(name, Priority.ANNOUNCEMENT))
    done = now + timedelta(seconds=min(network.expected_wait(before, now, priority), A_YEAR))
    if courtesy.per_day is not None:
        tried = tx.outbox.tried(name, courtesy.day_begins(now))
        days = max(tried + before - 1, 0) // courtesy.per_day
        done = max(done, courtesy.day_begins(now) + timedelta(days=days)) if days else done
    return (courtesy.opens(done) - now).total_seconds()


def answers_to(tx: Snapshot, account: Account, person: Person | None, minimum: int, since: datetime) -> int:
    """How many answers they had since, through whichever of their Accounts: two do not get twice as many."""
    linked = {link.account for link in person.links if link.level >= minimum and not link.held} if person else set()
    known = {(one.platform, one.id) for one in (account, *linked)}
    return sum(tx.outbox.answers(platform, id_, since) for platform, id_ in known)


def tell_of_wait(
    tx: Transaction, encounter: Encounter, answer: Draft, priority: Priority, desk: Desk, now: datetime
) -> int | None:
    """Owe the asker one line on how long their answer takes, if it is long; once a person and day."""
    asked = encounter.kind in (Kind.MENTION, Kind.MESSAGE)
    if not asked or priority <= Priority.NOTICE or opens(tx, desk.network.name, desk.courtesy, now) > now:
        return None
    # What is cheap to know comes first: in a crowd most are not told, and the forecast takes milliseconds.
    rate = desk.network.answers_per_hour()
    if math.isinf(rate) or not may_tell(tx.outbox.notices(desk.network.name, now - HOUR), rate):
        return None  # without a budget of our own nobody knows
    if (wording := notice(expected(tx, desk.network, desk.courtesy, now, priority))) is None:
        return None
    draft, (state, reason) = _draft(encounter, answer, wording, desk), desk.first_state
    return tx.outbox.add(
        draft,
        desk.network.compose(draft),
        network=desk.network.name,
        kind=NOTICE,
        state=state,
        reason=reason,
        thread="",
        counts=False,
        priority=Priority.NOTICE,
    )


def keep_queue(tx: Transaction, network: Network, courtesy: Courtesy, now: datetime) -> None:
    """Remember what somebody who asks now may expect, where `status` looks."""
    waiting = tx.outbox.ahead(network.name, Priority.ANSWER)
    seconds = expected(tx, network, courtesy, now) if waiting else 0.0
    kept: dict[str, str | int] = {"seconds": math.ceil(seconds)}
    if (opening := opens(tx, network.name, courtesy, now)) > now:
        kept["opens"] = opening.isoformat()
    tx.set_meta(f"{QUEUE}{network.name}", json.dumps(kept))


def _draft(encounter: Encounter, answer: Draft, wording: Wording, desk: Desk) -> Draft:
    account = encounter.address
    # On Mastodon an answer is found again by what it answers: a second Post below the same one would be taken for it.
    apart = account.platform is Platform.MASTODON
    words = render(wording, desk.words, answer.language, desk.network.limits_for(account.handle))
    return replace(
        answer,
        key=derive_key(notice_trigger(encounter.account.id, f"{answer.created_at:%Y-%m-%d}"), NOTICE),
        text=words,
        visibility=Visibility.DIRECT if apart else answer.visibility,
        reply=desk.network.private_to(account) if apart else answer.reply,
        mark=plain(words),
    )
