"""What it means that an account was renamed, sleeps, moved or is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.lives import ACTIVE, RENAMED, SOON, USUAL, Course, Kept, Life, Sign, Standing, course, shows_life

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SKY = Account(Platform.BLUESKY, "did:plc:ann", "ann.example")
TUSK = Account(Platform.MASTODON, "https://m.example/users/ann", "ann@m.example")
ANN = Kept(SKY)


def told(standing: Standing, kept: Kept = ANN, after: timedelta = timedelta(0), **more: object) -> Course:
    return course(kept, Life(standing, **more), NOON + after)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "hold"),
    [
        *((status, f"away:{status}") for status in ("deactivated", "takendown", "suspended", "deleted", "inactive")),
        *((status, "") for status in (RENAMED, ACTIVE, "desynchronized", "throttled")),
    ],
)
def test_a_sign_holds_only_those_who_cannot_be_followed(status: str, hold: str) -> None:
    assert Sign(SKY, NOON, status).hold == hold


def test_somebody_who_is_there_is_asked_about_again_in_a_week_and_held_by_nothing() -> None:
    assert told(Standing.ACTIVE, account=SKY) == Course(NOON + USUAL, "")


def test_somebody_away_is_held_for_that_and_asked_about_tomorrow() -> None:
    assert told(Standing.AWAY, status="deactivated") == Course(NOON + SOON, "away:deactivated")


def test_a_name_that_does_not_hold_stands_for_a_week() -> None:
    nameless = replace(SKY, handle="")
    first = told(Standing.ACTIVE, account=nameless)
    assert (first.nameless_since, first.drop_handle, first.hold) == (NOON, False, "")
    kept = replace(ANN, nameless_since=NOON)
    assert not told(Standing.ACTIVE, kept, timedelta(days=6, hours=23), account=nameless).drop_handle
    late = told(Standing.ACTIVE, kept, timedelta(days=7), account=nameless)
    assert (late.drop_handle, late.nameless_since) == (True, NOON)
    assert told(Standing.ACTIVE, kept, timedelta(days=7), account=SKY) == Course(NOON + timedelta(days=14), "")


@pytest.mark.parametrize(("account", "days"), [(SKY, 7), (TUSK, 3)])
def test_gone_is_held_at_once_and_believed_after_days(account: Account, days: int) -> None:
    first = told(Standing.GONE, Kept(account))
    assert (first.hold, first.gone_since, first.forget) == ("away:deleted", NOON, False)
    kept = Kept(account, ["away:deleted"], gone_since=NOON)
    assert not told(Standing.GONE, kept, timedelta(days=days) - SOON).forget
    assert told(Standing.GONE, kept, timedelta(days=days)).forget
    assert told(Standing.ACTIVE, kept, SOON, account=account).gone_since is None


def test_told_gone_for_the_first_time_after_years_is_still_only_once() -> None:
    assert not told(Standing.GONE, after=timedelta(days=900)).forget


def test_who_cannot_know_changes_nothing() -> None:
    kept = Kept(SKY, ["away:deleted"], NOON, NOON)
    after = told(Standing.UNKNOWN, kept)
    assert after == Course(after.due, None, NOON, NOON)
    assert SOON / 2 <= after.due - NOON <= SOON * 1.5
    assert USUAL / 2 <= told(Standing.UNKNOWN).due - NOON <= USUAL * 1.5
    assert after.due != told(Standing.UNKNOWN, replace(kept, account=replace(SKY, id="did:plc:bob"))).due


def test_whoever_moved_is_followed_there() -> None:
    assert told(Standing.MOVED, Kept(TUSK), to=replace(TUSK, id="https://n.example/users/ann")).move_to is not None


def test_an_act_ends_what_its_owner_began_and_asks_about_the_rest() -> None:
    kept = Kept(SKY, ["dispute:1", "away:deactivated", "away:suspended"])
    assert shows_life(kept, NOON, NOON - SOON) == (["away:deactivated"], True)
    assert shows_life(kept, NOON - SOON, NOON) == ([], False)


def test_a_move_is_confirmed_by_either_name_of_the_old_account() -> None:
    old = replace(TUSK, url="https://m.example/@ann")
    new = Account(Platform.MASTODON, "https://n.example/users/ann", "ann@n.example")
    claimed = Life(Standing.ACTIVE, old, claims=new)
    for name in (old.id, old.url):
        assert claimed.confirmed([name]) == Life(Standing.MOVED, old, to=new)
    assert claimed.confirmed(["https://m.example/users/anna", "https://m.example/@anna"]) == claimed
    assert Life(Standing.ACTIVE, old).confirmed([old.id]).standing is Standing.ACTIVE
