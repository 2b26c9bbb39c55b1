"""Who may say who somebody is, and that everything an Import did can be taken back."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.actions.claims import accept
from bot.actions.register import link, objections, unlink, unregistered
from bot.domain.accounts import Account, Platform
from bot.domain.registry import ListsRow, PersonRow, completed
from bot.errors import BotError, InputError
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import bring, everything, person, shared_database, take_back
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon
from tests.storage.conftest import a_session

WAITING = Account(Platform.BLUESKY, "", "ann.bsky.social")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


@pytest.fixture
def tx(files: tuple[Path, Path]) -> Iterator[SqliteTransaction]:
    with a_session(*files, FixedClock()) as session:
        yield SqliteTransaction(session)


def links(tx: SqliteTransaction, x_id: int) -> dict[str, tuple[int, str]]:
    found = tx.people.by_x(x_id)
    return {link.account.handle: (link.level, link.source) for link in found.links} if found else {}


class TestByAnAdmin:
    def test_an_admins_word_makes_the_person_and_waits_for_the_account(self, tx: SqliteTransaction) -> None:
        done = link(tx, 7, WAITING, NOW)
        assert done.person.x_id == 7 and done.claim is None
        assert links(tx, 7) == {"ann.bsky.social": (3, "admin")}
        assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == ["ann.bsky.social"]

    @pytest.mark.parametrize("typed", [bluesky("ann"), WAITING])
    def test_a_waiting_claim_is_accepted_and_gives_the_handle(self, tx: SqliteTransaction, typed: Account) -> None:
        claim = tx.people.claim(bluesky("ann"), "ann_x", "post", NOW)
        done = link(tx, 7, typed, NOW)
        assert done.claim == claim and done.person.x_handle == "ann_x"
        assert tx.people.by_account(bluesky("ann"), 3) == tx.people.by_x(7)
        assert [c.state for c in tx.people.claims()] == ["accepted"]

    def test_the_claims_of_others_stay(self, tx: SqliteTransaction) -> None:
        tx.people.claim(bluesky("bob"), "bob_x", "post", NOW)
        link(tx, 7, bluesky("ann"), NOW)
        assert [c.state for c in tx.people.claims()] == ["waiting"]

    @pytest.mark.parametrize("typed", [bluesky("ann"), WAITING])
    def test_it_takes_a_weaker_link_over_and_not_a_stronger_one(self, tx: SqliteTransaction, typed: Account) -> None:
        bring(tx, person(1, bluesky("ann"), level=2))
        link(tx, 2, typed, NOW)
        assert (links(tx, 1), links(tx, 2)) == ({}, {"ann.bsky.social": (3, "admin")})
        with pytest.raises(BotError, match="unlink it first"):
            link(tx, 3, typed, NOW)
        assert tx.people.by_x(3) is None
        unlink(tx, typed)
        link(tx, 3, typed, NOW)
        assert links(tx, 3) == {"ann.bsky.social": (3, "admin")}

    def test_unlink_says_whose_it_was(self, tx: SqliteTransaction) -> None:
        link(tx, 7, bluesky("ann"), NOW)
        assert unlink(tx, WAITING).x_id == 7
        with pytest.raises(InputError, match="nobody"):
            unlink(tx, WAITING)

    def test_x_accounts_are_not_linked(self, tx: SqliteTransaction) -> None:
        x = Account(Platform.X, "7")
        with pytest.raises(InputError):
            link(tx, 7, x, NOW)
        with pytest.raises(InputError):
            unlink(tx, x)


class TestWhoWins:
    def test_a_stronger_proof_replaces_an_account(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, bluesky("ann"), mastodon("ann"), level=2))
        bring(tx, person(1, bluesky("anna"), level=4), source="t")
        assert links(tx, 1) == {"ann@m.example": (2, "s"), "anna.bsky.social": (4, "t")}

    def test_a_stronger_proof_takes_an_account_over(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, bluesky("ann"), level=2))
        bring(tx, person(2, bluesky("ann"), level=4), source="t")
        assert (links(tx, 1), links(tx, 2)) == ({}, {"ann.bsky.social": (4, "t")})

    def test_the_same_source_corrects_itself(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, bluesky("ann")))
        bring(tx, person(1, bluesky("anna")), person(2, bluesky("ann")))
        assert (links(tx, 1), links(tx, 2)) == ({"anna.bsky.social": (4, "s")}, {"ann.bsky.social": (4, "s")})

    @pytest.mark.parametrize("level", [1, 3, 4])
    @pytest.mark.parametrize("row", [person(1, bluesky("anna")), person(2, bluesky("ann")), person(2, WAITING)])
    def test_another_source_no_stronger_is_refused(self, tx: SqliteTransaction, row: PersonRow, level: int) -> None:
        bring(tx, person(1, bluesky("ann")))
        again = completed(row, level, level, {})
        ((line, why),) = objections(tx, [again], "t")
        assert line == 1 and why.startswith("conflict: ") and "proof level 4" in why
        before = everything(tx)
        batch = bring(tx, again, source="t")
        assert everything(tx) == before
        assert tx.imports.get(batch).left_out == 1  # type: ignore[union-attr]

    def test_whoever_asked_to_be_forgotten_is_left_out_until_they_are_back(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, bluesky("ann")))
        tx.rights.erase(bluesky("ann"), NOW, whole=True)
        for row in (person(1, bluesky("other")), person(3, bluesky("ann"))):
            assert tx.imports.get(bring(tx, row)).left_out == 1  # type: ignore[union-attr]
        assert tx.people.by_x(1) is None
        link(tx, 1, bluesky("ann"), NOW)
        assert tx.imports.get(bring(tx, person(1, bluesky("ann")))).left_out == 0  # type: ignore[union-attr]

    def test_who_agrees_is_welcome_and_changes_nothing(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, WAITING))
        before = everything(tx)
        rows = [person(1, bluesky("ann"), level=2), person(1, WAITING, level=4)]
        assert objections(tx, rows, "t") == []
        bring(tx, *rows, source="t")
        assert everything(tx) == before

    def test_a_stronger_proof_completes_and_raises(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, WAITING, level=2))
        bring(tx, person(1, bluesky("ann"), level=4), source="t")
        (found,) = tx.people.by_x(1).links  # type: ignore[union-attr]
        assert (found.account, found.level, found.source) == (bluesky("ann"), 4, "t")
        assert tx.people.unresolved_handles(Platform.BLUESKY, 9) == []

    def test_several_accounts_on_one_network(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, mastodon("ann")))
        bring(tx, person(1, mastodon("ann"), mastodon("ann", "old.example")), source="t")
        assert set(links(tx, 1)) == {"ann@m.example", "ann@old.example"}

    def test_names_come_from_the_strongest(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, bluesky("ann"), x_handle="ann_x"))
        bring(tx, person(1, bluesky("ann"), level=2, x_handle="other", language="fr"), source="t")
        found = tx.people.by_x(1)
        assert found is not None and (found.x_handle, found.language) == ("ann_x", "fr")
        bring(tx, person(1, level=4, x_handle="renamed", language="de"), source="u")
        found = tx.people.by_x(1)
        assert found is not None and (found.x_handle, found.language) == ("renamed", "de")


class TestHeard:
    """X handles that somebody else's tweets told."""

    @pytest.fixture
    def ann(self, tx: SqliteTransaction) -> Iterator[None]:
        bring(tx, person(1, bluesky("ann")))
        assert tx.people.name_x({1: "ann_x"}) == 1
        yield

    def test_a_claim_is_not_accepted_by_one(self, tx: SqliteTransaction, ann: None) -> None:
        claim = tx.people.claim(bluesky("eve"), "ann_x", "post", NOW)
        with pytest.raises(InputError, match="registry link x:NUMBER"):
            accept(tx, claim.id, NOW)
        bring(tx, person(2, x_handle="ann_x"))
        assert accept(tx, claim.id, NOW).person.x_id == 2

    @pytest.mark.parametrize(("handle", "level"), [("ann_x", 4), ("ann", 4), ("ann", 1)])
    def test_whoever_can_know_replaces_it(self, tx: SqliteTransaction, ann: None, handle: str, level: int) -> None:
        before = tx.people.by_x(1)
        batch = bring(tx, person(1, x_handle=handle, level=level), source="t")
        known = tx.people.by_x(1)
        assert known and (known.x_handle, known.x_heard) == (handle, False)
        take_back(tx, batch)
        assert before and before.x_heard and tx.people.by_x(1) == before

    def test_who_says_nothing_of_it_leaves_it(self, tx: SqliteTransaction, ann: None) -> None:
        bring(tx, person(1, language="fr"))
        known = tx.people.by_x(1)
        assert known and (known.x_handle, known.x_heard, known.language) == ("ann_x", True, "fr")

    def test_a_claim_accepted_by_number_replaces_it(self, tx: SqliteTransaction, ann: None) -> None:
        tx.people.claim(bluesky("anna"), "anna_x", "post", NOW)
        done = link(tx, 1, bluesky("anna"), NOW)
        assert (done.person.x_handle, done.person.x_heard) == ("anna_x", False)


class TestConsent:
    def test_what_a_file_assumes_replaces_no_word(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, consent=(("found", "nobody"),)))
        bring(tx, completed(PersonRow(1, 1), 4, 5, {"found": "network", "told": "weekly"}), source="t")
        found = tx.people.by_x(1)
        assert found is not None and (found.consent.found.value, found.consent.told.value) == ("nobody", "weekly")

    def test_a_later_file_speaks_for_an_earlier_one_never_for_the_person(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, consent=(("found", "nobody"), ("named", "yes"))))
        number = tx.people.by_x(1).id  # type: ignore[union-attr]
        tx.people.set_consent(number, "named", "no", NOW)
        bring(tx, person(1, consent=(("found", "followed"), ("named", "yes"))))
        found = tx.people.by_x(1)
        assert found is not None and (found.consent.found.value, found.consent.named) == ("followed", False)

    def test_who_is_not_counted_is_in_no_tally(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, bluesky("ann"), consent=(("counted", "no"),)), person(2, bluesky("bob")))
        assert dict(everything(tx)["counts"]) == {"people": 1, "accounts:bluesky": 1}


class TestLists:
    def test_lists_find_their_person_wherever_it_stands(self, tx: SqliteTransaction) -> None:
        follows = ListsRow(1, 1, array("q", [2, 99]), None)
        bring(tx, follows, person(1, bluesky("ann")), person(2, bluesky("bob")))
        assert everything(tx)["matches"] == [(1, 2, 1)]
        assert dict(everything(tx)["counts"])["edges"] == 2

    def test_they_replace_those_of_their_source_only(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1), person(2), person(3))
        bring(tx, ListsRow(1, 1, array("q", [2]), array("q", [2])), source="t")
        bring(tx, ListsRow(1, 1, array("q", [3]), None))
        assert [row[:2] for row in everything(tx)["matches"]] == [(1, 2), (1, 3), (2, 1)]
        bring(tx, ListsRow(1, 1, array("q"), None), source="t")
        assert [row[:2] for row in everything(tx)["matches"]] == [(1, 3), (2, 1)]

    def test_lists_of_nobody_are_left_out(self, tx: SqliteTransaction) -> None:
        assert unregistered(tx, [1, 2]) == [1, 2]
        batch = bring(tx, ListsRow(1, 1, array("q", [2]), None))
        assert tx.imports.get(batch).left_out == 1  # type: ignore[union-attr]
        bring(tx, person(1))
        assert unregistered(tx, [1, 2]) == [2]

    def test_staged_far_ends_are_not_readable(self, tx: SqliteTransaction) -> None:
        number = 1234567890123456789
        tx.imports.stage(tx.imports.begin("s", NOW), [ListsRow(1, 1, array("q", [number]), array("q"))])
        ((follows, followers),) = tx.session.execute("SELECT follows, followers FROM import_row").fetchall()
        assert len(follows) == 8 and followers == b""
        assert number.to_bytes(8, "little") != follows != number.to_bytes(8, "big")


class TestUndo:
    def test_what_others_changed_since_stays(self, tx: SqliteTransaction) -> None:
        batch = bring(
            tx, person(1, bluesky("ann"), consent=(("told", "daily"),)), person(2, bluesky("bob")), person(3),
            ListsRow(1, 3, array("q", [1]), None),
        )  # fmt: skip
        link(tx, 1, mastodon("ann"), NOW)
        tx.people.set_consent(tx.people.by_x(2).id, "found", "nobody", NOW)  # type: ignore[union-attr]
        take_back(tx, batch)
        assert links(tx, 1) == {"ann@m.example": (3, "admin")}
        assert [row[:3] for row in everything(tx)["consents"]] == [(2, "found", "nobody")]
        assert [row[0] for row in everything(tx)["people"]] == [1, 2]
        assert everything(tx)["lists"] == []

    def test_a_link_moved_on_is_not_brought_back(self, tx: SqliteTransaction) -> None:
        bring(tx, person(1, bluesky("ann"), level=1))
        batch = bring(tx, person(2, bluesky("ann"), level=2), source="t")
        bring(tx, person(3, bluesky("ann"), level=4), source="u")
        take_back(tx, batch)
        assert (links(tx, 1), links(tx, 3)) == ({}, {"ann.bsky.social": (4, "u")})

    def test_an_account_gets_its_stable_id_back(self, tx: SqliteTransaction) -> None:
        by_handle = Account(Platform.BLUESKY, "", "bob.bsky.social")
        bring(tx, person(1, bluesky("bob")))
        before = everything(tx)
        take_back(tx, bring(tx, person(1, bluesky("ann")), person(1, by_handle)))
        assert everything(tx) == before

    def test_what_is_known_beside_a_link_outlives_it(self, tx: SqliteTransaction) -> None:
        tx.people.silence(bluesky("ann"), True, NOW)
        take_back(tx, bring(tx, person(1, bluesky("ann"))))
        assert tx.people.is_silent(bluesky("ann")) and tx.people.by_x(1) is None

    def test_undone_is_undone(self, tx: SqliteTransaction) -> None:
        batch = bring(tx, person(1, bluesky("ann")))
        take_back(tx, batch)
        bring(tx, person(1, bluesky("ann")))
        before = everything(tx)
        take_back(tx, batch)
        assert everything(tx) == before


NAMES = ["ann", "bob", "cat"]
accounts = st.one_of(
    st.sampled_from(NAMES).map(bluesky),
    st.sampled_from(NAMES).map(lambda name: Account(Platform.BLUESKY, "", f"{name}.bsky.social")),
    st.sampled_from(NAMES).map(mastodon),
    st.sampled_from(NAMES).map(
        lambda name: Account(Platform.MASTODON, "", f"{name}@m.example", local_id=name, local_host="m.example")
    ),
)
consents = st.sampled_from([("found", "nobody"), ("counted", "no"), ("counted", "yes")])
people = st.builds(
    lambda x_id, named, level, more: person(x_id, *named, level=level, **more),
    st.integers(1, 4),
    st.lists(accounts, max_size=2),
    st.integers(1, 4),
    st.fixed_dictionaries(
        {
            "x_handle": st.sampled_from(["", "a", "b"]),
            "language": st.sampled_from(["", "fr"]),
            "consent": st.lists(consents, max_size=2, unique_by=lambda said: said[0]).map(tuple),
        }
    ),
)
follows = st.lists(st.integers(1, 6), max_size=4, unique=True).map(lambda ids: array("q", ids))
rows = people | st.builds(ListsRow, st.just(1), st.integers(1, 4), follows, st.none() | follows)


@settings(max_examples=150)
@given(st.lists(rows, max_size=6), st.lists(rows, max_size=6), st.sampled_from("st"))
def test_an_undo_leaves_what_was_there_before(
    files: tuple[Path, Path], first: list[Any], second: list[Any], source: str
) -> None:
    with a_session(*files, FixedClock()) as session:
        tx = SqliteTransaction(session)
        empty = everything(tx)
        kept = bring(tx, *first)
        before = everything(tx)
        take_back(tx, bring(tx, *second, source=source))
        assert everything(tx) == before
        take_back(tx, kept)
        assert everything(tx) == empty


@settings(max_examples=150)
@given(st.lists(st.tuples(st.lists(rows, max_size=5), st.sampled_from("st")), max_size=4), st.randoms())
def test_imports_undone_in_any_order_leave_nothing(
    files: tuple[Path, Path], imports: list[tuple[list[Any], str]], chance: Random
) -> None:
    with a_session(*files, FixedClock()) as session:
        tx = SqliteTransaction(session)
        empty = everything(tx)
        batches = [bring(tx, *rows, source=source) for rows, source in imports]
        chance.shuffle(batches)
        for batch in batches:
            take_back(tx, batch)
            everything(tx)  # the counts are right whatever has been undone
        assert everything(tx) == empty


@settings(max_examples=100)
@given(st.lists(rows, max_size=8))
def test_making_somebody_at_once_is_making_them_step_by_step(files: tuple[Path, Path], brought: list[Any]) -> None:
    found = []
    for quick in (True, False):
        with a_session(*files, FixedClock()) as session:
            tx = SqliteTransaction(session)
            if not quick:
                tx.imports.make = lambda *_: False  # type: ignore[method-assign]
            bring(tx, *brought)
            found.append(everything(tx))
    assert found[0] == found[1]
