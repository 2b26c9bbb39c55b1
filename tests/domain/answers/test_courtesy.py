"""Answers: a server that wants to be left in peace."""

from bot.domain.answers import ANSWERS
from bot.domain.effects import AskServer, Ignore, Why
from bot.domain.requests import Request
from tests.domain.answers.cases import BOB, case, say


def test_on_mastodon_their_own_server_is_asked_before_anything_is_said() -> None:
    asked = case(Request.INSTANCE_STOP, author=BOB)
    assert ANSWERS[Request.INSTANCE_STOP](asked) == [AskServer(asked.language), Ignore(Why.SERVER_ASKED)]


def test_on_bluesky_the_operator_is_named() -> None:
    (said,) = ANSWERS[Request.INSTANCE_STOP](case(Request.INSTANCE_STOP))
    assert say([said]).wording.message == "instance-stop-operator"
