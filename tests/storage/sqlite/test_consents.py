"""Rows of consent, and what holds where nothing was said."""

import pytest

from bot.domain.consent import Consent, Found, Told
from bot.storage.sqlite.consents import consent_of


@pytest.mark.parametrize(
    ("said", "consent"),
    [
        ({}, Consent()),
        ({"found": "nobody"}, Consent(found=Found.NOBODY)),
        ({"told": "at-once", "named": "yes"}, Consent(told=Told.AT_ONCE, named=True)),
        ({"counted": "no", "named": "no"}, Consent(counted=False)),
        ({"counted": "yes"}, Consent()),
    ],
)
def test_rows_are_the_domains_consent(said: dict[str, str], consent: Consent) -> None:
    assert consent_of(said) == consent
