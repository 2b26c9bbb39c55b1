"""Answers: linking."""

from dataclasses import replace

import pytest

from bot.domain.answers import ANSWERS
from bot.domain.effects import Facts, Link
from bot.domain.people import Claim
from bot.domain.requests import Request
from bot.locales import AVAILABLE
from tests.domain.answers.cases import (
    ALICE,
    BLUESKY,
    MASTODON,
    NOW,
    POLICY,
    case,
    say,
    words,
)


def test_a_claim_is_put_down_and_says_who_confirms_it() -> None:
    effects = ANSWERS[Request.LINK](case(Request.LINK, handle="bob"))
    assert effects[0] == Link("bob")
    assert "admin@mastodon.example" in words(case(Request.LINK, handle="bob"))


def test_a_claim_is_never_echoed() -> None:
    for handle, facts in (("slur", None), ("slur", Facts(claim=Claim(1, ALICE, "slur", "", NOW)))):
        for language in AVAILABLE:
            assert "slur" not in words(case(Request.LINK, handle=handle, facts=facts), language)


def test_what_is_linked_already_is_not_claimed_again() -> None:
    effects = ANSWERS[Request.LINK](case(Request.LINK, handle="alice"))
    assert len(effects) == 1 and say(effects).wording.message == "link-known"


def test_a_claim_that_waits_is_not_claimed_again() -> None:
    facts = Facts(claim=Claim(1, ALICE, "Alice", "mention", NOW))
    effects = ANSWERS[Request.LINK](case(Request.LINK, handle="alice", facts=facts))
    assert len(effects) == 1 and say(effects).wording.message == "claim-waiting"


@pytest.mark.parametrize("waiting", [None, Claim(1, ALICE, "alice", "post", NOW)])
@pytest.mark.parametrize("request_", [Request.FIND, Request.LINK])
def test_who_has_no_link_is_told_how_to_get_their_archive(request_: Request, waiting: Claim | None) -> None:
    guided = replace(POLICY, archive_guide="https://guide.example/archive")
    for language, asks in (("fr", "Votre archive X"), ("en", "Your X archive")):
        for limits in (BLUESKY, MASTODON):
            told = words(case(request_, facts=Facts(claim=waiting), policy=guided, handle="alice"), language, limits)
            assert asks in told.splitlines()[1] and "guide.example" in told
    assert len(words(case(request_, facts=Facts(claim=waiting), handle="alice")).splitlines()) == 1
