"""A post that was looked at: believed and answered in one transaction, once, or honestly given up."""

from __future__ import annotations

from datetime import timedelta

from bot.actions import checking
from bot.actions.receive import ANSWERED
from bot.domain.effects import Why
from bot.domain.outbox import Priority, derive_key
from bot.domain.proof import Method
from bot.domain.proving import PATIENCE, Check, XPost
from bot.domain.requests import Request
from tests.actions.trust import X_ID, Trust
from tests.storage.builders import NOW, bluesky

ALICE = bluesky("alice")


def asked(trust: Trust, text: str = "") -> Check:
    """Alice has named a post with this text (her code if none is given)."""
    trust.claims(ALICE)
    address = trust.tweets_it("alice", text or trust.code(ALICE))
    assert trust.asks(ALICE, Request.PROVE, post=address) in (Why.CHECKING, "prove")
    (check,) = trust.tx.proving.due(trust.moment, 10, ["paper"])
    return check


def test_the_answer_has_the_key_of_the_question(trust: Trust) -> None:
    check = asked(trust)
    assert trust.tx.proving.due(NOW, 10, ["elsewhere"]) == []
    assert trust.looked() == "prove-proven"
    rows = [row for row in trust.tx.outbox.rows(limit=1000) if row.trigger == check.trigger]
    assert [row.key for row in rows] == [derive_key(check.trigger, ANSWERED)]
    post = trust.tx.outbox.get(rows[0].id)
    assert post and (post.priority, post.recipient_id) == (Priority.PROOF, ALICE.id)
    assert trust.tx.inbox.outcomes("paper")[ANSWERED] == 1


def test_nothing_of_the_post_is_kept_when_it_is_over(trust: Trust) -> None:
    asked(trust)
    trust.looked()
    kept = trust.tx.session.execute("SELECT post, reply, thread, outcome FROM proof_check").fetchall()
    assert kept == [("", "{}", "", "proven")]


def test_a_proof_by_code_names_the_post_and_expires(trust: Trust) -> None:
    trust.tx.people.register(X_ID, "alice", "", NOW)
    asked(trust)
    assert trust.looked() == "prove-linked"
    (proof,) = trust.tx.people.proofs(ALICE)
    assert (proof.method, proof.level, proof.evidence) == (Method.CODE, 3, "https://x.com/alice/status/1")
    assert proof.expires_at and proof.expires_at > NOW + timedelta(days=300)
    assert trust.told() == [], "the answer says it"


def test_what_does_not_prove_it_is_said_and_the_code_lives_on(trust: Trust) -> None:
    check = asked(trust)
    code = trust.tx.proving.code(ALICE, NOW)
    for seen, message in ((None, "prove-gone"), (XPost("eve", "hello"), "prove-other-author")):
        assert checking.settle(trust.tx, check, seen, trust.desk, NOW) == message
        trust.asks(ALICE, Request.PROVE, post="x.com/alice/status/77")
        (check,) = trust.tx.proving.due(NOW, 10, ["paper"])
    assert trust.tx.proving.code(ALICE, NOW) == code


def test_a_claim_that_was_taken_back_meanwhile_is_not_proven(trust: Trust) -> None:
    check = asked(trust)
    trust.asks(ALICE, Request.NOT_ME)
    assert checking.handle_of(trust.tx, check) == ""
    assert trust.looked() == "prove-expired" and trust.tx.people.claims("open") == []


def test_a_code_that_ran_out_while_x_was_silent_still_counts(trust: Trust) -> None:
    trust.claims(ALICE)
    address = trust.tweets_it("alice", trust.code(ALICE))
    trust.later(timedelta(hours=71, minutes=59))
    trust.asks(ALICE, Request.PROVE, post=address)
    trust.later(timedelta(hours=2))
    trust.tx.proving.drop_old(trust.moment)
    assert trust.looked() == "prove-proven"


def test_an_x_that_is_silent_is_asked_for_a_day_and_then_given_up(trust: Trust) -> None:
    check, tries = asked(trust), 0
    while checking.postpone(trust.tx, check, 0.0, trust.desk, trust.moment):
        due = trust.tx.proving.next_due(["paper"])
        assert due is not None and due > trust.moment
        trust.later(due - trust.moment)
        (check,) = trust.tx.proving.due(trust.moment, 1, ["paper"])
        tries += 1
        assert check.tries == tries
    assert PATIENCE - timedelta(hours=1) <= trust.at <= PATIENCE and 20 < tries < 40
    assert trust.tx.proving.next_due(["paper"]) is None
    assert trust.tx.people.waiting_claim(ALICE) is not None
    assert trust.asks(ALICE, Request.PROVE) == "prove"
