"""rights: an answer is taken back, somebody is erased or shown what is kept of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.accounts import Account
from bot.domain.answers.rights import FORGET
from bot.domain.effects import Forget, Retract
from bot.domain.encounters import Encounter, Visibility
from bot.domain.outbox import DELETES, DELETION, TAKEN_BACK, Draft, Post, Priority, State, derive_key
from bot.domain.requests import Request, Understood
from bot.domain.rights import Gone
from bot.ports import Snapshot, Transaction

A_DAY = timedelta(days=1)


def answer_meant(tx: Snapshot, encounter: Encounter) -> int | None:
    """The answer of ours that the author means by "delete": the one they reply to, else the latest to them.

    None if there is none, or it is neither theirs nor in a thread of theirs.
    """
    there = tx.rights.answer_at(encounter.network, encounter.parent) if encounter.parent else None
    if there is None:
        latest = tx.rights.latest_answer(encounter.network, encounter.account.id)
        return latest.id if latest else None
    mine = encounter.account.id in (there.recipient_id, _thread_author(there, encounter))
    return there.id if mine and encounter.account.id else None


def _thread_author(answer: Post, encounter: Encounter) -> str:
    """Who began the thread our answer stands in.

    On Bluesky by the address of the first post, as whoever asked gave it: a reply may claim to be in any thread.
    Elsewhere the server itself tells.
    """
    if answer.thread.startswith("at://"):
        return answer.thread.removeprefix("at://").partition("/")[0]
    return encounter.thread_author


def had_receipt(tx: Snapshot, encounter: Encounter, now: datetime) -> bool:
    """Whether the author was erased in the last day already, and told so."""
    account = encounter.account
    return tx.outbox.answers(account.platform, account.id, now - A_DAY, kind=FORGET) > 0


def grant(tx: Transaction, account: Account, effect: Forget | Retract, now: datetime) -> None:
    """Do what the author has a right to."""
    match effect:
        case Forget():
            forget(tx, account, now)
        case Retract(post=post):
            retract(tx, post, now)


def retract(tx: Transaction, post_id: int, now: datetime) -> None:
    """Take a Post of ours back, once, whoever asks and however often: it is never sent, or deleted where it stands.

    What may be on its way is looked for as always, and deleted when it turns out to be there.
    """
    post = tx.outbox.get(post_id)
    if post is None or post.kind == DELETION:
        return
    tx.rights.take_back(post_id)
    if post.state in (State.READY, State.HELD):
        tx.outbox.withdraw(post_id, now, TAKEN_BACK)
    elif post.state is State.SENT and post.receipt:
        _owe_deletion(tx, post, post.receipt, now)


def retract_late(tx: Transaction, encounter: Encounter, understood: Understood, now: datetime) -> None:
    """A wish for a deletion never grows too old, of an answer that was there when it was written."""
    if understood.request is not Request.DELETE:
        return
    meant = answer_meant(tx, encounter)
    post = tx.outbox.get(meant) if meant is not None else None
    if post and post.created_at <= encounter.at:
        retract(tx, post.id, now)


def forget(tx: Transaction, account: Account, now: datetime, *, whole: bool = False) -> Gone:
    """Erase somebody, and owe the deletion of what was published to them or names them; see `ports.Rights.erase`."""
    gone = tx.rights.erase(account, now, whole=whole)
    for post in gone.published:
        retract(tx, post, now)
    return gone


def owe_deletions(tx: Transaction, network: str, now: datetime) -> int:
    """At start: of what was taken back, or erased again after a restore, and still stands there; how many."""
    undeleted = tx.rights.undeleted(network)
    for post in undeleted:
        retract(tx, post, now)
    return len(undeleted)


def _owe_deletion(tx: Transaction, post: Post, receipt: str, now: datetime) -> None:
    trigger = f"{DELETION}:{post.key}"
    draft = Draft(derive_key(trigger, DELETION), (), "", Visibility.PUBLIC, now, trigger)
    tx.outbox.add(
        draft,
        {DELETES: receipt},
        network=post.network,
        kind=DELETION,
        state=State.READY,
        thread="",
        counts=False,
        priority=Priority.RIGHTS,
    )
