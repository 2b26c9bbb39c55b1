"""Servers that want nothing of us are remembered; who said so for them is forgotten as soon as it is settled."""

from datetime import timedelta

from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, mastodon

ANSWER = {"language": "fr", "visibility": "direct", "reply": {"in_reply_to_id": "7"}}


def test_a_server_is_denied_until_it_is_allowed_again(tx: SqliteTransaction) -> None:
    assert tx.courtesy.deny("m.example", "server", NOW) and not tx.courtesy.deny("m.example", "admin", NOW + SECOND)
    assert tx.courtesy.denied() == [("m.example", "server", NOW)]
    assert tx.courtesy.denies(["social.m.example", "m.example"]) and not tx.courtesy.denies(["other.example"])
    assert not tx.courtesy.denies([])
    assert tx.courtesy.allow("m.example") and not tx.courtesy.allow("m.example")
    assert tx.courtesy.denied() == []


def test_a_server_is_asked_once_for_each_who_speaks_for_it(tx: SqliteTransaction) -> None:
    assert tx.courtesy.ask(mastodon("ann"), "m", "https://m.example/1", ANSWER, NOW)
    assert not tx.courtesy.ask(mastodon("ann"), "m", "https://m.example/2", ANSWER, NOW)
    check = tx.courtesy.next_check("m", NOW)
    assert check is not None and (check.account, check.answer) == (mastodon("ann"), ANSWER)
    assert tx.courtesy.next_check("other", NOW) is None


def test_a_check_waits_its_time_and_leaves_nothing_behind(tx: SqliteTransaction) -> None:
    tx.courtesy.ask(mastodon("ann"), "m", "https://m.example/1", ANSWER, NOW)
    check = tx.courtesy.next_check("m", NOW)
    assert check is not None
    tx.courtesy.postpone(check.id, NOW + timedelta(minutes=5))
    assert tx.courtesy.next_check("m", NOW) is None
    again = tx.courtesy.next_check("m", NOW + timedelta(minutes=5))
    assert again is not None and again.tries == 1
    tx.courtesy.done(check.id)
    assert tx.session.execute("SELECT count(*) FROM server_check").fetchone() == (0,)
    assert tx.session.execute("SELECT count(*) FROM account").fetchone() == (0,)
