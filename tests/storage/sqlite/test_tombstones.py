"""The file and the table of those who were erased say the same, whatever is killed or put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.sqlite import tombstones
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.tombstones import Tombstone, mark_of, secret_of, tombstones_path

ONE, TWO = b"1" * 16, b"2" * 16


def test_a_mark_holds_when_a_key_is_added_and_tells_nothing_without_it() -> None:
    first, second = b"k" * 32, b"l" * 32
    assert secret_of([first]) == secret_of([first, second])
    assert secret_of([first]) != secret_of([second])
    assert mark_of(secret_of([first]), "x", "42", "") != mark_of(secret_of([second]), "x", "42", "")
    assert mark_of(b"s", "x", "42", "") != mark_of(b"s", "account", "42", "")


def test_who_is_buried_stands_in_both_until_they_come_back(session: Session, database: Path) -> None:
    tombstones.bury(session, [ONE, TWO], 7, silent=True)
    assert tombstones.is_buried(session, ONE)
    assert tombstones.is_silent(session, TWO)
    assert tombstones_path(database).stat().st_mode & 0o777 == 0o600
    assert tombstones.lift(session, [ONE], 9)
    assert not tombstones.is_buried(session, ONE)
    assert not tombstones.lift(session, [ONE], 9)
    assert tombstones.catch_up(session) == []


def test_what_the_table_does_not_know_is_learnt_from_the_file(session: Session) -> None:
    tombstones.bury(session, [ONE, TWO], 7, silent=False)
    tombstones.lift(session, [TWO], 8)
    session.execute("DELETE FROM tombstone")
    assert tombstones.catch_up(session) == [Tombstone(ONE, 7)]
    assert tombstones.is_buried(session, ONE)
    assert not tombstones.is_buried(session, TWO)


def test_a_second_erasure_is_learnt_by_a_table_that_knows_the_first(session: Session) -> None:
    tombstones.bury(session, [ONE], 7, silent=True)
    before = session.execute("SELECT mark, at, silent FROM tombstone").fetchall()
    tombstones.bury(session, [ONE], 9, silent=False)
    session.execute("DELETE FROM tombstone")
    session.connection.executemany("INSERT INTO tombstone (mark, at, silent) VALUES (?, ?, ?)", before)
    assert tombstones.catch_up(session) == [Tombstone(ONE, 9, silent=True)]
    assert tombstones.catch_up(session) == []


def test_who_came_back_in_the_file_is_no_longer_buried_in_the_table(session: Session) -> None:
    tombstones.bury(session, [ONE], 7, silent=False)
    tombstones.lift(session, [ONE], 8)
    session.execute("INSERT INTO tombstone (mark, at) VALUES (?, 7)", (ONE,))
    tombstones.catch_up(session)
    assert not tombstones.is_buried(session, ONE)


def test_a_file_that_is_gone_is_made_again(session: Session, database: Path) -> None:
    tombstones.bury(session, [ONE], 7, silent=True)
    tombstones_path(database).unlink()
    assert tombstones.catch_up(session) == []
    session.execute("DELETE FROM tombstone")
    assert tombstones.catch_up(session) == [Tombstone(ONE, 7, silent=True)]


@pytest.mark.parametrize("cut", [b"+ 9 3131", b"+ 9 " + b"31" * 15, b"garbage\n"])
def test_a_line_cut_off_by_a_crash_is_no_line(session: Session, database: Path, cut: bytes) -> None:
    tombstones.bury(session, [ONE], 7, silent=False)
    with tombstones_path(database).open("ab") as file:
        file.write(cut)
    tombstones.bury(session, [TWO], 8, silent=False)
    session.execute("DELETE FROM tombstone")
    assert {stone.mark for stone in tombstones.catch_up(session)} == {ONE, TWO}


def test_whoever_speaks_again_is_silent_no_more(session: Session) -> None:
    tombstones.bury(session, [ONE], 7, silent=True)
    tombstones.speak_again(session, ONE)
    assert not tombstones.is_silent(session, ONE)
    session.execute("DELETE FROM tombstone")
    assert tombstones.catch_up(session) == [Tombstone(ONE, 7)]


def test_the_address_of_what_was_seen_is_known_by_its_hash_alone(session: Session) -> None:
    hashed = tombstones.hashed(session, "bluesky", "at://did:plc:ann/post/1")
    assert hashed == tombstones.hashed(session, "bluesky", "at://did:plc:ann/post/1")
    assert hashed != tombstones.hashed(session, "other", "at://did:plc:ann/post/1")
    assert "ann" not in hashed
