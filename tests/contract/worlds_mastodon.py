"""The demo's Mastodon in both flavours, mastodon_mock, and a real server named by the environment, as Worlds."""

import os
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.demo.mastodon import GOTOSOCIAL, MASTODON, Flavour, MastodonServer
from bot.domain.text import fold_tag
from bot.networks.mastodon import Mastodon, Settings
from bot.networks.mastodon.html import to_text
from tests.contract.world import SystemClock, World

TAG = "QuitteX"
REAL = "QUITTEX_TEST_MASTODON"


def settings(url: str, token: str) -> Settings:
    """Settings for tests: patient with the server, quick to look again."""
    return Settings(url, token, tags={fold_tag(TAG): TAG}, settle_seconds=0.0, poll_seconds=0.5, tag_seconds=0.5)


class DemoWorld:
    """The demo's Mastodon in this process."""

    tag = TAG

    def __init__(self, server: MastodonServer) -> None:
        self.server = server
        self.bot = server.account("quittex", "QuitteX")

    def network(self, folder: Path, *, secret: str = "", url: str = "") -> Mastodon:
        return Mastodon("mastodon", settings(url or self.server.url, secret or self.bot.token), clock=SystemClock())

    async def person(self, name: str) -> str:
        return f"{self.server.account(name, name.title()).acct}@{self.server.world.domain}"

    async def describe(self, who: str, words: str) -> None:
        self.server.person(_user(who)).set_profile(note=words)

    async def mention(self, who: str, words: str) -> str:
        return self._post(who, f"@quittex {words}")

    async def tagged(self, who: str, words: str) -> str:
        return self._post(who, f"{words} #{TAG}")

    async def chatter(self, who: str, words: str) -> str:
        return self._post(who, words)

    async def follow(self, who: str) -> None:
        self.server.person(_user(who)).follow(self.bot)

    async def follow_somebody(self, who: str, whom: str, *, follow: bool = True) -> None:
        person, other = self.server.person(_user(who)), self.server.person(_user(whom))
        other.set_profile(locked=False)
        (person.follow if follow else person.unfollow)(other)

    async def block(self, who: str) -> None:
        self.server.person(_user(who)).block(self.bot)

    async def message(self, who: str, words: str) -> None:
        raise NotImplementedError("a private message is a post here")

    async def delete(self, who: str, uri: str) -> None:
        self.server.person(_user(who)).delete(_id(uri))

    async def answers(self, uri: str) -> Sequence[str]:
        return [reply["text"] for reply in self.server.replies_to(_id(uri), by=self.bot)]

    async def messages(self, who: str) -> Sequence[str]:
        return []

    async def on_the_list(self) -> Sequence[str]:
        raise NotImplementedError("lists are private here")

    def _post(self, who: str, words: str) -> str:
        post = self.server.person(_user(who)).post(words, language="fr")
        return str(self.server.entities.status(self.server.world.statuses[post], self.bot.account)["uri"])


class ApiWorld:
    """A server reached as any client would: `token` is the bot's, `tokens` those of its people by name."""

    tag = TAG

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token
        self.tokens: dict[str, str] = {}
        self.ids: dict[str, str] = {}  # by URI
        self.bot: dict[str, Any] = {}

    async def start(self) -> None:
        """Find out who the bot is; its label is taken off, for the contract puts it on."""
        await self.call(self.token, "PATCH", "accounts/update_credentials", bot="false")
        self.bot = await self.call(self.token, "GET", "accounts/verify_credentials")

    def network(self, folder: Path, *, secret: str = "", url: str = "") -> Mastodon:
        return Mastodon("mastodon", settings(url or self.url, secret or self.token), clock=SystemClock())

    async def person(self, name: str) -> str:
        """The one there is, whatever the name: a real server gives us no more accounts."""
        token = os.environ[f"{REAL}_TOKEN_2"]
        acct = str((await self.call(token, "GET", "accounts/verify_credentials"))["acct"])
        self.tokens[acct] = token
        await self.call(token, "POST", f"accounts/{self.bot['id']}/unblock")
        return acct

    async def describe(self, who: str, words: str) -> None:
        await self.call(self.tokens[who], "PATCH", "accounts/update_credentials", note=words)

    async def mention(self, who: str, words: str) -> str:
        return await self._post(who, f"@{self.bot['acct']} {words}")

    async def tagged(self, who: str, words: str) -> str:
        return await self._post(who, f"{words} #{TAG}")

    async def chatter(self, who: str, words: str) -> str:
        return await self._post(who, words)

    async def follow(self, who: str) -> None:
        await self.call(self.tokens[who], "POST", f"accounts/{self.bot['id']}/unfollow")
        await self.call(self.tokens[who], "POST", f"accounts/{self.bot['id']}/follow")

    async def follow_somebody(self, who: str, whom: str, *, follow: bool = True) -> None:
        other = await self.call(self.tokens[who], "GET", f"accounts/lookup?acct={whom}")
        await self.call(self.tokens[who], "POST", f"accounts/{other['id']}/{'follow' if follow else 'unfollow'}")

    async def block(self, who: str) -> None:
        await self.call(self.tokens[who], "POST", f"accounts/{self.bot['id']}/block")

    async def message(self, who: str, words: str) -> None:
        raise NotImplementedError("a private message is a post here")

    async def delete(self, who: str, uri: str) -> None:
        await self.call(self.tokens[who], "DELETE", f"statuses/{self.ids[uri]}")

    async def answers(self, uri: str) -> Sequence[str]:
        context = await self.call(self.token, "GET", f"statuses/{self.ids[uri]}/context")
        mine = [one for one in context["descendants"] if one["account"]["id"] == self.bot["id"]]
        return [to_text(one["content"]) for one in mine if one["in_reply_to_id"] == self.ids[uri]]

    async def messages(self, who: str) -> Sequence[str]:
        return []

    async def on_the_list(self) -> Sequence[str]:
        raise NotImplementedError("lists are private here")

    async def _post(self, who: str, words: str) -> str:
        told = await self.call(self.tokens[who], "POST", "statuses", status=words, visibility="public", language="fr")
        self.ids[str(told["uri"])] = str(told["id"])
        return str(told["uri"])

    async def call(self, token: str, method: str, path: str, **form: str) -> Any:
        headers = {"Authorization": f"Bearer {token}"}
        async with httpx.AsyncClient(base_url=self.url, headers=headers, timeout=30) as client:
            told = await client.request(method, f"/api/v1/{path}", data=form or None)
        told.raise_for_status()
        return told.json()


class MockWorld(ApiWorld):
    """mastodon_mock, which makes people on request. The server is shared; each world has a bot of its own."""

    async def person(self, name: str) -> str:
        acct = f"{name}{secrets.token_hex(3)}"
        self.tokens[acct] = await self.new(acct)
        return acct

    async def new(self, acct: str) -> str:
        async with httpx.AsyncClient(base_url=self.url) as client:
            told = await client.post("/api/v1/_mock/dev_user", json={"username": acct, "admin": False})
        told.raise_for_status()
        return str(told.json()["access_token"])


def demo_in(flavour: Flavour) -> Any:
    """The demo's server in a flavour."""

    @asynccontextmanager
    async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
        async with MastodonServer(flavour) as server:
            yield DemoWorld(server)

    return pytest.param(world, id=f"demo-{flavour.name}")


@asynccontextmanager
async def mock(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    world = MockWorld(request.getfixturevalue("mastodon_mock_session").base_url, "")
    world.token = await world.new(f"quittex{secrets.token_hex(3)}")
    await world.start()
    yield world


@asynccontextmanager
async def real(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    world = ApiWorld(os.environ[f"{REAL}_URL"], os.environ[f"{REAL}_TOKEN"])
    await world.start()
    yield world
    for token in world.tokens.values():
        await world.call(token, "POST", f"accounts/{world.bot['id']}/unblock")


def _user(who: str) -> str:
    return who.partition("@")[0]


def _id(uri: str) -> str:
    return uri.rpartition("/")[2]


WORLDS = [demo_in(MASTODON), demo_in(GOTOSOCIAL), pytest.param(mock, id="mastodon-mock")]
if f"{REAL}_URL" in os.environ:
    WORLDS.append(pytest.param(real, id="real-mastodon"))
