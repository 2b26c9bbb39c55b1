"""What a Person allows."""

import pytest

from bot.domain.consent import Consent, Found, Told, may_be_shown


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
