"""What each Request is answered: one function per Request, gathered in ANSWERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.domain.answers.asking import CONSENT, told_weekly
from bot.domain.answers.case import Case
from bot.domain.answers.choosing import private, public, resume, stop, tell_me
from bot.domain.answers.courtesy import instance_stop
from bot.domain.answers.finding import LISTED, find, lines_for, listed_in
from bot.domain.answers.informing import count, later, show_help, unclear
from bot.domain.answers.linking import claim
from bot.domain.answers.proving import not_me, prove
from bot.domain.answers.rights import FORGET, delete, export, forget, forget_or_not
from bot.domain.answers.why import why
from bot.domain.effects import Effect
from bot.domain.requests import Request

__all__ = [
    "ALWAYS_OBEYED", "ANSWERS", "LISTED", "QUESTIONS",
    "Case", "find", "later", "lines_for", "listed_in",
]  # fmt: skip

ANSWERS: Final[Mapping[Request, Callable[[Case], list[Effect]]]] = {
    Request.FIND: find,
    Request.LINK: claim,
    Request.STOP: stop,
    Request.RESUME: resume,
    Request.COUNT: count,
    Request.HELP: show_help,
    Request.UNCLEAR: unclear,
    Request.PROVE: prove,
    Request.PRIVATE: private,
    Request.PUBLIC: public,
    Request.TELL_ME: tell_me,
    Request.WHY: why,
    Request.NOT_ME: not_me,
    Request.PLEDGE: later,
    Request.DELETE: delete,
    Request.EXPORT: export,
    Request.FORGET: forget,
    Request.INSTANCE_STOP: instance_stop,
}
"""Every Request but NOTHING."""

QUESTIONS: Final[Mapping[str, Callable[[Case, bool], list[Effect]]]] = {
    CONSENT: told_weekly,
    FORGET: forget_or_not,
}
"""What a plain yes or no to each question of ours does, by its kind."""

ALWAYS_OBEYED: Final = frozenset({Request.STOP, Request.FORGET, Request.DELETE})
"""Whatever the limits say."""
