"""The network as one thing: the whole path under faults, and what it tells of itself."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from atproto_client import exceptions

from bot.demo.bluesky import BlueskyNetwork
from tests.demo.conftest import Login, put

RKEY = "3lqxyzabcde22"


async def test_a_lost_answer_is_found_by_the_same_put(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    question = alice.post("@bot.test find")
    stored = bluesky.world.get(question)
    assert stored is not None
    strong = {"uri": question, "cid": stored.cid}
    record: dict[str, Any] = {
        "$type": "app.bsky.feed.post", "text": "3", "createdAt": "2026-11-20T10:00:00Z",
        "reply": {"root": strong, "parent": strong},
    }  # fmt: skip
    client = await login(bot)
    bluesky.faults.add("drop_answer", path=".*putRecord", holding="app.bsky.feed.post", count=1)

    with pytest.raises(httpx.RemoteProtocolError):
        await put(client, record, RKEY, swapRecord=None)
    assert len(bluesky.replies_to(question, by=bot)) == 1
    assert "commit" not in await put(client, record, RKEY, swapRecord=None)
    assert len(bluesky.replies_to(question)) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"kind": "refuse"}, exceptions.NetworkError),
        ({"kind": "hang"}, exceptions.InvokeTimeoutError),
        ({"kind": "drop_request"}, httpx.RemoteProtocolError),
        ({"kind": "status", "status": 502}, exceptions.NetworkError),
        ({"kind": "status", "status": 503}, exceptions.RequestException),
        ({"kind": "garbage", "form": "html"}, exceptions.AtProtocolError),
        ({"kind": "rate_limit", "form": "bluesky", "seconds": 9}, exceptions.RateLimitExceededError),
    ],
    ids=lambda value: " ".join(map(str, value.values())) if isinstance(value, dict) else None,
)
async def test_every_fault_reaches_the_sdk_as_its_own_error(
    bluesky: BlueskyNetwork, login: Login, fault: dict[str, Any], error: type[Exception]
) -> None:
    client = await login(bluesky.account("bot.test"))
    client.request._client.timeout = httpx.Timeout(0.2)
    bluesky.faults.add(**fault)
    with pytest.raises(error) as caught:
        await client.app.bsky.notification.list_notifications()
    if fault["kind"] == "rate_limit":
        assert isinstance(caught.value, exceptions.RateLimitExceededError)
        assert caught.value.retry_after == 9


async def test_the_state_counts_what_the_server_saw(bluesky: BlueskyNetwork, login: Login) -> None:
    bot, alice = bluesky.account("bot.test"), bluesky.account("alice.test")
    bot.allow_messages("all")
    uri = alice.post("hello")
    alice.message(bot, "find")
    await login(bot)
    async with httpx.AsyncClient(base_url=bluesky.url) as plain:
        state = json.loads((await plain.get("/_demo/state")).content)
    assert [post["uri"] for post in state["posts"]] == [uri]
    assert [message["text"] for message in state["messages"]] == ["find"]
    assert (state["logins"], state["commits"]["alice.test"]) == (1, 1)
    assert bluesky.described()["accounts"][0]["handle"] == "bot.test"
    assert bluesky.messages("alice.test", bot) == ["alice.test: find"]


def test_a_person_is_one_and_the_same() -> None:
    network = BlueskyNetwork()
    alice = network.account("alice.test", description="x.com/alice")
    assert network.person("alice.test") is network.person(alice.did) is alice
    assert network.commits(alice) == 1
    with pytest.raises(LookupError):
        network.person("nobody.test")


async def test_a_post_with_a_lone_surrogate_is_served_as_it_is(bluesky: BlueskyNetwork) -> None:
    bluesky.account("alice.test").post("find \ud83d")
    async with httpx.AsyncClient() as client:
        state = (await client.get(f"{bluesky.url}/_demo/state")).json()
    assert state["posts"][0]["text"] == "find \ud83d"
