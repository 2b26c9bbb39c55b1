"""Who is meant by an Account, a number, a handle; and every way their names may be written."""

from __future__ import annotations

from bot.domain.accounts import Account, Platform
from bot.storage.sqlite import whose
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky, mastodon
from tests.storage.rich import HERE, NAMES, THERE, X_HANDLE, X_ID, enrich


def test_an_account_stands_for_its_whole_person_if_the_link_is_believed(
    tx: SqliteTransaction, session: Session
) -> None:
    person = enrich(tx)
    found = whose.of_account(session, HERE, whole=False)
    assert (found.person, found.x_id, found.x_handle) == (person, X_ID, X_HANDLE)
    assert {account.id for account in found.accounts} == {HERE.id, THERE.id}
    assert {name.casefold() for name in NAMES if "/" not in name} <= set(found.names)
    assert {"https://m.example/users/richperson", "https%3a%2f%2fm.example%2fusers%2frichperson"} <= set(found.names)


def test_a_link_that_is_not_believed_stands_for_itself_unless_an_admin_means_it(
    tx: SqliteTransaction, session: Session
) -> None:
    person = tx.people.register(7, "seven", "", NOW).id
    tx.people.link(person, bluesky("weak"), 1, "s", NOW)
    tx.people.hold(bluesky("weak"), "dispute:1", NOW)
    alone = whose.of_account(session, bluesky("weak"), whole=False)
    assert (alone.person, alone.x_id, alone.ids[0]) == (None, None, "did:plc:weak")
    assert whose.of_account(session, bluesky("weak"), whole=True).person == person


def test_somebody_nobody_knows_is_known_by_their_names_alone(session: Session) -> None:
    found = whose.of_account(session, mastodon("ann"), whole=False)
    assert found.rows == ()
    assert found.ids == ["https://m.example/users/ann", "https://m.example/@ann"]


def test_a_number_is_that_of_a_person_or_of_nobody(tx: SqliteTransaction, session: Session) -> None:
    person = enrich(tx)
    assert whose.of_x(session, X_ID).person == person
    assert whose.of_x(session, 12345).names == []  # it stands in everything
    assert whose.of_x(session, 123456).names == ["123456"]


def test_marks_differ_from_name_to_name() -> None:
    marks = whose.Whose(x_id=1, x_handle="a", accounts=(Account(Platform.BLUESKY, "did:plc:a", "a"),)).marks(b"key")
    assert len(set(marks)) == 5
