"""What the Posts about the campaign's list are derived from."""

from bot.domain.listing import KINDS, TURNS, Place, head_trigger, turn_trigger
from bot.domain.outbox import derive_key


def test_each_coming_and_going_of_a_place_has_its_own_key() -> None:
    triggers = [turn_trigger("sky", place, number) for place in ("a", "b") for number in (1, 2)]
    keys = {derive_key(trigger, kind) for trigger in triggers for kind in TURNS}
    assert len(keys) == 8
    assert len(TURNS) == 2 < len(KINDS)


def test_there_is_one_list_a_network() -> None:
    assert head_trigger("sky") == head_trigger("sky") != head_trigger("sea")


def test_whoever_has_a_place_is_on_the_list_until_something_else_is_said() -> None:
    assert (Place("k", "did:plc:ann").present, Place("k", "did:plc:ann").away) == (True, False)
