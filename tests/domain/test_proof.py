"""When a proof stands, falls, expires, and when it is looked at again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.proof import (
    CODE_LASTS,
    GIVEN_UP,
    LEVELS,
    Method,
    Proof,
    Seen,
    State,
    after,
    best,
    fresh,
    method_of,
    pending,
    source_of,
)

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def looked(proof: Proof, seen: Seen, days: float) -> Proof:
    return after(proof, seen, NOW + days * DAY)


def test_a_code_is_looked_at_daily_then_monthly_and_expires_after_a_year() -> None:
    code = fresh(Method.CODE, NOW, "https://x.com/ann/status/1")
    assert code.level == 3 and code.expires_at == NOW + CODE_LASTS and code.due_at == NOW + DAY
    code = looked(code, Seen.HOLDS, 1)
    assert code.due_at == NOW + 2 * DAY
    code = looked(code, Seen.HOLDS, 8)
    assert code.due_at == NOW + 38 * DAY
    code = looked(code, Seen.HOLDS, 350)
    assert code.due_at == code.expires_at and code.carries(NOW + 364 * DAY)
    assert not code.carries(NOW + CODE_LASTS) and looked(code, Seen.HOLDS, 365).due_at is None


@pytest.mark.parametrize(("days", "state"), [(2, State.FALLEN), (30, State.STANDS)])
def test_a_post_with_a_code_has_to_stay_for_a_week(days: float, state: State) -> None:
    assert looked(fresh(Method.CODE, NOW), Seen.GONE, days).state is state


def test_a_code_that_fell_is_looked_for_during_a_season_and_rises_again() -> None:
    fallen = looked(fresh(Method.CODE, NOW), Seen.GONE, 2)
    assert fallen.state is State.FALLEN and fallen.due_at == NOW + 9 * DAY
    risen = looked(fallen, Seen.HOLDS, 9)
    assert risen.carries(NOW + 9 * DAY) and risen.expires_at == NOW + CODE_LASTS
    assert looked(fallen, Seen.GONE, 2 + GIVEN_UP / DAY).due_at is None


def test_nobody_answering_takes_no_code_away() -> None:
    assert looked(fresh(Method.CODE, NOW), Seen.UNKNOWN, 2).carries(NOW + 2 * DAY)


@pytest.mark.parametrize("method", [Method.DOMAIN, Method.ARCHIVE_AND_PROFILE])
def test_a_page_falls_after_three_failures_over_three_days_and_comes_back(method: Method) -> None:
    proof = fresh(method, NOW, "lemonde.fr")
    for hours in (0, 1, 2, 3):
        proof = after(proof, Seen.GONE, NOW + timedelta(hours=hours))
    assert proof.state is State.STANDS, "four failures within an hour are one"
    proof = looked(proof, Seen.GONE, 3)
    assert proof.state is State.FALLEN and proof.due_at is not None
    proof = looked(proof, Seen.HOLDS, 4)
    assert proof.carries(NOW + 4 * DAY) and proof.failures == 0 and proof.failed_at is None


def test_a_server_that_is_down_has_two_weeks() -> None:
    proof = fresh(Method.DOMAIN, NOW, "lemonde.fr")
    for day in range(14):
        proof = looked(proof, Seen.UNKNOWN, day)
        assert proof.state is State.STANDS
    assert looked(proof, Seen.UNKNOWN, 14).state is State.FALLEN


def test_one_side_waits_for_the_other_for_a_season() -> None:
    proof = pending(Method.ARCHIVE_AND_PROFILE, NOW)
    assert proof.due_at == NOW and not proof.carries(NOW)
    found = looked(proof, Seen.HOLDS, 5)
    assert found.carries(NOW + 5 * DAY) and found.at == NOW + 5 * DAY
    proof, looks = looked(proof, Seen.GONE, 0), 1
    while proof.due_at is not None:
        proof, looks = after(proof, Seen.GONE, proof.due_at), looks + 1
    assert proof.checked_at is not None and proof.checked_at - NOW >= GIVEN_UP and looks < 20


def test_a_link_stands_on_its_best_proof() -> None:
    archive, code = fresh(Method.ARCHIVE, NOW), fresh(Method.CODE, NOW)
    fallen = Proof(Method.DOMAIN, 5, NOW, state=State.FALLEN)
    assert best([archive, fallen, code], NOW) == code
    assert best([archive, fallen, code], NOW + CODE_LASTS) == archive
    assert best([fallen, pending(Method.DOMAIN, NOW)], NOW) is None


@pytest.mark.parametrize("method", LEVELS)
def test_a_source_tells_its_method(method: Method) -> None:
    assert method_of(source_of(fresh(method, NOW)), LEVELS[method]) is method


def test_a_registry_goes_by_its_name_whatever_it_is_called() -> None:
    assert method_of("helloquittex", 4) is method_of("code", 4) is Method.REGISTRY
    assert source_of(fresh(Method.REGISTRY, NOW, "helloquittex")) == "helloquittex"
    assert method_of("move", 4) is Method.MOVE


def test_only_what_can_be_seen_again_is_looked_at() -> None:
    assert {m for m in LEVELS if fresh(m, NOW).due_at} == {Method.CODE, Method.DOMAIN, Method.ARCHIVE_AND_PROFILE}
