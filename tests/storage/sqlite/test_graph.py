"""The graph: no X id is readable in its file, and nobody's other list is touched."""

from pathlib import Path

from bot.domain.accounts import Account, Platform
from bot.domain.registry import ListChange
from bot.storage.sqlite import engine
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky
from tests.storage.conftest import Opener
from tests.storage.indexed import indexed

FOLLOWS, FOLLOWERS = 0, 1


def register(tx: SqliteTransaction, x_id: int, *accounts: Account) -> int:
    person = tx.people.register(x_id, "", "", NOW).id
    for account in accounts:
        tx.people.link(person, account, 4, "s", NOW)
    return person


def matched(tx: SqliteTransaction, person: int) -> list[int]:
    return [match.person for match in tx.graph.matches(person, Platform.BLUESKY, 1).ranked]


def test_a_person_is_no_match_of_themselves(tx: SqliteTransaction) -> None:
    ann = register(tx, 1, bluesky("ann"))
    tx.graph.replace_list(ann, FOLLOWS, "s", [1], NOW)
    assert matched(tx, ann) == []


def test_somebody_without_a_name_to_show_is_no_match(tx: SqliteTransaction) -> None:
    ann, _ = register(tx, 1, bluesky("ann")), register(tx, 2, bluesky("bob"))
    tx.graph.replace_list(ann, FOLLOWS, "s", [2], NOW)
    tx.people.by_account(Account(Platform.BLUESKY, "did:plc:taker", "bob.bsky.social"), 1)
    tx.people.voice(Account(Platform.BLUESKY, "did:plc:taker", "bob.bsky.social"), NOW)
    assert matched(tx, ann) == []


def test_lists_larger_than_one_insert(tx: SqliteTransaction, session: Session) -> None:
    ann = register(tx, 1, bluesky("ann"))
    others = [register(tx, x, bluesky(f"p{x}")) for x in range(1000, 2000)]
    named = [*range(900, 2000), *range(900, 1000)]
    assert tx.graph.replace_list(ann, FOLLOWS, "s", named, NOW) == ListChange(1100, 1100, 0)
    assert matched(tx, ann) == others
    assert len(indexed(session)) == 1100
    assert tx.graph.replace_list(ann, FOLLOWS, "s", [1000, 5], NOW) == ListChange(2, 1, 1099)
    assert matched(tx, ann) == others[:1]
    assert session.execute("SELECT edges FROM person WHERE id = ?", (ann,)).fetchone() == (2,)
    assert tx.tallies.now() == tx.tallies.recount()


def test_the_largest_ids_are_as_good_as_any(tx: SqliteTransaction) -> None:
    ann, bob = register(tx, 2**63 - 1, bluesky("ann")), register(tx, 1, bluesky("bob"))
    tx.graph.replace_list(bob, FOLLOWS, "s", [2**63 - 1, 0], NOW)
    assert matched(tx, ann) == [bob]


async def test_no_x_id_is_readable_in_the_graphs_file(opener: Opener, database: Path) -> None:
    store = await opener()
    needle = 0x1122334455667788

    def work(tx: SqliteTransaction) -> None:
        register(tx, needle, bluesky("ann"))
        tx.graph.replace_list(1, FOLLOWERS, "s", [needle + 256, needle], NOW)

    await store.write(work)  # type: ignore[arg-type]
    await store.close()
    written = engine.graph_path(database).read_bytes()
    for number in (needle, needle + 256):
        for form in (number.to_bytes(8, "little"), number.to_bytes(8, "big"), str(number).encode()):
            assert form not in written
    assert needle.to_bytes(8, "big") in database.read_bytes(), "the needle is one"
