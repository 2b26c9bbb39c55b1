"""delete, forget, export."""

from __future__ import annotations

from bot.domain.answers.rights import delete
from bot.domain.effects import Facts, Ignore, Retract, Say, Why
from bot.domain.encounters import Visibility
from bot.domain.requests import Request
from tests.domain.answers.cases import case

HERE = Facts(answer=7)


def test_in_public_an_answer_goes_without_another_word() -> None:
    assert delete(case(Request.DELETE, facts=HERE)) == [Retract(7), Ignore(Why.TAKEN_BACK)]


def test_in_private_one_line_says_so() -> None:
    retract, said = delete(case(Request.DELETE, facts=HERE, visibility=Visibility.DIRECT))
    assert retract == Retract(7)
    assert isinstance(said, Say)
    assert (said.wording.message, said.counts) == ("delete", False)


def test_where_there_is_nothing_to_delete_only_who_asks_in_private_is_told() -> None:
    assert delete(case(Request.DELETE, facts=Facts())) == [Ignore(Why.NOTHING_TO_DELETE)]
    (said,) = delete(case(Request.DELETE, facts=Facts(), visibility=Visibility.DIRECT))
    assert isinstance(said, Say)
    assert said.wording.message == "delete-none"
