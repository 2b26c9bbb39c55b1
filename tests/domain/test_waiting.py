"""Who goes first, and what somebody is told who waits: never less than what is expected."""

import math

import pytest

from bot.domain.answers import ANSWERS
from bot.domain.outbox import Priority
from bot.domain.waiting import NOTICE_SHARE, may_tell, notice, notice_trigger, priority_of


def test_rights_go_before_proofs_before_people_we_know_before_newcomers_before_others() -> None:
    order = [
        priority_of("stop", known=False, answered=True),
        priority_of("prove", known=False, answered=True),
        priority_of("find", known=True, answered=True),
        priority_of("find", known=False, answered=False),
        priority_of("find", known=False, answered=True),
    ]
    assert order == sorted(set(order)) and order[-1] is Priority.ANSWER


@pytest.mark.parametrize("kind", ["stop", "forget", "instance-stop"])
def test_what_a_stranger_asks_by_right_is_acknowledged_among_first_answers(kind: str) -> None:
    assert priority_of(kind, known=False, answered=False) is Priority.NEWCOMER
    assert priority_of(kind, known=True, answered=False) is priority_of(kind, known=False, answered=True)
    assert priority_of(kind, known=True, answered=True) is Priority.RIGHTS
    assert priority_of("delete", known=False, answered=False) is Priority.RIGHTS


@pytest.mark.parametrize("request_", ANSWERS)
def test_no_request_makes_an_answer_wait_behind_announcements(request_: str) -> None:
    assert priority_of(str(request_), known=False, answered=True) < Priority.ANNOUNCEMENT


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (301, {"minutes": 6}),
        (14 * 60, {"minutes": 14}),
        (14 * 60 + 1, {"minutes": 15}),
        (61 * 60, {"minutes": 65}),
        (120 * 60, {"minutes": 120}),
        (120 * 60 + 1, {"hours": 3}),
        (86_400, {"hours": 24}),
    ],
)
def test_the_time_told_is_round_and_never_less_than_expected(seconds: float, told: dict[str, int]) -> None:
    wording = notice(seconds)
    assert wording is not None
    numbers = wording.values
    assert numbers == told
    minutes, hours = int(str(numbers.get("minutes", 0))), int(str(numbers.get("hours", 0)))
    assert minutes * 60 + hours * 3600 >= seconds


@pytest.mark.parametrize("seconds", [0, 300, math.inf, math.nan])
def test_a_short_wait_is_not_worth_telling(seconds: float) -> None:
    assert notice(seconds) is None


def test_notices_stay_below_their_share() -> None:
    told = 0
    while may_tell(told, 80.0):
        told += 1
    assert told == 80 * NOTICE_SHARE
    assert not may_tell(0, 9.0)  # where hardly anything may be sent, everything is for answers


def test_a_person_is_told_once_a_day() -> None:
    assert notice_trigger("did:plc:ann", "2026-11-20") == notice_trigger("did:plc:ann", "2026-11-20")
    assert len({notice_trigger(who, day) for who in ("a", "b") for day in ("2026-11-20", "2026-11-21")}) == 4
