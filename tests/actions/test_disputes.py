"""Who may have an X number when two say so: the stronger proof, nobody, or whom an admin names."""

from __future__ import annotations

import pytest

from bot.actions.claims import accept
from bot.actions.disputes import Verdict, contest, disown, stranger_of
from bot.actions.register import link
from bot.domain.accounts import Account
from bot.domain.people import Person
from bot.domain.requests import Request
from tests.actions.trust import X_ID, Trust
from tests.storage.builders import NOW, bluesky, mastodon

ALICE, EVE = bluesky("alice"), bluesky("eve")


def linked(trust: Trust, account: Account = ALICE, level: int = 1) -> Person:
    person = trust.tx.people.register(X_ID, "alice", "", NOW)
    trust.tx.people.link(person.id, account, level, "archive" if level == 1 else "admin", NOW)
    found = trust.tx.people.get(person.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("first", "level", "verdict", "stays"),
    [
        (1, 1, Verdict.FROZEN, False), (2, 2, Verdict.FROZEN, False), (1, 2, Verdict.JOINS, False),
        (1, 3, Verdict.JOINS, False), (2, 1, Verdict.WEAKER, True), (4, 1, Verdict.WEAKER, True),
        (3, 3, Verdict.JOINS, True), (4, 3, Verdict.JOINS, True), (3, 5, Verdict.JOINS, True),
    ],
)  # fmt: skip
def test_the_stronger_proof_wins_and_equal_ones_freeze(
    trust: Trust, first: int, level: int, verdict: Verdict, stays: bool
) -> None:
    linked(trust, level=first)
    assert contest(trust.tx, X_ID, EVE, level, NOW) is verdict
    assert trust.who_is() == ({"alice.bsky.social"} if stays else set())


def test_whoever_is_weaker_changes_nothing_and_nobody_is_told(trust: Trust) -> None:
    linked(trust, level=4)
    contest(trust.tx, X_ID, EVE, 1, NOW)
    assert trust.told() == [] and trust.tx.people.claims() == []


def test_a_number_nobody_has_is_free(trust: Trust) -> None:
    assert contest(trust.tx, X_ID, EVE, 1, NOW) is Verdict.JOINS


def test_the_same_account_contradicts_itself_in_nothing(trust: Trust) -> None:
    linked(trust)
    again = Account(ALICE.platform, "", ALICE.handle)
    assert contest(trust.tx, X_ID, again, 1, NOW) is contest(trust.tx, X_ID, ALICE, 3, NOW) is Verdict.JOINS
    assert trust.who_is() == {"alice.bsky.social"} and trust.told() == []


def test_an_account_on_another_platform_joins_and_the_first_is_told_once(trust: Trust) -> None:
    linked(trust)
    for _ in range(2):
        assert contest(trust.tx, X_ID, mastodon("alice"), 1, NOW) is Verdict.JOINS
    assert trust.told() == [(ALICE.id, "told-joined")] and trust.told() == []


def test_a_third_account_with_an_equal_proof_is_part_of_the_same_dispute(trust: Trust) -> None:
    linked(trust)
    third = bluesky("third")
    assert [contest(trust.tx, X_ID, who, 1, NOW) for who in (EVE, third, EVE)] == [Verdict.FROZEN] * 3
    frozen = trust.tx.people.claims("frozen")
    assert len(frozen) == 3 and len({claim.dispute for claim in frozen}) == 1
    assert trust.told() == [(who.id, "told-disputed") for who in (ALICE, EVE, third)]


def test_what_is_frozen_stays_so_whatever_else_is_said(trust: Trust) -> None:
    linked(trust)
    contest(trust.tx, X_ID, EVE, 1, NOW)
    trust.tx.people.link(linked(trust).id, ALICE, 1, "archive", NOW)
    assert trust.who_is() == set()


def test_not_me_holds_ones_own_link_and_says_what_follows(trust: Trust) -> None:
    linked(trust)
    assert trust.asks(ALICE, Request.NOT_ME) == "not-me"
    assert trust.who_is() == set() and trust.tx.people.holds(ALICE)
    assert trust.asks(ALICE, Request.NOT_ME) == "not-me-again"
    assert [(claim.state, claim.flag) for claim in trust.tx.people.claims()] == [("frozen", "not me")]


def test_not_me_takes_ones_own_claim_back(trust: Trust) -> None:
    trust.claims(EVE)
    trust.code(EVE)
    assert trust.asks(EVE, Request.NOT_ME) == "not-me-claim"
    assert trust.tx.people.waiting_claim(EVE) is None and trust.tx.proving.code(EVE, NOW) is None
    assert trust.asks(EVE, Request.NOT_ME) == "not-me-nothing"


def test_not_me_is_about_the_other_account_only_while_it_is_there(trust: Trust) -> None:
    person = linked(trust)
    contest(trust.tx, X_ID, mastodon("eve"), 1, NOW)
    assert stranger_of(trust.tx, ALICE, person, NOW) is None
    trust.tx.people.link(person.id, mastodon("eve"), 1, "archive", NOW)
    both = trust.tx.people.get(person.id)
    found = stranger_of(trust.tx, ALICE, both, NOW)
    assert found and found.account.handle == "eve@m.example"
    disown(trust.tx, ALICE, both, NOW)
    assert trust.who_is() == {"alice.bsky.social"}
    assert trust.asks(ALICE, Request.NOT_ME) == "not-me", "the other is disputed already"


def test_a_dispute_of_two_ends_when_one_of_them_is_erased(trust: Trust) -> None:
    person = linked(trust)
    contest(trust.tx, X_ID, EVE, 1, NOW)
    other = trust.tx.people.register(9, "eve", "", NOW)
    trust.tx.people.link(other.id, EVE, 3, "admin", NOW)
    trust.tx.people.remove(other.id)
    assert trust.who_is() == {"alice.bsky.social"} and trust.tx.people.holds(ALICE) == []
    assert trust.tx.people.get(person.id) is not None


def test_erasing_somebody_ends_every_dispute_about_their_number_and_their_handle(trust: Trust) -> None:
    """What rivals say of somebody holds that person's names, and must not keep the rivals held for ever."""
    linked(trust)
    contest(trust.tx, X_ID, EVE, 1, NOW, "archive")
    other = trust.tx.people.register(9, "mallory", "", NOW)
    trust.tx.people.link(other.id, EVE, 3, "admin", NOW)
    trust.claims(bluesky("zed"), "alice")
    trust.tx.rights.erase(ALICE, NOW, whole=True)
    assert trust.tx.people.claims() == [] and trust.tx.people.holds(EVE) == []
    assert trust.who_is(9) == {"eve.bsky.social"}
    kept = trust.tx.session.execute("SELECT count(*) FROM audit WHERE reason LIKE '%alice%'").fetchone()
    assert kept == (0,)


def test_somebody_without_a_link_may_be_erased_in_the_middle_of_a_proof(trust: Trust) -> None:
    trust.claims(EVE)
    trust.claims(bluesky("mallory"))
    trust.asks(EVE, Request.PROVE, post=trust.tweets_it("alice", trust.code(EVE)))
    trust.tx.rights.erase(EVE, NOW, whole=False)
    assert trust.looked() == "" and trust.told() == [("did:plc:mallory", "told-disputed")]
    assert [claim.state for claim in trust.tx.people.claims()] == ["waiting"], "nobody contradicts it any more"


def test_not_me_freezes_nobody_who_is_better_proven(trust: Trust) -> None:
    """Whoever brings a forged archive first is told of the true person, and must not silence them."""
    eve = mastodon("eve", "evil.example")
    linked(trust, eve)
    assert trust.proves(ALICE) == "prove-linked"
    assert trust.told() == [(eve.id, "told-joined")]
    assert trust.asks(eve, Request.NOT_ME) == "not-me"
    assert trust.who_is() == {"alice.bsky.social"} and trust.told() == []
    assert trust.asks(eve, Request.NOT_ME) == "not-me-again"


def a_stranger_is_told_of(trust: Trust) -> Account:
    """Alice has joined by an archive, as Eve had before her, who says "not me"."""
    eve = mastodon("eve", "evil.example")
    person = linked(trust, eve)
    assert contest(trust.tx, X_ID, ALICE, 1, NOW, "archive") is Verdict.JOINS
    trust.tx.people.link(person.id, ALICE, 1, "archive", NOW)
    assert trust.asks(eve, Request.NOT_ME) == "not-me-stranger"
    assert trust.who_is() == {"eve@evil.example"}
    return eve


def test_a_code_frees_whom_somebody_else_said_not_to_be_them(trust: Trust) -> None:
    eve = a_stranger_is_told_of(trust)
    assert trust.shows(ALICE, trust.tweets_it("alice", trust.code(ALICE))) == "prove-linked"
    assert trust.who_is() == {"eve@evil.example", "alice.bsky.social"} and trust.tx.people.holds(ALICE) == []
    assert trust.asks(eve, Request.NOT_ME) == "not-me"
    assert trust.who_is() == {"alice.bsky.social"}


def test_not_me_is_no_answer_to_what_an_admin_decided(trust: Trust) -> None:
    eve = a_stranger_is_told_of(trust)
    frozen = trust.tx.people.waiting_claim(ALICE)
    assert frozen
    accept(trust.tx, frozen.id, NOW, "they rang")
    proven = trust.shows(eve, trust.tweets_it("alice", trust.code(eve)))
    assert proven == "prove-linked", "as well as Alice now"
    assert trust.asks(eve, Request.NOT_ME) == "not-me"
    assert trust.who_is() == {"alice.bsky.social"}


def test_whoever_is_frozen_and_says_not_me_gives_way_and_nobody_stays_locked(trust: Trust) -> None:
    linked(trust)
    contest(trust.tx, X_ID, EVE, 1, NOW, "archive")
    trust.told()
    assert trust.asks(EVE, Request.NOT_ME) == "not-me-claim"
    assert trust.who_is() == {"alice.bsky.social"} and trust.tx.people.claims("open") == []
    assert trust.tx.people.holds(EVE) == trust.tx.people.holds(ALICE) == []
    assert trust.told() == [(ALICE.id, "told-settled")]


def test_whom_a_stranger_disowned_may_give_way_and_begin_again(trust: Trust) -> None:
    eve = a_stranger_is_told_of(trust)
    assert trust.asks(ALICE, Request.NOT_ME) == "not-me-claim"
    assert trust.tx.people.holds(ALICE) == [] and trust.who_is() == {eve.handle}
    assert trust.proves(ALICE) == "prove-linked"
    assert trust.who_is() == {eve.handle, "alice.bsky.social"}


def test_an_admins_word_frees_from_whatever_dispute_there_was(trust: Trust) -> None:
    linked(trust)
    trust.tx.people.hold(ALICE, "dispute:99", NOW)
    trust.tx.people.hold(ALICE, "away", NOW)
    link(trust.tx, X_ID, ALICE, NOW)
    assert trust.tx.people.holds(ALICE) == ["away"]
