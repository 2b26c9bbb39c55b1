"""What answers say of pairs, and when somebody is looked at again."""

from datetime import UTC, datetime, timedelta

from bot.domain.accounts import Account, Platform
from bot.domain.reconnecting import Follows, Look, Neighbour, Verdict, next_look, verdicts

NOW = datetime(2027, 1, 20, 12, tzinfo=UTC)


def account(name: str) -> Account:
    return Account(Platform.BLUESKY, f"did:plc:{name}", f"{name}.test")


def around(*neighbours: Neighbour) -> Look:
    return Look(1, (account("ann"),), None, neighbours, 0)


def neighbour(person: int, *names: str, followed: bool = True, follower: bool = False) -> Neighbour:
    return Neighbour(person, tuple(map(account, names)), followed, follower)


def test_each_pair_is_judged_in_its_own_direction() -> None:
    look = around(neighbour(2, "bob", followed=True, follower=True), neighbour(3, "cat", followed=False, follower=True))
    told = Follows(
        following={"did:plc:bob": True, "did:plc:cat": True},
        followed_by={"did:plc:bob": False, "did:plc:cat": True},
    )
    assert list(verdicts(look, [told])) == [Verdict(1, 2, True), Verdict(2, 1, False), Verdict(3, 1, True)]


def test_what_was_not_told_is_not_judged() -> None:
    look = around(neighbour(2, "bob", follower=True), neighbour(3, "cat"))
    assert list(verdicts(look, [])) == []
    assert list(verdicts(look, [Follows(following={"did:plc:cat": False})])) == [Verdict(1, 3, False)]


def test_one_account_that_follows_is_enough() -> None:
    look = around(neighbour(2, "bob", "bob2"))
    told = [Follows(following={"did:plc:bob": False}), Follows(following={"did:plc:bob2": True})]
    assert list(verdicts(look, told)) == [Verdict(1, 2, True)]


def test_newcomers_are_looked_at_sooner_and_everybody_once_a_day() -> None:
    since, moment, minutes = None, NOW, []
    for _ in range(14):
        due = next_look(since, moment)
        minutes.append((due - moment) / timedelta(minutes=1))
        since, moment = since or moment, due
    assert minutes == [1, 1, *(2**n for n in range(1, 11)), 1440, 1440]
