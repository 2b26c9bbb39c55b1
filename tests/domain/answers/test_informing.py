"""Answers: informing."""

from dataclasses import replace

from hypothesis import strategies as st

from bot.domain.effects import Facts
from bot.domain.requests import Request
from bot.locales import AVAILABLE
from tests.domain.answers.cases import (
    MASTODON,
    POLICY,
    case,
    words,
)


def test_counters_are_told_without_the_small_groups() -> None:
    facts = Facts(tallies={"people": 1234, "accounts:bluesky": 9, "voices": 10})
    assert words(case(Request.COUNT, facts=facts)) == (
        "QuitteX, right now:\n1,234 people registered\n10 voices for the campaign"
    )


def test_a_campaign_too_small_says_so() -> None:
    assert "from 10 on" in words(case(Request.COUNT, facts=Facts(tallies={"people": 9})))


def test_help_says_who_runs_us_what_can_be_asked_and_where_the_guide_is() -> None:
    guided = replace(POLICY, guide="https://guide.example/quittex")
    for language, asks in (("fr", "trouve"), ("en", "find")):
        told = words(case(Request.HELP, policy=guided), language)
        assert "admin@mastodon.example" in told and asks in told and "stop" in told and "guide.example" in told
        assert asks in told.splitlines()[1] and "guide" in told.splitlines()[5]


def test_help_keeps_the_guide_when_the_campaign_has_long_names() -> None:
    long = replace(
        POLICY, campaign="HelloQuitteX Confédération", operator="@administration@mastodon.campagne.example",
        guide="https://guides.helloquittex.example/quittex",
    )  # fmt: skip
    for language in AVAILABLE:
        told = words(case(Request.HELP, policy=long), language)
        assert "guides.helloquittex.example" in told and "stop" in told


def test_on_mastodon_the_guide_is_its_address() -> None:
    guided = replace(POLICY, guide="https://guide.example/quittex")
    assert "https://guide.example/quittex" in words(case(Request.HELP, policy=guided), limits=MASTODON)


def test_small_numbers_of_people_are_told_to_nobody() -> None:
    few, many = Facts(tallies={"people": 9}), Facts(tallies={"people": 10})
    assert "9" not in words(case(facts=few)) and "10 people" in words(case(facts=many))


def test_what_is_not_built_yet_names_somebody_who_can() -> None:
    for request in (Request.PLEDGE,):
        assert "admin@mastodon.example" in words(case(request))


handles = st.from_regex(r"[a-z0-9-]{1,60}", fullmatch=True)
