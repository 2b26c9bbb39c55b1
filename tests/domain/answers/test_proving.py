"""Answers: prove, not me."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.answers import ANSWERS
from bot.domain.effects import Disown, Effect, Facts, Give, Ignore, Look, Why
from bot.domain.encounters import Visibility
from bot.domain.people import NOT_ME, Claim, Link, Person
from bot.domain.proving import Code
from bot.domain.requests import Request
from bot.locales import AVAILABLE
from tests.domain.answers.cases import ALICE, BLUESKY, MASTODON, NOW, POLICY, case, say, words

CODE = Code("QX-ABCDEFG", "alice", NOW + timedelta(hours=72))
CLAIM = Claim(1, ALICE, "alice", "post", NOW)
CLAIMED = Facts(claim=CLAIM, code=CODE)
GIVEN = Facts(claim=CLAIM, code=replace(CODE, given=True))
POST = "https://x.com/alice/status/123"


def proved(facts: Facts, post: str = "") -> list[Effect]:
    asked = case(Request.PROVE, facts=facts)
    return ANSWERS[Request.PROVE](replace(asked, understood=replace(asked.understood, x_post=post)))


def message(effects: list[Effect]) -> str:
    return say(effects).wording.message


def test_the_code_is_kept_when_it_is_told_the_first_time() -> None:
    assert proved(CLAIMED)[0] == Give(CODE) and message(proved(CLAIMED)) == "prove"
    assert len(proved(GIVEN)) == 1 and message(proved(GIVEN)) == "prove"


@pytest.mark.parametrize("language", AVAILABLE)
def test_it_says_the_code_and_never_the_handle(language: str) -> None:
    facts = replace(CLAIMED, claim=replace(CLAIM, x_handle="slur"), code=replace(CODE, x_handle="slur"))
    for limits in (BLUESKY, MASTODON):
        told = words(case(Request.PROVE, facts=facts), language, limits)
        assert "QX-ABCDEFG" in told and "72" in told and "slur" not in told


def test_in_public_it_says_that_there_is_a_private_way() -> None:
    for visibility, policy, lines in (
        (Visibility.PUBLIC, POLICY, 2),
        (Visibility.DIRECT, POLICY, 1),
        (Visibility.PUBLIC, replace(POLICY, private_messages=False), 1),
    ):
        asked = case(Request.PROVE, facts=CLAIMED, visibility=visibility, policy=policy)
        assert len(words(asked).splitlines()) == lines


def test_without_a_claim_it_says_how_to_make_one() -> None:
    assert message(proved(Facts())) == message(proved(Facts(), POST)) == "not-linked"


def test_a_post_is_looked_at_before_anything_is_said() -> None:
    assert proved(GIVEN, POST) == [Look("123", Visibility.UNLISTED, "fr"), Ignore(Why.CHECKING)]


def test_a_post_without_a_code_that_was_given_gets_the_code() -> None:
    assert message(proved(CLAIMED, POST)) == "prove"
    other = replace(GIVEN, code=replace(CODE, x_handle="alicia", given=True))
    assert message(proved(other, POST)) == "prove"


@pytest.mark.parametrize(
    ("post", "said"),
    [
        ("https://x.com/eve/status/1", "prove-other-author"), ("https://x.com/alice", "prove-address"),
        ("https://alice@x.com/alice/status/1", "prove-address"),
    ],
)  # fmt: skip
def test_what_cannot_prove_it_is_said_at_once(post: str, said: str) -> None:
    assert message(proved(GIVEN, post)) == said


def test_a_person_may_prove_more_and_is_told_when_there_is_no_more() -> None:
    person = Person(1, 7, "Alice", links=(Link(ALICE, 1, "archive", NOW),))
    known = Facts(person=person, code=CODE)
    assert message(proved(known)) == "prove"
    proven = replace(person, links=(Link(ALICE, 3, "code", NOW),))
    assert message(proved(replace(known, person=proven))) == "prove-known"
    assert message(proved(replace(known, person=replace(person, x_heard=True)))) == "not-linked"


@pytest.mark.parametrize(
    ("facts", "said", "acts"),
    [
        (Facts(person=Person(1, 7, "alice")), "not-me", True),
        (Facts(person=Person(1, 7, "alice"), joined=True), "not-me-stranger", True),
        (Facts(claim=CLAIM), "not-me-claim", True),
        (Facts(claim=replace(CLAIM, state="frozen", flag=NOT_ME)), "not-me-again", False),
        (Facts(), "not-me-nothing", False),
    ],
)
def test_not_me_takes_back_what_there_is(facts: Facts, said: str, acts: bool) -> None:
    effects = ANSWERS[Request.NOT_ME](case(Request.NOT_ME, facts=facts))
    assert message(effects) == said and (Disown() in effects) is acts


@pytest.mark.parametrize("state", ["waiting", "proven", "frozen"])
@pytest.mark.parametrize("request_", [Request.FIND, Request.TELL_ME, Request.PRIVATE, Request.LINK, Request.WHY])
def test_somebody_with_a_claim_hears_what_became_of_it(request_: Request, state: str) -> None:
    asked = case(request_, facts=Facts(claim=replace(CLAIM, state=state)), handle="alice")
    assert say(ANSWERS[request_](asked)).wording.message == f"claim-{state}"
