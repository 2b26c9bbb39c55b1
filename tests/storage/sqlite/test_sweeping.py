"""Looking through what others wrote and brought, in steps, together for all who are erased at once."""

from __future__ import annotations

import json

from bot.domain.accounts import Account, Platform
from bot.domain.outbox import State
from bot.storage.sqlite import sweeping
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, a_draft, a_mention, bluesky
from tests.storage.rich import HERE, OTHER, X_ID, enrich


def test_it_ends_and_goes_on_from_where_it_was(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    tx.rights.erase(HERE, NOW, whole=False)
    assert sweeping.waiting(session)
    steps = 0
    while sweeping.step(session, lambda: True):
        steps += 1
        place = session.execute("SELECT place FROM erasure").fetchone()[0]
        assert json.loads(place) >= [0, 0]
    assert steps >= len(sweeping.SWEPT)
    assert session.execute("SELECT names, x_id FROM erasure").fetchall() == [("", None)]
    assert not sweeping.waiting(session)


def test_an_erasure_that_came_meanwhile_is_looked_for_too(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    tx.inbox.add(a_mention("at://did:plc:cat/1", account=bluesky("cat"), text="ask x.com/otheronx"), NOW)
    tx.rights.erase(HERE, NOW, whole=False)
    for _ in range(6):
        assert sweeping.step(session, lambda: True)  # the words that were seen are behind it
    tx.rights.erase(OTHER, NOW, whole=False)
    while sweeping.step(session, lambda: True):
        pass
    texts = [text for (text,) in session.execute("SELECT text FROM inbox")]
    assert not any("otheronx" in text for text in texts)
    assert session.execute("SELECT DISTINCT names FROM erasure").fetchall() == [("",)]


def test_a_post_of_somebody_else_that_is_still_owed_is_said_first(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    more = {"network": "bluesky", "kind": "find", "state": State.READY, "thread": "", "counts": True}
    draft = a_draft("at://did:plc:cat/1", recipient_id="did:plc:cat")
    post = tx.outbox.add(draft, {"root": "at://did:plc:richperson/1"}, **more)  # type: ignore[arg-type]
    assert post is not None
    tx.rights.erase(HERE, NOW, whole=False)
    while sweeping.step(session, lambda: False):
        pass
    owed = tx.outbox.get(post)
    assert owed and owed.record
    tx.outbox.mark_sending(post, NOW)
    tx.outbox.settle(post, State.SENT, NOW, receipt="r")
    sent = tx.outbox.get(post)
    assert sent and (sent.record, sent.receipt) == ({}, "r")


def test_whoever_is_back_meanwhile_is_not_taken_out_of_lists(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    tx.rights.erase(Account(Platform.X, str(X_ID)), NOW, whole=True)
    tx.people.register(X_ID, "back", "", NOW)
    while sweeping.step(session, lambda: False):
        pass
    blob = session.pseudonyms.one(X_ID).to_bytes(8, "little")
    assert any(blob in found for (found,) in session.execute("SELECT pseudonyms FROM graph.archive"))
