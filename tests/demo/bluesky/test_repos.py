"""com.atproto.repo.* as the real PDS answers it (research/bluesky.md section 2), through the real SDK."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from atproto_client import exceptions

from bot.demo.bluesky import BlueskyNetwork
from tests.demo.conftest import Login, put

RKEY = "3lqxyzabcde22"


def a_post(text: str = "hello", **more: Any) -> dict[str, Any]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-11-20T10:00:00.000Z"} | more


async def test_put_with_null_swap_creates_once_and_then_tells_nothing_new(
    bluesky: BlueskyNetwork, login: Login
) -> None:
    alice = bluesky.account("alice.test")
    client = await login(alice)
    before = bluesky.commits(alice)

    first = await put(client, a_post(), RKEY, swapRecord=None)
    again = await put(client, a_post(), RKEY, swapRecord=None)

    assert "commit" in first
    assert "commit" not in again
    assert first["cid"] == again["cid"]
    assert bluesky.commits(alice) == before + 1


async def test_put_of_another_record_with_null_swap_is_invalid_swap(bluesky: BlueskyNetwork, login: Login) -> None:
    client = await login(bluesky.account("alice.test"))
    first = await put(client, a_post(), RKEY, swapRecord=None)
    with pytest.raises(exceptions.BadRequestError) as caught:
        await put(client, a_post("other"), RKEY, swapRecord=None)
    assert caught.value.response.content.error == "InvalidSwap"
    assert caught.value.response.content.message == f"Record was at {first['cid']}"
    assert bluesky.posts_of("alice.test")[0]["text"] == "hello"


async def test_put_without_swap_edits(bluesky: BlueskyNetwork, login: Login) -> None:
    client = await login(bluesky.account("alice.test"))
    await put(client, a_post(), RKEY)
    await put(client, a_post("other"), RKEY)
    assert [post["text"] for post in bluesky.posts_of("alice.test")] == ["other"]


async def test_twelve_different_puts_at_once_leave_one(bluesky: BlueskyNetwork, login: Login) -> None:
    client = await login(bluesky.account("alice.test"))
    puts = [put(client, a_post(f"text {number}"), RKEY, swapRecord=None) for number in range(12)]
    outcomes = await asyncio.gather(*puts, return_exceptions=True)
    assert sum(isinstance(outcome, exceptions.BadRequestError) for outcome in outcomes) == 11
    assert len(bluesky.posts_of("alice.test")) == 1


@pytest.mark.parametrize("rkey", ["abc", "self", "zzzzzzzzzzzzz"])
async def test_a_post_key_must_be_a_tid(bluesky: BlueskyNetwork, login: Login, rkey: str) -> None:
    client = await login(bluesky.account("alice.test"))
    with pytest.raises(exceptions.BadRequestError, match="Invalid TID string"):
        await put(client, a_post(), rkey)


@pytest.mark.parametrize(
    ("text", "fits"),
    [("é" * 300, True), ("é" * 301, False), ("👨‍👩‍👧‍👦" * 120, True), ("👨‍👩‍👧‍👦" * 121, False), ("", True)],
)
async def test_a_post_holds_300_graphemes_and_3000_bytes(
    bluesky: BlueskyNetwork, login: Login, text: str, fits: bool
) -> None:
    client = await login(bluesky.account("alice.test"))
    if fits:
        assert "commit" in await put(client, a_post(text), RKEY)
    else:
        with pytest.raises(exceptions.BadRequestError, match="too big"):
            await put(client, a_post(text), RKEY)


async def test_create_on_a_taken_key_is_a_500_and_writes_nothing(bluesky: BlueskyNetwork, login: Login) -> None:
    alice = bluesky.account("alice.test")
    client = await login(alice)
    body = {"repo": alice.did, "collection": "app.bsky.feed.post", "rkey": RKEY, "record": a_post()}
    await client.com.atproto.repo.create_record(body)
    with pytest.raises(exceptions.RequestException) as caught:
        await client.com.atproto.repo.create_record(body)
    assert caught.value.response.status_code == 500
    assert len(bluesky.posts_of(alice)) == 1


async def test_send_post_get_list_and_delete(bluesky: BlueskyNetwork, login: Login) -> None:
    alice = bluesky.account("alice.test")
    client = await login(alice)
    sent = await client.send_post("one")
    await client.send_post("two")
    found = await client.com.atproto.repo.get_record(
        {"repo": alice.did, "collection": "app.bsky.feed.post", "rkey": sent.uri.rpartition("/")[2]}
    )
    assert (found.cid, found.value.text) == (sent.cid, "one")
    listed = await client.com.atproto.repo.list_records(
        {"repo": alice.did, "collection": "app.bsky.feed.post", "limit": 1}
    )
    assert [item.value.text for item in listed.records] == ["two"]
    assert await client.delete_post(sent.uri)
    assert await client.delete_post(sent.uri)
    assert [post["text"] for post in bluesky.posts_of(alice)] == ["two"]


async def test_a_second_follow_of_the_same_person_replaces_the_first(bluesky: BlueskyNetwork, login: Login) -> None:
    alice, bob = bluesky.account("alice.test"), bluesky.account("bob.test")
    client = await login(alice)
    first = await client.follow(bob.did)
    second = await client.follow(bob.did)
    assert bluesky.record(first.uri) is None
    assert bluesky.record(second.uri) is not None


async def test_apply_writes_is_all_or_nothing(bluesky: BlueskyNetwork, login: Login) -> None:
    alice = bluesky.account("alice.test")
    client = await login(alice)
    create = {"$type": "com.atproto.repo.applyWrites#create", "collection": "app.bsky.feed.post"}
    writes = [create | {"rkey": "3lqxyzabcde2" + end, "value": a_post(end)} for end in "ab"]
    done = await client.com.atproto.repo.apply_writes({"repo": alice.did, "writes": writes})
    assert len(done.results or []) == 2
    with pytest.raises(exceptions.RequestException):
        await client.com.atproto.repo.apply_writes(
            {"repo": alice.did, "writes": [writes[0] | {"rkey": RKEY}, writes[1]]}
        )
    assert len(bluesky.posts_of(alice)) == 2


@pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")  # the SDK hands bytes to httpx as data
async def test_a_picture_is_uploaded_posted_and_served(bluesky: BlueskyNetwork, login: Login) -> None:
    alice = bluesky.account("alice.test")
    client = await login(alice)
    sent = await client.send_image("chart", b"\x89PNG-not-really", image_alt="a chart")
    posts = await client.get_posts([sent.uri])
    image = posts.posts[0].embed.images[0]
    assert image.alt == "a chart"
    assert bluesky.posts_of(alice)[0]["record"]["embed"]["images"][0]["image"]["mimeType"] == "image/png"
    assert image.fullsize.startswith(bluesky.url)


async def test_writing_in_somebody_elses_repo_is_refused(bluesky: BlueskyNetwork, login: Login) -> None:
    bluesky.account("bob.test")
    client = await login(bluesky.account("alice.test"))
    with pytest.raises(exceptions.UnauthorizedError):
        await put(client, a_post(), RKEY, repo="bob.test")
