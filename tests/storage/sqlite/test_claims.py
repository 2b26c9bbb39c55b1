"""Claims: an admin accepts what they have seen, nothing that was said later."""

from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, bluesky


def test_a_claim_that_was_replaced_cannot_be_accepted(tx: SqliteTransaction) -> None:
    shown = tx.people.claim(bluesky("ann"), "ann", "post", NOW)
    tx.people.claim(bluesky("ann"), "somebody_famous", "post", NOW + SECOND)
    assert not tx.people.settle_claim(shown.id, "accepted", NOW)


def test_a_settled_claim_stays_beside_a_new_one(tx: SqliteTransaction) -> None:
    first = tx.people.claim(bluesky("ann"), "ann", "post", NOW)
    tx.people.settle_claim(first.id, "rejected", NOW)
    second = tx.people.claim(bluesky("ann"), "ann", "post", NOW + SECOND)
    assert [(c.id, c.state) for c in tx.people.claims()] == [(second.id, "waiting"), (first.id, "rejected")]
    assert second.account == bluesky("ann") and second.at == NOW + SECOND


def test_hostile_handles_poison_nothing(tx: SqliteTransaction) -> None:
    assert tx.people.claim(bluesky("ann"), "\ud800", "\ud800", NOW).x_handle == "?"
