"""How accounts live, in the database: whom to ask about, what goes with an account, what goes with a person."""

from datetime import timedelta

from bot.domain.accounts import Account, Platform
from bot.domain.lives import Course, Kept
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky, mastodon

ANN, BOB = bluesky("ann"), bluesky("bob")
DAY = timedelta(days=1)


def linked(tx: SqliteTransaction, *accounts: Account) -> int:
    person = tx.people.register(None, "", "", NOW).id
    for account in accounts:
        tx.people.link(person, account, 4, "test", NOW)
    return person


def test_only_accounts_of_which_something_is_kept_are_known(tx: SqliteTransaction) -> None:
    linked(tx, ANN)
    tx.people.silence(BOB, True, NOW)
    strangers = [f"did:plc:{number}" for number in range(1200)]
    known = tx.lives.known(Platform.BLUESKY, [*strangers, BOB.id, ANN.id])
    assert {account.id for account in known} == {ANN.id, BOB.id}
    assert tx.lives.known(Platform.MASTODON, [ANN.id]) == []


def test_a_stranger_is_never_put_down(tx: SqliteTransaction, session: Session) -> None:
    tx.lives.ask(ANN, NOW)
    tx.lives.hear(ANN, NOW)
    tx.lives.keep(ANN, Course(NOW))
    tx.lives.rename(ANN)
    tx.lives.drop_handle(ANN)
    tx.lives.forget(ANN, NOW)
    assert not tx.lives.move(ANN, BOB, NOW)
    assert (tx.lives.of(ANN), tx.lives.away_since(ANN)) == (None, None)
    assert session.execute("SELECT count(*) FROM account").fetchone() == (0,)


def test_the_longest_overdue_come_first_and_a_sign_brings_nobody_later(tx: SqliteTransaction) -> None:
    linked(tx, ANN, BOB)
    assert len(tx.lives.unwatched(Platform.BLUESKY, 9)) == 2
    tx.lives.ask(ANN, NOW)
    tx.lives.ask(BOB, NOW - DAY)
    tx.lives.ask(BOB, NOW + DAY)
    assert tx.lives.unwatched(Platform.BLUESKY, 9) == []
    assert [kept.account.id for kept in tx.lives.due(Platform.BLUESKY, "", NOW, 9)] == [BOB.id, ANN.id]
    tx.lives.hear(ANN, NOW)
    tx.lives.keep(BOB, Course(NOW + DAY, None, NOW, NOW - DAY))
    assert tx.lives.due(Platform.BLUESKY, "", NOW, 9) == [Kept(ANN, [], heard_at=NOW)]
    assert tx.lives.of(BOB) == Kept(BOB, [], NOW, NOW - DAY)


def test_what_is_kept_goes_with_the_account_and_the_person(tx: SqliteTransaction, session: Session) -> None:
    person = linked(tx, ANN, mastodon("ann"))
    for account in (ANN, mastodon("ann")):
        tx.lives.ask(account, NOW)
        tx.lives.forget(account, NOW)
    assert session.execute("SELECT count(*) FROM account").fetchone() == (0,)
    assert session.execute("SELECT count(*) FROM life").fetchone() == (0,)
    assert tx.lives.alone(NOW + DAY) == [person]
    tx.people.remove(person)
    assert session.execute("SELECT count(*) FROM bereft").fetchone() == (0,)


def test_what_was_said_once_for_life_stays_with_the_person(tx: SqliteTransaction) -> None:
    linked(tx, ANN, BOB)
    tx.people.mark(ANN, "welcome", NOW)
    tx.lives.forget(ANN, NOW)
    assert tx.people.marks(BOB) == {"welcome"}


def test_a_move_onto_ones_own_other_account_leaves_one(tx: SqliteTransaction) -> None:
    old, new = mastodon("ann"), mastodon("anna", "n.example")
    person = linked(tx, old, new)
    assert tx.lives.move(old, new, NOW)
    found = tx.people.get(person)
    assert found is not None and [link.account.id for link in found.links] == [new.id]
    assert not tx.lives.move(new, new, NOW)


def test_whoever_loses_their_only_link_is_erased_a_month_later_unless_they_get_one(tx: SqliteTransaction) -> None:
    ann, bob = linked(tx, ANN), linked(tx, BOB, mastodon("bob"))
    tx.people.unlink(BOB)
    assert tx.lives.alone(NOW + DAY) == []
    tx.people.unlink(ANN)
    assert tx.lives.alone(NOW + DAY) == [ann]
    tx.people.unlink(mastodon("bob"))
    assert tx.lives.alone(NOW + DAY) == [ann, bob]
    tx.people.link(ann, ANN, 4, "test", NOW)
    assert tx.lives.alone(NOW + DAY) == [bob]


def test_whoever_is_forgotten_while_held_leaves_a_person_to_be_erased(tx: SqliteTransaction) -> None:
    ann, bob = linked(tx, ANN), linked(tx, BOB, mastodon("bob"))
    for account in (ANN, BOB):
        tx.people.hold(account, "dispute:1", NOW)
        tx.rights.erase(account, NOW, whole=False)
    assert tx.people.find(ANN) is None and tx.people.get(bob) is not None
    assert tx.lives.alone(NOW + DAY) == [ann]
