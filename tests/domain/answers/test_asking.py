"""Answers: what we ask ourselves."""

from bot.domain.answers import QUESTIONS
from bot.domain.answers.asking import CONSENT
from bot.domain.consent import Told
from bot.domain.effects import Choose
from bot.domain.requests import Request
from tests.domain.answers.cases import case, say


def test_yes_means_weekly_and_no_is_kept_as_never() -> None:
    asked = case(Request.NOTHING)
    yes, no = (QUESTIONS[CONSENT](asked, agrees) for agrees in (True, False))
    assert yes[0] == Choose("told", Told.WEEKLY.value) and say(yes).wording.message == "tell-me-weekly"
    assert no[0] == Choose("told", Told.NEVER.value) and say(no).wording.message == "consent-no"
