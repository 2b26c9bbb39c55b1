"""Whoever gets a Link is asked once for life whether they want to be told, in the message that says so."""

from __future__ import annotations

from bot.actions import claims
from tests.actions.trust import X_ID, Trust
from tests.storage.builders import NOW, bluesky

ALICE = bluesky("alice")


def question(trust: Trust) -> bool:
    """Whether the latest Post asks."""
    (row,) = trust.tx.outbox.rows(limit=1)
    post = trust.tx.outbox.get(row.id)
    assert post is not None
    return "every Monday" in post.record["text"]


def test_a_link_by_code_asks_in_its_answer(trust: Trust) -> None:
    trust.tx.people.register(X_ID, "alice", "en", NOW)
    assert trust.proves(ALICE) == "prove-linked" and question(trust)
    assert trust.tx.people.questions(ALICE) == {"consent": None}


def test_a_link_by_an_admin_asks_when_it_is_told(trust: Trust) -> None:
    trust.tx.people.register(X_ID, "alice", "en", NOW)
    claims.accept(trust.tx, trust.claims(ALICE).id, NOW)
    assert trust.told() == [(ALICE.id, "told-linked")] and question(trust)


def test_nobody_is_asked_twice(trust: Trust) -> None:
    trust.tx.people.register(X_ID, "alice", "en", NOW)
    trust.tx.people.ask(ALICE, "consent", NOW)
    assert trust.proves(ALICE) == "prove-linked" and not question(trust)


def test_nobody_silent_counts_as_asked(trust: Trust) -> None:
    trust.tx.people.register(X_ID, "alice", "en", NOW)
    claim = trust.claims(ALICE)
    trust.tx.people.silence(ALICE, True, NOW)
    claims.accept(trust.tx, claim.id, NOW)
    assert trust.told() == [] and trust.tx.people.questions(ALICE) == {}
