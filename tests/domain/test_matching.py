"""Matches: consent before anything else, then exact numbers, then rank."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.accounts import Account, Platform
from bot.domain.consent import Found
from bot.domain.matching import Reason, Tie, match_of, numbers
from bot.domain.people import Link

NOW = datetime(2026, 11, 20, tzinfo=UTC)
HERE, THERE = Platform.BLUESKY, Platform.MASTODON


def link(handle: str, platform: Platform = HERE, level: int = 4, days: int = 0) -> Link:
    return Link(Account(platform, f"{platform}:{handle}", handle), level, "test", NOW + timedelta(days=days))


def tie(
    *, followed: bool = True, follower: bool = False, found: Found = Found.NETWORK, named: bool = False,
    platforms: tuple[Platform, ...] = (HERE,),
) -> Tie:  # fmt: skip
    return Tie(followed, follower, frozenset(platforms), found, named)


def test_mutual_follows_come_first_then_the_same_network_then_who_may_be_named() -> None:
    best_first = [
        tie(follower=True, named=True),
        tie(follower=True),
        tie(follower=True, named=True, platforms=(THERE,)),
        tie(follower=True, platforms=(THERE,)),
        tie(named=True, platforms=(HERE, THERE)),
        tie(followed=False, follower=True),
        tie(named=True, platforms=(THERE,)),
        tie(platforms=(THERE,)),
    ]
    assert [each.rank(HERE) for each in best_first] == list(range(8))


def test_who_wants_to_be_found_by_nobody_is_in_no_number() -> None:
    found = numbers({tie(follower=True, found=Found.NOBODY): 7})
    assert (found.total, found.followed, found.followers, found.mutual) == (0, 0, 0, 0)
    assert set(found.per_platform.values()) == {0}


def test_who_wants_to_be_found_by_those_they_followed_is_shown_to_these_only() -> None:
    assert not tie(found=Found.FOLLOWED).visible
    assert tie(followed=False, follower=True, found=Found.FOLLOWED).visible


def test_somebody_without_an_account_is_no_match() -> None:
    assert not tie(platforms=()).visible


def test_the_reason_is_seen_from_the_asker() -> None:
    both, followed, follower = tie(follower=True), tie(), tie(followed=False, follower=True)
    assert [t.reason for t in (both, followed, follower)] == [Reason.MUTUAL, Reason.FOLLOWED, Reason.FOLLOWER]


def test_the_account_on_the_askers_platform_is_told() -> None:
    both = [link("amy", THERE), link("zoe", HERE)]
    for platform, handle in ((HERE, "zoe"), (THERE, "amy")):
        assert match_of(1, tie(platforms=(HERE, THERE)), both, platform).account.handle == handle


def test_the_first_by_name_is_told_and_one_without_a_name_last() -> None:
    several = [link("Zoe"), link(""), link("amy"), link("Bob")]
    assert match_of(1, tie(), several, HERE).account.handle == "amy"
    assert match_of(1, tie(), [link("")], HERE).account.handle == ""


def test_a_match_is_as_proven_as_its_best_link_and_as_old_as_its_oldest() -> None:
    links = [link("amy", level=1, days=3), link("bob", level=4, days=5), link("cleo", THERE, level=5)]
    match = match_of(1, tie(), links, HERE)
    assert (match.level, match.since) == (4, NOW + timedelta(days=3))
    assert [account.handle for account in match.accounts] == ["amy", "bob"], "those of the Tie's platforms only"


ties = st.builds(
    Tie, st.booleans(), st.booleans(), st.frozensets(st.sampled_from([HERE, THERE])), st.sampled_from(Found),
    st.booleans(),
)  # fmt: skip


@given(st.lists(ties, max_size=40))
def test_the_numbers_are_those_of_everybody_visible(people: list[Tie]) -> None:
    found, seen = numbers(Counter(people)), [each for each in people if each.visible]
    assert found.total == len(seen)
    assert found.followed == sum(each.followed for each in seen)
    assert found.followers == sum(each.follower for each in seen)
    assert found.mutual == sum(each.followed and each.follower for each in seen)
    assert found.per_platform[HERE] == sum(HERE in each.platforms for each in seen)
