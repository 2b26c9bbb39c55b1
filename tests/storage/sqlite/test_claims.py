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


def test_an_x_handle_is_the_same_however_it_is_written(tx: SqliteTransaction) -> None:
    first = tx.people.claim(bluesky("ann"), "LeMonde", "post", NOW)
    assert tx.people.claim(bluesky("ann"), "lemonde", "post", NOW) == first and first.x_handle == "lemonde"
    assert tx.people.claims_on("LEMONDE") == [first]


def test_a_claim_is_found_by_what_an_admin_types(tx: SqliteTransaction) -> None:
    tx.people.claim(bluesky("bob"), "bob", "post", NOW)
    claim = tx.people.claim(bluesky("ann"), "ann", "post", NOW)
    assert tx.people.claim_by_handle(claim.account.platform, "ann.bsky.social") == claim
    assert tx.people.claim_by_handle(claim.account.platform, "") is None
    tx.people.settle_claim(claim.id, "rejected", NOW)
    assert tx.people.claim_by_handle(claim.account.platform, "ann.bsky.social") is None


def test_open_claims_are_those_nobody_decided(tx: SqliteTransaction) -> None:
    for name, state in (("ann", "proven"), ("bob", "frozen"), ("cid", "accepted"), ("dan", "waiting")):
        claim = tx.people.claim(bluesky(name), name, "post", NOW)
        tx.people.change_claim(claim.id, state, NOW, by="bot")
    assert [claim.x_handle for claim in tx.people.claims("open")] == ["dan", "bob", "ann"]
    assert [claim.x_handle for claim in tx.people.claims("accepted")] == ["cid"]
    assert len(tx.people.claims()) == 4 and len(tx.people.claims(limit=2)) == 2


def test_another_handle_withdraws_a_disputed_word_and_no_proof(tx: SqliteTransaction) -> None:
    word, proof = (tx.people.claim(bluesky(name), "ann", "post", NOW) for name in ("ann", "bob"))
    tx.people.change_claim(word.id, "frozen", NOW, by="bot", dispute=word.id)
    tx.people.change_claim(proof.id, "proven", NOW, by="code", level=3)
    for name in ("ann", "bob"):
        tx.people.claim(bluesky(name), "anna", "post", NOW + SECOND)
    assert [claim.state for claim in tx.people.claims()] == ["waiting", "waiting", "proven", "rejected"]
