"""stop, resume, private, public, tell me: what somebody allows, and how they want to be answered."""

from __future__ import annotations

from bot.domain.accounts import Platform
from bot.domain.answers.case import Case
from bot.domain.consent import Consent, Told, values_of, with_choices
from bot.domain.effects import Choose, Effect, Fact, Remember, Say
from bot.domain.requests import Request, Understood
from bot.domain.wording import Wording


def stop(case: Case) -> list[Effect]:
    """Silence, acknowledged in one sentence a day that counts towards no limit."""
    return [Remember(Fact.SILENCE), case.say("stop", counts=False)]


def resume(case: Case) -> list[Effect]:
    """Silence is over."""
    return [Remember(Fact.SPEECH), case.say("resume")]


def private(case: Case) -> list[Effect]:
    """Never named in public again, in no answer, on no list, and answered in private; or another choice they make."""
    if case.understood.choice or not case.facts.person:
        return _chosen(case)
    opens = "private-open" if _is_closed(case) else ""
    message = "private" if case.policy.private_messages else "private-elsewhere"
    said = _said(case, message, {"named": "no"}, opens)
    return [Choose("named", "no"), Remember(Fact.DISCREET), said]


def public(case: Case) -> list[Effect]:
    """They choose to be named in public and are answered where they ask; or another choice they make."""
    if case.understood.choice or not case.facts.person:
        return _chosen(case)
    return [Choose("named", "yes"), Remember(Fact.OPENNESS), _said(case, "public", {"named": "yes"})]


def _chosen(case: Case) -> list[Effect]:
    """Another purpose and its value. Only a Person has something to choose; to anybody else, how to become one."""
    if not case.facts.person or not case.understood.choice:
        return [_not_linked(case)]
    purpose, value = case.understood.choice
    chosen = {purpose: value}
    wording = Wording("consent-chosen", {"choice": f"{purpose}-{value}"}, (_now(case, chosen),))
    return [Choose(purpose, value), Say(case.understood.request.value, wording, case.visibility, case.language)]


def withdrawal(understood: Understood) -> tuple[str, str] | None:
    """The purpose and the value by which these words take something back: that is never too late, nor too much."""
    if understood.request is Request.PRIVATE:
        return understood.choice or ("named", "no")
    if understood.request is Request.TELL_ME and understood.often is Told.NEVER:
        return "told", Told.NEVER.value
    return None


def tell_me(case: Case) -> list[Effect]:
    """They choose to be told of arrivals: as often as they say, else as before, else every week; or not any more."""
    person = case.facts.person
    if not person:
        return [_not_linked(case)]
    present = person.consent.told
    often = case.understood.often or (Told.WEEKLY if present is Told.NEVER else present)
    if often is Told.NEVER:
        return [Choose("told", often.value), _said(case, "consent-no", {"told": often.value})]
    where = often.value if case.policy.private_messages else "elsewhere"
    chosen: list[Effect] = [] if often is present else [Choose("told", often.value)]
    # Nobody gets a first message on Bluesky from somebody they neither follow nor have written to.
    opens = "tell-me-open" if _is_closed(case) else ""
    return [*chosen, _said(case, f"tell-me-{where}", {"told": often.value}, opens)]


def holds_now(consent: Consent) -> Wording:
    """All they allow, in one line."""
    return Wording("consent-now", values_of(consent))


def _said(case: Case, message: str, choices: dict[str, str], foot: str = "") -> Say:
    """The answer to a choice, and what holds for them from now on."""
    wording = Wording(message, case.campaign(), (_now(case, choices),), foot=foot)
    return Say(case.understood.request.value, wording, case.visibility, case.language)


def _now(case: Case, choices: dict[str, str]) -> Wording:
    return holds_now(with_choices(case.facts.person.consent if case.facts.person else Consent(), choices))


def _not_linked(case: Case) -> Say:
    return case.say(case.understood.request.value, case.unlinked)


def _is_closed(case: Case) -> bool:
    """Whether a private message of ours may not reach them yet, as far as we know."""
    return case.policy.private_messages and case.platform is Platform.BLUESKY and not case.reaches_in_private
