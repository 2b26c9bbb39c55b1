"""proving: the code somebody is given, the look at their post on X that is owed, and what is known when they ask."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import disputes
from bot.actions.guarding import flag_of
from bot.domain.accounts import Account
from bot.domain.answers.proving import provable
from bot.domain.effects import Disown, Facts, Give, Link
from bot.domain.encounters import Encounter
from bot.domain.people import SELF_CLAIM, Person
from bot.domain.proof import Method
from bot.domain.proving import CODE_LETTERS, CODE_LIFE, LETTERS, PREFIX, Code
from bot.domain.requests import Request
from bot.ports import Transaction

HOUR = timedelta(hours=1)


def with_proofs(tx: Transaction, account: Account, request: Request, facts: Facts, now: datetime) -> Facts:
    """The Facts with what `prove` and `not me` need; other requests cost nothing."""
    if request is Request.NOT_ME:
        joined = disputes.stranger_of(tx, account, facts.person, now) is not None
        return replace(facts, joined=joined)
    handle = provable(facts.claim, facts.person)
    if request is not Request.PROVE or not handle:
        return facts
    kept = tx.proving.code(account, now)
    code = kept if kept and kept.x_handle == handle else new_code(handle, now)
    return replace(facts, code=code, looks_last_hour=tx.proving.looks_since(account, now - HOUR))


def carry_out(
    tx: Transaction, encounter: Encounter, effect: Link | Give | Disown, person: Person | None, now: datetime
) -> None:
    """Write down what follows from somebody saying who they were on X, or were not."""
    account = encounter.account
    match effect:
        case Link(x_handle=x_handle):
            # Whoever was erased is here by their own word; others say nothing about who was.
            was = x_handle if tx.rights.is_erased([account]) else ""
            tx.rights.come_back(account, now, x_handle=was)
            flag = flag_of(tx, account, x_handle, SELF_CLAIM, Method.CODE)
            claim = tx.people.claim(account, x_handle, encounter.uri, now, flag=flag)
            disputes.claimed(tx, claim, now)
        case Give(code=code):
            tx.proving.give_code(account, code, now)
        case Disown():
            disputes.disown(tx, account, person, now)


def new_code(x_handle: str, now: datetime) -> Code:
    """A code nobody can guess."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE_LETTERS))
    return Code(PREFIX + letters, x_handle, now + CODE_LIFE)
