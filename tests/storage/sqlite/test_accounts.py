"""One Account, one row, under whichever of its names it came first."""

from bot.domain.accounts import Account, Platform
from bot.storage.sqlite.accounts import AccountRows
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky, mastodon

PAGE_AS_ID = Account(Platform.MASTODON, "https://m.example/@ann", "ann@m.example", "https://m.example/@ann")
FROM_A_REGISTRY = Account(Platform.MASTODON, "", "ann@m.example", "", "109", "m.example")
WITH_A_PAGE = Account(Platform.MASTODON, "", "ann@short.example", "https://m.example/@ann")


def count(session: Session) -> int:
    number: int = session.execute("SELECT count(*) FROM account").fetchone()[0]
    return number


def test_every_name_leads_to_the_same_row(session: Session) -> None:
    rows = AccountRows(session)
    seen = mastodon("ann", local_id="109", local_host="m.example")
    for first, second in [
        (FROM_A_REGISTRY, seen),
        (WITH_A_PAGE, seen),
        (PAGE_AS_ID, seen),
        (seen, PAGE_AS_ID),
        (seen, Account(Platform.MASTODON, seen.id)),
        (seen, WITH_A_PAGE),
    ]:
        row = rows.ensure(first)
        assert rows.ensure(second).id == row.id, (first, second)
        assert count(session) == 1
        session.execute("DELETE FROM account")


def test_a_row_is_completed_and_loses_nothing(session: Session) -> None:
    rows = AccountRows(session)
    rows.ensure(FROM_A_REGISTRY)
    seen = rows.ensure(mastodon("ann", local_id="5", local_host="bot.example"))
    assert seen.account == mastodon("ann", local_id="109", local_host="m.example")
    again = rows.ensure(Account(Platform.MASTODON, "https://m.example/users/ann"))
    assert again.account == seen.account


def test_an_actor_takes_the_place_of_the_page_that_stood_in_for_it(session: Session) -> None:
    rows = AccountRows(session)
    rows.ensure(PAGE_AS_ID)
    assert rows.ensure(mastodon("ann")).stable_id == "https://m.example/users/ann"
    assert rows.ensure(PAGE_AS_ID).stable_id == "https://m.example/users/ann"


def test_another_person_behind_the_same_name_is_another_row(session: Session) -> None:
    rows = AccountRows(session)
    waiting = rows.ensure(FROM_A_REGISTRY)
    stranger = rows.ensure(mastodon("ann", local_id="110", local_host="m.example"))
    assert stranger.id != waiting.id
    assert rows.ensure(bluesky("ann")).id != rows.ensure(bluesky("ann", "did:plc:other")).id


def test_a_handle_belongs_to_who_was_seen_with_it_last(session: Session) -> None:
    rows = AccountRows(session)
    old = rows.ensure(bluesky("ann"))
    new = rows.ensure(bluesky("ann", "did:plc:new"))
    assert (rows.get(old.id).handle, rows.get(new.id).handle) == ("", "ann.bsky.social")


def test_a_handle_may_pass_to_somebody_already_known(session: Session) -> None:
    rows = AccountRows(session)
    ann, bob = rows.ensure(bluesky("ann")), rows.ensure(bluesky("bob"))
    rows.complete(Account(Platform.BLUESKY, "did:plc:bob", "ann.bsky.social"))
    assert (rows.get(ann.id).handle, rows.get(bob.id).handle) == ("", "ann.bsky.social")


def test_what_hung_on_a_waiting_row_moves_over(session: Session) -> None:
    tx = SqliteTransaction(session)
    person = tx.people.register(1, "", "", NOW).id
    given = Account(Platform.BLUESKY, "", "ann.bsky.social")
    tx.people.link(person, given, 4, "hqx", NOW)
    tx.people.silence(given, True, NOW)
    tx.people.claim(given, "ann_x", "mail", NOW)
    tx.people.arrive(given, "bluesky", "first account", NOW)
    # Seen under another handle first, so both rows are there.
    seen = Account(Platform.BLUESKY, "did:plc:ann", "ann.example.org")
    tx.people.voice(seen, NOW)
    tx.people.arrive(seen, "bluesky", "follow", NOW)
    assert tx.tallies.now()["arrivals"] == 2

    tx.people.resolve(Platform.BLUESKY, "ann.bsky.social", seen, NOW)
    assert count(session) == 1
    found = tx.people.by_account(seen, 4)
    assert found is not None and found.id == person
    claim = tx.people.waiting_claim(seen)
    assert tx.people.is_silent(seen) and claim is not None and claim.x_handle == "ann_x"
    assert tx.tallies.now() == tx.tallies.recount()
    assert tx.tallies.now()["arrivals"] == tx.tallies.now()["voices"] == 1


def test_a_reader_finds_the_person_whose_rows_were_not_merged_yet(session: Session) -> None:
    tx = SqliteTransaction(session)
    person = tx.people.register(1, "", "", NOW).id
    tx.people.voice(Account(Platform.BLUESKY, "did:plc:ann", "old.example"), NOW)
    tx.people.link(person, Account(Platform.BLUESKY, "", "ann.bsky.social"), 4, "s", NOW)
    session.writable = False
    found = tx.people.by_account(bluesky("ann"), 1)
    assert found is not None and found.id == person


def test_of_two_persons_the_stronger_proof_keeps_the_account(session: Session) -> None:
    tx = SqliteTransaction(session)
    ann, eve = (tx.people.register(x, "", "", NOW).id for x in (1, 2))
    for level, winner in ((3, ann), (5, eve)):
        tx.people.link(ann, bluesky("a"), 4, "s", NOW)
        tx.people.link(eve, Account(Platform.BLUESKY, "", "other.example"), level, "s", NOW)
        tx.people.resolve(
            Platform.BLUESKY, "other.example", Account(Platform.BLUESKY, "did:plc:a", "other.example"), NOW
        )
        found = tx.people.by_account(bluesky("a"), 1)
        assert found is not None and found.id == winner
        assert tx.tallies.now() == tx.tallies.recount()
        assert tx.tallies.now()["people"] == 1


def test_what_hung_on_a_waiting_row_is_not_lost_when_it_is_found_to_be_somebody_else(session: Session) -> None:
    tx = SqliteTransaction(session)
    person = tx.people.register(1, "", "", NOW).id
    tx.people.link(person, FROM_A_REGISTRY, 4, "s", NOW)
    stranger = mastodon("ann", local_id="110", local_host="m.example")
    tx.people.resolve(Platform.MASTODON, "ann@m.example", stranger, NOW)
    assert tx.people.by_account(stranger, 1) is None
    assert tx.people.unresolved_handles(Platform.MASTODON, 9) == [], "asked again in a day"


def test_lookups_go_by_an_index(session: Session) -> None:
    for where in (
        "platform = ? AND stable_id IN (?, ?)",
        "platform = ? AND url = ? AND url <> ''",
        "platform = ? AND handle = ? AND handle <> '' AND +stable_id IS NULL",
        "local_host = ? AND local_id = ? AND local_id <> ''",
    ):
        values = ("x",) * where.count("?")
        plan = session.execute(f"EXPLAIN QUERY PLAN SELECT id FROM account WHERE {where}", values).fetchall()
        assert "USING" in plan[0][3] and plan[0][3].count("=?") == 2, plan
