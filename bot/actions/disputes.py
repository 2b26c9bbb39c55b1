"""Disputes: who may have an X number when two Accounts say so, and how it ends.

The stronger proof wins, equal ones freeze both, and an admin decides. A dispute is the frozen Claims that share its
number; a Link in it is held, and nothing of it is lost. Whoever is touched is told once.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.accounts import Account
from bot.domain.people import CODE_OR_ADMIN, NOT_ME, SELF_CLAIM, Claim, Link, Person
from bot.domain.registry import link_of, same_account
from bot.ports import Transaction

BY_AUTHOR: Final = "author"
BY_BOT: Final = "bot"
BY_ADMIN: Final = "admin"
DISPUTED, LOST, JOINED, LINKED, SETTLED = "disputed", "lost", "joined", "linked", "settled"
"""Kinds of notices; the message is `told-` and the kind."""

_HOLD: Final = "dispute:"

REMEMBERED: Final = timedelta(days=30)
"""How long "not me" means the Account somebody was told of."""


class Verdict(StrEnum):
    """What becomes of an Account that would get an X number."""

    JOINS = "joins"  # it may be linked
    FROZEN = "frozen"  # an equal proof says it is another
    WEAKER = "weaker"  # a stronger proof says it is another


def contest(tx: Transaction, x_id: int, account: Account, level: int, now: datetime, method: str = "") -> Verdict:
    """Whether an Account may be linked to this X number by a proof of this level; call it before linking.

    JOINS: those on its platform with a weaker proof were unlinked and told, and the Account that was there first is
    told of the other. FROZEN: both are, and both are told. WEAKER: nothing has changed. Accounts on other platforms
    contradict nobody, unless they prove it by level 3 or more and this one does not; nor do those that both do.
    """
    person = tx.people.by_x(x_id)
    own = link_of(person, account) if person else None
    if person is None or (own and own.level >= level and not own.held):
        return Verdict.JOINS
    rivals = _rivals(tx, person, account, level)
    if any(theirs > level for _, theirs in rivals):
        return Verdict.WEAKER
    equal = [rival for rival, theirs in rivals if theirs == level]
    if equal:
        _freeze(tx, person, account, equal, level, now, method)
        return Verdict.FROZEN
    for rival, _ in rivals:
        defeat(tx, rival, person, now, "a stronger proof")
    _end(tx, account, person, now)
    if own is None:
        _tell_first(tx, person, account, rivals, now)
    return Verdict.JOINS


def claimed(tx: Transaction, claim: Claim, now: datetime) -> None:
    """A Claim was put down: where somebody else's word says the same of their Account, neither counts."""
    if claim.level != SELF_CLAIM or claim.flag or claim.state == "proven":
        return
    same = tx.people.claims_on(claim.x_handle)
    others = [each for each in same if each.id != claim.id and each.level == SELF_CLAIM and not each.flag]
    if not others:
        return
    dispute = next((other.dispute for other in others if other.state == "frozen" and other.dispute), claim.id)
    for each in (claim, *others):
        if each.state != "frozen":
            tx.people.change_claim(each.id, "frozen", now, by=BY_BOT, dispute=dispute)
            tx.proving.notify(each.account, DISPUTED, str(dispute), now)


def outprove(tx: Transaction, winner: Claim, now: datetime) -> None:
    """A Claim to an X handle was proven: the mere words of others on its platform are refuted, elsewhere they wait."""
    for other in tx.people.claims_on(winner.x_handle):
        if other.id == winner.id or other.level >= winner.level:
            continue
        if other.account.platform is winner.account.platform:
            tx.people.change_claim(other.id, "rejected", now, by=BY_BOT, reason="a stronger proof")
            tx.proving.notify(other.account, LOST, str(other.id), now)
        elif other.state == "frozen" and other.level == SELF_CLAIM:
            tx.people.change_claim(other.id, "waiting", now, by=BY_BOT)


def disown(tx: Transaction, account: Account, person: Person | None, now: datetime) -> None:
    """Somebody says that it was not they: the Account they were told of is frozen, else their own Link, else a Claim
    of theirs is taken back. An admin decides; until then nothing is lost, but in a dispute they have given way."""
    stranger = stranger_of(tx, account, person, now)
    claim = tx.people.waiting_claim(account)
    if person and stranger:
        frozen = _dispute_alone(tx, stranger, person, now, "")
        tx.proving.notify(stranger.account, DISPUTED, str(frozen.id), now)
    elif person and (link := link_of(person, account)):
        _dispute_alone(tx, link, person, now, NOT_ME)
    elif claim and claim.state == "frozen" and claim.dispute:
        refuse(tx, claim, now, BY_AUTHOR, NOT_ME)
        tx.proving.drop_code(account)
    elif claim:
        tx.people.settle_claim(claim.id, "rejected", now, by=BY_AUTHOR, reason=NOT_ME)
        tx.proving.drop_code(account)


def stranger_of(tx: Transaction, account: Account, person: Person | None, now: datetime) -> Link | None:
    """The Link of the Account that somebody was just told of, if their word may freeze it.

    It must be still there and not disputed yet, no better proven than their own, and no admin said it is true.
    """
    own = link_of(person, account) if person else None
    about = tx.proving.told_about(account, JOINED, now - REMEMBERED)
    if person is None or own is None or own.held or about is None:
        return None
    link = link_of(person, about)
    if link is None or link.held or link.level > own.level:
        return None
    return None if tx.people.was_upheld(link.account, person.x_id or 0, BY_ADMIN) else link


def resolve(tx: Transaction, winner: Claim, person: Person, now: datetime, by: str, reason: str) -> None:
    """A Claim of a dispute is the true one: the others of the dispute are rejected, unlinked and told."""
    if winner.dispute is None:
        return
    for other in tx.people.disputed(winner.dispute):
        if other.id != winner.id:
            _refute(tx, other, person, now, by, reason)
    tx.people.release(winner.account, hold_of(winner.dispute))


def refuse(tx: Transaction, loser: Claim, now: datetime, by: str, reason: str) -> None:
    """A Claim of a dispute is not true; whoever is then alone in it is out of it."""
    person = tx.people.by_x(loser.x_id) if loser.x_id is not None else None
    _refute(tx, loser, person, now, by, reason)
    if loser.dispute is not None:
        free_whoever_is_alone(tx, loser.dispute, now, by)


def free_whoever_is_alone(tx: Transaction, dispute: int, now: datetime, by: str) -> None:
    """Nobody disputes with them any more."""
    rest = tx.people.disputed(dispute)
    if len(rest) == 1:
        _thaw(tx, rest[0], now, by)


def put_back(tx: Transaction, claim: Claim, now: datetime, by: str, reason: str) -> None:
    """It was they after all: the Link stands as before."""
    tx.people.change_claim(claim.id, "rejected", now, by=by, reason=reason)
    tx.people.release(claim.account, hold_of(claim.dispute or claim.id))
    tx.proving.notify(claim.account, SETTLED, str(claim.id), now)


def defeat(tx: Transaction, account: Account, person: Person, now: datetime, reason: str, by: str = BY_BOT) -> None:
    """An Account loses its Link to a Person, and every Claim to the same; it is told."""
    lost = [c for c in tx.people.claims_to(person.x_id or 0) if same_account(c.account, account)]
    for claim in lost:
        tx.people.change_claim(claim.id, "rejected", now, by=by, reason=reason)
        tx.people.release(account, hold_of(claim.dispute or claim.id))
    if link_of(person, account):
        tx.people.unlink(account)
    tx.proving.notify(account, LOST, f"{person.id}:{now:%Y-%m-%d}", now)


def hold_of(dispute: int) -> str:
    """The reason for which Links in a dispute are held."""
    return f"{_HOLD}{dispute}"


def set_free(tx: Transaction, account: Account) -> None:
    """Whatever dispute holds an Account, it holds it no more."""
    for reason in tx.people.holds(account):
        if reason.startswith(_HOLD):
            tx.people.release(account, reason)


def _rivals(tx: Transaction, person: Person, account: Account, level: int) -> list[tuple[Account, int]]:
    """Other Accounts on the platform that have the number, or say so in a dispute, and the level of their proof.

    Those of other platforms too whose proof is of level 3 or more where ours is less: no archive joins them.
    """
    known = [(link.account, link.level) for link in person.links]
    disputed = [(c.account, c.level) for c in tx.people.claims_to(person.x_id or 0) if c.state == "frozen"]
    rivals: list[tuple[Account, int]] = []
    for other, theirs in (*known, *disputed):
        near = other.platform is account.platform or level < CODE_OR_ADMIN <= theirs
        apart = near and not same_account(other, account)
        both_proven = level >= CODE_OR_ADMIN and theirs >= CODE_OR_ADMIN
        if apart and not both_proven and not any(same_account(other, there) for there, _ in rivals):
            rivals.append((other, theirs))
    return rivals


def _freeze(
    tx: Transaction, person: Person, account: Account, equal: list[Account], level: int, now: datetime, method: str
) -> None:
    x_id = person.x_id or 0
    new = tx.people.contend(account, person.vouched_handle, x_id, level, method, now)
    frozen = [c for c in tx.people.claims_to(x_id) if c.state == "frozen" and c.dispute]
    dispute = frozen[0].dispute or new.id if frozen else new.id
    for each in (account, *equal):
        link = link_of(person, each)
        claim = tx.people.contend(each, person.vouched_handle, x_id, level, link.source if link else method, now)
        tx.people.change_claim(claim.id, "frozen", now, by=BY_BOT, reason="an equal proof", dispute=dispute)
        if link:
            tx.people.hold(each, hold_of(dispute), now)
        tx.proving.notify(each, DISPUTED, str(dispute), now)


def _dispute_alone(tx: Transaction, link: Link, person: Person, now: datetime, flag: str) -> Claim:
    handle = "" if flag else person.vouched_handle  # whose word it is not may still prove it by a code
    claim = tx.people.contend(link.account, handle, person.x_id or 0, link.level, link.source, now)
    frozen = tx.people.change_claim(
        claim.id, "frozen", now, by=BY_AUTHOR, reason=NOT_ME, dispute=claim.id, flag=flag or None
    )
    tx.people.hold(link.account, hold_of(claim.id), now)
    return frozen


def _end(tx: Transaction, account: Account, person: Person, now: datetime) -> None:
    """The dispute of an Account that has won is over for it."""
    for claim in tx.people.claims_to(person.x_id or 0):
        if same_account(claim.account, account) and claim.state == "frozen" and claim.dispute and not claim.flag:
            tx.people.change_claim(claim.id, "accepted", now, by=BY_BOT, reason="a stronger proof")
            tx.people.release(account, hold_of(claim.dispute))


def _tell_first(
    tx: Transaction, person: Person, account: Account, beaten: list[tuple[Account, int]], now: datetime
) -> None:
    """Of those who stay, the one that was there first hears of the newcomer."""
    gone = [other for other, _ in beaten]
    stay = [link for link in person.links if not any(same_account(link.account, other) for other in gone)]
    if stay:
        tx.proving.notify(stay[0].account, JOINED, "", now, about=account)


def _refute(tx: Transaction, claim: Claim, person: Person | None, now: datetime, by: str, reason: str) -> None:
    tx.people.change_claim(claim.id, "rejected", now, by=by, reason=reason)
    if claim.dispute is not None:
        tx.people.release(claim.account, hold_of(claim.dispute))
    if person and link_of(person, claim.account):
        tx.people.unlink(claim.account)
    if by != BY_AUTHOR:  # who said so themselves is answered
        tx.proving.notify(claim.account, LOST, str(claim.id), now)


def _thaw(tx: Transaction, claim: Claim, now: datetime, by: str) -> None:
    person = tx.people.by_x(claim.x_id) if claim.x_id is not None else None
    linked = person is not None and link_of(person, claim.account) is not None
    state = "accepted" if linked else "proven" if claim.level >= CODE_OR_ADMIN else "waiting"
    tx.people.change_claim(claim.id, state, now, by=by)
    tx.people.release(claim.account, hold_of(claim.dispute or claim.id))
    if linked:
        tx.proving.notify(claim.account, SETTLED, str(claim.id), now)
