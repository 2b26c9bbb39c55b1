"""lives: ask about Accounts, slowly and for ever: each linked one every week, and soon whoever gave a sign."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.actions import lives
from bot.domain.accounts import Account
from bot.domain.lives import USUAL, Kept, Life, Standing, share
from bot.errors import NotSent, Refused, Stopped
from bot.ports import Actors, Clock, Network, Snapshot, Store, Transaction

log = logging.getLogger(__name__)

AT_ONCE = 20  # Accounts between two looks at who is due
PAUSE_SECONDS = 5.0  # between two questions: 60 of the 300 requests a Mastodon server allows in five minutes
REST_SECONDS = 5.0  # when nobody is due
FAULT_SECONDS = 60.0  # after a fault
ENROL_EVERY = timedelta(hours=1)
ENROLLED_AT_ONCE = 500
FEW = 4  # of so many answers all may be "gone"
UNKNOWN = Life(Standing.UNKNOWN)

Answer = tuple[Account, Life, datetime]
"""About whom, what, and when it was asked."""


async def watch_lives(store: Store, network: Network, clock: Clock, actors: Actors) -> None:
    """For ever. Stopped, StorageError. A fault of the network is never taken for an answer."""
    enrolled_at: datetime | None = None
    failed = ""
    while True:
        now = clock.now()
        if enrolled_at is None or now - enrolled_at >= ENROL_EVERY:
            enrolled_at = now
            await _enrol(store, network, clock)
        kept = await store.read(partial(_due, network=network, now=now))
        answers, wait, failed = await _asked(network, kept, failed, clock)
        for account, told, at in _believable(network, answers):
            life = await _confirmed(told, actors)
            await store.write(partial(lives.learn, asked=account, life=life, now=clock.now(), asked_at=at))
        await asyncio.sleep(wait)


async def _enrol(store: Store, network: Network, clock: Clock) -> None:
    """Whoever was linked since gets a turn within the week."""
    while some := await store.read(lambda tx: tx.lives.unwatched(network.platform, ENROLLED_AT_ONCE)):
        await store.write(partial(_spread, accounts=some, now=clock.now()))
        await asyncio.sleep(0)


def _spread(tx: Transaction, accounts: Sequence[Account], now: datetime) -> None:
    for account in accounts:
        tx.lives.ask(account, now + USUAL * share(account))


def _due(tx: Snapshot, network: Network, now: datetime) -> list[Kept]:
    return tx.lives.due(network.platform, network.home, now, AT_ONCE)


async def _asked(network: Network, kept: Sequence[Kept], failed: str, clock: Clock) -> tuple[list[Answer], float, str]:
    """What the network answered until it wanted to be left alone, how long to leave it (seconds), and about whom.

    `failed` is about whom it was before: a second time it may be because of them, so they wait for their next turn.
    """
    answers: list[Answer] = []
    for one in kept:
        now = clock.now()
        try:
            answers.append((one.account, await network.life(one.account), now))
        except Stopped:
            raise
        except NotSent as fault:
            log.info("accounts could not be asked about", extra={"network": network.name, "reason": str(fault)})
            if one.account.id == failed:
                answers.append((one.account, UNKNOWN, now))
            return answers, max(fault.wait, FAULT_SECONDS), one.account.id
        except Refused:
            answers.append((one.account, UNKNOWN, now))
        await asyncio.sleep(PAUSE_SECONDS)
    return answers, 0.0 if len(kept) == AT_ONCE else REST_SECONDS, ""


async def _confirmed(life: Life, actors: Actors) -> Life:
    """A move is one when the new Account says so itself; where that cannot be told nothing moves for now."""
    if life.claims is None:
        return life
    try:
        return life.confirmed(await actors.also_known_as(life.claims.id))
    except (NotSent, Refused) as fault:
        log.info("a move could not be confirmed", extra={"reason": str(fault)})
        return life


def _believable(network: Network, answers: Sequence[Answer]) -> list[Answer]:
    """Where most of many are gone at once, it is the network that is not well."""
    gone = sum(life.standing is Standing.GONE for _, life, _ in answers)
    if gone <= FEW or gone * 2 <= len(answers):
        return list(answers)
    log.warning("most accounts are said to be gone: not believed", extra={"network": network.name, "accounts": gone})
    return [(account, UNKNOWN if life.standing is Standing.GONE else life, at) for account, life, at in answers]
