"""A rehearsal holds whatever is owed, with its reason; live, everything is ready at once."""

from dataclasses import replace

from bot.domain.outbox import REHEARSAL, State
from tests.actions.test_receive import DESK


def test_a_rehearsal_holds_everything() -> None:
    assert DESK.first_state == (State.READY, None)
    assert replace(DESK, rehearsal=True).first_state == (State.HELD, REHEARSAL)
