"""People who were erased and are met again."""

from __future__ import annotations

from bot.storage.sqlite import returning
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky

ANN = bluesky("ann")


def test_nobody_is_buried_where_nobody_was_erased(session: Session) -> None:
    assert not returning.is_erased(session, [ANN], 7)
    assert not returning.was_silent(session, ANN)


def test_whoever_has_their_handle_now_is_somebody_else(tx: SqliteTransaction, session: Session) -> None:
    tx.rights.erase(ANN, NOW, whole=False)
    assert not returning.is_erased(session, [bluesky("ann", "did:plc:another")], None)
    assert returning.is_erased(session, [bluesky("ann", "")], None)


def test_their_own_word_brings_back_what_it_names(tx: SqliteTransaction, session: Session) -> None:
    person = tx.people.register(7_000_000, "annonx", "", NOW).id
    tx.people.link(person, ANN, 4, "s", NOW)
    tx.rights.erase(ANN, NOW, whole=False)
    returning.come_back(session, NOW, ANN, "", None)
    assert not returning.is_erased(session, [ANN], None)
    assert returning.is_erased(session, [], 7_000_000)
    returning.come_back(session, NOW, ANN, "annonx", 7_000_000)
    assert not returning.is_erased(session, [ANN], 7_000_000)
