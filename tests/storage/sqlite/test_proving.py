"""Codes, looks and notices: kept no longer than they are needed, and gone with their Account."""

from datetime import timedelta

from bot.domain.effects import Look
from bot.domain.encounters import Visibility
from bot.domain.people import Act
from bot.domain.proving import Code
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, a_mention, bluesky

ANN, BOB = bluesky("ann"), bluesky("bob")
CODE = Code("QX-ABCDEFG", "ann_x", NOW + timedelta(hours=72))


def look(tx: SqliteTransaction, uri: str = "at://ann/1") -> None:
    mention = a_mention(uri, thread="at://t")
    tx.proving.look(mention, Look("123", Visibility.UNLISTED, "fr"), {"root": 1}, NOW)


def count(tx: SqliteTransaction, table: str) -> int:
    return int(tx.session.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_code_lives_until_it_is_used_or_over(tx: SqliteTransaction) -> None:
    assert tx.proving.code(ANN, NOW) is None
    tx.proving.give_code(ANN, CODE, NOW)
    kept = tx.proving.code(ANN, NOW)
    assert (
        kept and kept.given and (kept.text, kept.x_handle, kept.expires_at) == ("QX-ABCDEFG", "ann_x", CODE.expires_at)
    )
    assert tx.proving.code(ANN, CODE.expires_at) is None and tx.proving.code(BOB, NOW) is None
    tx.proving.drop_code(ANN)
    assert count(tx, "code") == 0


def test_a_look_is_owed_once_and_gives_back_what_its_answer_needs(tx: SqliteTransaction) -> None:
    look(tx)
    look(tx)
    (check,) = tx.proving.due(NOW, 10, ["bluesky"])
    asked = tx.proving.asked(check)
    assert asked and asked.account == ANN and asked.recipient == ANN.handle
    assert (asked.reply, asked.thread) == ({"root": 1}, "at://t")
    assert (asked.visibility, asked.language, check.post) == (Visibility.UNLISTED, "fr", "123")
    tx.proving.postpone(check, NOW + SECOND)
    assert tx.proving.due(NOW, 10, ["bluesky"]) == [] and tx.proving.next_due(["bluesky"]) == NOW + SECOND
    assert tx.proving.next_due(["paper"]) is None
    tx.proving.settle(check, "gone")
    assert tx.proving.asked(check) is None and tx.proving.next_due(["bluesky"]) is None
    assert tx.proving.looks_since(ANN, NOW - SECOND) == 1 and tx.proving.looks_since(ANN, NOW) == 0


def test_what_is_over_is_forgotten(tx: SqliteTransaction) -> None:
    tx.proving.give_code(ANN, CODE, NOW)
    look(tx)
    tx.proving.notify(ANN, "lost", "1", NOW)
    tx.proving.drop_old(NOW + timedelta(hours=73))
    assert [count(tx, table) for table in ("code", "proof_check", "notice")] == [1, 1, 1], "the look needs the code"
    (check,) = tx.proving.due(NOW, 10, ["bluesky"])
    tx.proving.settle(check, "gone")
    tx.proving.drop_old(NOW + timedelta(hours=73))
    assert [count(tx, table) for table in ("code", "proof_check", "notice")] == [0, 0, 1]
    tx.proving.drop_old(NOW + timedelta(days=31))
    assert count(tx, "notice") == 0


def test_everything_goes_with_its_person(tx: SqliteTransaction) -> None:
    person = tx.people.register(7, "ann_x", "", NOW)
    tx.people.link(person.id, ANN, 3, "admin", NOW)
    tx.people.settle_claim(
        tx.people.claim(ANN, "ann_x", "post", NOW).id, "rejected", NOW, by="admin", reason="Ann lied"
    )
    tx.people.claim(ANN, "other", "post", NOW)
    tx.proving.give_code(ANN, CODE, NOW)
    look(tx)
    tx.proving.notify(ANN, "lost", "1", NOW)
    tx.people.remove(person.id)
    assert [count(tx, table) for table in ("code", "proof_check", "notice", "claim", "ripe", "account")] == [0] * 6
    assert [row[0] for row in tx.session.execute("SELECT reason FROM audit WHERE reason <> ''")] == []


def test_an_audit_tells_what_was_done(tx: SqliteTransaction) -> None:
    claim = tx.people.claim(ANN, "ann_x", "post", NOW, flag="lookalike")
    tx.people.change_claim(claim.id, "proven", NOW + SECOND, by="code", level=3, method="code")
    tx.people.change_claim(claim.id, "accepted", NOW + 2 * SECOND, by="admin", reason="I know her")
    assert tx.people.audit(claim.id) == [
        Act(NOW, "claimed", "author", "lookalike"),
        Act(NOW + SECOND, "proven", "code", ""),
        Act(NOW + 2 * SECOND, "accepted", "admin", "I know her"),
    ]
    kept = tx.people.get_claim(claim.id)
    assert kept and (kept.level, kept.method, kept.decided_by, kept.reason) == (3, "code", "admin", "I know her")


def test_claims_ripen_when_their_handle_gets_a_number(tx: SqliteTransaction) -> None:
    claim = tx.people.claim(ANN, "ann_x", "post", NOW)
    tx.people.register(8, "bob_x", "", NOW)
    assert not tx.proving.any_ripe()
    person = tx.people.register(7, "", "", NOW)
    tx.people.set_x(person.id, 7, "ann_x")
    assert tx.proving.any_ripe() and [ripe.id for ripe in tx.proving.ripe(9)] == [claim.id]
    tx.proving.looked_at(claim.id)
    assert not tx.proving.any_ripe()


def test_a_handle_nobody_vouches_for_ripens_nothing(tx: SqliteTransaction) -> None:
    tx.people.claim(ANN, "ann_x", "post", NOW)
    tx.people.register(7, "", "", NOW)
    tx.people.name_x({7: "ann_x"})
    assert not tx.proving.any_ripe()


def test_a_notice_may_be_about_somebody(tx: SqliteTransaction) -> None:
    for _ in range(2):
        tx.proving.notify(ANN, "joined", "", NOW, about=BOB)
    assert count(tx, "notice") == 1
    assert tx.proving.told_about(ANN, "joined", NOW) == BOB
    assert tx.proving.told_about(ANN, "joined", NOW + SECOND) is None
    assert tx.proving.told_about(BOB, "joined", NOW) is None


def test_whoever_cannot_be_reached_yet_is_told_later(tx: SqliteTransaction) -> None:
    typed = bluesky("ann", "")
    tx.proving.notify(typed, "linked", "1", NOW)
    assert tx.proving.notices(9, [typed.platform]) == []
    tx.people.resolve(typed.platform, typed.handle, ANN, NOW)
    assert [notice.account for notice in tx.proving.notices(9, [typed.platform])] == [ANN]
