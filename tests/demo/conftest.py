"""The two demo networks and real clients on them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
import requests
from atproto import AsyncClient
from atproto_client.request import AsyncRequest
from mastodon import Mastodon

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.demo.mastodon import GOTOSOCIAL, MASTODON, MastodonServer
from bot.demo.mastodon import Person as Resident


@pytest.fixture
async def bluesky() -> AsyncIterator[BlueskyNetwork]:
    async with BlueskyNetwork() as network:
        yield network


Login = Callable[[Person], Awaitable[AsyncClient]]


@pytest.fixture
async def login(bluesky: BlueskyNetwork) -> AsyncIterator[Login]:
    """`await login(person)` is the real SDK, signed in."""
    opened: list[AsyncClient] = []

    async def login_as(person: Person) -> AsyncClient:
        client = AsyncClient(bluesky.url, request=AsyncRequest(timeout=5))
        opened.append(client)
        await client.login(person.handle, person.password)
        return client

    yield login_as
    for client in opened:
        await client.request.close()


Chat = Callable[[Person], Awaitable[Any]]


@pytest.fixture
async def chat(login: Login) -> AsyncIterator[Chat]:
    """`await chat(person)` is `chat.bsky.convo` of the real SDK; its client has a connection pool of its own."""
    opened: list[AsyncClient] = []

    async def chat_as(person: Person) -> Any:
        client = (await login(person)).with_bsky_chat_proxy()
        opened.append(client)
        return client.chat.bsky.convo

    yield chat_as
    for client in opened:
        await client.request.close()


async def put(client: AsyncClient, record: dict[str, Any], rkey: str, **more: Any) -> dict[str, Any]:
    """putRecord with the body as it is: the SDK drops None, so `swapRecord: null` needs raw bytes."""
    assert client.me is not None
    body = {"repo": client.me.did, "collection": record["$type"], "rkey": rkey, "record": record} | more
    response = await client.invoke_procedure(
        "com.atproto.repo.putRecord",
        content=json.dumps(body).encode(),
        input_encoding="application/json",
        output_encoding="application/json",
    )
    content = response.content
    return content if isinstance(content, dict) else json.loads(content)


@pytest.fixture
async def mastodon() -> AsyncIterator[MastodonServer]:
    async with MastodonServer(MASTODON) as server:
        yield server


@pytest.fixture
async def gotosocial() -> AsyncIterator[MastodonServer]:
    async with MastodonServer(GOTOSOCIAL) as server:
        yield server


class Api:
    """The real Mastodon.py, each call on a thread: `await api(person).status_post("hello")`."""

    def __init__(self) -> None:
        self.sessions: list[requests.Session] = []

    def __call__(self, person: Resident, token: str = "") -> Threaded:
        return self.at(person.service.entities.url, access_token=token or person.token)

    def at(self, url: str, **more: Any) -> Threaded:
        """A client of a server, with whatever else Mastodon.py takes."""
        session = self.session()
        return Threaded(
            Mastodon(api_base_url=url, session=session, request_timeout=5, ratelimit_method="throw", **more)
        )

    def session(self) -> requests.Session:
        """A session that is closed when the test ends."""
        self.sessions.append(requests.Session())
        return self.sessions[-1]


class Threaded:
    """Every method of a client as a coroutine."""

    def __init__(self, client: Mastodon) -> None:
        self.client = client

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        method = getattr(self.client, name)
        return lambda *args, **kwargs: asyncio.to_thread(method, *args, **kwargs)


@pytest.fixture
def api() -> Iterator[Api]:
    made = Api()
    yield made
    for session in made.sessions:
        session.close()
