"""Answers: what somebody allows."""

from bot.domain.answers import ANSWERS
from bot.domain.consent import Told
from bot.domain.effects import Choose, Fact, Facts, Remember
from bot.domain.requests import Request
from tests.domain.answers.cases import case, say, words


def test_stop_is_acknowledged_once_and_counts_towards_no_limit() -> None:
    silence, said = ANSWERS[Request.STOP](case(Request.STOP))
    assert silence == Remember(Fact.SILENCE)
    assert not say([said]).counts


def test_only_a_person_has_something_to_choose() -> None:
    for request in (Request.PRIVATE, Request.PUBLIC, Request.TELL_ME):
        (said,) = ANSWERS[request](case(request, facts=Facts()))
        assert say([said]).wording.message == "not-linked"


def test_private_and_public_say_who_may_be_named() -> None:
    assert ANSWERS[Request.PRIVATE](case(Request.PRIVATE))[0] == Choose("named", "no")
    assert ANSWERS[Request.PUBLIC](case(Request.PUBLIC))[0] == Choose("named", "yes")


def test_who_does_not_say_how_often_is_told_weekly() -> None:
    assert ANSWERS[Request.TELL_ME](case(Request.TELL_ME))[0] == Choose("told", Told.WEEKLY.value)
    assert "Monday" in words(case(Request.TELL_ME))
