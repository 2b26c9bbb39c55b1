"""Answers: why."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from bot.domain.answers import ANSWERS
from bot.domain.answers.why import EXPLAINED
from bot.domain.effects import Facts
from bot.domain.encounters import Visibility
from bot.domain.matching import Evidence, Matches, Witness
from bot.domain.people import DISCREET, Claim, Link, Person
from bot.domain.requests import Request
from bot.locales import AVAILABLE
from tests.domain.answers.cases import (
    ALICE,
    BLUESKY,
    BOB,
    FEW,
    FOLLOWED,
    MASTODON,
    NOW,
    case,
    matches,
    say,
    words,
)  # fmt: skip

LISTED = datetime(2024, 11, 3, tzinfo=UTC)
ME = Person(1, 123, "alice", links=(Link(ALICE, 3, "code", NOW), Link(BOB, 4, "HelloQuitteX", NOW)))


def facts(found: Matches = FEW, witness: Witness = Witness.OWN, **more: object) -> Facts:
    link = {match.person: Link(match.account, 5, "domain", NOW) for match in found.ranked}
    day = None if witness is Witness.THEIRS else LISTED
    evidence = tuple(Evidence(match, link[match.person], witness, day) for match in found.ranked)
    return Facts(person=ME, matches=found, evidence=evidence, **more)  # type: ignore[arg-type]


def test_in_private_each_match_has_its_evidence_and_date() -> None:
    told = words(case(Request.WHY, facts=facts(), author=BOB, visibility=Visibility.DIRECT), limits=MASTODON)
    assert told.splitlines()[:2] == [
        "Your X account is linked to yours here. Proof: the campaign’s registry, Nov 20, 2026. And your matches:",
        "→ zoe.bsky.social: you followed each other, says your X list of Nov 3, 2024. "
        "Proof: verified domain, Nov 20, 2026.",
    ]
    assert told.splitlines()[-1].startswith("And ")


@pytest.mark.parametrize(
    ("witness", "said"), [(Witness.THEIRS, "their own X list"), (Witness.BOTH, "both your X lists")]
)
def test_nobody_elses_list_is_told_of(witness: Witness, said: str) -> None:
    told = words(case(Request.WHY, facts=facts(witness=witness), visibility=Visibility.DIRECT))
    assert said in told and "2024" not in told


def test_in_public_there_is_only_the_askers_own_proof() -> None:
    told = words(case(Request.WHY, facts=facts()))
    assert told == (
        "Your X account is linked to yours here. Proof: code seen on X, Nov 20, 2026 (level 3 of 5).\n"
        "For what is behind your matches, send me “why” in a private message."
    )


def test_who_wants_private_answers_gets_the_evidence_there() -> None:
    asked = case(Request.WHY, facts=facts(marks=frozenset({DISCREET})), author=BOB)
    answer = say(ANSWERS[Request.WHY](asked))
    assert answer.visibility is Visibility.DIRECT and answer.wording.message == "why"


def test_without_matches_the_own_proof_is_all_there_is() -> None:
    told = words(case(Request.WHY, facts=Facts(person=ME), visibility=Visibility.DIRECT))
    assert told.endswith("(level 3 of 5).")


def test_somebody_without_a_link_is_told_how_to_get_one() -> None:
    claim = Claim(1, ALICE, "alice", "s", NOW)
    answers = [say(ANSWERS[Request.WHY](case(Request.WHY, facts=known))) for known in (Facts(), Facts(claim=claim))]
    assert [answer.wording.message for answer in answers] == ["not-linked", "claim-waiting"]


def test_at_least_one_match_is_explained_whatever_the_language_and_the_names() -> None:
    long = [(f"{'a' * 40}{n}", FOLLOWED, False) for n in range(EXPLAINED)]
    for language, witness in product(AVAILABLE, Witness):
        asked = case(Request.WHY, facts=facts(matches(*long), witness), visibility=Visibility.DIRECT)
        assert words(asked, language, BLUESKY).count("→") >= 1, language


def test_an_account_without_a_handle_is_not_listed() -> None:
    known = facts()
    (first, *others) = known.evidence
    nameless = replace(first, match=replace(first.match, account=replace(first.match.account, handle="")))
    asked = case(Request.WHY, facts=replace(known, evidence=(nameless, *others)), visibility=Visibility.DIRECT)
    assert len(say(ANSWERS[Request.WHY](asked)).wording.items) == len(others)
