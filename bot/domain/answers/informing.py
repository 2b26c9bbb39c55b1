"""count, help, unclear: what anybody may know."""

from __future__ import annotations

from typing import Final

from bot.domain.announcements import LINES, SMALLEST_GROUP, publishable
from bot.domain.answers.case import Case
from bot.domain.effects import Effect, Say
from bot.domain.requests import REQUESTS, Request
from bot.domain.text import address
from bot.domain.wording import Wording

HELPED_FIRST: Final = (Request.FIND, Request.LINK, Request.COUNT, Request.STOP)


def count(case: Case) -> list[Effect]:
    """The campaign's counters, without the small ones."""
    values = publishable(case.facts.tallies)
    lines = tuple(
        Wording(f"announcement-counters-{name.replace(':', '-')}", {"count": values[name]})
        for name in LINES
        if name in values
    )
    if not lines:
        early = Wording("announcement-counters-early", {"smallest": SMALLEST_GROUP})
        return [Say("count", early, case.visibility, case.language)]
    return [Say("count", Wording("count", case.campaign(), lines), case.visibility, case.language)]


def show_help(case: Case) -> list[Effect]:
    """Who runs us, what can be asked, and the guide; where not all of it fits, the last lines are left out."""
    helps = {entry.request: Wording(entry.help) for entry in REQUESTS if entry.help}
    guide = [Wording("help-guide", {"guide": address(case.policy.guide)})] if case.policy.guide else []
    first = [helps.pop(request) for request in HELPED_FIRST]
    lines = [*first, *guide, *helps.values()]
    return [Say("help", Wording("help", case.campaign(), tuple(lines)), case.visibility, case.language)]


def unclear(case: Case) -> list[Effect]:
    """The short help."""
    return [case.say("unclear")]


def later(case: Case) -> list[Effect]:
    """Understood, but not built yet: the operator can do it by hand."""
    return [case.say("later")]
