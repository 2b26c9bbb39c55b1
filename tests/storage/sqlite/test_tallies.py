"""Tallies: what each of them counts, in one story."""

from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, bluesky, mastodon


def test_a_story(tx: SqliteTransaction) -> None:
    def told(**changed: int) -> None:
        expected.update(changed)
        assert tx.tallies.now() == {name.replace("_", ":"): value for name, value in expected.items()}

    expected = dict.fromkeys(
        (
            "people", "accounts_bluesky", "accounts_mastodon", "arrivals", "voices", "edges", "matches", "reunited",
            "reconnected",
        ), 0,
    )  # fmt: skip
    ann, bob = (tx.people.register(x, "", "", NOW).id for x in (1, 2))
    told()
    tx.people.link(ann, bluesky("ann"), 4, "s", NOW)
    told(people=1, accounts_bluesky=1)
    tx.people.link(ann, mastodon("ann"), 0, "a claim proves nothing", NOW)
    told()
    tx.graph.replace_list(ann, 0, "s", [2, 3], NOW)
    told(edges=2)
    tx.people.link(bob, mastodon("bob"), 1, "s", NOW)
    told(people=2, accounts_mastodon=1, matches=1, reunited=2)
    tx.graph.replace_list(bob, 1, "s", [1], NOW)
    told(edges=3)  # the same pair, told by the other side
    tx.graph.replace_list(bob, 0, "s", [1], NOW)
    told(edges=4, matches=2)
    tx.people.arrive(bluesky("ann"), "bluesky", "follow", NOW)
    tx.people.voice(bluesky("nobody we know"), NOW)
    told(arrivals=1, voices=1)
    tx.people.set_consent(ann, "counted", "no", NOW)
    told(people=1, accounts_bluesky=0, arrivals=0, edges=2, matches=0, reunited=0)
    tx.people.withdraw_consent(ann, "counted")
    told(people=2, accounts_bluesky=1, arrivals=1, edges=4, matches=2, reunited=2)
    tx.people.unlink(bluesky("ann"))
    told(people=1, accounts_bluesky=0, matches=0, reunited=0)
    tx.people.remove(ann)
    told(edges=2)


def test_a_day_is_written_again_with_what_is_true_then(tx: SqliteTransaction, session: Session) -> None:
    tx.tallies.keep_day("2026-11-20")
    tx.people.voice(bluesky("ann"), NOW)
    tx.tallies.keep_day("2026-11-20")
    assert session.execute("SELECT value FROM tally_day WHERE name = 'voices'").fetchall() == [(1,)]


def test_history_begins_with_the_last_value_before_it(tx: SqliteTransaction) -> None:
    tx.people.voice(bluesky("ann"), NOW)
    tx.tallies.keep_day("2026-10-01")
    assert tx.tallies.history("voices", 3, "2026-11-20") == [("2026-11-18", 1), ("2026-11-19", 1), ("2026-11-20", 1)]
    assert tx.tallies.history("voices", 1, "2026-11-20") == [("2026-11-20", 1)]
    assert tx.tallies.history("unheard of", 2, "2026-11-20") == [("2026-11-19", 0), ("2026-11-20", 0)]
