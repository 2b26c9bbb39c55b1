"""A Link's level is that of its best proof that stands."""

from datetime import timedelta

from bot.domain.accounts import Account, Platform
from bot.domain.people import Link
from bot.domain.proof import CODE_LASTS, Due, Method, Seen, State, after, fresh, pending
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky

ANN = bluesky("ann")
POST = "https://x.com/ann/status/1"


def registered(tx: SqliteTransaction, x_id: int = 1) -> int:
    return tx.people.register(x_id, "", "", NOW).id


def link_of(tx: SqliteTransaction, account: Account = ANN) -> Link:
    found = tx.people.find(account)
    assert found is not None
    return found.links[0]


def methods(tx: SqliteTransaction) -> list[tuple[Method, int]]:
    return [(proof.method, proof.level) for proof in tx.people.proofs(ANN)]


def test_a_proof_makes_a_link_with_its_method_and_expiry(tx: SqliteTransaction) -> None:
    assert tx.people.prove(registered(tx), ANN, fresh(Method.CODE, NOW, POST), NOW)
    link = link_of(tx)
    assert (link.level, link.method, link.at, link.expires_at) == (3, Method.CODE, NOW, NOW + CODE_LASTS)
    assert tx.people.proofs(ANN) == [fresh(Method.CODE, NOW, POST)]
    assert tx.tallies.now() == tx.tallies.recount() and tx.tallies.now()["people"] == 1


def test_an_import_leaves_no_row_and_still_tells_its_method(tx: SqliteTransaction, session: Session) -> None:
    tx.people.link(registered(tx), ANN, 4, "helloquittex", NOW, batch=7)
    assert session.execute("SELECT count(*) FROM proof").fetchone() == (0,)
    assert link_of(tx).method is Method.REGISTRY and methods(tx) == [(Method.REGISTRY, 4)]


def test_the_link_falls_to_the_next_best_proof_and_rises_again(tx: SqliteTransaction) -> None:
    person = registered(tx)
    tx.people.link(person, ANN, 4, "helloquittex", NOW, batch=7)
    domain = fresh(Method.DOMAIN, NOW, "ann.example")
    tx.people.prove(person, ANN, domain, NOW)
    assert link_of(tx).level == 5 and methods(tx) == [(Method.DOMAIN, 5), (Method.REGISTRY, 4)]
    for day in (0, 2, 4):
        domain = after(domain, Seen.GONE, NOW + timedelta(days=day))
        tx.people.checked(ANN, domain, NOW + timedelta(days=day))
    assert (link_of(tx).level, link_of(tx).source) == (4, "helloquittex")
    tx.people.checked(ANN, after(domain, Seen.HOLDS, NOW + timedelta(days=5)), NOW + timedelta(days=5))
    assert (link_of(tx).level, link_of(tx).method) == (5, Method.DOMAIN)


def test_without_any_proof_left_nobody_believes_the_link(tx: SqliteTransaction) -> None:
    code = fresh(Method.CODE, NOW, POST)
    tx.people.prove(registered(tx), ANN, code, NOW)
    tx.people.checked(ANN, after(code, Seen.GONE, NOW), NOW)
    assert link_of(tx).level == 0 and tx.people.by_account(ANN, 1) is None
    assert tx.tallies.now()["people"] == 0 and tx.tallies.now() == tx.tallies.recount()
    assert tx.people.prove(registered(tx), ANN, fresh(Method.CODE, NOW, POST), NOW) and link_of(tx).level == 3


def test_an_expiry_is_a_look_that_is_due(tx: SqliteTransaction) -> None:
    person, code = registered(tx), fresh(Method.CODE, NOW, POST)
    tx.people.link(person, ANN, 1, "archive", NOW)
    tx.people.prove(person, ANN, code, NOW)
    assert tx.people.due_proofs(NOW, 9) == []
    later = NOW + CODE_LASTS
    assert tx.people.due_proofs(later, 9) == [Due(ANN, person, code)]
    tx.people.checked(ANN, after(code, Seen.HOLDS, later), later)
    assert (link_of(tx).level, link_of(tx).method) == (1, Method.ARCHIVE)
    assert tx.people.due_proofs(later, 9) == []


def test_a_weaker_proof_of_somebody_else_changes_nothing(tx: SqliteTransaction) -> None:
    tx.people.prove(registered(tx), ANN, fresh(Method.CODE, NOW, POST), NOW)
    other = registered(tx, 2)
    assert not tx.people.prove(other, ANN, fresh(Method.CODE, NOW, "other"), NOW)
    assert link_of(tx).expires_at is not None and methods(tx) == [(Method.CODE, 3)]
    assert tx.people.prove(other, ANN, fresh(Method.DOMAIN, NOW, "ann.example"), NOW)
    assert methods(tx) == [(Method.DOMAIN, 5)], "what proved the loser proves nothing of the winner"


def test_what_waits_for_its_other_side_carries_nothing(tx: SqliteTransaction) -> None:
    tx.people.link(registered(tx), ANN, 1, "archive", NOW)
    tx.people.await_proof(ANN, pending(Method.ARCHIVE_AND_PROFILE, NOW))
    ((account, _, proof),) = [(due.account, due.person, due.proof) for due in tx.people.due_proofs(NOW, 9)]
    assert account == ANN and link_of(tx).level == 1
    tx.people.await_proof(ANN, pending(Method.ARCHIVE_AND_PROFILE, NOW + timedelta(1)))
    assert tx.people.due_proofs(NOW, 9)[0].proof == proof, "asked for twice it waits since the first time"
    tx.people.checked(ANN, after(proof, Seen.HOLDS, NOW), NOW)
    assert link_of(tx).level == 2


def test_an_account_of_nobody_may_wait_for_a_proof(tx: SqliteTransaction, session: Session) -> None:
    tx.people.await_proof(ANN, pending(Method.DOMAIN, NOW, "ann.example"))
    assert [due.person for due in tx.people.due_proofs(NOW, 9)] == [None]
    tx.people.drop_proof(ANN, Method.DOMAIN, NOW)
    assert session.execute("SELECT count(*) FROM account").fetchone() == (0,)


def test_an_unlinked_account_has_no_proof_left(tx: SqliteTransaction) -> None:
    tx.people.prove(registered(tx), ANN, fresh(Method.CODE, NOW, POST), NOW)
    tx.people.unlink(ANN)
    assert tx.people.proofs(ANN) == []


def test_a_forgotten_person_leaves_no_proof(tx: SqliteTransaction, session: Session) -> None:
    person = registered(tx)
    tx.people.prove(person, ANN, fresh(Method.CODE, NOW, POST), NOW)
    tx.people.await_proof(ANN, pending(Method.DOMAIN, NOW, "ann.example"))
    tx.people.remove(person)
    assert session.execute("SELECT count(*) FROM proof").fetchone() == (0,)


def test_a_change_of_the_account_brings_the_look_forward(tx: SqliteTransaction) -> None:
    person = registered(tx)
    tx.people.prove(person, ANN, fresh(Method.DOMAIN, NOW, "ann.example"), NOW)
    assert tx.people.due_proofs(NOW, 9) == [] and tx.people.recheck(ANN, NOW)
    assert [due.account for due in tx.people.due_proofs(NOW, 9)] == [ANN]
    assert not tx.people.recheck(bluesky("bob"), NOW)


def test_proofs_follow_when_two_rows_turn_out_to_be_one_account(tx: SqliteTransaction) -> None:
    person = registered(tx)
    waiting = Account(Platform.BLUESKY, "", "ann.bsky.social")
    tx.people.prove(person, waiting, fresh(Method.CODE, NOW, POST), NOW)
    tx.people.voice(Account(Platform.BLUESKY, ANN.id, "old.example"), NOW)
    found = tx.people.by_account(ANN, 1)
    assert found is not None and found.links[0].method is Method.CODE and methods(tx) == [(Method.CODE, 3)]


def test_the_stronger_of_two_rows_brings_its_own_proofs_only(tx: SqliteTransaction) -> None:
    waiting = Account(Platform.BLUESKY, "", "ann.bsky.social")
    tx.people.prove(registered(tx, 2), waiting, fresh(Method.DOMAIN, NOW, "ann.example"), NOW)
    tx.people.prove(registered(tx), Account(Platform.BLUESKY, ANN.id), fresh(Method.CODE, NOW, POST), NOW)
    found = tx.people.by_account(ANN, 1)
    assert found is not None and found.x_id == 2 and methods(tx) == [(Method.DOMAIN, 5)]


def test_a_held_link_moves_and_stays_held(tx: SqliteTransaction) -> None:
    person = registered(tx)
    tx.people.prove(person, ANN, fresh(Method.CODE, NOW, POST), NOW)
    tx.people.hold(ANN, "away", NOW)
    tx.people.prove(person, ANN, fresh(Method.DOMAIN, NOW, "ann.example"), NOW)
    assert link_of(tx).held and link_of(tx).level == 5 and tx.people.by_account(ANN, 1) is None
    tx.people.release(ANN, "away")
    assert link_of(tx).stands(5)


def test_an_undone_import_leaves_what_was_proven_besides(tx: SqliteTransaction) -> None:
    person = registered(tx)
    batch = tx.imports.begin("helloquittex", NOW)
    tx.imports.seal(batch, 0)
    tx.people.link(person, ANN, 4, "helloquittex", NOW, batch)
    tx.people.prove(person, ANN, fresh(Method.CODE, NOW, POST), NOW)
    assert tx.imports.staged(9) == []
    while tx.imports.undo(batch, lambda: False):
        pass
    assert (link_of(tx).level, link_of(tx).method) == (3, Method.CODE) and methods(tx) == [(Method.CODE, 3)]
    assert tx.tallies.now() == tx.tallies.recount()


def test_an_undo_puts_back_the_proofs_an_import_replaced(tx: SqliteTransaction) -> None:
    person = registered(tx)
    tx.people.prove(person, ANN, fresh(Method.CODE, NOW, POST), NOW)
    batch = tx.imports.begin("helloquittex", NOW)
    tx.imports.seal(batch, 0)
    tx.imports.before_link(batch, person, ANN)
    tx.people.unlink(ANN)
    tx.people.link(person, ANN, 4, "helloquittex", NOW, batch)
    assert methods(tx) == [(Method.REGISTRY, 4)] and tx.imports.staged(9) == []
    while tx.imports.undo(batch, lambda: False):
        pass
    assert tx.people.proofs(ANN) == [fresh(Method.CODE, NOW, POST)]
    assert link_of(tx).expires_at == NOW + CODE_LASTS


def test_the_state_of_a_fallen_proof_is_kept(tx: SqliteTransaction) -> None:
    code = fresh(Method.CODE, NOW, POST)
    tx.people.prove(registered(tx), ANN, code, NOW)
    tx.people.checked(ANN, after(code, Seen.GONE, NOW), NOW)
    assert [proof.state for proof in tx.people.proofs(ANN)] == [State.FALLEN]


def test_a_code_for_a_name_without_a_number_carries_no_other_link(tx: SqliteTransaction) -> None:
    """Somebody is linked by their archive, and then posts a code from another X account."""
    person = registered(tx)
    tx.people.link(person, ANN, 1, "archive", NOW)
    other = fresh(Method.CODE, NOW, "https://x.com/another/status/1")
    tx.people.await_proof(ANN, other)
    tx.people.checked(ANN, after(other, Seen.HOLDS, NOW), NOW)
    tx.people.prove(person, ANN, fresh(Method.ARCHIVE, NOW), NOW)
    assert (link_of(tx).level, link_of(tx).method) == (1, Method.ARCHIVE)
    tx.people.await_proof(ANN, fresh(Method.CODE, NOW, "https://x.com/third/status/2"))
    assert "https://x.com/third/status/2" in [proof.evidence for proof in tx.people.proofs(ANN)]


def test_a_code_that_carries_a_link_is_not_replaced_by_one_that_does_not(tx: SqliteTransaction) -> None:
    tx.people.prove(registered(tx), ANN, fresh(Method.CODE, NOW, POST), NOW)
    tx.people.await_proof(ANN, fresh(Method.CODE, NOW, "https://x.com/another/status/1"))
    assert tx.people.proofs(ANN) == [fresh(Method.CODE, NOW, POST)] and link_of(tx).level == 3


def test_a_look_leaves_the_import_that_a_proof_came_with(tx: SqliteTransaction) -> None:
    person = registered(tx)
    batch = tx.imports.begin("helloquittex", NOW)
    tx.imports.seal(batch, 0)
    tx.people.link(person, ANN, 4, "helloquittex", NOW, batch)
    code = fresh(Method.CODE, NOW, POST)
    tx.people.prove(person, ANN, code, NOW)
    tx.people.checked(ANN, after(code, Seen.GONE, NOW), NOW)
    assert tx.imports.staged(9) == [] and link_of(tx).level == 4
    while tx.imports.undo(batch, lambda: False):
        pass
    assert tx.people.find(ANN) is None
