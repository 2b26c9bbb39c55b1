"""Ids: in the order of time, or nearly so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.demo.mastodon.ids import Snowflakes, Ulids, order

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_both_kinds_follow_time() -> None:
    for ids in (Snowflakes(), Ulids()):
        made = [ids.new(NOON + timedelta(milliseconds=number)) for number in range(100)]
        assert sorted(made, key=order) == made
        assert len(set(made)) == 100


def test_snowflakes_are_numbers_and_ulids_are_26_characters() -> None:
    assert Snowflakes().new(NOON).isdecimal()
    assert len(Ulids().new(NOON)) == 26
    assert Ulids().new(datetime.fromtimestamp(1_469_918_176.385, UTC)).startswith("01ARYZ6S41")  # ULID's own example


def test_account_ids_of_gotosocial_are_in_no_order() -> None:
    ids = Ulids()
    made = [ids.random() for _ in range(20)]
    assert sorted(made) != made


def test_jitter_hands_out_ids_too_old() -> None:
    ids = Snowflakes(seed=1)
    ids.jitter = 5
    made = [ids.new(NOON + timedelta(milliseconds=number)) for number in range(50)]
    assert sorted(made, key=order) != made
