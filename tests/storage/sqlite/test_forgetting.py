"""Somebody is erased: nothing of them is left in any row, nobody else loses anything, and what is counted is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.outbox import State
from bot.storage.sqlite import sweeping, tombstones
from bot.storage.sqlite.personal import PERSONAL
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, a_mention, bluesky, mastodon
from tests.storage.rich import HERE, NAMES, OTHER, THERE, X_ID, enrich, post_to


def rows(session: Session) -> Iterator[tuple[str, str]]:
    """Every row of every table, as text."""
    for schema in ("main", "graph"):
        tables = session.execute(f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in session.execute(f"SELECT * FROM {schema}.{table}").fetchall():
                yield f"{schema}.{table}", repr(row).casefold()


def sweep(session: Session) -> None:
    while sweeping.step(session, lambda: True):
        pass
    session.execute("DELETE FROM erasure WHERE names = ''")


@pytest.mark.parametrize("account", [HERE, THERE])
def test_no_row_of_any_table_names_them_any_more(tx: SqliteTransaction, session: Session, account: object) -> None:
    enrich(tx)
    gone = tx.rights.erase(account, NOW, whole=False)  # type: ignore[arg-type]
    assert (gone.accounts, gone.lists) == (2, 1)
    sweep(session)
    assert session.execute("PRAGMA foreign_key_check").fetchall() == []
    left = [(table, name) for table, row in rows(session) for name in NAMES if name.casefold() in row]
    assert left == []


def test_the_lists_of_others_name_them_no_more_and_nobody_else_is_missing(
    tx: SqliteTransaction, session: Session
) -> None:
    enrich(tx)
    pseudonym = session.pseudonyms.one(X_ID)
    tx.rights.erase(HERE, NOW, whole=False)
    sweep(session)
    session.finish()
    blob = pseudonym.to_bytes(8, "little")
    for table, column in (("archive", "pseudonyms"), ("unmerged", "added"), ("unmerged", "removed")):
        assert not [1 for (found,) in session.execute(f"SELECT {column} FROM graph.{table}") if blob in found], table
    assert session.execute("SELECT 1 FROM graph.edge WHERE target = ?", (pseudonym,)).fetchone() is None
    assert session.execute("SELECT 1 FROM list_redo WHERE instr(pseudonyms, ?)", (blob,)).fetchone() is None
    other = tx.people.by_x(99)
    assert other and session.execute("SELECT edges FROM person WHERE id = ?", (other.id,)).fetchone() == (1,)
    assert tx.tallies.now() == tx.tallies.recount() | {"reconnected": 0}


def test_what_was_seen_of_them_stays_seen(tx: SqliteTransaction) -> None:
    enrich(tx)
    tx.rights.erase(HERE, NOW, whole=False)
    again = a_mention("at://did:plc:richperson/app.bsky.feed.post/1", account=HERE, text="find")
    assert not tx.inbox.add(again, NOW)
    assert tx.inbox.add(a_mention("at://did:plc:richperson/app.bsky.feed.post/77", account=HERE, text="find"), NOW)


def test_what_was_published_to_them_or_names_them_is_to_be_deleted(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    gone = tx.rights.erase(HERE, NOW, whole=False)
    receipts = {row.id: row.receipt for row in tx.outbox.rows()}
    assert len(gone.published) == 2
    assert all(receipts[post] for post in gone.published)
    kept = [row for row in tx.outbox.rows() if row.id not in gone.published]
    assert [row.state for row in kept] == [State.SENT]  # the answer to somebody else in a thread of theirs


def test_others_keep_what_is_theirs(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    tx.rights.erase(HERE, NOW, whole=False)
    sweep(session)
    other = tx.people.find(OTHER)
    assert other and other.x_id == 99 and len(other.links) == 1
    found = session.execute("SELECT text FROM inbox WHERE account = ? ORDER BY id", (OTHER.id,)).fetchall()
    assert found == [("",), ("find",)]


@pytest.mark.parametrize("state", [State.SENDING, State.UNKNOWN])
def test_a_post_under_way_is_forgotten_when_it_has_ended(
    tx: SqliteTransaction, session: Session, state: State
) -> None:
    enrich(tx)
    post = post_to(tx, HERE, "at://did:plc:richperson/app.bsky.feed.post/5")
    session.execute("UPDATE outbox SET state = ?, receipt = NULL WHERE id = ?", (state, post))
    tx.rights.erase(HERE, NOW, whole=False)
    under_way = tx.outbox.get(post)
    assert under_way and (under_way.state, under_way.recipient_id) == (state, HERE.id)
    tx.outbox.settle(post, State.SENT, NOW, receipt="at://did:plc:bot/app.bsky.feed.post/5")
    ended = tx.outbox.get(post)
    assert ended and (ended.record, ended.trigger, ended.thread) == ({}, "", "")
    assert HERE.id not in ended.recipient_id
    assert ended.receipt == "at://did:plc:bot/app.bsky.feed.post/5"
    assert tx.rights.is_taken_back(post)


COPY = "at://did:plc:copyofrich/app.bsky.feed.post/1"
DISGUISES = (
    "ask @oldrich.example", "ask @richperson.m.example.ap.brid.gy", "see https://m.example/%40RichPerson",
    "https%3A//m.example/@richperson", "hello richperson\u2060@m.example", "@\uff32ichOnX", "see at://did:plc:copyofrich",
)  # fmt: skip


def test_names_of_before_and_of_copies_and_in_disguise_go_too(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    tx.inbox.add(a_mention("at://did:plc:richperson/9", account=replace(HERE, handle="oldrich.example")), NOW)
    tx.inbox.add(a_mention(COPY, account=THERE), NOW)
    for number, words in enumerate((*DISGUISES, "innocent")):
        uri = f"at://did:plc:other/words/{number}"
        tx.inbox.add(a_mention(uri, account=OTHER, text=words, thread=COPY), NOW)
    below = post_to(tx, OTHER, "at://did:plc:other/words/0", thread=COPY)
    tx.rights.erase(HERE, NOW, whole=False)
    sweep(session)
    found = session.execute("SELECT text, thread FROM inbox WHERE uri LIKE '%/words/%' ORDER BY id").fetchall()
    assert [text for text, _ in found] == ["" for _ in DISGUISES] + ["innocent"]
    assert not any(thread for _, thread in found)
    assert (post := tx.outbox.get(below)) and post.thread == ""


def test_a_handle_that_is_somebody_else_s_by_now_stays_theirs(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    tx.inbox.add(a_mention("at://did:plc:richperson/9", account=replace(HERE, handle=OTHER.handle)), NOW)
    tx.inbox.add(a_mention("at://did:plc:third/1", account=bluesky("third"), text=f"ask @{OTHER.handle}"), NOW)
    tx.rights.erase(HERE, NOW, whole=False)
    sweep(session)
    assert session.execute("SELECT 1 FROM inbox WHERE text = ?", (f"ask @{OTHER.handle}",)).fetchone()


def test_a_link_that_is_not_believed_erases_the_account_alone(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    person = tx.people.by_x(X_ID)
    assert person
    stranger = mastodon("stranger")
    tx.people.link(person.id, stranger, 4, "s", NOW)
    tx.people.hold(stranger, "dispute:1", NOW)
    tx.rights.erase(stranger, NOW, whole=False)
    assert tx.people.find(stranger) is None
    assert tx.people.by_x(X_ID) is not None


def test_an_x_number_of_nobody_is_erased_from_the_lists(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    from bot.domain.accounts import Account, Platform

    assert tx.rights.knows_number(100)
    tx.rights.erase(Account(Platform.X, "100"), NOW, whole=True)
    sweep(session)
    session.memory.catch_up(session.connection)
    assert not tx.rights.knows_number(100)
    assert tx.rights.knows_number(X_ID)


def test_their_silence_holds_until_they_speak_again(tx: SqliteTransaction) -> None:
    enrich(tx)
    tx.people.silence(THERE, True, NOW)
    tx.rights.erase(HERE, NOW, whole=False)
    assert tx.people.is_silent(HERE)
    assert tx.people.is_silent(THERE)
    tx.people.silence(HERE, False, NOW)
    assert not tx.people.is_silent(HERE)


def test_every_personal_table_is_emptied_of_them(tx: SqliteTransaction, session: Session) -> None:
    person = enrich(tx)
    values = {"person": person, "accounts": "[]", "ids": f'["{HERE.id}"]', "x_id": X_ID, "x_handle": "richonx"}
    tx.rights.erase(HERE, NOW, whole=False)
    sweep(session)
    for entry in PERSONAL:
        if entry.table == "naming":
            continue
        count = session.execute(f"SELECT count(*) FROM {entry.table} WHERE {entry.of}", values).fetchone()
        assert count == (0,), entry.table


def test_nobody_gets_more_answers_by_being_erased_in_between(tx: SqliteTransaction) -> None:
    enrich(tx)
    since = NOW - timedelta(hours=1)
    before = tx.outbox.answers(HERE.platform, HERE.id, since)
    tx.rights.erase(HERE, NOW, whole=False)
    assert tx.outbox.answers(HERE.platform, HERE.id, since) == before > 0
    assert tx.outbox.answers(OTHER.platform, "did:plc:stranger", since) == 0


def test_a_tombstone_is_left(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    tx.rights.erase(HERE, NOW, whole=False)
    assert tombstones.any_buried(session)
    assert tx.rights.is_erased([THERE])
    assert tx.rights.is_erased([], X_ID)
    assert not tx.rights.is_erased([OTHER], 99)
    tx.rights.come_back(HERE, NOW, x_id=X_ID)
    assert not tx.rights.is_erased([HERE], X_ID)
