"""What others may see of a Person is written down at once, whatever changes it."""

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.consent import Found
from bot.storage.sqlite import derived, shown
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky, mastodon


def kept(session: Session, person: int = 1) -> tuple[int, str, str]:
    row: tuple[int, str, str] = session.execute(
        "SELECT shows, name_bluesky, name_mastodon FROM person WHERE id = ?", (person,)
    ).fetchone()
    return row


def test_every_code_is_one_tie() -> None:
    bits = [bits for bits in range(32) if bits & 24 != 24]
    ties = [0, shown.FOLLOWED, shown.FOLLOWER, shown.FOLLOWED | shown.FOLLOWER]
    assert len({shown.tie_of(code | tie) for code in bits for tie in ties}) == len(bits) * len(ties)


def test_the_first_handle_is_the_name_and_none_counts_for_nothing() -> None:
    links = [("mastodon", "Zoe@m.example"), ("mastodon", ""), ("mastodon", "amy@m.example"), ("bluesky", "")]
    bits, bluesky_name, mastodon_name = shown.shown(links, {"named": "yes", "found": "followed"})
    assert (bluesky_name, mastodon_name) == ("", "amy@m.example")
    seen = shown.tie_of(bits)
    assert seen.platforms == {Platform.BLUESKY, Platform.MASTODON}
    assert (seen.named, seen.found) == (True, Found.FOLLOWED)


def test_links_and_consents_are_seen_at_once(tx: SqliteTransaction, session: Session) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    assert kept(session) == (0, "", "")
    tx.people.link(ann, bluesky("Ann"), 4, "s", NOW)
    tx.people.link(ann, mastodon("ann"), 0, "s", NOW)
    assert kept(session) == (1, "ann.bsky.social", "")
    tx.people.link(ann, mastodon("ann"), 1, "s", NOW)
    tx.people.set_consent(ann, "named", "yes", NOW)
    tx.people.set_consent(ann, "found", "nobody", NOW)
    assert kept(session) == (23, "ann.bsky.social", "ann@m.example")
    tx.people.unlink(bluesky("Ann"))
    tx.people.withdraw_consent(ann, "found")
    assert kept(session) == (6, "", "ann@m.example")


def test_a_handle_that_changes_hands_goes_from_one_to_the_other(tx: SqliteTransaction, session: Session) -> None:
    ann, bob = (tx.people.register(x, "", "", NOW).id for x in (1, 2))
    tx.people.link(ann, bluesky("ann"), 4, "s", NOW)
    tx.people.link(bob, bluesky("bob"), 4, "s", NOW)
    tx.people.voice(Account(Platform.BLUESKY, "did:plc:bob", "ann.bsky.social"), NOW)
    assert kept(session, ann) == (0, "", ""), "nothing is left to tell of them"
    assert kept(session, bob) == (1, "ann.bsky.social", "")


def test_a_link_that_waits_for_its_name_is_told_by_its_address(tx: SqliteTransaction, session: Session) -> None:
    ann = tx.people.register(1, "", "", NOW).id
    tx.people.link(ann, Account(Platform.MASTODON, "", url="https://m.example/@ann"), 4, "s", NOW)
    assert kept(session) == (2, "", "")
    tx.people.resolve(Platform.MASTODON, "", None, NOW)
    tx.people.by_account(mastodon("ann"), 1)
    assert kept(session) == (2, "", "ann@m.example")


@pytest.mark.parametrize("harm", ["UPDATE person SET shows = 3, name_bluesky = ''", "DELETE FROM meta"])
def test_it_can_be_made_again(tx: SqliteTransaction, session: Session, harm: str) -> None:
    for x_id in range(1, 1203):
        person = tx.people.register(x_id, "", "", NOW).id
        if x_id % 3 == 0:
            tx.people.link(person, bluesky(f"p{x_id}"), 1 + x_id % 2 * 3, "s", NOW)
    before = session.execute("SELECT id, shows, name_bluesky FROM person").fetchall()
    session.execute(harm)
    shown.fill_if_new(session)
    derived.recount_people(session)
    assert session.execute("SELECT id, shows, name_bluesky FROM person").fetchall() == before
    derived.set_minimum(session, 2)
    assert session.execute("SELECT count(*) FROM person WHERE shows & 1").fetchone() == (200,)
    session.execute("UPDATE person SET shows = 0")
    shown.fill_if_new(session)
    assert session.execute("SELECT count(*) FROM person WHERE shows").fetchone() == (0,), "once"
