"""Keys are derived, moves are few, and waits grow."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.outbox import (
    LONGEST_WAIT,
    State,
    absent_again_after,
    allowed,
    ask_again_after,
    derive_key,
    try_again_after,
)


def test_a_key_is_the_same_for_the_same_trigger_and_differs_by_kind() -> None:
    assert derive_key("at://ann/1", "answered") == derive_key("at://ann/1", "answered")
    others = {derive_key("at://ann/1", "x"), derive_key("at://ann/2", "x")}
    assert len({derive_key("at://ann/1", "answered"), *others}) == 3


def test_nothing_leaves_sent() -> None:
    assert not any(allowed(State.SENT, state, by_admin=admin) for state in State for admin in (True, False))


@pytest.mark.parametrize("end", [State.REFUSED, State.HELD, State.WITHDRAWN])
def test_only_the_admin_moves_what_has_ended(end: State) -> None:
    assert not any(allowed(end, state) for state in State if state is not State.SENT)
    assert allowed(end, State.READY, by_admin=True)


def test_a_withdrawn_post_that_is_found_out_there_was_sent() -> None:
    assert allowed(State.WITHDRAWN, State.SENT)
    assert not allowed(State.HELD, State.SENT) and not allowed(State.REFUSED, State.SENT)


def test_what_is_being_sent_cannot_be_taken_back() -> None:
    assert not allowed(State.SENDING, State.WITHDRAWN, by_admin=True)


@given(st.integers(0, 10_000), st.floats(-10, 4000))
def test_a_wait_is_never_shorter_than_told_nor_longer_than_needed(attempts: int, told: float) -> None:
    wait = try_again_after(attempts, told)
    assert wait >= timedelta(seconds=max(told, 0.0))
    assert wait <= max(LONGEST_WAIT, timedelta(seconds=max(told, 0.0)))


def test_waits_double() -> None:
    assert [try_again_after(n, 0).total_seconds() for n in (1, 2, 3, 4)] == [1, 2, 4, 8]


@given(st.floats(0, 30))
def test_an_absent_trigger_is_asked_for_a_few_times_in_half_a_minute(start: float) -> None:
    age, asked = timedelta(seconds=start), 0
    while age < timedelta(seconds=30):
        age, asked = age + absent_again_after(age), asked + 1
    assert asked <= 14


def test_a_question_that_cannot_be_asked_is_asked_ever_more_rarely() -> None:
    age, asked = timedelta(0), 0
    while age < timedelta(hours=1):
        age, asked = age + ask_again_after(age, 0.0), asked + 1
    assert asked <= 22
    assert ask_again_after(timedelta(0), 40.0) == timedelta(seconds=40)
