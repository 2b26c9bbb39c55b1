"""prove, not me: how somebody shows who they were on X, and how they say that it was not they."""

from __future__ import annotations

from typing import Final

from bot.domain.accounts import Account
from bot.domain.answers.case import Case
from bot.domain.effects import Disown, Effect, Facts, Give, Ignore, Look, Say, Why
from bot.domain.people import CODE_OR_ADMIN, NOT_ME, Claim, Person
from bot.domain.proving import CHECKS_AN_HOUR, CODE_LIFE, address_of
from bot.domain.registry import link_of
from bot.domain.wording import Wording

PROVE: Final = "prove"


def prove(case: Case) -> list[Effect]:
    """The code and where to put it; with the address of a post on X, a look at that post, answered afterwards."""
    handle = provable(case.facts.claim, case.facts.person)
    if not handle:
        return [case.say(PROVE, case.unlinked)]
    if case.facts.claim is None and _is_proven(case.facts, case.encounter.account):
        return [case.say(PROVE, "prove-known")]
    code = case.facts.code
    if code is None or code.x_handle != handle or not (case.understood.x_post and code.given):
        return _given(case)
    return _looked_at(case, handle)


def provable(claim: Claim | None, person: Person | None) -> str:
    """The X handle that a code would prove: the one they claim, else the one they are known by; "" for none."""
    if claim and claim.x_handle:
        return claim.x_handle.lower()
    return person.vouched_handle.lower() if person else ""


def _is_proven(facts: Facts, account: Account) -> bool:
    """Whether a code would prove nothing more."""
    link = link_of(facts.person, account) if facts.person else None
    return link is not None and link.level >= CODE_OR_ADMIN


def _given(case: Case) -> list[Effect]:
    code = case.facts.code
    if code is None:  # nobody asks for one without a handle
        return [case.say(PROVE, case.unlinked)]
    values = case.campaign() | {"code": code.text, "hours": int(CODE_LIFE.total_seconds()) // 3600}
    private = () if case.private or not case.policy.private_messages else (Wording("prove-privately"),)
    told = Say(PROVE, Wording(PROVE, values, private), case.visibility, case.language)
    return [told] if code.given else [Give(code), told]


def _looked_at(case: Case, handle: str) -> list[Effect]:
    found = address_of(case.understood.x_post)
    if found is None:
        return [case.say(PROVE, "prove-address")]
    named, number = found
    if named not in ("", handle):
        return [case.say(PROVE, "prove-other-author")]
    if case.facts.looks_last_hour >= CHECKS_AN_HOUR:
        return [case.say(PROVE, "prove-too-often")]
    return [Look(number, case.visibility, case.language), Ignore(Why.CHECKING)]


def not_me(case: Case) -> list[Effect]:
    """Their own Link is held and disputed; of an Account they were just told of, that one's. A Claim is taken back."""
    person, claim = case.facts.person, case.facts.claim
    if case.facts.joined:
        return [Disown(), case.say("not-me", "not-me-stranger")]
    if person:
        return [Disown(), case.say("not-me")]
    if claim and claim.flag == NOT_ME:
        return [case.say("not-me", "not-me-again")]
    if claim:
        return [Disown(), case.say("not-me", "not-me-claim")]
    return [case.say("not-me", "not-me-nothing")]
