"""What the inbox keeps of an Encounter, and for how long."""

from bot.domain.encounters import Kind
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, a_mention


def row(session: Session, columns: str) -> tuple[object, ...]:
    found: tuple[object, ...] = session.execute(f"SELECT {columns} FROM inbox").fetchone()
    return found


def test_a_row_holds_what_an_admin_wants_to_see(tx: SqliteTransaction, session: Session) -> None:
    tx.inbox.add(a_mention(text="who?", languages=("fr", "en"), thread="at://t"), NOW)
    tx.inbox.settle("bluesky", "at://did:plc:ann/post/1", "limit reached")
    assert row(session, "kind, account, handle, text, language, visibility, thread, outcome") == (
        "mention",
        "did:plc:ann",
        "ann.bsky.social",
        "who?",
        "fr en",
        "public",
        "at://t",
        "limit reached",
    )


def test_forgetting_leaves_the_uri_and_the_outcome(tx: SqliteTransaction, session: Session) -> None:
    tx.inbox.add(a_mention(text="who?", thread="at://t"), NOW)
    assert tx.inbox.drop_before(NOW) == 0
    assert tx.inbox.drop_before(NOW + SECOND) == 1
    assert row(session, "account, handle, text, language, thread, uri") == ("",) * 5 + ("at://did:plc:ann/post/1",)


def test_the_kind_of_what_was_seen_is_known(tx: SqliteTransaction) -> None:
    tx.inbox.add(a_mention(kind=Kind.TAG), NOW)
    assert tx.inbox.kind_of("bluesky", "at://did:plc:ann/post/1") == "tag"
    assert tx.inbox.kind_of("bluesky", "at://did:plc:ann/post/2") == ""
