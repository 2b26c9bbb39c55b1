"""An archive is taken in whole or not at all, and its lists are a difference to those that are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.actions.import_archive import FLAGGED, apply, check, plan
from bot.actions.register import link
from bot.domain.accounts import Account, Platform
from bot.domain.archives import NotTakenError, Order, Report, Why, without_registry
from bot.domain.consent import Consent
from bot.domain.officials import Official
from bot.domain.proof import Method, State
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.brought import MADE, AnArchive, a_list
from tests.imported import everything, shared_database
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon
from tests.storage.conftest import a_session

ANN = Order(bluesky("ann"))
LATER = NOW + timedelta(days=9)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


@pytest.fixture
def tx(files: tuple[Path, Path]) -> Iterator[SqliteTransaction]:
    with a_session(*files, FixedClock()) as session:
        yield SqliteTransaction(session)


def an_archive(following: list[int] | None = None, followers: list[int] | None = None, **more: Any) -> AnArchive:
    lists = {"following": following, "followers": followers}
    return AnArchive(**{name: a_list(ids) for name, ids in lists.items() if ids is not None}, **more)


def test_an_archive_brings_nobody_back_who_asked_to_be_forgotten(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([1, 2], owner=77), ANN, NOW)
    tx.rights.erase(ANN.account, NOW, whole=True)
    assert refused(tx, an_archive([1, 2], owner=77)) is Why.ERASED
    tx.people.claim(ANN.account, "somebody", "at://ann/1", NOW)
    assert refused(tx, an_archive([1, 2], owner=77)) is Why.ERASED, "another archive than the claim"
    tx.people.claim(ANN.account, "ann_x", "at://ann/2", NOW)
    apply(tx, an_archive([1, 2], owner=77), ANN, NOW)
    assert not tx.rights.is_erased([ANN.account], 77)


def test_a_strangers_claim_brings_nobody_back(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([1, 2], owner=77), ANN, NOW)
    tx.rights.erase(ANN.account, NOW, whole=True)
    eve = Order(bluesky("eve"))
    tx.people.claim(eve.account, "ann_x", "at://eve/1", NOW)
    assert refused(tx, an_archive([1, 2], owner=77), eve) is Why.ERASED
    link(tx, 77, eve.account, NOW)
    apply(tx, an_archive([1, 2], owner=77), eve, NOW)  # the operator knows better


def changes(report: Report) -> list[tuple[int, int, int] | None]:
    """(count, added, removed) of both lists."""
    return [found and (found.count, found.added, found.removed) for found in (report.following, report.followers)]


def refused(tx: SqliteTransaction, archive: AnArchive, order: Order = ANN) -> Why:
    before = everything(tx)
    with pytest.raises(NotTakenError) as caught:
        apply(tx, archive, order, NOW)
    assert everything(tx) == before
    return caught.value.why


def matches(tx: SqliteTransaction, x_id: int) -> set[tuple[int | None, str]]:
    """(X id, reason) of everybody somebody would be told of."""
    asker = tx.people.by_x(x_id)
    assert asker
    found = tx.graph.matches(asker.id, Platform.BLUESKY, 1).ranked
    people = {match.person: tx.people.get(match.person) for match in found}
    return {(person.x_id if (person := people[match.person]) else None, match.reason.value) for match in found}


def test_somebody_new_is_registered_with_their_link_and_their_lists(tx: SqliteTransaction) -> None:
    found = apply(tx, an_archive([1, 2, 3], [3]), ANN, NOW)
    assert changes(found) == [(3, 3, 0), (1, 1, 0)]
    assert (found.owner, found.date, found.partial, found.notes) == (7, MADE, False, ())
    person = tx.people.by_x(7)
    assert person and person.x_handle == "ann_x" and person.consent == Consent()
    assert [(held.account.id, held.level, held.source, held.at) for held in person.links] == [
        ("did:plc:ann", 1, "archive", NOW)
    ]
    assert everything(tx)["counts"] == [("accounts:bluesky", 1), ("edges", 4), ("people", 1)]
    assert tx.session.execute("SELECT count(*) FROM consent").fetchone() == (0,)


def test_the_same_archive_again_changes_nothing(tx: SqliteTransaction) -> None:
    link(tx, 2, bluesky("bob"), NOW)
    archive = an_archive([1, 2, 3], [2])
    apply(tx, archive, ANN, NOW)
    before = everything(tx)
    assert changes(apply(tx, archive, ANN, LATER)) == [(3, 0, 0), (1, 0, 0)]
    assert everything(tx) == before


def test_a_later_archive_is_a_difference(tx: SqliteTransaction) -> None:
    link(tx, 2, bluesky("bob"), NOW)
    link(tx, 4, bluesky("dan"), NOW)
    apply(tx, an_archive([1, 2, 3]), ANN, NOW)
    assert matches(tx, 7) == {(2, "followed")} and matches(tx, 2) == {(7, "follower")}
    assert changes(apply(tx, an_archive([3, 4]), ANN, LATER)) == [(2, 1, 2), None]
    assert matches(tx, 7) == {(4, "followed")} and matches(tx, 2) == set()
    assert ("edges", 2) in everything(tx)["counts"]


def test_an_absent_list_stays_and_an_empty_one_empties(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([1, 2], [3]), ANN, NOW)
    assert changes(apply(tx, an_archive(followers=[3, 4]), ANN, LATER)) == [None, (2, 1, 0)]
    assert changes(apply(tx, an_archive([1, 2]), ANN, LATER)) == [(2, 0, 0), None]
    assert changes(apply(tx, an_archive([]), ANN, LATER)) == [(0, 0, 2), None]
    assert ("edges", 2) in everything(tx)["counts"]


def test_a_partial_archive_only_adds(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([1, 2]), ANN, NOW)
    some = an_archive([2, 3], partial=True)
    assert refused(tx, some) is Why.PARTIAL
    assert changes(apply(tx, some, replace(ANN, partial=True), NOW)) == [(2, 1, 0), None]
    assert changes(apply(tx, an_archive([1, 2, 3]), ANN, NOW)) == [(3, 0, 0), None]


def test_an_older_archive_needs_a_word(tx: SqliteTransaction) -> None:
    old = an_archive([1], date=MADE - timedelta(days=1))
    apply(tx, an_archive([2]), ANN, NOW)
    assert refused(tx, old) is Why.OLDER
    assert changes(apply(tx, old, replace(ANN, older=True), NOW)) == [(1, 1, 1), None]
    assert changes(apply(tx, old, ANN, NOW)) == [(1, 0, 0), None]  # what we have is of that date now


def test_an_archive_of_followers_alone_is_as_old_as_one_of_both(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([2]), ANN, NOW)
    assert refused(tx, an_archive(followers=[1], date=MADE - timedelta(days=1))) is Why.OLDER


def test_without_a_date_the_one_that_is_known_stays(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([2]), ANN, NOW)
    assert changes(apply(tx, an_archive([3], date=None), ANN, NOW)) == [(1, 1, 1), None]
    assert refused(tx, an_archive([1], date=MADE - timedelta(days=1))) is Why.OLDER


def test_a_stronger_link_and_a_known_handle_stay(tx: SqliteTransaction) -> None:
    link(tx, 7, bluesky("ann"), NOW)
    tx.people.register(7, "ann", "fr", NOW)
    apply(tx, an_archive([1]), ANN, LATER)
    person = tx.people.by_x(7)
    assert person and (person.x_handle, person.language) == ("ann", "fr")
    assert [(held.level, held.source, held.at) for held in person.links] == [(3, "admin", NOW)]


def test_another_x_id_is_refused_whichever_is_known(tx: SqliteTransaction) -> None:
    link(tx, 8, bluesky("ann"), NOW)
    assert refused(tx, an_archive([1])) is Why.OTHER_PERSON
    tx.people.register(7, "", "", NOW)
    assert refused(tx, an_archive([1])) is Why.OTHER_PERSON
    assert refused(tx, an_archive([1]), Order(Account(Platform.X, "8"))) is Why.NOT_THEIRS
    assert refused(tx, an_archive([1], owner=8), Order(Account(Platform.X, "7"))) is Why.NOT_THEIRS


def test_a_handle_nobody_has_seen_waits(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([1]), Order(Account(Platform.BLUESKY, "", "ann.bsky.social")), NOW)
    assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == ["ann.bsky.social"]
    before = everything(tx)
    apply(tx, an_archive([1]), Order(Account(Platform.BLUESKY, "", "ann.bsky.social")), NOW)
    assert everything(tx) == before
    tx.people.resolve(Platform.BLUESKY, "ann.bsky.social", bluesky("ann"), NOW)
    person = tx.people.by_account(bluesky("ann"), 1)
    assert person and person.x_id == 7


def test_an_x_account_gets_no_link(tx: SqliteTransaction) -> None:
    for account in (Account(Platform.X, "7"), Account(Platform.X, "", "ann_x")):
        apply(tx, an_archive([1]), Order(account), NOW)
    person = tx.people.by_x(7)
    assert person and (person.links, person.x_handle) == ((), "ann_x")


def test_a_second_network_is_a_second_link(tx: SqliteTransaction) -> None:
    apply(tx, an_archive([1]), Order(mastodon("ann")), NOW)
    apply(tx, an_archive([1]), Order(bluesky("ann")), NOW)
    link(tx, 7, bluesky("ann"), NOW)
    assert refused(tx, an_archive([1]), Order(bluesky("ann2"))) is Why.STRONGER
    person = tx.people.by_x(7)
    assert person and [held.level for held in person.links] == [1, 3]


@pytest.mark.parametrize("typed", [bluesky("ann"), Account(Platform.BLUESKY, "", "ann.bsky.social")])
@pytest.mark.parametrize(("handle", "state"), [("ann_x", "accepted"), ("somebody", "waiting")])
def test_a_claim_that_says_the_same_is_accepted(tx: SqliteTransaction, typed: Account, handle: str, state: str) -> None:
    tx.people.claim(bluesky("ann"), handle, "post", NOW)
    apply(tx, an_archive([1]), Order(typed), NOW)
    assert [claim.state for claim in tx.people.claims()] == [state]
    person = tx.people.by_account(bluesky("ann"), 1)
    assert person and person.x_id == 7


def test_without_an_owner_it_is_for_somebody_with_a_link(tx: SqliteTransaction) -> None:
    nameless, unchecked = an_archive([1], owner=None, username=""), replace(ANN, owner_unchecked=True)
    assert refused(tx, nameless) is Why.NO_OWNER
    assert refused(tx, nameless, unchecked) is Why.NO_LINK
    link(tx, 7, bluesky("ann"), NOW)
    assert refused(tx, nameless) is Why.NO_OWNER
    assert changes(apply(tx, nameless, unchecked, NOW)) == [(1, 1, 0), None]
    assert refused(tx, replace(nameless, date=MADE - timedelta(days=1)), unchecked) is Why.OLDER


def test_a_person_without_a_number_gets_it(tx: SqliteTransaction) -> None:
    nameless = tx.people.register(None, "", "fr", NOW)
    tx.people.link(nameless.id, bluesky("ann"), 3, "admin", NOW)
    apply(tx, an_archive([1]), ANN, NOW)
    person = tx.people.by_x(7)
    assert person and (person.id, person.x_handle) == (nameless.id, "ann_x")


def test_what_is_planned_is_what_is_done(tx: SqliteTransaction) -> None:
    archive = an_archive([1, 2], [3])
    before = everything(tx)
    assert changes(plan(tx, archive, ANN)) == [(2, 2, 0), (1, 1, 0)]
    assert everything(tx) == before
    apply(tx, an_archive([2, 9]), ANN, NOW)
    planned = plan(tx, archive, ANN)
    assert planned == apply(tx, archive, ANN, NOW)
    assert changes(planned) == [(2, 1, 1), (1, 1, 0)]
    with pytest.raises(NotTakenError):
        plan(tx, archive, Order(Account(Platform.X, "8")))


def test_names_are_for_the_registered_who_have_none(tx: SqliteTransaction) -> None:
    tx.people.register(2, "", "", NOW)
    tx.people.register(3, "carol", "", NOW)
    names = {2: "bob_x", 3: "other", 7: "ann_else", **{number: f"p{number}" for number in range(100, 1700)}}
    order = replace(ANN, names=names)
    planned = plan(tx, an_archive([1]), order)
    found = apply(tx, an_archive([1]), order, NOW)
    assert planned == found and plan(tx, an_archive([1]), order).notes[0].startswith("0 registered")
    assert found.notes == ("1 registered people without an X handle got theirs from its tweets",)
    people = [tx.people.by_x(x_id) for x_id in (2, 3, 7, 100)]
    assert [person and person.x_handle for person in people] == ["bob_x", "carol", "ann_x", None]


def test_their_own_archive_replaces_a_handle_that_was_heard(tx: SqliteTransaction) -> None:
    tx.people.register(7, "", "", NOW)
    tx.people.name_x({7: "ann_else"})
    heard = tx.people.by_x(7)
    assert heard and heard.x_heard
    by_handle = Order(Account(Platform.X, "", "ann_else"), owner_unchecked=True)
    assert refused(tx, an_archive([1]), by_handle) is Why.NOT_THEIRS
    assert refused(tx, an_archive([1], owner=None, username=""), by_handle) is Why.NO_LINK
    apply(tx, an_archive([1]), ANN, NOW)
    known = tx.people.by_x(7)
    assert known and (known.x_handle, known.x_heard) == ("ann_x", False)


@pytest.mark.parametrize("known", [None, "", "ann"])
@pytest.mark.parametrize("username", ["", "ann_x"])
def test_a_plan_names_the_owner_as_well(tx: SqliteTransaction, known: str | None, username: str) -> None:
    archive, order = an_archive([1], username=username), replace(ANN, names={7: "ann_else"})
    alone = without_registry(archive, order)
    if known is not None:
        tx.people.register(7, known, "", NOW)
    planned = plan(tx, archive, order)
    assert planned == apply(tx, archive, order, NOW)
    assert known is not None or alone == planned


def test_checking_says_what_is_known(tx: SqliteTransaction) -> None:
    assert check(tx, an_archive([1]), ANN).known is None
    apply(tx, an_archive([1]), ANN, NOW)
    facts = check(tx, an_archive([1]), ANN)
    assert (facts.known, facts.person) == (MADE, facts.owner)


LISTS = st.none() | st.frozensets(st.integers(1, 8), max_size=6)


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from([7, 5]), LISTS, LISTS, st.booleans()), max_size=6))
def test_any_row_of_archives_leaves_what_sets_would(
    files: tuple[Path, Path], steps: list[tuple[int, frozenset[int] | None, frozenset[int] | None, bool]]
) -> None:
    kept: dict[tuple[int, int], set[int]] = {}
    with a_session(*files, FixedClock()) as session:
        tx = SqliteTransaction(session)
        link(tx, 2, bluesky("bob"), NOW)
        for owner, following, followers, partial in steps:
            given_lists = (following, followers)
            if given_lists == (None, None):
                continue
            lists = [None if ids is None else list(ids) for ids in given_lists]
            archive = an_archive(*lists, owner=owner, username=f"x{owner}", partial=partial)
            report = apply(tx, archive, Order(bluesky(f"p{owner}"), partial=True), NOW)
            for direction, ids in enumerate(given_lists):
                if ids is not None:
                    before = kept.get((owner, direction), set())
                    after = before | ids if partial else set(ids)
                    kept[owner, direction] = after
                    assert changes(report)[direction] == (len(ids), len(after - before), len(before - after))
        here = {2} | {owner for owner, _ in kept}
        for x_id in here:
            followed = kept.get((x_id, 0), set()) | {o for o in here if x_id in kept.get((o, 1), set())}
            follower = kept.get((x_id, 1), set()) | {o for o in here if x_id in kept.get((o, 0), set())}
            others = here - {x_id}
            reasons = {(True, True): "mutual", (True, False): "followed", (False, True): "follower"}
            expected = {(o, reasons[o in followed, o in follower]) for o in others if o in followed | follower}
            assert matches(tx, x_id) == expected
        everything(tx)


class TestTheOtherSide:
    """The archive's profile names the account; what the account's own profile says is looked at later."""

    @pytest.mark.parametrize(("words", "awaited"), [("Now @ann.bsky.social", True), ("@annabelle.bsky.social", False)])
    def test_an_archive_that_names_the_account_waits_for_its_profile(
        self, tx: SqliteTransaction, words: str, awaited: bool
    ) -> None:
        apply(tx, an_archive([1], words=words), ANN, NOW)
        methods = [(proof.method, proof.state) for proof in tx.people.proofs(ANN.account)]
        assert ((Method.ARCHIVE_AND_PROFILE, State.PENDING) in methods) is awaited
        person = tx.people.by_account(ANN.account, 1)
        assert person and person.links[0].level == 1


class TestNames:
    """Anybody can write an archive: it gives nobody a protected name, or one that is taken for another's."""

    @pytest.mark.parametrize(
        ("username", "owner"), [("lemondefr", 7), ("1emondefr", 7), ("lemondefr_officiel", 7), ("other", 24744541)]
    )
    def test_a_protected_name_is_left_to_an_admin(self, tx: SqliteTransaction, username: str, owner: int) -> None:
        tx.people.set_officials([Official("lemonde.fr", "lemondefr", 24744541)], NOW)
        before = everything(tx) | {"links": []}
        found = apply(tx, an_archive([1, 2], username=username, owner=owner), ANN, NOW)
        assert found.notes == (FLAGGED,) and changes(found) == [(2, 0, 0), None]
        claim = tx.people.waiting_claim(ANN.account)
        assert claim and claim.x_handle == username and tx.people.by_x(owner) is None
        assert everything(tx) | {"links": []} == before and tx.people.find(ANN.account) is None

    def test_a_known_persons_lookalike_waits_and_an_admins_word_lets_it_in(self, tx: SqliteTransaction) -> None:
        link(tx, 1, mastodon("alice"), NOW)
        tx.people.register(1, "alice_m", "", NOW)
        archive = an_archive([1], username="a1ice_m")
        assert apply(tx, archive, ANN, NOW).notes == (FLAGGED,)
        link(tx, 7, ANN.account, NOW)
        assert changes(apply(tx, archive, ANN, NOW)) == [(1, 1, 0), None]
