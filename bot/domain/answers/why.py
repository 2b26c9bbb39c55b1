"""why: the evidence and the date behind a match, for the eyes of the asker alone."""

from __future__ import annotations

from typing import Final

from bot.domain.accounts import Account
from bot.domain.answers.case import Case
from bot.domain.answers.finding import who
from bot.domain.effects import Effect, Say
from bot.domain.matching import Evidence
from bot.domain.people import Link
from bot.domain.wording import Value, Wording

EXPLAINED: Final = 8
"""Matches to know the evidence of: more lines than a post holds."""


def why(case: Case) -> list[Effect]:
    """In private how each match is known, the first first; in public only how the asker's own account was proven."""
    person = case.facts.person
    link = next((link for link in person.links if _is(link, case.encounter.account)), None) if person else None
    if not link:
        return [case.say("why", case.unlinked)]
    own: dict[str, Value] = {**_proof(link), "level": link.level}
    lines = tuple(_line(case, evidence) for evidence in case.facts.evidence if evidence.match.account.handle)
    if case.in_private and lines:
        others = case.facts.matches.total - len(lines)
        return [_say(case, Wording("why", own, lines, "find-more", others=others))]
    asks = not case.in_private and case.policy.private_messages
    return [_say(case, Wording("why-own", own, foot="why-ask" if asks else ""))]


def _say(case: Case, wording: Wording) -> Say:
    return Say("why", wording, case.visibility, case.language)


def _line(case: Case, evidence: Evidence) -> Wording:
    """Whose list tells it, the asker's or their own, and since when the account is known to be theirs."""
    values: dict[str, Value] = {
        "who": who(evidence.match.account, case.platform),
        "relation": evidence.match.reason.value,
        "witness": evidence.witness.value,
        **_proof(evidence.link),
    }
    return Wording("why-line", values | ({"day": evidence.listed_at} if evidence.listed_at else {"day": ""}))


def _proof(link: Link) -> dict[str, Value]:
    return {"method": link.method.value, "since": link.at}


def _is(link: Link, account: Account) -> bool:
    names = (link.account.id, link.account.url, link.account.handle)
    given = (account.id, account.url, account.handle)
    same = any(ours and ours == theirs for ours, theirs in zip(names, given, strict=True))
    return link.account.platform is account.platform and same
