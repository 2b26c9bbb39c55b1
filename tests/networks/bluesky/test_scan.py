"""The second net: every page of the notifications, whatever their dates; and what the search still finds."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.errors import NotSent
from bot.networks.bluesky import scan as module
from bot.networks.bluesky.lookup import Lookup
from bot.networks.bluesky.scan import Scan, moment, sight_of
from bot.networks.bluesky.session import Keeper
from tests.networks.bluesky.conftest import HandClock

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def scan(keeper: Keeper, clock: HandClock) -> Scan:
    return Scan(keeper, Lookup(keeper, clock))


def mention(who: Person, bot: Person, words: str, **more: Any) -> str:
    return who.post(f"@{bot.handle} {words}", **more)


async def test_a_mention_dated_long_ago_is_found_behind_all_others(scan: Scan, alice: Person, bot: Person) -> None:
    for n in range(130):
        mention(alice, bot, str(n))
    hidden = mention(alice, bot, "hidden", created_at=LONG_AGO)
    found, whole = await scan.notifications()
    assert whole
    assert len(found) == 131
    assert found[0].uri == hidden
    assert found[0].at == LONG_AGO  # which is the author's word
    assert [sight.record["text"] for sight in found[1:3]] == [f"@{bot.handle} 0", f"@{bot.handle} 1"]


async def test_replies_and_follows_come_and_likes_do_not(scan: Scan, alice: Person, bot: Person) -> None:
    ours = bot.post("hello")
    alice.like(ours)
    reply, follow = alice.post("merci", reply_to=ours), alice.follow(bot)
    assert [sight.uri for sight in (await scan.notifications())[0]] == [reply, follow]


async def test_it_ends_after_its_pages(
    server: BlueskyNetwork, scan: Scan, alice: Person, bot: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGES", 2)
    monkeypatch.setattr(module, "PAGE", 3)
    for n in range(10):
        mention(alice, bot, str(n))
    found, whole = await scan.notifications()
    assert len(found) == 6
    assert not whole


async def test_an_absent_appview_is_no_verdict(server: BlueskyNetwork, scan: Scan) -> None:
    server.faults.add("status", path=".*listNotifications", status=502)
    with pytest.raises(NotSent):
        await scan.notifications()


async def test_tagged_posts_since_a_moment(server: BlueskyNetwork, scan: Scan, alice: Person, clock: HandClock) -> None:
    alice.post("avant #quittex", created_at=LONG_AGO)
    first, second = alice.post("un #quittex"), alice.post("deux #quittex")
    found = await scan.tagged({"quittex"}, clock.now() - timedelta(minutes=1))
    assert {sight.uri for sight in found} == {first, second}
    server.faults.add("status", path=".*searchPosts", status=401, body='{"error":"AuthMissing","message":"m"}')
    clock.turn(minutes=10)
    assert await scan.tagged({"quittex"}, LONG_AGO) == []  # a net that helps when it is there


WHOLE = {
    "uri": "at://did:plc:alice/app.bsky.feed.post/3lbqzd2bk7c2a",
    "cid": "bafy",
    "author": {"did": "did:plc:alice"},
    "record": {"text": "x"},
    "indexedAt": "2027-01-20T12:00:00.000Z",
}


@pytest.mark.parametrize(
    "change",
    [
        {"uri": None}, {"uri": "at://did:plc:alice"}, {"uri": "at://did:plc:bob/app.bsky.feed.post/3lbqzd2bk7c2a"},
        {"uri": "at://did:plc:alice/app.bsky.feed.like/3lbqzd2bk7c2a"}, {"cid": 12}, {"author": None}, {"author": {}},
        {"record": "x"}, {"record": None}, {"indexedAt": "yesterday"}, {"indexedAt": None},
    ],
)  # fmt: skip
def test_a_view_that_is_not_whole_is_passed_over(change: dict[str, Any]) -> None:
    assert sight_of(WHOLE) is not None
    assert sight_of(WHOLE | change) is None


def test_moments() -> None:
    assert moment("2027-01-20T13:00:00+01:00") == moment("2027-01-20T12:00:00") == datetime(2027, 1, 20, 12, tzinfo=UTC)
    assert moment(None) is moment(12) is moment("") is None
