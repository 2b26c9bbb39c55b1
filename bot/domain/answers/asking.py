"""What we ask people ourselves, and what their yes or no does."""

from __future__ import annotations

from typing import Final

from bot.domain.answers.case import Case
from bot.domain.answers.choosing import tell_me
from bot.domain.consent import Told
from bot.domain.effects import Choose, Effect

CONSENT: Final = "consent"
"""The kind of the question whether somebody wants to be told of arrivals."""


def told_weekly(case: Case, agrees: bool) -> list[Effect]:
    """Yes: as if they had asked to be told. No: it stays at never, and that is kept as their own word."""
    if agrees or not case.facts.person:
        return tell_me(case)
    return [Choose("told", Told.NEVER.value), case.say("consent", "consent-no")]
