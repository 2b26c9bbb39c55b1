"""Ten ways to pass for somebody else, and more: none changes whom the true person is shown to, or shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.actions import checking, claims, import_archive, register
from bot.actions.disputes import Verdict, contest
from bot.domain.accounts import Account
from bot.domain.archives import NotTakenError, Order
from bot.domain.effects import Why
from bot.domain.officials import Official
from bot.domain.people import ARCHIVE, REGISTRY, Person
from bot.domain.proof import Method
from bot.domain.proving import CODE_LIFE, XPost
from bot.domain.requests import Request
from tests.actions.trust import DAY, X_ID, Trust
from tests.brought import AnArchive, a_list
from tests.storage.builders import NOW, bluesky, mastodon

ALICE, EVE = bluesky("alice"), bluesky("eve")
FRIEND = 7


def registered(trust: Trust, level: int = REGISTRY, source: str = "campaign") -> Person:
    """Alice, whom a friend followed on X."""
    tx = trust.tx
    person = tx.people.register(X_ID, "alice", "en", NOW)
    tx.people.link(person.id, ALICE, level, source, NOW)
    friend = tx.people.register(FRIEND, "friend", "en", NOW)
    tx.people.link(friend.id, bluesky("friend"), REGISTRY, "campaign", NOW)
    tx.graph.replace_list(friend.id, 0, "s", [X_ID], NOW)
    return person


def shown_to_the_friend(trust: Trust) -> set[str]:
    friend = trust.tx.people.by_x(FRIEND)
    assert friend is not None
    found = trust.tx.graph.matches(friend.id, ALICE.platform, 1)
    return {account.handle for match in found.ranked for account in match.accounts}


def an_archive_of(x_id: int = X_ID) -> AnArchive:
    return AnArchive(following=a_list([FRIEND]), owner=x_id, username="alice")


def test_1_a_claim_without_a_proof_is_never_matched(trust: Trust) -> None:
    registered(trust)
    trust.claims(EVE)
    trust.later(30 * DAY)
    assert trust.ripens() == [] and shown_to_the_friend(trust) == {"alice.bsky.social"}
    assert trust.asks(EVE, Request.FIND) == "claim-waiting"


def test_2_somebody_elses_code_proves_nothing(trust: Trust) -> None:
    trust.claims(ALICE)
    hers = trust.tweets_it("alice", trust.code(ALICE))
    trust.claims(EVE)
    trust.code(EVE)
    assert trust.shows(EVE, hers) == "prove-no-code"
    assert trust.shows(ALICE, hers) == "prove-proven"
    trust.tx.people.register(X_ID, "alice", "", NOW)
    assert trust.ripens() == [True] and trust.who_is() == {"alice.bsky.social"}


def test_3_a_code_works_once(trust: Trust) -> None:
    address = trust.tweets_it("alice", "")
    trust.claims(ALICE)
    trust.tweets["1"] = XPost("alice", trust.code(ALICE))
    assert trust.shows(ALICE, address) == "prove-proven"
    trust.asks(ALICE, Request.NOT_ME)
    trust.claims(ALICE)
    assert trust.shows(ALICE, address) == "prove", "a new code, since the old one is gone"
    assert trust.shows(ALICE, address) == "prove-no-code"


def test_3_what_is_seen_twice_is_believed_once(trust: Trust) -> None:
    trust.claims(ALICE)
    address = trust.tweets_it("alice", trust.code(ALICE))
    assert trust.asks(ALICE, Request.PROVE, post=address) == Why.CHECKING
    (check,) = trust.tx.proving.due(NOW, 10, ["paper"])
    assert trust.looked() == "prove-proven"
    assert checking.settle(trust.tx, check, trust.tweets["1"], trust.desk, NOW) == ""


def test_4_a_code_on_another_handles_post_proves_nothing(trust: Trust) -> None:
    registered(trust)
    trust.claims(EVE, "alice")
    code = trust.code(EVE)
    assert trust.shows(EVE, trust.tweets_it("eve", code)) == "prove-other-author"
    number = trust.tweets_it("eve", code).rpartition("/")[2]
    for address in (f"https://x.com/alice/status/{number}", f"https://x.com/i/status/{number}"):
        assert trust.shows(EVE, address) == "prove-other-author"
    assert trust.who_is() == {"alice.bsky.social"}


def test_5_a_code_in_a_reply_beside_other_codes_is_theirs_alone(trust: Trust) -> None:
    trust.claims(EVE, "alice")
    code = trust.code(EVE)
    for text in (f"{code}X", code[:-1], f"my name is not{code}"):
        assert trust.shows(EVE, trust.tweets_it("alice", text)) == "prove-no-code"
        trust.later(timedelta(hours=1))


def test_6_a_handle_that_looks_like_another_is_left_to_the_admin(trust: Trust) -> None:
    registered(trust)
    trust.tx.people.register(9, "a1ice", "en", NOW)
    assert trust.claims(EVE, "a1ice").flag
    assert trust.shows(EVE, trust.tweets_it("a1ice", trust.code(EVE))) == "prove-protected"
    assert trust.ripens() in ([], [False]) and trust.who_is(9) == set()


def test_7_a_forged_archive_yields_to_a_stronger_proof(trust: Trust) -> None:
    registered(trust)
    with pytest.raises(NotTakenError):
        import_archive.apply(trust.tx, an_archive_of(), Order(EVE), NOW)
    assert shown_to_the_friend(trust) == {"alice.bsky.social"} and trust.told() == []


def test_8_equal_proofs_freeze_both_until_a_stronger_one_comes(trust: Trust) -> None:
    registered(trust, ARCHIVE, "archive")
    report = import_archive.apply(trust.tx, an_archive_of(), Order(EVE), NOW)
    assert report.notes[-1] == import_archive.DISPUTED and report.following and report.following.added == 0
    assert trust.who_is() == set() and shown_to_the_friend(trust) == set()
    assert trust.told() == [(ALICE.id, "told-disputed"), (EVE.id, "told-disputed")]
    assert trust.asks(ALICE, Request.FIND) == "claim-frozen"
    assert trust.shows(ALICE, trust.tweets_it("alice", trust.code(ALICE))) == "prove-linked"
    assert trust.who_is() == {"alice.bsky.social"} == shown_to_the_friend(trust)
    assert trust.told() == [(EVE.id, "told-lost")]
    assert trust.tx.people.waiting_claim(EVE) is None


def test_9_a_protected_name_is_not_given_for_a_code(trust: Trust) -> None:
    trust.tx.people.set_officials([Official("lemonde.fr", "lemondefr", 99, "Le Monde")], NOW)
    assert trust.claims(EVE, "lemondefr").flag == "protected"
    trust.tx.people.register(99, "lemondefr", "fr", NOW)
    assert trust.shows(EVE, trust.tweets_it("lemondefr", trust.code(EVE))) == "prove-protected"
    assert trust.who_is(99) == set()
    claim = trust.tx.people.waiting_claim(EVE)
    assert claim and (claim.state, claim.level) == ("proven", 3)
    assert not any(trust.ripens()) and trust.who_is(99) == set()
    claims.accept(trust.tx, claim.id, NOW, "their newsroom rang")
    assert trust.who_is(99) == {"eve.bsky.social"}


@pytest.mark.parametrize("impostor", [mastodon("eve"), mastodon("alice", "evil.example")])
def test_10_a_claim_through_another_network_changes_nothing(trust: Trust, impostor: Account) -> None:
    registered(trust)
    trust.claims(impostor)
    assert trust.who_is() == {"alice.bsky.social"} and trust.told() == []
    trust.code(impostor)
    assert trust.shows(impostor, trust.tweets_it("mallory", "QX-2222222")) == "prove-other-author"
    assert trust.who_is() == {"alice.bsky.social"}


def test_10_whoever_is_proven_through_another_network_is_told_to_the_first(trust: Trust) -> None:
    """The password of an abandoned X account may have been stolen: she can say so with two words."""
    registered(trust)
    thief = mastodon("eve")
    assert trust.proves(thief) == "prove-linked"
    assert trust.who_is() == {"alice.bsky.social", "eve@m.example"}
    assert trust.told() == [(ALICE.id, "told-joined")]
    assert trust.asks(ALICE, Request.NOT_ME) == "not-me-stranger"
    assert trust.who_is() == {"alice.bsky.social"}
    assert trust.told() == [(thief.id, "told-disputed")]


def test_11_a_code_that_is_over_proves_nothing(trust: Trust) -> None:
    trust.claims(EVE, "alice")
    address = trust.tweets_it("alice", trust.code(EVE))
    trust.later(CODE_LIFE)
    assert trust.shows(EVE, address) == "prove"
    assert trust.tx.people.waiting_claim(EVE).state == "waiting"  # type: ignore[union-attr]


def test_11_a_post_that_is_gone_before_the_number_comes_gives_no_link(trust: Trust) -> None:
    assert trust.proves(EVE, "alice") == "prove-proven"
    (proof,) = trust.tx.people.proofs(EVE)
    assert proof.method is Method.CODE
    trust.tx.people.drop_proof(EVE, Method.CODE, NOW)
    trust.tx.people.register(X_ID, "alice", "", NOW)
    assert trust.ripens() == [False] and trust.who_is() == set()


def test_12_two_words_on_one_handle_freeze_both_and_touch_no_link(trust: Trust) -> None:
    registered(trust)
    mallory = bluesky("mallory")
    trust.claims(EVE)
    trust.claims(mallory)
    assert [claim.state for claim in trust.tx.people.claims("open")] == ["frozen", "frozen"]
    assert trust.told() == [(EVE.id, "told-disputed"), (mallory.id, "told-disputed")]
    assert trust.who_is() == {"alice.bsky.social"} == shown_to_the_friend(trust)
    trust.claims(bluesky("third"))
    assert trust.told() == [("did:plc:third", "told-disputed")], "the others were told once"


def test_13_a_handle_only_heard_of_in_tweets_gives_nobody_a_number(trust: Trust) -> None:
    trust.tx.people.register(X_ID, "", "", NOW)
    trust.tx.people.name_x({X_ID: "alice"})
    assert trust.proves(EVE, "alice") == "prove-proven"
    assert trust.ripens() in ([], [False]) and trust.who_is() == set()


def test_14_a_stronger_proof_takes_the_number_and_the_loser_is_told(trust: Trust) -> None:
    registered(trust, ARCHIVE, "archive")
    true = bluesky("realalice")
    assert trust.proves(true) == "prove-linked"
    assert trust.who_is() == {"realalice.bsky.social"} and trust.told() == [(ALICE.id, "told-lost")]


def test_15_an_admin_decides_a_tie(trust: Trust) -> None:
    registered(trust, ARCHIVE, "archive")
    assert contest(trust.tx, X_ID, EVE, ARCHIVE, NOW, "archive") is Verdict.FROZEN
    theirs = trust.tx.people.waiting_claim(EVE)
    assert theirs is not None
    trust.told()
    claims.reject(trust.tx, theirs.id, NOW, "an impostor")
    assert trust.who_is() == {"alice.bsky.social"}
    assert trust.told() == [(ALICE.id, "told-settled"), (EVE.id, "told-lost")]


def test_16_an_account_that_is_somebody_elses_joins_nobody_by_a_code(trust: Trust) -> None:
    registered(trust)
    other = trust.tx.people.register(9, "eve", "", NOW)
    trust.tx.people.link(other.id, EVE, REGISTRY, "campaign", NOW)
    assert trust.proves(EVE, "alice") == "prove-proven"
    assert trust.who_is() == {"alice.bsky.social"} and trust.who_is(9) == {"eve.bsky.social"}
    assert register.unlink(trust.tx, EVE).x_id == 9


def test_an_archive_on_another_network_gets_nothing_of_whom_a_registry_knows(trust: Trust) -> None:
    person = registered(trust)
    eve = mastodon("eve", "evil.example")
    trust.tx.graph.replace_list(person.id, 0, "archive", [FRIEND, 8], NOW)
    with pytest.raises(NotTakenError, match="by a code"):
        import_archive.apply(trust.tx, an_archive_of(), Order(eve), NOW)
    assert contest(trust.tx, X_ID, eve, ARCHIVE, NOW) is Verdict.WEAKER
    assert trust.who_is() == shown_to_the_friend(trust) == {"alice.bsky.social"} and trust.told() == []


def test_a_code_opens_another_network_to_ones_own_archive(trust: Trust) -> None:
    registered(trust)
    there = mastodon("alice")
    assert trust.proves(there) == "prove-linked"
    import_archive.apply(trust.tx, an_archive_of(), Order(there), NOW)
    import_archive.apply(trust.tx, an_archive_of(), Order(ALICE), NOW)
    assert trust.who_is() == {"alice.bsky.social", "alice@m.example"}


def test_a_weaker_account_does_not_erase_whom_a_stronger_one_proves(trust: Trust) -> None:
    eve = mastodon("eve", "evil.example")
    import_archive.apply(trust.tx, an_archive_of(), Order(eve), NOW)
    assert trust.proves(ALICE) == "prove-linked"
    assert trust.asks(eve, Request.FORGET) == "forget"
    assert trust.who_is() == {"alice.bsky.social"}
    assert trust.asks(ALICE, Request.FORGET) == "forget"
    assert trust.tx.people.by_x(X_ID) is None


def test_a_claim_to_somebody_elses_handle_brings_nobody_back(trust: Trust) -> None:
    registered(trust)
    assert trust.asks(ALICE, Request.FORGET) == "forget"
    trust.claims(EVE)
    with pytest.raises(NotTakenError, match="asked to be forgotten"):
        import_archive.apply(trust.tx, an_archive_of(), Order(EVE), NOW)
    assert trust.tx.rights.is_erased([ALICE], X_ID)
    trust.claims(ALICE)
    import_archive.apply(trust.tx, an_archive_of(), Order(ALICE), NOW)
    assert trust.who_is() == {"alice.bsky.social"} and not trust.tx.rights.is_erased([ALICE], X_ID)


def test_an_archive_gives_nobodys_handle_to_another_number(trust: Trust) -> None:
    registered(trust)
    report = import_archive.apply(trust.tx, an_archive_of(999), Order(EVE), NOW)
    assert report.notes[-1] == import_archive.FLAGGED and trust.tx.people.by_x(999) is None
    assert [claim.flag for claim in trust.tx.people.claims()] == ["lookalike"]
    assert trust.proves(mastodon("alice")) == "prove-linked"
    assert trust.who_is() == {"alice.bsky.social", "alice@m.example"}


def test_of_two_with_one_handle_the_better_proven_is_meant(trust: Trust) -> None:
    registered(trust)
    newer = trust.tx.people.register(999, "alice", "", NOW)
    trust.tx.people.link(newer.id, EVE, ARCHIVE, "archive", NOW)
    trust.tx.people.hold(ALICE, "away", NOW)
    assert claims.accept(trust.tx, trust.claims(mastodon("alice")).id, NOW).person.x_id == X_ID
