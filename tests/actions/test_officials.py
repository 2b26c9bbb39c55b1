"""Who may be an official is noticed when they are met, and nobody can make us look for ever."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.actions import officials
from bot.actions.officials import notice, number_of, take_officials
from bot.actions.register import link
from bot.domain.accounts import Account, Platform
from bot.domain.officials import Official
from bot.domain.proof import Method, State
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.imported import shared_database
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon
from tests.storage.conftest import a_session

LEMONDE = Official("lemonde.fr", "lemondefr", 24744541, "Le Monde", below=True)
MSF = Official("msf.fr", "msf_france")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


@pytest.fixture
def tx(files: tuple[Path, Path]) -> Iterator[SqliteTransaction]:
    with a_session(*files, FixedClock()) as session:
        yield SqliteTransaction(session)


def on_bluesky(handle: str) -> Account:
    return Account(Platform.BLUESKY, f"did:plc:{handle}", handle)


def awaited(tx: SqliteTransaction) -> list[tuple[str, str]]:
    return [(due.account.handle, due.proof.evidence) for due in tx.people.due_proofs(NOW, 99)]


def test_a_handle_at_an_officials_domain_is_looked_at(tx: SqliteTransaction) -> None:
    take_officials(tx, [LEMONDE, MSF], NOW)
    for handle in ("lemonde.fr", "live.lemonde.fr", "live.msf.fr", "alice.bsky.social", "fauxlemonde.fr"):
        notice(tx, on_bluesky(handle), "https://lemonde.fr", NOW)
    assert awaited(tx) == [("lemonde.fr", "lemonde.fr"), ("live.lemonde.fr", "lemonde.fr")]


def test_a_mastodon_profile_may_name_its_domain(tx: SqliteTransaction) -> None:
    take_officials(tx, [LEMONDE], NOW)
    notice(tx, mastodon("lm"), "Le Monde https://www.lemonde.fr/ ou https://lemonde.fr/apropos", NOW)
    notice(tx, mastodon("redaction", host="lemonde.fr"), "", NOW)
    notice(tx, mastodon("bob"), "je lis lemonde.fr", NOW)
    assert awaited(tx) == [("lm@m.example", "lemonde.fr"), ("redaction@lemonde.fr", "lemonde.fr")]


def test_whoever_names_a_domain_a_thousand_times_gains_nothing(
    tx: SqliteTransaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(officials, "MOST_AWAITED", 3)
    take_officials(tx, [LEMONDE], NOW)
    for number in range(9):
        notice(tx, mastodon(f"p{number}"), "https://lemonde.fr", NOW)
    assert len(awaited(tx)) == 3


def test_a_new_list_looks_at_whoever_has_the_name_already(tx: SqliteTransaction) -> None:
    tx.people.link(tx.people.register(7, "", "", NOW).id, on_bluesky("msf.fr"), 1, "archive", NOW)
    take_officials(tx, [LEMONDE, MSF], NOW)
    assert awaited(tx) == [("msf.fr", "msf.fr")]
    (proof,) = [proof for proof in tx.people.proofs(on_bluesky("msf.fr")) if proof.method is Method.DOMAIN]
    assert proof.state is State.PENDING and tx.people.by_account(on_bluesky("msf.fr"), 1) is not None


def test_the_number_is_the_lists_or_the_registrys(tx: SqliteTransaction) -> None:
    assert number_of(tx, LEMONDE) == 24744541 and number_of(tx, MSF) is None
    tx.people.link(tx.people.register(5, "", "", NOW).id, bluesky("msf"), 4, "s", NOW)
    tx.people.name_x({5: "msf_france"})
    assert number_of(tx, MSF) is None, "what tweets say is not enough"
    tx.people.register(5, "msf_france", "", NOW)
    assert number_of(tx, MSF) == 5 and number_of(tx, Official("x.fr", "nobody")) is None


def test_a_link_older_than_the_list_is_held_until_its_domain_or_an_admin_says_so(tx: SqliteTransaction) -> None:
    impostor, namesake, trusted = bluesky("lm"), bluesky("other"), mastodon("lm")
    person = tx.people.register(24744541, "lemondefr", "", NOW).id
    tx.people.link(person, impostor, 1, "archive", NOW)
    tx.people.link(person, trusted, 4, "helloquittex", NOW)
    tx.people.link(tx.people.register(9, "msf_france", "", NOW).id, namesake, 4, "helloquittex", NOW)
    take_officials(tx, [LEMONDE, MSF], NOW)
    assert [tx.people.holds(account) for account in (impostor, namesake, trusted)] == [["protected"], ["protected"], []]
    assert tx.people.by_account(impostor, 1) is None and tx.tallies.now() == tx.tallies.recount()
    link(tx, 9, namesake, NOW)
    assert tx.people.holds(namesake) == [] and tx.people.by_account(namesake, 3) is not None
    take_officials(tx, [MSF], NOW)
    assert tx.people.holds(impostor) == [] == tx.people.holds(namesake), "not protected, and an admin's word"
