"""decide: what an Encounter earns. The heart; pure, so every policy is a sentence in a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import regex

from bot.domain.answers import ALWAYS_OBEYED, ANSWERS, QUESTIONS, Case, find
from bot.domain.answers.choosing import withdrawal
from bot.domain.arrivals import names_x_account
from bot.domain.consent import Use, may
from bot.domain.effects import (
    Choose,
    Effect,
    Fact,
    Facts,
    Forget,
    Ignore,
    Link,
    Look,
    Policy,
    Remember,
    Reply,
    ReplyTo,
    Retract,
    Say,
    Why,
)
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.people import WROTE
from bot.domain.requests import Request, Understood
from bot.domain.text import clean
from bot.domain.wording import Wording

__all__ = [
    "Choose", "Effect", "Fact", "Facts", "Forget", "Ignore", "Link", "Policy", "Remember", "Reply",
    "ReplyTo", "Retract", "Say", "Why", "decide", "opted_out", "too_many",
]  # fmt: skip

# peers.md 2.3: the convention is a word of the profile, with or without '#', once HTML is gone.
_NOBOT: Final = regex.compile(r"(?<!\w)nobots?(?!\w)", regex.IGNORECASE)


def decide(encounter: Encounter, understood: Understood, facts: Facts, policy: Policy) -> list[Effect]:
    """What an Encounter of somebody else than ourselves earns.

    Nothing but the arguments counts: the same again gives the same Effects. Exactly one of them is a Say or an
    Ignore, and it is the last.
    """
    case = Case(encounter, understood, facts, policy)
    machine = _machine(encounter)
    if machine:
        # Even a machine's "stop" or "forget me" is obeyed; it is not answered, so no two machines talk for ever.
        return _obeyed_of_a_machine(case, machine)
    if facts.denied:
        return [*_noticed(case), *_obeyed_silently(case)]
    return [*_noticed(case), *_DECISIONS[encounter.kind](case)]


def _obeyed_of_a_machine(case: Case, machine: Why) -> list[Effect]:
    """Media and towns are labelled as bots, too: what people ask for by right is done for them, and nothing said."""
    if case.encounter.kind not in _SPOKEN:
        return [Ignore(machine)]
    wish = _WISHES_OF_MACHINES.get(case.understood.request)
    if wish:
        return [*([] if case.understood.unsure else [wish]), Ignore(machine)]
    heard = _is_a_right(case.understood) or case.understood.request is Request.INSTANCE_STOP
    return _unsaid(_spoken_to(case), machine) if heard else [Ignore(machine)]


def _is_a_right(understood: Understood) -> bool:
    """Whether these words take something back, for good or for now: no label and no silence stands in their way."""
    return (understood.request in _RIGHTS and not understood.unsure) or withdrawal(understood) is not None


def _obeyed_silently(case: Case) -> list[Effect]:
    """Their server wants nothing of us: what they may always ask for is done, and nothing said."""
    understood = case.understood
    asked = understood.request in _OBEYED_WHEN_DENIED or understood.agrees is not None or _is_a_right(understood)
    if case.encounter.kind not in _SPOKEN or not asked:
        return [Ignore(Why.DENIED)]
    return _unsaid(_spoken_to(case), Why.DENIED)


def opted_out(bio: str) -> bool:
    """Whether a profile asks bots to keep away: #nobot or #nobots.

    >>> opted_out("Mère, prof. #NoBot"), opted_out("I love nobotany")
    (True, False)
    """
    return _NOBOT.search(clean(bio)) is not None


def _machine(encounter: Encounter) -> Why | None:
    if encounter.bridged:
        return Why.BRIDGED
    return Why.BOT if encounter.bot else None


def _noticed(case: Case) -> list[Effect]:
    """What is remembered whatever is answered: voices, and the arrival of a registered person's account."""
    noticed: list[Effect] = []
    person, encounter = case.facts.person, case.encounter
    in_public = encounter.kind in (Kind.MENTION, Kind.TAG) and not case.private
    if in_public and encounter.tags & case.policy.tags and (person is None or may(person.consent, Use.COUNTED)):
        noticed.append(Remember(Fact.VOICE))
    if person and encounter.kind is Kind.MESSAGE and WROTE not in case.facts.marks:
        noticed.append(Remember(Fact.WROTE))
    if person and not case.facts.arrived and encounter.kind not in _ARRIVING:
        noticed.append(Remember(Fact.ARRIVAL, "registered"))
    return noticed


def _arriving(case: Case) -> list[Effect]:
    """A new follower, or a new account on our own server."""
    return [*_arrival(case), _welcome(case)]


def _profile(case: Case) -> list[Effect]:
    if not names_x_account(case.encounter.bio, case.policy.tags):
        return [Ignore(Why.NOTHING_ASKED)]
    return [*_arrival(case), Ignore(Why.RECORDED)]


def _arrival(case: Case) -> list[Effect]:
    return [] if case.facts.arrived else [Remember(Fact.ARRIVAL, case.encounter.kind.value)]


def _welcome(case: Case) -> Effect:
    """To the newcomer alone, and only where the admin switched it on; the Post's key makes it once for life."""
    checks = (
        (case.facts.silenced, Why.SILENCED),
        (not case.policy.welcome, Why.RECORDED),
        (opted_out(case.encounter.bio), Why.OPTED_OUT),
    )
    why = _first(checks)
    if why:
        return Ignore(why)
    return Say("welcome", Wording("welcome", case.campaign()), Visibility.DIRECT, case.language, counts=False)


def _tagged(case: Case) -> list[Effect]:
    """A post with the tag that does not name us: answered as the admin chose, whatever else it says."""
    person, reply_to = case.facts.person, case.policy.reply_to
    registered_only = reply_to is ReplyTo.REGISTERED
    why = _first(
        (
            (case.facts.silenced, Why.SILENCED),
            (opted_out(case.encounter.bio), Why.OPTED_OUT),
            (reply_to is ReplyTo.MENTION, Why.MENTIONS_ONLY),
            (registered_only and person is None, Why.NOT_REGISTERED),
            (registered_only and person is not None and not may(person.consent, Use.TOLD), Why.NOT_TOLD),
            (too_many(case.facts, case.policy), Why.TOO_MANY),
            (registered_only and not case.facts.new_matches, Why.NOTHING_NEW),
        )
    )
    return [Ignore(why)] if why else find(case)


def _spoken_to(case: Case) -> list[Effect]:
    """A mention or a private message: answered once, if it asks anything."""
    if case.facts.question in QUESTIONS and case.understood.agrees is not None:
        return _answered(case, case.facts.question, case.understood.agrees)
    request = case.understood.request
    obeyed = request in ALWAYS_OBEYED and not case.understood.unsure
    limited = not obeyed and too_many(case.facts, case.policy)
    why = _first(
        (
            (case.facts.silenced and request not in _HEARD_IN_SILENCE, Why.SILENCED),
            (request is Request.NOTHING or not _for_us(case), Why.NOTHING_ASKED),
            (limited, Why.TOO_MANY),
            (request is Request.UNCLEAR and case.facts.helped_this_week, Why.HELPED),
        )
    )
    if why is None:
        return ANSWERS[request](case)
    if why is Why.SILENCED and _is_a_right(case.understood) and _for_us(case):
        return _unsaid(ANSWERS[request](case), why)
    if why is Why.TOO_MANY and (request in _DONE_BEYOND_LIMITS or withdrawal(case.understood)):
        return _unsaid(ANSWERS[request](case), why)
    if why is Why.TOO_MANY and request is Request.PROVE and case.understood.x_post:
        looks = ANSWERS[request](case)  # so many an hour, whatever else was answered
        return looks if any(isinstance(effect, Look) for effect in looks) else [Ignore(why)]
    return [Ignore(why)]


def _unsaid(effects: list[Effect], why: Why) -> list[Effect]:
    """What is done without a word."""
    return [*(effect for effect in effects if not isinstance(effect, Say | Ignore)), Ignore(why)]


def _answered(case: Case, question: str, agrees: bool) -> list[Effect]:
    """A plain yes or no to us, while a question of ours is open: it holds whatever the limits say."""
    encounter = case.encounter
    # Below our question nobody writes our name: on Bluesky a reply does not carry it.
    to_us = (encounter.addressed or encounter.reply_to_us) and not encounter.others_mentioned
    if case.facts.silenced or not (case.private or to_us):
        return [Ignore(Why.SILENCED if case.facts.silenced else Why.NOTHING_ASKED)]
    effects: list[Effect] = [Reply(agrees), *QUESTIONS[question](case, agrees)]
    return _unsaid(effects, Why.TOO_MANY) if too_many(case.facts, case.policy) else effects


def _for_us(case: Case) -> bool:
    """Whether the words are meant for us.

    Below an answer of ours, or where our name was merely carried along, people thank, joke and talk to each other:
    there only a request in words counts, never the bare mention, and nobody is helped for being unclear.
    """
    encounter, understood = case.encounter, case.understood
    if case.private:
        return True
    if understood.request is Request.UNCLEAR:
        return encounter.addressed and not encounter.others_mentioned
    return encounter.addressed or not understood.bare


def too_many(facts: Facts, policy: Policy) -> bool:
    """Whether they had as many answers as the limits allow."""
    limits = (
        (facts.answers_last_hour, policy.per_person_hour),
        (facts.answers_last_day, policy.per_person_day),
        (facts.answers_in_thread, policy.per_thread),
    )
    return any(limit and made >= limit for made, limit in limits)


def _first(checks: tuple[tuple[bool, Why], ...]) -> Why | None:
    return next((why for holds, why in checks if holds), None)


_WISHES_OF_MACHINES: Final[Mapping[Request, Effect]] = {
    Request.STOP: Remember(Fact.SILENCE),
    Request.FORGET: Forget(),
}
_SPOKEN: Final = frozenset({Kind.MENTION, Kind.MESSAGE})
_HEARD_IN_SILENCE: Final = frozenset({Request.RESUME, Request.INSTANCE_STOP})
_DONE_BEYOND_LIMITS: Final = frozenset({Request.RESUME, Request.INSTANCE_STOP})
_RIGHTS: Final = frozenset({Request.FORGET, Request.DELETE})
_OBEYED_WHEN_DENIED: Final = ALWAYS_OBEYED | {Request.RESUME, Request.PRIVATE}
_ARRIVING: Final = frozenset({Kind.FOLLOW, Kind.SIGN_UP, Kind.PROFILE})
_DECISIONS: Final[Mapping[Kind, Callable[[Case], list[Effect]]]] = {
    Kind.MENTION: _spoken_to,
    Kind.MESSAGE: _spoken_to,
    Kind.TAG: _tagged,
    Kind.FOLLOW: _arriving,
    Kind.SIGN_UP: _arriving,
    Kind.PROFILE: _profile,
}
