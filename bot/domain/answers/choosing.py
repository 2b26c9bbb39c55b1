"""stop, resume, private, public, tell me: what somebody allows."""

from __future__ import annotations

from bot.domain.accounts import Platform
from bot.domain.answers.case import Case
from bot.domain.consent import Told
from bot.domain.effects import Choose, Effect, Fact, Remember, Say
from bot.domain.wording import Wording


def stop(case: Case) -> list[Effect]:
    """Silence, acknowledged in one sentence that counts towards no limit."""
    return [Remember(Fact.SILENCE), case.say("stop", counts=False)]


def resume(case: Case) -> list[Effect]:
    """Silence is over."""
    return [Remember(Fact.SPEECH), case.say("resume")]


def private(case: Case) -> list[Effect]:
    """Never named in public again: in no answer, on no list."""
    return _named(case, "no")


def public(case: Case) -> list[Effect]:
    """They choose to be named in public."""
    return _named(case, "yes")


def _named(case: Case, value: str) -> list[Effect]:
    """Only a Person has something to choose; to anybody else, how to become one."""
    kind = case.understood.request.value
    if not case.facts.person:
        return [case.say(kind, "claim-waiting" if case.facts.claim else "not-linked")]
    return [Choose("named", value), case.say(kind)]


def tell_me(case: Case) -> list[Effect]:
    """They choose to be told of arrivals: as often as they say, else as before, else every week."""
    person = case.facts.person
    if not person:
        return [case.say("tell-me", "claim-waiting" if case.facts.claim else "not-linked")]
    present = person.consent.told
    often = case.understood.often or (Told.WEEKLY if present is Told.NEVER else present)
    where = often.value if case.policy.private_messages else "elsewhere"
    chosen: list[Effect] = [] if often is present else [Choose("told", often.value)]
    # Nobody gets a first message on Bluesky from somebody they neither follow nor have written to.
    opens = "tell-me-open" if where != "elsewhere" and case.platform is Platform.BLUESKY and not case.private else ""
    wording = Wording(f"tell-me-{where}", case.campaign(), foot=opens)
    return [*chosen, Say("tell-me", wording, case.visibility, case.language)]
