"""Rows of consent as the domain's value."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.consent import Consent, Found, Told

NOTHING_SAID: Mapping[str, str] = {}


def consent_of(said: Mapping[str, str]) -> Consent:
    """The Consent of a Person from purpose -> value; what was never said is at its default."""
    if not said:
        return Consent()
    default = Consent()
    return Consent(
        found=Found(said.get("found", default.found)),
        told=Told(said.get("told", default.told)),
        named=said.get("named", "no") == "yes",
        counted=said.get("counted", "yes") != "no",
    )
