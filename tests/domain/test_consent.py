"""What a Person allows."""

import pytest

from bot.domain.consent import Consent, Found, Told, Use, consent_of, may, may_be_shown, values_of, with_choices


def test_who_never_said_anything_is_found_by_their_network_told_nothing_and_not_named() -> None:
    assert Consent() == Consent(found=Found.NETWORK, told=Told.NEVER, named=False, counted=True)


@pytest.mark.parametrize(
    ("found", "to_whom_they_followed", "to_who_followed_them"),
    [(Found.NOBODY, False, False), (Found.FOLLOWED, True, False), (Found.NETWORK, True, True)],
)
def test_who_may_know_that_somebody_is_here(
    found: Found, to_whom_they_followed: bool, to_who_followed_them: bool
) -> None:
    assert may_be_shown(Consent(found=found), subject_followed_asker=True) is to_whom_they_followed
    assert may_be_shown(Consent(found=found), subject_followed_asker=False) is to_who_followed_them


NOTHING = Consent(Found.NOBODY, Told.NEVER, named=False, counted=False)
EVERYTHING = Consent(Found.NETWORK, Told.AT_ONCE, named=True, counted=True)


def test_what_the_defaults_allow() -> None:
    assert {use for use in Use if may(Consent(), use)} == {Use.FOUND_BY_FOLLOWED, Use.FOUND_BY_FOLLOWER, Use.COUNTED}


def test_everything_can_be_allowed_and_taken_back() -> None:
    assert all(may(EVERYTHING, use) for use in Use)
    assert not any(may(NOTHING, use) for use in Use)


@pytest.mark.parametrize("purpose", ["found", "told", "named", "counted"])
def test_taking_one_purpose_back_allows_nothing_more(purpose: str) -> None:
    less = with_choices(EVERYTHING, {purpose: values_of(NOTHING)[purpose]})
    assert {use for use in Use if may(less, use)} < {use for use in Use if may(EVERYTHING, use)}


def test_who_is_found_by_nobody_is_not_on_the_list_whatever_they_said_before() -> None:
    assert not may(with_choices(EVERYTHING, {"found": "nobody"}), Use.ON_THE_LIST)


@pytest.mark.parametrize("consent", [Consent(), NOTHING, EVERYTHING, Consent(found=Found.FOLLOWED, told=Told.DAILY)])
def test_what_is_stored_is_read_back(consent: Consent) -> None:
    assert consent_of(values_of(consent)) == consent
    assert consent_of({}) == Consent()
