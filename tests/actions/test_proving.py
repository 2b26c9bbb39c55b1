"""The code somebody is given: theirs, unguessable, the same while it lives."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.actions.proving import new_code
from bot.domain.effects import Why
from bot.domain.proving import CHECKS_AN_HOUR, CODE_LIFE
from bot.domain.requests import Request
from tests.actions.trust import Trust
from tests.storage.builders import NOW, bluesky

ALICE, EVE = bluesky("alice"), bluesky("eve")


def test_codes_do_not_repeat() -> None:
    assert len({new_code("alice", NOW).text for _ in range(500)}) == 500
    assert new_code("alice", NOW).text.startswith("QX-") and len(new_code("alice", NOW).text) == 10


def test_asking_again_gives_the_same_code_until_it_is_over(trust: Trust) -> None:
    trust.claims(ALICE)
    first = trust.code(ALICE)
    trust.later(CODE_LIFE - timedelta(seconds=1))
    assert trust.code(ALICE) == first
    trust.later(timedelta(seconds=1))
    assert trust.tx.proving.code(ALICE, trust.moment) is None and trust.code(ALICE) != first


def test_a_code_is_bound_to_the_person_and_the_x_handle(trust: Trust) -> None:
    trust.claims(ALICE)
    trust.claims(EVE, "eve")
    first = trust.code(ALICE)
    assert trust.code(EVE) != first
    trust.claims(ALICE, "alicia")
    assert trust.code(ALICE) != first
    assert trust.shows(ALICE, trust.tweets_it("alicia", first)) == "prove-no-code"


def test_without_a_claim_there_is_no_code(trust: Trust) -> None:
    assert trust.asks(ALICE, Request.PROVE) == "not-linked"
    assert trust.asks(ALICE, Request.PROVE, post="https://x.com/alice/status/1") == "not-linked"


def test_a_post_named_before_there_is_a_code_gives_the_code(trust: Trust) -> None:
    trust.claims(ALICE)
    assert trust.asks(ALICE, Request.PROVE, post="https://x.com/alice/status/1") == "prove"


def test_what_is_no_address_of_a_post_is_said_at_once(trust: Trust) -> None:
    trust.claims(ALICE)
    trust.code(ALICE)
    for post in ("https://x.com/alice", "https://evil.example/alice/status/1", "http://127.0.0.1/alice/status/1"):
        assert trust.asks(ALICE, Request.PROVE, post=post) == "prove-address"
    assert trust.asks(ALICE, Request.PROVE, post="https://x.com/eve/status/1") == "prove-other-author"


def test_so_many_posts_an_hour_are_looked_at_for_one_person(trust: Trust) -> None:
    trust.claims(ALICE)
    trust.code(ALICE)
    said = [trust.asks(ALICE, Request.PROVE, post=f"x.com/alice/status/{n}") for n in range(CHECKS_AN_HOUR + 1)]
    assert said == [Why.CHECKING] * CHECKS_AN_HOUR + ["prove-too-often"]
    trust.later(timedelta(hours=1))
    assert trust.asks(ALICE, Request.PROVE, post="x.com/alice/status/9") == Why.CHECKING


def test_whoever_is_known_by_an_archive_may_prove_more(trust: Trust) -> None:
    person = trust.tx.people.register(7, "alice", "", NOW)
    trust.tx.people.link(person.id, ALICE, 1, "archive", NOW)
    assert trust.shows(ALICE, trust.tweets_it("alice", trust.code(ALICE))) == "prove-linked"
    assert trust.who_is(7, minimum=3) == {"alice.bsky.social"}
    assert trust.asks(ALICE, Request.PROVE) == "prove-known"


def test_posts_are_looked_at_whatever_else_was_answered_this_hour(trust: Trust) -> None:
    """Whoever said who they were, and got the code, has had two of three answers, and may mistype the address."""
    trust.desk = replace(trust.desk, policy=replace(trust.desk.policy, per_person_hour=2))
    trust.claims(ALICE)
    code = trust.code(ALICE)
    assert trust.shows(ALICE, trust.tweets_it("alice", "oh no")) == "prove-no-code"
    assert trust.shows(ALICE, trust.tweets_it("alice", code)) == "prove-proven"
    assert trust.asks(ALICE, Request.FIND) == Why.TOO_MANY
    trust.claims(ALICE)
    assert trust.asks(ALICE, Request.PROVE, post="https://x.com/eve/status/1") == Why.TOO_MANY


def test_a_server_that_gets_nothing_gets_no_look_either(trust: Trust) -> None:
    trust.claims(ALICE)
    address = trust.tweets_it("alice", trust.code(ALICE))
    denying = replace(trust.desk.courtesy, denied=frozenset({"bsky.social"}))
    trust.desk = replace(trust.desk, courtesy=denying)
    assert trust.asks(ALICE, Request.PROVE, post=address) == Why.DENIED
    assert trust.looked() == ""
