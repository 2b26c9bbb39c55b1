"""Pairs that follow again: counted exactly, whatever takes away what they stand on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.accounts import Platform
from bot.domain.reconnecting import Look, Verdict
from bot.storage.sqlite import derived
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, SECOND, bluesky, mastodon

SKY = Platform.BLUESKY
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def counted(tx: SqliteTransaction) -> int:
    """The Tally, which must always be what the rows say."""
    found = tx.tallies.now()
    assert found == dict.fromkeys(found, 0) | tx.tallies.recount()
    return found["reconnected"]


def person(tx: SqliteTransaction, x_id: int, name: str, *follows: int) -> int:
    made = tx.people.register(x_id, name, "", NOW).id
    tx.people.link(made, bluesky(name), 4, "s", NOW)
    tx.graph.replace_list(made, 0, "s", follows, NOW)
    return made


@pytest.fixture
def pair(tx: SqliteTransaction) -> tuple[int, int]:
    """Ann followed Bob on X, and follows him again."""
    ann, bob = person(tx, 1, "ann", 2, 3), person(tx, 2, "bob")
    tx.reconnections.keep(SKY, [Verdict(ann, bob, True)], NOW)
    assert counted(tx) == 1
    return ann, bob


def test_a_pair_counts_once_and_only_as_followed_on_x(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    ann, bob = pair
    stranger = person(tx, 9, "stranger")
    tx.reconnections.keep(SKY, [Verdict(ann, bob, True), Verdict(bob, ann, True), Verdict(ann, stranger, True)], NOW)
    assert counted(tx) == 1


def test_an_unfollow_takes_it_away_where_it_was_seen(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    tx.reconnections.keep(Platform.MASTODON, [Verdict(*pair, False)], NOW)
    assert counted(tx) == 1
    tx.reconnections.keep(SKY, [Verdict(*pair, False)], NOW)
    assert counted(tx) == 0


TAKING_AWAY: dict[str, Callable[[SqliteTransaction, int, int], Any]] = {
    "the asker unlinks": lambda tx, ann, bob: tx.people.unlink(bluesky("ann")),
    "the followed unlinks": lambda tx, ann, bob: tx.people.unlink(bluesky("bob")),
    "the asker is erased": lambda tx, ann, bob: tx.people.remove(ann),
    "the followed is erased": lambda tx, ann, bob: tx.people.remove(bob),
    "the asker is not to be counted": lambda tx, ann, bob: tx.people.set_consent(ann, "counted", "no", NOW),
    "the followed is not to be counted": lambda tx, ann, bob: tx.people.set_consent(bob, "counted", "no", NOW),
    "they had unfollowed on X": lambda tx, ann, bob: tx.graph.replace_list(ann, 0, "s", [3], NOW),
    "the list is dropped": lambda tx, ann, bob: tx.graph.drop_list(ann, 0, "s"),
    "the followed was somebody else on X": lambda tx, ann, bob: tx.people.set_x(bob, 77, "bob"),
    "the account proves to be another's": lambda tx, ann, bob: tx.people.link(ann, bluesky("bob"), 5, "s", NOW),
    "the threshold rises": lambda tx, ann, bob: derived.set_minimum(tx.session, 5),
}


@pytest.mark.parametrize("how", TAKING_AWAY)
def test_what_it_stands_on_goes(tx: SqliteTransaction, pair: tuple[int, int], how: str) -> None:
    TAKING_AWAY[how](tx, *pair)
    assert counted(tx) == 0
    assert tx.session.execute("SELECT count(*) FROM reconnected").fetchone() == (0,)


def test_a_link_elsewhere_does_not_keep_what_was_seen_here(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    tx.people.link(pair[0], mastodon("ann"), 4, "s", NOW)
    assert counted(tx) == 1
    tx.people.unlink(bluesky("ann"))
    assert counted(tx) == 0


def test_a_list_of_the_other_side_keeps_the_pair(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    tx.graph.replace_list(pair[1], 1, "s", [1], NOW)
    tx.graph.drop_list(pair[0], 0, "s")
    assert counted(tx) == 1


def test_after_everything_was_made_again_it_is_still_right(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    tx.session.execute("INSERT INTO reconnected VALUES (?, ?, 'bluesky', 0)", (pair[1], pair[0]))
    derived.mend(tx.session)
    assert counted(tx) == 1


def due(tx: SqliteTransaction, now: Any = NOW, around: int = 600, platform: Platform = SKY) -> list[Look]:
    return tx.reconnections.due(platform, now, 20, around)


def test_whoever_gets_a_match_is_looked_at_at_once(tx: SqliteTransaction) -> None:
    ann = person(tx, 1, "ann", 2)
    assert due(tx) == []
    bob = person(tx, 2, "bob")
    looks = {look.person: look for look in due(tx)}
    assert set(looks) == {ann, bob}
    assert [account.id for account in looks[ann].accounts] == ["did:plc:ann"]
    (neighbour,) = looks[ann].around
    assert (neighbour.person, neighbour.followed, neighbour.follower) == (bob, True, False)
    assert [account.handle for account in neighbour.accounts] == ["bob.bsky.social"]
    (neighbour,) = looks[bob].around
    assert (neighbour.person, neighbour.followed, neighbour.follower) == (ann, False, True)


def test_then_an_hour_later_and_once_a_day_in_the_end(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    now, looks = NOW, []
    for _ in range(200):
        for look in due(tx, now):
            tx.reconnections.looked(SKY, look, now)
            looks += [(now - NOW) // HOUR] if look.person == pair[0] else []
        now += HOUR
    assert looks == [0, 1, 2, 4, 8, 16, 32, 56, 80, 104, 128, 152, 176]


def test_those_around_somebody_are_looked_at_part_by_part(tx: SqliteTransaction) -> None:
    ann = person(tx, 1, "ann", *range(2, 7))
    others = [person(tx, number, f"p{number}") for number in range(2, 7)]
    found, now = [], NOW
    for _ in range(3):
        (look,) = (look for look in due(tx, now, around=2) if look.person == ann)
        found.append([neighbour.person for neighbour in look.around])
        tx.reconnections.looked(SKY, look, now)
        now += DAY
    assert found == [others[:2], others[2:4], others[4:]]
    (look,) = (look for look in due(tx, now, around=2) if look.person == ann)
    assert [neighbour.person for neighbour in look.around] == others[:2]


def test_an_account_linked_later_is_looked_at_too(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    assert due(tx, platform=Platform.MASTODON) == []
    tx.people.link(pair[0], mastodon("ann"), 4, "s", NOW)
    (look,) = due(tx, platform=Platform.MASTODON)
    assert (look.person, look.around) == (pair[0], ())  # Bob has no account there


def test_nobody_is_looked_at_who_has_gone(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    tx.people.set_consent(pair[0], "counted", "no", NOW)
    assert all(look.around == () for look in due(tx) if look.person == pair[0])
    assert all(look.around == () for look in due(tx))
    tx.people.remove(pair[0])
    assert [look.person for look in due(tx)] == [pair[1]]


def test_an_answer_that_comes_too_late_counts_nothing(tx: SqliteTransaction, pair: tuple[int, int]) -> None:
    tx.people.unlink(bluesky("bob"))
    tx.reconnections.keep(SKY, [Verdict(*pair, True)], NOW + SECOND)
    assert counted(tx) == 0
