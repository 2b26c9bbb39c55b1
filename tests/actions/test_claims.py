"""What an admin decides about Claims, what it does to disputes, and Claims that become Links by themselves."""

from __future__ import annotations

import pytest

from bot.actions import claims, import_archive, rechecking, register
from bot.actions.claims import accept, find_claim, reject
from bot.actions.disputes import contest
from bot.domain.archives import Order
from bot.domain.proof import Seen
from bot.domain.requests import Request
from bot.errors import InputError
from tests.actions.trust import DAY, X_ID, Trust
from tests.brought import AnArchive, a_list
from tests.imported import bring, person
from tests.storage.builders import NOW, bluesky, mastodon

ALICE, EVE = bluesky("alice"), bluesky("eve")


def disputed(trust: Trust) -> tuple[int, int]:
    """The numbers of Alice's Claim and of Eve's, who say the same by an archive."""
    known = trust.tx.people.register(X_ID, "alice", "", NOW)
    trust.tx.people.link(known.id, ALICE, 1, "archive", NOW)
    contest(trust.tx, X_ID, EVE, 1, NOW, "archive")
    trust.told()
    mine, theirs = (trust.tx.people.waiting_claim(who) for who in (ALICE, EVE))
    assert mine and theirs
    return mine.id, theirs.id


def acts(trust: Trust, claim: int) -> list[tuple[str, str, str]]:
    return [(act.act, act.by, act.reason) for act in trust.tx.people.audit(claim)]


def test_a_claim_is_found_by_its_number(trust: Trust) -> None:
    claim = trust.claims(EVE)
    assert find_claim(trust.tx, claim.id) == claim
    with pytest.raises(InputError, match="there is no claim"):
        find_claim(trust.tx, claim.id + 1)


def test_accepting_the_newcomer_unlinks_and_tells_the_other(trust: Trust) -> None:
    mine, theirs = disputed(trust)
    accept(trust.tx, theirs, NOW, "she showed me her phone")
    assert trust.who_is() == {"eve.bsky.social"}
    assert trust.told() == [(ALICE.id, "told-lost"), (EVE.id, "told-linked")]
    assert acts(trust, theirs)[-1] == ("accepted", "admin", "she showed me her phone")
    assert acts(trust, mine)[-1] == ("rejected", "admin", "she showed me her phone")
    assert trust.tx.people.holds(ALICE) == trust.tx.people.holds(EVE) == []


def test_accepting_whoever_was_there_puts_the_link_back(trust: Trust) -> None:
    mine, _ = disputed(trust)
    accept(trust.tx, mine, NOW)
    assert trust.who_is() == {"alice.bsky.social"} and trust.tx.people.claims("open") == []
    assert trust.told() == [(ALICE.id, "told-linked"), (EVE.id, "told-lost")]


def test_rejecting_one_of_two_ends_the_dispute(trust: Trust) -> None:
    mine, _ = disputed(trust)
    reject(trust.tx, mine, NOW)
    assert trust.who_is() == set() and trust.told() == [(ALICE.id, "told-lost")]
    left = trust.tx.people.waiting_claim(EVE)
    assert left and left.state == "waiting"


def test_a_not_me_is_put_back_by_rejecting_it(trust: Trust) -> None:
    known = trust.tx.people.register(X_ID, "alice", "", NOW)
    trust.tx.people.link(known.id, ALICE, 4, "campaign", NOW)
    trust.asks(ALICE, Request.NOT_ME)
    claim = trust.tx.people.waiting_claim(ALICE)
    assert claim and trust.who_is() == set()
    assert reject(trust.tx, claim.id, NOW, "a joke").state == "rejected"
    assert trust.who_is() == {"alice.bsky.social"} and trust.told() == [(ALICE.id, "told-settled")]


def test_a_not_me_is_believed_by_accepting_it(trust: Trust) -> None:
    known = trust.tx.people.register(X_ID, "alice", "", NOW)
    trust.tx.people.link(known.id, ALICE, 4, "campaign", NOW)
    trust.asks(ALICE, Request.NOT_ME)
    claim = trust.tx.people.waiting_claim(ALICE)
    assert claim is not None
    accept(trust.tx, claim.id, NOW)
    found = trust.tx.people.by_x(X_ID)
    assert found and found.links == () and trust.tx.people.holds(ALICE) == []


def test_what_is_decided_is_not_decided_again(trust: Trust) -> None:
    claim = trust.claims(EVE)
    reject(trust.tx, claim.id, NOW)
    for decide in (accept, reject):
        with pytest.raises(InputError, match="is rejected already"):
            decide(trust.tx, claim.id, NOW)
    assert trust.told() == [], "nobody is told of a claim that was refused"


def test_an_accepted_claim_is_told_once(trust: Trust) -> None:
    trust.tx.people.register(X_ID, "alice", "", NOW)
    accept(trust.tx, trust.claims(EVE).id, NOW)
    assert trust.told() == [(EVE.id, "told-linked")] and trust.told() == []
    assert trust.ripens() in ([], [False]) and trust.told() == []


def test_an_admins_link_beats_an_archive_and_says_so(trust: Trust) -> None:
    known = trust.tx.people.register(X_ID, "alice", "", NOW)
    trust.tx.people.link(known.id, ALICE, 1, "archive", NOW)
    register.link(trust.tx, X_ID, EVE, NOW)
    assert trust.who_is() == {"eve.bsky.social"} and trust.told() == [(ALICE.id, "told-lost")]
    register.link(trust.tx, X_ID, ALICE, NOW)
    assert trust.who_is() == {"alice.bsky.social", "eve.bsky.social"}, "an admin may give a number twice"


def test_a_proven_claim_becomes_a_link_when_its_number_arrives(trust: Trust) -> None:
    assert trust.proves(EVE) == "prove-proven" and trust.ripens() == []
    bring(trust.tx, person(X_ID, x_handle="alice"))
    assert trust.ripens() == [True] and trust.who_is() == {"eve.bsky.social"}
    assert trust.told() == [(EVE.id, "told-linked")] and trust.ripens() == []
    (claim,) = trust.tx.people.claims()
    assert (claim.state, claim.method, claim.decided_by) == ("accepted", "code", "code")


def test_a_code_that_fell_is_not_revived_by_one_for_another_x_handle(trust: Trust) -> None:
    trust.proves(EVE)
    (look,) = rechecking.due(trust.tx, NOW + 2 * DAY)
    assert rechecking.keep(trust.tx, look, Seen.GONE, NOW + 2 * DAY) is not None
    assert trust.proves(EVE, "mallory") == "prove-proven"
    bring(trust.tx, person(X_ID, x_handle="alice"))
    assert not any(trust.ripens()) and trust.who_is() == set()
    bring(trust.tx, person(X_ID + 1, x_handle="mallory"))
    assert any(trust.ripens()) and trust.who_is(X_ID + 1) == {"eve.bsky.social"}


def test_a_claim_the_registry_confirms_is_accepted_and_told(trust: Trust) -> None:
    claim = trust.claims(EVE)
    bring(trust.tx, person(X_ID, EVE, x_handle="alice"))
    assert trust.ripens() == [True] and trust.told() == [(EVE.id, "told-linked")]
    assert claims.find_claim(trust.tx, claim.id).state == "accepted"


def test_somebody_elses_number_makes_nothing_of_a_mere_word(trust: Trust) -> None:
    trust.claims(EVE)
    bring(trust.tx, person(X_ID, ALICE, x_handle="alice"))
    assert trust.ripens() == [False] and trust.who_is() == {"alice.bsky.social"}


def test_one_person_on_two_platforms_proves_each_by_its_own_code(trust: Trust) -> None:
    elephant = mastodon("alice")
    trust.claims(elephant)
    assert trust.proves(ALICE) == "prove-proven"
    assert [claim.state for claim in trust.tx.people.claims("open")] == ["proven", "waiting"]
    assert trust.shows(elephant, trust.tweets_it("alice", trust.code(elephant))) == "prove-proven"
    trust.tx.people.register(X_ID, "alice", "", NOW)
    assert trust.ripens() == [True, True] and len(trust.who_is()) == 2


def test_an_archive_refutes_what_others_merely_say(trust: Trust) -> None:
    trust.claims(EVE)
    trust.claims(mastodon("eve"))
    trust.claims(ALICE)
    archive = AnArchive(following=a_list([7]), owner=X_ID, username="alice")
    import_archive.apply(trust.tx, archive, Order(ALICE), NOW)
    assert trust.who_is() == {"alice.bsky.social"}
    states = {claim.account.handle: claim.state for claim in trust.tx.people.claims()}
    assert states == {"alice.bsky.social": "accepted", "eve.bsky.social": "rejected", "eve@m.example": "waiting"}
    told = trust.told()
    assert (EVE.id, "told-lost") in told and (ALICE.id, "told-linked") in told


def test_a_registry_ends_a_dispute_of_archives(trust: Trust) -> None:
    disputed(trust)
    bring(trust.tx, person(X_ID, ALICE, x_handle="alice"))
    assert trust.ripens() == [True] and trust.who_is() == {"alice.bsky.social"}
    assert trust.told() == [(EVE.id, "told-lost")] and trust.tx.people.claims("open") == []


def test_an_admins_link_ends_a_not_me(trust: Trust) -> None:
    known = trust.tx.people.register(X_ID, "alice", "", NOW)
    trust.tx.people.link(known.id, ALICE, 1, "archive", NOW)
    trust.asks(ALICE, Request.NOT_ME)
    register.link(trust.tx, 9, ALICE, NOW)
    assert trust.who_is(9) == {"alice.bsky.social"} and trust.who_is() == set()
    assert trust.tx.people.holds(ALICE) == [] and trust.told() == []
