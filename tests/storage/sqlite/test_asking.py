"""Questions and marks: once for life of a Person, whichever Account they speak from."""

from datetime import timedelta

from bot.domain.accounts import Account, Platform
from bot.domain.outbox import State
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, a_draft, bluesky, mastodon

ANN, THERE = bluesky("ann"), mastodon("ann")
DAY = timedelta(days=1)


def registered(tx: SqliteTransaction, *accounts: Account) -> int:
    person = tx.people.register(1, "ann", "fr", NOW).id
    for account in accounts:
        tx.people.link(person, account, 4, "s", NOW)
    return person


def test_a_question_is_asked_once_for_life_of_a_kind(tx: SqliteTransaction) -> None:
    registered(tx, ANN, THERE)
    assert tx.people.ask(ANN, "consent", NOW)
    assert not tx.people.ask(ANN, "consent", NOW + 400 * DAY) and not tx.people.ask(THERE, "consent", NOW)
    assert tx.people.ask(THERE, "forget", NOW)
    assert tx.people.questions(THERE) == {"consent": None, "forget": None}


def test_one_word_answers_the_question_this_account_was_asked_last(tx: SqliteTransaction) -> None:
    registered(tx, ANN, THERE)
    tx.people.ask(ANN, "consent", NOW)
    tx.people.ask(ANN, "forget", NOW + DAY)
    assert tx.people.answer(THERE, True, NOW) is None
    assert tx.people.answer(ANN, True, NOW + DAY) == "forget"
    assert tx.people.question(ANN, NOW) is None, "the older one is not open again"
    assert tx.people.questions(ANN) == {"consent": None, "forget": True}


def test_a_closed_question_waits_for_no_answer_and_opens_no_older_one(tx: SqliteTransaction) -> None:
    registered(tx, ANN, THERE)
    tx.people.ask(ANN, "consent", NOW)
    tx.people.ask(ANN, "forget", NOW + DAY)
    tx.people.close(THERE, "forget", NOW + DAY)
    assert tx.people.question(ANN, NOW) is None
    assert tx.people.ask(ANN, "forget", NOW + 2 * DAY, again=True)
    assert tx.people.question(ANN, NOW) == "forget"


def test_a_question_is_open_for_a_while(tx: SqliteTransaction) -> None:
    assert tx.people.question(ANN, NOW) is None
    tx.people.ask(ANN, "forget", NOW)
    assert tx.people.question(ANN, NOW) == "forget"
    assert tx.people.question(ANN, NOW + DAY) is None
    assert tx.people.ask(ANN, "forget", NOW + 2 * DAY, again=True)
    assert tx.people.question(ANN, NOW + DAY) == "forget"
    tx.people.answer(ANN, False, NOW + 3 * DAY)
    assert tx.people.question(ANN, NOW) is None


def test_a_mark_holds_for_every_account_of_a_person(tx: SqliteTransaction) -> None:
    registered(tx, ANN, THERE)
    assert tx.people.mark(ANN, "private", NOW) and not tx.people.mark(THERE, "private", NOW)
    assert tx.people.marks(THERE) == {"private"} and not tx.people.marks(bluesky("bob"))
    tx.people.unmark(THERE, "private")
    assert not tx.people.marks(ANN)


def test_two_rows_of_one_account_keep_what_was_asked_of_either(tx: SqliteTransaction) -> None:
    waiting = Account(Platform.BLUESKY, "", "ann.bsky.social")
    registered(tx, waiting)
    tx.people.ask(waiting, "consent", NOW)
    tx.people.mark(Account(Platform.BLUESKY, "did:plc:ann"), "welcome", NOW)
    tx.people.by_account(ANN, 1)
    assert set(tx.people.questions(ANN)) == {"consent"} and tx.people.marks(ANN) == {"welcome"}


def test_nothing_is_left_of_somebody_who_is_removed(tx: SqliteTransaction, session: Session) -> None:
    person = registered(tx, ANN, THERE)
    tx.people.ask(ANN, "consent", NOW)
    tx.people.mark(THERE, "welcome", NOW)
    tx.people.remove(person)
    left = [session.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("question", "mark", "account")]
    assert left == [(0,), (0,), (0,)]


def test_a_question_that_reached_nobody_may_be_put_again(tx: SqliteTransaction) -> None:
    more = {"network": "here", "kind": "find", "thread": "", "counts": True}
    first, second = (
        tx.outbox.add(a_draft(trigger), {"text": "?"}, state=State.READY, **more)  # type: ignore[arg-type]
        for trigger in ("at://1", "at://2")
    )
    assert first and second and tx.people.ask(ANN, "consent", NOW, post=first)
    tx.outbox.withdraw(first, NOW)
    assert tx.people.ask(ANN, "consent", NOW, post=second)
    tx.people.answer(ANN, True, NOW)
    tx.outbox.withdraw(second, NOW)
    assert tx.people.questions(ANN) == {"consent": True}, "what was answered was asked"
