"""delete, forget, export: what people may ask of us by right."""

from __future__ import annotations

from bot.domain.answers.case import Case
from bot.domain.effects import Effect, Ignore, Retract, Why


def delete(case: Case) -> list[Effect]:
    """Our answer goes; in public nothing more is said of it, in private one line.

    Only whoever asked for the answer may say so, or who began the thread it stands in.
    """
    answer = case.facts.answer
    if answer is None:
        return [case.say("delete", "delete-none", counts=False) if case.private else Ignore(Why.NOTHING_TO_DELETE)]
    said = case.say("delete", counts=False) if case.private else Ignore(Why.TAKEN_BACK)
    return [Retract(answer), said]
