"""link: who somebody says they were on X."""

from __future__ import annotations

from bot.domain.answers.asking import asking
from bot.domain.answers.case import Case
from bot.domain.effects import Effect, Link
from bot.domain.text import address
from bot.domain.wording import Wording


def claim(case: Case) -> list[Effect]:
    """A Claim is put down, and the operator has to confirm it; what is known already is not asked again."""
    facts, handle = case.facts, case.understood.x_handle
    if facts.person and facts.person.x_handle.casefold() == handle:
        return [asking(case, case.say("link", "link-known"))]
    if facts.claim and facts.claim.x_handle.casefold() == handle:
        return [case.say("link", case.unlinked, lines=proofs(case))]
    return [Link(handle), case.say("link", "claim", lines=proofs(case))]


def proofs(case: Case) -> tuple[Wording, ...]:
    """What proves who somebody was on X, and the guide to it, if there is one."""
    guide = case.policy.archive_guide
    return (Wording("archive-guide", case.campaign() | {"guide": address(guide)}),) if guide else ()
