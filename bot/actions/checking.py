"""checking: what a look at a post on X has shown becomes a proof, and the answer that is owed, in one transaction."""

from __future__ import annotations

from datetime import datetime

from bot.actions import disputes
from bot.actions.consulting import consulting
from bot.actions.desk import Desk
from bot.actions.disputes import Verdict
from bot.actions.guarding import flag_of
from bot.actions.receive import ANSWERED
from bot.actions.telling import values_of
from bot.domain.accounts import Account, Platform
from bot.domain.answers.proving import PROVE, provable
from bot.domain.outbox import REHEARSAL, Draft, Priority, State, derive_key
from bot.domain.people import Claim, Person
from bot.domain.proof import Method, Proof, fresh
from bot.domain.proving import PATIENCE, Check, Outcome, XPost, judge, look_again_after
from bot.domain.registry import link_of
from bot.domain.wording import Wording, render
from bot.ports import Snapshot, Transaction
from bot.ports.proving import Asked

LINKED, PROVEN, PROTECTED = "prove-linked", "prove-proven", "prove-protected"


def handle_of(tx: Snapshot, check: Check) -> str:
    """The X handle whose post is to be looked at; "" if there is nothing to look for any more."""
    asked = tx.proving.asked(check)
    return _sought(tx, asked.account, check)[0] if asked else ""


def settle(tx: Transaction, check: Check, seen: XPost | Outcome | None, desk: Desk, now: datetime) -> str:
    """What was seen is believed and answered, once; the message. "" if somebody else settled it.

    `seen` is the post (None: X shows none), or why there is nothing to judge.
    """
    asked = tx.proving.asked(check)
    if asked is None:
        return ""
    handle, code = _sought(tx, asked.account, check)
    if isinstance(seen, Outcome):
        outcome = seen
    else:
        outcome = judge(seen, handle, code) if code else Outcome.EXPIRED
    message = f"prove-{outcome}"
    if outcome is Outcome.PROVEN:
        address = f"https://x.com/{handle}/status/{check.post}"
        message = _believed(tx, asked.account, handle, address, desk, now)
    _answer(tx, check, asked, message, desk, now)
    tx.proving.settle(check, outcome.value)
    return message


def postpone(tx: Transaction, check: Check, wait: float, desk: Desk, now: datetime) -> bool:
    """X does not answer: the post is looked at later, or after a whole day not any more, and that is said."""
    due = now + look_again_after(check.tries + 1, wait)
    if due - check.asked_at <= PATIENCE:
        tx.proving.postpone(check, due)
        return True
    settle(tx, check, Outcome.UNREACHABLE, desk, now)
    return False


def set_aside(tx: Transaction, check: Check, now: datetime) -> None:
    """A mistake of ours stands in the way: tried later, and after a whole day not any more, without an answer."""
    due = now + look_again_after(check.tries + 1, 0.0)
    if due - check.asked_at <= PATIENCE:
        tx.proving.postpone(check, due)
    else:
        tx.proving.settle(check, "fault")


def _sought(tx: Transaction, account: Account, check: Check) -> tuple[str, str]:
    """The handle and the code that are looked for, as they were good when somebody asked; empty if they are not."""
    code = tx.proving.code(account, check.asked_at)
    handle = provable(tx.people.waiting_claim(account), tx.people.by_account(account, 0))
    return (handle, code.text) if code and code.x_handle == handle else ("", "")


def _believed(tx: Transaction, account: Account, handle: str, address: str, desk: Desk, now: datetime) -> str:
    """The handle is theirs: a Link where its number is known, else a Claim that waits for the number; the message."""
    proof = fresh(Method.CODE, now, address)
    tx.proving.drop_code(account)
    claim = tx.people.waiting_claim(account)
    person = _numbered(tx, handle)
    flag = flag_of(tx, account, handle, proof.level, proof.method, person.x_id if person else None)
    if (claim and claim.flag) or flag:
        _leave_to_admin(tx, claim or tx.people.claim(account, handle, "", now, flag=flag), proof, flag, now)
        return PROTECTED
    joins = person is not None and _may_join(tx, person, account, proof.level, now)
    if person and joins and tx.people.prove(person.id, account, proof, now):
        _settle_claim(tx, claim, person, proof.level, now)
        return LINKED
    tx.people.await_proof(account, proof)
    if claim:
        proven = tx.people.change_claim(claim.id, "proven", now, by="code", level=proof.level, method=Method.CODE.value)
        disputes.outprove(tx, proven, now)
    return PROVEN


def _leave_to_admin(tx: Transaction, claim: Claim, proof: Proof, flag: str, now: datetime) -> None:
    """The code was seen, but the name is one that no code gives to anybody."""
    tx.people.await_proof(claim.account, proof)
    state = claim.state if claim.state == "frozen" else "proven"
    tx.people.change_claim(
        claim.id, state, now, by="code", level=proof.level, method=proof.method.value, flag=flag or None
    )


def _numbered(tx: Transaction, handle: str) -> Person | None:
    """Who has the handle, if somebody who can know says so."""
    person = tx.people.find(Account(Platform.X, "", handle))
    return person if person and person.x_id is not None and not person.x_heard else None


def _may_join(tx: Transaction, person: Person, account: Account, level: int, now: datetime) -> bool:
    owner = tx.people.find(account)
    if person.x_id is None or (owner is not None and owner.id != person.id and _level_of(owner, account) >= level):
        return False
    return disputes.contest(tx, person.x_id, account, level, now, Method.CODE.value) is Verdict.JOINS


def _level_of(owner: Person, account: Account) -> int:
    link = link_of(owner, account)
    return link.level if link else 0


def _settle_claim(tx: Transaction, claim: Claim | None, person: Person, level: int, now: datetime) -> None:
    """The answer itself tells that it is linked."""
    if claim is None:
        return
    won = tx.people.change_claim(
        claim.id, "accepted", now, by="code", level=level, method=Method.CODE.value, x_id=person.x_id
    )
    disputes.outprove(tx, won, now)


def _answer(tx: Transaction, check: Check, asked: Asked, message: str, desk: Desk, now: datetime) -> None:
    """Under the key of the Encounter, so that it has one answer whatever happens."""
    account = asked.account
    wording = Wording(message, values_of(desk.policy))
    if message == LINKED:
        wording = consulting(tx, account, wording, desk, asked.language, asked.recipient, now)
    draft = Draft(
        key=derive_key(check.trigger, ANSWERED),
        text=render(wording, desk.words, asked.language, desk.network.limits_for(asked.recipient)),
        language=asked.language,
        visibility=asked.visibility,
        created_at=now,
        trigger=check.trigger,
        recipient=asked.recipient,
        recipient_id=account.id,
        reply=asked.reply,
    )
    tx.outbox.add(
        draft,
        desk.network.compose(draft),
        network=check.network,
        kind=PROVE,
        state=State.HELD if desk.rehearsal else State.READY,
        reason=REHEARSAL if desk.rehearsal else None,
        thread=asked.thread,
        counts=True,
        priority=Priority.PROOF,
    )
    tx.inbox.settle(check.network, check.trigger, ANSWERED)
