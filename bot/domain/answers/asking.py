"""What we ask people ourselves, and what their yes or no does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.domain.answers.case import Case
from bot.domain.answers.choosing import tell_me
from bot.domain.consent import Told
from bot.domain.effects import Effect, Facts, Say
from bot.domain.encounters import Kind

CONSENT: Final = "consent"
"""The kind of the question whether somebody wants to be told of arrivals."""

WORDS: Final[Mapping[str, tuple[str, ...]]] = {CONSENT: ("consent-question-whole", "consent-question")}
"""The messages that put a question, by its kind; the first that leaves room for the rest is said."""


def consent_question(facts: Facts) -> str:
    """The kind of the question to put below an answer to this Person, once for life; "" for nobody else.

    Who said already whether they want to be told, or came with what a registry file says they allow, is not asked.
    """
    return CONSENT if facts.person and not facts.person.consulted and not facts.consent_asked else ""


def asking(case: Case, say: Say) -> Say:
    """The answer, with the question if it is due. Who only used the tag has not written to us, and is asked nothing."""
    return say if case.encounter.kind is Kind.TAG else replace(say, asks=consent_question(case.facts))


def told_weekly(case: Case, agrees: bool) -> list[Effect]:
    """Yes: as if they had asked to be told. No: it stays at never, and that is kept as their own word.

    We asked: the answer counts towards no limit.
    """
    spoken = replace(case.understood, often=Told.WEEKLY if agrees else Told.NEVER)
    effects = tell_me(replace(case, understood=spoken))
    return [replace(effect, kind=CONSENT, counts=False) if isinstance(effect, Say) else effect for effect in effects]
