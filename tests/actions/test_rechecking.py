"""What follows from another look at a proof."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions.claims import ripen
from bot.actions.officials import notice, take_officials
from bot.actions.rechecking import LATER, Change, Look, due, keep
from bot.domain.accounts import Account, Platform
from bot.domain.officials import Official
from bot.domain.people import Link
from bot.domain.proof import CODE_LASTS, Method, Seen, fresh, pending
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import shared_database
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon
from tests.storage.conftest import a_session

LEMONDE = Official("lemonde.fr", "lemondefr", 24744541, "Le Monde")
MSF = Official("msf.fr", "msf_france")
PAPER = Account(Platform.BLUESKY, "did:plc:lm", "lemonde.fr")
DOCTORS = Account(Platform.BLUESKY, "did:plc:msf", "msf.fr")
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


@pytest.fixture
def tx(files: tuple[Path, Path]) -> Iterator[SqliteTransaction]:
    with a_session(*files, FixedClock()) as session:
        yield SqliteTransaction(session)


def met(tx: SqliteTransaction, account: Account = PAPER, bio: str = "") -> Look:
    take_officials(tx, [LEMONDE, MSF], NOW)
    notice(tx, account, bio, NOW)
    (look,) = due(tx, NOW)
    return look


def link_of(tx: SqliteTransaction, account: Account) -> Link | None:
    person = tx.people.find(account)
    return next((link for link in person.links if link.account.id == account.id), None) if person else None


def test_the_domain_makes_the_link_at_level_five(tx: SqliteTransaction) -> None:
    assert keep(tx, met(tx), Seen.HOLDS, NOW) is Change.ROSE
    link, person = link_of(tx, PAPER), tx.people.by_x(24744541)
    assert link and (link.level, link.method) == (5, Method.DOMAIN)
    assert person and person.x_handle == "lemondefr" and person.links == (link,)
    assert due(tx, NOW + 6 * DAY) == [] and len(due(tx, NOW + 7 * DAY)) == 1


def test_without_a_number_it_waits_with_a_claim_until_the_registry_has_it(tx: SqliteTransaction) -> None:
    assert keep(tx, met(tx, DOCTORS), Seen.HOLDS, NOW) is Change.NOTHING
    claim = tx.people.waiting_claim(DOCTORS)
    assert claim and claim.x_handle == "msf_france" and link_of(tx, DOCTORS) is None
    tx.people.register(5, "msf_france", "", NOW)
    (look,) = due(tx, NOW + 7 * DAY)
    assert keep(tx, look, Seen.HOLDS, NOW + 7 * DAY) is Change.ROSE
    link = link_of(tx, DOCTORS)
    assert link and link.level == 5 and tx.people.waiting_claim(DOCTORS) is None


def test_the_number_of_a_proven_official_ripens_its_claim(tx: SqliteTransaction) -> None:
    keep(tx, met(tx, DOCTORS), Seen.HOLDS, NOW)
    tx.people.register(5, "msf_france", "", NOW)
    (claim,) = tx.proving.ripe(9)
    assert ripen(tx, claim, 1, NOW + DAY)
    link = link_of(tx, DOCTORS)
    assert link and (link.level, link.method) == (5, Method.DOMAIN)


def test_a_weaker_link_of_an_impostor_is_no_obstacle_to_the_official(tx: SqliteTransaction) -> None:
    impostor = bluesky("lemondefr")
    tx.people.link(tx.people.register(24744541, "", "", NOW).id, impostor, 1, "archive", NOW)
    keep(tx, met(tx), Seen.HOLDS, NOW)
    link = link_of(tx, PAPER)
    assert link and link.level == 5 and link_of(tx, impostor) is None


def test_a_held_link_is_set_free_by_its_domain(tx: SqliteTransaction) -> None:
    tx.people.link(tx.people.register(24744541, "", "", NOW).id, PAPER, 1, "archive", NOW)
    look = met(tx)
    assert tx.people.holds(PAPER) == ["protected"]
    keep(tx, look, Seen.HOLDS, NOW)
    assert tx.people.holds(PAPER) == [] and tx.people.by_account(PAPER, 5) is not None


def test_whoever_is_somebody_else_already_is_left_to_an_admin(tx: SqliteTransaction) -> None:
    tx.people.link(tx.people.register(9, "jane", "", NOW).id, PAPER, 1, "archive", NOW)
    assert keep(tx, met(tx), Seen.HOLDS, NOW) is Change.ELSEWHERE
    link = link_of(tx, PAPER)
    assert link and link.level == 1 and due(tx, NOW + 99 * DAY) == []


def test_who_only_names_a_domain_is_forgotten(tx: SqliteTransaction) -> None:
    liar = mastodon("liar")
    assert keep(tx, met(tx, liar, "https://lemonde.fr"), Seen.GONE, NOW) is Change.NOTHING
    assert tx.people.awaited() == 0 and tx.people.proofs(liar) == []


def test_a_silent_server_is_asked_again(tx: SqliteTransaction) -> None:
    keep(tx, met(tx), Seen.UNKNOWN, NOW)
    assert tx.people.awaited() == 1 and due(tx, NOW) == [] and len(due(tx, NOW + DAY)) == 1


def test_nobodys_proofs_do_not_pile_up(tx: SqliteTransaction) -> None:
    """A server that never answers is given up; a code without a number goes when it expires."""
    met(tx)
    tx.people.await_proof(bluesky("ann"), fresh(Method.CODE, NOW, "https://x.com/ann/status/1"))
    assert tx.people.awaited() == 1
    moment, looks = NOW, 0
    while looks < 200 and moment < NOW + CODE_LASTS + DAY:
        for look in due(tx, moment):
            keep(tx, look, Seen.UNKNOWN if look.proof.method is Method.DOMAIN else Seen.HOLDS, moment)
            looks += 1
        moment += DAY
    assert tx.people.awaited() == 0 and tx.people.proofs(bluesky("ann")) == tx.people.proofs(PAPER) == []


def test_a_fault_of_our_own_counts_for_nothing(tx: SqliteTransaction) -> None:
    keep(tx, met(tx), None, NOW)
    ((look),) = due(tx, NOW + LATER)
    assert look.proof.failures == 0


def test_a_domain_that_says_no_more_lets_the_link_fall_and_rise(tx: SqliteTransaction) -> None:
    keep(tx, met(tx), Seen.HOLDS, NOW)
    changes = []
    for day in (7, 8, 11):
        (look,) = due(tx, NOW + day * DAY)
        changes.append(keep(tx, look, Seen.GONE, NOW + day * DAY))
    assert changes == [Change.NOTHING, Change.NOTHING, Change.FELL]
    link = link_of(tx, PAPER)
    assert link and link.level == 0 and tx.people.by_account(PAPER, 1) is None
    (look,) = due(tx, NOW + 20 * DAY)
    assert keep(tx, look, Seen.HOLDS, NOW + 20 * DAY) is Change.ROSE
    assert tx.people.by_account(PAPER, 5) is not None


def test_a_name_that_is_not_protected_any_more_proves_nothing(tx: SqliteTransaction) -> None:
    keep(tx, met(tx), Seen.HOLDS, NOW)
    take_officials(tx, [MSF], NOW)
    (look,) = due(tx, NOW)
    assert keep(tx, look, Seen.GONE, NOW) is Change.FELL
    assert tx.people.by_account(PAPER, 1) is None


def test_a_profile_that_links_back_raises_an_archive(tx: SqliteTransaction) -> None:
    ann = bluesky("ann")
    tx.people.link(tx.people.register(1, "ann", "", NOW).id, ann, 1, "archive", NOW)
    tx.people.await_proof(ann, pending(Method.ARCHIVE_AND_PROFILE, NOW))
    (look,) = due(tx, NOW)
    assert keep(tx, look, Seen.GONE, NOW) is Change.NOTHING and len(tx.people.proofs(ann)) == 2
    (look,) = due(tx, NOW + DAY)
    assert keep(tx, look, Seen.HOLDS, NOW + DAY) is Change.ROSE
    link = link_of(tx, ann)
    assert link and (link.level, link.method) == (2, Method.ARCHIVE_AND_PROFILE)


def test_a_code_expires_and_its_post_must_stay_a_week(tx: SqliteTransaction) -> None:
    ann, bob = bluesky("ann"), bluesky("bob")
    for x_id, account in ((1, ann), (2, bob)):
        code = fresh(Method.CODE, NOW, f"https://x.com/p{x_id}/status/1")
        tx.people.prove(tx.people.register(x_id, "", "", NOW).id, account, code, NOW)
    one, other = due(tx, NOW + DAY)
    assert keep(tx, one, Seen.GONE, NOW + DAY) is Change.FELL
    assert keep(tx, other, Seen.HOLDS, NOW + DAY) is Change.NOTHING
    both = due(tx, NOW + CODE_LASTS)
    changes = [keep(tx, look, Seen.UNKNOWN, NOW + CODE_LASTS) for look in both]
    assert sorted(changes) == [Change.NOTHING, Change.EXPIRED] and len(due(tx, NOW + CODE_LASTS)) == 0
    assert due(tx, NOW + 9 * CODE_LASTS) == [] and tx.tallies.now()["people"] == 0


def test_what_changed_meanwhile_is_not_overwritten(tx: SqliteTransaction) -> None:
    look = met(tx)
    tx.people.drop_proof(PAPER, Method.DOMAIN, NOW)
    assert keep(tx, look, Seen.HOLDS, NOW) is Change.NOTHING and link_of(tx, PAPER) is None
